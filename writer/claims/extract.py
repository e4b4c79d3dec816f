"""What a text claims: figures, sets, comparisons, ranks and directions, each with the sentence it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from writer.claims.comparisons import cue_of, order_cues
from writer.claims.frames import Frame, frames
from writer.claims.index import Index
from writer.claims.set_claim import SetClaim
from writer.claims.sets import set_claims
from writer.claims.topics import entities_near, topics
from writer.language.phrases import Phrase
from writer.language.quantities import Quantity
from writer.language.reading import Reading
from writer.language.sentences import Sentence
from writer.language.spans import Span, Spanned

ClaimKind = Literal["figure", "difference", "set", "order", "superlative", "universal", "direction"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One checkable statement. `start` and `end` are the span that a finding about it marks."""

    kind: ClaimKind
    start: int
    end: int
    sentence: Sentence
    text: str
    frame: Frame = field(repr=False)
    subjects: tuple[str, ...] = ()  #: entities, nearest first
    measures: tuple[str, ...] = ()  #: measure ids, nearest first
    quantity: Quantity | None = None
    phrase: Phrase | None = None
    set: SetClaim | None = None


def extract(reading: Reading, index: Index, slots: Sequence[tuple[int, int, str]] = ()) -> tuple[Claim, ...]:
    """Return the claims of a text, in order. `slots` are spans that an author's slot printed, with the fact's id."""
    claims = [claim for frame in frames(reading, index, slots) for claim in _of_frame(frame)]
    return tuple(sorted(claims, key=lambda claim: (claim.start, claim.end)))


def _of_frame(frame: Frame) -> Iterable[Claim]:
    taken: list[Spanned] = []
    for claim in set_claims(frame):
        taken += [claim, *claim.predicates]
        yield _claim(frame, "set", claim, set=claim)
    free = [q for q in frame.quantities if q.role != "name" and not _covered(q, taken)]
    measured: list[Span] = []
    for q in free:
        cue = (
            cue_of(frame, q) if q.dimension not in ("year", "duration", "measure", "rank", "times") else None
        )
        if cue is not None:
            measured.append(Span(cue.start, cue.end))
            yield _claim(frame, "difference", q, quantity=q, phrase=cue)
        else:
            yield _claim(frame, "figure", q, quantity=q)
    for cue in order_cues(frame, measured):
        yield _claim(frame, "order", cue, phrase=cue)
    for cue in frame.cues("superlative"):
        yield _claim(frame, "superlative", cue, phrase=cue)
    yield _claim(frame, "universal", frame.sentence)
    for cue in frame.cues("direction"):
        yield _claim(frame, "direction", cue, phrase=cue)


def _covered(q: Quantity, taken: Sequence[Spanned]) -> bool:
    return any(span.start <= q.core_start and q.core_end <= span.end for span in taken)


def _claim(
    frame: Frame,
    kind: ClaimKind,
    span: Spanned,
    *,
    quantity: Quantity | None = None,
    phrase: Phrase | None = None,
    set: SetClaim | None = None,  # noqa: A002 - the field's name
) -> Claim:
    return Claim(
        kind=kind,
        start=span.start,
        end=span.end,
        sentence=frame.sentence,
        text=frame.reading.text[span.start : span.end],
        frame=frame,
        subjects=entities_near(frame, span) if quantity else (),
        measures=topics(frame, quantity) if quantity else (),
        quantity=quantity,
        phrase=phrase,
        set=set,
    )
