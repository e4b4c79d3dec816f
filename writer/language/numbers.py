"""The number lexer: figures and English number words as bare amounts, without unit, noun or hedge.

Every parse starts at one token and looks a bounded number of tokens ahead, so a text is read in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from writer.domain.units import ONES, TENS
from writer.language.spans import Token

AmountKind = Literal["cardinal", "fraction", "ordinal", "vague"]

_FIGURE = re.compile(r"[0-9]{1,15}(?:,[0-9]{3}){0,5}(?:\.[0-9]{1,6})?")
_ONES = {word: number for number, word in enumerate(ONES)} | {"nil": 0, "nought": 0}
_TENS = {word: number for number, word in zip(range(20, 100, 10), TENS, strict=True)}
_SCALES = {
    "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12,
    "k": 1_000, "m": 1_000_000, "bn": 1_000_000_000,
}  # fmt: skip
_PLURAL_SCALES = {"dozens": 12, "hundreds": 100, "thousands": 1_000, "millions": 1_000_000}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "twentieth": 20,
}  # fmt: skip
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5,
    "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9,
    "ninths": 9, "tenth": 10, "tenths": 10, "twentieth": 20, "hundredth": 100, "hundredths": 100,
}  # fmt: skip
_GLYPHS = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅕": (1, 5), "⅛": (1, 8)}
_FEW = {"few": (2, 6), "several": (2, 9), "couple": (2, 3), "handful": (2, 6)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A bare amount: tokens[first:last]."""

    first: int
    last: int
    low: Decimal
    high: Decimal
    step: Decimal
    kind: AmountKind = "cardinal"
    words: bool = False


def amount_at(tokens: Sequence[Token], at: int) -> Amount | None:
    """Return the amount that begins at this token, the longest there is, or None."""
    return _fraction(tokens, at) or _vague(tokens, at) or _ordinal(tokens, at) or _cardinal(tokens, at)


def word_at(tokens: Sequence[Token], at: int) -> str:
    """Return that token in lower case; nothing outside the tokens."""
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def glued(tokens: Sequence[Token], at: int) -> bool:
    """True if nothing stands between this token and the one before it."""
    return 0 < at < len(tokens) and tokens[at - 1].end == tokens[at].start


def _cardinal(tokens: Sequence[Token], at: int) -> Amount | None:
    word = word_at(tokens, at)
    if _FIGURE.fullmatch(word):
        return _scaled_figure(tokens, at, word)
    if word in ("a", "an") and word_at(tokens, at + 1) in (
        "hundred",
        "thousand",
        "million",
        "billion",
        "dozen",
    ):
        return _words(tokens, at + 1, first=at)
    if word in _ONES or word in _TENS:
        return _words(tokens, at, first=at)
    return None


def _scaled_figure(tokens: Sequence[Token], at: int, word: str) -> Amount:
    value = Decimal(word.replace(",", ""))
    step = Decimal(1).scaleb(min(0, int(value.as_tuple().exponent)))
    last = at + 1
    suffix = word_at(tokens, last)
    short = suffix in ("k", "m", "bn") and glued(tokens, last)
    if short or suffix in ("hundred", "thousand", "million", "billion", "dozen"):
        value, step, last = value * _SCALES[suffix], step * _SCALES[suffix], last + 1
    elif step == 1:
        step = _trailing(value)
    return Amount(first=at, last=last, low=value, high=value, step=step)


def _trailing(value: Decimal) -> Decimal:
    """Return one unit of the last digit that is not a zero: 100 for 16,900; 1 below one hundred."""
    step = Decimal(1)
    while abs(value) >= 100 and value % (step * 10) == 0 and step * 10 <= abs(value):
        step *= 10
    return step


def _words(tokens: Sequence[Token], at: int, *, first: int) -> Amount | None:
    """Read "forty-five", "two hundred and ten", "three thousand", "a dozen": at most a dozen tokens."""
    total, part, cursor = 0, 0, at
    if first != at:  # "a hundred"
        part, cursor = _SCALES[word_at(tokens, at)], at + 1
        if part >= 1_000:
            total, part = part, 0
    while cursor < min(len(tokens), first + 12):
        word = word_at(tokens, cursor)
        if word in _TENS and part % 100 == 0:
            part, cursor = part + _TENS[word], cursor + 1
            if word_at(tokens, cursor) == "-" and 0 < _ONES.get(word_at(tokens, cursor + 1), 0) < 10:
                part, cursor = part + _ONES[word_at(tokens, cursor + 1)], cursor + 2
        elif (
            word in _ONES
            and (cursor == first or (part % 10 == 0 and part % 100 != 10))
            and (part % 100 == 0 or _ONES[word] < 10)
        ):
            part, cursor = part + _ONES[word], cursor + 1
        elif word in _SCALES and len(word) > 2 and part:
            scale = _SCALES[word]
            total, part, cursor = (
                (total, part * scale, cursor + 1) if scale <= 100 else (total + part * scale, 0, cursor + 1)
            )
        elif (
            word == "and"
            and word_at(tokens, cursor - 1) in ("hundred", "thousand")
            and _joins(tokens, cursor + 1)
        ):
            cursor += 1
        else:
            break
    value = Decimal(total + part)
    step = _trailing(value) if cursor - first > 1 else Decimal(1)
    return Amount(first=first, last=cursor, low=value, high=value, step=step, words=True)


def _joins(tokens: Sequence[Token], at: int) -> bool:
    word = word_at(tokens, at)
    return word in _TENS or _ONES.get(word, 0) > 0


def _fraction(tokens: Sequence[Token], at: int) -> Amount | None:
    word, after = word_at(tokens, at), word_at(tokens, at + 1)
    if word in _GLYPHS:
        top, bottom = _GLYPHS[word]
        return _ratio(top, bottom, at, at + 1)
    if word == "half" and after in ("a", "an") and word_at(tokens, at + 2) in ("million", "billion", "dozen"):
        value = Decimal(_SCALES[word_at(tokens, at + 2)]) / 2
        return Amount(first=at, last=at + 3, low=value, high=value, step=value / 5, words=True)
    if word in ("half", "halve", "halves", "halved"):
        return _ratio(1, 2, at, at + 1)
    if word in ("a", "one") and after in _PARTS and not after.endswith("s"):
        return _ratio(1, _PARTS[after], at, at + 2)
    top = _ONES.get(word, 0)
    hyphen = after == "-"
    part = word_at(tokens, at + 2) if hyphen else after
    if top and (part in _PARTS and (part.endswith("s") or (hyphen and top == 1))):
        return _ratio(top, _PARTS[part], at, at + (3 if hyphen else 2))
    return _one_in(tokens, at)


def _one_in(tokens: Sequence[Token], at: int) -> Amount | None:
    """Read "one in seven", "1 in 7", "two out of five" (small numbers without a noun between)."""
    top = _small(word_at(tokens, at))
    joint = 1 if word_at(tokens, at + 1) == "in" else 2 if _out_of(tokens, at + 1) else 0
    if not top or not joint:
        return None
    bottom = _small(word_at(tokens, at + 1 + joint))
    if not bottom or bottom <= top or (joint == 1 and top > 3) or joint == 2:
        return None
    return _ratio(top, bottom, at, at + 2 + joint)


def _out_of(tokens: Sequence[Token], at: int) -> bool:
    return word_at(tokens, at) == "out" and word_at(tokens, at + 1) == "of"


def _small(word: str) -> int:
    if word in _TENS:
        return _TENS[word]
    return _ONES.get(word, 0) or (int(word) if re.fullmatch(r"[0-9]{1,3}", word) else 0)


def _ratio(top: int, bottom: int, first: int, last: int) -> Amount:
    value = Decimal(top) / Decimal(bottom)
    return Amount(first=first, last=last, low=value, high=value, step=Decimal(0), kind="fraction", words=True)


def _vague(tokens: Sequence[Token], at: int) -> Amount | None:
    word, cursor = word_at(tokens, at), at
    if word == "low" or word == "high":
        scale = _PLURAL_SCALES.get(word_at(tokens, at + 1))
        if scale:
            low, high = (scale, 4 * scale) if word == "low" else (5 * scale, 10 * scale)
            return _span(low, high, at, at + 2)
        return None
    if word == "a" and word_at(tokens, at + 1) in _FEW:
        cursor += 1
    low, high = _FEW.get(word_at(tokens, cursor), (0, 0))
    if high:
        cursor += 1
        if word_at(tokens, cursor) == "of":
            cursor += 1
        scale = _SCALES.get(word_at(tokens, cursor), 0)
        if scale and len(word_at(tokens, cursor)) > 2:
            return _span(low * scale, (high + 1) * scale - 1, at, cursor + 1)
        return None
    if word == "tens" and word_at(tokens, at + 1) == "of" and word_at(tokens, at + 2) in _PLURAL_SCALES:
        scale = _PLURAL_SCALES[word_at(tokens, at + 2)]
        return _span(10 * scale, 100 * scale, at, at + 3)
    if word in _PLURAL_SCALES:
        if word == "hundreds" and word_at(tokens, at + 2) == "thousands":
            return _span(100_000, 999_999, at, at + 3)
        scale = _PLURAL_SCALES[word]
        return _span(scale, scale * 20, at, at + 1)
    return None


def _span(low: int, high: int, first: int, last: int) -> Amount:
    return Amount(
        first=first,
        last=last,
        low=Decimal(low),
        high=Decimal(high),
        step=Decimal(1),
        kind="vague",
        words=True,
    )


def _ordinal(tokens: Sequence[Token], at: int) -> Amount | None:
    word = word_at(tokens, at)
    number, last = _ORDINALS.get(word, 0), at + 1
    suffixed = glued(tokens, at + 1) and word_at(tokens, at + 1) in ("st", "nd", "rd", "th")
    if not number and suffixed and re.fullmatch(r"[0-9]{1,3}", word):
        number, last = int(word), at + 2
    if not number:
        return None
    value = Decimal(number)
    found = Amount(first=at, last=last, low=value, high=value, step=Decimal(1), kind="ordinal")
    return replace(found, words=word in _ORDINALS)
