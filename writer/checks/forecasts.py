"""The future: no date, year, span of time or probability that no fact gives, and no claim about every tool or task.

A projection that the sheet holds may be told with its own years and its own ten years. Anything else about what will
be, and what can never be, is nobody's fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from writer.checks.base import CheckInput, finding
from writer.checks.frames import any_of, clause_at, cues, find, phrase_list, trimmed
from writer.claims.index import years_of
from writer.domain.findings import Finding, Severity
from writer.language.sentences import Sentence

_NUMBER = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty|"
    r"fifty|a couple of|a few|several|a dozen|a handful of|half a)"
)
_UNIT = r"(?:months?|years?|decades?|quarters?|generations?|weeks?)"
_SPAN = rf"{_NUMBER}(?:(?: to | or |-to-|–|-|—){_NUMBER})?(?:[ -](?:more|odd|or so))?[ -]{_UNIT}"
_SPANS = cues(
    rf"(?:(?:for|in|within|over|during|through|inside|after|under|less than|more than|at least) )?(?:(?:the|about|"
    rf"around|roughly|perhaps|maybe|another|just|at least|as little as) )*(?:next|coming|following) (?:{_SPAN}|"
    rf"{_UNIT})",
    rf"(?:in|within|inside|under|in under|in less than) (?:(?:the|about|around|roughly|perhaps|maybe|another|just|"
    rf"as little as) )*{_SPAN}(?: from now|'? time)?",
    rf"{_SPAN} (?:from now|away|off|out|down the road|down the line)",
    rf"(?:for )?(?:at least )?(?:another|a further) {_SPAN}",
    rf"(?:at least |about |maybe |perhaps )?{_NUMBER}(?: (?:to|or) {_NUMBER})? more {_UNIT}",
    r"(?:by|before|toward|towards|until) the end of (?:the|this) (?:decade|century|year)",
    r"within (?:a|the|this|our|your) (?:decade|generation|lifetime|year|career)",
)
_PAST = cues(
    rf"(?:about |around |roughly |nearly |almost |just |only )?{_SPAN} ago",
    rf"(?:in|over|during|for|within) the (?:last|past|previous) (?:{_SPAN}|decade|few (?:years|months))",
)
_VAGUE = cues(
    *phrase_list(
        """(?:any ?time )?soon(?: enough)?, before long, in the near (?:future|term), in the (?:coming|next few) years,
    in the years (?:ahead|to come), for (?:years|decades) to come, for the foreseeable future,
    in the foreseeable future, sooner or later, eventually, within years, in a matter of (?:years|months),
    one day, for years yet, a matter of time, for generations"""
    )
)
_FUTURE = cues(
    r"will|won't|\w+'ll|likely|unlikely|expected|could|may|might|would|shall|expect|isn't going|aren't going",
    r"(?:is|are|'s|'re) (?:not )?(?:going|set|bound|poised|about|due|certain|sure|projected|on track) to",
)
_ACTOR = cues(
    *phrase_list(
        """AI, tools?, software, automation, automated, machines?, robots?, algorithms?, technology, chatbots?, models?,
    systems?, agents?, replace[sd]?, penetration, exposure, taken? over, obsolete, disappear, vanish, scribes?,
    assistants?, generators?, bots?, drones?"""
    )
)
_YEAR = re.compile(r"(?<![\w$.,/-])(?:19|20|21)\d\d(?!\w|[,.]\d)")
_BY_YEAR = cues(
    r"(?:by|before|until|till|from|after|in|through|around|circa|as early as|no later than|come) (?:about |"
    r"around |the year |early |late |mid-?)?(?P<year>20\d\d|21\d\d)(?!s)"
)
_DECADE = cues(
    r"(?:by|in|before) the (?:(?:early|mid|late|end of the|middle of the|start of the)[ -])?(?P<year>20\d0|21\d0)s"
)
_ODDS = cues(
    rf"(?:a |an )?(?:\d+(?:\.\d+)?(?:%| percent| per cent)|fifty-fifty|{_NUMBER}[ -]in[ -]\w+|even) (?:chance|"
    rf"probability|likelihood|odds|risk)",
    r"(?:chance|probability|likelihood|odds|risk) (?:of [\w -]{1,40} )?(?:is|are|at|stands? at|"
    r"sits? at) (?:about |around |roughly )?(?:\d|fifty|even|one in)",
)
_GONE = any_of(
    """replaced by, taken over by, displaced by, automated away, wiped out, made obsolete, become obsolete, disappear,
    vanish, cease to exist"""
)
_ENDS = any_of(
    """take over, eliminate, wipe out, displace, do away with, make obsolete, absorb, swallow, handle most,
    handle the majority, handle all, write most, do most, halve, cut"""
)
_DISPLACED = cues(
    rf"will (?:soon |eventually |inevitably |increasingly |likely |"
    rf"probably )*(?:be )?{_GONE}",
    rf"(?:AI|automation|machines?|robots?|software|algorithms?|chatbots?) (?:tools? |systems? )?(?:will|"
    rf"is going to|are going to|is set to|is about to|is poised to) (?:soon |eventually |inevitably |likely |"
    rf"probably |increasingly "
    rf")*{_ENDS}",
)
_UNIVERSAL = cues(
    r"no (?:AI |current |existing |automated |single |other )*(?:tools?|software|systems?|models?|machines?|"
    r"algorithms?|apps?|robots?|technology|AI|program|product|platform)(?: on the market| in existence| available|"
    r" today| out there| anywhere| yet| known)* (?:can|could|will|is able|are able|does|do|has|have|comes?|"
    r"replicates?|matches|understands?|replaces?|handles?)",
    r"(?:AI|machines?|software|algorithms?|robots?|automation|tools?) (?:can|could|will|would) never",
    r"(?:can't|cannot|can never|could never|will never|won't ever|could not) (?:ever )?be (?:fully |entirely |"
    r"truly |completely |easily )*(?:automated|replicated|replaced|outsourced to (?:AI|a machine|software)|"
    r"done by (?:AI|a machine|software|machines)|taken over|coded|digitized|digitised)",
    r"impossible (?:for (?:AI|a machine|software|machines|any machine|any tool)|to automate|to replace|to replicate)",
    r"(?:every|each|all) (?:single )?(?:one )?(?:of )?(?:the |your |these |its |those )?(?:\d+ |\w+teen |ten |"
    r"twelve |eleven |core )*(?:tasks?|duties|duty|part|parts|aspects?|piece|activity|activities)(?: in (?:your|"
    r"the|this) (?:job|role|work)| of (?:your|the|this) (?:job|role|work)| here| on the list)* (?:requires?|"
    r"needs?|demands?|depends? on|calls? for|involves?|relies on|rely on|hinges? on|takes?)",
    r"AI will (?:never|always)",
    r"(?:nobody|no one|no-one) (?:can|will|could) (?:ever )?(?:replace|automate|replicate|teach|build|code)",
    r"(?:will|would) never (?:replace|automate|take over|master|learn|match)",
    r"there (?:is|will be) no (?:AI|tool|software|substitute|machine)[\w ]{0,20} (?:that|which|for)",
    r"(?:always|forever) (?:need|require|be needed|remain human|belong to)",
    r"un-?automatable",
    r"(?:nothing|no AI|no machine) (?:can|could|will) (?:ever )?(?:replace|automate|replicate|touch|match)",
)


class Forecasts:
    """What is said of the future and of all times."""

    name = "forecasts"
    house = False

    def __call__(self, page: CheckInput) -> list[Finding]:
        """Return the forecasts that no fact gives, and universal claims."""
        found = [
            *_years(page),
            *_spans(page),
            *_past(page),
            *_odds(page),
            *_displaced(page),
            *_universals(page),
        ]
        return sorted(found, key=lambda item: item.start)


def _years(page: CheckInput) -> Iterator[Finding]:
    text, known = page.reading.text, known_years(page)
    for pattern in (_BY_YEAR, _DECADE):
        for sentence, match in find(pattern, text, page.reading.sentences):
            year = int(match["year"])
            held = any(year <= k <= year + 9 for k in known) if pattern is _DECADE else year in known
            if held or year <= page.today.year or not _speaks_of_future(text, sentence):
                continue
            clause = clause_at(text, sentence, match.start())
            yield finding(
                page,
                Forecasts.name,
                match.start(),
                trimmed(text, max(match.end(), clause.end)),
                f"no fact reaches to {match['year']}",
                expected=_periods(known),
            )


def known_years(page: CheckInput) -> frozenset[int]:
    """Return the years that the sheet's facts speak of."""
    years: set[int] = set()
    for row in page.index.rows:
        years |= {year for year in (row.first_year, row.last_year) if year is not None}
        if row.text:
            years |= {year for year in years_of(row.text) if year is not None}
    return frozenset(years)


def _periods(known: frozenset[int]) -> str:
    return f"the sheet's years are {', '.join(str(year) for year in sorted(known))}" if known else ""


def _speaks_of_future(text: str, sentence: Sentence) -> bool:
    return (
        _FUTURE.search(text, sentence.start, sentence.end) is not None
        or _ACTOR.search(text, sentence.start, sentence.end) is not None
    )


def _spans(page: CheckInput) -> Iterator[Finding]:
    text = page.reading.text
    for sentence, match in find(_SPANS, text, page.reading.sentences):
        if _is_projection(page, match[0]) or not _forecasting(text, sentence, match):
            continue
        yield finding(
            page,
            Forecasts.name,
            match.start(),
            match.end(),
            f'no fact gives "{match[0]}": say what would have to change, not when',
        )
    for sentence, match in find(_VAGUE, text, page.reading.sentences):
        clause = clause_at(text, sentence, match.start())
        if _ACTOR.search(text, clause.start, clause.end) and _FUTURE.search(text, clause.start, clause.end):
            yield finding(
                page, Forecasts.name, match.start(), match.end(), f'no fact says when: leave out "{match[0]}"'
            )


def _past(page: CheckInput) -> Iterator[Finding]:
    """A span of past time: the sheet's figures start where its first period does."""
    for _, match in find(_PAST, page.reading.text, page.reading.sentences):
        yield finding(
            page, Forecasts.name, match.start(), match.end(), f'no fact reaches back: leave out "{match[0]}"'
        )


def _is_projection(page: CheckInput, words: str) -> bool:
    """True if the span is that of a projection on the sheet ("over the next ten years", "the coming decade")."""
    lengths = {
        row.last_year - row.first_year for row in page.index.rows if row.first_year and row.last_year
    } - {0}
    said = words.lower()
    if re.search(r"\b(?:the (?:next|coming|following)|a|one) decade\b|\bend of the decade\b", said):
        return 10 in lengths and "within" not in said
    return any(
        re.search(rf"(?<![\w-])(?:{length}|{_WORDS.get(length, length)})[ -]years?", said)
        for length in lengths
    ) and not re.search(r"\bto\b|-to-|–| or ", said)


_WORDS = {5: "five", 10: "ten", 8: "eight", 20: "twenty"}


def _forecasting(text: str, sentence: Sentence, match: re.Match[str]) -> bool:
    if re.search(r"\b(?:next|coming|from now|away|another|further|more|off)\b", match[0], re.IGNORECASE):
        return True
    return _FUTURE.search(text, sentence.start, sentence.end) is not None


def _odds(page: CheckInput) -> Iterator[Finding]:
    for _, match in find(_ODDS, page.reading.text, page.reading.sentences):
        yield finding(page, Forecasts.name, match.start(), match.end(), "no fact gives a probability")


def _displaced(page: CheckInput) -> Iterator[Finding]:
    text = page.reading.text
    for sentence, match in find(_DISPLACED, text, page.reading.sentences):
        if text[sentence.start : sentence.end].rstrip().endswith("?") or re.search(
            r"\bwon't|will not|not\b", match[0]
        ):
            continue
        yield finding(
            page, Forecasts.name, match.start(), match.end(), "no fact says what AI will do to this work"
        )


def _universals(page: CheckInput) -> Iterator[Finding]:
    text = page.reading.text
    for sentence, match in find(_UNIVERSAL, text, page.reading.sentences):
        if text[sentence.start : sentence.end].rstrip().endswith("?"):
            continue
        severity = (
            Severity.WARNING
            if re.match(r"(?:nobody|no one|no-one)", match[0], re.IGNORECASE)
            else Severity.ERROR
        )
        yield finding(
            page,
            Forecasts.name,
            match.start(),
            match.end(),
            "a claim about every tool, every task or all time: no record can carry it",
            severity=severity,
        )


CHECK = Forecasts()
