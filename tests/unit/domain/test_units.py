"""How numbers are printed, and that the print can be read back within its stated rounding."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer.domain.units import (
    UNITS,
    Bound,
    Style,
    cardinal_words,
    ordinal,
    print_figure,
    print_value,
    round_significant,
)

D = Decimal


@pytest.mark.parametrize(
    ("value", "unit", "style", "printed"),
    [
        ("16900", "persons", Style.EXACT, "16,900"),
        ("16900", "persons", Style.ABOUT, "about 17,000"),
        ("17000", "persons", Style.ABOUT, "17,000"),
        ("-1.7", "percent change", Style.EXACT, "-1.7%"),
        ("-1.7", "percent change", Style.ABS, "1.7%"),
        ("-4.8", "percentage points", Style.ABS, "4.8 percentage points"),
        ("66430", "usd/year", Style.EXACT, "$66,430"),
        ("-300", "jobs", Style.ABS, "300"),
        ("9", "tasks", Style.EXACT, "nine"),
        ("10", "tasks", Style.EXACT, "10"),
        ("14", "tasks", Style.WORDS, "fourteen"),
        ("0", "tasks", Style.EXACT, "zero"),
        ("70", "points out of 100", Style.EXACT, "70 out of 100"),
        ("2", "rank", Style.EXACT, "second"),
        ("21", "rank", Style.EXACT, "21st"),
        ("42.6", "percent", Style.FRACTION, "about 43%"),
        ("33", "percent", Style.FRACTION, "about a third"),
        ("50", "percent", Style.FRACTION, "half"),
        ("3", "percentile", Style.EXACT, "3rd"),
        ("11", "percentile", Style.EXACT, "11th"),
        ("1234567", "something else", Style.EXACT, "1,234,567"),
    ],
)
def test_prints_each_unit_in_each_style(value: str, unit: str, style: Style, printed: str) -> None:
    assert print_value(D(value), unit, style) == printed


def test_a_bound_is_always_said() -> None:
    assert print_value(D(239200), "usd/year", Style.EXACT, Bound.AT_LEAST) == "at least $239,200"
    assert print_value(D(239200), "usd/year", Style.ABOUT, Bound.AT_LEAST) == "at least $240,000"
    assert print_figure(D(239200), "usd/year", Bound.AT_LEAST) == "≥ $239,200"


def test_tables_show_figures_and_signs() -> None:
    assert print_figure(D("6.7"), "percent change") == "+6.7%"
    assert print_figure(D("-25.9"), "percent change") == "-25.9%"
    assert print_figure(D(9), "tasks") == "9"


@pytest.mark.parametrize(
    ("number", "words"), [(0, "zero"), (19, "nineteen"), (21, "twenty-one"), (100, "one hundred")]
)
def test_spells_whole_numbers(number: int, words: str) -> None:
    assert cardinal_words(number) == words


@pytest.mark.parametrize("number", [-1, 101])
def test_refuses_to_spell_what_it_does_not_know(number: int) -> None:
    with pytest.raises(ValueError, match="between 0 and 100"):
        cardinal_words(number)


@pytest.mark.parametrize(
    ("number", "text"), [(1, "first"), (9, "ninth"), (11, "11th"), (22, "22nd"), (113, "113th")]
)
def test_ranks(number: int, text: str) -> None:
    assert ordinal(number) == text


def read_back(text: str) -> Decimal:
    """The oracle: an independent reading of a printed figure."""
    digits = re.search(r"-?\$?[\d,]+(?:\.\d+)?", text)
    assert digits is not None, text
    return D(digits.group().replace(",", "").replace("$", ""))


amounts = st.decimals(min_value=-(10**9), max_value=10**9, places=1, allow_nan=False, allow_infinity=False)


@given(
    value=amounts, unit=st.sampled_from(sorted(set(UNITS) - {"rank", "percentile", "tasks", "occupations"}))
)
def test_print_then_read_returns_the_value(value: Decimal, unit: str) -> None:
    assert read_back(print_value(value, unit)) == value
    assert read_back(print_figure(value, unit)) == value


@given(value=amounts.filter(lambda v: v != 0))
def test_about_stays_within_five_percent(value: Decimal) -> None:
    assert abs(round_significant(value) - value) <= abs(value) * D("0.05")
    printed = read_back(print_value(value, "persons", Style.ABOUT))
    assert abs(printed - value) <= abs(value) * D("0.05")


@given(share=st.decimals(min_value=D("0.1"), max_value=100, places=1))
def test_a_printed_fraction_lies_within_ten_percent(share: Decimal) -> None:
    words = {"a tenth": 10, "a fifth": 20, "a quarter": 25, "a third": D(100) / 3, "two-fifths": 40, "half": 50,
             "three-fifths": 60, "two-thirds": D(200) / 3, "three-quarters": 75, "four-fifths": 80, "nine-tenths": 90}  # fmt: skip
    printed = print_value(share, "percent", Style.FRACTION).removeprefix("about ")
    meant = words[printed] if printed in words else read_back(printed)
    assert abs(D(meant) - share) <= share * D("0.1")
