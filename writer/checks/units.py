"""What a draft says right after a printed figure: its noun, its period and its statistic must be those of the record.

Judges slot links only: an edit can leave the figure and change the words beside it ("1,200 openings a month").
Units are those of `domain/units.py`; a stranger's text has no slots and is judged by its links elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from writer.checks.base import CheckInput, DraftedSentence, finding
from writer.domain.drafts import Link
from writer.domain.facts import Fact
from writer.domain.findings import Finding

_NOUNS = {
    "people": frozenset({"people", "persons", "workers", "employees"}),
    "openings": frozenset({"openings", "vacancies"}),
    "tasks": frozenset({"tasks", "task"}),
    "money": frozenset({"dollars", "dollar"}),
    "percent": frozenset({"percent", "percentage"}),
}
#: Groups of nouns that may not follow a figure of the unit.
_FORBIDDEN = {
    "persons": ("openings", "tasks", "money", "percent"),
    "jobs": ("openings", "tasks", "money", "percent"),
    "jobs/year": ("people", "tasks", "money", "percent"),
    "openings/year": ("people", "tasks", "money", "percent"),
    "tasks": ("openings", "people", "money", "percent"),
    "usd/year": ("openings", "people", "tasks", "percent"),
    "percent": ("openings", "people", "tasks", "money", "percent"),
    "percent change": ("openings", "people", "tasks", "money", "percent"),
}
_PER_YEAR = frozenset({"usd/year", "openings/year", "jobs/year"})
_SHARES = frozenset({"percent", "percent change"})
_OTHER_PERIOD = re.compile(
    r"\b(?:(?:a|per|each|every)\s+(?:hour|day|week|month)|a\s+(?:day|week|month)['’]s|monthly|weekly|daily|hourly)\b",
    re.IGNORECASE,
)
_MEAN = re.compile(
    r"\b(?:mean|average)\s+(?:(?:annual|yearly)\s+)?(?:wage|pay|salary|earnings)\b|\b(?:a|the) mean\b"
)
_POINTS = re.compile(r"\s*percentage\s+points?|\s+points?\b")
_NOUN = re.compile(r"\s+(?:of\s+)?([a-z]+)(?:\s+([a-z]+))?")


class Units:
    """Whether the words beside a printed figure fit its record."""

    name = "units"
    house = False

    def __call__(self, page: CheckInput) -> list[Finding]:
        """Return the figures whose words belong to another unit; nothing for a text that is no draft."""
        return [item for sentence in page.drafted or () for item in _judge(page, sentence)]


def _judge(page: CheckInput, sentence: DraftedSentence) -> Iterator[Finding]:
    facts = [(link, fact) for link in sentence.links if (fact := page.sheet.find(link.fact)) is not None]
    for link, fact in facts:
        end = _wrong_end(page.reading.text, sentence, link, fact)
        if end:
            yield _finding(page, sentence.start + link.start, end, fact)
    yearly = next(
        (fact for _, fact in facts if fact.unit in _PER_YEAR or fact.id == "bls.openings.share"), None
    )
    median = next((fact for _, fact in facts if "median" in fact.label), None)
    for pattern, fact in ((_OTHER_PERIOD, yearly), (_MEAN, median)):
        if fact is not None:
            for match in pattern.finditer(page.reading.text, sentence.start, sentence.end):
                yield _finding(page, match.start(), match.end(), fact)


def _wrong_end(text: str, sentence: DraftedSentence, link: Link, fact: Fact) -> int:
    """Return where the words of another unit end, or 0 where the words behind the figure fit."""
    end = sentence.start + link.end
    tail = text[end : min(end + 40, sentence.end)]
    if fact.unit in _SHARES and (points := _POINTS.match(tail)):
        return end + points.end()
    noun = _NOUN.match(tail)
    if noun is None:
        return 0
    near = {noun[1], noun[2]} if not tail.lstrip().startswith("of ") else {noun[1]}
    wrong = [group for group in _FORBIDDEN.get(fact.unit, ()) if near & _NOUNS[group]]
    return end + noun.end() if wrong else 0


def _finding(page: CheckInput, start: int, end: int, fact: Fact) -> Finding:
    message = f"“{page.reading.text[start:end]}”: the record is {fact.label}, in {fact.unit or 'words'}"
    return finding(page, Units.name, start, end, message, fact=fact.id, expected=fact.printed())


CHECK = Units()
