"""Writes the job market: the most unusual figure first, then what the others add, then causes in the agency's name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from writer.domain.drafts import SLOT, ReplySentence, SectionReply
from writer.domain.facts import FactSheet
from writer.domain.outlook import GrowthTier
from writer.domain.sections import SectionBrief
from writer.llm.offline.market_follow import (
    consequence,
    follow_growth,
    follow_size,
    follow_wage,
)
from writer.llm.offline.market_leads import (
    Sentences,
    Topic,
    lead_growth,
    lead_openings,
    lead_wage,
    number,
    tier,
)
from writer.llm.offline.market_openings import follow_openings
from writer.llm.offline.phrases import paragraph, reply, says
from writer.llm.offline.plan import PagePlan, plan_page
from writer.llm.offline.records import Statement
from writer.llm.offline.scopes import counted_together, row_name

TOPICS: dict[str, Topic] = {
    "bls.growth.2024-34": "growth",
    "bls.employment.2024": "growth",
    "bls.openings.share": "openings",
    "bls.wage.2024": "wage",
}
REQUIRED = ("bls.growth.2024-34", "bls.employment.2024", "bls.change.2024-34", "bls.openings.2024-34")
CAUSES = frozenset({"decline_cause", "growth_cause", "segment"})
SHORT = 2  # sentences; fewer are no paragraph
FACTORS = "factors affecting"  # the agency's table of factors, in the title of its record
_ADDED = re.compile(r"\bit add(?P<past>ed|s) that\b", re.IGNORECASE)


def write(brief: SectionBrief) -> SectionReply:
    """Return two or three paragraphs; no blocks where BLS publishes no projection."""
    sheet = brief.sheet
    if not sheet.known(*REQUIRED):
        return reply()
    plan = plan_page(sheet)
    lead = _lead_topic(sheet, plan)
    first = [*_whose(sheet), *_LEADS[lead](sheet)]
    first += follow_growth(sheet, _told(first))
    first += follow_size(sheet, _told(first))
    second = follow_openings(sheet, _told(first))
    second += follow_wage(sheet, _told([*first, *second]))
    second += consequence(sheet)
    causes = _causes(sheet, plan)
    if lead == "growth" and len(causes) == 1:
        return reply(paragraph(*first, *causes), paragraph(*second))
    if lead == "growth":
        return reply(paragraph(*first), paragraph(*causes), paragraph(*second))
    if len(second) < SHORT or len(causes) < SHORT:
        return reply(paragraph(*first), paragraph(*second, *causes))
    return reply(paragraph(*first), paragraph(*second), paragraph(*causes))


_LEADS: dict[Topic, Callable[[FactSheet], Sentences]] = {
    "growth": lead_growth,
    "size": lead_growth,
    "openings": lead_openings,
    "wage": lead_wage,
}


def _lead_topic(sheet: FactSheet, plan: PagePlan) -> Topic:
    """Return what is most unusual; a steep change of employment goes before everything else."""
    if tier(sheet) is GrowthTier.STEEP_DECLINE:
        return "growth"
    found: list[Topic] = [TOPICS[name] for name in plan.striking if name in TOPICS and sheet.known(name)]
    return found[0] if found else "growth"


def _told(sentences: Iterable[ReplySentence]) -> frozenset[str]:
    return frozenset(slot[1] for sentence in sentences for slot in SLOT.finditer(sentence.text))


def _whose(sheet: FactSheet) -> Sentences:
    """Say first whose figures these are, where they are not this occupation's own."""
    row = row_name(sheet)
    if not row:
        return []
    if counted_together(sheet):
        return [
            says(
                f"BLS has no figures for {sheet.subject.plural} alone; those here are of {row} together.",
                "data",
                "bls.employment.2024",
            )
        ]
    return [
        says(
            f"The figures here are those of a wider BLS row, {row}, of which {sheet.subject.plural} are a "
            "part.",
            "data",
            "bls.employment.2024",
        )
    ]


def _causes(sheet: FactSheet, plan: PagePlan) -> Sentences:
    """Tell causes and segments in the agency's name; of AI as a cause only that a later part tells it."""
    held = [statement for statement in plan.records.job_market if CAUSES & set(statement.record.topics)]
    said: Sentences = _pointer(plan)
    for statement in held[:2]:
        said += [says(_standing(text), "evidence", statement.record.id) for text in statement.sentences]
    if not said and number(sheet, "bls.growth.2024-34") < 0:
        return [
            says(
                "We hold no statement from the agency on a cause, so the decline stands here without an "
                "explanation.",
                "judgement",
            )
        ]
    if held and any(FACTORS in statement.record.source_title for statement in held):
        said.append(_no_size(held, number(sheet, "bls.growth.2024-34") < 0))
    return said


def _pointer(plan: PagePlan) -> Sentences:
    """Say that the agency names AI among its reasons, so that another reason told here does not seem the only one."""
    for statement in plan.records.future:
        topics = set(statement.record.topics)
        if FACTORS not in statement.record.source_title or not topics & {"decline_cause", "growth_cause"}:
            continue
        if re.search(r"\bAI\b", " ".join(statement.sentences)):
            share = "smaller" if "decline_cause" in topics else "larger"
            return [
                says(
                    f"BLS names AI among its reasons for a {share} share of jobs; a later part of this "
                    "page takes that up.",
                    "evidence",
                    statement.record.id,
                )
            ]
    return []


def _standing(text: str) -> str:
    """Return a sentence that may have followed another with its "it" spelled out."""
    return _ADDED.sub(lambda match: "BLS said that" if match["past"] == "ed" else "BLS says that", text)


def _no_size(held: list[Statement], decline: bool) -> ReplySentence:
    ids = [statement.record.id for statement in held]
    if decline:
        return says(
            "BLS says this of the occupation's share of jobs and gives it no size, so how much of the "
            "decline it explains stays open.",
            "evidence",
            *ids,
        )
    return says(
        "That is about the share of jobs within industries; the agency attaches no size to it.",
        "evidence",
        *ids,
    )
