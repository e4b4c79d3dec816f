"""Which sentences of a draft may not stand, and the draft without them or with others in their place. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from writer.domain.drafts import DraftBlock, DraftSentence, ReplySentence, SectionDraft, SectionReply
from writer.domain.findings import Finding, Severity, errors_of, finding_key
from writer.domain.sections import SectionSpec

#: Place of a sentence in its section -> why it may not stand.
Wrong = Mapping[int, tuple[Finding, ...]]

#: What a model writes in place of a sentence that cannot be made true.
GIVEN_UP = "DROP"
_PAIR = ("before", "after")
_POINTING_BACK = frozenset(
    {
        "It",
        "Its",
        "They",
        "Their",
        "Them",
        "This",
        "That",
        "These",
        "Those",
        "Such",
        "Both",
        "Neither",
        "Either",
    }
    | {"Here", "There", "He", "She", "So", "Then"}
)


def wrong_sentences(draft: SectionDraft, spec: SectionSpec, findings: Iterable[Finding]) -> Wrong:
    """Return the sentences with errors: what the checks found, slots that print nothing, a basis out of place."""
    wrong: dict[int, tuple[Finding, ...]] = {}
    for finding in errors_of(tuple(findings)):
        if finding.section == draft.section and finding.sentence >= 0:
            wrong[finding.sentence] = (*wrong.get(finding.sentence, ()), finding)
    for place, sentence in enumerate(draft.sentences()):
        own = _own_errors(sentence, spec, draft.section, place)
        if own and place not in wrong:
            wrong[place] = own
    return wrong


def without(draft: SectionDraft, places: Collection[int]) -> SectionDraft:
    """Return the draft without those sentences and without what leans on them.

    Of a before / after pair both sides stay or none. A sentence that opens by pointing back ("They ...") goes with the
    sentence that it points to: alone it would say something else.
    """
    kept = _rebuilt(draft, dict.fromkeys(_with_leaning(draft, places)))
    kinds = {block.kind for block in kept.blocks}
    if len(kinds.intersection(_PAIR)) == 1:
        kept = replace(kept, blocks=tuple(block for block in kept.blocks if block.kind not in _PAIR))
    return kept


def with_others(draft: SectionDraft, others: Mapping[int, DraftSentence | None]) -> SectionDraft:
    """Return the draft with other sentences at those places; None takes a sentence away."""
    gone = [place for place, sentence in others.items() if sentence is None]
    changed = _rebuilt(draft, {place: sentence for place, sentence in others.items() if sentence is not None})
    return without(changed, gone) if gone else changed


def mended(reply: SectionReply, places: Collection[int]) -> dict[int, ReplySentence | None]:
    """Return what a repair reply puts at each place, in order; nothing where the counts do not agree."""
    sentences = [sentence for block in reply.blocks for sentence in block.sentences]
    if len(sentences) != len(places):
        return {}
    return {
        place: None if sentence.text.strip(" .") == GIVEN_UP else sentence
        for place, sentence in zip(sorted(places), sentences, strict=True)
    }


def _with_leaning(draft: SectionDraft, places: Collection[int]) -> set[int]:
    gone = set(places)
    place = 0
    for block in draft.blocks:
        for number, sentence in enumerate(block.sentences):
            follows = block.kind == "paragraph" and number > 0 and place - 1 in gone
            if follows and sentence.text.split(maxsplit=1)[0].rstrip(",") in _POINTING_BACK:
                gone.add(place)
            place += 1
    return gone


def _rebuilt(draft: SectionDraft, changes: Mapping[int, DraftSentence | None]) -> SectionDraft:
    blocks: list[DraftBlock] = []
    place = 0
    for block in draft.blocks:
        sentences: list[DraftSentence] = []
        for sentence in block.sentences:
            chosen = changes.get(place, sentence)
            if chosen is not None:
                sentences.append(chosen)
            place += 1
        if sentences:
            blocks.append(replace(block, sentences=tuple(sentences)))
    return replace(draft, blocks=tuple(blocks))


def _own_errors(sentence: DraftSentence, spec: SectionSpec, section: str, place: int) -> tuple[Finding, ...]:
    problems = list(sentence.faults)
    if sentence.basis not in spec.basis and sentence.author != "offline":
        problems.append(
            f"the basis {sentence.basis} has no place in this part; allowed: {', '.join(spec.basis)}"
        )
    return tuple(
        Finding(
            check="form",
            severity=Severity.ERROR,
            start=0,
            end=len(sentence.text),
            message=problem,
            key=finding_key("form", sentence.text, (problem,)),
            section=section,
            sentence=place,
        )
        for problem in problems
    )
