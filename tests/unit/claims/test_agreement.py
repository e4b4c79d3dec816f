"""When a stated figure is right for a value: rounding, hedges, bounds, fractions and ranges."""

from __future__ import annotations

from decimal import Decimal

import pytest

from writer.claims.agreement import agrees
from writer.language.reading import read

RIGHT = [
    ("16,900", "16900"),
    ("nearly 17,000", "16900"),
    ("17,000", "16900"),
    ("about 16,500", "16900"),
    ("just under two percent", "1.7"),
    ("nearly five percent", "4.67"),
    ("a little over $66,000", "66430"),
    ("fewer than 14,000", "13600"),
    ("no fewer than 39,300", "39300"),
    ("a third", "0.342"),
    ("about two-thirds", "0.645"),
    ("nearly twice", "1.82"),
    ("sixteen times", "16.1"),
    ("a few hundred", "287"),
    ("between 3% and 22%", "9"),
    ("$66k", "66430"),
]
WRONG = [
    ("19,600", "16900"),
    ("400,000", "376200"),
    ("about 20,000", "16900"),
    ("nearly 16,000", "16900"),
    ("more than 17,000", "16900"),
    ("roughly half", "0.41"),
    ("double", "3.06"),
    ("just over 40%", "38"),
    ("at least 40,000", "39300"),
    ("a few hundred", "77"),
    ("1.7%", "1.6"),
    ("fewer than 14,000", "14000"),
]


@pytest.mark.parametrize(("text", "value"), RIGHT)
def test_stands_for(text: str, value: str) -> None:
    (quantity,) = read(text).quantities
    assert agrees(quantity, Decimal(value))


@pytest.mark.parametrize(("text", "value"), WRONG)
def test_does_not_stand_for(text: str, value: str) -> None:
    (quantity,) = read(text).quantities
    assert not agrees(quantity, Decimal(value))


def test_signs_count_where_asked() -> None:
    (quantity,) = read("-1.7%").quantities
    assert agrees(quantity, Decimal("1.7"))
    assert not agrees(quantity, Decimal("1.7"), signed=True)
