"""Finds the proof of what a page prints: which span of a sentence, heading or cell rests on which claim.

Knows the claims of a report and nothing of any file format; every exporter that marks figures asks here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from writer.domain.report import Cell, Claim, Report

#: A judgement covers a whole sentence; the sentence's own mark says so, and no span needs a second one.
_MARKED_BY_SENTENCE = frozenset({"judgement"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of the register at the foot of a page: the record that one or more claims print."""

    number: int
    claim: Claim

    @property
    def anchor(self) -> str:
        """The id of the row within the page."""
        return f"p{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of text, with the claim and register row behind it where there is one."""

    text: str
    claim: Claim | None = None
    entry: Entry | None = None


@dataclass(slots=True)
class Proof:
    """The claims of one report, ready to be asked. `entries` holds each record once, in order of the page."""

    report: Report
    entries: list[Entry] = field(default_factory=list[Entry])
    _by_place: dict[tuple[str, str], list[Claim]] = field(
        default_factory=lambda: defaultdict[tuple[str, str], list[Claim]](list)
    )
    _entry_of: dict[tuple[str, ...], Entry] = field(default_factory=dict[tuple[str, ...], Entry])

    def __post_init__(self) -> None:
        for claim in self.report.claims:
            self._by_place[claim.section, claim.place].append(claim)
            if claim.kind not in _MARKED_BY_SENTENCE:
                self._register(claim)

    def of_text(self, section: str, text: str) -> list[Piece]:
        """Return the text cut at the claims that are printed in exactly this sentence of that part."""
        return self._cut(text, self._by_place.get((section, text), ()))

    def of_cell(self, section: str, place: str, cell: Cell) -> list[Piece]:
        """Return the cell cut at its claims; `place` is its `cell_place`."""
        return self._cut(cell.text, self._by_place.get((section, place), ()))

    def claims_of(self, section: str, place: str) -> Sequence[Claim]:
        """Return all claims of that place, marked or not, in reading order."""
        return sorted(self._by_place.get((section, place), ()), key=lambda claim: (claim.start, claim.end))

    def _cut(self, text: str, claims: Iterable[Claim]) -> list[Piece]:
        pieces: list[Piece] = []
        at = 0
        for start, end, claim in _spans(text, claims):
            if start > at:
                pieces.append(Piece(text=text[at:start]))
            pieces.append(Piece(text=text[start:end], claim=claim, entry=self._register(claim)))
            at = end
        if at < len(text):
            pieces.append(Piece(text=text[at:]))
        return pieces

    def _register(self, claim: Claim) -> Entry:
        key = (claim.kind, claim.record, claim.label, claim.value, claim.period, claim.source, claim.release,
               claim.formula, claim.scope, claim.url)  # fmt: skip
        entry = self._entry_of.get(key)
        if entry is None:
            entry = self._entry_of[key] = Entry(number=len(self.entries) + 1, claim=claim)
            self.entries.append(entry)
        return entry


def _spans(text: str, claims: Iterable[Claim]) -> list[tuple[int, int, Claim]]:
    """Return non-overlapping spans in order; where two claims overlap, the narrower one is marked."""
    taken: list[tuple[int, int, Claim]] = []
    for claim in sorted(claims, key=lambda claim: (len(claim.text), claim.start)):
        if claim.kind in _MARKED_BY_SENTENCE or not claim.text:
            continue
        start = claim.start if text[claim.start : claim.end] == claim.text else text.find(claim.text)
        end = start + len(claim.text)
        if start >= 0 and all(end <= other[0] or start >= other[1] for other in taken):
            taken.append((start, end, claim))
    return sorted(taken, key=lambda span: span[:2])
