"""Faults of a draft: slots that print nothing, figures that no slot printed, bases and cites that hold nothing.

Judges only what the author of a draft said of each sentence; a stranger's text has none of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from writer.checks.base import CheckInput, DraftedSentence, finding
from writer.domain.drafts import SLOT
from writer.domain.findings import Finding

_DIGIT = re.compile(r"(?<![\w-])\d[\d,.]*(?![A-Za-z])")


class Slots:
    """Whether a draft says where its figures come from."""

    name = "slots"
    house = False

    def __call__(self, page: CheckInput) -> list[Finding]:
        """Return the faults of slots, bases and cites; nothing for a text that is no draft."""
        return [item for sentence in page.drafted or () for item in _judge(page, sentence)]


def _judge(page: CheckInput, sentence: DraftedSentence) -> Iterator[Finding]:
    for fault in sentence.faults:
        yield finding(page, Slots.name, sentence.start, sentence.end, fault)
    yield from _typed(page, sentence)
    unknown = [cite for cite in sentence.cites if not exists(page, cite)]
    if unknown:
        yield finding(
            page,
            Slots.name,
            sentence.start,
            sentence.end,
            f"cites what is not on the sheet: {', '.join(unknown)}",
            rows=unknown,
        )
    missing = _baseless(page, sentence)
    if missing:
        yield finding(page, Slots.name, sentence.start, sentence.end, missing)


def exists(page: CheckInput, cite: str) -> bool:
    """True if the sheet holds a fact, task, record or source of that id."""
    sheet = page.sheet
    return (
        sheet.find(cite) is not None
        or sheet.task(cite.removeprefix("task.").removesuffix(".use")) is not None
        or sheet.record(cite) is not None
        or any(source.id == cite for source in sheet.sources)
    )


def _typed(page: CheckInput, sentence: DraftedSentence) -> Iterator[Finding]:
    """Figures in the template outside slots; names of tools and sources may hold figures."""
    if not sentence.template:
        return
    bare = SLOT.sub(lambda slot: " " * len(slot[0]), sentence.template)
    if not _DIGIT.search(_without_names(page, bare)):
        return
    printed = [(sentence.start + link.start, sentence.start + link.end) for link in sentence.links]
    names = [(m.start, m.end) for m in page.mentions if m.kind in ("tool", "agency", "source")]
    for match in _DIGIT.finditer(page.reading.text, sentence.start, sentence.end):
        if not any(start < match.end() and match.start() < end for start, end in [*printed, *names]):
            yield finding(
                page,
                Slots.name,
                match.start(),
                match.end(),
                "a figure that no slot printed: write the slot of a fact instead",
            )


def _without_names(page: CheckInput, text: str) -> str:
    names = [name for r in page.sheet.evidence for name in (r.name, *r.aliases)]
    names += [name for source in page.sheet.sources for name in (*source.names, source.release, source.title)]
    for name in sorted(filter(None, names), key=len, reverse=True):
        text = text.replace(name, "")
    return text


def _baseless(page: CheckInput, sentence: DraftedSentence) -> str:
    cites, sheet = sentence.cites, page.sheet
    if sentence.basis == "data" and not any(sheet.find(cite) for cite in cites):
        return "rests on data and cites no fact"
    if sentence.basis == "task" and not any(sheet.task(cite) or cite.startswith("task") for cite in cites):
        return "rests on a task and cites none"
    if sentence.basis == "evidence" and not any(sheet.record(cite) for cite in cites):
        return "rests on evidence and cites no record"
    return ""


CHECK = Slots()
