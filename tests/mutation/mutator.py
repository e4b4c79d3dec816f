"""Makes false sentences from true ones, one small change at a time: figure, direction, unit, year, name, quantifier.

Plain regular expressions and word lists of its own; it shares no code with what it tests. Equal sentences and seeds give
equal mutants. A change that could leave the sentence true is not made:

- a figure moves by at least 12 %, a count word to another count; behind "at least" a figure only rises, behind "no more
  than" it only falls; a number word counts only before a thing that records count, or as "five of thirteen";
- an occupation's name is swapped only where a figure, a rank, a row or a superlative hangs on it, and never for a name
  that stands in the sentence already;
- of "between the 80th and the 90th" only the upper end falls, so that the range no longer holds what it held;
- what a later edition might say, the name of a measure ("exposure and projected growth") and what is true of any figure
  ("no task above zero") give no direction to flip;
- a quantifier goes to one that excludes it ("all" to "none", never "most"); "only" is never just left out;
- "all occupations" and "computer occupations, all other" are names of rows; idioms ("falls on", "more and more") say no
  direction: none of them is touched.
"""

from __future__ import annotations

import re

from tests.mutation import changes, figures, words
from tests.mutation.mutant import KINDS, Kind, Mutant, Names

__all__ = ["KINDS", "Kind", "Mutant", "Names", "mutants"]

_IDIOMS = [re.compile(idiom, re.IGNORECASE) for idiom in words.IDIOMS]  # apart, for they may overlap


def mutants(sentence: str, names: Names | None = None, seed: int = 0) -> list[Mutant]:
    """Return all mutants of a sentence in order of place, without those that an idiom or a rule above excludes."""
    held = names or Names()
    made = [
        *figures.figures(sentence, seed),
        *figures.number_words(sentence, seed),
        *changes.signs(sentence),
        *changes.units(sentence),
        *figures.years(sentence, seed),
        *changes.names(sentence, held, seed),
        *changes.quantifiers(sentence),
    ]
    idioms = [match.span() for idiom in _IDIOMS for match in idiom.finditer(sentence)]
    kept = {
        (m.start, m.end, m.kind, m.rule): m
        for m in made
        if m.before != m.after
        and not (
            m.kind in ("sign", "quantifier", "number") and any(a < m.end and m.start < b for a, b in idioms)
        )
    }
    return [kept[key] for key in sorted(kept)]
