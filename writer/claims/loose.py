"""The last word before a finding: readings that hold all the same, and figures in the wrong unit."""

from __future__ import annotations

from dataclasses import replace

from writer.claims.agreement import agrees
from writer.claims.frames import Frame
from writer.claims.index import EVERYONE, SUBJECT
from writer.claims.judgement import SILENT, Candidate, Judgement, derived, judged, plain
from writer.claims.pairs import measures_held, rows_of
from writer.claims.series import series_of
from writer.claims.topics import topics
from writer.language.quantities import Quantity
from writer.language.spans import Span

_GAPS = frozenset(["gap", "difference", "margin", "premium", "lead", "advantage", "distance"])


def judge_pp(frame: Frame, q: Quantity) -> Judgement:
    """Judge percentage points: a difference of two percentages; a plain change in points is the wrong unit."""
    measures = list(topics(frame, q)) or ["growth"]
    others = [m.ref for m in frame.entities() if m.ref != SUBJECT] or [EVERYONE]
    found: list[Candidate] = []
    for other in others:
        for measure in dict.fromkeys((*measures, *measures_held(frame.index, other))):
            for pair in rows_of(frame.index, SUBJECT, other, measure):
                if pair.left.dimension == "percent":
                    formula = f"{pair.left.value:f} - {pair.right.value:f}"
                    text = f"{plain(abs(pair.difference), 1)} percentage points"
                    found.append(derived(pair.difference, (pair.left, pair.right), text, formula))
    held = judged(q, found, q.text)
    if held.status == "supported":
        return held
    series = series_of(frame.index)
    if any(agrees(q, c.value) for c in series.percent):
        first = series.percent[0]
        right = first.text.removeprefix("-")
        return Judgement(
            status="contradicted",
            rows=first.rows,
            expected=right,
            fix=right,
            reason=f"{right} is a percentage, not a difference in percentage points",
            start=q.core_start,
            end=q.core_end,
        )
    return held if found else SILENT


def judge_loose(frame: Frame, q: Quantity, verdict: Judgement) -> Judgement:
    """Return the verdict, or silence where a fact with a label of its own bears the figure out."""
    if _gap(frame, q):
        return Judgement(status="supported", check="comparisons")
    for row in frame.index.rows:
        if row.value is None or not row.measure.startswith("label:"):
            continue
        if agrees(q, row.value) and _named(frame, row.label):
            return Judgement(status="supported", rows=(row,))
    return replace(verdict)


def _gap(frame: Frame, q: Quantity) -> bool:
    """Return whether the figure is a gap said without a direction ("a difference of about $290") and has that size."""
    before = frame.ahead(Span(q.start, q.end), 3)
    if before[-1:] != ("of",) or not set(before) & _GAPS:
        return False
    entities = list(dict.fromkeys((SUBJECT, EVERYONE, *(m.ref for m in frame.entities()))))
    pairs = [
        pair
        for at, left in enumerate(entities)
        for right in entities[at + 1 :]
        for measure in measures_held(frame.index, right)
        for pair in rows_of(frame.index, left, right, measure)
    ]
    return any(agrees(q, pair.difference) for pair in pairs)


def _named(frame: Frame, label: str) -> bool:
    """Return whether the sentence shares a telling word with the label of a fact."""
    said = set(frame.words(frame.sentence.start, frame.sentence.end))
    telling = {word for word in label.lower().replace(",", " ").split() if len(word) > 4}
    return bool(said & telling)
