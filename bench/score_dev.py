"""Scores the checks on passages with known errors: `python bench/score_dev.py PASSAGES.jsonl [--tier A] [--misses]`.

Each line of the file holds `id`, `facts` (a sheet), `text`, `errors` (start, end, type, tier) and, where given,
`ok_claims` and `ignore`. A finding of severity info does not count. Mistake scores are one to one: a finding that
overlaps an error uses it up.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
import tomllib
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from writer.checks.base import check_input  # noqa: E402 # the checkout comes first
from writer.checks.run import run_checks  # noqa: E402
from writer.claims.vocabulary import parse_vocabulary  # noqa: E402
from writer.domain.findings import Severity  # noqa: E402
from writer.errors import UserError  # noqa: E402
from writer.language.reading import read  # noqa: E402
from writer.plugins import CHECKS, load  # noqa: E402
from writer.sources.sheet_json import parse_sheet  # noqa: E402

Row = dict[str, Any]


def main() -> None:
    """Print the scores of the file that is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--tier", choices=["A", "B"])
    parser.add_argument("--misses", action="store_true", help="list each miss and each false alarm")
    parser.add_argument("--only", help="names of checks, joined by commas")
    options = parser.parse_args()
    rows: list[Row] = [
        json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines() if line
    ]
    found = find_all(rows, options.only.split(",") if options.only else None)
    report(rows, found, options.tier, misses=options.misses)


def find_all(rows: list[Row], only: list[str] | None = None) -> dict[str, list[Row]]:
    """Return the findings of each passage, remarks left out."""
    vocabulary = parse_vocabulary(
        tomllib.loads((ROOT / "data" / "vocabulary.toml").read_text(encoding="utf-8"))
    )
    checks = [check() for check in _loaded() if only is None or check.name in only]
    found: dict[str, list[Row]] = {}
    for row in rows:
        page = check_input(
            read(row["text"]), parse_sheet(row["facts"]), vocabulary, today=dt.date(2026, 11, 24)
        )
        found[row["id"]] = [
            {"start": item.start, "end": item.end, "type": item.check, "message": item.message}
            for item in run_checks(checks, page)
            if item.severity is not Severity.INFO
        ]
    return found


def _loaded() -> list[Any]:
    checks: list[Any] = []
    for name in CHECKS:
        try:
            checks.append(load(name))
        except UserError as error:
            print(f"left out: {error}", file=sys.stderr)
    return checks


def report(rows: list[Row], found: dict[str, list[Row]], tier: str | None, *, misses: bool) -> None:
    """Print one-to-one and overlap scores, false alarms on faithful passages, and recall by type."""
    count: Counter[str] = Counter()
    types: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row in rows:
        kept = [e for e in row["errors"] if tier in (None, e["tier"])]
        idle = [e for e in row["errors"] if e not in kept] + row.get("ignore", [])
        flags = [
            f
            for f in found[row["id"]]
            if any(_meet(f, e) for e in kept) or not any(_meet(f, e) for e in idle)
        ]
        _count_mistakes(kept, flags, count, types)
        count["flag_hits"] += sum(any(_meet(f, e) for e in kept) for f in flags)
        if kept or len(kept) == len(row["errors"]):
            count[f"passage {bool(kept)} {bool(flags)}"] += 1
        if misses:
            _print_misses(row, kept, flags)
    _print_scores(count, types)


def _count_mistakes(
    kept: list[Row], flags: list[Row], count: Counter[str], types: dict[str, list[int]]
) -> None:
    used: set[int] = set()
    for error in sorted(kept, key=lambda e: e["start"]):
        hits = [number for number, flag in enumerate(flags) if _meet(flag, error)]
        key = f"{error['tier']} {error['type']}"
        types[key][1] += 1
        types[key][0] += bool(hits)
        count["gold_hits"] += bool(hits)
        free = [number for number in hits if number not in used]
        if free:
            used.add(free[0])
            count["mistakes"] += 1
    count["gold"] += len(kept)
    count["flags"] += len(flags)


def _print_misses(row: Row, kept: list[Row], flags: list[Row]) -> None:
    text = row["text"]
    for error in kept:
        if not any(_meet(flag, error) for flag in flags):
            print(f"MISS  {row['id']}: {error['type']}: {text[error['start'] : error['end']]}")
    for flag in flags:
        if not any(_meet(flag, error) for error in kept):
            said = text[flag["start"] : flag["end"]]
            print(f"ALARM {row['id']}: {flag['type']}: {said!r}: {flag['message']}")


def _print_scores(count: Counter[str], types: dict[str, list[int]]) -> None:
    hit, missed = count["passage True True"], count["passage True False"]
    alarm, quiet = count["passage False True"], count["passage False False"]
    print(f"mistake   P {_of(count['mistakes'], count['flags'])}  R {_of(count['mistakes'], count['gold'])}")
    print(
        f"overlap   P {_of(count['flag_hits'], count['flags'])}  R {_of(count['gold_hits'], count['gold'])}"
    )
    print(f"passage   P {_of(hit, hit + alarm)}  R {_of(hit, hit + missed)}")
    print(f"false alarms on faithful passages {_of(alarm, alarm + quiet)}")
    for key in sorted(types):
        print(f"  {key:18} {types[key][0]} of {types[key][1]}")


def _of(part: int, whole: int) -> str:
    return f"{part / whole:.3f} ({part} of {whole})" if whole else "none"


def _meet(one: Row, other: Row) -> bool:
    return one["start"] < other["end"] and other["start"] < one["end"]


if __name__ == "__main__":
    main()
