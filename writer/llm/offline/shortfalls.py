"""Writes where AI falls short: one limit record set apart, then what other tests saw, each with its own limit.

A test is told in its record's words, and so is what the test does not show. Without a limit record nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from writer.domain.drafts import ReplySentence, SectionReply
from writer.domain.facts import FactSheet
from writer.domain.occupations import Evidence, Task
from writer.domain.sections import SectionBrief
from writer.llm.offline.phrases import block, ids, paragraph, reply, says
from writer.llm.offline.plan import plan_page

LEADS = (
    "Where {subject} is concerned,",
    "In the case of {subject} itself,",
    "Where {subject} itself is concerned,",
)
MOST_LIMITS = 3  # beside the call-out; a longer list of tests tires
_SENTENCE = re.compile(r"(?<=[a-z)]\.) (?=[A-Z])")
#: sentences of a note that speak of the record and not of the test
_META = re.compile(
    r"^None\b|\b(?:confirmed|must|claim|not for use|from it|reports say|sentence|(?:this|a) page)\b|"
    r"\bcould (?:not )?(?:be )?read\b",
    re.IGNORECASE,
)
#: what other, unnamed studies found is not for a page
_OTHERS = re.compile(r"(?:;|, and) (?:a|an|other|another)\b[\w ]* (?:study|studies|reports)\b.*$")
_POINTS_BACK = re.compile(r"\b(it|them|they|the (?:robots|monitoring team|reported film))\b")
_RELATIVE = re.compile(r"\b(this|last) (year|spring|summer|autumn|winter|month)\b", re.IGNORECASE)


def write(brief: SectionBrief) -> SectionReply:
    """Return the call-out and up to three paragraphs; no blocks without a limit record."""
    sheet = brief.sheet
    plan = plan_page(sheet)
    callout = plan.records.callout
    if callout is None:
        return reply()
    task = next(iter(plan.named("shortfalls", "task")), None)
    others = _chosen(callout, plan.records.limits)
    told = [_told(sheet, record, place) for place, record in enumerate(others, start=1)]
    first = _touches(callout, task, any(other.measured_use for other in sheet.tasks))
    return reply(
        block(
            "callout",
            _finding(callout, 0),
            _part_at_once(callout),
            *_caveat(sheet, callout),
            _checked(callout),
        ),
        paragraph(*first, *(told[0] if told else _untested(sheet, callout))),
        paragraph(*(sentence for sentences in told[1:] for sentence in sentences)),
    )


def _chosen(callout: Evidence, limits: Sequence[Evidence]) -> list[Evidence]:
    """Return those that say most beside the call-out: another task first, then another subject."""
    tasks, subjects = set(callout.tasks), {callout.subject}
    left, chosen = list(limits), list[Evidence]()
    while left and len(chosen) < MOST_LIMITS:
        best = min(
            left,
            key=lambda record: (set(record.tasks) <= tasks, record.subject in subjects, left.index(record)),
        )
        left.remove(best)
        chosen.append(best)
        tasks |= set(best.tasks)
        subjects.add(best.subject)
    return chosen


def _finding(record: Evidence, place: int) -> ReplySentence:
    """Return the finding in its record's words, behind the product's name where the words leave it out."""
    subject = record.subject
    if record.finding.startswith("The model "):
        return says(
            f"A further test took a single model: {_inside(record.finding)}",
            "evidence",
            record.id,
            *record.tasks,
        )
    if not subject[:1].isupper() or subject.startswith("AI ") or subject in record.finding:
        return says(record.finding, "evidence", record.id, *record.tasks)
    lead = LEADS[place % len(LEADS)].format(subject=subject)
    return says(f"{lead} {_inside(record.finding)}", "evidence", record.id, *record.tasks)


def _inside(text: str) -> str:
    """Return a sentence for the middle of another: a capital stays where the first word is a name in capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _part_at_once(record: Evidence) -> ReplySentence | None:
    """Return the person's part where its "it" or "them" would lose what it points to further down."""
    part = record.human_part
    if not _POINTS_BACK.search(part) or _repeats(part, record.finding):
        return None
    return says(f"{part}.", "evidence", record.id)


def _repeats(part: str, finding: str) -> bool:
    """True if most words of the person's part stand in the finding already."""
    words = {word for word in re.findall(r"[a-z]+", part.lower()) if len(word) > len("with")}
    return 2 * len(words & set(re.findall(r"[a-z]+", finding.lower()))) > len(words)


def _checked(record: Evidence) -> ReplySentence | None:
    return (
        says(f"Checked on [[{record.id}.checked_on]].", "evidence", record.id) if record.checked_on else None
    )


def _caveat(sheet: FactSheet, record: Evidence) -> list[ReplySentence]:
    """Return what the test does not show, in the note's words; its first sentence says only where it was confirmed.

    A note may say "last year"; that reads true only in the year of the check.
    """
    fresh = (
        sheet.as_of is not None
        and record.checked_on is not None
        and sheet.as_of.year == record.checked_on.year
    )
    held = [
        _OTHERS.sub(".", text)
        for text in _SENTENCE.split(record.note)[1:]
        if not _META.search(text) and (fresh or not _RELATIVE.search(text))
    ]
    return [
        says(re.sub(r"^It concerns", "The result concerns", text), "evidence", record.id) for text in held[:1]
    ]


def _touches(callout: Evidence, task: Task | None, used_elsewhere: bool) -> list[ReplySentence]:
    """Tie the call-out to a task: what a person does there, and whether the Index measures use of AI on it."""
    part = "" if _POINTS_BACK.search(callout.human_part) else callout.human_part
    if task is None:
        return [says(f"{part}.", "evidence", callout.id)] if part else []
    said = [says(f"In {task.label}, {part}.", "evidence", callout.id, task.id)] if part else []
    if task.measured_use:
        where = "the same task" if part else task.label
        said.append(
            says(
                f"The Index does measure AI use in {where}, so the limit and the use stand side by side.",
                "task",
                task.id,
                callout.id,
            )
        )
    elif not part:
        said.append(says(_unused(task, used_elsewhere), "task", task.id, callout.id))
    return said


def _unused(task: Task, used_elsewhere: bool) -> str:
    """Return the tie to a task without measured use, by what the theoretical rating says of it."""
    if task.penetration_percent is None:
        return f"That concerns {task.label}, a task to which the Index gives no value."
    if task.theoretical_percent == 0:
        return f"That concerns {task.label}, where neither the Index nor the theoretical rating finds work for AI."
    if task.theoretical_percent is None:
        return f"That concerns {task.label}, a task on which the Index measures no AI use."
    if used_elsewhere:
        rating = "a task that AI could speed up in theory"
        return f"That concerns {task.label}, {rating}, though the Index measures no AI use on it."
    return f"That concerns {task.label}, which raters thought AI could in theory help with."


def _told(sheet: FactSheet, record: Evidence, place: int) -> list[ReplySentence]:
    """Return a finding with its caveat, or with the person's part where it has none."""
    said = [_finding(record, place), *_caveat(sheet, record)]
    if len(said) == 1 and record.human_part and place < MOST_LIMITS:
        said.append(says(f"In that work {record.human_part}.", "evidence", record.id))
    return said


def _untested(sheet: FactSheet, callout: Evidence) -> list[ReplySentence]:
    """Say for a single record how much of the work it leaves open."""
    other = [task for task in sheet.tasks if task.id not in callout.tasks]
    if not other:
        return []
    return [
        says(
            "That is the whole of our record of limits for this occupation: the other tasks on your list "
            "appear in no test that we hold, which leaves open what AI does well or badly there.",
            "judgement",
            callout.id,
            *ids(other)[:6],
        )
    ]
