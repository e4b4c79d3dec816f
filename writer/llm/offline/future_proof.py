"""Writes advice that this occupation's data selects: between tasks, between neighbouring occupations, on the way in."""

from __future__ import annotations

from collections.abc import Mapping

from writer.domain.drafts import ReplyBlock, ReplySentence, SectionReply
from writer.domain.facts import FactSheet
from writer.domain.outlook import GrowthTier, Verdict
from writer.domain.sections import SectionBrief
from writer.llm.offline.neighbours import move
from writer.llm.offline.phrases import (
    NOTHING,
    above,
    attributed,
    ids,
    labels,
    nouns,
    paragraph,
    reply,
    says,
)
from writer.llm.offline.plan import Character, PagePlan, plan_page, rated

Sentences = list[ReplySentence | None]

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
        "That is what you can lean on while the figure is missing.",
    ),
}
OPEN_ONLY = (
    "The ratings do not separate your tasks, but the record does: no use has been counted for {hold}.",
    "That is a reason to keep them, though a thin one.",
)


def write(brief: SectionBrief) -> SectionReply:
    """Return up to three paragraphs; the move to another occupation comes first where this one shrinks fast."""
    sheet = brief.sheet
    plan = plan_page(sheet)
    if plan.character is Character.NOTHING:
        return NOTHING
    tasks, away, way = paragraph(*_tasks(sheet, plan)), paragraph(*move(sheet, plan)), _way_in(plan)
    verdict = sheet.outlook.verdict if sheet.outlook is not None else Verdict.OPEN
    tier = sheet.outlook.growth_tier if sheet.outlook is not None else GrowthTier.UNKNOWN
    urgent = verdict is Verdict.MOSTLY or tier is GrowthTier.STEEP_DECLINE
    return reply(away, tasks, way) if urgent else reply(tasks, away, way)


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
    if hold and near and above(sheet, "eloundou.exposure", 30):
        first = (
            "All your tasks have the same value in the Index, so it cannot tell you which to favour; the theoretical "
            "ratings can."
        )
        return [
            says(first, "data", "tasks.zero", "tasks.above"),
            says(f"They are higher for {labels(near)}.", "task", *ids(near)),
            says(f"They are at their lowest for {labels(hold)}.", "task", *ids(hold)),
            says(
                "So try tools on the former, where raters thought a gain possible, and keep your own hands in the "
                "latter.",
                "judgement",
            ),
        ]
    if hold and near:
        return [
            says(
                f"If you want to see early what AI is worth to you, try it on {labels(near)}.",
                "task",
                *ids(near),
            ),
            says(
                ("These stand" if len(near) > 1 else "It stands")
                + " out in a list that raters otherwise passed over.",
                "task",
                *ids(near),
            ),
            says(f"To deepen your trade, look instead to {labels(hold)}.", "task", *ids(hold)),
        ]
    if hold:
        return [
            says(f"Raters saw least for AI to do in {labels(hold)}.", "task", *ids(hold)),
            says("Skill there is what this data gives you least reason to doubt.", "judgement"),
        ]
    return []


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
