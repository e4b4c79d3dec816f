"""A set claim: how many of a population meet a predicate; and whether a passage speaks of tasks at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from writer.claims.frames import Frame
from writer.claims.predicates import Predicate
from writer.language.quantities import Quantity
from writer.language.spans import word_set

Population = Literal["tasks", "peers", ""]

DETERMINERS = word_set(
    "the its your all these those their our this of single one every each core main listed"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetClaim:
    """A count or a quantifier over a population. `start` and `end` mark the words that say how many."""

    start: int
    end: int
    population: Population
    quantity: Quantity | None = None  #: how many, or which share
    total: Quantity | None = None  #: "of the 12"
    quantifier: str = ""  #: all, not all, none, most, minority, few, some
    #: alternatives of one statement: a task counts if one of them holds
    predicates: tuple[Predicate, ...] = ()
    rest: bool = False  #: "the other five", "the remaining ten"
    definite: bool = False  #: "the twelve tasks": a claim about the total
    named: int = 0  #: tasks that the sentence names besides


def in_task_context(frame: Frame | None, depth: int = 4) -> bool:
    """Return whether the sentence or those before it in the paragraph speak of tasks."""
    while frame is not None and depth > 0:
        nouns = frame.index.vocabulary.task_nouns
        if frame.tasks or any(token.lower in nouns for token in frame.tokens):
            return True
        frame, depth = frame.before, depth - 1
    return False
