"""Decides which evidence record goes to which section, so that no page tells the same finding twice."""

from __future__ import annotations

import re
from dataclasses import dataclass

from writer.domain.facts import FactSheet
from writer.domain.occupations import Evidence, EvidenceKind

_AI = re.compile(r"\bAI\b|\bautomat")
_SENTENCE = re.compile(r"(?<=[a-z)]\.) (?=[A-Z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What an agency says, sentence by sentence in the record's words; never to be widened."""

    record: Evidence
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPlan:
    """The records of a page by the section that tells them."""

    callout: Evidence | None  #: shortfalls: the limit that stands by itself
    limits: tuple[Evidence, ...]  #: shortfalls: the others
    tools: tuple[Evidence, ...]  #: capabilities: those on the market first
    pair: Evidence | None  #: day_to_day: the tool behind before / with AI, told by its first `does`
    pair_task: str  #: day_to_day: the task that the pair is about
    practice_on_zero: Evidence | None  #: irreplaceable: how people describe a task without recorded use
    practice: Evidence | None  #: day_to_day: how people describe work with AI
    job_market: tuple[Statement, ...]  #: causes that are not AI
    future: tuple[Statement, ...]  #: what an agency says of AI or automation, the newest edition alone
    group: Statement | None  #: future: the agency's own exposure group, with its caveat
    entry: tuple[Statement, ...]  #: future_proof: what is typical at entry
    segments: tuple[Statement, ...]  #: future_proof: parts of the field and neighbouring occupations


def plan_records(sheet: FactSheet) -> RecordPlan:
    """Return where each usable record is told."""
    limits = [record for record in sheet.evidence if record.kind is EvidenceKind.LIMIT and record.finding]
    tools = _tools(sheet)
    pair = next((tool for tool in tools if _pair_task(sheet, tool) and tool.human_part), None)
    pair = pair or next((tool for tool in tools if _pair_task(sheet, tool)), None)
    statements = [record for record in sheet.evidence if record.kind is EvidenceKind.AGENCY_STATEMENT]
    market, future = _causes(statements)
    practice = [r for r in sheet.evidence if r.kind is EvidenceKind.PRACTITIONER and r.finding]
    told = next((record for record in practice if _on_zero(sheet, record)), None)
    callout = next((record for record in limits if record.human_part), limits[0] if limits else None)
    return RecordPlan(
        callout=callout,
        limits=tuple(record for record in limits if record is not callout),
        tools=tuple(tools),
        pair=pair,
        pair_task=_pair_task(sheet, pair) if pair else "",
        practice_on_zero=told,
        practice=next((record for record in practice if record is not told), None),
        job_market=tuple(market),
        future=tuple(future),
        group=next((_whole(r) for r in statements if _is_group(r)), None),
        entry=tuple(_whole(r) for r in statements if "training" in r.topics),
        segments=tuple(_whole(r) for r in statements if _is_segment(r)),
    )


def _tools(sheet: FactSheet) -> list[Evidence]:
    order = {"active": 0, "open_source": 1, "renamed": 2, "unknown": 3}
    tools = [
        r for r in sheet.evidence if r.kind is EvidenceKind.TOOL and r.does and r.product_status in order
    ]
    return sorted(tools, key=lambda record: order[record.product_status])


def _pair_task(sheet: FactSheet, tool: Evidence) -> str:
    """Return the task that a product on the market bears on, "" where there is none."""
    if tool.product_status not in ("active", "open_source", "renamed"):
        return ""
    return next((name for name in tool.tasks if (task := sheet.task(name)) is not None and task.label), "")


def _on_zero(sheet: FactSheet, record: Evidence) -> bool:
    """True if the task that the record is mainly about has no recorded use."""
    task = sheet.task(record.tasks[0]) if record.tasks else None
    return task is not None and task.penetration_percent == 0


def _causes(statements: list[Evidence]) -> tuple[list[Statement], list[Statement]]:
    """Part statements: what speaks of AI or automation goes to the future, other causes to the job market."""
    market: list[Statement] = []
    future: list[Statement] = []
    newest_on_ai = any(record.id.endswith("newest") and _AI.search(record.passage) for record in statements)
    for record in statements:
        if _is_neighbours(record) or _is_group(record) or not _is_cause(record):
            continue
        parts = _SENTENCE.split(record.passage)
        about_ai = [part for part in parts if _AI.search(part)]
        rest = [part for part in parts if not _AI.search(part)]
        if len(about_ai) > 1 and not rest:
            about_ai, rest = about_ai[1:], about_ai[:1]
        superseded = newest_on_ai and "factors" in record.id and not record.id.endswith("newest")
        if about_ai and not superseded:
            future.append(Statement(record=record, sentences=tuple(about_ai)))
        if rest:
            market.append(Statement(record=record, sentences=tuple(rest)))
    return market, future


def _is_group(record: Evidence) -> bool:
    return record.id.endswith("exposure-category")


def _is_cause(record: Evidence) -> bool:
    return "factors" in record.id or bool({"decline_cause", "growth_cause", "ai"} & set(record.topics))


def _is_neighbours(record: Evidence) -> bool:
    return record.id.endswith("neighbours")


def _is_segment(record: Evidence) -> bool:
    return "segment" in record.topics and ("factors" not in record.id) and "training" not in record.topics


def _whole(record: Evidence) -> Statement:
    return Statement(record=record, sentences=tuple(_SENTENCE.split(record.passage)))
