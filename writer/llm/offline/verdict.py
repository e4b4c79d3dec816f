"""Writes the verdict: the answer on the evidence of the day, its strongest reason, the measure and its limit."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from writer.domain.drafts import ReplySentence, SectionReply
from writer.domain.facts import FactSheet
from writer.domain.outlook import GrowthTier, Verdict
from writer.domain.sections import SectionBrief
from writer.llm.offline.phrases import above, count, ids, labels, nouns, paragraph, reply, says
from writer.llm.offline.plan import Character, PagePlan, plan_page

INDEX = "the Anthropic Economic Index, which tracks how Anthropic's own AI is used"
Sentences = list[ReplySentence]


def write(brief: SectionBrief) -> SectionReply:
    """Return two or three sentences for the sheet's verdict; Open where there is no outlook."""
    sheet = brief.sheet
    verdict = sheet.outlook.verdict if sheet.outlook is not None else Verdict.OPEN
    return reply(paragraph(*_WRITERS[verdict](sheet, plan_page(sheet))))


def _answer(text: str, *cites: str) -> ReplySentence:
    return says(text, "data", "outlook.verdict", *cites)


def _no(sheet: FactSheet, plan: PagePlan) -> Sentences:
    used = plan.named("verdict", "used")
    if above(sheet, "tasks.above", 2) and _share(sheet, "tasks.unreachable", "tasks.rated") >= 40:
        return [
            _answer(
                "No, on evidence to [[date.today]]: researchers who rated what AI could in theory make much "
                f"faster left {count('tasks.unreachable')} of your tasks out altogether."
            ),
            says(
                "Recorded use reaches less far still, since the Anthropic Economic Index puts observed exposure, "
                "the part of the job in which it sees AI at work, at [[aei.exposure]]."
            ),
            says("It tracks Anthropic's own AI alone, so tools from other companies are not in that figure."),
        ]
    return [
        _answer("No, on evidence to [[date.today]]."),
        says(
            f"Observed exposure, according to {INDEX}, is [[aei.exposure]] of the job"
            + (f", and the use behind it includes {labels(used)}." if used else "."),
            "data",
            *ids(used),
        ),
        says(
            "The Index cannot see other companies' tools; researchers who judged what AI could in theory speed "
            "up did not have that blind spot, and they stopped at [[eloundou.exposure]] of the work."
            if sheet.known("eloundou.exposure")
            else "It cannot see other companies' tools, and that is the limit of this answer."
        ),
    ]


def _unlikely(sheet: FactSheet, plan: PagePlan) -> Sentences:
    if plan.character is Character.SILENT:
        return _silent(sheet)
    growing = sheet.outlook is not None and sheet.outlook.growth_tier is GrowthTier.FAST_GROWTH
    if growing and not plan.pooled and above(sheet, "bls.growth.gap", 0):
        return [
            _answer("Unlikely, on evidence to [[date.today]], although AI is already in the work."),
            says(
                "Observed exposure, the part of the job in which the Anthropic Economic Index sees AI used, is "
                "[[aei.exposure]]; against that stands demand, which BLS projects to grow faster than "
                "employment in all occupations.",
                "data",
                "bls.growth.2024-34",
                "bls.all.growth.2024-34",
            ),
            says(
                "The Index follows Anthropic's own products, so whatever you do with a rival's goes uncounted."
            ),
        ]
    return [
        _answer("Unlikely, on evidence to [[date.today]], though AI has room to spread."),
        says(
            f"Recorded use, according to {INDEX}, covers [[aei.exposure]] of the job, its observed exposure."
        ),
        says(
            "Researchers who rated what AI could in theory make much faster arrived at [[eloundou.exposure]], "
            "and neither figure tells you whether use will catch up."
            if sheet.known("eloundou.exposure")
            else "Use of other companies' AI goes unseen."
        ),
    ]


def _silent(sheet: FactSheet) -> Sentences:
    nothing = ("tasks.zero", "tasks.above")
    if above(sheet, "eloundou.exposure", 30):
        return [
            _answer("Unlikely, on evidence to [[date.today]], but the measures disagree."),
            says(
                f"{INDEX}, did not record enough use on any of your tasks to count; that does not show AI "
                "cannot do them.",
                "data",
                *nothing,
            ),
            says(
                "Researchers who asked what AI could in theory make much faster came to [[eloundou.exposure]] "
                "of the job, which is why this answer stops short of a plain no."
            ),
        ]
    if above(sheet, "tasks.total", 6):
        return [
            _answer(
                "The evidence to [[date.today]] points to no"
                + (
                    ", and both measures do."
                    if _share(sheet, "tasks.unreachable", "tasks.rated") > 50
                    else "."
                ),
                "tasks.unreachable",
            ),
            says(
                "Researchers who rated what AI could in theory make much faster passed over "
                f"{count('tasks.unreachable')} of your tasks."
            )
            if sheet.known("tasks.unreachable")
            else says("No rating of what AI could do in theory is on file.", "data"),
            says(
                f"{INDEX}, did not record enough use on any task of yours to count, though that does not show "
                "AI cannot do them.",
                "data",
                *nothing,
            ),
        ]
    return [
        _answer(
            "Probably not, on evidence to [[date.today]]: yours is a short list of tasks, and no measurable AI "
            "use turns up on it.",
            *nothing,
        ),
        says(
            f"The source is {INDEX}; it found too little use on these tasks to count, which is not the same as "
            "showing that AI cannot do them."
        ),
        says("A machine built for a single task would not show up in a record of that kind.", "judgement"),
    ]


def _partly(sheet: FactSheet, plan: PagePlan) -> Sentences:
    used = plan.named("verdict", "used")
    if plan.character is Character.UNCOUNTED:
        return _uncounted(sheet, plan)
    if sheet.outlook is not None and sheet.outlook.withheld == "steep_decline":
        return [
            _answer("In part, on evidence to [[date.today]], and the parts point in different directions."),
            says(
                f"Observed exposure in {INDEX}, is [[aei.exposure]], while BLS expects the number of jobs to fall.",
                "data",
                "bls.growth.2024-34",
            ),
            says(
                "Neither figure explains the other: a low count of AI use does not say why employers need fewer."
            ),
        ]
    if above(sheet, "aei.exposure", int(sheet.number("eloundou.exposure") or 100)):
        return [
            _answer("In part, on evidence to [[date.today]], and the part is large."),
            says(
                f"{INDEX}, sees it at work in [[aei.exposure]] of the job, more than the [[eloundou.exposure]] "
                "that researchers thought AI could in theory speed up."
            ),
            says(
                "What that observed exposure leaves open is whether the work has gone or is merely done with "
                "help: it counts use, not people replaced."
            ),
        ]
    if used:
        return [
            _answer("In part, on evidence to [[date.today]]."),
            says(
                f"The AI use on record falls on {labels(used)}, and {INDEX}, puts observed exposure at "
                "[[aei.exposure]] of the job.",
                "data",
                *ids(used),
            )
            if not above(sheet, "tasks.above", len(used))
            else says(f"Observed exposure in {INDEX}, is [[aei.exposure]] of the job.", "data", *ids(used)),
            says(
                "The measures of exposure disagree on where the occupation stands among all occupations, so hold "
                "this answer loosely."
                if sheet.outlook is not None and sheet.outlook.confidence.value == "low"
                else "Other companies' AI is not in that count.",
                "data",
                "outlook.confidence",
            ),
        ]
    return [
        _answer("In part, on evidence to [[date.today]]."),
        says(
            f"{INDEX}, puts observed exposure, the part of the job in which it sees AI used, at [[aei.exposure]]."
        ),
        says("It records use, not results, and it records one company's AI."),
    ]


def _uncounted(sheet: FactSheet, plan: PagePlan) -> Sentences:
    used = plan.named("verdict", "used")
    return [
        _answer("In part, on evidence to [[date.today]], and the main source contradicts itself."),
        says(
            f"{INDEX}, gives the occupation an observed exposure of [[aei.exposure]], yet records use on some of "
            f"its tasks, {nouns(used)} among them."
            if used
            else f"{INDEX}, gives the occupation [[aei.exposure]], yet records use on some of its tasks.",
            "data",
            "tasks.above",
            *ids(used),
        ),
        says(
            "On the tasks left at zero too little use was recorded to count, which does not show that AI cannot "
            "do them.",
            "data",
            "tasks.zero",
        ),
    ]


def _mostly(sheet: FactSheet, plan: PagePlan) -> Sentences:
    used = plan.named("verdict", "used")
    falling = sheet.known("bls.growth.2024-34") and not above(sheet, "bls.growth.2024-34", -1)
    if used and not above(sheet, "tasks.above", len(used)):
        return [
            _answer("Mostly, on evidence to [[date.today]]."),
            says(
                f"The use of AI that has been recorded falls on {labels(used)}, and even so {INDEX}, arrives at "
                "an observed exposure of [[aei.exposure]] for the job.",
                "data",
                *ids(used),
            ),
            says(
                ("BLS expects employment to fall as well; " if falling else "")
                + "what the Index cannot tell you is how many employers have already changed over.",
                "data",
                *(("bls.growth.2024-34",) if falling else ()),
            ),
        ]
    return [
        _answer(
            "Mostly, on evidence to [[date.today]], because the measures agree."
            if sheet.outlook is not None and sheet.outlook.confidence.value == "high"
            else "Mostly, on evidence to [[date.today]].",
            "outlook.confidence",
        ),
        says(
            f"{INDEX}, sees it in [[aei.exposure]] of the job, and researchers thought AI could in theory speed up "
            "[[eloundou.exposure]]."
            if sheet.known("eloundou.exposure")
            else f"{INDEX}, sees it in [[aei.exposure]] of the job."
        ),
        says(
            "Exposure of that kind counts where AI is used, not whom it has replaced"
            + (", and BLS, which does count jobs, projects a decline." if falling else "."),
            "data",
            *(("bls.growth.2024-34",) if falling else ()),
        ),
    ]


def _open(sheet: FactSheet, plan: PagePlan) -> Sentences:
    if plan.character is Character.NOTHING:
        return [
            _answer(
                "Open, on evidence to [[date.today]], because nothing about this occupation has been measured."
            ),
            says(
                "No published source that this page draws on gives it a list of tasks, an AI exposure or a job "
                "projection, and a missing figure says neither yes nor no."
            ),
        ]
    lead = (
        "Open, on evidence to [[date.today]]: no figure for AI exposure as observed in use is published for"
    )
    if not any(task.measured_use for task in sheet.tasks):
        return [
            _answer(f"{lead} {sheet.subject.plural}.", "aei.exposure"),
            says(
                f"What exists is a value for each task, and {INDEX}, did not record enough use on any of them to "
                "count; that does not show AI cannot do them.",
                "data",
                "tasks.zero",
                "tasks.above",
            ),
            says(
                "Researchers' ratings of what AI could in theory speed up lean the same way, with a share of "
                "[[eloundou.exposure]]."
            )
            if below_third(sheet)
            else says("Without the missing figure this page gives a range in place of a score."),
        ]
    if sheet.number("tasks.unreachable") == 0:
        return [
            _answer(f"{lead} {sheet.subject.plural}, and the tasks alone do not settle it.", "aei.exposure"),
            says(f"{INDEX}, does record use on some of them.", "data", "tasks.above"),
            says(
                "In theory the reach is wider, because researchers left none of your tasks out when they rated "
                "what AI could make much faster.",
                "data",
                "tasks.unreachable",
            ),
        ]
    return [
        _answer(f"{lead} {sheet.subject.plural}.", "aei.exposure"),
        says(
            f"Task by task there is more to go on: {INDEX}, records use on a part of the list, and researchers left "
            f"{count('tasks.unreachable')} of the tasks out when they rated what AI could in theory speed up."
            if sheet.known("tasks.unreachable")
            else f"Task by task there is more to go on, for {INDEX}, records use on a part of the list.",
            "data",
            "tasks.above",
        ),
        says("Those are grounds for an opinion about single tasks, not about the whole job.", "judgement"),
    ]


def below_third(sheet: FactSheet) -> bool:
    """True where the theoretical exposure is known and at most a third."""
    return sheet.known("eloundou.exposure") and not above(sheet, "eloundou.exposure", 33)


def _share(sheet: FactSheet, part: str, whole: str) -> int:
    top, bottom = sheet.number(part), sheet.number(whole)
    return int(100 * top / bottom) if top is not None and bottom else 0


_WRITERS: Mapping[Verdict, Callable[[FactSheet, PagePlan], Sentences]] = {
    Verdict.NO: _no,
    Verdict.UNLIKELY: _unlikely,
    Verdict.PARTLY: _partly,
    Verdict.MOSTLY: _mostly,
    Verdict.OPEN: _open,
}
