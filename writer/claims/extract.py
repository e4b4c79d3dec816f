"""What a text claims: each quantity, quantifier and comparison with the words that say of what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from writer.claims.index import Index
from writer.language.mentions import Mention
from writer.language.phrases import Phrase
from writer.language.quantities import Quantity
from writer.language.reading import Reading
from writer.language.sentences import Sentence

ClaimKind = Literal["quantity", "quantifier", "comparison", "superlative", "direction"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One checkable statement. `start` and `end` are the span that a finding about it marks."""

    kind: ClaimKind
    start: int
    end: int
    sentence: Sentence
    text: str
    subjects: tuple[str, ...] = ()  #: entities, nearest first
    measures: tuple[str, ...] = ()  #: measure ids, nearest first
    quantity: Quantity | None = None
    phrases: tuple[Phrase, ...] = ()
    mentions: tuple[Mention, ...] = ()
    negated: bool = False


def extract(reading: Reading, index: Index) -> tuple[Claim, ...]:
    """Return the claims of a text, in order."""
    claims: list[Claim] = []
    for sentence in reading.sentences:
        for quantity in reading.quantities_in(sentence):
            claims.append(
                Claim(
                    kind="quantity",
                    start=quantity.start,
                    end=quantity.end,
                    sentence=sentence,
                    text=quantity.text,
                    quantity=quantity,
                )
            )
    return tuple(claims)
