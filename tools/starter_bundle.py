"""The files of `data/starter/`: their text as the releases give it, and where committed files differ from it.

Knows the file formats and the list of bundled occupations; the hand-written wording is in `labels.toml`.
"""

from __future__ import annotations

import csv
import io
import json
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import cast

from starter_join import COLUMNS, Joined, TaskFigures, related_codes
from starter_releases import Releases, Row

ONET_RELEASE = "30.2"
BUNDLED = (
    "27-4014.00", "13-1161.00", "15-1252.00", "15-1251.00", "43-9021.00", "25-1063.00", "13-1082.00",
    "31-1121.00", "25-2058.00", "39-5093.00", "15-1299.01", "27-2011.00", "29-1212.00", "23-2011.00",
    "55-3018.00", "47-2111.00",
)  # fmt: skip
WORDING = ("label", "noun", "setting")
Wording = dict[str, dict[str, dict[str, str]]]
Fields = dict[str, dict[str, str]]


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One field of a committed file that is not what the releases give."""

    file: str
    row: str
    field: str
    bundled: str
    expected: str


def read_wording(folder: Path) -> Wording:
    """Return the hand-written wording by occupation and Task ID; empty when the file does not exist yet."""
    path = folder / "labels.toml"
    if not path.is_file():
        return {}
    return cast(Wording, tomllib.loads(path.read_text(encoding="utf-8")))


def wording_gaps(joined: Joined, wording: Wording) -> list[str]:
    """Return a line for each bundled task without wording, and for each wording without a task."""
    tasks = {(code, task.id) for code in BUNDLED for task in joined.tasks.get(code, [])}
    worded = {(code, task_id) for code, entries in wording.items() for task_id in entries}
    gaps = [f"labels.toml: no wording for task {code} {task_id}" for code, task_id in sorted(tasks - worded)]
    return gaps + [f"labels.toml: no such task: {code} {task_id}" for code, task_id in sorted(worded - tasks)]


def bundle_files(releases: Releases, joined: Joined, wording: Wording) -> dict[str, str]:
    """Return the text of every derived file by its path inside the bundle."""
    titles = {row["code"]: row["title"] for row in joined.rows}
    files = {"occupations.csv": _csv_text(joined.rows)}
    for code in BUNDLED:
        words = wording.get(code, {})
        tasks = [_task_fields(task, words.get(task.id, {})) for task in joined.tasks.get(code, [])]
        document = {"code": code, "title": titles[code], "onet_release": ONET_RELEASE, "tasks": tasks}
        files[f"tasks/{code}.json"] = _json_text(document)
    files["related.json"] = _json_text(
        {code: related_codes(releases, joined, code) for code in sorted(BUNDLED)}
    )
    return files


def write_files(folder: Path, files: dict[str, str]) -> None:
    """Write all files; a task file of an occupation that is no longer bundled is removed."""
    (folder / "tasks").mkdir(parents=True, exist_ok=True)
    for path in (folder / "tasks").glob("*.json"):
        if f"tasks/{path.name}" not in files:
            path.unlink()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def compare_files(folder: Path, files: dict[str, str]) -> list[Difference]:
    """Return every field of the committed bundle that differs from `files`, in file order."""
    differences: list[Difference] = []
    extra = {f"tasks/{path.name}" for path in (folder / "tasks").glob("*.json")} - set(files)
    for name in sorted(extra):
        differences.append(_whole_file(name, bundled="present", expected="absent"))
    for name, expected in files.items():
        path = folder / name
        if not path.is_file():
            differences.append(_whole_file(name, bundled="absent", expected="present"))
            continue
        bundled = path.read_bytes().decode("utf-8")
        found = _field_differences(name, _fields(name, bundled), _fields(name, expected))
        if not found and bundled != expected:
            found = [_whole_file(name, bundled="another layout", expected="the layout that build writes")]
        differences.extend(found)
    return differences


def _task_fields(task: TaskFigures, words: dict[str, str]) -> dict[str, object]:
    return {
        "id": task.id,
        "kind": task.kind,
        "penetration_percent": _number(task.penetration_percent),
        "missing": task.missing,
        "matched_by": task.matched_by,
        "theoretical_percent": _number(task.theoretical_percent),
        "theoretical_missing": task.theoretical_missing,
        **{field: words.get(field) for field in WORDING},
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _csv_text(rows: list[Row]) -> str:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, list[str](COLUMNS), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue()


def _json_text(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _fields(name: str, text: str) -> Fields:
    """Cut a file into rows of printed fields; the key of a row is a code or a Task ID."""
    if name.endswith(".csv"):
        return {row["code"]: dict(row) for row in csv.DictReader(io.StringIO(text))}
    document = cast(dict[str, object], json.loads(text))
    if name == "related.json":
        return {code: {"related": json.dumps(codes)} for code, codes in document.items()}
    tasks = cast(list[dict[str, object]], document.pop("tasks"))
    head = {field: json.dumps(value) for field, value in document.items()}
    head["order of tasks"] = " ".join(str(task["id"]) for task in tasks)
    rows = {str(task["id"]): {field: json.dumps(value) for field, value in task.items()} for task in tasks}
    return {"(head)": head, **rows}


def _field_differences(name: str, bundled: Fields, expected: Fields) -> list[Difference]:
    differences: list[Difference] = []
    for row in [*expected, *(row for row in bundled if row not in expected)]:
        old, new = bundled.get(row, {}), expected.get(row, {})
        for field in [*new, *(field for field in old if field not in new)]:
            have, want = old.get(field, "(absent)"), new.get(field, "(absent)")
            if have != want:
                differences.append(Difference(file=name, row=row, field=field, bundled=have, expected=want))
    return differences


def _whole_file(name: str, *, bundled: str, expected: str) -> Difference:
    return Difference(file=name, row="-", field="(file)", bundled=bundled, expected=expected)
