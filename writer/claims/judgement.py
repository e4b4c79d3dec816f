"""What a judge returns: the values that the words license, and whether the stated quantity is one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from writer.claims.agreement import agrees
from writer.claims.index import Row
from writer.domain.units import print_value
from writer.language.quantities import Quantity

Status = Literal["supported", "contradicted", "unsupported", "not_checkable"]
CheckName = Literal["quantities", "quantifiers", "comparisons", "counts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One value that the words license, the rows behind it, and how prose prints it."""

    value: Decimal
    rows: tuple[Row, ...]
    text: str
    formula: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A status with its proof. `start` and `end` are the span to mark; `reason` is a sentence for a writer."""

    status: Status
    check: CheckName = "quantities"
    rows: tuple[Row, ...] = ()
    formula: str = ""
    expected: str = ""
    fix: str = ""
    reason: str = ""
    start: int = -1
    end: int = -1


SILENT = Judgement(status="not_checkable")


def candidate(row: Row) -> Candidate | None:
    """Return the row's own value as a candidate, or None where it has none."""
    if row.value is None:
        return None
    return Candidate(value=row.value, rows=(row,), text=print_value(row.value, row.unit, bound=row.bound))


def derived(value: Decimal, rows: Sequence[Row], text: str, formula: str) -> Candidate:
    """Return a computed candidate."""
    return Candidate(value=value, rows=tuple(rows), text=text, formula=formula)


def plain(value: Decimal, places: int = 0) -> str:
    """Return a computed value as prose prints it, rounded half up."""
    rounded = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return (
        f"{rounded.normalize():,f}" if places and rounded == rounded.to_integral_value() else f"{rounded:,f}"
    )


def match(quantity: Quantity, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the first candidate that the quantity may stand for, or None. Signs do not count here."""
    return next((c for c in candidates if agrees(quantity, c.value)), None)


def judged(
    quantity: Quantity, candidates: Sequence[Candidate], said: str, check: CheckName = "quantities"
) -> Judgement:
    """Return supported if one candidate holds, else contradicted by the first; silent without candidates."""
    if not candidates:
        return SILENT
    held = match(quantity, candidates)
    if held:
        return Judgement(status="supported", check=check, rows=held.rows, formula=held.formula)
    if any(row.bound is not None for c in candidates for row in c.rows):
        return SILENT
    first = candidates[0]
    named = first.rows[0].label if first.rows else "the record"
    derivation = f" ({first.formula})" if first.formula else ""
    return Judgement(
        status="contradicted",
        check=check,
        rows=first.rows,
        formula=first.formula,
        expected=first.text,
        reason=f"{first.text} is right for {named}{derivation}; the text says {said}",
    )
