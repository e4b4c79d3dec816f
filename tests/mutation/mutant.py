"""One false change of a sentence, and what may be put in its place."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

Kind = Literal["number", "sign", "unit", "year", "name", "quantifier"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Names that may stand in a sentence: occupations that are compared, products on record."""

    occupations: Sequence[str] = field(default_factory=tuple[str, ...])
    products: Sequence[str] = field(default_factory=tuple[str, ...])


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One change. Offsets count in the sentence; `rule` says which change it is, within its kind."""

    kind: Kind
    rule: str
    start: int
    end: int
    before: str
    after: str

    def applied(self, sentence: str) -> str:
        """Return the false sentence."""
        return sentence[: self.start] + self.after + sentence[self.end :]


def chance_of(seed: int, *parts: object) -> random.Random:
    """Return a source of chance that is the same for the same seed and parts."""
    return random.Random(f"{seed}|{'|'.join(map(str, parts))}")


def mutant(kind: Kind, rule: str, match: re.Match[str], after: str, group: int | str = 0) -> Mutant:
    """Return the change of a match, or of one of its groups, in the case of what it replaces."""
    before = match[group]
    if before[:1].isupper() and after[:1].islower():
        after = after[:1].upper() + after[1:]
    return Mutant(
        kind=kind, rule=rule, start=match.start(group), end=match.end(group), before=before, after=after
    )
