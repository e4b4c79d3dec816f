"""What stands around an amount: hedge, sign and currency before it; unit, noun and period after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from writer.language.hedges import LONGEST, Bound, bound_of
from writer.language.numbers import Amount, glued, word_at
from writer.language.spans import Token, word_set

TailDimension = Literal["percent", "percentage_points", "money", "points", "times", "duration", "measure", ""]
_LINK_WORDS = frozenset(("only", "just", "a", "an", "still", "full"))

_PER = {
    "a": 1, "an": 1, "per": 1, "each": 1, "every": 1, "/": 1,
}  # fmt: skip
_TIMES = {"year": "year", "years": "year", "yr": "year", "month": "month", "week": "week", "day": "day", "hour": "hour",
          "hr": "hour", "minute": "minute", "decade": "decade"}  # fmt: skip
_ADVERBS = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day",
            "hourly": "hour",
            "annual": "year", "year": "", "month": ""}  # fmt: skip
_PASSED = word_set("of in on the are is were was")
_DURATIONS = {
    "year": "year", "years": "year", "yr": "year", "yrs": "year", "month": "month", "months": "month", "week": "week",
    "weeks": "week", "day": "day", "days": "day", "hour": "hour", "hours": "hour", "minute": "minute",
    "minutes": "minute", "second": "second", "seconds": "second", "decade": "decade", "decades": "decade",
    "hrs": "hour", "mins": "minute",
    "century": "century",
}  # fmt: skip
_PERCENT = frozenset(("percent", "%", "percentage", "pp", "ppt", "pct"))
_UNIT_WORDS: dict[str, TailDimension] = {
    "point": "points", "points": "points", "pts": "points", "times": "times", "x": "times", "×": "times",
    "fold": "times", "dollars": "money", "usd": "money",
}  # fmt: skip
_MEASURES = word_set(
    "feet foot inches inch miles mile km meters metres meter metre cm mm pounds lbs kg grams tons tonnes "
    "degrees volts volt watts watt kw mw hz khz mhz ghz db decibels gb tb mb bits bit bytes megabytes "
    "gigabytes acres gallons liters litres pages page words word floors stories yards yard amps amp psi rpm "
    "mph celsius fahrenheit ounces oz centimeters kilometers kilometres channels tracks takes speakers strings "
    "sides cups"
)
_HYPHENED = (
    frozenset(("percent", "percentage", "point", "year", "month", "hour", "fold", "minute")) | _MEASURES
)
_NOT_NOUN = word_set(
    "of in on at for to by from and or but than that which who is are was were be been a an the as with this "
    "these those over through between per each every will would could can may might has have had do does did "
    "not no if when while against into out about after before since until it its they their he she we you your "
    "our so because versus vs yet also still now today currently there here how what where according rather up "
    "down more fewer less above below behind ahead short almost nearly roughly whereas under back off across "
    "within during annually yearly monthly apart"
)


_OR: dict[str, Bound] = {
    "so": "about", "thereabouts": "about", "more": "at_least", "higher": "at_least", "above": "at_least",
    "greater": "at_least", "better": "at_least", "less": "at_most", "fewer": "at_most", "lower": "at_most",
    "below": "at_most",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """What stands before: `first` is the first token that belongs, `core` the first of the figure itself."""

    first: int
    core: int
    bound: Bound = "exact"
    currency: str = ""
    sign: int = 0
    code: bool = False  #: glued to letters or to a code


@dataclass(frozen=True, slots=True, kw_only=True)
class Tail:
    """What stands after: tokens up to `last` belong; the unit itself ends at `unit_end`."""

    last: int
    unit_end: int = 0
    dimension: TailDimension = ""
    unit: str = ""
    per: str = ""
    noun: str = ""
    bound: Bound = "exact"
    code: bool = False
    of_percent: bool = False


def lead_of(tokens: Sequence[Token], first: int) -> Lead:
    """Return what stands before the amount that begins at this token."""
    core, sign, currency = first, 0, ""
    if word_at(tokens, core - 1) in ("$", "€", "£") and glued(tokens, core):
        core, currency = core - 1, word_at(tokens, core - 1)
        if word_at(tokens, core - 1) in ("us", "u.s", "usd") and glued(tokens, core):
            core -= 1
    mark = word_at(tokens, core - 1)
    if mark in ("-", "−", "+", "–") and glued(tokens, core) and not glued(tokens, core - 1):
        core, sign = core - 1, 1 if mark == "+" else -1
    elif mark in ("minus", "negative"):
        core, sign = core - 1, -1
    code = sign == 0 and not currency and mark in ("-", "*", "_", ".", "/", "#") and glued(tokens, core)
    code = code and glued(tokens, core - 1) and not _number_before(tokens, core - 2)
    code = code or (glued(tokens, core) and mark.isalpha())
    bound, start = _hedge_before(tokens, core)
    code = code or _code_after(tokens, first)
    return Lead(first=start, core=core, bound=bound, currency=currency, sign=sign, code=code)


def _code_after(tokens: Sequence[Token], first: int) -> bool:
    """True at "27-4014": two figures glued by a hyphen, the second of four digits."""
    if word_at(tokens, first + 1) != "-" or not (glued(tokens, first + 1) and glued(tokens, first + 2)):
        return False
    return bool(re.fullmatch(r"[0-9]{4}", word_at(tokens, first + 2))) and len(word_at(tokens, first)) == 2


def _number_before(tokens: Sequence[Token], at: int) -> bool:
    return word_at(tokens, at)[:1].isdigit() or word_at(tokens, at) in ("%", ")")


def _hedge_before(tokens: Sequence[Token], core: int) -> tuple[Bound, int]:
    for skip in (0, 1):
        stop = core - skip
        if skip and word_at(tokens, core - 1) not in _LINK_WORDS:
            break
        for length in range(min(LONGEST, stop), 0, -1):
            found = bound_of([token.lower for token in tokens[stop - length : stop]])
            if found:
                return found, stop - length
    return "exact", core


def tail_of(tokens: Sequence[Token], amount: Amount) -> Tail:
    """Return what stands after the amount."""
    tail = _bound(tokens, _unit(tokens, amount))
    tail = _noun(tokens, tail) if tail.dimension in ("", "money", "points") else tail
    tail = _per(tokens, tail)
    return _bound(tokens, tail) if tail.bound == "exact" else tail


def _bound(tokens: Sequence[Token], tail: Tail) -> Tail:
    """Read "or so", "or more", "or less" and a glued plus sign."""
    joint, word = word_at(tokens, tail.last), word_at(tokens, tail.last + 1)
    if joint == "+" and glued(tokens, tail.last):
        return replace(tail, bound="at_least", last=tail.last + 1)
    if joint != "or" or word not in _OR:
        return tail
    return replace(tail, bound=_OR[word], last=tail.last + 2)


def _unit(tokens: Sequence[Token], amount: Amount) -> Tail:
    at = amount.last
    one, two, three = (word_at(tokens, at + i) for i in range(3))
    if one == "of" and two in ("a", "one") and three in _PERCENT:
        return _percent(tokens, at + 2, of_percent=True)
    if one in ("a", "an") and amount.kind == "fraction" and two in ("percent", "percentage", "point"):
        one, at = two, at + 1
    if one == "-" and two in _HYPHENED:
        one, at = two, at + 1
    if one in _PERCENT or (one == "per" and word_at(tokens, at + 1) == "cent"):
        return _percent(tokens, at, of_percent=True)
    if (one, two, three) == ("out", "of", "100"):
        return Tail(last=at + 3, unit_end=at + 3, dimension="points", unit="score")
    if (one, two) == ("/", "100"):
        return Tail(last=at + 2, unit_end=at + 2, dimension="points", unit="score")
    return _unit_word(tokens, amount, at, one)


def _unit_word(tokens: Sequence[Token], amount: Amount, at: int, word: str) -> Tail:
    dimension = _UNIT_WORDS.get(word, "")
    if dimension and (dimension != "times" or amount.kind == "cardinal"):
        return Tail(last=at + 1, unit_end=at + 1, dimension=dimension)
    if word in _DURATIONS and amount.kind != "ordinal":
        return Tail(last=at + 1, unit_end=at + 1, dimension="duration", unit=_DURATIONS[word])
    if word in _MEASURES:
        return Tail(last=at + 1, unit_end=at + 1, dimension="measure", unit=word)
    code = glued(tokens, at) and bool(re.fullmatch(r"[^\W\d_]+|[*#_]", word)) and amount.kind != "ordinal"
    return Tail(last=at, unit_end=at, code=code)


def _percent(tokens: Sequence[Token], at: int, *, of_percent: bool) -> Tail:
    if word_at(tokens, at) == "per":
        at += 1
    last = at + 1
    if word_at(tokens, at) in ("pp", "ppt"):
        return Tail(last=last, unit_end=last, dimension="percentage_points")
    joint = 1 if word_at(tokens, last) == "-" else 0
    if word_at(tokens, last + joint) in ("point", "points"):
        last += joint + 1
        return Tail(last=last, unit_end=last, dimension="percentage_points")
    return Tail(last=last, unit_end=last, dimension="percent", of_percent=of_percent)


def _noun(tokens: Sequence[Token], tail: Tail) -> Tail:
    at, words = max(tail.unit_end, tail.last), list[str]()
    while at < min(len(tokens), max(tail.unit_end, tail.last) + 4):
        word = tokens[at].lower
        if word == "-" and glued(tokens, at) and glued(tokens, at + 1):
            at += 1
            continue
        if not word[0].isalpha() or word in _NOT_NOUN:
            break
        words.append(word)
        at += 1
    return replace(tail, noun=" ".join(words)) if words else tail


def _per(tokens: Sequence[Token], tail: Tail) -> Tail:
    """Read "a year", "per month", "annually" right behind the unit or up to four words later ("openings a year")."""
    from_ = max(tail.unit_end, tail.last)
    for at in range(from_, min(len(tokens), from_ + 6)):
        word, after = tokens[at].lower, word_at(tokens, at + 1)
        if word in _PER and after in _TIMES:
            near = at <= from_ + 1
            return replace(tail, per=_TIMES[after], last=at + 2 if near else tail.last)
        if _ADVERBS.get(word):
            return replace(
                tail,
                per=_ADVERBS[word],
                last=at + 1 if at == from_ and word != "annual" else tail.last,
            )
        if not word[0].isalpha() or (word in _NOT_NOUN and word not in _PASSED):
            break
    return tail
