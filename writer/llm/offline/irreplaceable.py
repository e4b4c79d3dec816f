"""Writes the part about tasks without recorded use: by hand, with people, at a desk, the largest group first.

The complete list stands below the prose, so the prose names a few tasks and says how far their zero can be trusted.
"""

from __future__ import annotations

from collections.abc import Callable

from writer.domain.drafts import ReplyBlock, ReplySentence, SectionReply
from writer.domain.facts import FactSheet
from writer.domain.occupations import Missing, Setting, Task
from writer.domain.outlook import GrowthTier
from writer.domain.sections import SectionBrief
from writer.llm.offline import groups
from writer.llm.offline.phrases import NOTHING, count, ids, labels, nouns, paragraph, reply, says
from writer.llm.offline.plan import Character, PagePlan, at_zero, nameable, plan_page, rated, with_use

Sentences = list[ReplySentence | None]
_Part = Callable[[FactSheet, PagePlan, bool], Sentences]
SHORT = 6  #: a list of so many tasks is told whole


def write(brief: SectionBrief) -> SectionReply:
    """Return two to four short paragraphs; nothing without a task at zero."""
    sheet = brief.sheet
    plan = plan_page(sheet)
    zero = at_zero(sheet)
    if not zero:
        return NOTHING
    if len(sheet.tasks) <= SHORT and len(nameable(sheet.tasks)) == len(sheet.tasks):
        return reply(
            paragraph(*_meaning(sheet, plan)), *_short_list(sheet, plan), paragraph(*_left_over(sheet, plan))
        )
    sizes: list[tuple[int, _Part]] = [
        (sum(task.setting is Setting.HANDS_ON for task in zero), groups.hands),
        (sum(task.setting is Setting.PEOPLE for task in zero), groups.people),
        (sum(task.setting not in (Setting.HANDS_ON, Setting.PEOPLE) for task in zero), groups.desk),
    ]
    parts = [part for size, part in sorted(sizes, key=lambda pair: -pair[0]) if size]
    told = [part(sheet, plan, place == 0) for place, part in enumerate(parts)]
    filled = [sentences for sentences in told if sentences] or [[]]
    filled[0] = [*_meaning(sheet, plan), *filled[0]]
    behind = [sentence for sentences in filled[1:] for sentence in sentences] + groups.middle(plan)
    return reply(paragraph(*filled[0]), paragraph(*behind), paragraph(*_left_over(sheet, plan)))


def _meaning(sheet: FactSheet, plan: PagePlan) -> list[ReplySentence]:
    """Say how many tasks stand at zero and what zero means, where this section explains it."""
    if plan.zero_explained_in != "irreplaceable":
        return []
    share = f"{count('tasks.zero')} of the [[tasks.matched|words]]"
    if 2 * (sheet.number("tasks.zero") or 0) < (sheet.number("tasks.matched") or 0):
        return [
            says(
                f"Take away the tasks with recorded use, and {share} that have a value in the Index are left."
            ),
            says(
                "They stand at zero: too little use to count, which does not show that AI cannot do them.",
                "data",
                "tasks.zero",
            ),
        ]
    if plan.character is Character.UNMEASURED:
        return [
            says(
                f"On {share} tasks the Index shows no measurable AI use: too little was recorded to count, which does "
                "not show that AI cannot do them."
            )
        ]
    if plan.character is Character.LIGHT:
        return [
            says(
                f"Zero is the Index's value for {share} tasks: the use on record was not enough to count, and that "
                "does not show AI cannot do them."
            )
        ]
    return [
        says(f"The Index leaves {share} tasks that it could match at zero."),
        says(
            "Read that as too little recorded use to count; it does not show AI cannot do them.",
            "data",
            "tasks.zero",
        ),
    ]


def _short_list(sheet: FactSheet, plan: PagePlan) -> list[ReplyBlock | None]:
    tasks = nameable(sheet.tasks)
    low, near = rated(tasks, 0, 49), rated(tasks, 50, 100)
    bodily = any(task.setting is Setting.HANDS_ON for task in low)
    paperwork = near and all(task.setting is Setting.RECORDS for task in near)
    return [
        paragraph(
            says(f"The whole list fits into one sentence: {labels(tasks)}.", "task", *ids(tasks)),
            says(
                f"Leaving aside {nouns(near)}, raters did not think that AI could in theory speed any of it up by "
                "much.",
                "task",
                *ids(tasks),
            )
            if near and low
            else None,
        ),
        paragraph(
            says(
                "What remains is work on somebody who sits in front of you, feels what you do and can tell you to "
                "stop.",
                "judgement",
            )
            if bodily and any(task.setting is Setting.PEOPLE for task in tasks)
            else None,
            says(
                f"The zero on {nouns(near)} is the weakest of them, since that is paperwork, and the rating for it "
                "is high.",
                "task",
                *ids(near),
            )
            if paperwork
            else None,
            groups.practice(plan),
        ),
    ]


def _left_over(sheet: FactSheet, plan: PagePlan) -> Sentences:
    """Say what the paragraphs above must not hide: tasks without a value, and jobs that fall all the same."""
    unvalued = nameable(task for task in sheet.tasks if task.penetration_percent is None)
    steep = sheet.outlook is not None and sheet.outlook.growth_tier is GrowthTier.STEEP_DECLINE
    listed = plan.character in (Character.MODERATE, Character.HEAVY) and not steep and with_use(sheet)
    return [
        says(_without_value(unvalued), "task", *ids(unvalued)) if unvalued and len(unvalued) <= 3 else None,
        says(
            "None of this protects you: BLS projects employment to fall, and a task that AI leaves alone goes when the "
            "job around it goes.",
            "judgement",
            "bls.growth.2024-34",
        )
        if steep
        else None,
        says("Tasks on which use is recorded are not in the list below.", "data", "tasks.above")
        if listed
        else None,
    ]


def _without_value(tasks: list[Task]) -> str:
    new = all(task.missing is Missing.NEW_TASK for task in tasks)
    verb = "has" if len(tasks) == 1 else "have"
    return (
        f"{labels(tasks)} {verb} no value at all"
        + (", being newer than the task list behind the Index" if new else "")
        + ", and a missing value is not a zero."
    )
