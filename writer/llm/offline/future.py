"""Writes what would change the answer: conditions that can be watched, never a date or a probability."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from writer.domain.drafts import ReplySentence, SectionReply
from writer.domain.facts import FactSheet
from writer.domain.occupations import Setting, Task
from writer.domain.outlook import GrowthTier, Verdict
from writer.domain.sections import SectionBrief
from writer.llm.offline.phrases import (
    NOTHING,
    above,
    attributed,
    ids,
    labels,
    lower_first,
    nouns,
    paragraph,
    reply,
    says,
)
from writer.llm.offline.plan import Character, PagePlan, plan_page, rated

Sentences = list[ReplySentence | None]
_GROUP = re.compile(r"in its (very high|high|moderate|low|very low) group")

#: What a later projection would do to the answer, by what the present one says.
DEMAND: Mapping[GrowthTier, str] = {
    GrowthTier.STEEP_DECLINE: "Jobs are a second thing to watch: with a steep fall projected to [[bls.target_year]], "
    "only a later edition with a smaller one would soften this answer.",
    GrowthTier.DECLINE: "BLS projects fewer jobs by [[bls.target_year]], and a steeper fall in its next edition would "
    "count against you with or without more AI use on record.",
    GrowthTier.FLAT: "As BLS sees employment almost unchanged by [[bls.target_year]], there is little growth to make "
    "up for any task that AI might take on.",
    GrowthTier.GROWTH: "The other condition is demand: BLS expects employment to grow to [[bls.target_year]], and if "
    "a later edition took that back, the answer would lose a support.",
    GrowthTier.FAST_GROWTH: "The projection deserves watching too, for the growth that BLS expects to "
    "[[bls.target_year]] carries part of this answer.",
}


def write(brief: SectionBrief) -> SectionReply:
    """Return two or three paragraphs; nothing without tasks."""
    sheet = brief.sheet
    plan = plan_page(sheet)
    if plan.character is Character.NOTHING:
        return NOTHING
    sign, jobs = _sign(sheet, plan), _demand(sheet, plan)
    if plan.records.future:
        return reply(paragraph(*_stated(plan), *_ranked(plan)), paragraph(*sign), paragraph(*jobs))
    return reply(paragraph(*sign), paragraph(*_ranked(plan), *jobs))


def _stated(plan: PagePlan) -> Sentences:
    """Tell what the agency says of AI here, in the words of its records."""
    statement = plan.records.future[0]
    text = attributed(" ".join(statement.sentences))
    if text.startswith("BLS names "):
        text = f"Among its reasons for a smaller share of jobs, {text}"
    return [
        says(text, "evidence", statement.record.id),
        *(
            says(attributed(sentence), "evidence", other.record.id)
            for other in plan.records.future[1:2]
            for sentence in other.sentences
        ),
    ]


def _ranked(plan: PagePlan) -> Sentences:
    """Tell the agency's exposure group and set it against the Index, where the two differ."""
    group = plan.records.group
    level = _GROUP.search(group.sentences[0]) if group is not None else None
    if group is None or level is None:
        return []
    first = says(attributed(group.sentences[0]), "evidence", group.record.id)
    caveat = [says(attributed(sentence), "evidence", group.record.id) for sentence in group.sentences[1:2]]
    if plan.character is Character.SILENT and level[1] != "low":
        return [
            first,
            says(
                "So the agency does not put you at the bottom of its comparison, although the Index has nothing on "
                "you to count.",
                "judgement",
                group.record.id,
            ),
        ]
    if level[1] == "low" and plan.character is Character.SILENT:
        return [
            first,
            says("On this occupation, then, agency, ratings and Index do not quarrel.", "judgement"),
        ]
    return [first, *caveat]


def _sign(sheet: FactSheet, plan: PagePlan) -> Sentences:
    """Name the tasks on which recorded use would be news, and the distance between theory and record."""
    tasks = plan.named("future", "next")
    gap = _gap(sheet, plan)
    if not tasks:
        return [gap]
    match plan.character:
        case Character.HEAVY:
            return [*_sign_heavy(tasks), gap]
        case Character.SILENT:
            return [gap, *_sign_silent(tasks, _wide(sheet))]
        case Character.MODERATE if _wide(sheet):
            room = ", where raters saw ample room for AI." if _strong(tasks) else "."
            return [gap, _on(tasks, f"To see it close, look for recorded use on {labels(tasks)}{room}")]
        case Character.MODERATE:
            return [gap, _on(tasks, f"Recorded use on {labels(tasks)} would be a new step.")]
        case Character.UNMEASURED | Character.NOTHING:
            return [
                gap,
                _on(
                    tasks,
                    f"Short of that, recorded use on {labels(tasks)} would say something, because no use is counted "
                    "there at present.",
                ),
            ]
        case Character.LIGHT | Character.UNCOUNTED:
            return [*_sign_other(tasks), gap]


def _on(tasks: Sequence[Task], text: str) -> ReplySentence:
    return says(text, "task", *ids(tasks))


def _strong(tasks: Sequence[Task]) -> bool:
    return len(rated(tasks, 100, 100)) == len(tasks)


def _sign_heavy(tasks: Sequence[Task]) -> Sentences:
    return [
        _on(
            tasks,
            f"So much use is recorded already that the tasks to watch are those still at zero, {nouns(tasks)} for "
            "instance.",
        ),
        says(
            "Use on those as well would leave less of the job for any softer answer to rest on.", "judgement"
        ),
    ]


def _sign_silent(tasks: Sequence[Task], wide: bool) -> Sentences:
    if not wide:
        return [
            _on(tasks, f"A sign to the contrary would be recorded use on {labels(tasks)}."),
            says(
                "Paper and planning would then have moved before the work of the hands.",
                "judgement",
                *ids(tasks),
            )
            if all(task.setting in (Setting.RECORDS, Setting.JUDGEMENT) for task in tasks)
            else None,
        ]
    return [
        _on(
            tasks,
            f"The news to look for in the next release of the Index is a value above zero for {labels(tasks)}.",
        ),
        says("The first such value would not settle the question, but it would reopen it.", "judgement"),
    ]


def _sign_other(tasks: Sequence[Task]) -> Sentences:
    practice = says(
        "Raters already hold that AI could make such work much faster, so the step would be one of practice and not "
        "of principle.",
        "judgement",
        *ids(tasks),
    )
    return [
        _on(tasks, f"This answer would be due for a second look if use were recorded on {labels(tasks)}."),
        practice if _strong(tasks) else None,
    ]


def _wide(sheet: FactSheet) -> bool:
    theory, seen = sheet.number("eloundou.exposure"), sheet.number("aei.exposure")
    return theory is not None and seen is not None and theory - seen >= 30


def _gap(sheet: FactSheet, plan: PagePlan) -> ReplySentence | None:
    """Set theory against observed use, in the words that the distance allows."""
    theory, seen = sheet.number("eloundou.exposure"), sheet.number("aei.exposure")
    if theory is None:
        return None
    if seen is None:
        return says(
            "The missing piece is an observed exposure for the occupation; until there is one, the theoretical "
            "exposure of [[eloundou.exposure]] stands alone."
        )
    if seen > theory:
        return says(
            "Observed use is past the theoretical exposure of [[eloundou.exposure]], so that rating is no ceiling."
        )
    if _wide(sheet) and plan.character is Character.SILENT:
        return says(
            "A theoretical exposure of [[eloundou.exposure]] with no recorded use to match it is a gap, and gaps "
            "can close."
        )
    if _wide(sheet):
        return says(
            "Between observed exposure and a theoretical exposure of [[eloundou.exposure]] lies a wide gap."
        )
    if theory >= 70:
        return says(
            "Theoretical exposure was high to begin with, at [[eloundou.exposure]], so more use would bear a rating "
            "out rather than overturn it."
        )
    if theory >= 25:
        return says(
            "Theoretical exposure, at [[eloundou.exposure]], leaves some room for more use than is recorded."
        )
    return says("Even in theory little is expected, with an exposure of [[eloundou.exposure]].")


def _demand(sheet: FactSheet, plan: PagePlan) -> Sentences:
    outlook = sheet.outlook
    tier = outlook.growth_tier if outlook is not None else GrowthTier.UNKNOWN
    sentence = DEMAND.get(tier)
    if outlook is None or sentence is None:
        return []
    if outlook.verdict is Verdict.OPEN and above(sheet, "bls.growth.2024-34", 0):
        sentence = (
            "Demand is the firmer part of the picture, since BLS projects growth to [[bls.target_year]] whatever the "
            "missing figure would show."
        )
    growth = sheet.find("bls.growth.2024-34")
    if plan.pooled and growth is not None and growth.scope is not None:
        sentence = (
            "The projection deserves watching too, although what BLS projects to [[bls.target_year]] is for a "
            f"wider group, {lower_first(growth.scope.name)}."
        )
    dated = plan.character is Character.LIGHT or (plan.character is Character.SILENT and _wide(sheet))
    return [
        says(sentence, "data", "bls.growth.2024-34"),
        says("None of the sources here says when, and so this page does not either.", "judgement")
        if dated
        else None,
    ]
