"""What our own sentences print without a record: figures, sources, tools and compared occupations that are not cited.

The house promise, as default-deny: in a draft every figure is printed by a slot or proven by a link, and every source,
tool and compared occupation that a sentence names stands on its citations. A stranger's text has no citations and is
not judged here. Slots are not trusted: what they print is still judged by every other check; a figure without one is
an edit or an invention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from writer.checks.base import CheckInput, DraftedSentence, finding
from writer.checks.citations import cited, is_cited, records_of, words_of
from writer.checks.strangers import miscredited, strangers
from writer.claims.link import Link
from writer.domain.findings import Finding
from writer.language.quantities import Quantity
from writer.language.spans import Span

_DIGITS = re.compile(r"\d[\d,.]*\d|\d")
_DATE = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?=\s+\d{4})"
)
_OURS = frozenset({"outlook", "evidence"})  #: our own index and records need no citation to be named
_RECORDED = frozenset({"source", "peer", "tool", "agency"})
_RANKED = re.compile(
    r"\s+(?:among\b|(?:out\s+)?of\s+(?:the\s+)?(?:\d|two|three|four|five|six|seven|eight|nine|ten)\b)"
)


class Traces:
    """Whether everything that a draft prints leads to a record."""

    name = "traces"
    house = False

    def __call__(self, page: CheckInput) -> list[Finding]:
        """Return what stands in a draft without a record behind it; nothing for a text that is no draft."""
        return [item for sentence in page.drafted or () for item in _judge(page, sentence)]


def _judge(page: CheckInput, sentence: DraftedSentence) -> Iterator[Finding]:
    printed = [Span(sentence.start + link.start, sentence.start + link.end) for link in sentence.links]
    yield from _figures(page, sentence, printed)
    yield from _names(page, sentence)


def _figures(page: CheckInput, sentence: DraftedSentence, printed: list[Span]) -> Iterator[Finding]:
    """Figures and number words that neither a slot nor a link carries; figures inside known names are part of those."""
    span = Span(sentence.start, sentence.end)
    proven = [link for link in page.links if link.status == "supported"]
    carried = [*printed, *(Span(link.start, link.end) for link in proven if _same_kind(link))]
    carried += [Span(m.start, m.end) for m in page.mentions if m.kind in ("tool", "agency", "source")]
    seen: list[Span] = []
    for quantity in page.reading.quantities_in(span):
        core = Span(quantity.core_start, quantity.core_end)
        if not _meets(core, carried) and not (quantity.words and _is_grammar(quantity, sentence, page)):
            seen.append(core)
            yield _free(page, core)
    text = page.reading.text
    for pattern in (_DIGITS, _DATE):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            place = Span(match.start(), match.end())
            if not _meets(place, carried) and not _meets(place, seen):
                yield _free(page, place)


def _same_kind(link: Link) -> bool:
    """False where a figure in percentage points was met with a row in percent: a share is no difference."""
    quantity = link.claim.quantity
    if quantity is None or quantity.dimension != "percentage_points" or link.formula:
        return True
    return any(row.dimension == "percentage_points" for row in link.rows)


def _is_grammar(quantity: Quantity, sentence: DraftedSentence, page: CheckInput) -> bool:
    """True for a number word that counts nothing ("one more kind", "the second group") or stands in a cited record."""
    if quantity.value in (0, 1) or quantity.role == "name":
        return True
    if quantity.dimension == "rank" and not _RANKED.match(page.reading.text, quantity.core_end):
        return True
    word = page.reading.text[quantity.core_start : quantity.core_end].lower()
    return any(word in words_of(record).lower().split() for record in records_of(page, sentence))


def _free(page: CheckInput, place: Span) -> Finding:
    said = page.reading.text[place.start : place.end]
    message = f"“{said}” leads to no record: a figure of ours is printed by the slot of a fact"
    return finding(page, Traces.name, place.start, place.end, message)


def _names(page: CheckInput, sentence: DraftedSentence) -> Iterator[Finding]:
    """Known names without their record among the citations, names without any, and swapped credits."""
    ids = cited(page, sentence)
    labels = [task.label.lower() for task in page.sheet.tasks]
    said = page.reading.text[sentence.start : sentence.end].lower()
    printed = [Span(sentence.start + link.start, sentence.start + link.end) for link in sentence.links]
    for mention in page.mentions:
        place = Span(mention.start, mention.end)
        if not sentence.start <= mention.start < sentence.end or _meets(place, printed):
            continue
        if mention.kind == "source" and (sentence.basis == "judgement" or mention.ref in _OURS):
            continue
        in_label = any(mention.text.lower() in label and label in said for label in labels)
        if mention.kind in _RECORDED and not in_label and not is_cited(mention, ids, page):
            message = f"names {mention.text}, but cites no record of it"
            yield finding(page, Traces.name, mention.start, mention.end, message, rows=(mention.ref,))
    for place, message in strangers(page, sentence):
        yield finding(page, Traces.name, place.start, place.end, message)
    for mention, message in miscredited(page, sentence):
        yield finding(page, Traces.name, mention.start, mention.end, message)


def _meets(place: Span, others: list[Span]) -> bool:
    return any(place.start < other.end and other.start < place.end for other in others)


CHECK = Traces()
