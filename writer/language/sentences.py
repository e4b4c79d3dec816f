"""Where sentences begin and end, and what kind of line each one is. Knows English abbreviations, no subject matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["prose", "heading", "item", "row"]

_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]]*+(?=\s|$)")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[])(?:e\.g|i\.e|cf|vs|approx|no|nos|fig|st|dr|mr|mrs|ms|prof|inc|ltd|co|corp|dept|est|etc|al|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|u\.s|u\.k|a\.m|p\.m|[a-z])\.$",
    re.IGNORECASE,
)
_ITEM = re.compile(r"[ \t]*(?:[-*•‣–]|\d{1,3}[.)])[ \t]+")
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]+")
_LONGEST = 1_500  # characters; what runs on longer is cut at a space, so that work per sentence stays bounded
_WINDOW = 16  # the longest abbreviation with what stands before it


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence, heading, list item or table row. Trailing white space is left out."""

    start: int
    end: int
    kind: Kind = "prose"
    section: str = ""
    paragraph: int = 0  #: sentences of one paragraph share a number
    block: int = 0  #: which block of the page it stands in


def split_sentences(
    text: str,
    *,
    start: int = 0,
    end: int | None = None,
    kind: Kind | None = None,
    section: str = "",
    block: int = 0,
    paragraph: int = 0,
) -> tuple[Sentence, ...]:
    """Return the sentences of text[start:end] in order; `kind` overrules what the lines look like."""
    stop = len(text) if end is None else end
    found: list[Sentence] = []
    at, number, blank = start, paragraph, True
    while at < stop:
        newline = text.find("\n", at, stop)
        line_end = stop if newline < 0 else newline
        if not text[at:line_end].strip():
            number, blank = number + 1, True
        else:
            kind_here, body = _line(text, at, line_end, kind, blank)
            if kind_here != "prose":
                number += 1
            for first, last in _cut(text, body, line_end):
                found.append(
                    Sentence(
                        start=first, end=last, kind=kind_here, section=section, paragraph=number, block=block
                    )
                )
            if kind_here in ("heading", "row"):
                number += 1
            blank = False
        at = line_end + 1
    return tuple(found)


def _line(text: str, start: int, end: int, kind: Kind | None, blank: bool) -> tuple[Kind, int]:
    heading = _HEADING.match(text, start, end)
    if heading:
        return kind or "heading", heading.end()
    item = _ITEM.match(text, start, end)
    if item:
        return kind or "item", item.end()
    line = text[start:end].strip()
    if line.startswith("|") or "\t" in line:
        return kind or "row", start
    if kind is None and blank and _looks_like_heading(text, line, end):
        return "heading", start
    return kind or "prose", start


def _looks_like_heading(text: str, line: str, end: int) -> bool:
    """A short line alone between blank lines that does not end like a sentence, or ends in a question mark."""
    alone = not text[
        end + 1 : text.find("\n", end + 1) if text.find("\n", end + 1) > 0 else len(text)
    ].strip()
    return alone and end < len(text) and len(line) <= 90 and line[-1] not in ".!:;,…"


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for stop in _STOP.finditer(text, start, end):
        if _goes_on(text, at, stop, end):
            continue
        yield from _trimmed(text, at, stop.end())
        at = stop.end()
    yield from _trimmed(text, at, end)


def _goes_on(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """True if the full stop does not end the sentence: an abbreviation, or a small letter follows."""
    after = stop.end()
    while after < end and text[after].isspace():
        after += 1
    if after < end and text[after].islower():
        return True
    if stop[0] != ".":
        return False
    tail = text[max(start, stop.start() - _WINDOW) : stop.end()].lower()
    if tail == "no." or tail.endswith((" no.", "(no.", " nos.")):
        return after < end and text[after].isdigit()
    return after < end and _ABBREVIATION.search(tail) is not None and not tail.endswith("etc.")


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        space = text.rfind(" ", start, start + _LONGEST)
        cut = space if space > start else start + _LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
