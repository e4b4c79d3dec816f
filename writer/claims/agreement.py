"""Whether a stated quantity is right for a value: rounding, hedges, bounds, ranges.

A figure is right if it is the value rounded at the stated precision, or lies within 5 % behind a hedge. Simple
fractions and multiples may be 10 % off. "nearly" means below and close, "over" above, "at least" not below.
"""

from __future__ import annotations

from decimal import Decimal

from writer.language.quantities import Quantity

HEDGE = Decimal("0.05")
SIMPLE = Decimal("0.10")
_FAR = Decimal("0.25")  # "fewer than 14,000" says nothing useful of 5,000
_FAR_SHARE = Decimal("0.60")  # but "more than half" may be said of three quarters
_SLACK = Decimal("0.000001")


def agrees(quantity: Quantity, value: Decimal, *, signed: bool = False) -> bool:
    """Return whether the quantity may stand for the value. Signs count only where `signed` is true."""
    real = value if signed else abs(value)
    low, high = (quantity.low, quantity.high) if signed else (abs(quantity.low), abs(quantity.high))
    if quantity.vague or quantity.span:
        low, high = min(low, high), max(low, high)
        return low - _SLACK <= real <= high + _SLACK
    return _one(quantity, low, real)


def _one(quantity: Quantity, said: Decimal, real: Decimal) -> bool:
    simple = quantity.dimension in ("fraction", "times") or quantity.step == 0
    rounding = _rounding(quantity, said)
    loose = max(rounding, abs(said) * (SIMPLE if simple else HEDGE))
    far = _FAR_SHARE if simple else _FAR
    match quantity.bound:
        case "exact":
            return (
                abs(real - said)
                <= (max(rounding, abs(said) * (SIMPLE if _is_fraction(quantity) else HEDGE if simple else 0)))
                + _SLACK
            )
        case "about":
            return abs(real - said) <= max(loose, abs(real) * HEDGE) + _SLACK
        case "nearly":
            return said - loose <= real <= said
        case "just_over":
            return said <= real <= said + loose
        case "over":
            return said < real <= said * (1 + far) or (said < real and said < 10)
        case "under":
            return said * (1 - far) <= real < said or (real < said and said < 10)
        case "at_least":
            return said <= real <= said * (1 + far) or (said <= real and said < 10)
        case "at_most":
            return said * (1 - far) <= real <= said


def _is_fraction(quantity: Quantity) -> bool:
    return quantity.dimension == "fraction" or (quantity.step == 0 and quantity.dimension != "times")


def _rounding(quantity: Quantity, said: Decimal) -> Decimal:
    """Half a unit of the last stated digit, but never more than 5 %: "400,000" does not stand for 376,200."""
    half = quantity.step / 2
    return min(half, abs(said) * HEDGE) if quantity.step >= 10 else half
