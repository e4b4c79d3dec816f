"""Fixed text, headings, lists and tables of a page against the data and against each other.

A heading is a claim. What one part says of a figure, a direction or a count, another part may not deny.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from writer.checks.base import CheckInput, finding
from writer.checks.frames import cues, find, phrase_list
from writer.domain.findings import Finding, Severity
from writer.language.sentences import Sentence

_REST = cues(
    r"AI (?:handles|takes(?: care of| over)?|does|covers|runs|manages|picks up|automates) (?:the rest|"
    r"everything else|all (?:the )?(?:rest|others?)|the other tasks|what(?:'s| is) left|the remainder)",
    r"(?:leave|leaving|hand|let|letting) (?:the rest|everything else) (?:to|for) (?:AI|automation|machines|software)",
    r"the rest (?:is|are|goes to|falls to) (?:automated|AI|machines)",
)
_PARTS = cues(
    r"AI (?:is|has been|has) (?:already |now |steadily |slowly |quietly |increasingly )*(?:picking up|picked up|"
    r"taking over|taken over|eating into|absorbing|absorbed|automating|automated) (?:parts?|some|pieces|bits|much|"
    r"most|a (?:growing )?(?:share|part|portion)|chunks) of (?:your|the|this|their) (?:role|job|work|day|tasks?|"
    r"occupation)"
)
_FLAT = cues(
    r"(?:industry|field|occupation|job market|employment|workforce|outlook|growth|role|trade|"
    r"profession) (?:is|stays|remains|looks|holds|will be|is projected to (?:be|stay|remain|"
    r"hold)) (?:essentially |basically |roughly |about |more or less |largely |broadly |pretty )*(?:flat|steady|"
    r"stable|unchanged)"
)
_COUNT = re.compile(r"\(\s*(?P<n>\d{1,3})\s*\)?\s*(?P<plus>\+)?\s*\)?\s*$")
_OVERCLAIM = cues(*phrase_list("""irreplaceable, fully human, safe, AI-proof, untouched"""))
_FLAT_BELOW = Decimal(1)
_STEEP = Decimal(-15)


class Consistency:
    """Whether a page agrees with itself and its data where nobody looks: in fixed text, headings, lists."""

    name = "consistency"
    house = False

    def __call__(self, page: CheckInput) -> list[Finding]:
        """Return fixed texts, headings and lists that the data or the page itself contradict."""
        found = [*_fixed(page), *_flat(page), *_counts(page), *_headings(page), *_two_values(page)]
        return sorted(found, key=lambda item: item.start)


def _fixed(page: CheckInput) -> Iterator[Finding]:
    """AI is said to do part of the work where no task with a value shows any use."""
    rows = [row for row in page.index.tasks() if row.value is not None]
    if not rows or any(row.value for row in rows):
        return
    for pattern in (_REST, _PARTS):
        for _, match in find(pattern, page.reading.text, page.reading.sentences):
            yield finding(
                page,
                Consistency.name,
                match.start(),
                match.end(),
                f"there is no such part: all {len(rows)} tasks that have a value are at 0",
                rows=[row.fact for row in rows],
            )


def _flat(page: CheckInput) -> Iterator[Finding]:
    growth = next((row for row in page.index.of("subject", "growth") if row.value is not None), None)
    if growth is None or growth.value is None or abs(growth.value) < _FLAT_BELOW:
        return
    for _, match in find(_FLAT, page.reading.text, page.reading.sentences):
        yield finding(
            page,
            Consistency.name,
            match.start(),
            match.end(),
            f"projected growth is {growth.value}%: flat is less than {_FLAT_BELOW}% either way",
            expected=f"{growth.value}%",
            fact=growth.fact,
        )


def _counts(page: CheckInput) -> Iterator[Finding]:
    """ "(10)+" over a list: the number of items must be the number said, and a plus hides the rest."""
    sentences = page.reading.sentences
    for at, sentence in enumerate(sentences):
        match = _COUNT.search(page.reading.words(sentence))
        if match is None or sentence.kind == "row":
            continue
        items = _items_after(sentences[at + 1 :])
        if not items:
            continue
        said, total = int(match["n"]), len(page.index.tasks())
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if match["plus"] and said < total:
            yield finding(
                page,
                Consistency.name,
                start,
                end,
                f"the list leaves out {total - said} of {total} tasks: show all or say which are left out",
            )
        elif not match["plus"] and said != items:
            yield finding(
                page, Consistency.name, start, end, f"the list has {items} items", expected=str(items)
            )


def _items_after(sentences: tuple[Sentence, ...]) -> int:
    count = 0
    lines: set[int] = set()
    for sentence in sentences:
        if sentence.kind != "item":
            break
        if sentence.paragraph not in lines:
            lines.add(sentence.paragraph)
            count += 1
    return count


def _headings(page: CheckInput) -> Iterator[Finding]:
    """ "Irreplaceable" does not stand over an occupation that is projected to lose much of its jobs."""
    growth = next((row for row in page.index.of("subject", "growth") if row.value is not None), None)
    if growth is None or growth.value is None or growth.value > _STEEP:
        return
    for sentence in page.reading.sentences:
        match = (
            _OVERCLAIM.search(page.reading.text, sentence.start, sentence.end)
            if sentence.kind == "heading"
            else None
        )
        if match:
            yield finding(
                page,
                Consistency.name,
                match.start(),
                match.end(),
                f"this heading stands over a projected change of {growth.value}%",
                fact=growth.fact,
            )


def _two_values(page: CheckInput) -> Iterator[Finding]:
    """A table that gives one label two values."""
    seen: dict[str, str] = {}
    for sentence in page.reading.sentences:
        if sentence.kind != "row":
            continue
        cells = [cell.strip() for cell in page.reading.words(sentence).strip("| ").split("|")]
        if len(cells) != 2 or not re.search(r"\d", cells[1]):
            continue
        label, value = cells[0].lower(), cells[1]
        if seen.setdefault(label, value) != value:
            yield finding(
                page,
                Consistency.name,
                sentence.start,
                sentence.end,
                f"another row gives {seen[label]}",
                severity=Severity.ERROR,
            )


CHECK = Consistency()
