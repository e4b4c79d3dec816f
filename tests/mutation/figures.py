"""False figures, number words and years: clearly different ones, in the form that stood there."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from tests.mutation import words
from tests.mutation.mutant import Mutant, chance_of, mutant

_FIGURE = re.compile(
    r"(?<![\w.,*-])(?P<money>\$)?(?P<body>\d+(?:,\d{3})*(?:\.\d+)?)(?P<after>%|st\b|nd\b|rd\b|th\b)?(?![\w]|-\d)"
)
_YEAR = re.compile(r"(?<![\d$,.-])(?:19|20)\d\d(?![\d%]|,\d|\.\d| (?:people|jobs|openings|fewer|more)\b)")
_DATE = re.compile(rf"\b(?P<day>\d{{1,2}}) (?P<month>{'|'.join(words.MONTHS)}) (?P<year>\d{{4}})\b")
_PERIOD = re.compile(r"\b(20\d\d)-(\d\d)\b(?!\d)")
_CARDINAL = re.compile(rf"\b(?:{'|'.join(sorted(words.CARDINALS, key=len, reverse=True))})\b", re.IGNORECASE)
_COUNTS = re.compile(
    rf"(?: [a-z]+){{0,2}} (?:{words.COUNTED})\b| of (?:(?:the|your|its|a|my) )?(?:\d|(?:{'|'.join(words.CARDINALS)})\b)"
)
_OF = re.compile(r"(?:of (?:the|your|its|all)?|list of|list is short,|of) ?$")
_RANK = re.compile(
    rf"\b(?P<word>{'|'.join(words.ORDINALS)})\b(?=(?: \w+)? (?:among|of|in|out)\b)", re.IGNORECASE
)
_AT_LEAST = re.compile(r"(?:at least|more than|over|no fewer than|no less than) $", re.IGNORECASE)
_AT_MOST = re.compile(r"(?:at most|no more than|under|up to|less than|fewer than) $", re.IGNORECASE)
_OR_MORE = re.compile(r"(?: out of 100)? or (?:higher|more)\b")
_OR_LESS = re.compile(r"(?: out of 100)? or (?:lower|less|fewer)\b")
_RANGE_LOW = re.compile(r"\bbetween the $")


def figures(sentence: str, seed: int) -> Iterator[Mutant]:
    """Yield other figures for those written in digits; years and dates are left to `years`."""
    dated = [m.span() for pattern in (_DATE, _YEAR, _PERIOD) for m in pattern.finditer(sentence)]
    for match in _FIGURE.finditer(sentence):
        if any(start <= match.start("body") < end for start, end in dated) or _RANGE_LOW.search(
            sentence[: match.start()]
        ):
            continue
        lead, rule = sentence[: match.start()], "figure"
        if re.search(r"(?:O\*NET|CC BY|version) $", lead):
            rule = "edition"
        elif match["after"] and match["after"] != "%":
            rule = "ordinal"
        elif sentence[match.end() :].startswith(" out of 100"):
            rule = "score"
        elif re.search(r"out of $", lead):
            rule = "scale"
        chance = chance_of(seed, sentence, match.start())
        body = _other_figure(match["body"], match["after"] or "", lead, sentence[match.end() :], chance)
        tail = "%" if match["after"] == "%" else ""
        yield mutant("number", rule, match, f"{match['money'] or ''}{body}{tail}")


def _other_figure(body: str, after: str, lead: str, behind: str, chance: random.Random) -> str:
    value = Decimal(body.replace(",", ""))
    step = Decimal(1).scaleb(-len(body.partition(".")[2]))
    factors = ["0.6", "0.75", "1.3", "1.5"]
    if _AT_MOST.search(lead) or _OR_LESS.match(behind):
        factors = ["0.6", "0.75"]
    elif _AT_LEAST.search(lead) or _OR_MORE.match(behind):
        factors = ["1.3", "1.5"]
    elif value > 60 and (after or value <= 100):
        factors = ["0.6", "0.75"]  # a percentage or a rank stays below a hundred
    trailing = len(body.replace(",", "")) - len(body.replace(",", "").rstrip("0")) if step == 1 else 0
    unit = Decimal(10) ** min(trailing, 2) if step == 1 else step
    factor = Decimal(chance.choice(factors))
    other = (value * factor / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit
    rounding = 2 * step if step < 1 else Decimal(0)
    if abs(other - value) < max(value * Decimal("0.12"), rounding) or value == 0:
        other = value + max(
            unit, rounding, (value * Decimal("0.4") / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit
        )
    text = f"{other.quantize(step):,}"
    return text if after in ("", "%") else f"{other:.0f}{_suffix(int(other))}"


def _suffix(number: int) -> str:
    return "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def number_words(sentence: str, seed: int) -> Iterator[Mutant]:
    """Yield other counts, ranks and fractions for those written in words."""
    for match in _CARDINAL.finditer(sentence):
        counts = _COUNTS.match(sentence, match.end()) or _OF.search(sentence[: match.start()])
        word = match[0].lower()
        if not counts or word == "zero" or (word == "one" and not sentence[match.end() :].startswith(" of ")):
            continue
        number = words.CARDINALS.index(word)
        chance = chance_of(seed, sentence, match.start())
        near = {number + d for d in (-4, -3, -2, 2, 3, 4)} | {number + 1}
        fit = [n for n in sorted(near) if 1 < n < 100 and abs(n - number) * 100 >= 12 * number] or [
            number // 2
        ]
        yield mutant("number", "count word", match, words.CARDINALS[chance.choice(fit)])
    for match in _RANK.finditer(sentence):
        others = [o for o in words.ORDINALS[:6] if o != match["word"].lower()]
        yield mutant(
            "number", "rank word", match, chance_of(seed, sentence, match.start()).choice(others), "word"
        )
    for words_before, words_after in words.FRACTIONS.items():
        for match in re.finditer(rf"\b{words_before}\b(?! of a (?:day|year))", sentence, re.IGNORECASE):
            yield mutant("number", "fraction", match, words_after)


def years(sentence: str, seed: int) -> Iterator[Mutant]:
    """Yield other years, periods and dates."""
    dates = list(_DATE.finditer(sentence))
    for match in dates:
        chance = chance_of(seed, sentence, match.start())
        part = chance.choice(["day", "month", "year"])
        day, month, year = match["day"], match["month"], match["year"]
        if part == "day":
            day = str((int(day) + chance.randint(5, 15)) % 28 + 1)
        elif part == "month":
            month = words.MONTHS[(words.MONTHS.index(month) + chance.randint(2, 9)) % 12]
        else:
            year = str(int(year) + chance.choice([-4, -3, -2]))
        yield mutant("year", f"date: {part}", match, f"{day} {month} {year}")
    for match in _PERIOD.finditer(sentence):
        first = int(match[1]) - chance_of(seed, sentence, match.start()).randint(2, 6)
        yield mutant("year", "period", match, f"{first}-{first % 100 + 10:02d}")
    for match in _YEAR.finditer(sentence):
        if any(date.start() <= match.start() < date.end() for date in dates) or _PERIOD.match(
            sentence, match.start()
        ):
            continue
        years = int(match[0]) + chance_of(seed, sentence, match.start()).choice([-5, -3, -2, 2, 3, 6])
        published = re.search(r"(?:Science|Occupations\"), $", sentence[: match.start()])
        yield mutant("year", "year of a publication" if published else "year", match, str(years))
