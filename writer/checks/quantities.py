"""Figures: a value, unit, period or direction that the sheet contradicts, or that no record holds."""

from __future__ import annotations

from dataclasses import dataclass

from writer.checks.base import CheckInput
from writer.checks.judged import findings_of
from writer.domain.findings import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantities:
    name: str = "quantities"
    house: bool = False

    def __call__(self, page: CheckInput) -> list[Finding]:
        """Return a finding for each figure that is not the record's."""
        return findings_of(page, "quantities")


CHECK = Quantities()
