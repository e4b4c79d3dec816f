"""Verdict and certainty against the sheet's verdict: no plainer a No, or Yes, than the sheet gives, and no guarantee.

The sheet's verdict is a word: no, unlikely, partly, mostly, open. Ours never carries "safe" or "AI-proof".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from writer.checks.base import CheckInput, finding
from writer.checks.frames import any_of, clause_at, cues, find, phrase_list
from writer.domain.findings import Finding
from writer.language.sentences import Sentence

_REPLACE = (
    r"(?:replac(?:e|ed|ing)|tak(?:e|en|ing) over|eliminat(?:e|ed|ing)|displac(?:e|ed|ing)|make \w+ obsolete|"
    r"wip(?:e|ed|ing) out|end)"
)
_SOON = (
    r"(?:soon|eventually|ever|simply|just|really|fully|entirely|completely|be able to|be|going to|about to|"
    r"likely to|the|most|all) "
)
_NO = cues(
    rf"(?:AI|automation|machines|software|it|robots) (?:tools? )?(?:won't|will not|isn't going to|is not going to|"
    rf"can't|cannot) (?:{_SOON})*{_REPLACE}",
    rf"(?:won't|will not|can't|cannot|aren't going to) be {_REPLACE}(?: by (?:AI|automation|machines|software))?",
    r"^no, ",
    r"^no\b(?=[.:;–—])",
    r"(?:verdict|answer|short answer) (?:here )?(?:is|remains|stays)(?:,? (?:plainly|simply|clearly|still|a|plain|"
    r"clear|firm|flat))* no",
    r"irreplaceable(?=[^?:]*[.!]$)",
    r"not replaceable",
)
_SAFE = cues(
    *phrase_list(
        """safe from (?:AI|automation|replacement|displacement), (?:AI|automation|future)[ -]?proof(?!ing| your),
    immune (?:to|from) (?:AI|automation|replacement), nothing to (?:fear|worry about)(?: from AI)?,
    no (?:threat|risk) (?:from|of) (?:AI|automation|replacement), beyond (?:the reach of AI|AI's reach),
    untouchable, bulletproof, out of AI's reach, as safe as (?:it gets|they come), completely safe,
    perfectly safe, 100% safe"""
    )
)
_YES = cues(
    r"^yes\b(?=[,.:;–—])",
    r"(?:verdict|answer|short answer) (?:here )?(?:is|remains|stays)(?:,? (?:plainly|simply|clearly|still|a|plain|"
    r"clear|firm))* yes",
    rf"(?:AI|automation|machines|software) (?:tools? )?(?:will|is going to|are going to) (?:{_SOON})*(?:replace|"
    rf"eliminate|displace|wipe out|take over)",
    rf"will (?:{_SOON})*be (?:{_SOON})*(?:replaced|displaced|wiped out|eliminated) by (?:AI|automation|machines|"
    rf"software)",
    r"doomed",
    r"days are numbered",
    r"(?:is|are) (?:finished|done for|obsolete|on the way out|a dead end|dying)",
)
_PARTLY = cues(
    r"^(?:partly|partially|in part|somewhat|to a degree|to some extent)\b",
    r"(?:verdict|answer|short answer) (?:here )?(?:is|remains|stays) (?:partly|partially|in part|somewhat)",
)
_MOSTLY = cues(
    r"^(?:mostly|largely|for the most part|to a large extent)\b",
    r"(?:verdict|answer|short answer) (?:here )?(?:is|remains|stays) (?:mostly|largely)",
)
_QUESTION = cues(
    r"will (?:AI|automation|robots|machines) (?:ever )?(?:replace|take over|displace)",
    r"replaced by (?:AI|machines|automation)",
    r"\breplace\b",
)
_SURE = cues(
    *phrase_list(
        r"""guarantees?, guaranteed, guaranteeing, definitely, certainly, undoubtedly, inevitabl[ey], unquestionably,
    without (?:a )?(?:doubt|question), no doubt (?:that|AI|the), beyond (?:any |all )?doubt,
    (?:is|are|'s|'re) (?:certain|sure|bound|destined|doomed) to, for (?:certain|sure), surely, with certainty,
    will always, a certainty, no question that, assured, foregone conclusion,
    promises?(?= (?:\d|a|that|growth|jobs)), rest assured, mark my words"""
    )
)
_UNSURE = cues(
    *phrase_list(
        """not, n't, no, none, nobody, never, little, few, hardly, nothing, cannot, far from, isn't, doesn't,
        without any"""
    )
)
_AT_STAKE = cues(
    r"AI",
    r"automat\w+",
    r"jobs?",
    r"grow\w*",
    r"declin\w+",
    r"shrink\w*",
    r"employment",
    r"work",
    r"role",
    r"roles",
    r"pay",
    r"wages?",
    r"openings",
    r"demand",
    r"replac\w+",
    r"career",
    r"future",
    r"hir\w+",
    r"lose",
    r"positions?",
    r"trade",
    r"field",
    r"occupation",
    r"projection",
    r"rise",
    r"fall",
    r"\d[\d.,]*%?",
)
#: Which answers a verdict carries.
_ALLOWED: Mapping[str, frozenset[str]] = {
    "no": frozenset({"no", "safe"}),
    "unlikely": frozenset(),
    "partly": frozenset({"partly"}),
    "mostly": frozenset({"mostly", "yes"}),
    "yes": frozenset({"mostly", "yes"}),
    "open": frozenset(),
}
_HEDGED = cues(
    any_of(
        """unlikely, probably, may, might, could, on this evidence, on evidence to, on the evidence, outright, entirely,
    fully, completely, altogether, wholesale, whole"""
    )
)


class Verdicts:
    """How sure the text is, and of what."""

    name = "verdicts"
    house = False

    def __call__(self, page: CheckInput) -> list[Finding]:
        """Return answers that the sheet's verdict does not carry, and certainty that nothing carries."""
        return sorted([*_answers(page), *_certainties(page)], key=lambda item: item.start)


def verdict_of(page: CheckInput) -> tuple[str, str]:
    """Return the sheet's verdict in lower case, and the id of its fact; empty where the sheet gives none."""
    for row in page.index.of("subject", "verdict"):
        if row.text:
            return row.text.strip().lower(), row.fact
    for fact in page.sheet.facts.values():
        if isinstance(fact.value, str) and "verdict" in fact.id:
            return fact.value.strip().lower(), fact.id
    return "", ""


def _answers(page: CheckInput) -> Iterator[Finding]:
    verdict, fact = verdict_of(page)
    allowed = _ALLOWED.get(verdict)
    if allowed is None:
        return
    text = page.reading.text
    for sentence in page.reading.sentences:
        said = text[sentence.start : sentence.end]
        if said.rstrip().endswith("?") or sentence.kind in ("row", "heading"):
            continue
        for kind, pattern in (
            ("no", _NO),
            ("safe", _SAFE),
            ("yes", _YES),
            ("partly", _PARTLY),
            ("mostly", _MOSTLY),
        ):
            match = pattern.search(said)
            if match is None or kind in allowed or _excused(page, sentence, kind, match, verdict):
                continue
            start, end = (
                sentence.start + match.start(),
                _answer_end(text, sentence, sentence.start + match.end(), kind),
            )
            yield finding(
                page,
                Verdicts.name,
                start,
                end,
                f'the sheet\'s verdict is "{verdict}"',
                expected=verdict,
                fact=fact,
            )
            break


def _excused(page: CheckInput, sentence: Sentence, kind: str, match: re.Match[str], verdict: str) -> bool:
    """True where the words are no answer: under no question, hedged as the verdict is, or negated."""
    said = page.reading.text[sentence.start : sentence.end]
    if kind in ("partly", "mostly") and match.start() == 0:
        stands_alone = said[match.end() : match.end() + 1] in (":", ".", ";", "—")
        return not stands_alone and not _answers_question(page, sentence)
    if (
        kind == "no"
        and match[0].lower().startswith("no")
        and match.start() == 0
        and not match[0].lower().startswith("not")
    ):
        rest = said[match.end() :]
        return not (_answers_question(page, sentence) or _QUESTION.search(rest))
    if kind in ("no", "yes") and verdict in ("unlikely", "partly", "mostly") and _HEDGED.search(said):
        return True
    if kind in ("safe", "yes"):
        before = said[: match.start()].lower().split()[-4:]
        return any(
            word in ("not", "isn't", "no", "nobody", "never", "neither", "nor", "aren't", "hardly")
            or word.endswith("n't")
            for word in before
        )
    return (
        kind == "no" and match[0].lower() == "irreplaceable" and sentence.kind == "heading" and not page.house
    )


def _answers_question(page: CheckInput, sentence: Sentence) -> bool:
    """True if the sentence right before asks whether AI will replace anybody."""
    before = [s for s in page.reading.sentences if s.end <= sentence.start]
    if not before:
        return False
    asked = page.reading.words(before[-1])
    return (asked.rstrip().endswith("?") or before[-1].kind == "heading") and _QUESTION.search(
        asked
    ) is not None


def _answer_end(text: str, sentence: Sentence, end: int, kind: str) -> int:
    stop = clause_at(text, sentence, min(end, sentence.end - 1)).end if kind in ("no", "yes") else end
    stop = max(end, stop)
    while stop > end and text[stop - 1] in " .!?,;:":
        stop -= 1
    return stop


def _certainties(page: CheckInput) -> Iterator[Finding]:
    text = page.reading.text
    for sentence, match in find(_SURE, text, page.reading.sentences):
        clause = clause_at(text, sentence, match.start())
        before = text[max(clause.start, match.start() - 24) : match.start()]
        if text[sentence.start : sentence.end].rstrip().endswith("?") or _UNSURE.search(before):
            continue
        if _AT_STAKE.search(text, clause.start, clause.end):
            yield finding(
                page,
                Verdicts.name,
                match.start(),
                match.end(),
                "no record is certain: say what the figures show",
            )


CHECK = Verdicts()
