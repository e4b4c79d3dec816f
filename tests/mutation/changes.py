"""False directions, units, names and quantifiers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.mutation import words
from tests.mutation.mutant import Mutant, Names, chance_of, mutant

_COMPARES = re.compile(
    r"\d|\b\w+est\b|\bmost\b|\bleast\b|\bfaster\b|\bslower\b|\branks?\b|\brow\b|\bgroup\b|\bprojects?\b|\bprojected\b"
)


def signs(sentence: str) -> Iterator[Mutant]:
    """Yield opposite directions and signs."""
    flipped = dict(words.ONE_WAY)
    for one, other in words.OPPOSITES:
        flipped |= {one: other, other: one}
    pattern = "|".join(sorted(flipped, key=len, reverse=True))
    for match in re.finditer(rf"\b(?:{pattern})\b", sentence, re.IGNORECASE):
        after = flipped[match[0].lower()]
        if match[0].lower() == "more" and not re.match(
            r" (?:jobs|people|openings|workers|devices|data)\b", sentence[match.end() :]
        ):
            if not re.search(r"\d%?(?: percentage points)? $", sentence[: match.start()]):
                continue
            after = "less" if re.search(r"(?:\$[\d,]+|%|points) $", sentence[: match.start()]) else "fewer"
        yield mutant("sign", "direction", match, after)
    for match in re.finditer(r"(?<!\S)-(?=\d)", sentence):
        yield mutant("sign", "minus", match, "+")
    for match in re.finditer(r"(?<!\S)\+(?=\d)", sentence):
        yield mutant("sign", "minus", match, "-")


_UNIT_RULES: tuple[tuple[str, str, str], ...] = (
    ("percent to points", r"(?<=\d)(?:%| percent\b)(?! points?)", " percentage points"),
    ("points to percent", r"(?<=\d) percentage points?", "%"),
    ("money to jobs", r"\$(?P<n>\d+(?:,\d{3})*)", "{n} jobs"),
    ("money to bare figure", r"\$(?P<n>\d+(?:,\d{3})*)", "{n}"),
    ("money to percent", r"\$(?P<n>\d+(?:,\d{3})*)", "{n}%"),
    ("jobs to money", r"(?P<n>\d+(?:,\d{3})*) (?:more |fewer )?(?:jobs|people)\b", "${n}"),
    ("year to month", r"(?<=[\w,]) (?:a|per|each) year\b", " a month"),
    ("year to month", r"^A year's\b", "A month's"),
    ("openings to people", r"(?<=\d )openings\b", "people in work"),
    ("people to openings", r"(?<=\d )people\b", "openings"),
    ("jobs to percent", r"(?P<n>\d+(?:,\d{3})*) (?:more |fewer )?jobs\b", "{n}%"),
    ("score to percent", r"(?P<n>\d+) out of 100\b", "{n}%"),
    ("median to mean", r"\bmedian\b", "mean"),
)


def units(sentence: str) -> Iterator[Mutant]:
    """Yield other units, other things counted, other spans of time."""
    for rule, pattern, after in _UNIT_RULES:
        for match in re.finditer(pattern, sentence):
            yield mutant("unit", rule, match, after.format(**match.groupdict()))


def names(sentence: str, held: Names, seed: int) -> Iterator[Mutant]:
    """Yield other products, then other occupations, then other publishers; a longer name hides those inside it."""
    taken: list[tuple[int, int]] = []
    yield from _products(sentence, held, seed, taken)
    yield from _occupations(sentence, held, seed, taken)
    yield from _credits(sentence, seed, taken)


def _free(
    sentence: str, pattern: str, taken: list[tuple[int, int]], flags: int = 0
) -> Iterator[re.Match[str]]:
    for match in re.finditer(pattern, sentence, flags):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            taken.append(match.span())
            yield match


def _products(sentence: str, held: Names, seed: int, taken: list[tuple[int, int]]) -> Iterator[Mutant]:
    others = [name for name in (*held.products, *words.OTHER_PRODUCTS) if name not in sentence]
    for product in sorted(set(held.products), key=len, reverse=True):
        for match in _free(sentence, rf"(?<!\w){re.escape(product)}(?!\w)", taken):
            chance = chance_of(seed, sentence, match.start())
            yield mutant("name", "product to an invented one", match, chance.choice(words.INVENTED_PRODUCTS))
            yield mutant("name", "product to another one", match, chance.choice(others))


def _occupations(sentence: str, held: Names, seed: int, taken: list[tuple[int, int]]) -> Iterator[Mutant]:
    others = [name for name in held.occupations if name.lower() not in sentence.lower()]
    for occupation in sorted(set(held.occupations), key=len, reverse=True):
        for match in _free(sentence, rf"(?<!\w){re.escape(occupation)}(?!\w)", taken, re.IGNORECASE):
            if others and _COMPARES.search(sentence):
                chosen = chance_of(seed, sentence, match.start()).choice(others)
                lowered = chosen if chosen[1:2].isupper() else chosen[:1].lower() + chosen[1:]
                yield mutant("name", "occupation", match, lowered)


def _credits(sentence: str, seed: int, taken: list[tuple[int, int]]) -> Iterator[Mutant]:
    for pattern, others in words.CREDITS:
        for match in _free(sentence, pattern, taken):
            if fit := [other for other in others if other not in sentence]:
                yield mutant("name", "credit", match, chance_of(seed, sentence, match.start()).choice(fit))


def quantifiers(sentence: str) -> Iterator[Mutant]:
    """Yield quantifiers that exclude the one that stood there."""
    for pattern, after in words.QUANTIFIERS:
        for match in re.finditer(pattern, sentence, re.IGNORECASE):
            yield mutant("quantifier", match[0].split()[0].lower(), match, after)
