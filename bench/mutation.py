"""Mutates every sentence of every bundled offline page and prints which mutants the checks catch.

    python bench/mutation.py [--codes 27-4014.00,43-9021.00] [--kind number] [--every N] [--whole] [--misses FILE]

Prints the catch rate of each kind and rule, by all checks and by reading alone, then the misses, grouped; `--misses`
also writes them to a file. The control line counts true figures typed again without their link: what is caught there
is a false alarm. `--whole` proves the whole page for each mutant instead of the part first. `tests/mutation` runs a
sample of the same trials.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.mutation.mutator import KINDS  # noqa: E402
from tests.mutation.tally import Tally, catch_table  # noqa: E402
from tests.mutation.trials import Trial, bundled_codes, offline_page  # noqa: E402

CONTROL = "control: true figure retyped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """One trial, and whether it was caught."""

    rule: str
    trial: Trial
    caught: bool
    by_reading: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """All trials of one page, and the error findings of the page as it is."""

    errors: list[str]
    tried: list[Tried] = field(default_factory=list[Tried])


def run_page(code: str, kind: str, every: int, whole: bool) -> Outcome:
    """Return what becomes of the mutants of one page."""
    page = offline_page(code)
    trials = [t for t in page.trials() if kind in ("", t.mutant.kind)][::every]
    named = [(f"{t.mutant.kind}: {t.mutant.rule}", t) for t in trials]
    named += [(CONTROL, t) for t in page.retyped() if not kind][::every]
    errors = [
        f"{f.section} {f.sentence}: {f.check}: {f.message}" for f in page.findings if f.severity == "error"
    ]
    tried = [
        Tried(
            rule=rule,
            trial=trial,
            caught=bool(page.caught(trial, whole=whole)),
            by_reading=bool(page.caught_by_reading(trial)),
        )
        for rule, trial in named
    ]
    return Outcome(errors=errors, tried=tried)


def main() -> int:
    """Run all trials; 1 where a clean page has an error."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--codes", default="")
    parser.add_argument("--kind", default="", choices=["", *KINDS])
    parser.add_argument("--every", type=int, default=1, help="take each Nth trial")
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--misses", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    codes = options.codes.split(",") if options.codes else bundled_codes()
    begun, dirty = time.perf_counter(), 0
    kinds, rules, listed = Tally(), Tally(), defaultdict[str, list[Trial]](list)
    with ProcessPoolExecutor(options.jobs) as pool:
        runs = [pool.submit(run_page, c, options.kind, options.every, options.whole) for c in codes]
        for code, run in zip(codes, runs, strict=True):
            outcome = run.result()
            for error in outcome.errors:
                print(f"clean page {code} has an error: {error}")
            dirty += len(outcome.errors)
            for one in outcome.tried:
                kind = one.trial.mutant.kind if one.rule != CONTROL else "control"
                kinds.add(kind, caught=one.caught, by_reading=one.by_reading)
                rules.add(one.rule, caught=one.caught, by_reading=one.by_reading)
                if one.caught == (one.rule == CONTROL):
                    listed[one.rule].append(one.trial)
            seconds = time.perf_counter() - begun
            print(f"{code}: {len(outcome.tried)} trials, {seconds:.0f} s", file=sys.stderr, flush=True)
    listing = "\n".join(line for rule in sorted(listed) for line in lines_of(rule, listed[rule]))
    text = f"{catch_table(kinds)}\n\n{catch_table(rules)}\n{listing}\n"
    print(text)
    if options.misses:
        options.misses.write_text(text, encoding="utf-8")
    return 1 if dirty else 0


def lines_of(rule: str, trials: list[Trial]) -> list[str]:
    """Return the lines of a list of misses, or of false alarms."""
    lines = [f"\n== {rule} ({len(trials)} {'false alarms' if rule == CONTROL else 'not caught'})"]
    for trial in trials:
        mutant = trial.mutant
        lines.append(f"{trial.page} {trial.section} {trial.place}: {mutant.before!r} -> {mutant.after!r}")
        lines.append(f"    {trial.mutated}")
    return lines


if __name__ == "__main__":
    raise SystemExit(main())
