"""Tools and organisations: only known names, only with what their records say they do, and no rank in the market.

A name is known if it is a record, a source, the subject or a comparator of the sheet. What looks like a product and
is said to do something, or stands in a list behind "tools like", must be known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from writer.checks.base import CheckInput, finding
from writer.checks.frames import any_of, clause_at, cues, phrase_list
from writer.checks.tools import ToolClaim, tool_claims, unsupported_part
from writer.checks.unknown import branded, opens, surely_a_name, unknown_names
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
    tracks, monitors, manages, is used"""
)
_IS_TOOL = (
    r"(?:is|are) (?:a|an|another|the|one|just another) (?:[\w-]+ ){0,3}(?:tools?|suites?|platforms?|apps?|"
    r"plug-?ins?|software|"
    r"services?|systems?|products?|assistants?|models?|programs?|editors?|generators?|scribes?|chatbots?)"
)
_THEN_CAPABLE = cues(
    rf",? (?:(?:also|already|even|now|both|which|that|and [A-Z][\w]+) )*(?:{_CAPABLE}|{_IS_TOOL})",
    whole=False,
)
_DIGITAL = cues(  # what programs do; a person's name seldom stands before these words
    r" (?:now |already |also )?(?:automates|generates|drafts|transcribes|summari[sz]es|analy[sz]es|detects|"
    r"extracts|renders)",
    whole=False,
)
_VERB = re.compile(
    r"\s+(?:(?:also|now|already|even|can|will|could)\s+)?[a-z]+(?<!s)s\s"
)  # a verb, as after a singular name
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
    (?:used|trusted|adopted) by (?:about |roughly |nearly |over )?(?:\w+ (?:in|out of) \w+|half|two-thirds|\d+),
    ubiquitous, everyone uses, the gold standard, outperforms?, more accurate(?:ly)? than, near-perfect accuracy,
    never makes (?:a )?mistakes?, error-free, flawless(?:ly)?"""
    )
)
_PAST = cues(
    r"was|were|used to|until|formerly|once|no longer|discontinued|renamed|withdrawn|since renamed|retired"
)
_WITHIN = cues(
    r"(?:in|of|from|at|for|near|across|to|by|on|than|about|under|around|outside) (?:the )?$", whole=False
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
    """Unknown products; those of one list are one finding."""
    text = page.reading.text
    for sentence in page.reading.sentences:
        if sentence.kind == "row":
            continue
        run: list[Mention] = []
        for name in unknown_names(page, sentence):
            if not _is_product(page, sentence, name):
                continue
            if run and not _only_names(text[run[-1].end : name.start]):
                yield _named(page, run)
                run = []
            run.append(name)
        if run:
            yield _named(page, run)


def _named(page: CheckInput, run: list[Mention]) -> Finding:
    names = " and ".join(name.text for name in run)
    return finding(
        page,
        Names.name,
        run[0].start,
        run[-1].end,
        f"no record on the sheet for {names}: name only tools that were checked",
        expected=_known_tools(page),
    )


def _is_product(page: CheckInput, sentence: Sentence, name: Mention) -> bool:
    text = page.reading.text
    before = text[sentence.start : name.start]
    clause = clause_at(text, sentence, name.start)
    leads = [match.end() for match in _LIST_LEADS.finditer(text, clause.start, name.start)]
    if leads and _only_names(text[leads[-1] : name.start]):
        return True
    toolish = _TOOLISH.search(text, sentence.start, sentence.end) is not None
    frame = _THEN_CAPABLE.match(text, name.end, sentence.end)
    if re.search(r"[a-z][A-Z]", name.text) and _VERB.match(text, name.end, sentence.end):
        return True
    capable = frame is not None and (frame[0].startswith(",") or not _WITHIN.search(before))
    if opens(text, sentence, name):
        digital = _DIGITAL.match(text, name.end, sentence.end) is not None and bool(_known_tools(page))
        return capable and surely_a_name(text, name) and (toolish or branded(name.text) or digital)
    return capable or (_USING.search(before) is not None and branded(name.text) and toolish)


def _only_names(between: str) -> bool:
    """True if nothing but names, commas and "and" stands between "tools like" and the name."""
    return all(
        word[:1].isupper() or word.lower() in ("and", "or", "the", "")
        for word in re.split(r"[\s,]+", between)
    )


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
        fault = _fault(record, mention.text, page)
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


def _fault(record: Evidence, said: str, page: CheckInput) -> str:
    if record.product_status == "discontinued":
        return "is discontinued: no present tense"
    if record.product_status == "renamed" and said.lower() != record.name.lower():
        return "was renamed: use its present name"
    if not record.confirmed:
        return "is on a record that nobody could confirm"
    if not record.usable_on(page.today):
        return f"was last checked on {record.checked_on}; its record expired on {record.expires_on}"
    return ""


CHECK = Names()
