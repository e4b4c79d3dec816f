"""Runs the checks over a file of passages and prints how fast; writes predictions for a scorer.

    python bench/checks.py PASSAGES.jsonl [--pred PRED.jsonl] [--only quantities,counts] [--show] [--repeat N]

A line of the file holds `id`, `facts` (a sheet) and `text`; gold `errors`, where there, are shown beside what was
found.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib
import json
import pkgutil
import time
import tomllib
from pathlib import Path

import writer.checks
from writer.checks.base import check_input
from writer.checks.run import run_checks
from writer.claims.index import compile_sheet
from writer.claims.vocabulary import parse_vocabulary
from writer.language.reading import read
from writer.sources.sheet_json import parse_sheet

ROOT = Path(__file__).resolve().parent.parent


def all_checks(only: set[str]):
    for module in pkgutil.iter_modules(writer.checks.__path__):
        if only and module.name not in only:
            continue
        check = getattr(importlib.import_module(f"writer.checks.{module.name}"), "CHECK", None)
        if check is not None and not check.house:
            yield check


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("passages", type=Path)
    parser.add_argument("--pred", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--repeat", type=int, default=1)
    options = parser.parse_args()
    vocabulary = parse_vocabulary(tomllib.loads((ROOT / "data/vocabulary.toml").read_text("utf-8")))
    checks = list(all_checks(set(filter(None, options.only.split(",")))))
    rows = [json.loads(line) for line in options.passages.read_text("utf-8").splitlines() if line.strip()]
    found = {}
    begun = time.perf_counter()
    for _ in range(options.repeat):
        for row in rows:
            sheet = parse_sheet(row["facts"])
            index = compile_sheet(sheet, vocabulary)
            page = check_input(read(row["text"]), sheet, vocabulary, today=dt.date(2026, 11, 24), index=index)
            found[row["id"]] = run_checks(checks, page)
    seconds = time.perf_counter() - begun
    if options.pred:
        lines = [
            json.dumps(
                {
                    "id": name,
                    "errors": [
                        {"start": f.start, "end": f.end, "type": f.check}
                        for f in items
                        if f.severity != "info"
                    ],
                }
            )
            for name, items in found.items()
        ]
        options.pred.write_text("\n".join(lines) + "\n", "utf-8")
    if options.show:
        show(rows, found)
    print(
        f"{len(checks)} checks, {len(rows)} passages, {len(rows) * options.repeat / seconds:.0f} passages per second"
    )


def show(rows, found) -> None:
    for row in rows:
        gold, items = row.get("errors", []), [f for f in found[row["id"]] if f.severity != "info"]
        missed = [e for e in gold if not any(e["start"] < f.end and f.start < e["end"] for f in items)]
        wrong = [f for f in items if not any(e["start"] < f.end and f.start < e["end"] for e in gold)]
        if missed or wrong:
            print("==", row["id"], row["text"])
        for e in missed:
            print("   MISSED", e["type"], e.get("tier", ""), "|", row["text"][e["start"] : e["end"]])
        for f in wrong:
            print("   FALSE ", f.check, "|", row["text"][f.start : f.end], "|", f.message)


if __name__ == "__main__":
    main()
