"""`writer report`: the main job."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from writer.bootstrap import Written, build_app
from writer.cli.progress import stage_reporter
from writer.domain.findings import Finding, Severity
from writer.domain.report import Report


def write_report(
    occupation: str,
    out: Path | None,
    formats: Sequence[str],
    *,
    require_model: bool,
    offline: bool,
    as_json: bool,
) -> int:
    """Write the files and print where they are; 1 where an error finding stands on the page."""
    written = build_app().report(
        occupation,
        out=out,
        formats=[name.strip() for name in formats if name.strip()],
        require_model=require_model,
        offline=offline,
        progress=stage_reporter(),
    )
    errors = [finding for finding in written.report.findings if finding.severity is Severity.ERROR]
    if as_json:
        print(json.dumps(_summary(written, errors), indent=2, ensure_ascii=False))
    else:
        for path in written.paths:
            print(path)
        _print_review(written.report)
    return 1 if errors else 0


def _summary(written: Written, errors: Sequence[Finding]) -> dict[str, object]:
    report = written.report
    return {
        "occupation": report.sheet.subject.id,
        "files": [str(path) for path in written.paths],
        "status": report.status,
        "author": report.author,
        "words": sum(section.checked.draft.words for section in report.sections),
        "claims": len(report.claims),
        "facts": len({claim.record for claim in report.claims if claim.kind in ("fact", "derived")}),
        "errors": len(errors),
        "warnings": sum(finding.severity is Severity.WARNING for finding in report.findings),
        "dropped": sum(section.checked.draft.provenance.dropped for section in report.sections),
        "left_out": [
            {"part": o.section, "reason": o.reason, "question": o.question} for o in report.omissions
        ],
        "notices": list(report.notices),
    }


def _print_review(report: Report) -> None:
    """What a reviewer must look at, on stderr, so that stdout stays a list of files."""
    say = sys.stderr.write
    words = sum(section.checked.draft.words for section in report.sections)
    say(f"\n{report.title}  {words:,} words, {len(report.claims)} claims with proof. It is a draft.\n")
    for notice in report.notices:
        say(f"  notice: {notice}\n")
    judged = [
        s for section in report.sections for s in section.checked.draft.sentences() if s.basis == "judgement"
    ]
    if judged:
        say(f"  {len(judged)} sentences rest on judgement: turn on “Show proof” to see them.\n")
    for finding in report.findings:
        if finding.severity is not Severity.INFO:
            say(f"  {finding.severity.value} in {finding.section or 'the page'}: {finding.message}\n")
    for omission in report.omissions:
        say(f"  left out: {omission.heading}. {omission.reason} {omission.question}\n")
