"""Two entities and a measure: who stands left and right of a comparison, and by how much they differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from writer.claims.frames import Frame
from writer.claims.index import EVERYONE, SUBJECT, TASK_MEASURE, Index, Row
from writer.language.phrases import Phrase
from writer.language.spans import Span, Spanned


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The rows on both sides of a comparison."""

    left: Row
    right: Row

    @property
    def difference(self) -> Decimal:
        """Left minus right."""
        assert self.left.value is not None
        assert self.right.value is not None
        return self.left.value - self.right.value

    @property
    def ratio(self) -> Decimal | None:
        """Left through right; None where right is zero."""
        assert self.left.value is not None
        return self.left.value / self.right.value if self.right.value else None


def pairs(frame: Frame, cue: Spanned, measures: Sequence[str]) -> tuple[Pair, ...]:
    """Return the pairs of rows that a comparison at this place may mean, likeliest first."""
    found: list[Pair] = []
    for left in left_of(frame, cue):
        for right in right_of(frame, cue, left):
            for measure in measures or measures_held(frame.index, right):
                found += rows_of(frame.index, left, right, measure)
    return tuple(found)


def rows_of(index: Index, left: str, right: str, measure: str) -> tuple[Pair, ...]:
    """Return the pair of this measure, if both sides hold it."""
    if left == right:
        return ()
    ones = [row for row in index.of(left, measure) if row.value is not None]
    others = [row for row in index.of(right, measure) if row.value is not None]
    if not ones or not others:
        return ()
    ones.sort(key=lambda row: row.first_year or 0)
    others.sort(key=lambda row: row.first_year or 0)
    return (Pair(left=ones[0], right=others[0]),)


def measures_held(index: Index, entity: str) -> tuple[str, ...]:
    """Return the measures that the sheet holds for both the subject and this entity."""
    return tuple(m for m in index.measures_of(entity) if index.of(SUBJECT, m) or entity == SUBJECT)


def left_of(frame: Frame, cue: Spanned) -> tuple[str, ...]:
    """Return who is compared: the occupation named before the cue in its own segment, else the subject."""
    number = frame.segment(cue)
    own = [m for m in frame.entities(number) if m.end <= cue.start]
    if own:
        return (own[-1].ref,)
    before = [m for m in frame.entities() if m.end <= cue.start and m.ref != EVERYONE]
    peers = [m.ref for m in before if m.ref != SUBJECT]
    return tuple(dict.fromkeys((SUBJECT, *peers[-1:])))


def right_of(frame: Frame, cue: Spanned, left: str) -> tuple[str, ...]:
    """Return with whom: the occupations named behind the cue, up to the next comparison; else those named before."""
    stop = next(
        (
            p.start
            for p in frame.cues("comparison")
            if p.start >= cue.end and frame.segment(p) > frame.segment(cue)
        ),
        frame.sentence.end,
    )
    number = frame.segment(Span(cue.end - 1, cue.end))
    behind = [m for m in frame.entities(number) if cue.end <= m.start < stop and m.ref != left]
    if behind:
        return (behind[0].ref,)
    if left != SUBJECT:
        return (SUBJECT,)
    known = [m.ref for m in frame.entities() if m.ref != left]
    if known:
        return tuple(dict.fromkeys(known))
    return _earlier(frame, left)


def _earlier(frame: Frame, left: str) -> tuple[str, ...]:
    before, depth = frame.before, 3
    while before is not None and depth:
        named = [m.ref for m in before.entities() if m.ref != left]
        if named:
            return tuple(dict.fromkeys(reversed(named)))
        before, depth = before.before, depth - 1
    return ()


def task_pairs(frame: Frame, cue: Spanned) -> tuple[Pair, ...]:
    """Return the task before the cue against the tasks named elsewhere in the sentence."""
    before = [t for t in frame.tasks if t.end <= cue.start]
    if not before:
        return ()
    left = before[-1]
    return tuple(
        pair
        for other in frame.tasks
        if other.ref != left.ref
        for pair in rows_across(frame.index, f"task:{left.ref}", f"task:{other.ref}")
    )


def rows_across(index: Index, left: str, right: str) -> tuple[Pair, ...]:
    """Return the pair of two tasks' penetration."""
    return rows_of(index, left, right, TASK_MEASURE)


def sign_of(cue: Phrase) -> int:
    """Return 1 for above, -1 for below, 0 for equal."""
    return {"comparison.above": 1, "comparison.below": -1}.get(cue.cue, 0)
