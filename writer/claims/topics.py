"""Which measures and entities the words around a figure license: its own segment first, then its neighbours."""

from __future__ import annotations

from collections.abc import Iterable

from writer.claims.frames import Frame
from writer.claims.index import EVERYONE, SUBJECT
from writer.language.mentions import Mention
from writer.language.quantities import Quantity
from writer.language.spans import Spanned

_DIMENSIONS: dict[str, tuple[str, ...]] = {
    "percent": ("percent",),
    "percentage_points": ("percent",),
    "money": ("money",),
    "points": ("points", "percent"),
    "count": ("count", "points"),
    "rank": ("points", "percent", "money", "count"),
    "times": ("percent", "money", "count", "points"),
    "fraction": ("percent", "money", "count", "points"),
}
_AGAINST = frozenset(("against", "versus", "vs", "to", "than", "with"))


def _fitting(q: Quantity) -> tuple[str, ...]:
    return ("points",) if q.unit == "score" else _DIMENSIONS.get(q.dimension, ())


def measures_near(frame: Frame, q: Quantity, *, own_only: bool = False) -> tuple[str, ...]:
    """Return the measures of a fitting dimension, nearest first: those of the own segment, else of the neighbours."""
    fitting = _fitting(q)
    cues = [
        m
        for m in _cues(frame)
        if _fits(frame, m.ref, fitting) and not (m.start < q.core_end and q.core_start < m.end)
    ]
    number = frame.segment(q)
    own = _ordered(frame, q, (m for m in cues if frame.segment(m) == number))
    if own or own_only:
        return own
    left = [m for m in cues if frame.segment(m) < number]
    right = [m for m in cues if frame.segment(m) > number]
    last = max((frame.segment(m) for m in left), default=-1)
    first = min((frame.segment(m) for m in right), default=-1)
    return _ordered(frame, q, (m for m in (*left, *right) if frame.segment(m) in (last, first)))


def topics(frame: Frame | None, q: Quantity, depth: int = 3) -> tuple[str, ...]:
    """Return the measures near a figure; where its sentence names none, those of the sentences before it."""
    if frame is None or depth == 0:
        return ()
    found = measures_near(frame, q)
    if found:
        return found
    fitting = _fitting(q)
    before = frame.before
    while before is not None and depth > 0:
        named = tuple(dict.fromkeys(m.ref for m in reversed(_cues(before)) if _fits(before, m.ref, fitting)))
        if named:
            return named
        before, depth = before.before, depth - 1
    return ()


def entities_near(frame: Frame, q: Spanned) -> tuple[str, ...]:
    """Return whom a figure may be about: those named in its own segment, else the subject and those named at all."""
    if _of_everyone(frame, q):
        return (EVERYONE, *dict.fromkeys(m.ref for m in frame.entities() if m.ref != EVERYONE), SUBJECT)
    number = frame.segment(q)
    own = [m for m in frame.entities(number) if not _parted(frame, q, m)]
    own.sort(key=lambda m: frame.distance(q, m))
    if own:
        return tuple(dict.fromkeys(m.ref for m in own))
    left = [m.ref for m in frame.entities() if m.end <= q.start]
    if _AGAINST & set(frame.ahead(q, 2)):  # "4.9% against 3.1%"
        left.append(EVERYONE)
    others = [m.ref for m in frame.entities() if m.ref != EVERYONE]
    return tuple(dict.fromkeys((*left[-1:], SUBJECT, *others, *left)))


def _of_everyone(frame: Frame, q: Spanned) -> bool:
    """Return whether the figure is the one that another is measured by: "double the 3.1 % average"."""
    before = frame.ahead(q, 2)
    if before[-1:] != ("the",) or frame.after(q, 1) not in (
        ("average",),
        ("median",),
        ("norm",),
        ("figure",),
        ("for",),
    ):
        return False
    return any(
        o.dimension in ("times", "fraction") and 0 < q.start - o.core_end <= 12 for o in frame.quantities
    )


def _parted(frame: Frame, q: Spanned, entity: Mention) -> bool:
    """Return whether another figure stands between a figure and an occupation named behind it."""
    return any(
        q.end <= other.core_start and other.core_end <= entity.start and other.dimension != "year"
        for other in frame.quantities
    ) or any(q.end <= cue.start and cue.end <= entity.start for cue in frame.cues("comparison"))


def says_change(frame: Frame, q: Quantity) -> tuple[str, ...]:
    """Return the directions ("up", "down") said in the figure's own segment, nearest first."""
    number = frame.segment(q)
    cues = sorted(frame.cues("direction", number=number), key=lambda p: frame.distance(q, p))
    return tuple(p.cue.partition(".")[2] for p in cues)


def _cues(frame: Frame) -> tuple[Mention, ...]:
    return frame.measures


def _fits(frame: Frame, ref: str, fitting: tuple[str, ...]) -> bool:
    measure = frame.index.vocabulary.measure(ref)
    return measure is not None and measure.dimension in fitting


def _ordered(frame: Frame, q: Quantity, cues: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.ref for m in sorted(cues, key=lambda m: frame.distance(q, m))))
