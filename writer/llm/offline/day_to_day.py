"""Writes about the working day: which tasks AI use is recorded on, which not, and one task before and with AI."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from writer.domain.drafts import ReplyBlock, ReplySentence, SectionReply
from writer.domain.facts import FactSheet
from writer.domain.occupations import Setting, Task
from writer.domain.sections import SectionBrief
from writer.llm.offline.phrases import (
    NOTHING,
    above,
    block,
    capital,
    count,
    ids,
    labels,
    nouns,
    paragraph,
    reply,
    says,
)
from writer.llm.offline.plan import Character, PagePlan, plan_page, rated, with_use

Sentences = list[ReplySentence | None]
DESK = frozenset({Setting.DIGITAL, Setting.RECORDS})

#: What shows no use, set against what does, by the page's character.
UNUSED: Mapping[Character, str] = {
    Character.HEAVY: "The exceptions include {tasks}, where no use reached the count.",
    Character.MODERATE: "No use was counted for work such as {tasks}.",
    Character.LIGHT: "Nothing of the kind is on record for {tasks}.",
    Character.UNCOUNTED: "{Tasks}, on the other hand, show none that counts.",
    Character.UNMEASURED: "On {tasks} the Index has nothing to report.",
    Character.SILENT: "None is recorded for {tasks}.",
}


def write(brief: SectionBrief) -> SectionReply:
    """Return one to three paragraphs and, where a tool bears on a task, a before / with-AI pair."""
    sheet = brief.sheet
    if not any(task.penetration_percent is not None for task in sheet.tasks):
        return NOTHING
    plan = plan_page(sheet)
    told = _with_use(sheet, plan) if with_use(sheet) else _without_use(sheet, plan)
    return reply(*told, _bridge(plan), *_pair(plan))


def _with_use(sheet: FactSheet, plan: PagePlan) -> list[ReplyBlock | None]:
    used, unused = plan.named("day_to_day", "used"), plan.named("day_to_day", "unused")
    contrast = (
        UNUSED[plan.character] if used else "Elsewhere in the day, {tasks} for instance, no use was counted."
    )
    return [
        paragraph(
            *(_opening(plan, used) if used else _one_door(sheet)),
            says(contrast.format(tasks=nouns(unused), Tasks=capital(nouns(unused))), "task", *ids(unused))
            if unused
            else None,
        ),
        paragraph(_theory(sheet), _practice(plan)),
    ]


def _opening(plan: PagePlan, used: tuple[Task, ...]) -> Sentences:
    """Enter the day by the kind of work on which use is recorded."""
    cited = ids(used)
    people = [task for task in used if task.setting is Setting.PEOPLE]
    rest = [task for task in used if task.setting is not Setting.PEOPLE]
    if len(used) == 1:
        text = f"Outside the verdict's example, the Index has use on record for {labels(used)}."
        return [says(text, "task", *cited)]
    if all(task.setting in DESK for task in used):
        text = f"AI comes into this day by way of the keyboard: use is recorded on {labels(used)}."
        follows = "What you hand in there may have begun as a draft that you did not write."
        return [says(text, "task", *cited), says(follows, "judgement")]
    if people and rest:
        return _with_people(people, rest)
    if people:
        return [says(f"Even work with people shows use: {labels(used)}.", "task", *cited)]
    if plan.character is Character.HEAVY:
        text = f"Whole stretches of the day have AI in them, among them {labels(used)}."
        follows = (
            "The judging stays with you; the gathering and sorting before it is what a tool can take on."
        )
        return [says(text, "task", *cited), says(follows, "judgement")]
    if plan.character is Character.UNMEASURED:
        text = f"The Index places AI where you plan and choose, in {labels(used)}."
        follows = "A tool can lay out the options there, and you still sign for the one that is taken."
        return [says(text, "task", *cited), says(follows, "judgement")]
    return [says(f"AI turns up at intervals: use is recorded on {labels(used)}.", "task", *cited)]


def _with_people(people: list[Task], rest: list[Task]) -> Sentences:
    verb = "is" if len(people) == 1 else "are"
    return [
        says(f"You might expect AI in {nouns(rest)}, and the Index does have use there.", "task", *ids(rest)),
        says(f"Less expected {verb} {labels(people)}, on record as well.", "task", *ids(people)),
        says(
            "Being face to face does not keep a task off the record, since the preparing and writing around it may "
            "count too.",
            "judgement",
        ),
    ]


def _one_door(sheet: FactSheet) -> Sentences:
    if above(sheet, "tasks.above", 1):
        return []
    return [
        says("By the Index's count AI enters your day through a single door, the task named in the verdict.", "data",
             "tasks.above")
    ]  # fmt: skip


def _theory(sheet: FactSheet) -> ReplySentence | None:
    reach, whole, use = (sheet.number(name) for name in ("tasks.reachable", "tasks.rated", "tasks.above"))
    if reach is None or whole is None or use is None or reach <= use:
        return None
    if reach == whole:
        return says(
            "Do not take the quiet parts as settled, for in theory AI could make each of your "
            f"{count('tasks.rated')} rated tasks much faster.",
            "data",
            "tasks.reachable",
        )
    if 2 * reach < whole:
        return says(
            f"There is a limit even on paper: raters thought AI could make {count('tasks.reachable')} of "
            f"{count('tasks.rated')} rated tasks much faster, and the others not."
        )
    return says(
        f"Going by ratings of what AI could make much faster, the change could reach {count('tasks.reachable')} of "
        f"{count('tasks.rated')} rated tasks."
    )


def _without_use(sheet: FactSheet, plan: PagePlan) -> list[ReplyBlock | None]:
    unused = plan.named("day_to_day", "unused")
    near, far = rated(unused, 50, 100), plan.named("day_to_day", "rest")
    if not sheet.known("tasks.reachable", "tasks.rated"):
        unseen = (
            "The Index has no record that your day has changed, and no other measure here says that it could."
        )
        return [paragraph(says(unseen, "data", "tasks.above", "tasks.zero"), _practice(plan))]
    reach, whole = sheet.number("tasks.reachable") or 0, sheet.number("tasks.rated") or 0
    zero = ("tasks.above", "tasks.zero")
    room = f"{count('tasks.reachable')} of {count('tasks.rated')} rated tasks"
    if 2 * reach > whole:
        return [
            paragraph(
                says(
                    "The Index has no record that your day has changed, and this page will not invent one.",
                    "data",
                    *zero,
                ),
                says(
                    f"It can say where a change would have room, which is in {room}"
                    + (f", {nouns(near)} among them." if near else "."),
                    "data",
                    *ids(near),
                ),
                _practice(plan),
            )
        ]
    return [
        paragraph(_room(room, near, whole > 6), *_the_rest(near if whole > 6 else [], far), _practice(plan))
    ]


def _room(room: str, near: Sequence[Task], long: bool) -> ReplySentence:
    """Say how little of the day the ratings open to AI; a short list can name it."""
    if long:
        text = f"If the ratings are right, your day offers AI {room} to speed up, and there is no record that it has."
    elif near:
        text = f"Paper is the one opening for AI: the ratings see a large gain in {room}, {nouns(near)}."
        if any(task.setting is not Setting.RECORDS for task in near):
            text = f"The ratings see a large gain from AI in {room}, {nouns(near)}."
    else:
        text = f"The ratings see a large gain from AI in {room}."
    return says(text, "data", "tasks.above", "tasks.zero", *ids(near))


def _the_rest(near: Sequence[Task], far: Sequence[Task]) -> Sentences:
    return [
        says(f"The rest of the day is more like {labels(far)}.", "task", *ids(far)) if far else None,
        says(f"If AI came in, {labels(near)} would be a place to look.", "task", *ids(near))
        if near
        else None,
    ]


def _practice(plan: PagePlan) -> ReplySentence | None:
    record = plan.records.practice
    return says(record.finding, "evidence", record.id) if record is not None else None


def _bridge(plan: PagePlan) -> ReplyBlock | None:
    """Lead to the pair by what else the tool does, beyond what the pair shows."""
    tool = plan.records.pair
    tasks = plan.named("day_to_day", "pair")
    others = [text for text in tool.does[1:] if " them" not in text] if tool is not None else []
    if tool is None or not tasks or not others:
        return None
    more = others[0]
    return paragraph(
        says(f"Take {nouns(tasks)}: a tool such as {tool.name} {more}.", "evidence", tool.id, *ids(tasks))
        if plan.character in (Character.HEAVY, Character.MODERATE)
        else says(
            f"One tool for {tool.used_for} is {tool.name}, which {more}.", "evidence", tool.id, *ids(tasks)
        )
        if tool.used_for
        else None,
    )


def _pair(plan: PagePlan) -> tuple[ReplyBlock | None, ...]:
    tool, tasks = plan.records.pair, plan.named("day_to_day", "pair")
    if tool is None or not tasks:
        return ()
    rest = f"; {tool.human_part}" if tool.human_part else ""
    return (
        block("before", says(f"{capital(tasks[0].label)}, without such a tool.", "task", *ids(tasks))),
        block("after", says(f"Here {tool.name} {tool.does[0]}{rest}.", "evidence", tool.id, *ids(tasks))),
    )
