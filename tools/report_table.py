"""Writes the report of every bundled occupation and prints a Markdown table: python tools/report_table.py [--out DIR]

One line for each occupation: exit code, error findings, words, numerals on the page and how many resolve in
`claims.json`, sentences dropped, parts left out and why. The offline model writes; `WRITER_TODAY` fixes the day.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.numerals import Count, count_numerals  # noqa: E402
from tools.page_text import page_parts  # noqa: E402
from writer.bootstrap import build_app  # noqa: E402
from writer.cli import main as writer  # noqa: E402


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One report: what the command said and what stands in its files. Without files the figures are empty."""

    code: str
    exit_code: int
    said: str  #: standard error
    summary: Mapping[str, object]
    parts: tuple[tuple[str, str], ...] = ()  #: part id, its visible text
    proof: Mapping[str, object]
    count: Count | None = None

    @property
    def left_out(self) -> list[Mapping[str, str]]:
        """The parts that were left out, each with its reason and the question to the writer."""
        return cast("list[Mapping[str, str]]", self.summary.get("left_out", []))

    @property
    def text(self) -> str:
        """All that a reader can see, but for the list of records."""
        return "\n".join(text for part, text in self.parts if part != "records")


def bundled_codes() -> list[str]:
    """Return the codes of which reports can be made."""
    return list(build_app().warehouse.codes())


def write_report(code: str, out: Path) -> Row:
    """Write one report through the command line and read its files back."""
    printed, said = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(said):
        exit_code = writer(["report", code, "--out", str(out / code), "--offline", "--json"])
    if not printed.getvalue():
        return Row(code=code, exit_code=exit_code, said=said.getvalue(), summary={}, proof={})
    summary = cast("Mapping[str, object]", json.loads(printed.getvalue()))
    files = {Path(name).name: Path(name) for name in cast("list[str]", summary["files"])}
    parts = page_parts(files["index.html"].read_text(encoding="utf-8"))
    proof = cast("Mapping[str, object]", json.loads(files["claims.json"].read_text(encoding="utf-8")))
    return Row(
        code=code,
        exit_code=exit_code,
        said=said.getvalue(),
        summary=summary,
        parts=tuple(parts),
        proof=proof,
        count=count_numerals(parts, proof),
    )


def markdown_table(rows: Sequence[Row]) -> str:
    """Return the table of these reports."""
    lines = [
        "| occupation | exit | errors | words | numerals | resolved | facts | dropped | left out |",
        "|---|--:|--:|--:|--:|--:|--:|--:|---|",
    ]
    for row in rows:
        figures = [row.summary.get(name, "") for name in ("errors", "words")]
        counted = [row.count.numerals, row.count.resolved, row.count.facts] if row.count else ["", "", ""]
        reasons: dict[str, list[str]] = {}
        for part in row.left_out:
            reasons.setdefault(part["reason"], []).append(part["part"])
        why = "; ".join(f"{', '.join(parts)}: {reason}" for reason, parts in reasons.items())
        cells = [row.code, row.exit_code, *figures, *counted, row.summary.get("dropped", ""), why]
        lines.append(f"| {' | '.join(map(str, cells))} |")
    return "\n".join(lines)


def main() -> int:
    """Print the table; 1 where a report has an error, an exit code or an open numeral."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, help="keep the reports here")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = [write_report(code, chosen.out or Path(folder)) for code in bundled_codes()]
    print(markdown_table(rows))
    for row in rows:
        for place in row.count.open if row.count else ():
            print(f"open numeral in {row.code}: {place}", file=sys.stderr)
    return 1 if any(row.exit_code or (row.count and row.count.open) for row in rows) else 0


if __name__ == "__main__":
    raise SystemExit(main())
