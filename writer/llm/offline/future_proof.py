"""Writes advice that this occupation's data selects: between tasks, between neighbouring occupations, on the way in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from writer.domain.drafts import ReplyBlock, ReplySentence, SectionReply
from writer.domain.facts import Comparator, FactSheet
from writer.domain.outlook import GrowthTier, Verdict
from writer.domain.sections import SectionBrief
from writer.domain.units import Style
from writer.llm.offline.phrases import (
    NOTHING,
    attributed,
    capital,
    ids,
    labels,
    nouns,
    paragraph,
    reply,
    says,
    slot,
)
from writer.llm.offline.plan import Character, PagePlan, plan_page, rated

Sentences = list[ReplySentence | None]
CLEAR = Decimal(2)  # percentage points of growth by which a neighbour must differ to be worth a move

#: Tasks with recorded use against tasks without, and what follows, by the page's character.
BETWEEN: Mapping[Character, tuple[str, str, str]] = {
    Character.HEAVY: (
        "Use is recorded for {used}, so being quick at it is an advantage that others can buy.",
        "The record is empty for {hold}.",
        "If you can choose what to become known for, choose from the second group.",
    ),
    Character.MODERATE: (
        "Start with what is already moving: the Index has use on record for {used}.",
        "Against that, it counts none for {hold}.",
        "Learn the tools on the first, and let others see you do the second.",
    ),
    Character.LIGHT: (
        "You have little to catch up on, but a beginning could be {used}, with use on record.",
        "Ratings and record are both silent on {hold}.",
        "Time that a tool saves on the one is best spent on the other.",
    ),
    Character.UNCOUNTED: (
        "Look past the zero for the occupation, because {used} carry recorded use.",
        "That is not so for {hold}, which were rated low in theory as well.",
        "A post made up of the first kind is more exposed than a post made up of the second.",
    ),
    Character.UNMEASURED: (
        "The tasks differ even where the occupation has no figure: use is recorded for {used}.",
        "It is not for {hold}.",
        "Where you can choose your duties, choose with that difference in mind.",
    ),
}
#: The same where no task with recorded use is left to name: tasks rated low in theory, or merely without use.
LONE: Mapping[Character, tuple[str, str]] = {
    Character.HEAVY: (
        "Among the tasks without recorded use, {hold} were also rated low for what AI could speed up.",
        "They are a small part of the job to build on.",
    ),
    Character.MODERATE: (
        "Draw the line between the work with recorded use and tasks such as {hold}, which have none that counts and "
        "were rated low besides.",
        "An offer to do more of the latter is worth more than it may look.",
    ),
    Character.LIGHT: (
        "Neither measure has anything on {hold}.",
        "If you must choose where to get better, the evidence gives you most time there.",
    ),
    Character.UNMEASURED: (
        "Raters expected least from AI in {hold}.",
        "Skill there depends least on a figure that is still missing.",
    ),
}
OPEN_ONLY = (
    "The ratings do not separate your tasks, but the record does: no use has been counted for {hold}.",
    "That is a reason to keep them, though a thin one.",
)


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


def write(brief: SectionBrief) -> SectionReply:
    """Return up to three paragraphs; the move to another occupation comes first where this one shrinks fast."""
    sheet = brief.sheet
    plan = plan_page(sheet)
    if plan.character is Character.NOTHING:
        return NOTHING
    tasks, move, way = paragraph(*_tasks(sheet, plan)), paragraph(*_move(sheet, plan)), _way_in(plan)
    verdict = sheet.outlook.verdict if sheet.outlook is not None else Verdict.OPEN
    tier = sheet.outlook.growth_tier if sheet.outlook is not None else GrowthTier.UNKNOWN
    urgent = verdict is Verdict.MOSTLY or tier is GrowthTier.STEEP_DECLINE
    return reply(move, tasks, way) if urgent else reply(tasks, move, way)


def _tasks(sheet: FactSheet, plan: PagePlan) -> Sentences:
    used, hold, near = (plan.named("future_proof", role) for role in ("used", "hold", "next"))
    if plan.character is Character.SILENT:
        return _silent(sheet, plan)
    if used and hold:
        first, second, third = BETWEEN[plan.character]
        return [
            says(first.format(used=labels(used)), "task", *ids(used)),
            says(second.format(hold=labels(hold)), "task", *ids(hold)),
            says(third, "judgement"),
        ]
    if plan.character is Character.HEAVY and near and _keeps(plan):
        return [
            says(
                f"If you stay, stay for the checking: {nouns(near)} show no recorded use.", "task", *ids(near)
            ),
            _keeps(plan),
            says(
                "It is the part of the work that the tools on this page hand back to a person.", "judgement"
            ),
        ]
    if hold and plan.character in LONE:
        first, second = LONE[plan.character] if len(rated(hold, 0, 49)) == len(hold) else OPEN_ONLY
        return [says(first.format(hold=labels(hold)), "task", *ids(hold)), says(second, "judgement")]
    return []


def _keeps(plan: PagePlan) -> ReplySentence | None:
    """Tell what the record of a tool or a limit leaves to a person."""
    for record in (*plan.records.tools[1:], *plan.records.limits):
        if record.human_part:
            start = "With " + record.name if record in plan.records.tools else "In practice"
            return says(f"{start}, {record.human_part}.", "evidence", record.id)
    return None


def _silent(sheet: FactSheet, plan: PagePlan) -> Sentences:
    hold, near = plan.named("future_proof", "hold"), plan.named("future_proof", "next")
    if hold and near:
        return [
            says(
                "All your tasks have the same value in the Index, so it cannot tell you which to favour; the "
                "theoretical ratings can.",
                "data",
                "tasks.zero",
                "tasks.above",
            ),
            says(f"They are higher for {labels(near)}.", "task", *ids(near)),
            says(f"They are at their lowest for {labels(hold)}.", "task", *ids(hold)),
            says(
                "So try tools on the former, where raters thought a gain possible, and keep your own hands in the "
                "latter.",
                "judgement",
            ),
        ]
    if hold:
        return [
            says(f"Raters saw least for AI to do in {labels(hold)}.", "task", *ids(hold)),
            says("Skill there is what this data gives you least reason to doubt.", "judgement"),
        ]
    return []


def _neighbours(sheet: FactSheet) -> list[_Neighbour]:
    found = [
        _Neighbour(peer=peer, growth=fact.value)
        for peer in sheet.comparators
        if (fact := peer.fact(".growth")) is not None and isinstance(fact.value, Decimal)
    ]
    return sorted(found, key=lambda neighbour: -neighbour.growth)


def _move(sheet: FactSheet, plan: PagePlan) -> Sentences:
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
        Character.MODERATE: f"For a way out, {best.peer.name} have growth of {best.slot} projected{at}.",
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


def _way_in(plan: PagePlan) -> ReplyBlock | None:
    """Tell where the work is done and what is typical at entry, in the words of the agency's records."""
    told: Sentences = []
    for segment in plan.records.segments:
        if not segment.record.id.endswith("neighbours"):
            told += [says(attributed(s), "evidence", segment.record.id) for s in segment.sentences]
    entries = sorted(plan.records.entry[:2], key=lambda entry: not entry.sentences[0].startswith("BLS lists"))
    for place, entry in enumerate(entries):
        for sentence in entry.sentences:
            lead = "On the way in, " if place == 0 and sentence.startswith("BLS lists") else ""
            told.append(says(lead + attributed(sentence), "evidence", entry.record.id))
    return paragraph(*told)
