"""Writes the last sentence: the answer once more, with figures that the page has already shown."""

from __future__ import annotations

from collections.abc import Mapping

from writer.domain.drafts import SectionReply
from writer.domain.facts import FactSheet
from writer.domain.outlook import GrowthTier, Verdict
from writer.domain.sections import SectionBrief
from writer.llm.offline.phrases import NOTHING, above, count, paragraph, reply, says
from writer.llm.offline.plan import Character, PagePlan, plan_page

JOBS: Mapping[GrowthTier, str] = {
    GrowthTier.STEEP_DECLINE: "jobs are projected to fall steeply",
    GrowthTier.DECLINE: "jobs are projected to fall",
    GrowthTier.FLAT: "the number of jobs is projected to stay almost level",
    GrowthTier.GROWTH: "jobs are projected to grow",
    GrowthTier.FAST_GROWTH: "jobs are projected to grow",
}
OF_ALL = f"{count('tasks.above')} of {count('tasks.total')} tasks"


def write(brief: SectionBrief) -> SectionReply:
    """Return one sentence; nothing where neither tasks nor jobs are measured."""
    sheet = brief.sheet
    plan = plan_page(sheet)
    jobs = JOBS.get(sheet.outlook.growth_tier) if sheet.outlook is not None else None
    if sheet.outlook is None or jobs is None or plan.character is Character.NOTHING:
        return NOTHING
    whose = " for the wider group that you are counted in" if plan.pooled else ""
    text = _sentence(sheet, plan, sheet.outlook.verdict, jobs + whose)
    cites = ("bls.growth.2024-34", "outlook.verdict", "tasks.above", "tasks.zero")
    return reply(paragraph(says(text, "data", *cites)))


def _sentence(sheet: FactSheet, plan: PagePlan, verdict: Verdict, jobs: str) -> str:
    """Choose the sentence by verdict and by what the index of use says."""
    growing = above(sheet, "bls.growth.2024-34", 0)
    if verdict is Verdict.OPEN and not above(sheet, "tasks.above", 0):
        return (
            f"Without an exposure figure the answer stays open: no measurable AI use on any task, and {jobs}."
        )
    if verdict is Verdict.OPEN:
        return f"The answer is open until somebody measures the whole occupation: {OF_ALL} show AI use, and {jobs}."
    if verdict is Verdict.MOSTLY:
        return (
            f"Mostly, says the evidence: observed exposure stands at [[aei.exposure]], and {jobs}."
            if sheet.known("aei.exposure")
            else f"An outlook score of [[outlook.headline]] sums it up, and {jobs}."
        )
    if not sheet.known("outlook.headline"):
        return f"In part, and for want of agreement no score: AI use is on record for {OF_ALL}, and {jobs}."
    if plan.character is Character.SILENT:
        return (
            "The evidence leans to no, with an outlook score of [[outlook.headline]]: no measurable AI use on any "
            f"task, and {jobs}."
            if growing
            else "No measurable AI use on any task, an outlook score of [[outlook.headline]], but "
            f"{jobs}: the evidence leans to no, which is no promise of work."
        )
    if plan.character is Character.UNCOUNTED:
        return f"A zero for the occupation hides the fact that {OF_ALL} show AI use; in part, then, while {jobs}."
    if verdict is Verdict.NO:
        return f"No, as far as the evidence goes: AI use is on record for {OF_ALL}, and {jobs}."
    if verdict is Verdict.UNLIKELY:
        return f"AI shows up in {OF_ALL}, while {jobs}, and on balance the evidence leans to no."
    if above(sheet, "aei.exposure", 50):
        return f"AI is used in much of this work, to an observed exposure of [[aei.exposure]], and even so {jobs}."
    return f"Some of the work is exposed, with an outlook score of [[outlook.headline]], and {jobs}."
