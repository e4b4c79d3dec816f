"""What stands around an amount: hedge, sign and currency before it; unit, noun and period after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from writer.language.numbers import Amount, glued, word_at
from writer.language.spans import Token, word_set

TailDimension = Literal["percent", "percentage_points", "money", "points", "times", "duration", "measure", ""]
BoundWord = Literal["exact", "about", "nearly", "under", "just_over", "over", "at_least", "at_most"]

_LEADS: dict[tuple[str, ...], BoundWord] = {}
for _name, _phrases in {
    "about": "about|around|roughly|approximately|some|close to|in the region of|on the order of|or so|more or less|approx"
    "|something like|somewhere around|in the neighborhood of|circa|an estimated|well around|right around|on average about",
    "nearly": "nearly|almost|just under|a little under|a shade under|just below|a touch under|a bit under|slightly under"
    "|not quite|just shy of|shy of|a hair under|a little less than|just short of|slightly less than|close on|a shade below"
    "|a little below|slightly below|a fraction under|a little short of|a whisker under|approaching",
    "just_over": "just over|a little over|a shade over|slightly over|slightly more than|just above|a touch over|a bit over"
    "|a little more than|just more than|a hair over|a little above|a shade above|slightly above|a shade more than"
    "|a fraction over|barely over|a bit more than|a whisker over",
    "over": "over|more than|above|upwards of|greater than|north of|in excess of|well over|higher than|better than"
    "|well above|beyond|exceeding|topping|exceeds|tops|far more than|well more than|comfortably over|past",
    "under": "under|less than|fewer than|below|lower than|short of|well short of|well under|south of|well below|far less than"
    "|beneath|far fewer than|shy of|comfortably under|not even",
    "at_least": "at least|no fewer than|no less than|a minimum of|not less than|as many as at least",
    "at_most": "at most|up to|no more than|as many as|as much as|a maximum of|not more than|at the most",
}.items():
    for _phrase in _phrases.split("|"):
        _LEADS[tuple(_phrase.split())] = _name  # pyright: ignore[reportArgumentType] # keys above are the literals
_LONGEST = max(len(words) for words in _LEADS)
_LINK_WORDS = frozenset(("only", "just", "a", "an", "still", "full"))

_PER = {
    "a": 1, "an": 1, "per": 1, "each": 1, "every": 1, "/": 1,
}  # fmt: skip
_TIMES = {"year": "year", "years": "year", "yr": "year", "month": "month", "week": "week", "day": "day", "hour": "hour",
          "hr": "hour", "minute": "minute", "decade": "decade"}  # fmt: skip
_ADVERBS = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour",
            "annual": "year", "year": "", "month": ""}  # fmt: skip
_PASSED = word_set("of in on the are is were was")
_DURATIONS = {
    "year": "year", "years": "year", "yr": "year", "yrs": "year", "month": "month", "months": "month", "week": "week",
    "weeks": "week", "day": "day", "days": "day", "hour": "hour", "hours": "hour", "minute": "minute", "minutes": "minute",
    "second": "second", "seconds": "second", "decade": "decade", "decades": "decade", "hrs": "hour", "mins": "minute",
    "century": "century",
}  # fmt: skip
_MEASURES = word_set(
    "feet foot inches inch miles mile km meters metres meter metre cm mm pounds lbs kg grams tons tonnes "
    "degrees volts volt watts watt kw mw hz khz mhz ghz db decibels gb tb mb bits bit bytes megabytes "
    "gigabytes acres gallons liters litres pages page words word floors stories yards yard amps amp psi rpm "
    "mph celsius fahrenheit ounces oz centimeters kilometers kilometres channels tracks takes speakers strings "
    "sides cups"
)
_NOT_NOUN = word_set(
    "of in on at for to by from and or but than that which who is are was were be been a an the as with this "
    "these those over through between per each every will would could can may might has have had do does did "
    "not no if when while against into out about after before since until it its they their he she we you your "
    "our so because versus vs yet also still now today currently there here how what where according rather up "
    "down more fewer less above below behind ahead short almost nearly roughly whereas under back off across "
    "within during annually yearly monthly apart"
)


_OR: dict[str, BoundWord] = {
    "so": "about", "thereabouts": "about", "more": "at_least", "higher": "at_least", "above": "at_least",
    "greater": "at_least", "better": "at_least", "less": "at_most", "fewer": "at_most", "lower": "at_most",
    "below": "at_most",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """What stands before: `first` is the first token that belongs, `core` the first of the figure itself."""

    first: int
    core: int
    bound: BoundWord = "exact"
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
    bound: BoundWord = "exact"
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


def _hedge_before(tokens: Sequence[Token], core: int) -> tuple[BoundWord, int]:
    for skip in (0, 1):
        stop = core - skip
        if skip and word_at(tokens, core - 1) not in _LINK_WORDS:
            break
        for length in range(min(_LONGEST, stop), 0, -1):
            words = tuple(token.lower for token in tokens[stop - length : stop])
            if words in _LEADS:
                return _LEADS[words], stop - length
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
    if one == "of" and two in ("a", "one") and three in ("percent", "%", "percentage"):
        return _percent(tokens, at + 2, of_percent=True)
    if one in ("a", "an") and amount.kind == "fraction" and two in ("percent", "percentage", "point"):
        one, at = two, at + 1
    if one in ("percent", "%", "percentage", "pp", "ppt", "pct") or (
        one == "per" and word_at(tokens, at + 1) == "cent"
    ):
        return _percent(tokens, at, of_percent=True)
    if one == "-" and word_at(tokens, at + 1) in (
        "percent",
        "percentage",
        "point",
        "year",
        "month",
        "hour",
        "fold",
        "minute",
    ):
        at, one = at + 1, word_at(tokens, at + 1)
        if one in ("percent", "percentage"):
            return _percent(tokens, at, of_percent=True)
        if one == "fold":
            return Tail(last=at + 1, unit_end=at + 1, dimension="times")
    if one in ("point", "points", "pts"):
        return Tail(last=at + 1, unit_end=at + 1, dimension="points")
    if (one, two, three) == ("out", "of", "100") or (one == "/" and two == "100"):
        last = at + (3 if one == "out" else 2)
        return Tail(last=last, unit_end=last, dimension="points", unit="score")
    if one in ("times", "x", "×") and amount.kind == "cardinal":
        return Tail(last=at + 1, unit_end=at + 1, dimension="times")
    if one in ("dollars", "usd"):
        return Tail(last=at + 1, unit_end=at + 1, dimension="money")
    if one in _DURATIONS and amount.kind != "ordinal":
        return Tail(last=at + 1, unit_end=at + 1, dimension="duration", unit=_DURATIONS[one])
    if one in _MEASURES or (one == "-" and two in _MEASURES):
        return Tail(last=at + 1, unit_end=at + 1, dimension="measure", unit=one)
    code = glued(tokens, at) and bool(re.fullmatch(r"[^\W\d_]+|[*#_]", one)) and amount.kind != "ordinal"
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
