"""What is said of a set of tasks ("at zero", "50 % or more", "between 3 % and 22 %") as an interval of exposure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from writer.claims.frames import Frame
from writer.claims.index import Row
from writer.language.quantities import Quantity
from writer.language.spans import Span, word_set

_OVER = word_set("above over past beyond exceed exceeds exceeding exceeded top tops")
_UNDER = frozenset(("below", "under", "beneath"))
_UP = word_set("more higher above up upwards greater better over")
_DOWN = frozenset(("less", "lower", "below", "fewer", "under"))
_AT = word_set(
    "at on reads read show shows score scores has have of register remain exactly a still reach reaches got "
    "sits hit hits to"
)
_EDGE = Decimal("0.0001")
_TOP = Decimal(100)
_NEGATIONS = word_set(
    "not never n't isn't aren't doesn't don't hasn't haven't didn't wasn't weren't no nor without cannot can't"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """An interval of exposure in percent, both ends included, and the words that say it."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    id: str = ""

    def holds(self, row: Row) -> bool:
        """Return whether the task of this row lies in the interval. A missing value lies nowhere."""
        return row.value is not None and self.low <= row.value <= self.high

    def negated(self) -> tuple[Predicate, ...]:
        """Return what is left of the scale: below and above."""
        below = Predicate(start=self.start, end=self.end, low=Decimal(0), high=self.low - _EDGE, id="not")
        above = Predicate(start=self.start, end=self.end, low=self.high + _EDGE, high=_TOP, id="not")
        return tuple(p for p in (below, above) if p.low <= p.high)


def predicates_of(frame: Frame) -> tuple[Predicate, ...]:
    """Return the predicates of a sentence, left to right; a percentage wins over a phrase that it lies in."""
    found = [made for q in frame.quantities if q.dimension == "percent" and (made := _of_percent(frame, q))]
    found += [made for q in frame.quantities if q.dimension == "fraction" and (made := _of_half(frame, q))]
    intervals = {p.id: p for p in frame.index.vocabulary.predicates}
    for mention in frame.index.predicates.find(frame.reading.text, frame.tokens):
        if any(mention.start < p.end and p.start < mention.end for p in found):
            continue
        kind = intervals[mention.ref]
        found.append(
            Predicate(
                start=mention.start,
                end=mention.end,
                low=Decimal(kind.low),
                high=Decimal(kind.high),
                id=mention.ref,
            )
        )
    return tuple(sorted(found, key=lambda p: p.start))


def is_negated(frame: Frame, start: int, end: int) -> bool:
    """Return whether a negation stands between two offsets."""
    return any(word in _NEGATIONS for word in frame.words(start, end))


def _of_half(frame: Frame, q: Quantity) -> Predicate | None:
    """Read "at half or more", "above a half" as a predicate of exposure."""
    before = frame.ahead(q, 2)
    if q.bound == "at_least" and before[-1:] == ("at",):
        return Predicate(start=q.start, end=q.end, low=q.low * 100, high=_TOP, id="percent")
    return None


def _of_percent(frame: Frame, q: Quantity) -> Predicate | None:
    if any(cue.family == "direction" for cue in frame.cues("direction", number=frame.segment(q))):
        return None
    before = frame.ahead(Span(q.core_start, q.core_end), 3)
    after = frame.after(Span(q.core_start, q.core_end), 7)
    low, high, end = q.low, q.high, q.end
    last = before[-1] if before else ""
    tail = _tail(after)
    if q.span:
        pass
    elif q.bound == "at_least" or tail in _UP:
        high = _TOP
    elif q.bound == "at_most" or tail in _DOWN:
        low = Decimal(0)
    elif q.bound in ("over", "just_over") or last in _OVER:
        low, high = q.high + _EDGE, _TOP
    elif q.bound in ("under", "nearly") or last in _UNDER:
        low, high = Decimal(0), q.low - _EDGE
    elif last in _AT or (frame.segment(q) >= 0 and q.low == 0):
        half = q.step / 2 if q.low else Decimal(0)
        low, high = q.low - half, q.high + half
    else:
        return None
    if tail:
        end = _end_of_tail(frame, q)
    return Predicate(start=q.start, end=end, low=low, high=high, id="percent")


def _tail(after: Sequence[str]) -> str:
    """Return the word behind "or" or "and" within the next words ("AI penetration or more")."""
    for at, word in enumerate(after[:-1]):
        if word in ("or", "and") and after[at + 1] in _UP | _DOWN:
            return after[at + 1]
        if not word[:1].isalpha():
            return ""
    return ""


def _end_of_tail(frame: Frame, q: Quantity) -> int:
    later = [t for t in frame.tokens if t.start >= q.core_end][:8]
    for at, token in enumerate(later[:-1]):
        if token.lower in ("or", "and") and later[at + 1].lower in _UP | _DOWN:
            return later[at + 1].end
    return q.end
