"""Words that say up or down: trends, comparatives and superlatives, each with its sign and its opposites."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from writer.language.spans import Token, word_set

Form = Literal["verb", "noun", "more", "superlative", "count"]

_VERBS_UP = word_set(
    """grow grows growing grew grown rise rises rising rose risen increase increases increasing increased expand expands
    expanding expanded climb climbs climbing climbed gained adds add added adding"""
)
_VERBS_DOWN = word_set(
    """shrink shrinks shrinking shrank shrunk decline declines declining declined fall falls falling fell fallen drop
    drops dropping dropped decrease decreases decreasing decreased contract contracts contracting contracted dwindle
    dwindles dwindling slip slips slipping lose loses lost losing shed sheds shedding"""
)
_NOUNS_UP = word_set("growth gain gains expansion")
_NOUNS_DOWN = word_set("loss losses contraction shrinkage reduction")
_BOTH_UP = word_set("rise increase climb")  # verb behind "to", else noun
_BOTH_DOWN = word_set("decline fall drop decrease slip")
_MORE = word_set("higher above faster quicker larger bigger greater stronger ahead better")
_LESS = word_set("lower below slower smaller weaker behind worse")
_MOST = word_set("highest largest biggest greatest fastest strongest quickest best")
_LEAST = word_set("lowest smallest slowest weakest worst")
_MANY, _FEW = word_set("more"), word_set("fewer less")

#: Groups of words that exclude each other: each side may stand for any other word of its side.
OPPOSITES: tuple[tuple[frozenset[str], frozenset[str]], ...] = tuple(
    (word_set(up), word_set(down))
    for up, down in (
        ("larger bigger greater", "smaller"),
        ("largest biggest greatest", "smallest"),
        ("more", "fewer less"),
        ("most", "fewest least"),
        ("higher", "lower"),
        ("highest", "lowest"),
        ("faster quicker", "slower"),
        ("fastest quickest", "slowest"),
        ("stronger", "weaker"),
        ("strongest", "weakest"),
        ("steepest steep", "mildest mild"),
        ("better", "worse"),
        ("best", "worst"),
        ("above", "below"),
        ("gain gains", "loss losses"),
        ("growth rise increase expansion", "decline fall decrease drop contraction shrinkage reduction"),
        ("grow rise increase expand", "shrink decline fall decrease drop contract"),
        ("grows rises increases expands", "shrinks declines falls decreases drops contracts"),
        (
            "growing rising increasing expanding",
            "shrinking declining falling decreasing dropping contracting",
        ),
        ("grew rose increased expanded", "shrank declined fell decreased dropped contracted"),
        ("raise raises", "lower lowers reduce reduces"),
        ("early", "late"),
        ("earlier", "later"),
        ("wider", "narrower"),
        ("stricter tighter", "looser"),
        ("longer", "shorter"),
        ("strong", "weak"),
    )
)
#: Behind these words, or before those, a word of the lists says no direction ("declines to answer", "once more").
_BEFORE: dict[str, frozenset[str]] = {
    "more": word_set("once ever any no one some what much little even far"),
    "less": word_set("no none"),
    "above": word_set("listed named shown described given"),
    "below": word_set("listed named shown described given list"),
    "better": word_set("had much you"),
    "best": word_set("at"),
    "fall": word_set("the this"),
}
_DETERMINERS = word_set("a the this that no little steep fast slow projected expected projects expects sees")
_PLACES = word_set(
    """on upon under within into short back outside between somewhere in below above squarely off through apart behind
    asleep"""
)
_AFTER: dict[str, frozenset[str]] = {
    "decline": word_set("to"),
    "declines": word_set("to"),
    "declined": word_set("to"),
    "fall": _PLACES,
    "falls": _PLACES,
    "fell": _PLACES,
    "falling": _PLACES,
    "rises": word_set("to"),
    "growing": word_set("up season pains plants"),
    "drop": word_set("off in down out"),
    "drops": word_set("off in down out"),
    "loss": word_set("prevention adjusters adjustment"),
    "contract": word_set("with for terms to work law"),
    "contracts": word_set("with for and or"),
    "expand": word_set("on"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """One word that says a direction. `at` is its place among the tokens of its sentence."""

    start: int
    end: int
    at: int
    word: str
    sign: int
    form: Form


def signed_words(tokens: Sequence[Token]) -> tuple[Signed, ...]:
    """Return the words of these tokens that say a direction, in order."""
    found: list[Signed] = []
    for at, token in enumerate(tokens):
        known = _known(token.lower, tokens[at - 1].lower if at else "")
        if known is None or _idle(tokens, at):
            continue
        form, sign = known
        found.append(Signed(start=token.start, end=token.end, at=at, word=token.lower, sign=sign, form=form))
    return tuple(found)


def _known(word: str, before: str) -> tuple[Form, int] | None:
    if word in _BOTH_UP or word in _BOTH_DOWN:
        return "verb" if before in ("to", "will", "not", "may", "could") else "noun", (
            1 if word in _BOTH_UP else -1
        )
    tables: tuple[tuple[frozenset[str], Form, int], ...] = (
        (_VERBS_UP, "verb", 1),
        (_VERBS_DOWN, "verb", -1),
        (_NOUNS_UP, "noun", 1),
        (_NOUNS_DOWN, "noun", -1),
        (_MORE, "more", 1),
        (_LESS, "more", -1),
        (_MOST, "superlative", 1),
        (_LEAST, "superlative", -1),
        (_MANY, "count", 1),
        (_FEW, "count", -1),
    )
    return next(((form, sign) for words, form, sign in tables if word in words), None)


def _idle(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].lower
    before = tokens[at - 1].lower if at else ""
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if after == "to" and (
        before in _DETERMINERS or (at + 2 < len(tokens) and tokens[at + 2].lower[:1].isdigit())
    ):
        return False  # "projects a decline to 2034", "little decline to make up for"
    return before in _BEFORE.get(word, ()) or after in _AFTER.get(word, ())


def opposites_of(word: str) -> frozenset[str]:
    """Return the words that say the opposite of this one in its own sense; empty where the lists do not know it."""
    found: set[str] = set()
    for up, down in OPPOSITES:
        found |= down if word in up else up if word in down else frozenset()
    return frozenset(found)


def alike(word: str) -> frozenset[str]:
    """Return the words of the same sense and direction, the word itself among them."""
    found = {word}
    for up, down in OPPOSITES:
        found |= up if word in up else down if word in down else frozenset()
    return frozenset(found)


def sign_in_lists(word: str) -> int:
    """Return 1 for a word of the upper sides, -1 for one of the lower, 0 for any other."""
    ups = any(word in up for up, _ in OPPOSITES)
    downs = any(word in down for _, down in OPPOSITES)
    return int(ups) - int(downs)
