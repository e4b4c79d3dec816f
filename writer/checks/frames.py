"""Phrases, clauses and content words: how the frame checks find a fixed form of words and compare what fills it.

A frame is a form such as "according to X" or "X can ...". The words of the forms stand in the checks; here is only how
they are matched. Patterns are built from literal phrases, so matching stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from writer.language.sentences import Sentence


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text, parted by white space."""
    return frozenset(text.split())


_STOP = word_set(
    """a about above across after again all almost already also although always am among an and another any are around
    as at away back be became because become becomes been before being below best better between both but by can
    cannot come comes could did do does doing done down each either else enough even ever every everything few for
    from full further get gets give given gives go goes going good got had has have having he her here him his how
    however i if in instead into is isn it its itself just keep keeps kept kind know less let lets like likely
    little long lot made make makes making many may me might more most much must my near nearly need needs neither
    never new next no none nor not nothing now of off often on once one only onto or other others our out over own
    part parts per quite rather really role same say says see seem seems several shall she should show shows since
    so some something sort still such take takes taken than that the their them then there these they thing things
    this those though through to today together too toward under until up upon us use used user uses using very via
    was way we well were what when where whether which while who whole whom whose why will with within without won
    work works working would yet you your yours itself themselves ai don doesn didn hasn haven aren wasn weren
    couldn wouldn shouldn ll re ve"""
)
_ENDINGS = tuple(
    """isations izations isation ization ations ation ators ator ating ated ates ate ions ion ings ing ments ment ers er
    ors or ies ied ically ical ally ely ly edly ed ives ive als al ances ance ences ence ness able ible ists ist es s e
    y""".split()  # noqa: SIM905 # a list of words reads best as words
)
_LITERAL = re.compile(r"\[[^\]]*\]| \?|[' ]")  # classes of characters stay as they are
_LITERALS = {"'": "['’]", " ": r"\s+", " ?": r"\s*"}
_SHORT = 3
_COMMON = 5

_BREAK = re.compile(
    r"[;:—–]|\s-\s|,\s+(?:and|but|while|whereas|although|though|so|yet|which|because|since|where|as|with)\b|"
    r"\s(?:but|while|whereas|although|though)\s",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text that was read."""

    start: int
    end: int


def cues(*phrases: str, whole: bool = True) -> re.Pattern[str]:
    """Return a pattern of any of these phrases: case and kind of apostrophe do not matter, nor do line breaks.

    A phrase may hold groups and alternatives in regular-expression form; a space stands for any white space.
    """
    body = "|".join(_LITERAL.sub(lambda part: _LITERALS.get(part[0], part[0]), phrase) for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)" if whole else f"(?:{body})", re.IGNORECASE)


def phrase_list(text: str) -> tuple[str, ...]:
    """Return the phrases of a comma-separated list, white space folded."""
    return tuple(" ".join(part.split()) for part in text.split(",") if part.strip())


def any_of(text: str) -> str:
    """Return the alternatives of a comma-separated list as one group for `cues`."""
    return "(?:" + "|".join(phrase_list(text)) + ")"


def clauses(text: str, sentence: Sentence) -> tuple[Span, ...]:
    """Return the clauses of a sentence, cut at semicolons, colons, dashes and conjunctions behind a comma."""
    cuts = [match.start() for match in _BREAK.finditer(text, sentence.start, sentence.end)]
    edges = [sentence.start, *cuts, sentence.end]
    return tuple(Span(a, b) for a, b in pairwise(edges) if text[a:b].strip(" ,;:—–-"))


def trimmed(text: str, end: int) -> int:
    """Return the end of a span without the space and punctuation behind its last word."""
    while end > 0 and text[end - 1] in " .!?,;:—–\n":
        end -= 1
    return end


def clause_at(text: str, sentence: Sentence, offset: int) -> Span:
    """Return the clause of the sentence that holds this offset."""
    found = [clause for clause in clauses(text, sentence) if clause.start <= offset < clause.end]
    return found[0] if found else Span(sentence.start, sentence.end)


@lru_cache(maxsize=4096)
def content(text: str) -> frozenset[str]:
    """Return the stems of the content words of a text."""
    return frozenset(stem(word) for word in content_words(text))


def content_words(text: str) -> tuple[str, ...]:
    """Return the content words of a text in lower case, in order; figures and function words are left out."""
    words = re.findall(r"[a-z]+", text.lower().replace("’", "'").replace("'s", ""))
    return tuple(word for word in words if len(word) >= _SHORT and word not in _STOP)


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Return the word without its ending, roughly: "transcribing", "transcribes" and "transcriber" give one stem."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORT:
            word = word[: -len(ending)]
            break
    if len(word) > _SHORT and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word


def akin(one: str, other: str) -> bool:
    """True if two stems belong to one word family: equal, or one begins the other and is no short word."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return (len(short) >= _COMMON - 1 and long.startswith(short)) or (
        len(short) > _COMMON and short[: _COMMON + 1] == long[: _COMMON + 1]
    )


def shared(words: Iterable[str], others: Iterable[str]) -> frozenset[str]:
    """Return those stems of the first group that the second group holds, word families counted as one."""
    pool = tuple(others)
    return frozenset(word for word in words if any(akin(word, other) for other in pool))


def overlap(part: str, whole: str) -> float:
    """Return which share of the content words of `part` stands in `whole`, 0 to 1; 0 where there are none."""
    words = content(part)
    return len(shared(words, content(whole))) / len(words) if words else 0.0


@lru_cache(maxsize=256)
def name_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of these names, the longest first; a possessive ending stays outside the name."""
    ordered = sorted({name for name in names if name}, key=len, reverse=True)
    body = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in ordered)
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)" if ordered else r"(?!)", re.IGNORECASE)


def find(
    pattern: re.Pattern[str], text: str, sentences: Iterable[Sentence]
) -> Iterator[tuple[Sentence, re.Match[str]]]:
    """Yield each match of the pattern that lies within one sentence."""
    for sentence in sentences:
        for match in pattern.finditer(text, sentence.start, sentence.end):
            yield sentence, match
