"""Names in a draft that stand on no record, and sources credited with what another one measured.

Default-deny: a capitalised word must be in a record that the sentence cites, in the standing words of the sheet, or be
ordinary. The word that opens a sentence is judged by its spelling, and as the subject of what a cited product does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from writer.checks.base import CheckInput, DraftedSentence
from writer.checks.citations import about, behind, cited, names_of, records_of, sources_named, words_of
from writer.checks.frames import Span, clause_at, content, cues, shared, stem, word_set
from writer.claims.index import TASK_MEASURE
from writer.domain.facts import Fact
from writer.domain.occupations import EvidenceKind
from writer.language.mentions import Mention

_CAPITALISED = re.compile(r"\b[A-Za-z]*[A-Z][\w&+-]*(?:['’]s)?(?:\s+[A-Z][\w&+-]*(?:['’]s)?)*")
_WORD = re.compile(r"[A-Za-z][\w&+-]*")
#: Capitalised words that name no product and no organisation.
_ORDINARY = word_set(
    """AI I Index United States U S US UK EU American English Internet Web PDF HTML GPS VR AR IT HR
    January February March April May June July August September October November December
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday"""
)
_BRANDED = re.compile(r"[a-z][A-Z]|[A-Z]{2}")
_SUBJECT = re.compile(
    r"(?:,\s(?:by|a|an|the|which|whose|its)\b|\s(?:(?:also|now|already|even)\s)?(?P<verb>[a-z]+s)\b)"
)
_STATES = frozenset({"is", "was", "has", "does"})
_COUNTED_USE = cues(
    r"AI use|AI used|use of AI|sees? AI|finds? (?:\w+ )?AI|(?:measured?|recorded|observed|counts?|no) use|use is|"
    r"observed exposure|exposed|put AI|(?:highest|top) values?|(?:an?|the|no|does have|has) values?|shows? zero|zero|"
    r"measures? it"
)
_OF_AI = re.compile(rf"\bAI\b|\b{TASK_MEASURE}\b")
_BY = re.compile(r"(?:\s+percentile)?\s+(?:by|in|from)\s+(?:the\s+)?$")


def strangers(page: CheckInput, sentence: DraftedSentence) -> Iterator[tuple[Span, str]]:
    """Yield names that neither the cited records nor the standing records of the sheet hold."""
    text = page.reading.text
    known = _standing(page) | frozenset(_WORD.findall(_cited_words(page, sentence)))
    printed = [Span(sentence.start + link.start, sentence.start + link.end) for link in sentence.links]
    for match in _CAPITALISED.finditer(text, sentence.start, sentence.end):
        words = [word.removesuffix("'s").removesuffix("’s") for word in match[0].split()]
        if _opens(text, sentence, match.start()) and not _is_name(page, sentence, match, words[0]):
            words = words[1:]
        if any(word not in known for word in words) and not _meets(match, printed):
            yield (
                Span(match.start(), match.end()),
                f"names {match[0]}, which no record that the sentence cites does",
            )


def _opens(text: str, sentence: DraftedSentence, start: int) -> bool:
    return start == sentence.start or text[:start].rstrip()[-1:] in '.:;?!“"'


def _is_name(page: CheckInput, sentence: DraftedSentence, match: re.Match[str], word: str) -> bool:
    """True if a word that opens a sentence is a name by its spelling, or where a cited product should stand."""
    if _BRANDED.search(word):
        return True
    text = page.reading.text
    verb = _SUBJECT.match(text, match.end(), sentence.end)
    records = records_of(page, sentence)
    if verb is None or " " in match[0] or not records:
        return False
    deeds = content(" ".join(f"{' '.join(record.does)} {record.finding}" for record in records))
    if verb["verb"] and verb["verb"] not in _STATES and not shared({stem(verb["verb"])}, deeds):
        return False
    return re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", f"{text} {_sheet_words(page)}") is None


def _sheet_words(page: CheckInput) -> str:
    return " ".join(
        (*(f"{t.text} {t.label} {t.noun}" for t in page.sheet.tasks), *map(words_of, page.sheet.evidence))
    )


def _standing(page: CheckInput) -> frozenset[str]:
    """Words that any sentence may capitalise: the subject, its tasks, scopes of figures, and ordinary ones."""
    subject = page.sheet.subject
    texts = [subject.plural, subject.singular, subject.title, *subject.aliases]
    texts += [task.label for task in page.sheet.tasks]
    texts += [fact.scope.name for fact in page.sheet.facts.values() if fact.scope is not None]
    return _ORDINARY | frozenset(word for text in texts for word in _WORD.findall(text))


def _cited_words(page: CheckInput, sentence: DraftedSentence) -> str:
    """The words behind a sentence's citations: records whole, sources and compared occupations by their names.

    Who else stands behind a source ("data published by ...") may be said where the sources themselves are the subject.
    """
    ids = cited(page, sentence)
    texts = [words_of(record) for record in records_of(page, sentence)]
    every = sentence.basis == "judgement"
    named = sentence.section == "sources" or any(cite.startswith("source.") for cite in sentence.cites)
    for source in page.sheet.sources:
        if source.id in ids or every:
            texts += [names_of(source), about(source) if named else ""]
    texts += [peer.name for number, peer in enumerate(page.sheet.comparators) if f"cmp:{number}" in ids]
    return " ".join(texts)


def miscredited(page: CheckInput, sentence: DraftedSentence) -> Iterator[tuple[Mention, str]]:
    """Yield sources that are credited with a printed figure, or with the use of AI, that another source measured."""
    owners = {
        s for row in page.index.rows if _OF_AI.search(f"{row.label} {row.measure}") for s in row.sources
    }
    stated = any(r.kind is EvidenceKind.AGENCY_STATEMENT for r in records_of(page, sentence))
    for mention in page.mentions:
        ids = sources_named(page, mention.text)
        if not ids or not sentence.start <= mention.start < sentence.end:
            continue
        fact = _printed_by(page, sentence, mention.start)
        if fact is not None and not ids & set(behind(fact, page)):
            yield mention, f"{mention.text} is not the source of {fact.label}"
        elif owners and not ids & owners and not stated and _is_of_use(page, mention):
            yield mention, f"{mention.text} does not measure the use of AI"


def _printed_by(page: CheckInput, sentence: DraftedSentence, start: int) -> Fact | None:
    """Return the fact of a figure right before "by <source>"."""
    for link in sentence.links:
        if _BY.fullmatch(page.reading.text, sentence.start + link.end, start):
            return page.sheet.find(link.fact)
    return None


def _is_of_use(page: CheckInput, mention: Mention) -> bool:
    """True if the clause of a source speaks of counted use of AI, or of a figure for it."""
    whole = page.reading.sentence_at(mention.start)
    if whole is None:
        return False
    clause = clause_at(page.reading.text, whole, mention.start)
    return _COUNTED_USE.search(page.reading.text, clause.start, clause.end) is not None


def _meets(match: re.Match[str], others: list[Span]) -> bool:
    return any(match.start() < other.end and other.start < match.end() for other in others)
