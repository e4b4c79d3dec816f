"""Writes about related occupations: whether a move would change what the projection says."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from writer.domain.drafts import ReplySentence
from writer.domain.facts import Comparator, FactSheet
from writer.domain.units import Style
from writer.llm.offline.phrases import capital, says, slot
from writer.llm.offline.plan import Character, PagePlan

Sentences = list[ReplySentence | None]
CLEAR = Decimal(2)  # percentage points of growth by which a neighbour must differ to be worth a move


@dataclass(frozen=True, slots=True, kw_only=True)
class _Neighbour:
    """A related occupation with a projection."""

    peer: Comparator
    growth: Decimal

    @property
    def slot(self) -> str:
        return slot(f"cmp.{self.peer.id}.growth", Style.ABS)

    @property
    def fact(self) -> str:
        return f"cmp.{self.peer.id}.growth"


def _neighbours(sheet: FactSheet) -> list[_Neighbour]:
    found = [
        _Neighbour(peer=peer, growth=fact.value)
        for peer in sheet.comparators
        if (fact := peer.fact(".growth")) is not None and isinstance(fact.value, Decimal)
    ]
    return sorted(found, key=lambda neighbour: -neighbour.growth)


def move(sheet: FactSheet, plan: PagePlan) -> Sentences:
    """Return what the related occupations say for or against a change; nothing without a projection."""
    own = sheet.number("bls.growth.2024-34")
    peers = _neighbours(sheet)
    if own is None or not peers:
        return []
    best = peers[0]
    if best.growth <= own:
        return _stay(peers, plan)
    if own < 0:
        return _leave_decline(plan, peers)
    if best.growth - own < CLEAR:
        return [
            says(
                f"A sideways move would not change much: {best.peer.name} are projected to grow by {best.slot}, "
                "which is little more than you can expect where you are.",
                "data",
                best.fact,
            )
        ]
    return _faster(plan, best, peers, own)


def _stay(peers: list[_Neighbour], plan: PagePlan) -> Sentences:
    last = peers[-1]
    fate = f"projected to shrink by {last.slot}" if last.growth < 0 else f"projected to grow by {last.slot}"
    return [
        says(
            "None of the related occupations compared on this page is projected to grow faster than "
            + ("the group you are counted in." if plan.pooled else "yours."),
            "data",
            "rank.growth",
        ),
        says(f"At the other end are {last.peer.name}, {fate}.", "data", last.fact)
        if last.growth != 0
        else None,
        says("On these figures, growth is a reason to stay and to specialise here.", "judgement"),
    ]


def _leave_decline(plan: PagePlan, peers: list[_Neighbour]) -> Sentences:
    best = peers[0]
    segment = next((s for s in plan.records.segments if s.record.id.endswith("neighbours")), None)
    if best.growth < 0:
        told: Sentences = [
            says(
                f"Next door is no refuge: even the mildest projection among the related occupations is a fall, of "
                f"{best.slot} for {best.peer.name}.",
                "data",
                best.fact,
            ),
            says("A move that pays would have to go further, into a different kind of work.", "judgement"),
        ]
    else:
        second = peers[1] if len(peers) > 1 and peers[1].growth > 0 else None
        told = [
            says(
                f"{capital(best.peer.name)} are projected to grow by {best.slot}"
                + (f", and {second.peer.name} by {second.slot}" if second else "")
                + ", where your own occupation is projected to shrink.",
                "data",
                "bls.growth.2024-34",
            ),
            says("Whatever you already do in common with them is what to carry across.", "judgement"),
        ]
    if segment is not None:
        told += [says(sentence, "evidence", segment.record.id) for sentence in segment.sentences]
    return told


def _faster(plan: PagePlan, best: _Neighbour, peers: list[_Neighbour], own: Decimal) -> Sentences:
    exposure = best.peer.fact(".exposure")
    low = exposure is not None and isinstance(exposure.value, Decimal) and exposure.value > 0
    slower = [peer for peer in peers if peer.growth < own]
    at = f"; observed exposure there is [[cmp.{best.peer.id}.exposure]]" if low else ""
    lead = {
        Character.HEAVY: f"Neighbouring work is growing too, fastest among {best.peer.name}, by {best.slot}{at}.",
        Character.MODERATE: f"For a way out, look at {best.peer.name}, with a projected growth of {best.slot}{at}.",
        Character.LIGHT: f"Related work that grows includes that of {best.peer.name}, by {best.slot}{at}.",
        Character.SILENT: f"Nearby, {best.peer.name} have the strongest projection, with growth of {best.slot}{at}.",
        Character.UNCOUNTED: f"Compared with you, {best.peer.name} are projected to grow more, by {best.slot}{at}.",
    }.get(
        plan.character,
        f"If you would consider a change, {best.peer.name} lead the related occupations, growing by {best.slot}{at}.",
    )
    return [
        says(lead, "data", best.fact),
        says(
            f"{capital(slower[-1].peer.name)} face the opposite, a fall of {slower[-1].slot}."
            if slower[-1].growth < 0
            else f"{capital(slower[-1].peer.name)} would be a slower choice, at {slower[-1].slot}.",
            "data",
            slower[-1].fact,
        )
        if slower and own - slower[-1].growth >= CLEAR
        else None,
    ]
