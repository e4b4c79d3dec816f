"""Names that the sheet does not know: what is written like a name and is no record, source, subject or comparator.

The first word of a sentence is capitalised anyway; there the spelling, or the lack of an article, must say name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from writer.checks.base import CheckInput
from writer.checks.frames import word_set
from writer.language.mentions import Mention
from writer.language.sentences import Sentence

_JOINT = re.compile(r" (?:and|or) ")
_ARTICLE = re.compile(
    r"(?:the|a|an|this|that|these|those|our|your|every|each|no|all|most|some|many|both|when|while|if|what|how|"
    r"where|why|who|will|can|does|is) ",
    re.IGNORECASE,
)
_NO_NAMES = word_set(
    """AI U.S US USA UK EU SOC PDF TV EQ IT HR CEO CFO OK I A.I America American Americans English Congress Europe
    January February March April May June July August September October November December Monday Tuesday
    Wednesday Thursday Friday Saturday Sunday Internet Web GDP COVID Index MIDI CAD GPS HTML API VR AR ML LLM
    LLMs Federal State National According Per Table Figure Ph.D Spanish French German Chinese"""
)
_COMMON = re.compile(
    r"(?:\w+(?:ing|tion|sion|ment|ness|ity|ware|ance|ence|ology|ism|ists?|ians?|ive|ful|ly)|ai|nothing|everything|"
    r"something|anything|nobody|everyone|someone|technology|neither|none|each|one|another|today|tomorrow|work|"
    r"code|it|that|"
    r"this|what|which|who|they|you|we|he|she|there|here|demand|growth|pay|judg\w+|craft|skill|time|most|some|many|"
    r"few|all|"
    r"both|no|not|and|but|so|or|if|when|while|where|how|why|history|data|art|nature|travel|care|food|law|trade|"
    r"paper|speech|"
    r"text|sound|music|design|english|as|at|by|for|from|in|of|on|over|under|with|without|still|yet|only|even|just|now|"
    r"half|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|more|less|much|little|people|"
    r"software|\w+[^s]s)",
    re.IGNORECASE,
)


def unknown_names(page: CheckInput, sentence: Sentence) -> Iterator[Mention]:
    """Yield what looks like a name in this sentence and is none that the sheet knows; "A and B" are two names."""
    text = page.reading.text
    known = [m for m in page.mentions if m.start < sentence.end and sentence.start < m.end]
    told = " ".join(
        f"{r.subject} {r.finding} {r.passage} {r.vendor} {r.source_title}" for r in page.sheet.evidence
    )
    for name in page.reading.names_in(sentence):
        for start, end in _parts(name):
            article = _ARTICLE.match(text, start, end)
            start = article.end() if article else start
            words = text[start:end]
            if not words[:1].strip() or any(m.start < end and start < m.end for m in known):
                continue
            if (
                words in told
                or words.split()[0] in _NO_NAMES
                or words.replace("’", "'").removesuffix("'s") in _NO_NAMES
            ):
                continue
            if sentence.kind != "heading" or not words.istitle():
                yield Mention(start=start, end=end, text=words)


def _parts(name: Mention) -> Iterator[tuple[int, int]]:
    at = 0
    for joint in _JOINT.finditer(name.text):
        yield name.start + at, name.start + joint.start()
        at = joint.end()
    yield name.start + at, name.end


def opens(text: str, sentence: Sentence, name: Mention) -> bool:
    """True if nothing but an article or a quotation mark stands before the name in its sentence."""
    before = text[sentence.start : name.start].strip(" \"'“(*_")
    return not before or _ARTICLE.fullmatch(before + " ") is not None


def surely_a_name(text: str, name: Mention) -> bool:
    """True if a name that opens a sentence is one by its spelling, or because it is written large everywhere."""
    first = name.text.split()[0]
    if branded(name.text):
        return not _COMMON.fullmatch(first) or " " in name.text
    if _COMMON.fullmatch(first) or first.lower().endswith("s"):
        return False
    return re.search(rf"(?<!\w){re.escape(first.lower())}(?!\w)", text) is None


def branded(name: str) -> bool:
    """True if the spelling says name: a capital inside, two capitals in a row, a figure, or two capitalised words."""
    capitals = [word for word in name.split() if word[:1].isupper()]
    return len(capitals) > 1 or bool(re.search(r"[a-z][A-Z]|[A-Z]{2}|\d", name))
