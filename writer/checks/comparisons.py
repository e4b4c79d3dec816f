"""Comparisons: above and below, differences, ranks and superlatives among the compared roles and tasks."""

from __future__ import annotations

from dataclasses import dataclass

from writer.checks.base import CheckInput
from writer.checks.judged import findings_of
from writer.domain.findings import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparisons:
    name: str = "comparisons"
    house: bool = False

    def __call__(self, page: CheckInput) -> list[Finding]:
        """Return a finding for each comparison that the rows turn round or do not hold."""
        return findings_of(page, "comparisons")


CHECK = Comparisons()
