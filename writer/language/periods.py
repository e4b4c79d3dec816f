"""Years, spans of years, decades and dates, as amounts: the low and the high year that the words name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from writer.language.numbers import Amount, glued, word_at
from writer.language.spans import Token, word_set

_YEAR = re.compile(r"(?:19|20|21)[0-9]{2}")
_MONTHS = word_set(
    "january february march april may june july august september october november december jan feb mar apr jun "
    "jul aug sep sept oct nov dec"
)
_PARTS_OF_DECADE = {
    "early": (0, 3),
    "mid": (3, 7),
    "middle": (3, 7),
    "late": (7, 9),
    "end": (8, 9),
    "start": (0, 2),
}


def period_at(tokens: Sequence[Token], at: int) -> Amount | None:
    """Return the period that begins at this token, or None. A full date comes out as an ordinal: it is no claim."""
    return _date(tokens, at) or _decade(tokens, at) or _years(tokens, at)


def year_at(tokens: Sequence[Token], at: int) -> int | None:
    """Return the year at this token, or None ("2,024" and "$2024" are no years)."""
    word = word_at(tokens, at)
    if not _YEAR.fullmatch(word) or (word_at(tokens, at - 1) in ("$", "€", "£") and glued(tokens, at)):
        return None
    after = word_at(tokens, at + 1)
    return (
        None
        if after in ("%", "percent", "people", "jobs", "workers", "openings", "dollars", "tasks")
        else int(word)
    )


def _years(tokens: Sequence[Token], at: int) -> Amount | None:
    first = year_at(tokens, at)
    if first is None:
        return None
    joint = word_at(tokens, at + 1)
    if joint in ("-", "–", "—", "to", "and", "/", "through"):
        second = year_at(tokens, at + 2)
        short = word_at(tokens, at + 2)
        if (
            second is None
            and joint in ("-", "–", "/")
            and re.fullmatch(r"[0-9]{2}", short)
            and glued(tokens, at + 2)
        ):
            second = first - first % 100 + int(short)
        spanned = joint != "and" or word_at(tokens, at - 1) == "between"
        if second is not None and second > first and spanned:
            return _amount(first, second, at, at + 3)
    return _amount(first, first, at, at + 1)


def _decade(tokens: Sequence[Token], at: int) -> Amount | None:
    """Read "2030s", "mid-2030s", "the middle of the 2030s"."""
    word, cursor, part = word_at(tokens, at), at, (0, 9)
    if word in _PARTS_OF_DECADE:
        part, cursor = _PARTS_OF_DECADE[word], at + 1
        while word_at(tokens, cursor) in ("-", "–", "of", "the") and cursor < at + 4:
            cursor += 1
    year = word_at(tokens, cursor)
    if not (_YEAR.fullmatch(year) and year.endswith("0") and word_at(tokens, cursor + 1) == "s"):
        return None
    if not glued(tokens, cursor + 1):
        return None
    return _amount(int(year) + part[0], int(year) + part[1], at, cursor + 2)


def _date(tokens: Sequence[Token], at: int) -> Amount | None:
    """Read "24 November 2026", "November 24, 2026", "November 2026", "2026-11-24"."""
    words = [word_at(tokens, at + i) for i in range(5)]
    if re.fullmatch(r"[0-9]{1,2}", words[0]) and words[1] in _MONTHS:
        return _named(tokens, at, 3 if _YEAR.fullmatch(words[2]) else 2)
    if words[0] in _MONTHS and re.fullmatch(r"[0-9]{1,2}", words[1]):
        comma = words[2] == ","
        return _named(tokens, at, (4 if comma else 3) if _YEAR.fullmatch(words[3 if comma else 2]) else 2)
    if words[0] in _MONTHS and words[0] != "may" and _YEAR.fullmatch(words[1]):
        return _named(tokens, at, 2)
    if (
        _YEAR.fullmatch(words[0])
        and words[1] == "-"
        and re.fullmatch(r"[01][0-9]", words[2])
        and words[3] == "-"
    ):
        return _named(tokens, at, 5)
    return None


def _amount(low: int, high: int, first: int, last: int) -> Amount:
    return Amount(first=first, last=last, low=Decimal(low), high=Decimal(high), step=Decimal(1))


def _named(tokens: Sequence[Token], at: int, length: int) -> Amount:
    return Amount(
        first=at, last=at + length, low=Decimal(0), high=Decimal(0), step=Decimal(1), kind="ordinal"
    )
