"""Judges years, spans of years and durations beside a measure: is that the period of the record?"""

from __future__ import annotations

from collections.abc import Iterable

from writer.claims.frames import Frame
from writer.claims.headcounts import counts_people
from writer.claims.index import EVERYONE, SUBJECT, Row
from writer.claims.judgement import SILENT, Judgement
from writer.claims.series import series_of
from writer.language.quantities import Quantity
from writer.language.spans import Span, word_set

_DATED = ("employment", "growth", "openings", "wage")
_TAKES = frozenset(["takes", "take", "took", "taking", "needs"])
_NOW = word_set("used now instead once down previously today formerly before might")
_WORK = word_set(
    "saves save saving saved cuts cut cutting spends spend spent spending reduces reduce reduced shaves shave "
    "shaved frees free freed minutes faster shorter halves trims trim trimmed finish finishes finished turns "
    "turned done reducing adds"
)
_CLOCK = ("second", "minute", "hour", "day", "week", "month")
_TERMS = word_set("over across for in within through during next coming")


def judge_year(frame: Frame, q: Quantity) -> Judgement:
    """Judge a year or a span of years that stands with a measured figure."""
    rows = [row for row in _rows(frame) if row.first_year]
    if not rows or not _measured(frame):
        return SILENT
    first, last = int(q.low), int(q.high)
    ends = {year for row in rows for year in (row.first_year, row.last_year) if year}
    spans = {(row.first_year, row.last_year) for row in rows}
    spans.add((min(ends), max(ends)))
    decade = frame.text(q.core_start, q.core_end).endswith("s")
    if decade and any(first <= year <= last for year in ends):
        return Judgement(status="supported")
    if not q.span and first in ends:
        return Judgement(status="supported")
    if q.span and ((first, last) in spans or {first, last} <= ends):
        return Judgement(status="supported")
    right = next((f"{a} and {b}" for a, b in spans if a and b and a != b), str(max(ends)))
    return Judgement(
        status="contradicted",
        rows=tuple(rows[:1]),
        expected=right,
        reason=f"the record is for {right}; the text says {q.text}",
    )


def judge_duration(frame: Frame, q: Quantity) -> Judgement:
    """Judge how long: the length of the projection, or a saving of time that no record holds."""
    words = set(frame.words(frame.sentence.start, frame.sentence.end))
    if q.unit in _CLOCK:
        if (
            (words & _WORK or (words & _TAKES and words & _NOW))
            and not frame.index.sheet.facts.get("")
            and _no_row(frame, q)
        ):
            return _invented(frame, q)
        return SILENT
    if q.unit not in ("year", "decade") or not _growth_near(frame, q):
        return SILENT
    before = frame.ahead(Span(q.start, q.end), 2)
    if not set(before) & _TERMS and not frame.text(q.start, q.end).startswith(("over", "within")):
        return SILENT
    years = series_of(frame.index).years
    said = q.low * (10 if q.unit == "decade" else 1)
    if q.low <= years <= q.high or said == years or q.bound != "exact":
        return Judgement(status="supported")
    return Judgement(
        status="contradicted",
        expected=f"{years} years",
        reason=f"the record covers {years} years; the text says {q.text}",
    )


def _invented(frame: Frame, q: Quantity) -> Judgement:
    """Return one finding for all times of a sentence ("from two hours to forty-five minutes")."""
    clock = [o for o in frame.quantities if o.dimension == "duration" and o.unit in _CLOCK]
    if clock[0] is not q:
        return SILENT
    said = frame.reading.text[q.start : clock[-1].core_end]
    return Judgement(
        status="unsupported", reason=f"no record holds “{said}”", start=q.start, end=clock[-1].core_end
    )


def _no_row(frame: Frame, q: Quantity) -> bool:
    return not any(q.unit in row.unit for row in frame.index.rows)


def _rows(frame: Frame) -> Iterable[Row]:
    for measure in _DATED:
        yield from frame.index.of(SUBJECT, measure)
        yield from frame.index.of(EVERYONE, measure)


def _measured(frame: Frame) -> bool:
    """Return whether a dated measure is named in the sentence, or a direction of jobs."""
    named = {m.ref for m in frame.measures} & set(_DATED)
    figure = any(q.dimension in ("percent", "money", "count") and q.role != "name" for q in frame.quantities)
    people = any(
        q.dimension == "count" and q.role != "name" and counts_people(frame, q) for q in frame.quantities
    )
    return bool(named and figure) or people or bool(frame.cues("direction") and figure and not frame.tasks)


def _growth_near(frame: Frame, q: Quantity) -> bool:
    number = frame.segment(q)
    cues = frame.cues("direction.up", "direction.down")
    figures = [o for o in frame.quantities if o.dimension == "percent" and frame.segment(o) == number]
    return bool(figures) and any(frame.segment(p) == number for p in cues)
