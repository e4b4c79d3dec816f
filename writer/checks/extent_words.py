"""Words of extent in a text ("none of", "most", "hardly any"), and whether a record says the same of the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from writer.checks.frames import Span, content_words, cues, stem

Kind = Literal[
    "all", "not all", "none", "most", "minority", "few", "some", "one", "both", "neither", "any", "nearly all",
    "scarce", "wide",
]  # fmt: skip

#: Longer phrases first: of two that begin at one place the first one counts.
_WORDS: tuple[tuple[Kind, str], ...] = (
    ("scarce", r"(?:hardly|scarcely|barely) (?:any|a)|next to no(?:ne)?|(?:almost|virtually|practically) no(?:ne)?"),
    ("nearly all", r"(?:nearly|almost|virtually|practically) (?:all|every|each)|the vast majority of"),
    ("not all", r"not (?:all|every|each)"),
    ("most", r"(?:a|the) (?:\w+ )?majority of|most"),
    ("minority", r"(?:a|the) (?:\w+ )?minority of"),
    ("wide", r"widespread|pervasive|ubiquitous|countless|universal"),
    ("one", r"a single"),
    ("few", r"only a few|a few|few"),
    ("none", r"none|nothing|nobody|no one|no"),
    ("neither", r"neither"),
    ("both", r"both"),
    ("all", r"all|every|each"),
    ("some", r"some|several"),
    ("any", r"any"),
)  # fmt: skip
_AMOUNT = cues(*(rf"(?P<k{at}>{words})" for at, (_, words) in enumerate(_WORDS)))
#: Words of extent that say none: names of rows, manners of speaking, and answers.
_IDIOMS = cues(
    r"all occupations|every occupation|all other(?!s)|(?:at|after|above|in|of) all(?=[,.;:]|$)|not at all|"
    r"(?:first|most|best|least|worst) of all|"
    r"all (?:the same|along|at once|right|in all|told|the more|too|but)|each other|one and all|each tied|"
    r"no (?:longer|more than|less than|fewer than|matter|doubt|wonder|good|promise|guarantee|answer|refuge|part of)|"
    r"(?:is|are|was|were|be|leans? to|plain|plainer|says?) no|no[,.:;]|^no(?=,)|yes or no|neither yes nor no|"
    r"little or no|at most|the most|most (?:exposed|\w+ly|time|at home)|any (?:more|further|longer|case|way|event)|"
    r"some (?:way|years|time|extent|degree|room|distance|day)|each (?:year|day|week|month|time)|every (?:year|day|time)"
)
#: What says the same as a kind where a record is worded otherwise.
_SAME: dict[Kind, str] = {
    "all": r"all|every|each|any|whole|always|entire|throughout|both|everything",
    "not all": r"not all|not every|some|most|many|misses|missed|except|part of",
    "none": r"no|not|none|nor|neither|never|without|\w+n't|nobody|nothing|cannot|fail\w*|lack\w*|only|free of|"
    r"absent|silent|nowhere|divided|qualitative|summary",
    "most": r"most|mostly|majority|usually|mainly|largely|chiefly|more than half|over half",
    "minority": r"minority|less than half|fewer than half|under half|less than a|a third|a quarter|a fifth|few|seldom|"
    r"mostly not|small part",
    "few": r"few|fewer|little|small|rare|rarely|seldom|hardly|handful",
    "some": r"some|several|certain|partly|sometimes|part of|a few|more than one|various|many",
    "one": r"single|one|a|an|only|sole",
    "both": r"both|two|and|each",
    "neither": r"neither|nor|not|no",
    "any": r"\w+",
    "nearly all": r"nearly all|almost all|nearly every|almost every|most",
    "scarce": r"hardly|scarcely|barely|almost no|rare|rarely|seldom",
    "wide": r"widespread|widely|common|commonly|pervasive|broad|broadly",
}
_NEAR = 6  # words that may lie between a word of extent and what it is the extent of
_BEHIND = 3  # words of extent may also follow ("the tasks were all finished")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """One word of extent where it stands. `what` is the first telling word behind it."""

    start: int
    end: int
    kind: Kind
    text: str
    what: str = ""


def amounts_in(text: str, place: Span) -> Iterator[Amount]:
    """Yield the words of extent between two offsets, without those that say none."""
    said = text[place.start : place.end]
    idioms = [(match.start(), match.end()) for match in _IDIOMS.finditer(said)]
    for match in _AMOUNT.finditer(said):
        if any(start <= match.start() < end for start, end in idioms):
            continue
        kind: Kind = next(k for at, (k, _) in enumerate(_WORDS) if match[f"k{at}"] is not None)
        what = next(iter(content_words(said[match.end() : match.end() + 80])), "")
        start = place.start + match.start()
        yield Amount(start=start, end=place.start + match.end(), kind=kind, text=match[0].lower(), what=what)


def is_held(amount: Amount, record: str) -> bool:
    """True if a record says the same extent of the same thing; of a thing that it does not name, anywhere."""
    same = re.compile(rf"(?:{_SAME[amount.kind]})\Z", re.IGNORECASE)
    words = re.findall(r"[\w'’-]+", record.lower().replace("’", "'"))
    if amount.kind == "any":
        return True
    wanted = stem(amount.what) if amount.what else ""
    places = [at for at, word in enumerate(words) if wanted and stem(word) == wanted]
    if not places:
        return _says(same, words)
    return any(_says(same, words[max(0, at - _NEAR) : at + _BEHIND]) for at in places)


def _says(same: re.Pattern[str], words: list[str]) -> bool:
    return any(same.match(" ".join(words[at : at + size])) for at in range(len(words)) for size in (1, 2, 3))
