"""Quantifiers over tasks: "none of them", "every task", "most of the twelve core tasks"."""

from __future__ import annotations

from collections.abc import Iterable

from writer.claims.frames import Frame
from writer.claims.set_claim import DETERMINERS, Population, SetClaim, in_task_context
from writer.language.phrases import Phrase
from writer.language.quantities import Quantity
from writer.language.spans import Span, word_set

_PRONOUNS = frozenset(("them", "these", "those", "which"))
_ALONE = frozenset(("none", "not one", "not a single one"))
_VERBS = word_set("is are sits sit shows show has have stands stand stays remain rises")
_QUANTIFIERS = (
    "quantifier.all",
    "quantifier.none",
    "quantifier.most",
    "quantifier.minority",
    "quantifier.few",
    "quantifier.some",
)
_QUALIFIERS = word_set("other similar related compared individual whole full rated important")


def quantifier_heads(frame: Frame) -> Iterable[SetClaim]:
    for phrase in frame.cues(*_QUANTIFIERS):
        found = _quantified(frame, phrase)
        if found and not _excepted(frame, found[2]):
            population, total, end = found
            yield SetClaim(
                start=phrase.start,
                end=end,
                population=population,
                quantifier=phrase.cue.partition(".")[2],
                total=total,
                rest="else" in phrase.text.lower() or "remaining" in phrase.text.lower(),
            )


def _excepted(frame: Frame, end: int) -> bool:
    """Return whether an exception follows: "every task but two"."""
    return frame.after(Span(end, end), 1) in (("but",), ("except",), ("bar",), ("save",))


def _quantified(frame: Frame, phrase: Phrase) -> tuple[Population, Quantity | None, int] | None:
    """Return the population behind a quantifier, the number said of it, and where the noun ends."""
    vocabulary = frame.index.vocabulary
    later = [t for t in frame.tokens if t.start >= phrase.end][:8]
    said = phrase.text.lower()
    if said in _ALONE and set(frame.after(phrase, 1)) & _VERBS and in_task_context(frame):
        return "tasks", None, phrase.end
    if said in ("nothing", "everything else", "everything") and in_task_context(frame):
        return "tasks", None, phrase.end
    total: Quantity | None = None
    for token in later:
        word = token.lower
        here = [q for q in frame.quantities if q.core_start == token.start]
        total = here[0] if here else total
        if word in vocabulary.task_nouns:
            return "tasks", total, token.end
        if word in _PRONOUNS and in_task_context(frame.before or frame):
            return "tasks", total, token.end
        if (
            word in DETERMINERS
            or word in ("-", "half", "half of")
            or (total and total.core_start == token.start)
        ):
            continue
        if word in _QUALIFIERS:
            continue
        break
    return None
