"""What the citations of a drafted sentence lead to: facts, records, sources, compared occupations, and their words."""

from __future__ import annotations

from collections.abc import Iterator

from writer.checks.base import CheckInput, DraftedSentence
from writer.domain.facts import Fact
from writer.domain.occupations import Evidence, SourceRecord
from writer.language.mentions import Mention


def records_of(page: CheckInput, sentence: DraftedSentence) -> tuple[Evidence, ...]:
    """Return the evidence records that a sentence cites."""
    found = (page.sheet.record(cite) for cite in sentence.cites)
    return tuple(record for record in found if record is not None)


def facts_of(page: CheckInput, sentence: DraftedSentence) -> tuple[Fact, ...]:
    """Return the facts that a sentence cites or prints."""
    names = dict.fromkeys((*sentence.cites, *(link.fact for link in sentence.links)))
    return tuple(fact for name in names if (fact := page.sheet.find(name)) is not None)


def cited(page: CheckInput, sentence: DraftedSentence) -> frozenset[str]:
    """Return the ids of sources, records and compared occupations behind a sentence's citations."""
    found: set[str] = set()
    for cite in sentence.cites:
        found.add(cite)
        fact = page.sheet.find(cite)
        if fact is not None:
            found.update(behind(fact, page))
        if page.sheet.task(cite) is not None or cite.startswith("task."):
            found.update(("onet", "aei", "eloundou"))
        if cite.startswith("source."):
            found.add(cite.split(".")[1])
    return frozenset(found)


def behind(fact: Fact, page: CheckInput) -> Iterator[str]:
    """Yield the sources of a fact and of what it was calculated from, and the compared occupation that it is of."""
    yield fact.source
    yield from fact.also_credited_to
    for number, comparator in enumerate(page.sheet.comparators):
        if any(other.id == fact.id for other in comparator.facts):
            yield f"cmp:{number}"
    for name in fact.inputs:
        other = page.sheet.find(name)
        if other is not None and other.id != fact.id:
            yield from behind(other, page)


def is_cited(mention: Mention, behind_it: frozenset[str], page: CheckInput) -> bool:
    """True if a name's own record is cited, or a record that speaks of it."""
    text = mention.text.lower()
    if mention.ref in behind_it or sources_named(page, text) & behind_it:
        return True
    records = [record for cite in behind_it if (record := page.sheet.record(cite)) is not None]
    return any(text in words_of(record).lower() for record in records)


def sources_named(page: CheckInput, text: str) -> frozenset[str]:
    """Return the ids of the sources of that name; a possessive ending does not matter."""
    name = text.lower().removesuffix("'s").removesuffix("’s")
    return frozenset(s.id for s in page.sheet.sources if name in (known.lower() for known in s.names))


def words_of(record: Evidence) -> str:
    """Return all that a record says, its names included."""
    return " ".join(
        (
            *(record.name, *record.aliases, record.vendor, *record.does, record.subject, record.finding),
            *(record.passage, record.note, record.source_title, record.used_for, record.human_part),
        )
    )


def names_of(source: SourceRecord) -> str:
    """Return the words under which a source may be credited."""
    return " ".join((*source.names, source.publisher, source.title, source.release))


def about(source: SourceRecord) -> str:
    """Return what a source record says of its makers."""
    return " ".join((source.attribution, source.vendor_note, source.role))
