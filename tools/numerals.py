"""Counts the numerals that a reader meets, and how many resolve: python tools/numerals.py PAGE.html CLAIMS.json

Opens the page in an installed Chromium, unfolds what is folded and takes the text that then shows, part by part. A
numeral in a sentence resolves where a claim of `claims.json` covers its place; one in a table, score or chart resolves
where the part has a claim of that figure that no other numeral has used; one in the list of records resolves where a
record holds it. Digits alone are numerals here; in a name ("Us2.ai") they are letters. Exit 1 where one stays open.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from playwright.sync_api import sync_playwright

NUMERAL = re.compile(r"(?<![A-Za-z0-9])\d+(?:[,.]\d+)*(?![A-Za-z]*[0-9])")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
RECORDS = "records"
#: What is unfolded, and the parts with the text that shows.
UNFOLD = "() => document.querySelectorAll('details').forEach(part => { part.open = true; })"
PARTS = """() => [
  ...[...document.querySelectorAll('header .lede')].map(part => ['lede', part.innerText]),
  ...[...document.querySelectorAll('main section')].map(part => [part.id, part.innerText]),
]"""

Claim = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Numerals of a page; `open` are those without a claim, each with its part and the words around it."""

    numerals: int
    resolved: int
    in_records: int  #: how many of them stand in the list of records
    open: tuple[str, ...]
    facts: int  #: distinct facts, published or derived, behind the page


def count_numerals(parts: Sequence[tuple[str, str]], proof: Mapping[str, object]) -> Count:
    """Return the count over these parts (id, visible text) against the content of `claims.json`."""
    claims = cast("Sequence[Claim]", proof["claims"])
    sentences = cast("Sequence[Claim]", proof["sentences"])
    total, in_records, unresolved = 0, 0, list[str]()
    for part, raw in parts:
        text = _spaced(raw)
        found = list(NUMERAL.finditer(text))
        total += len(found)
        if part == RECORDS:
            in_records = len(found)
            held = {
                m[0] for claim in claims for value in claim.values() for m in NUMERAL.finditer(str(value))
            }
            missing = [m for m in found if m[0] not in held]
        else:
            here = [claim for claim in claims if claim["section"] == part]
            said = [str(sentence["text"]) for sentence in sentences if sentence["section"] == part]
            missing = _unresolved(text, found, here, said)
        unresolved += [f"{part}: {text[max(0, m.start() - 40) : m.end() + 30]}" for m in missing]
    records = {claim["record"] for claim in claims if claim["kind"] in ("fact", "derived")}
    return Count(
        numerals=total,
        resolved=total - len(unresolved),
        in_records=in_records,
        open=tuple(unresolved),
        facts=len(records),
    )


def _unresolved(
    text: str, found: Sequence[re.Match[str]], claims: Sequence[Claim], sentences: Iterable[str]
) -> list[re.Match[str]]:
    covered: list[tuple[int, int]] = []
    prose: list[tuple[int, int]] = []
    for sentence in sentences:
        start = text.find(_spaced(sentence), 0)
        while start >= 0 and any(a <= start < b for a, b in prose):
            start = text.find(_spaced(sentence), start + 1)
        if start < 0:
            continue
        prose.append((start, start + len(_spaced(sentence))))
        for claim in claims:
            if claim["place"] == sentence:
                lead = len(_spaced(sentence[: cast("int", claim["start"])] + "|")) - 1
                covered.append((start + lead, start + lead + len(_spaced(str(claim["text"])))))
    placed = {str(claim["place"]) for claim in claims if claim["place"] in set(sentences)}
    cells = Counter(
        m[0] for claim in claims if claim["place"] not in placed for m in NUMERAL.finditer(str(claim["text"]))
    )
    missing: list[re.Match[str]] = []
    for match in found:
        if any(start <= match.start() < end for start, end in prose):
            if not any(start <= match.start() and match.end() <= end for start, end in covered):
                missing.append(match)
        elif cells[match[0]] > 0:
            cells[match[0]] -= 1
        else:
            missing.append(match)
    return missing


def _spaced(text: str) -> str:
    return " ".join(text.split())


def visible_parts(page: Path) -> list[tuple[str, str]]:
    """Return the parts of a page with the text that shows once everything is unfolded."""
    program = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if program is None:
        raise FileNotFoundError(f"no browser on the PATH, one of: {', '.join(BROWSERS)}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        try:
            opened = browser.new_page()
            opened.goto(page.resolve().as_uri())
            opened.evaluate(UNFOLD)
            return [(part, text) for part, text in cast("list[tuple[str, str]]", opened.evaluate(PARTS))]
        finally:
            browser.close()


def main(arguments: Sequence[str]) -> int:
    """Print the count."""
    if len(arguments) != 2:
        print(__doc__)
        return 2
    page, proof = map(Path, arguments)
    count = count_numerals(visible_parts(page), json.loads(proof.read_text(encoding="utf-8")))
    print(
        f"numerals {count.numerals} ({count.in_records} of them in the list of records), "
        f"resolved {count.resolved}, distinct facts {count.facts}"
    )
    for place in count.open:
        print(f"  open: {place}")
    return 1 if count.open else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
