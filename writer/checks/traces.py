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
from writer.claims.link import Link
from writer.domain.facts import Fact
from writer.domain.findings import Finding
from writer.language.mentions import Mention
from writer.language.quantities import Quantity
from writer.language.spans import Span

_DIGITS = re.compile(r"\d[\d,.]*\d|\d")
_DATE = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?=\s+\d{4})"
)
_CAPITALISED = re.compile(r"\b[A-Za-z]*[A-Z][\w&+-]*(?:['’]s)?(?:\s+[A-Z][\w&+-]*(?:['’]s)?)*")
_WORD = re.compile(r"[A-Za-z][\w&+-]*")
#: Capitalised words that name no product and no organisation.
_ORDINARY = frozenset(
    {
        "AI",
        "I",
        "Index",
        "United",
        "States",
        "U",
        "S",
        "US",
        "American",
        "English",
        "January",
        "February",
        "March",
        "April",
    }
    | {"May", "June", "July", "August", "September", "October", "November", "December"}
)
_OURS = frozenset({"outlook", "evidence"})  #: our own index and records need no citation to be named


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
    yield from _unknown(page, sentence)


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
    if quantity.value in (0, 1) or quantity.dimension == "rank" or quantity.role == "name":
        return True
    records = [record for cite in sentence.cites if (record := page.sheet.record(cite)) is not None]
    word = page.reading.text[quantity.core_start : quantity.core_end].lower()
    return any(word in _said(record).lower().split() for record in records)


def _free(page: CheckInput, place: Span) -> Finding:
    said = page.reading.text[place.start : place.end]
    message = f"“{said}” leads to no record: a figure of ours is printed by the slot of a fact"
    return finding(page, Traces.name, place.start, place.end, message)


def _names(page: CheckInput, sentence: DraftedSentence) -> Iterator[Finding]:
    cited = _cited(page, sentence)
    labels = [task.label.lower() for task in page.sheet.tasks]
    said = page.reading.text[sentence.start : sentence.end].lower()
    printed = [Span(sentence.start + link.start, sentence.start + link.end) for link in sentence.links]
    for mention in page.mentions:
        if not sentence.start <= mention.start < sentence.end or _meets(
            Span(mention.start, mention.end), printed
        ):
            continue
        if mention.kind == "source" and (sentence.basis == "judgement" or mention.ref in _OURS):
            continue
        in_label = any(mention.text.lower() in label and label in said for label in labels)
        if (
            mention.kind in ("source", "peer", "tool", "agency")
            and not in_label
            and not _is_cited(mention, cited, page)
        ):
            message = f"names {mention.text}, but cites no record of it"
            yield finding(page, Traces.name, mention.start, mention.end, message, rows=(mention.ref,))


def _unknown(page: CheckInput, sentence: DraftedSentence) -> Iterator[Finding]:
    """Names that neither the cited records nor the standing records of the sheet hold.

    A capitalised word that opens a sentence is a name only together with further capitalised words behind it.
    """
    said = _standing(page) | frozenset(_WORD.findall(_cited_text(page, sentence)))
    carried = [Span(sentence.start + link.start, sentence.start + link.end) for link in sentence.links]
    for match in _CAPITALISED.finditer(page.reading.text, sentence.start, sentence.end):
        words = [word.removesuffix("'s").removesuffix("’s") for word in match[0].split()]
        opens = (
            match.start() == sentence.start or page.reading.text[: match.start()].rstrip()[-1:] in '.:;?!“"'
        )
        unknown = [word for word in (words[1:] if opens else words) if word not in said]
        if unknown and not _meets(Span(match.start(), match.end()), carried):
            message = f"names {match[0]}, which stands on no record that the sentence cites"
            yield finding(page, Traces.name, match.start(), match.end(), message)


def _standing(page: CheckInput) -> frozenset[str]:
    """Words that any sentence may capitalise: the subject, scopes of figures, and ordinary exceptions."""
    subject = page.sheet.subject
    texts = [
        subject.plural,
        subject.singular,
        subject.title,
        *subject.aliases,
        *(t.label for t in page.sheet.tasks),
    ]
    texts += [fact.scope.name for fact in page.sheet.facts.values() if fact.scope is not None]
    return _ORDINARY | frozenset(word for text in texts for word in _WORD.findall(text))


def _cited_text(page: CheckInput, sentence: DraftedSentence) -> str:
    """The words behind a sentence's citations: records whole, sources and compared occupations by their names."""
    cited = _cited(page, sentence)
    texts = [
        _said(record) + " ".join((*record.aliases, *record.does))
        for record in page.sheet.evidence
        if record.id in cited
    ]
    for source in page.sheet.sources:
        if source.id in cited or sentence.basis == "judgement":
            texts += [*source.names, source.publisher, source.title, source.attribution, source.vendor_note]
    texts += [peer.name for number, peer in enumerate(page.sheet.comparators) if f"cmp:{number}" in cited]
    return " ".join(texts)


def _cited(page: CheckInput, sentence: DraftedSentence) -> frozenset[str]:
    """The sources, records and compared occupations behind a sentence's citations."""
    found: set[str] = set()
    for cite in sentence.cites:
        found.add(cite)
        fact = page.sheet.find(cite)
        if fact is not None:
            found.update(_behind(fact, page))
        record = page.sheet.record(cite)
        if record is not None:
            found.update((record.id, record.name))
        if page.sheet.task(cite) is not None or cite.startswith("task."):
            found.update(("onet", "aei", "eloundou"))
        if cite.startswith("source."):
            found.add(cite.split(".")[1])
    return frozenset(found)


def _behind(fact: Fact, page: CheckInput) -> Iterator[str]:
    yield fact.source
    yield from fact.also_credited_to
    for number, comparator in enumerate(page.sheet.comparators):
        if any(other.id == fact.id for other in comparator.facts):
            yield f"cmp:{number}"
    for name in fact.inputs:
        other = page.sheet.find(name)
        if other is not None and other.id != fact.id:
            yield from _behind(other, page)


def _is_cited(mention: Mention, cited: frozenset[str], page: CheckInput) -> bool:
    """A name may stand where its own record is cited, or a record that speaks of it."""
    text = mention.text.lower()
    known = {source.id for source in page.sheet.sources if text in (name.lower() for name in source.names)}
    if mention.ref in cited or known & cited:
        return True
    records = [record for cite in cited if (record := page.sheet.record(cite)) is not None]
    return any(
        text in (name.lower() for name in (record.name, record.subject, *record.aliases))
        or text in _said(record).lower()
        for record in records
    )


def _said(record: object) -> str:
    fields = ("name", "vendor", "subject", "finding", "passage", "note", "source_title")
    return " ".join(str(getattr(record, name, "")) for name in fields)


def _meets(place: Span, others: list[Span]) -> bool:
    return any(place.start < other.end and other.start < place.end for other in others)
