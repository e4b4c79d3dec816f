"""Writes the last sentence: the answer once more, with figures that the page has already shown."""

from __future__ import annotations

from collections.abc import Mapping

from writer.domain.drafts import SectionReply
from writer.domain.facts import FactSheet
from writer.domain.outlook import GrowthTier, Verdict
from writer.domain.sections import SectionBrief
from writer.llm.offline.phrases import NOTHING, count, paragraph, reply, says
from writer.llm.offline.plan import Character, PagePlan, plan_page

JOBS: Mapping[GrowthTier, str] = {
    GrowthTier.STEEP_DECLINE: "jobs are projected to fall steeply",
    GrowthTier.DECLINE: "jobs are projected to fall",
    GrowthTier.FLAT: "the number of jobs is projected to stay almost level",
    GrowthTier.GROWTH: "jobs are projected to grow",
    GrowthTier.FAST_GROWTH: "jobs are projected to grow",
}


def write(brief: SectionBrief) -> SectionReply:
    """Return one sentence; nothing where neither tasks nor jobs are measured."""
    sheet = brief.sheet
    plan = plan_page(sheet)
    jobs = JOBS.get(sheet.outlook.growth_tier) if sheet.outlook is not None else None
    if sheet.outlook is None or jobs is None or plan.character is Character.NOTHING:
        return NOTHING
    text = _sentence(sheet, plan, sheet.outlook.verdict, jobs)
    return reply(paragraph(says(text, "data", "bls.growth.2024-34", "outlook.verdict")))


def _sentence(sheet: FactSheet, plan: PagePlan, verdict: Verdict, jobs: str) -> str:
    """Choose the sentence by verdict and by what the index of use says."""
    whose = "in the group that BLS counts you with" if plan.pooled else "in your occupation"
    if verdict is Verdict.OPEN:
        if sheet.number("tasks.above") == 0:
            return (
                f"The answer stays open for want of an exposure figure, with no measurable AI use on any of your "
                f"tasks, and {jobs} {whose}."
            )
        return (
            f"Until an exposure figure is published the answer stays open: {count('tasks.above')} of "
            f"{count('tasks.total')} tasks show AI use, and {jobs} {whose}."
        )
    if verdict is Verdict.MOSTLY:
        return (
            f"With an observed exposure of [[aei.exposure]] and an outlook score of [[outlook.headline]], much of the "
            f"work is within AI's reach, and {jobs}."
        )
    if plan.character is Character.SILENT:
        joint = "while" if jobs.endswith("fall") else "and"
        return (
            f"No measurable AI use on any of your tasks, an outlook score of [[outlook.headline]], {joint} {jobs}: "
            "that points to no, without proving it."
        )
    if plan.character is Character.UNCOUNTED:
        return (
            f"Part of the work shows AI use, {count('tasks.above')} tasks in all, although the exposure figure for "
            f"the occupation is zero, and {jobs}."
        )
    if verdict is Verdict.NO:
        return (
            f"AI use is on record for {count('tasks.above')} of {count('tasks.total')} tasks, which is too little to "
            f"replace you; the pressure to watch is that {jobs}."
        )
    if verdict is Verdict.UNLIKELY:
        return (
            f"AI is in {count('tasks.above')} of {count('tasks.total')} tasks by the Index's count, and still the "
            f"evidence leans to no, because {jobs} {whose}."
        )
    if sheet.outlook is not None and sheet.outlook.headline is not None:
        return (
            f"Some of the job is exposed, and some is not: observed exposure of [[aei.exposure]] goes with an outlook "
            f"score of [[outlook.headline]], and {jobs} {whose}."
        )
    return f"Part of the job is exposed to AI, and {jobs} {whose}, which together make a plain answer impossible."
