"""Writes about the working day: which tasks AI use has been recorded on, which it has not, and one task before and with AI."""

from __future__ import annotations

from collections.abc import Mapping

from writer.domain.drafts import ReplyBlock, ReplySentence, SectionReply
from writer.domain.facts import FactSheet
from writer.domain.occupations import Evidence, Task
from writer.domain.sections import SectionBrief
from writer.llm.offline.phrases import (
    NOTHING,
    above,
    block,
    capital,
    count,
    ids,
    labels,
    listed,
    nouns,
    paragraph,
    reply,
    says,
)
from writer.llm.offline.plan import Character, PagePlan, plan_page, rated, with_use

Sentences = list[ReplySentence | None]

#: Where use is recorded: how the day is entered, by the page's character.
USED: Mapping[Character, str] = {
    Character.HEAVY: "By the Index's count, a day in this job can hardly avoid AI: use is recorded on {tasks}.",
    Character.MODERATE: "AI turns up in stretches of the day, during {tasks}.",
    Character.LIGHT: "A few stretches of the day look different from before if you work as the Index's users do: {tasks}.",
    Character.UNCOUNTED: "Whatever the occupation's own figure says, use is on record for {tasks}.",
    Character.UNMEASURED: "When the Index sees AI in this work, it sees it during {tasks}.",
    Character.SILENT: "Use is recorded on {tasks}.",
}
#: What shows no use, set against that.
UNUSED: Mapping[Character, str] = {
    Character.HEAVY: "Use that counts is absent from {tasks}, so there the day may run as it did.",
    Character.MODERATE: "Between those stretches lie {tasks}, where no use reached the count.",
    Character.LIGHT: "Nothing of the kind is recorded for {tasks}.",
    Character.UNCOUNTED: "{Tasks} still show none that counts.",
    Character.UNMEASURED: "It does not see it in {tasks}.",
    Character.SILENT: "It is not recorded on {tasks}.",
}


def write(brief: SectionBrief) -> SectionReply:
    """Return one to three paragraphs and, where a tool bears on a task, a before / with-AI pair."""
    sheet = brief.sheet
    if not sheet.tasks:
        return NOTHING
    plan = plan_page(sheet)
    pair = _pair(plan)
    if with_use(sheet):
        return reply(*_with_use(sheet, plan), *pair)
    if any(task.penetration_percent == 0 for task in sheet.tasks):
        return reply(*_without_use(sheet, plan, bool(pair)), *pair)
    return reply(*pair)


def _with_use(sheet: FactSheet, plan: PagePlan) -> list[ReplyBlock | None]:
    used, unused = plan.named("day_to_day", "used"), plan.named("day_to_day", "unused")
    known = plan.character
    return [
        paragraph(
            says(USED[known].format(tasks=labels(used)), "task", *ids(used))
            if used
            else says(
                "One part of the day shows AI use, and the verdict above names it.", "data", "tasks.above"
            )
            if not above(sheet, "tasks.above", 1)
            else None,
            _paper(used),
            says(
                UNUSED[known].format(tasks=nouns(unused), Tasks=capital(nouns(unused))), "task", *ids(unused)
            )
            if unused
            else None,
        ),
        paragraph(_theory(sheet, unused), _practice(plan)),
        _bridge(plan),
    ]


def _paper(used: tuple[Task, ...]) -> ReplySentence | None:
    """Draw the one conclusion that the settings of the used tasks allow."""
    settings = {task.setting.value for task in used if task.setting is not None}
    if len(used) > 1 and settings <= {"digital", "records"}:
        return says(
            "That is work that ends in a text or a file, and it is there that a first version can come from a machine.",
            "judgement",
        )
    if len(used) > 1 and "people" in settings:
        return says(
            "Talking to people does not keep a task off that list, for the preparing and writing around it can show "
            "up in the count.",
            "judgement",
        )
    if len(used) > 1:
        return says("What these share is that you weigh material before you decide.", "judgement")
    return None


def _theory(sheet: FactSheet, unused: tuple[Task, ...]) -> ReplySentence | None:
    reach, whole, use = (sheet.number(name) for name in ("tasks.reachable", "tasks.rated", "tasks.above"))
    if reach is None or whole is None or use is None or reach <= use:
        return None
    if reach == whole:
        return says(
            f"That could change anywhere on the list, because raters of what AI could in theory make much faster "
            f"left out none of its {count('tasks.rated')} rated tasks.",
            "data",
            "tasks.reachable",
        )
    return says(
        f"The ratings of what AI could in theory make much faster go further than that and take in "
        f"{count('tasks.reachable')} of {count('tasks.rated')} rated tasks."
    )


def _without_use(sheet: FactSheet, plan: PagePlan, paired: bool) -> list[ReplyBlock | None]:
    unused = plan.named("day_to_day", "unused")
    near = rated(unused, 50, 100)
    reach = sheet.number("tasks.reachable") or 0
    whole = sheet.number("tasks.rated") or 0
    return [
        paragraph(
            says(
                "No record shows that your day has changed, and this page will not describe a change that nobody "
                "has measured."
                if 2 * reach > whole
                else "If a day in this job runs as it did before AI, the data gives no reason for surprise.",
                "data",
                "tasks.above",
                "tasks.zero",
            ),
            says(
                f"What the ratings do show is where a change would have room: in {count('tasks.reachable')} of "
                f"{count('tasks.rated')} rated tasks, {nouns(near)} among them."
                if near and 2 * reach > whole
                else f"Room for one is confined to {count('tasks.reachable')} of {count('tasks.rated')} rated tasks"
                + (f", {nouns(near)} among them." if near else "."),
                "data",
                *ids(near),
            )
            if 0 < reach < whole
            else None,
            says(
                f"Outside that room lies the bulk of it, such as {labels(rated(unused, 0, 49))}.",
                "task",
                *ids(rated(unused, 0, 49)),
            )
            if rated(unused, 0, 49) and 2 * reach < whole
            else None,
        ),
        paragraph(_practice(plan)),
        _bridge(plan) if paired else None,
    ]


def _practice(plan: PagePlan) -> ReplySentence | None:
    record = plan.records.practice
    return says(record.finding, "evidence", record.id) if record is not None else None


def _bridge(plan: PagePlan) -> ReplyBlock | None:
    """Lead to the pair by what the tool is used for."""
    tool = plan.records.pair
    if tool is None or not plan.named("day_to_day", "pair"):
        return None
    more = tool.does[1:3]
    return paragraph(
        says(
            f"For {tool.used_for}, {_named(tool)} is an example of what could sit beside you."
            if tool.used_for
            else f"{_named(tool)} is an example of what could sit beside you.",
            "evidence",
            tool.id,
        ),
        says(f"It also {listed(more)}.", "evidence", tool.id) if more else None,
    )


def _pair(plan: PagePlan) -> tuple[ReplyBlock | None, ...]:
    tool, tasks = plan.records.pair, plan.named("day_to_day", "pair")
    if tool is None or not tasks:
        return ()
    rest = f"; {tool.human_part}" if tool.human_part else ""
    return (
        block("before", says(f"{tasks[0].label}, without such a tool.", "task", *ids(tasks))),
        block("after", says(f"{tool.name} {tool.does[0]}{rest}.", "evidence", tool.id, *ids(tasks))),
    )


def _named(tool: Evidence) -> str:
    return tool.name
