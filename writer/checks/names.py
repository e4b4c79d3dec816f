"""Tools and organisations: only known names, only with what their records say they do, and no rank in the market.

A name is known if it is a record, a source, the subject or a comparator of the sheet. What looks like a product and
is said to do something, or stands in a list behind "tools like", must be known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from writer.checks.base import CheckInput, finding
from writer.checks.frames import any_of, clause_at, cues, phrase_list, word_set
from writer.checks.tools import ToolClaim, tool_claims, unsupported_part
from writer.domain.findings import Finding, Severity
from writer.domain.occupations import Evidence, EvidenceKind
from writer.language.mentions import Mention
from writer.language.sentences import Sentence

_LIST_LEADS = cues(
    r"(?:tools?|software|platforms?|apps?|applications?|products?|systems?|services?|suites?|models?|plug-?ins?|"
    r"assistants?|copilots?|chatbots?|programs?|packages?|generators?|vendors?|companies|start-?ups?)"
    r",? (?:like|such as|including|named|called|e\.g\.,?|for example)"
)
_CAPABLE = any_of(
    """handles, handle, covers, automates, automate, generates, generate, drafts, transcribes, detects, produces,
    lets, offers, offer, supports, provides, writes, creates, summarizes, summarises, analyzes, analyses,
    predicts, schedules, reviews, classifies, extracts, translates, edits, cleans, renders, can, could, now,
    has built, has added, includes, automatically, helps, performs, does, uses AI, flags, scans, turns, converts,
    tracks, monitors, manages, is used, is an AI, is a tool"""
)
_THEN_CAPABLE = cues(
    rf",? (?:(?:also|already|even|now|both|which|that|and [A-Z][\w]+) )*{_CAPABLE}", whole=False
)
_USING = cues(
    r"(?:using|use|uses|with|through|via|run|runs|adopted|adopt|tried|opened?|into|fed to) $", whole=False
)
_MARKET = cues(
    *phrase_list(
        r"""(?:most|more) (?:widely|commonly|frequently|heavily) (?:used|adopted), most popular, market[ -]leader,
    market[ -]leading, market share, industry[ -](?:standard|leading|leader),
    (?:best|most accurate)[ -]in[ -]class, number one, the go-to, de facto standard, dominates?, the leading,
    the best(?:-selling)?, most accurate,
    (?:used|trusted|adopted) by (?:most|the majority|millions|thousands|nearly every|almost every|every|all)\b,
    ubiquitous, everyone uses, the gold standard, outperforms?, more accurate(?:ly)? than, near-perfect accuracy,
    never makes (?:a )?mistakes?, error-free, flawless(?:ly)?"""
    )
)
_PAST = cues(
    r"was|were|used to|until|formerly|once|no longer|discontinued|renamed|withdrawn|since renamed|retired"
)
_COMMON_STARTS = re.compile(
    r"(?:\w+(?:ing|tion|sion|ment|ness|ity|ware|ance|ence|ology|ism|ers|ists|ians|ors)|ai|automation|nothing|"
    r"everything|"
    r"something|anything|nobody|everyone|technology|neither|none|each|one|another|today|tomorrow|work|software|"
    r"hardware|"
    r"code|it|that|this|what|which|who|they|you|we|he|she|there|here|experience|practice|research|demand|growth|pay|"
    r"judg\w+|presence|craft|skill|time|most|some|many|few|all|both|no|not|and|but|so|or|if|when|while|where|how|why)",
    re.IGNORECASE,
)
_NOT_PRODUCTS = word_set(
    """AI U.S US USA UK EU BLS SOC O*NET PDF TV EQ IT HR CEO OK I A.I America American English Congress January
    February March April May June July August September October November December Monday Tuesday Wednesday Thursday
    Friday Saturday Sunday Internet Web GDP COVID Index MIDI CAD GPS HTML API VR AR ML LLM LLMs Federal State
    National"""
)
_TOOLISH = cues(
    *phrase_list("""AI, tools?, software, apps?, platforms?, automated?, automatically, models?, vendors?""")
)


class Names:
    """Which tools and makers are named, and as doing what."""

    name = "names"
    house = False

    def __call__(self, page: CheckInput) -> list[Finding]:
        """Return unknown products, capabilities that no record carries, market claims and dead products."""
        found = [*_unknown(page), *_capabilities(page), *_market(page), *_dead(page)]
        return sorted(found, key=lambda item: item.start)


def _unknown(page: CheckInput) -> Iterator[Finding]:
    text = page.reading.text
    for sentence in page.reading.sentences:
        if sentence.kind == "row":
            continue
        for name in _unknown_names(page, sentence):
            if _is_product(text, sentence, name):
                yield finding(
                    page,
                    Names.name,
                    name.start,
                    name.end,
                    f"{name.text} is on no record of the sheet: name only tools that were checked",
                    expected=_known_tools(page),
                )


def _unknown_names(page: CheckInput, sentence: Sentence) -> Iterator[Mention]:
    known = [m for m in page.mentions if m.start < sentence.end and sentence.start < m.end]
    for name in page.reading.names_in(sentence):
        if any(m.start < name.end and name.start < m.end for m in known):
            continue
        parts = name.text.split()
        if parts[0] in _NOT_PRODUCTS or name.text.replace("’", "'").removesuffix("'s") in _NOT_PRODUCTS:
            continue
        if sentence.kind == "heading" and name.text.istitle():
            continue
        yield name


def _is_product(text: str, sentence: Sentence, name: Mention) -> bool:
    before = text[sentence.start : name.start]
    after = _THEN_CAPABLE.match(text, name.end, sentence.end)
    clause = clause_at(text, sentence, name.start)
    leads = [match.end() for match in _LIST_LEADS.finditer(text, clause.start, name.start)]
    if leads and _only_names(text[leads[-1] : name.start]):
        return True
    if not before.strip(" \"'“(*_"):  # the first word of a sentence is capitalised anyway
        return after is not None and _is_name_at_start(text, sentence, name)
    if after is not None:
        return True
    return (
        _USING.search(before) is not None
        and _looks_branded(name.text)
        and bool(_TOOLISH.search(text, sentence.start, sentence.end))
    )


def _only_names(between: str) -> bool:
    """True if nothing but names, commas and "and" stands between "tools like" and the name."""
    return all(
        word[:1].isupper() or word.lower() in ("and", "or", "the", "")
        for word in re.split(r"[\s,]+", between)
    )


def _is_name_at_start(text: str, sentence: Sentence, name: Mention) -> bool:
    first = name.text.split()[0]
    if _looks_branded(name.text):
        return not _COMMON_STARTS.fullmatch(first)
    if (
        _COMMON_STARTS.fullmatch(first)
        or first.lower().endswith("s")
        or (" " in name.text and not name.text.istitle())
    ):
        return False
    elsewhere = re.search(rf"(?<![\w]){re.escape(first.lower())}(?!\w)", text)
    return elsewhere is None and bool(_TOOLISH.search(text, sentence.start, sentence.end))


def _looks_branded(name: str) -> bool:
    """True if the spelling itself says name: several capitals, a capital inside, a figure, or two capitalised words."""
    words = name.split()
    return len([w for w in words if w[:1].isupper()]) > 1 or bool(re.search(r"[a-z][A-Z]|[A-Z]{2}|\d", name))


def _known_tools(page: CheckInput) -> str:
    return ", ".join(dict.fromkeys(r.name for r in page.sheet.evidence if r.kind is EvidenceKind.TOOL))


def _capabilities(page: CheckInput) -> Iterator[Finding]:
    for claim in tool_claims(page):
        if claim.negated:
            continue
        missing = unsupported_part(claim)
        if missing is not None:
            yield finding(
                page,
                Names.name,
                missing.start,
                missing.end,
                f"no record of {claim.record.name} says that it does this",
                expected="; ".join(claim.record.does),
                fact=claim.record.id,
            )


def _market(page: CheckInput) -> Iterator[Finding]:
    """Rank, share or accuracy of a product: nothing on a sheet measures it unless a record says so."""
    text = page.reading.text
    claims = tool_claims(page, every=True)
    for claim in claims:
        match = _MARKET.search(text, claim.start, claim.end)
        if match and not _said_by(claim, match[0]):
            yield finding(
                page,
                Names.name,
                match.start(),
                match.end(),
                f"no record ranks {claim.record.name} or measures how widely or how well it works",
                fact=claim.record.id,
            )


def _said_by(claim: ToolClaim, words: str) -> bool:
    held = " ".join((*claim.record.does, claim.record.note, claim.record.finding)).lower()
    return words.lower() in held


def _dead(page: CheckInput) -> Iterator[Finding]:
    text = page.reading.text
    for mention in page.mentions:
        record = page.sheet.record(mention.ref) if mention.kind == "tool" else None
        sentence = page.reading.sentence_at(mention.start)
        if record is None or sentence is None or record.kind is not EvidenceKind.TOOL:
            continue
        fault = _fault(record, page)
        if fault and not _PAST.search(text, sentence.start, sentence.end):
            severity = Severity.WARNING if record.product_status == "renamed" else Severity.ERROR
            yield finding(
                page,
                Names.name,
                mention.start,
                mention.end,
                f"{record.name} {fault}",
                severity=severity,
                fact=record.id,
            )


def _fault(record: Evidence, page: CheckInput) -> str:
    if record.product_status == "discontinued":
        return "is discontinued: no present tense"
    if record.product_status == "renamed":
        return "was renamed: use its present name"
    if not record.confirmed:
        return "is on a record that nobody could confirm"
    if not record.usable_on(page.today):
        return f"was last checked on {record.checked_on}; its record expired on {record.expires_on}"
    return ""


CHECK = Names()
