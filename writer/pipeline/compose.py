"""Writes a whole page: each part by its author, proven by itself and then as one page.

The first part goes to the model alone, so that the service has read the rules and the sheet once; the others follow
together. A part that cannot be written honestly is left out with its reason. A model that fails never keeps a page
from being written: the offline model takes its parts, and a notice says so.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, field

from writer.domain.conditions import holds
from writer.domain.drafts import CheckedDraft, SectionDraft
from writer.domain.facts import FactSheet
from writer.domain.findings import Finding
from writer.domain.ports import LanguageModel, PromptLibrary, Prover, Usage
from writer.domain.report import Omission
from writer.domain.sections import SectionBrief, heading_of, select
from writer.pipeline.author import Author, Work, is_outage, new_work
from writer.pipeline.mending import wrong_sentences

#: Why a part is left out, in plain words, by the condition that does not hold.
REASONS: Mapping[str, str] = {
    "has_tasks": "No tasks are published for this occupation.",
    "has_task_values": "No values of AI use are published for the tasks of this occupation.",
    "has_growth": "No projected growth is published for this occupation.",
    "has_exposure": "No observed AI exposure is published for this occupation.",
    "has_range": "The published figures do not suffice for an outlook of this occupation.",
    "has_headline": "The published figures do not suffice for a score of this occupation.",
    "has_comparators": "No related occupations are held for this occupation.",
}
NO_EVIDENCE = "No usable evidence record is held for it."
NOTHING_TO_SAY = "The data and records that are held do not carry a sentence of it."
NOTHING_PROVEN = "No sentence of it could be proven against the data."
TOO_SHORT = "too little of the model's text could be proven"
SAID_LITTLE = "the model wrote too little"


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """A page in drafts: what stands, what was left out and why, and what a person should know."""

    drafts: tuple[CheckedDraft, ...]
    omissions: tuple[Omission, ...] = ()
    failed_drafts: Mapping[str, SectionDraft] = field(default_factory=dict[str, SectionDraft])
    notices: tuple[str, ...] = ()
    page_findings: tuple[Finding, ...] = ()
    usage: Usage = field(default_factory=Usage)
    model_failed: bool = False  #: at least one part is without the model because the model failed


class _Counter:
    """Says how many parts the model has answered."""

    def __init__(self, progress: Callable[[str], None] | None, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0

    def one_more(self, work: Work) -> None:
        self._done += 1
        if self._progress is not None:
            self._progress(f"{self._done} of {self._total} parts back from the model: {work.draft.heading}")


class Composer:
    """Writes pages. Without a model the offline model writes every part."""

    def __init__(
        self,
        *,
        prompts: PromptLibrary,
        prover: Prover,
        offline: LanguageModel,
        model: LanguageModel | None = None,
        progress: Callable[[str], None] | None = None,
    ) -> None:
        self._progress = progress
        self._prompts = prompts
        self._prover = prover
        self._author = Author(prompts, prover, offline)
        self._model = model

    async def compose(self, sheet: FactSheet, only: Sequence[str] = ()) -> Composition:
        """Return the page of this sheet, or of some of its parts.

        Raises UserError, DataError or StoreError; never ModelError: see `Composition.model_failed`.
        """
        briefs = [select(spec, sheet) for spec in self._prompts.specs() if not only or spec.id in only]
        omissions = [omission for brief in briefs if (omission := _left_out(brief)) is not None]
        left_out = {omission.section for omission in omissions}
        works = [new_work(brief) for brief in briefs if brief.spec.id not in left_out]
        await self._by_model([work for work in works if work.brief.spec.made_by == "model"])
        for work in works:
            if not _stands(work):
                await self._author.write_offline(work, self._why(work))
        findings = await self._settle(works, sheet)
        for work in works:
            if not any(work.draft.sentences()):
                reason = NOTHING_PROVEN if work.draft.provenance.dropped else NOTHING_TO_SAY
                omissions.append(_omission(work.brief, reason))
        return self._composition(works, omissions, findings, [brief.spec.id for brief in briefs])

    async def _by_model(self, works: Sequence[Work]) -> None:
        if self._model is None or not works:
            return
        tell = _Counter(self._progress, len(works))
        await self._author.write(works[0], self._model)
        tell.one_more(works[0])
        if is_outage(works[0].fault):
            for work in works[1:]:
                work.fault = works[0].fault
            return
        await _together([self._write(work, self._model, tell) for work in works[1:]])

    async def _write(self, work: Work, model: LanguageModel, tell: _Counter) -> None:
        await self._author.write(work, model)
        tell.one_more(work)

    async def _settle(self, works: Sequence[Work], sheet: FactSheet) -> tuple[Finding, ...]:
        """Prove the parts as one page: repair the model's parts once, then drop, until no sentence is wrong."""
        may_repair = self._model is not None
        while True:
            findings = self._prover.prove(
                sheet, [work.draft for work in works if any(work.draft.sentences())]
            )
            wrong = [
                (work, found)
                for work in works
                if (found := wrong_sentences(work.draft, work.brief.spec, findings))
            ]
            if not wrong:
                return findings
            repairs = [
                self._author.repair(work, found, self._model)
                for work, found in wrong
                if may_repair and self._model is not None and work.by_model and not is_outage(work.fault)
            ]
            await _together(repairs)
            if not repairs:
                for work, found in wrong:
                    work.drop(found)
            may_repair = False
            for work in works:
                if work.by_model and not _stands(work):
                    await self._author.write_offline(work, self._why(work))

    def _why(self, work: Work) -> str:
        """Return why the offline model writes this part in the model's place; "" where it is its own."""
        if self._model is None or work.brief.spec.made_by == "data":
            return ""
        if work.fault is not None:
            return f"the model gave no usable reply: {work.fault}".rstrip(".")
        return TOO_SHORT if work.draft.provenance.dropped else SAID_LITTLE

    def _composition(
        self,
        works: Sequence[Work],
        omissions: Sequence[Omission],
        findings: Sequence[Finding],
        order: Sequence[str],
    ) -> Composition:
        standing = [work for work in works if any(work.draft.sentences())]
        ids = {work.draft.section for work in standing}
        usage = Usage()
        for work in works:
            usage = usage + work.usage
        return Composition(
            drafts=tuple(
                CheckedDraft(
                    draft=work.draft,
                    findings=tuple(finding for finding in findings if finding.section == work.draft.section),
                )
                for work in standing
            ),
            omissions=tuple(sorted(omissions, key=lambda omission: order.index(omission.section))),
            failed_drafts={work.draft.section: work.failed for work in works if work.failed is not None},
            notices=tuple(_notices(works)),
            page_findings=tuple(finding for finding in findings if finding.section not in ids),
            usage=usage,
            model_failed=any(work.fault is not None and not work.by_model for work in works),
        )


def _left_out(brief: SectionBrief) -> Omission | None:
    for condition in brief.spec.requires:
        if not holds(condition, brief.sheet):
            return _omission(
                brief, REASONS.get(condition, f"The condition {condition} does not hold for this occupation.")
            )
    if brief.spec.needs_evidence and not brief.evidence_ids:
        return _omission(brief, NO_EVIDENCE)
    return None


def _omission(brief: SectionBrief, reason: str) -> Omission:
    return Omission(
        section=brief.spec.id,
        heading=heading_of(brief.spec, brief.sheet),
        reason=reason,
        question=brief.spec.question,
    )


def _stands(work: Work) -> bool:
    """True if the model's text is long enough to be a part."""
    words = work.draft.words
    return work.by_model and words > 0 and words >= work.brief.spec.min_words


async def _together(jobs: Sequence[Coroutine[object, object, object]]) -> None:
    """Run the jobs side by side; where one fails or the run is stopped, none is left running."""
    tasks = [asyncio.ensure_future(job) for job in jobs]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _notices(works: Sequence[Work]) -> list[str]:
    """Return what the writer must know: who wrote in the model's place and why, and what was dropped."""
    replaced: dict[str, list[str]] = {}
    dropped: list[str] = []
    for work in works:
        provenance = work.draft.provenance
        if provenance.fallback:
            replaced.setdefault(provenance.fallback, []).append(work.draft.heading)
        if provenance.dropped:
            dropped.append(f"{work.draft.heading} ({provenance.dropped})")
    notices = [
        f"Written by the offline model, because {why}: {'; '.join(names)}." for why, names in replaced.items()
    ]
    if dropped:
        notices.append(f"Sentences that could not be proven were dropped from: {'; '.join(dropped)}.")
    return notices
