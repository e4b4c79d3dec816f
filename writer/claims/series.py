"""Employment as a series: its first and last level, the change between them, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass

from writer.claims.index import SUBJECT, Index, Row
from writer.claims.judgement import Candidate, candidate, derived, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The subject's employment: the earliest and the latest level that the sheet holds, and the growth it prints."""

    first: Row | None = None
    last: Row | None = None
    growth: Row | None = None
    openings: Row | None = None

    @property
    def years(self) -> int:
        """How many years lie between the levels; ten where the sheet does not say."""
        rows = [row for row in (self.growth, self.openings) if row and row.first_year and row.last_year]
        if self.first and self.last and self.first.first_year and self.last.first_year:
            return self.last.first_year - self.first.first_year or 10
        return next((r.last_year - r.first_year for r in rows if r.last_year and r.first_year), 10) or 10

    @property
    def change(self) -> tuple[Candidate, ...]:
        """The net change in persons, by the levels and by the printed growth; signed."""
        found: list[Candidate] = []
        rows = tuple(row for row in (self.first, self.last) if row)
        if self.first and self.last and self.first.value is not None and self.last.value is not None:
            value = self.last.value - self.first.value
            found.append(
                derived(value, rows, plain(abs(value)), f"{self.last.value:,f} - {self.first.value:,f}")
            )
        if self.first and self.first.value is not None and self.growth and self.growth.value is not None:
            value = self.first.value * self.growth.value / 100
            formula = f"{self.first.value:,f} x {self.growth.value:f} %"
            found.append(derived(value, (self.first, self.growth), plain(abs(value)), formula))
        return tuple(found)

    @property
    def percent(self) -> tuple[Candidate, ...]:
        """The growth in percent over the whole period: the printed figure, then the one from the levels."""
        found = [c for c in (candidate(self.growth) if self.growth else None,) if c]
        if self.first and self.last and self.first.value and self.last.value is not None:
            value = (self.last.value - self.first.value) / self.first.value * 100
            formula = f"({self.last.value:,f} - {self.first.value:,f}) / {self.first.value:,f}"
            found.append(derived(value, (self.first, self.last), f"{plain(value, 1)}%", formula))
        return tuple(found)

    @property
    def sign(self) -> int:
        """1 where employment grows, -1 where it shrinks, 0 where the sheet does not say or it stays."""
        values = [c.value for c in (*self.percent[:1], *self.change[:1])]
        return next((1 if v > 0 else -1 for v in values if v), 0)


def series_of(index: Index) -> Series:
    """Return the subject's employment series."""
    levels = [r for r in index.of(SUBJECT, "employment") if r.value is not None and r.first_year]
    levels.sort(key=lambda r: r.first_year or 0)
    loose = [r for r in index.of(SUBJECT, "employment") if r.value is not None]
    growth = [r for r in index.of(SUBJECT, "growth") if r.value is not None]
    openings = [r for r in index.of(SUBJECT, "openings") if r.value is not None]
    first = levels[0] if levels else loose[0] if loose else None
    return Series(
        first=first,
        last=levels[-1] if len(levels) > 1 else None,
        growth=growth[0] if growth else None,
        openings=openings[0] if openings else None,
    )
