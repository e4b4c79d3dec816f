"""What a record says in the same words: a direction word where it has the opposite, or nothing like it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from writer.claims.signed import alike, opposites_of, sign_in_lists
from writer.language.spans import Token, tokenise

_REACH = 3
#: Words that add no direction of their own where a record is told in other words.
_LOOSE = frozenset(
    """more most less better best worse early earlier late later above below longer shorter strong weak wider narrower
    steep mild raise raises
    reduce reduces lowers""".split()  # noqa: SIM905 # a list of words reads best as words
)
_UPS = (
    "speed",
    "quick",
    "fast",
    "improv",
    "grow",
    "increas",
    "rais",
    "rise",
    "gain",
    "more",
    "high",
    "larg",
    "expan",
)
_DOWNS = (
    "reduc",
    "cut",
    "less",
    "few",
    "low",
    "small",
    "shrink",
    "declin",
    "fall",
    "drop",
    "decreas",
    "loss",
    "lose",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """A word against the records: `instead` is the word that stands there; empty where they say nothing of the kind."""

    start: int
    end: int
    word: str
    instead: str = ""
    agreeing: int = 0  #: how many neighbours agree there


def echoes(tokens: Sequence[Token], records: Iterable[str]) -> Iterator[Echo]:
    """Yield the direction words of a sentence that the texts of its records contradict or do not carry."""
    texts = [tuple(token.lower for token in tokenise(text)) for text in records]
    said = tuple(token.lower for token in tokens)
    held = {word for text in texts for word in text}
    for at, word in enumerate(said):
        against = opposites_of(word)
        if not against:
            continue
        same, instead = _best(said, at, texts, alike(word)), _best(said, at, texts, against)
        if instead[0] > max(same[0], 0):
            yield Echo(
                start=tokens[at].start, end=tokens[at].end, word=word, instead=instead[1], agreeing=instead[0]
            )
        elif not same[1] and word not in _LOOSE and not _carried(word, held):
            yield Echo(start=tokens[at].start, end=tokens[at].end, word=word)


def _best(
    said: Sequence[str], at: int, texts: Sequence[Sequence[str]], words: frozenset[str]
) -> tuple[int, str]:
    """Return how many neighbours agree where a record has one of these words, and that word."""
    best = (-1, "")
    for text in texts:
        for place, word in enumerate(text):
            if word in words:
                score = _agreeing(said, at, text, place)
                best = max(best, (score, word), key=lambda pair: pair[0])
    return best


def _agreeing(said: Sequence[str], at: int, text: Sequence[str], place: int) -> int:
    count = 0
    for offset in (*range(-_REACH, 0), *range(1, _REACH + 1)):
        one, other = at + offset, place + offset
        if 0 <= one < len(said) and 0 <= other < len(text) and said[one] == text[other]:
            count += 1
    return count


def _carried(word: str, held: Iterable[str]) -> bool:
    """True if the records hold any word of the same direction, in whatever sense."""
    sign = sign_in_lists(word)
    stems = _UPS if sign > 0 else _DOWNS
    return any(sign_in_lists(other) == sign or other.startswith(stems) for other in held)
