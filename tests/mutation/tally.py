"""Counts how many mutants were caught, by kind, and prints it as a table."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Counted:
    """How many there were, how many were caught, and how many by what the words say."""

    total: int = 0
    caught: int = 0
    by_reading: int = 0


@dataclass(slots=True)
class Tally:
    """What became of the mutants of each name."""

    counts: dict[str, Counted] = field(default_factory=dict[str, Counted])

    def add(self, name: str, *, caught: bool, by_reading: bool) -> None:
        """Count one more."""
        held = self.counts.setdefault(name, Counted())
        held.total += 1
        held.caught += caught
        held.by_reading += by_reading

    def rate(self, name: str) -> float:
        """Return the share caught; 1 where there were none."""
        held = self.counts.get(name, Counted())
        return held.caught / held.total if held.total else 1.0


def catch_table(tally: Tally) -> str:
    """Return one line for each name: how many, how many caught and which share, how many by reading alone."""
    width = max([len(name) for name in tally.counts] + [4])
    lines = [f"{'kind':<{width}}  {'n':>5}  {'caught':>6}  {'rate':>5}  {'by reading':>10}  {'rate':>5}"]
    for name in sorted(tally.counts):
        held = tally.counts[name]
        read = held.by_reading / held.total
        lines.append(
            f"{name:<{width}}  {held.total:>5}  {held.caught:>6}  {tally.rate(name):>5.3f}  {held.by_reading:>10}  {read:>5.3f}"
        )
    return "\n".join(lines)
