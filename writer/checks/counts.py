"""Counts of tasks and of compared roles, and shares of them."""

from __future__ import annotations

from dataclasses import dataclass

from writer.checks.base import CheckInput
from writer.checks.judged import findings_of
from writer.domain.findings import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    name: str = "counts"
    house: bool = False

    def __call__(self, page: CheckInput) -> list[Finding]:
        """Return a finding for each count that the rows do not give."""
        return findings_of(page, "counts")


CHECK = Counts()
