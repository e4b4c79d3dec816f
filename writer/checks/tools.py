"""What a text says that a known tool does: the predicate behind each mention, cut into parts that are judged alone.

The subject of a predicate is the tool's name, or "it" in the same sentence or at the head of the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from writer.checks.base import CheckInput
from writer.checks.frames import Span, any_of, content, content_words, cues, shared, trimmed
from writer.domain.occupations import Evidence, EvidenceKind
from writer.language.sentences import Sentence

_STATES = any_of(
    """is, was, are, were, isn't, aren't, remains, stays, sits, sit, costs, comes, came, launched, belongs, has, had,
    matters, saves, targets, exists, stands, lives, means, counts, appears, seems, looks, feels, gets, got,
    deserves, earns, grew, shows, scores, records, ranks, leads, trails, needs, requires, relies, depends, won't,
    will, would, may, might"""
)
_HELPING = (
    r"(?:(?:also|now|already|even|still|then|both|each|all|reliably|quickly|automatically|alone|largely|mostly|"
    r"simply|just|currently|effectively|only|often|sometimes|typically) )*"
)
_NOT = cues(
    r"can't|cannot|can not|doesn't|does not|isn't|is not|won't|will not|never|no longer|neither|nor|not|hardly|"
    r"fails? to|struggles?|unable|without"
)
_MODAL = (
    r"(?:can|could|will|is able to|are able to|is capable of|has learned to|knows how to|is used (?:for|to)|"
    r"lets \w+|helps(?: \w+)?(?: to)?)"
)
_PREDICATE = cues(
    rf"(?:,? (?:which|that|and)|) {_HELPING}(?P<modal>{_MODAL} )?{_HELPING}(?P<verb>[a-z][a-z-]+)",
    whole=False,
)
_DOES = cues(
    any_of(
        """handles, covers, automates, generates, drafts, transcribes, detects, produces, offers, supports, provides,
    writes, creates, summarizes, summarises, analyzes, analyses, predicts, schedules, reviews, classifies,
    extracts, translates, edits, cleans, renders, performs, does, flags, scans, turns, converts, tracks, monitors,
    manages, files, runs, builds, designs, plans, diagnoses, inspects, negotiates, books, orders, sends, signs,
    answers, replaces, completes, finds, reads, removes, separates, masters, mixes, records, checks, corrects,
    catches, prices, bills, interprets, teaches, grades, repairs, installs, operates, controls, navigates,
    delivers, prepares, organizes, organises, suggests, recommends, identifies, measures, calculates, estimates,
    simulates, models, composes, speaks, listens, talks, learns, approves, certifies, prescribes, reduces, speeds,
    matches, compares, sorts, routes, ships, sells, hires, takes, returns, makes, fills, gives, brings, drives,
    draws, paints, plays, sings, codes, tests, debugs, deploys"""
    )
)
_DENIED = cues(
    r"(?:neither|nor|not even|no longer) (?:\w+ )?$|neither [\w ]{1,40} nor (?:the )?$", whole=False
)
_ALSO = cues(r"also|now|already|even|automatically|routinely")
_OBJECT = cues(
    r" (?:a|an|the|its|your|their|his|her|every|each|any|whole|entire|all|most|both|client|customer)",
    whole=False,
)
_PRONOUN = cues(
    r"(?:it|the (?:tool|app|software|suite|platform|program|system|service|product|plug-?in|model))"
)
_STOP_CLAUSE = re.compile(
    r",\s+and\s+(?:people|humans|you|we|they|others|someone|somebody)\b|"
    r",\s+(?:its|an?|the|according|as)\b[^,;:.]{0,40}\b(?:says?|writes?|claims?|reports?|notes?|states?|to)\b|"
    r"[;:—–]|,\s+(?:but|while|whereas|although|though|so|yet|because|since|which|where|and\s+(?:it|[A-Z]\w+))\b|"
    r"\s(?:but|while|whereas|although|though|because|so that|and (?:it|also|can|now|[A-Z]\w+(?=\s+\w+s\b)))\s"
)
_PARTS = re.compile(r"\s*,\s*(?:and|or)?\s*|\s+(?:and|or|plus|as well as)\s+")
#: Words that say nothing of what a tool does.
_IDLE = content(
    """rest stuff details cases steps side end start levels kind type sort range bit work jobs day hours minutes
    time weeks months years help assist support handle cover offer provide automate automatic include perform
    speed tool product system software app platform suite version feature users people professional teams
    clients well quick fast easy simple basic routine first second new existing main common typical many various
    number lots big small large late human person hands real last pass passes round load weight place room edge
    draft"""
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolClaim:
    """One predicate about one tool. `start` is where its subject stands, `verb_start` where the verb does."""

    start: int
    verb_start: int
    end: int
    text: str  #: the whole text that was read
    record: Evidence
    negated: bool
    capability: bool


def tool_claims(page: CheckInput, *, every: bool = False) -> tuple[ToolClaim, ...]:
    """Return what is said of the tools, in order; with `every`, also what ascribes no capability."""
    found: list[ToolClaim] = []
    current: Evidence | None = None
    paragraph = -1
    for sentence in page.reading.sentences:
        if sentence.paragraph != paragraph:
            current, paragraph = None, sentence.paragraph
        subjects, current = _subjects(page, sentence, current)
        for place, record in subjects:
            claim = _claim(page.reading.text, sentence, place, record)
            if claim and (every or claim.capability):
                found.append(claim)
    return tuple(found)


def _subjects(
    page: CheckInput, sentence: Sentence, current: Evidence | None
) -> tuple[list[tuple[Span, Evidence]], Evidence | None]:
    """The places where a tool is the subject, and the tool that "it" means at the end of the sentence."""
    text = page.reading.text
    places: list[tuple[Span, Evidence]] = []
    for mention in page.mentions:
        if mention.kind == "tool" and sentence.start <= mention.start < sentence.end:
            record = page.sheet.record(mention.ref)
            if record is not None and record.kind is EvidenceKind.TOOL:
                places.append((Span(mention.start, mention.end), record))
    for match in _PRONOUN.finditer(text, sentence.start, sentence.end):
        named = [record for span, record in places if span.end <= match.start()]
        meant = named[-1] if named else current
        if meant is not None and _is_subject_place(text, sentence, match.start()):
            places.append((Span(match.start(), match.end()), meant))
    places.sort(key=lambda place: place[0].start)
    heads = [record for _, record in places]
    return places, heads[-1] if heads else None


def _is_subject_place(text: str, sentence: Sentence, start: int) -> bool:
    """True if a pronoun opens the sentence or a clause."""
    before = text[sentence.start : start].rstrip()
    return (
        not before
        or before[-1] in ",;:—–"
        or before.split()[-1].lower() in ("and", "but", "so", "then", "because", "that")
    )


def _claim(text: str, sentence: Sentence, place: Span, record: Evidence) -> ToolClaim | None:
    match = _PREDICATE.match(text, place.end, sentence.end)
    if match is None:
        return None
    stop = _STOP_CLAUSE.search(text, match.start("verb"), sentence.end)
    end = stop.start() if stop else sentence.end
    head = text[place.end : end]
    first = match["verb"].lower()
    object_follows = _OBJECT.match(text, match.end()) is not None
    adverb = _ALSO.search(text, place.end, match.start("verb")) is not None
    does = _DOES.fullmatch(first) is not None or (first.endswith("s") and (object_follows or adverb))
    capability = (match["modal"] is not None or does) and not re.fullmatch(_STATES, first)
    return ToolClaim(
        start=place.start,
        verb_start=match.start("modal") if match["modal"] else match.start("verb"),
        end=end,
        text=text,
        record=record,
        negated=_NOT.search(head[:40]) is not None
        or _DENIED.search(text, sentence.start, place.start) is not None,
        capability=capability,
    )


def unsupported_part(claim: ToolClaim) -> Span | None:
    """Return the first part of the predicate that no `does` of the record carries, or None where each is carried."""
    held = _held(claim.record)
    if not held:
        return None
    parts = tuple(_parts(claim))
    bare = [part for part in parts if (words := _words(claim, part)) and not shared(words, held)]
    told = [part for part in parts if _words(claim, part)]
    if not bare or _verb_alone(claim):
        return None
    if len(bare) == len(told):
        return Span(claim.start, trimmed(claim.text, claim.end))
    return bare[0]


def _verb_alone(claim: ToolClaim) -> bool:
    """True if the predicate names no object ("arranges them"): too little to judge."""
    return len(content_words(claim.text[claim.verb_start : claim.end])) < _ENOUGH_WORDS


_ENOUGH_WORDS = 2


def _held(record: Evidence) -> frozenset[str]:
    return content(" ".join((*record.does, record.used_for, record.name, record.note)))


def _parts(claim: ToolClaim) -> Iterator[Span]:
    at = claim.verb_start
    for match in _PARTS.finditer(claim.text, claim.verb_start, claim.end):
        if match.start() > at:
            yield Span(at, match.start())
        at = match.end()
    yield Span(at, trimmed(claim.text, claim.end))


def _words(claim: ToolClaim, part: Span) -> frozenset[str]:
    return frozenset(content(claim.text[part.start : part.end]) - _IDLE)
