"""Figures and number words of a text as quantities: how large, of what dimension, in what role, how exactly said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from writer.language.spans import Token

Dimension = Literal[
    "percent", "percentage_points", "money", "points", "count", "times", "fraction", "ratio", "rank", "year",
    "duration", "measure",
]  # fmt: skip
Role = Literal["level", "change", "ratio", "share", "rank", "count", "year", "duration", "name"]
Bound = Literal["exact", "about", "under", "over", "at_least", "at_most"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One stated quantity. `low` and `high` are equal unless a range ("3 to 22") or a vague figure is said."""

    start: int
    end: int
    text: str
    low: Decimal
    high: Decimal
    dimension: Dimension
    role: Role = "level"
    bound: Bound = "exact"
    per: str = ""  #: "year", "month", "hour", ...: what follows "a", "per" or stands in "annually"
    noun: str = ""  #: the word that is counted ("tasks")
    step: Decimal = Decimal(1)  #: one unit of the last stated digit: 100 for "16,900", 0.1 for "1.7"
    words: bool = False  #: written in words
    vague: bool = False  #: "a few hundred"
    signed: bool = False  #: a plus or minus sign stands before it
    core_start: int = 0  #: where the figure itself begins and ends, without hedge and unit
    core_end: int = 0

    @property
    def value(self) -> Decimal:
        """The middle of what is said."""
        return (self.low + self.high) / 2


_FIGURE = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")


def find_quantities(text: str, tokens: Sequence[Token]) -> tuple[Quantity, ...]:
    """Return the quantities among these tokens, left to right."""
    found: list[Quantity] = []
    for at, token in enumerate(tokens):
        if not _FIGURE.fullmatch(token.lower):
            continue
        value = Decimal(token.lower.replace(",", ""))
        after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        dimension: Dimension = "percent" if after in ("%", "percent") else "count"
        end = tokens[at + 1].end if dimension == "percent" else token.end
        found.append(
            Quantity(
                start=token.start, end=end, text=text[token.start : end], low=value, high=value, dimension=dimension,
                noun=after if dimension == "count" else "", core_start=token.start, core_end=token.end,
            )
        )  # fmt: skip
    return tuple(found)
