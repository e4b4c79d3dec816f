"""Writes about tasks at zero by where they happen: by hand, with people, at a desk. One move fits one kind of page.

Settings are our own tags and the ratings are theoretical, so what is drawn from them is marked as judgement.
"""

from __future__ import annotations

from collections.abc import Mapping

from writer.domain.drafts import ReplySentence
from writer.domain.facts import FactSheet
from writer.domain.occupations import Task
from writer.llm.offline.phrases import ids, labels, nouns, says
from writer.llm.offline.plan import Character, PagePlan, rated

Sentences = list[ReplySentence | None]

#: How a group of tasks with people comes in behind a larger group, and what follows from it, by the page's character.
PEOPLE_BEHIND: Mapping[Character, tuple[str, str]] = {
    Character.HEAVY: (
        "Two sides are needed for {tasks}.",
        "Whoever is briefed or led expects somebody who answers for what was said.",
    ),
    Character.MODERATE: (
        "Then there is the work that needs somebody on the other side of the table: {tasks}.",
        "A tool can prepare you for it; the questions that come back are put to you.",
    ),
    Character.LIGHT: (
        "Company is part of the job as well, in {tasks}.",
        "You can rehearse for that alone, but not do it alone.",
    ),
    Character.UNMEASURED: (
        "Other people are part of {tasks}.",
        "Such work changes with whoever is in front of you, and that makes it hard to lay down in advance.",
    ),
    Character.SILENT: (
        "One more kind of work resists being handed over, because it consists of other people's wishes and "
        "questions: {tasks}.",
        "",
    ),
    Character.UNCOUNTED: ("Students and colleagues are the reason for {tasks}.", ""),
}

#: What is said of desk work behind a larger group: the high rating against the zero.
DESK_BEHIND: Mapping[Character, str] = {
    Character.SILENT: "Trust the zero less for {tasks}, where raters saw ample room for AI.",
    Character.UNMEASURED: "The weak spot of this list is paper and screens: raters saw ample room for AI in {tasks}.",
    Character.LIGHT: "Be slower to rely on the zero for {tasks}, which raters thought AI could make much faster.",
    Character.UNCOUNTED: "A different matter is {tasks}, where raters saw ample room for AI.",
    Character.MODERATE: "Screen work is on the list as well, namely {tasks}, and AI could in theory speed it up.",
    Character.HEAVY: "Do not read much into the zeros for {tasks}; raters thought AI could make such work much faster.",
}

#: Tasks with a middling rating and no recorded use: the part of the list that could go either way.
MIDDLE: Mapping[Character, str] = {
    Character.SILENT: "Between the extremes stands work such as {tasks}, which raters thought AI could help with.",
    Character.UNMEASURED: "Harder to call are {tasks}: raters thought AI could help, and no use has been counted.",
    Character.LIGHT: "Less clear-cut are {tasks}, since raters thought AI could help there.",
    Character.UNCOUNTED: "{tasks} could go either way, being at zero although raters thought AI could help.",
    Character.MODERATE: "Raters also thought AI could help with {tasks}, where none has been counted so far.",
    Character.HEAVY: "Of {tasks} raters thought the same, with less conviction.",
}

#: Desk work as the largest group, by character: the tasks, and how much their zero is worth.
DESK_LEAD: Mapping[Character, tuple[str, str]] = {
    Character.HEAVY: (
        "Among them is desk work such as {tasks}.",
        "It lies close to work for which use is recorded, so its zero may say more about the count than about you.",
    ),
    Character.MODERATE: (
        "Much of what stands at zero is done on a screen or on paper, {tasks} included.",
        "That is where software already is, so the absence of recorded use is a fact about today and no barrier.",
    ),
    Character.UNMEASURED: (
        "Paper and planning make up a large share of those zeros, with {tasks} as examples.",
        "Nothing in such work keeps AI away, and the count may simply not have caught it.",
    ),
    Character.LIGHT: (
        "Office work such as {tasks} takes up much of the list.",
        "A zero there is thin evidence, since software could enter that work at any desk.",
    ),
    Character.SILENT: (
        "The longest group is desk work, {tasks} among it.",
        "Silence about desk work deserves suspicion, because that is where such tools are tried.",
    ),
    Character.UNCOUNTED: (
        "Desk work leads the list, with {tasks}.",
        "Next to it stand tasks that do show use, which makes these zeros look temporary.",
    ),
}


#: Hands-on tasks as the largest group: what they are, that theory sees little there, and what follows.
HANDS_LEAD: Mapping[str, tuple[str, str, str]] = {
    "body": (
        "The longest part of the list is done with your own body: {tasks}.",
        "Raters did not expect AI to speed up these tasks by much.",
        "Work of that kind has its value in being done by you, which no count of AI use can capture.",
    ),
    "moment": (
        "The part least like a conversation with a machine is {tasks}.",
        "The theoretical ratings for it are at the bottom of the scale.",
        "If something goes wrong at such a moment, whoever stands there has to respond, and that is you.",
    ),
    "care": (
        "It is bodily, close work: {tasks}.",
        "Raters saw no large gain from AI in these tasks.",
        "Whether a machine could do it is a question about robots, and neither measure asks it.",
    ),
    "screen": (
        "Look first at the work away from any screen: {tasks}.",
        "The ratings of what AI could in theory make much faster pass it over.",
        "An index of what people do with a language model has little reason to notice such work, so its silence "
        "proves less than the ratings do.",
    ),
}


def hands(sheet: FactSheet, plan: PagePlan, lead: bool) -> Sentences:
    """Return what is said of hands-on tasks."""
    tasks = plan.named("irreplaceable", "hands")
    if not tasks:
        return []
    low, high = rated(tasks, 0, 49), rated(tasks, 50, 100)
    if not lead:
        return _hands_behind(tasks, len(low) == len(tasks))
    if low and high:
        return _hands_mixed(low, high)
    move = "screen"
    if plan.character is Character.LIGHT:
        move = "body"
    elif plan.character is Character.UNMEASURED:
        move = "moment" if plan.named("capabilities", "used") else "care"
    first, second, third = HANDS_LEAD[move]
    return [
        says(first.format(tasks=labels(tasks)), "task", *ids(tasks)),
        says(second, "task", *ids(tasks)) if low else None,
        says(third, "judgement"),
    ]


def _hands_mixed(low: list[Task], high: list[Task]) -> Sentences:
    return [
        says(
            f"The measures agree on {labels(low)}: no use that the Index could count, and no large gain that raters "
            "expected from AI.",
            "task",
            *ids(low),
        ),
        says(
            f"They part over {labels(high)}, which raters thought AI could in theory help to do much faster.",
            "task",
            *ids(high),
        ),
        says("For now that, too, needs somebody at the equipment.", "judgement"),
    ]


def _hands_behind(tasks: tuple[Task, ...], beyond: bool) -> Sentences:
    if len(tasks) == 1:
        return [
            says(
                f"{labels(tasks)} is there too, as work for hands and eyes"
                + (", and raters saw nothing in it for AI to speed up." if beyond else "."),
                "task",
                *ids(tasks),
            )
        ]
    return [
        says(
            f"Last comes what has to be done on the spot: {labels(tasks)}.",
            "task",
            *ids(tasks),
        ),
        says("Neither the Index nor the raters give AI a part in it so far.", "task", *ids(tasks))
        if beyond
        else None,
    ]


def people(sheet: FactSheet, plan: PagePlan, lead: bool) -> Sentences:
    """Return what is said of tasks with other people."""
    tasks = plan.named("irreplaceable", "people")
    if not tasks:
        return []
    if not lead:
        first, second = PEOPLE_BEHIND[plan.character]
        if plan.character is Character.UNMEASURED and not plan.named("capabilities", "used"):
            first, second = (
                "Not all of it is done with the hands, for there is also {tasks}.",
                ("What is given there is attention, and a person can tell whether it is meant."),
            )
        return [
            says(first.format(tasks=labels(tasks)), "task", *ids(tasks)),
            says(second, "judgement") if second else None,
            practice(plan),
        ]
    if len(rated(tasks, 0, 49)) == len(tasks):
        return [
            says(
                f"Take the other people out and much of this job goes with them: {labels(tasks)}.",
                "task",
                *ids(tasks),
            ),
            says("Raters of what AI could in theory speed up passed these tasks by.", "task", *ids(tasks)),
            says("Preparation can be handed over more easily than the meeting itself.", "judgement"),
            practice(plan),
        ]
    return [
        says(f"Much of that is between you and other people: {labels(tasks)}.", "task", *ids(tasks)),
        says(
            "What was agreed, and with whom, still has to be settled by somebody who can be asked about it later.",
            "judgement",
        ),
        practice(plan),
    ]


def desk(sheet: FactSheet, plan: PagePlan, lead: bool) -> Sentences:
    """Return what is said of tasks at a screen, on paper or in the head: the zeros to be careful with."""
    tasks = plan.named("irreplaceable", "desk")
    near = rated(tasks, 50, 100)
    if not tasks:
        return []
    if lead:
        first, second = DESK_LEAD[plan.character]
        return [
            says(first.format(tasks=nouns(tasks)), "task", *ids(tasks)),
            says(second, "judgement"),
        ]
    if len(rated(tasks, 100, 100)) < len(near):
        return [
            says(
                f"At a desk come {labels(tasks)}, and there raters saw some room for AI.", "task", *ids(tasks)
            )
        ]
    if not near:
        return [says(f"The list holds {labels(tasks)} as well.", "task", *ids(tasks))]
    return [says(DESK_BEHIND[plan.character].format(tasks=labels(near)), "task", *ids(near))]


def middle(plan: PagePlan) -> Sentences:
    """Return what is said of tasks that raters put between the two ends of their scale."""
    tasks = plan.named("irreplaceable", "middle")
    if len(tasks) < 2:
        return []
    return [says(MIDDLE[plan.character].format(tasks=labels(tasks)), "task", *ids(tasks))]


def practice(plan: PagePlan) -> ReplySentence | None:
    """Return what people at work have said on record about a task at zero, where a record holds it."""
    record = plan.records.practice_on_zero
    return says(record.finding, "evidence", record.id) if record is not None else None
