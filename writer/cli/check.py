"""`writer check`: one text against one sheet, or a stream of both."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from writer.bootstrap import build_app
from writer.domain.findings import Finding, errors_of
from writer.errors import UserError


def check_file(facts_file: Path, text_file: Path, *, house: bool, as_json: bool) -> int:
    """Print the findings with line and column; 1 where one is an error."""
    app = build_app()
    sheet = app.load_sheet(_read(facts_file), str(facts_file))
    text = sys.stdin.read() if str(text_file) == "-" else _read(text_file)
    findings = app.check(sheet, text, house=house)
    if as_json:
        print(json.dumps([asdict(finding) for finding in findings], indent=2, ensure_ascii=False))
    else:
        _print(findings, text, str(text_file))
    return 1 if errors_of(findings) else 0


def check_lines(*, house: bool) -> int:
    """Answer each line of standard input with a line of findings; a bad line is answered with its error."""
    app = build_app()
    for number, line in enumerate(sys.stdin, start=1):
        if line.strip():
            print(json.dumps(app.check_line(line, number, house=house), ensure_ascii=False), flush=True)
    return 0


def _print(findings: Sequence[Finding], text: str, name: str) -> None:
    for finding in findings:
        line = text.count("\n", 0, finding.start) + 1
        column = finding.start - (text.rfind("\n", 0, finding.start) + 1) + 1
        span = " ".join(text[finding.start : finding.end].split())
        print(
            f"{name}:{line}:{column}: {finding.severity.value} [{finding.check}] “{span}”: {finding.message}"
        )
        if finding.expected:
            print(f"    expected: {finding.expected}" + (f"  ({finding.fact})" if finding.fact else ""))
    errors = len(errors_of(findings))
    print(f"{len(findings)} findings, {errors} of them errors.", file=sys.stderr)


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{file} cannot be read: {error}") from error
