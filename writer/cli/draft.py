"""`writer draft`."""

from __future__ import annotations

import json
from dataclasses import asdict

from writer.bootstrap import build_app
from writer.cli.progress import stage_reporter
from writer.domain.drafts import CheckedDraft


def print_draft(occupation: str, section: str | None, *, offline: bool, as_json: bool) -> int:
    """Print the text of every part, or of one, with its findings."""
    app = build_app()
    composition = app.draft(occupation, section, offline=offline, progress=stage_reporter())
    if as_json:
        drafts = [asdict(checked) for checked in composition.drafts]
        left_out = [asdict(omission) for omission in composition.omissions]
        print(json.dumps({"drafts": drafts, "omissions": left_out}, indent=2, ensure_ascii=False))
        return 0
    for checked in composition.drafts:
        _print(checked)
    for omission in composition.omissions:
        print(f"[left out] {omission.heading}: {omission.reason} {omission.question}\n")
    return 0


def _print(checked: CheckedDraft) -> None:
    print(f"{checked.draft.heading}\n{'-' * len(checked.draft.heading)}")
    for block in checked.draft.blocks:
        lead = "- " if block.kind == "bullets" else ""
        print("\n".join(lead + line for line in block.text.split("\n")), end="\n\n")
    for finding in checked.findings:
        print(f"  {finding.severity.value} [{finding.check}] {finding.message}")
