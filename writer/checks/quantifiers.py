"""Quantifiers: all, none, most, few, said of tasks."""

from __future__ import annotations

from dataclasses import dataclass

from writer.checks.base import CheckInput
from writer.checks.judged import findings_of
from writer.domain.findings import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantifiers:
    name: str = "quantifiers"
    house: bool = False

    def __call__(self, page: CheckInput) -> list[Finding]:
        """Return a finding for each quantifier that the rows do not bear out."""
        return findings_of(page, "quantifiers")


CHECK = Quantifiers()
