"""Which task of the sheet a stretch of text speaks of: by the words that set the tasks apart from one another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from writer.claims.index import Index
from writer.language.mentions import Mention
from writer.language.spans import Token, tokenise, word_set

_STOP = word_set(
    "a an the of in on at for to by from and or but as with such other others any all into that this these "
    "those their its his her your our is are be was were using use used uses including include ensure "
    "determine perform performing activities activity work tasks task various variety it they so if not no "
    "which who than more most then when where ai index tool tools zero percent people role job jobs about up "
    "out still only new one two three also have has had made make making required"
)
_BREAKS = frozenset((",", ";", ":", "%", "but", "while"))
_WINDOW = 9  # tokens that one mention may span
_ENOUGH = 1.2


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """For each stem, how much it weighs and which tasks hold it; `verbs` are the first words of the tasks."""

    weights: dict[str, float]
    owners: dict[str, frozenset[int]]
    verbs: tuple[str, ...]
    ids: tuple[str, ...]


def stem(word: str) -> str:
    """Return a crude stem, the same for "transcribe", "transcribing" and "transcribed"."""
    word = word.split("'")[0]
    for ending in (
        "ations",
        "ation",
        "ingly",
        "ings",
        "ing",
        "ies",
        "ied",
        "ed",
        "es",
        "s",
        "e",
        "y",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    return word[:7]


def task_mentions(
    text: str, tokens: Sequence[Token], index: Index, *, but: Sequence[Mention] = ()
) -> tuple[Mention, ...]:
    """Return the tasks that these tokens speak of, left to right, none overlapping; kind "task", ref the task's id.

    Words inside the mentions `but` (names of occupations, tools, sources) do not count.
    """
    if not index.sheet.tasks or not tokens:
        return ()
    lexicon = _lexicon(tuple((task.id, task.text, task.label, task.noun) for task in index.sheet.tasks))
    hits = [
        (at, stemmed)
        for at, token in enumerate(tokens)
        if token.lower not in _STOP
        and not any(name.start <= token.start < name.end for name in but)
        and (stemmed := stem(token.lower)) in lexicon.owners
    ]
    found: list[tuple[float, int, int, int]] = []
    for position in range(len(hits)):
        best = _best_from(lexicon, hits, position, tokens)
        if best:
            found.append(best)
    found.sort(key=lambda item: (-item[0], item[1]))
    taken: list[tuple[float, int, int, int]] = []
    for item in found:
        if not any(item[1] <= other[2] and other[1] <= item[2] for other in taken):
            taken.append(item)
    taken.sort(key=lambda item: item[1])
    return tuple(
        Mention(
            start=tokens[first].start,
            end=tokens[last].end,
            text=text[tokens[first].start : tokens[last].end],
            kind="task",
            ref=lexicon.ids[task],
        )
        for _, first, last, task in taken
    )


def _best_from(
    lexicon: _Lexicon, hits: Sequence[tuple[int, str]], position: int, tokens: Sequence[Token]
) -> tuple[float, int, int, int] | None:
    """Return (score, first token, last token, task) of the best mention that begins at this hit."""
    first = hits[position][0]
    scores: dict[int, float] = {}
    ends: dict[int, int] = {}
    seen: set[str] = set()
    for at, stemmed in hits[position : position + _WINDOW]:
        if at - first > _WINDOW:
            break
        if any(tokens[i].lower in _BREAKS for i in range(first, at)):
            break
        if stemmed in seen:
            continue
        seen.add(stemmed)
        for task in lexicon.owners[stemmed] & lexicon.owners[hits[position][1]]:
            bonus = 0.5 if lexicon.verbs[task] == stemmed else 0.0
            scores[task] = scores.get(task, 0.0) + lexicon.weights[stemmed] + bonus
            ends[task] = at
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < _ENOUGH or ends[ranked[0][0]] == first:
        return None
    if len(ranked) > 1 and ranked[1][1] > ranked[0][1] - 0.25 and ends[ranked[1][0]] != first:
        return None
    task = ranked[0][0]
    return ranked[0][1], first, ends[task], task


@lru_cache(maxsize=256)
def _lexicon(tasks: tuple[tuple[str, str, str, str], ...]) -> _Lexicon:
    owners: dict[str, set[int]] = {}
    verbs: list[str] = []
    for number, (_, text, label, noun) in enumerate(tasks):
        words = [token.lower for token in tokenise(f"{text} {label} {noun}")]
        verbs.append(stem(words[0]) if words else "")
        for word in words:
            if word not in _STOP and re.match(r"[a-z]", word):
                owners.setdefault(stem(word), set()).add(number)
    count = len(tasks)
    weights = {
        word: 1.0 if len(held) == 1 else max(0.3, 1.0 - log(len(held)) / log(count + 1))
        for word, held in owners.items()
    }
    return _Lexicon(
        weights,
        {word: frozenset(held) for word, held in owners.items()},
        tuple(verbs),
        tuple(t[0] for t in tasks),
    )
