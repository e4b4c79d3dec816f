"""Writes what would change the answer: conditions that can be watched, never a date or a probability."""

from __future__ import annotations

from collections.abc import Mapping

from writer.domain.drafts import ReplyBlock, ReplySentence, SectionReply
from writer.domain.facts import FactSheet
from writer.domain.outlook import GrowthTier
from writer.domain.sections import SectionBrief
from writer.llm.offline.phrases import NOTHING, above, attributed, ids, labels, nouns, paragraph, reply, says
from writer.llm.offline.plan import Character, PagePlan, plan_page, rated

#: What a later projection would do to the answer, by what the present one says.
DEMAND: Mapping[GrowthTier, str] = {
    GrowthTier.STEEP_DECLINE: "On jobs the direction is already set in the projection to [[bls.target_year]]; it "
    "would take a new edition with a smaller fall to soften this answer.",
    GrowthTier.DECLINE: "The projection to [[bls.target_year]] points down without AI use to match it, so a steeper "
    "fall in the next edition would count against you even if the Index stayed where it is.",
    GrowthTier.FLAT: "BLS sees employment as good as unchanged by [[bls.target_year]], which leaves little demand to "
    "make up for tasks that AI might take on.",
    GrowthTier.GROWTH: "BLS expects employment to grow to [[bls.target_year]]; if a later edition took that back, "
    "the answer would lose one of its supports.",
    GrowthTier.FAST_GROWTH: "Growth to [[bls.target_year]] carries much of this answer, and a later edition that cut "
    "it would weigh as heavily as a jump in AI use.",
}


def write(brief: SectionBrief) -> SectionReply:
    """Return two or three paragraphs; nothing without tasks and without a projection."""
    sheet = brief.sheet
    plan = plan_page(sheet)
    if plan.character is Character.NOTHING:
        return NOTHING
    stated = paragraph(*_stated(plan))
    sign = paragraph(*_sign(sheet, plan))
    jobs = paragraph(_demand(sheet, plan), _no_date(plan))
    return reply(stated, sign, jobs) if plan.records.future else reply(sign, stated, jobs)


def _stated(plan: PagePlan) -> list[ReplySentence | None]:
    """Tell what the agency says, in the words of its records."""
    told: list[ReplySentence | None] = []
    for statement in plan.records.future[:2]:
        told.append(says(attributed(" ".join(statement.sentences)), "evidence", statement.record.id))
    group = plan.records.group
    if group is not None:
        told += [says(attributed(sentence), "evidence", group.record.id) for sentence in group.sentences]
    return told


def _sign(sheet: FactSheet, plan: PagePlan) -> list[ReplySentence | None]:
    """Name the tasks on which recorded use would be news."""
    tasks = plan.named("future", "next")
    strong = bool(tasks) and len(rated(tasks, 100, 100)) == len(tasks)
    gap = _gap(sheet, plan)
    if not tasks:
        return [gap]
    if plan.character is Character.HEAVY:
        return [
            says(
                f"With so much use recorded already, the tasks to watch are the ones still at zero, {nouns(tasks)} "
                "for instance.",
                "task",
                *ids(tasks),
            ),
            says(
                "If they began to show use as well, less of the job would be left for the answer to rest on.",
                "judgement",
            ),
            gap,
        ]
    if plan.character in (Character.SILENT, Character.LIGHT):
        return [
            gap,
            says(
                f"The news to look for in the next release of the Index is a value above zero on {labels(tasks)}"
                + ("." if not strong else ", where theory already gives AI the highest rating."),
                "task",
                *ids(tasks),
            ),
            says("If it appeared there, the gap would have begun to close.", "judgement") if gap else None,
        ]
    return [
        says(
            f"A change would show up first as recorded use where there is none that counts: {labels(tasks)}"
            + (" are tasks on which raters gave AI most room." if strong and len(tasks) > 1 else "."),
            "task",
            *ids(tasks),
        ),
        gap,
    ]


def _gap(sheet: FactSheet, plan: PagePlan) -> ReplySentence | None:
    """Set theory against observed use, in the words that the distance allows."""
    theory, seen = sheet.number("eloundou.exposure"), sheet.number("aei.exposure")
    if theory is None:
        return None
    if seen is None:
        return says(
            "Theoretical exposure, a rating of what AI could speed up, is [[eloundou.exposure]]; should the Index ever "
            "publish an observed figure for the occupation, the answer above could be replaced by a firm one."
        )
    if seen > theory:
        return says(
            "Recorded use has outrun the theoretical rating of [[eloundou.exposure]], so that rating is no ceiling."
        )
    if theory - seen >= 30:
        return says(
            "What could change the answer is the distance between use on record and a theoretical exposure of "
            "[[eloundou.exposure]]."
        )
    return says("In theory, too, exposure is limited: the rating stands at [[eloundou.exposure]].")


def _demand(sheet: FactSheet, plan: PagePlan) -> ReplySentence | None:
    tier = sheet.outlook.growth_tier if sheet.outlook is not None else GrowthTier.UNKNOWN
    sentence = DEMAND.get(tier)
    if sentence is None:
        return None
    if tier is GrowthTier.DECLINE and above(sheet, "tasks.above", 0):
        sentence = (
            "BLS projects fewer jobs by [[bls.target_year]], and a steeper fall in its next edition would count "
            "against you whatever the Index recorded."
        )
    return says(sentence, "data", "bls.growth.2024-34")


def _no_date(plan: PagePlan) -> ReplySentence:
    if plan.character is Character.HEAVY:
        return says("How fast any of this would go is not in the data.", "judgement")
    return says("No source on this page puts a date on any of it, and neither does this page.", "judgement")
