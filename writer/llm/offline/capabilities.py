"""Writes what AI can do: the tasks with measured use first, then products, each as its record describes it.

A product is told in the verbs of its record and in the name of whoever describes it. No praise and no ranking.
"""

from __future__ import annotations

from collections.abc import Sequence

from writer.domain.drafts import ReplySentence, SectionReply
from writer.domain.facts import FactSheet
from writer.domain.occupations import Evidence, Task
from writer.domain.sections import SectionBrief
from writer.llm.offline.phrases import ids, labels, paragraph, reply, says
from writer.llm.offline.plan import Character, PagePlan, plan_page, with_use
from writer.llm.offline.products import told

MOST_TOOLS = 5
SPLIT = 5  # sentences, after which a second paragraph begins


def write(brief: SectionBrief) -> SectionReply:
    """Return the tasks, then the products; no blocks where there is neither."""
    sheet = brief.sheet
    plan = plan_page(sheet)
    tools = _chosen(plan.records.tools)
    used = plan.named("capabilities", "used")
    if not tools and not used:
        return reply()
    if used:
        return reply(paragraph(*_used(sheet, used, plan)), paragraph(*told(tools, plan)))
    said = [*_none_used(sheet, tools), *told(tools, plan)]
    return reply(paragraph(*said[:SPLIT]), paragraph(*said[SPLIT:]))


def _chosen(tools: Sequence[Evidence]) -> list[Evidence]:
    """Return up to five products, the first for each use before a second for the same."""
    uses: set[str] = set()
    first: list[Evidence] = []
    second: list[Evidence] = []
    for tool in tools:
        (second if tool.used_for in uses else first).append(tool)
        uses.add(tool.used_for)
    return [*first, *second][:MOST_TOOLS]


def _none_used(sheet: FactSheet, tools: Sequence[Evidence]) -> list[ReplySentence]:
    if not sheet.tasks:
        return []
    if len(tools) == 1 and tools[0].product_status == "unknown":
        return [
            says(
                "The Index has no task of yours above zero, and of products we hold a single record.",
                "data",
                "tasks.above",
                tools[0].id,
            )
        ]
    if len(tools) == 1:
        return [
            says(
                "With no task above zero in the Index, all that we can point to is a single product.",
                "data",
                "tasks.above",
                tools[0].id,
            )
        ]
    return [
        says(
            "With no task above zero in the Index, what is known of AI in this work comes from products.",
            "data",
            "tasks.above",
        )
    ]


def _used(sheet: FactSheet, used: Sequence[Task], plan: PagePlan) -> list[ReplySentence]:
    said = _measured(sheet, used, plan)
    reach = plan.named("capabilities", "open")
    if len(reach) == 1:
        text = f"Raters of AI in theory also saw room in {reach[0].label}, a task without measured use."
    else:
        text = (
            f"In theory the reach is wider: raters saw room for AI in {labels(reach)} as well, tasks "
            "without measured use."
        )
    return [*said, says(text, "task", *ids(reach))] if reach else said


def _measured(sheet: FactSheet, used: Sequence[Task], plan: PagePlan) -> list[ReplySentence]:
    every = with_use(sheet)
    top = bool(every) and used[0].id == every[0].id
    if len(every) == 1:
        return _single(used[0], plan)
    if not top:
        return [
            says(f"The Index measures AI use in {labels(used)}, among others.", "task", *ids(used)),
            _meaning(plan),
        ]
    said = [
        says(
            f"The highest value in the Index goes to {used[0].label}, with {used[1].label} next."
            if len(used) > 1 and used[1].id == every[1].id
            else f"The highest value in the Index goes to {used[0].label}.",
            "task",
            *ids(used[:2]),
        )
    ]
    if len(used) > 2:
        rest = labels(used[2:])
        text = (
            f"Use is measured in {rest} too."
            if len(used) == len(every)
            else f"Further down its list come {rest}."
        )
        said.append(says(text, "task", *ids(used[2:])))
    return [*said, _meaning(plan)]


def _meaning(plan: PagePlan) -> ReplySentence:
    """Say what a value does not show, by how much of the job has one."""
    if plan.character is Character.HEAVY:
        return says("High values show use; they do not show AI doing the work by itself.", "judgement")
    if plan.character in (Character.LIGHT, Character.UNCOUNTED):
        return says("Such a value records AI used in a task, not a task handed over to it.", "judgement")
    return says(
        "A value there means that people bring AI to the task, which is less than AI doing it alone.",
        "judgement",
    )


def _single(task: Task, plan: PagePlan) -> list[ReplySentence]:
    if task.penetration_percent == 100:
        return [
            says(
                f"Measured use is concentrated in {task.label}: the Index puts that task at "
                f"[[task.{task.id}.use]], the top of its scale, and your other tasks at zero.",
                "task",
                task.id,
                "tasks.zero",
            )
        ]
    return [
        says(
            f"Measured use is confined to {task.label}, which the Index puts at [[task.{task.id}.use]].",
            "task",
            task.id,
        ),
        _meaning(plan),
    ]
