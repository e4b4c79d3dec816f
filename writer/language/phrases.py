"""Cue words: which words of English say up or down, all or none, above or below, surely or perhaps.

A cue is a class and a list of phrases; no occupation, measure or source stands here. `find_phrases` returns every hit,
the longest at each place, so that a judge reads `phrase.cue` and never the words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from writer.language.cues import CUES
from writer.language.spans import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A cue where it stands. Classes are dotted: `direction.up`, `quantifier.all`, `certainty.sure`."""

    start: int
    end: int
    cue: str
    text: str

    @property
    def family(self) -> str:
        """The class before the dot."""
        return self.cue.partition(".")[0]


PhraseTable = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]


def compile_cues(cues: Mapping[str, Sequence[str]]) -> PhraseTable:
    """Return the table that `find_phrases` reads: by first word, the longest phrase first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for cue, phrases in cues.items():
        for phrase in phrases:
            words = tuple(phrase.split())
            table.setdefault(words[0], []).append((words, cue))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


def find_phrases(text: str, tokens: Sequence[Token], table: PhraseTable | None = None) -> tuple[Phrase, ...]:
    """Return the cues in these tokens in order. One word may carry several classes; a longer phrase hides a shorter."""
    chosen = _TABLE if table is None else table
    found: list[Phrase] = []
    for at, token in enumerate(tokens):
        length = 0
        for words, cue in chosen.get(token.lower, ()):
            if len(words) < length:
                break
            if _matches(tokens, at, words):
                length = len(words)
                end = tokens[at + length - 1].end
                found.append(Phrase(start=token.start, end=end, cue=cue, text=text[token.start : end]))
    return _without_inner(found)


def _matches(tokens: Sequence[Token], at: int, words: Sequence[str]) -> bool:
    return at + len(words) <= len(tokens) and all(
        tokens[at + i].lower == word for i, word in enumerate(words)
    )


def _without_inner(found: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """Drop a hit that lies inside a longer hit of the same family."""
    kept: list[Phrase] = []
    reach: dict[str, int] = {}
    for phrase in found:
        if phrase.end <= reach.get(phrase.family, -1) and kept and kept[-1].start < phrase.start:
            continue
        reach[phrase.family] = max(reach.get(phrase.family, -1), phrase.end)
        kept.append(phrase)
    return tuple(kept)


_TABLE = compile_cues(CUES)
