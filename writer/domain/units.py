"""The only place where a number becomes text.

Knows how each unit is printed in prose and in a table: thousands separators, signs, AP numerals (words below ten
for counts), hedged rounding, simple fractions. Knows nothing of occupations. Numeral style follows the AP
Stylebook: counts below ten in words, everything else in figures; percent and money always in figures.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum


class Style(StrEnum):
    """How a slot prints its value."""

    EXACT = "exact"  #: the published figure
    ABOUT = "about"  #: two significant figures behind "about"
    WORDS = "words"  #: whole numbers up to one hundred spelled out, larger ones as EXACT
    ABS = "abs"  #: the published figure without its sign, for "a decline of 1.7%"
    FRACTION = "fraction"  #: "about a third", when a simple fraction lies within 10 %; else as ABOUT


class Bound(StrEnum):
    """A value that is known only to lie on one side of the printed figure."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitForm:
    """How a unit is printed. `before` and `after` are glued to the figure; counts below ten become words."""

    before: str = ""
    after: str = ""
    count: bool = False
    signed: bool = False  #: a plus sign stands before a positive figure in tables


UNITS: dict[str, UnitForm] = {
    "persons": UnitForm(),
    "jobs": UnitForm(signed=True),
    "jobs/year": UnitForm(),
    "openings/year": UnitForm(),
    "percent": UnitForm(after="%"),
    "percent change": UnitForm(after="%", signed=True),
    "percentage points": UnitForm(after=" percentage points", signed=True),
    "usd/year": UnitForm(before="$"),
    "tasks": UnitForm(count=True),
    "occupations": UnitForm(count=True),
    "points out of 100": UnitForm(after=" out of 100"),
    "points": UnitForm(after=" points", signed=True),
    "score": UnitForm(),
    "rank": UnitForm(),
    "percentile": UnitForm(),
}
"""Units of our own sheets. A sheet from elsewhere may use any other word; it is then printed bare."""

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ORDINAL_WORDS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
]
FRACTIONS: tuple[tuple[Decimal, str], ...] = tuple(
    (Decimal(top) / Decimal(bottom), words)
    for top, bottom, words in (
        (1, 10, "a tenth"),
        (1, 5, "a fifth"),
        (1, 4, "a quarter"),
        (1, 3, "a third"),
        (2, 5, "two-fifths"),
        (1, 2, "half"),
        (3, 5, "three-fifths"),
        (2, 3, "two-thirds"),
        (3, 4, "three-quarters"),
        (4, 5, "four-fifths"),
        (9, 10, "nine-tenths"),
    )
)
_NEAR_FRACTION = Decimal("0.05")  # relative; the checks accept 10 %, so a printed fraction always passes


def cardinal_words(number: int) -> str:
    """Return a whole number from 0 to 100 in words ("twenty-one"). Raises ValueError outside that range."""
    if not 0 <= number <= 100:
        raise ValueError(f"{number} is not between 0 and 100")
    if number < 20:
        return ONES[number]
    if number == 100:
        return "one hundred"
    tens, ones = divmod(number, 10)
    return TENS[tens - 2] + (f"-{ONES[ones]}" if ones else "")


def ordinal(number: int) -> str:
    """Return a positive whole number as a rank: words to ninth, then figures ("21st")."""
    if 0 < number < 10:
        return ORDINAL_WORDS[number]
    return f"{number:,}{_suffix(number)}"


def round_significant(value: Decimal, figures: int = 2) -> Decimal:
    """Return the value rounded half up to that many significant figures."""
    if value == 0:
        return value
    exponent = Decimal(1).scaleb(value.adjusted() - figures + 1)
    return value.quantize(exponent, rounding=ROUND_HALF_UP)


def figures(value: Decimal) -> str:
    """Return the bare figure: grouped, plain notation, the decimals that the value has, a hyphen for minus."""
    return f"{value:,f}"


def print_value(value: Decimal, unit: str, style: Style = Style.EXACT, bound: Bound | None = None) -> str:
    """Return the value as prose prints it. A bound is always said ("at least $239,200")."""
    text = _styled(value, unit, style)
    if bound is None:
        return text
    return f"{'at least' if bound is Bound.AT_LEAST else 'at most'} {text.removeprefix('about ')}"


def print_figure(value: Decimal, unit: str, bound: Bound | None = None) -> str:
    """Return the value as a table prints it: figures always, a sign on changes, >= or <= for a bound."""
    form = UNITS.get(unit, UnitForm())
    sign = "+" if form.signed and value > 0 else ""
    lead = {None: "", Bound.AT_LEAST: "≥ ", Bound.AT_MOST: "≤ "}[bound]
    return lead + _with_form(value, form, sign)


def _styled(value: Decimal, unit: str, style: Style) -> str:
    match style:
        case Style.ABS:
            return _exact(abs(value), unit)
        case Style.FRACTION:
            return _fraction(value, unit) or _about(value, unit)
        case Style.ABOUT:
            return _about(value, unit)
        case Style.WORDS:
            return _words(value, unit)
        case Style.EXACT:
            return _exact(value, unit)


def _exact(value: Decimal, unit: str) -> str:
    form = UNITS.get(unit, UnitForm())
    if unit == "rank":
        return ordinal(int(value))
    if unit == "percentile":
        return f"{int(value)}{_suffix(int(value))}"
    if form.count and value == value.to_integral_value() and 0 <= value < 10:
        return cardinal_words(int(value))
    return _with_form(value, form)


def _about(value: Decimal, unit: str) -> str:
    rounded = round_significant(value)
    if rounded == value:
        return _exact(value, unit)
    return "about " + _with_form(rounded, UNITS.get(unit, UnitForm()))


def _words(value: Decimal, unit: str) -> str:
    form = UNITS.get(unit, UnitForm())
    plain = not (form.before or form.after) and unit not in ("rank", "percentile")
    if plain and value == value.to_integral_value() and 0 <= value <= 100:
        return cardinal_words(int(value))
    return _exact(value, unit)


def _suffix(number: int) -> str:
    return "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _fraction(value: Decimal, unit: str) -> str | None:
    share = value / 100 if UNITS.get(unit, UnitForm()).after == "%" else value
    if share <= 0:
        return None
    nearest, words = min(FRACTIONS, key=lambda row: abs(row[0] - share))
    if abs(nearest - share) > _NEAR_FRACTION * share:
        return None
    return words if nearest == share else f"about {words}"


def _with_form(value: Decimal, form: UnitForm, sign: str = "") -> str:
    minus = "-" if value < 0 else sign
    return f"{minus}{form.before}{figures(abs(value))}{form.after}"
