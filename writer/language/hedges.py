"""The hedges and bounds of English before a figure: what "about", "just under" and "at least" promise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

Bound = Literal["exact", "about", "nearly", "under", "just_over", "over", "at_least", "at_most"]

_PHRASES: dict[Bound, str] = {
    "about": """
        about|around|roughly|approximately|some|close to|in the region of|on the order of|or so|more or less|approx
        |something like|somewhere around|in the neighborhood of|circa|an estimated|well around|right around
        |on average about""",
    "nearly": """
        nearly|almost|just under|a little under|a shade under|just below|a touch under|a bit under|slightly under
        |not quite|just shy of|shy of|a hair under|a little less than|just short of|slightly less than|close on
        |a shade below|a little below|slightly below|a fraction under|a little short of|a whisker under|approaching""",
    "just_over": """
        just over|a little over|a shade over|slightly over|slightly more than|just above|a touch over|a bit over
        |a little more than|just more than|a hair over|a little above|a shade above|slightly above|a shade more than
        |a fraction over|barely over|a bit more than|a whisker over""",
    "over": """
        over|more than|above|upwards of|greater than|north of|in excess of|well over|higher than|better than
        |well above|beyond|exceeding|topping|exceeds|tops|far more than|well more than|comfortably over|past""",
    "under": """
        under|less than|fewer than|below|lower than|short of|well short of|well under|south of|well below
        |far less than|beneath|far fewer than|comfortably under|not even""",
    "at_least": "at least|no fewer than|no less than|a minimum of|not less than",
    "at_most": "at most|up to|no more than|as many as|as much as|a maximum of|not more than|at the most",
}


def _table(phrases: Mapping[Bound, str]) -> dict[tuple[str, ...], Bound]:
    return {tuple(one.split()): bound for bound, text in phrases.items() for one in text.split("|")}


_BOUNDS = _table(_PHRASES)
LONGEST = max(len(words) for words in _BOUNDS)


def bound_of(words: Sequence[str]) -> Bound | None:
    """Return what these words promise, or None where they are no hedge."""
    return _BOUNDS.get(tuple(words))
