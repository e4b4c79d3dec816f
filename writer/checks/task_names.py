"""Which tasks of the sheet a stretch of text names, by words that tell one task from the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from writer.checks.base import CheckInput
from writer.checks.frames import akin, content, name_pattern
from writer.domain.occupations import Task

#: Words that stand in many statements of tasks and name none of them.
_EMPTY = content(
    "tasks task duties duty activities untouched left list rest core half number perform performing such as "
    "related work "
    "zero penetration exposure measured remaining things remain human fully day hour time job role people "
    "everything most "
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
)
_ENOUGH = 0.5  # of the weight of what is said must stand in the task
_CLOSE = 0.85  # tasks this near to the best one answer too


def named_tasks(page: CheckInput, said: str) -> tuple[Task, ...]:
    """Return the tasks that these words name, best first; none where the words name no task clearly."""
    stems = _stems(page.sheet.tasks)
    words = _telling(page, said, stems)
    if not words:
        return ()
    scored = sorted(
        ((_score(words, stems[task.id], stems), task) for task in page.sheet.tasks), key=lambda row: -row[0]
    )
    best = scored[0][0]
    if best < _ENOUGH:
        return ()
    return tuple(task for score, task in scored if score >= _CLOSE * best)


def related_tasks(page: CheckInput, said: str) -> tuple[Task, ...]:
    """Return every task that holds the words which the text shares with tasks; none where most words are foreign.

    For claims that stand or fall alike for all of them: "AI has automated the wiring" where every wiring task is at 0.
    """
    stems = _stems(page.sheet.tasks)
    words = _telling(page, said, stems)
    known = [word for word in words if any(akin(word, other) for group in stems.values() for other in group)]
    if not known or 2 * len(known) < len(words):
        return ()
    return tuple(
        task
        for task in page.sheet.tasks
        if all(any(akin(word, other) for other in stems[task.id]) for word in known)
    )


def _telling(page: CheckInput, said: str, stems: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The content words of what is said, without the occupation's name and its words that no task holds."""
    subject = page.sheet.subject
    names = (subject.plural, subject.singular, *subject.aliases)
    own = content(" ".join(names))
    return frozenset(
        word
        for word in content(name_pattern(names).sub(" ", said)) - _EMPTY
        if not any(akin(word, name) for name in own)
        or any(akin(word, other) for group in stems.values() for other in group)
    )


def _score(words: frozenset[str], task: frozenset[str], stems: Mapping[str, frozenset[str]]) -> float:
    """Return the share of the said words that stand in the task, each weighing the less the more tasks have it."""
    total = held = 0.0
    rarest = 0.0
    for word in words:
        having = sum(any(akin(word, other) for other in group) for group in stems.values())
        weight = 1 / max(1, having)
        total += weight
        if any(akin(word, other) for other in task):
            held += weight
            rarest = max(rarest, weight)
    few = max(1 / 3, 2 / max(2, len(stems)))
    return held / total if total and rarest >= min(few, 0.5) else 0.0


def _stems(tasks: Sequence[Task]) -> Mapping[str, frozenset[str]]:
    return {task.id: _task_stems(f"{task.text} {task.label} {task.noun}") for task in tasks}


@lru_cache(maxsize=8192)
def _task_stems(text: str) -> frozenset[str]:
    return content(text)
