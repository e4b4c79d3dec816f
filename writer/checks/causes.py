"""A cause of growth or decline, or its denial, needs a statement of an agency that the sheet holds as text.

Arithmetic is no cause: that a small base makes a large percentage is left to the checks of figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from writer.checks.base import CheckInput, finding
from writer.checks.frames import any_of, clause_at, content, cues, phrase_list, shared, trimmed
from writer.domain.findings import Finding
from writer.domain.occupations import EvidenceKind
from writer.language.sentences import Sentence

_TREND = any_of(
    """decline, declines, drop, drops, fall, growth, shrinkage, contraction, loss, losses, job losses, downturn,
    slump, slowdown, increase, rise, gain, gains, expansion, boom, surge, slide, dip, demand, job growth,
    employment, projection, projections, outlook, hiring, shrinking, shortage, trend, flat growth, slow growth,
    numbers, pressure, squeeze"""
)
_MOVES = any_of(
    """grow, grows, growing, grew, decline, declines, declining, declined, shrink, shrinks, shrinking, fall, falls,
    falling, rise, rises, rising, expand, expands, expanding, contract, contracts, contracting, slip, slips,
    slipping, drop, drops, dropping, drives, disappear, disappearing, vanish, vanishing"""
)
_LINK = (
    r"(?:because(?: of)?|due (?:largely |mainly |mostly |partly |in part )?to|owing to|thanks to|as a result of|"
    r"on account of|"
    r"driven (?:mainly |mostly |largely |primarily |partly |chiefly |in part )?by|fuell?ed by|caused by|"
    r"spurred by|powered by|"
    r"led by|brought (?:on|about) by|propelled by|tied to|linked to|down to|explained by|"
    r"(?:is|are|was|were|be|been) (?:largely |mainly |mostly |partly |a |the )*(?:attributed to|attributable to|"
    r"result of|product of|consequence of|effect of)|"
    r"reflects?|reflecting|stems? from|stemming from|comes? (?:down to|from)|results? from|traces? (?:back )?to|"
    r"has to do with|"
    r"owes? (?:\w+ )?to|follows from|a symptom of|a sign of)"
)
_BEFORE = cues(
    rf"(?P<trend>{_TREND}|{_MOVES})\b(?P<between>[^.;:]{{0,60}}?)\b(?P<link>{_LINK}) (?P<cause>[^;:.]+)",
    whole=False,
)
_ATTRIBUTES = cues(
    rf"(?P<link>attributes?|attributed|blames?|blamed|credits?|credited|puts?|chalks? up|pins?|"
    rf"ascribes?) (?P<trend>[^;:.]{{0,60}}?(?:{_TREND})\b[^;:.]{{0,30}}?) (?:to|on|for|down to) (?P<cause>[^;:.]+)",
    whole=False,
)
_BLAMES = cues(
    rf"(?P<link>blames?|blamed|credits?|points? to|cites?|cited) (?P<cause>[^;:.]+?) (?:for|as (?:the|a|"
    rf"one) (?:reason|cause|driver)) (?P<trend>[^;:.]*(?:{_TREND}))",
    whole=False,
)
_DRIVES = cues(
    rf"(?P<cause>(?:generative |new |smarter )?(?:AI|automation|technology|software|offshoring|outsourcing|"
    rf"streaming|retirements?|e-commerce|remote work|regulation|climate policy|aging|ageing|"
    rf"self-service)(?: (?:tools?|adoption|systems?|economics|budgets|policy|population))*) (?:is|are|has|have|"
    rf"was|were)?\s*(?:also |already |now |not |largely |mainly |primarily |partly |been )*(?P<link>driv(?:es|ing|"
    rf"en)|fuel(?:s|ing|ed)|caus(?:es|ing|ed)|push(?:es|ing|ed)|drag(?:s|ging|ged)|shrink(?:s|ing)|shrunk|cut(?:s|"
    rf"ting)|erod(?:es|ing|ed)|boost(?:s|ing|ed)|eat(?:s|ing|en)? (?:into|away at)|costs?|costing|behind|"
    rf"squeez(?:es|ing|ed)|explains?|accounts? for|killing|kills?|"
    rf"responsible for) (?P<trend>[^;:.]{{0,50}}?(?:{_TREND}|jobs?|positions?|headcount|workforce|roles?|openings|"
    rf"budgets?))",
    whole=False,
)
_DENIAL = cues(
    rf"(?:{_TREND})\b[^;:.]{{0,40}}?(?P<link>(?:isn't|is not|aren't|has little to do with|has nothing to do with|"
    rf"wasn't|is only partly|is mostly|is largely|is primarily)(?: \w+)? ?(?P<cause>(?:AI|automation|technology|"
    rf"demand|budget|market|cost)[ -]?(?:driven|related|led|fuell?ed|based|caused)?|because of [^;:.]+|"
    rf"about [^;:.]+))",
    whole=False,
)
_DRIVEN = cues(
    rf"(?P<cause>[A-Za-z]+)-(?P<link>driven|led|fuell?ed|induced|related) (?P<trend>{_TREND})", whole=False
)
_PATTERNS = (_ATTRIBUTES, _BLAMES, _DENIAL, _DRIVES, _DRIVEN, _BEFORE)
_ARITHMETIC = cues(
    *phrase_list(
        """base, arithmetic, percentage, percent, %, rounding, small number, headcount, starting point, size of,
    average,
    projection, projections, per year, a year, replacement needs?, turnover, figure, figures,
    data(?! cent), index, score,
    formula, measure, weight, weights"""
    )
)
_NEEDED = 0.5


class Causes:
    """Why employment grows or shrinks."""

    name = "causes"
    house = False

    def __call__(self, page: CheckInput) -> list[Finding]:
        """Return the causes, and denials of causes, that no agency statement on the sheet carries."""
        return [item for sentence in page.reading.sentences for item in _in_sentence(page, sentence)]


def _in_sentence(page: CheckInput, sentence: Sentence) -> Iterator[Finding]:
    text = page.reading.text
    if sentence.kind in ("heading", "row") or text[sentence.start : sentence.end].rstrip().endswith("?"):
        return
    for pattern in _PATTERNS:
        match = pattern.search(text, sentence.start, sentence.end)
        if match is None:
            continue
        cause = match["cause"]
        if pattern is _BEFORE and not _about_jobs(page, sentence, match):
            continue
        if (not content(cause) and not re.search(r"\bAI\b", cause)) or _ARITHMETIC.search(cause):
            continue
        if _is_judgement_of_ours(page, sentence) or _held(page, cause):
            return
        end = min(match.end(), clause_at(text, sentence, match.end("link")).end)
        start = max(sentence.start, match.start())
        yield finding(
            page,
            Causes.name,
            start,
            trimmed(text, max(end, match.end("link"))),
            "no statement of an agency on the sheet names this cause",
            rows=_statements_ids(page),
        )
        return


def _about_jobs(page: CheckInput, sentence: Sentence, match: re.Match[str]) -> bool:
    """True if what moves is jobs: no product is spoken of, and what it comes from is no source of data."""
    named = [m for m in page.mentions if sentence.start <= m.start < sentence.end]
    if any(m.kind == "tool" for m in named):
        return False
    if any(m.kind in ("source", "agency") and 0 <= m.start - match.start("cause") < _NEAR for m in named):
        return False
    return _JOBS.search(page.reading.text, sentence.start, sentence.end) is not None or any(
        m.kind in ("subject", "peer") for m in named
    )


_NEAR = 8
_JOBS = cues(
    r"jobs?|employment|employed|occupation|field|trade|profession|growth|decline|shrinkage|contraction|projections?|"
    r"openings|demand|hiring|workforce|head-?count|positions?|downturn|roles?|market|industry|"
    r"the (?:\w+ )?(?:increase|rise|drop|fall|gain|loss(?:es)?|slowdown|slide|dip|surge|boom|slump|squeeze)"
)


def _is_judgement_of_ours(page: CheckInput, sentence: Sentence) -> bool:
    """True if the sentence speaks of our own score ("the outlook reflects low exposure")."""
    return bool(_OWN.search(page.reading.text, sentence.start, sentence.end))


_OWN = cues(
    *phrase_list(
        """outlook score, our index, the score, career outlook, outlook index, exposure score, the verdict"""
    )
)


def _held(page: CheckInput, cause: str) -> bool:
    """True if a statement names at least half of the words of the cause, and AI where the cause does."""
    words = content(cause)
    names_ai = re.search(r"\bAI\b|artificial intelligence|automation", cause) is not None
    for statement in statements(page):
        if names_ai and not re.search(r"\bAI\b|artificial intelligence|automat", statement):
            continue
        held = shared(words, content(statement))
        if (words and len(held) >= _NEEDED * len(words)) or (not words and names_ai and not _denied(cause)):
            return True
    return False


def _denied(cause: str) -> bool:
    return bool(re.search(r"driven|related|led|caused", cause))


def statements(page: CheckInput) -> tuple[str, ...]:
    """Return every text that an agency or source of the sheet is known to have published."""
    held = [record.passage for record in page.sheet.evidence if record.kind is EvidenceKind.AGENCY_STATEMENT]
    return tuple(
        filter(None, [*held, *(text for source in page.sheet.sources for text in source.statements)])
    )


def _statements_ids(page: CheckInput) -> tuple[str, ...]:
    return tuple(r.id for r in page.sheet.evidence if r.kind is EvidenceKind.AGENCY_STATEMENT)


CHECK = Causes()
