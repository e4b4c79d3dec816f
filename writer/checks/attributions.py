"""A source may be credited only with what its facts, statements or records say; an unknown source with nothing.

Reads the frames "according to X", "X reports ..." and "X data show ...". What the words behind a source name is a
measure (then its rows must be credited to that source), or a statement that the sheet holds, or nothing (then it
is invented). "The data show" points to the sheet itself and is no attribution.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from writer.checks.base import CheckInput, finding
from writer.checks.credits import Credits, credits_of
from writer.checks.frames import Span, clause_at, cues, overlap, word_set
from writer.checks.reporting import GENERIC, HEARSAY, LED, OF_SOURCE, SAID_BY, SOURCE_GIVES, SOURCE_SAYS
from writer.domain.findings import Finding
from writer.language.mentions import Mention
from writer.language.sentences import Sentence


@dataclass(frozen=True, slots=True)
class _Frame:
    """One attribution: who, where the words of the frame stand, and what is credited."""

    sentence: Sentence
    span: Span
    content: Span
    strict: bool  #: a reporting verb: what no fact holds is invented


class Attributions:
    """Who is said to have said it."""

    name = "attributions"
    house = False

    def __call__(self, page: CheckInput) -> list[Finding]:
        """Return the attributions that the sheet does not hold."""
        held = credits_of(page)
        found = [
            item
            for mention in page.mentions
            if mention.kind in ("source", "agency")
            for item in _known(page, held, mention)
        ]
        found += _unknown_names(page)
        found += _vague(page)
        return sorted(found, key=lambda item: item.start)


def _known(page: CheckInput, held: Credits, mention: Mention) -> Iterator[Finding]:
    frame = _frame(page, mention)
    ids = held.ids_of(mention.text)
    if frame is None or not ids:
        return
    text = page.reading.text
    verdict = held.judge(page, frame.content, ids)
    if verdict.status == "wrong":
        yield finding(
            page,
            Attributions.name,
            frame.span.start,
            frame.span.end,
            f"{mention.text} is not the source of {verdict.what}: the sheet credits {verdict.owner}",
            expected=verdict.owner,
            fact=verdict.fact,
            rows=verdict.rows,
        )
    elif verdict.status == "none" and frame.strict:
        said = text[frame.content.start : frame.content.end]
        if not held.stated(said, ids):
            yield finding(
                page,
                Attributions.name,
                frame.span.start,
                frame.span.end,
                f"nothing on the sheet shows that {mention.text} says this",
                rows=sorted(ids),
            )


def _frame(page: CheckInput, mention: Mention) -> _Frame | None:
    text = page.reading.text
    sentence = page.reading.sentence_at(mention.start)
    if sentence is None or sentence.kind == "row" or _is_source_line(text, sentence):
        return None
    lead = LED.search(text, sentence.start, mention.start) or SAID_BY.search(
        text, sentence.start, mention.start
    )
    if lead:
        return _led(text, sentence, mention, lead)
    for pattern, strict in ((SOURCE_SAYS, True), (SOURCE_GIVES, False)):
        after = pattern.match(text, mention.end, sentence.end)
        if after and (after.end() == len(text) or not text[after.end()].isalnum()):
            span = Span(_with_article(text, sentence, mention.start), after.end())
            rest = Span(after.end(), sentence.end)
            if len(text[rest.start : rest.end].split()) < 3:
                rest = Span(sentence.start, sentence.end)
            return _Frame(sentence, span, _first_clause(text, sentence, rest), strict)
    return None


def _led(text: str, sentence: Sentence, mention: Mention, lead: re.Match[str]) -> _Frame:
    """The frame of "according to X": what follows the comma, or the clause before where X ends the sentence."""
    end = mention.end + _tail(text, mention.end, sentence.end)
    span = Span(lead.start(), end)
    before = text[sentence.start : lead.start()].strip(" ,(—–-")
    if len(before.split()) > 2:
        return _Frame(sentence, span, clause_at(text, sentence, max(sentence.start, lead.start() - 3)), True)
    return _Frame(sentence, span, _first_clause(text, sentence, Span(end, sentence.end)), True)


def _tail(text: str, start: int, end: int) -> int:
    match = cues(rf"(?:'s)?{OF_SOURCE}", whole=False).match(text, start, end)
    return match.end() - start if match else 0


def _first_clause(text: str, sentence: Sentence, rest: Span) -> Span:
    """The credited words up to the next clause break; a break right at the start is stepped over."""
    start = rest.start
    while start < rest.end and text[start] in " ,;:—–":
        start += 1
    clause = clause_at(text, sentence, start)
    return Span(start, max(clause.end, start))


def _with_article(text: str, sentence: Sentence, start: int) -> int:
    head = text[sentence.start : start]
    return start - 4 if head.lower().endswith("the ") else start


def _is_source_line(text: str, sentence: Sentence) -> bool:
    return text[sentence.start : sentence.end].lower().lstrip("*_ ").startswith(("source:", "sources:"))


def _unknown_names(page: CheckInput) -> Iterator[Finding]:
    """A capitalised name that is credited and that the sheet does not know."""
    text = page.reading.text
    known = [m for m in page.mentions if m.kind in ("source", "agency", "tool", "subject", "peer")]
    for sentence in page.reading.sentences:
        for name in page.reading.names_in(sentence):
            if any(m.start < name.end and name.start < m.end for m in known) or not _looks_like_source(
                name.text
            ):
                continue
            lead = LED.search(text, sentence.start, name.start)
            after = SOURCE_SAYS.match(text, name.end, sentence.end)
            first = name.start == sentence.start
            if lead is None and (
                after is None or (first and " " not in name.text and not name.text.isupper())
            ):
                continue
            start = lead.start() if lead else name.start
            end = name.end if lead or after is None else after.end()
            yield finding(
                page,
                Attributions.name,
                start,
                end,
                f"{name.text} is no source of this sheet",
                expected=_known_names(page),
            )


def _looks_like_source(name: str) -> bool:
    return name.lower() not in _NO_NAMES and not name.lower().startswith(_NO_STARTS)


_NO_NAMES = word_set("ai i it the this that these those they we you us u.s according per table figure soc")
_NO_STARTS = (
    "the ",
    "this ",
    "that ",
    "these ",
    "our ",
    "your ",
    "a ",
    "an ",
    "every ",
    "each ",
    "no ",
    "all ",
)


def _known_names(page: CheckInput) -> str:
    return ", ".join(source.names[0] for source in page.sheet.sources if source.names)


def _vague(page: CheckInput) -> Iterator[Finding]:
    """An unnamed study, survey or expert, unless a record of the sheet says the same."""
    text = page.reading.text
    for sentence in page.reading.sentences:
        if sentence.kind in ("heading", "row"):
            continue
        said = text[sentence.start : sentence.end]
        for pattern in HEARSAY:
            match = pattern.search(text, sentence.start, sentence.end)
            if (
                match is None
                or GENERIC.search(match[0])
                or _names_known(page, match)
                or _recorded(page, said)
            ):
                continue
            if _is_task_noun(page, match):
                continue
            yield finding(
                page,
                Attributions.name,
                match.start(),
                match.end(),
                "no study, survey or expert of this kind is on the sheet",
            )
            break


def _names_known(page: CheckInput, match: re.Match[str]) -> bool:
    return any(
        (m.kind in ("source", "agency") and match.start() <= m.start < match.end() + 2)
        or m.end in range(match.start() - 2, match.end())
        for m in page.mentions
        if m.kind in ("source", "agency")
    )


def _is_task_noun(page: CheckInput, match: re.Match[str]) -> bool:
    """True if the noun is the occupation's own work ("reports", "research") followed by no content clause."""
    verb: Mapping[str, str | None] = match.groupdict()
    return verb.get("noun", "") in ("research", "reports", "report", "papers", "paper") and not re.match(
        r"\s+(?:that|a|an|the|no|one|half|most|\d)", page.reading.text[match.end() :]
    )


def _recorded(page: CheckInput, said: str) -> bool:
    """True if a limit, practitioner or agency record holds most of these words."""
    return any(
        max(
            overlap(said, " ".join((r.finding, r.passage, r.name, r.source_title, r.subject, r.used_for))),
            0.0,
        )
        >= 0.34
        for r in page.sheet.evidence
        if r.finding or r.passage
    )


CHECK = Attributions()
