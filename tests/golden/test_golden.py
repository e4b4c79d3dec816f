"""Whole reports of five occupations, byte for byte, on a fixed day. Rewritten by `pytest tests/golden --update-golden`.

A change of these files is reviewed as a diff: it shows what readers would see change.
"""

from __future__ import annotations

import datetime as dt
import difflib
from functools import cache
from itertools import islice
from pathlib import Path

import pytest

from tools.page_text import page_parts
from writer.bootstrap import App
from writer.settings import read_settings

HERE = Path(__file__).parent
DAY = dt.date(2026, 11, 24)
CODES = ("15-1251", "25-1063", "27-4014", "31-1121", "43-9021")
#: Ends of the names of the files of one report: three formats and the proof beside the page.
FILES = ("index.html", "claims.json", ".md", "report.json")
SHOWN_LINES, SHOWN_WIDTH = 60, 200


@cache
def rendered(code: str) -> dict[str, bytes]:
    """Return the files of one report by name, written by the offline model."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        app = App(read_settings(today=DAY, workspace=Path(folder)))
        written = app.report(code, out=Path(folder), formats=("html", "md", "json"), offline=True)
        return {path.name: path.read_bytes() for path in written.paths}


def readable(name: str, content: bytes) -> list[str]:
    """Return the lines to compare: of a page its visible text, a sentence a line; of other files their own lines."""
    text = content.decode("utf-8")
    if not name.endswith(".html"):
        return text.splitlines()
    return [
        line
        for part, said in page_parts(text)
        for line in (f"## {part}", *said.replace(". ", ".\n").splitlines())
    ]


def difference(name: str, held: bytes, made: bytes) -> str:
    """Return a unified diff of the readable text; of the raw lines where the text is the same."""
    pairs = [(readable(name, held), readable(name, made))]
    pairs.append((held.decode("utf-8").splitlines(), made.decode("utf-8").splitlines()))
    for before, after in pairs:
        if before != after:
            lines = difflib.unified_diff(before, after, f"golden/{name}", f"made/{name}", lineterm="", n=1)
            shown = [line[:SHOWN_WIDTH] for line in islice(lines, SHOWN_LINES)]
            return "\n".join([*shown, "...", "pytest tests/golden --update-golden rewrites the files"])
    return f"{name}: only line ends differ"


@pytest.mark.parametrize("end", FILES)
@pytest.mark.parametrize("code", CODES)
def test_the_report_is_as_it_was(code: str, end: str, request: pytest.FixtureRequest) -> None:
    name, made = next((name, content) for name, content in rendered(code).items() if name.endswith(end))
    golden = HERE / code / name
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(made)
        return
    assert golden.is_file(), f"no golden file {code}/{name}: pytest tests/golden --update-golden writes it"
    held = golden.read_bytes()
    assert held == made, difference(name, held, made)


def test_no_golden_file_is_left_over() -> None:
    names = {f"{code}/{name}" for code in CODES for name in rendered(code)}
    held = {
        str(path.relative_to(HERE))
        for path in HERE.rglob("*")
        if path.is_file() and path.suffix in (".html", ".json", ".md")
    }
    assert held <= names


def test_a_changed_figure_is_shown_in_its_sentence() -> None:
    made = rendered("27-4014")
    page = made["index.html"]
    said = difference("index.html", page.replace(b"1.7%", b"2.7%"), page)
    assert "-" in said
    assert "2.7%" in said
    assert "+" in said
    assert "<" not in said
