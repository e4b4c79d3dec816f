"""Whether the sheet holds what a claim says: supported, contradicted, unsupported or not checkable."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from writer.claims.agreement import agrees
from writer.claims.comparisons import judge_difference, judge_order
from writer.claims.directions import judge_direction
from writer.claims.extract import Claim
from writer.claims.frames import Frame
from writer.claims.headcounts import judge_count
from writer.claims.index import Index, Row
from writer.claims.judgement import SILENT, CheckName, Judgement, Status
from writer.claims.levels import judge_money, judge_percent, judge_points
from writer.claims.link_sets import judge_set
from writer.claims.loose import judge_loose, judge_pp
from writer.claims.periods import judge_duration, judge_year
from writer.claims.ranks import judge_rank, judge_superlative, judge_universal
from writer.claims.ratios import is_survey, judge_every, judge_multiple
from writer.language.quantities import Quantity
from writer.language.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A claim and what the sheet says to it. `expected` is what prose would print in its place."""

    claim: Claim
    status: Status
    start: int
    end: int
    rows: tuple[Row, ...] = ()
    formula: str = ""
    expected: str = ""
    fix: str = ""  #: text that could stand in the span, only where one is certain
    check: CheckName = "quantities"  #: the check whose business it is
    reason: str = ""  #: for a writer: what is wrong


def link(claim: Claim, index: Index) -> Link:
    """Return the link of a claim. The index is the one that the claim was extracted with."""
    judgement = _judge(claim) or SILENT
    return Link(
        claim=claim,
        status=judgement.status,
        start=judgement.start if judgement.start >= 0 else claim.start,
        end=judgement.end if judgement.end >= 0 else claim.end,
        rows=judgement.rows,
        formula=judgement.formula,
        expected=judgement.expected,
        fix=judgement.fix,
        check=judgement.check,
        reason=judgement.reason,
    )


def link_all(claims: Sequence[Claim], index: Index) -> tuple[Link, ...]:
    """Return one link for each claim, in order."""
    return tuple(link(claim, index) for claim in claims)


def _judge(claim: Claim) -> Judgement | None:
    frame = claim.frame
    match claim.kind:
        case "set":
            return judge_set(frame, claim.set) if claim.set else None
        case "difference":
            if claim.quantity is None or claim.phrase is None:
                return None
            return _slotted(frame, claim.quantity) or judge_difference(frame, claim.quantity, claim.phrase)
        case "figure":
            return _figure(frame, claim.quantity) if claim.quantity else None
        case "order":
            return judge_order(frame, claim.phrase) if claim.phrase else None
        case "superlative":
            return judge_superlative(frame, claim.phrase) if claim.phrase else None
        case "universal":
            return judge_universal(frame)
        case "direction":
            return judge_direction(frame, claim.phrase) if claim.phrase else None


def _slotted(frame: Frame, q: Quantity) -> Judgement | None:
    """Return support from the fact whose slot printed this figure: one more row, no more than that."""
    fact = frame.slot(q)
    rows = [row for row in frame.index.rows if row.fact == fact and row.value is not None] if fact else []
    held = next((row for row in rows if row.value is not None and agrees(q, row.value)), None)
    return Judgement(status="supported", rows=(held,)) if held else None


def _figure(frame: Frame, q: Quantity) -> Judgement:
    if frame.ahead(Span(q.core_start, q.core_end), 1) == ("every",):
        return SILENT  # the second half of "one for every six"
    if frame.ahead(Span(q.core_start, q.core_end), 1) == ("of",) and _of_rank(frame, q):
        return SILENT  # "third of four"
    if _second_half(frame, q):
        return SILENT  # "one librarian in ten", "94 of every 100"
    verdict = judge_every(frame, q) or _by_dimension(frame, q)
    printed = _slotted(frame, q) if verdict.status != "supported" else None
    # A slot adds a row, never a verdict: it is no answer to a contradiction by a row of the same measure.
    if printed and (verdict.status != "contradicted" or printed.rows[0].measure.startswith("label:")):
        verdict = printed
    if verdict.status in ("contradicted", "unsupported"):
        return judge_loose(frame, q, verdict)
    return verdict


def _of_rank(frame: Frame, q: Quantity) -> bool:
    return any(o.dimension == "rank" and 0 < q.core_start - o.core_end <= 12 for o in frame.quantities)


def _second_half(frame: Frame, q: Quantity) -> bool:
    after = frame.after(Span(q.core_start, q.core_end), 3)
    if (
        ("every" in after[1:2] and after[:1] in (("of",), ("in",)))
        or after[:3] == ("out", "of", "every")
        or (after[:1] == ("-",) and q.dimension != "rank")
        or after[:1] == ("scale",)
    ):
        return True
    if frame.ahead(Span(q.core_start, q.core_end), 1) != ("in",):
        return False
    return any(o.low == 1 and o.noun and 0 < q.core_start - o.core_end < 25 for o in frame.quantities)


def _by_dimension(frame: Frame, q: Quantity) -> Judgement:
    judge = _JUDGES.get(q.dimension)
    return judge(frame, q) if judge else SILENT


def _ratio(frame: Frame, q: Quantity) -> Judgement:
    if is_survey(frame, q):
        return Judgement(status="unsupported", reason=f"no record holds {q.text}")
    return judge_multiple(frame, q)


def _count(frame: Frame, q: Quantity) -> Judgement:
    """Judge a count: of people, jobs and openings, else a bare figure beside a score."""
    verdict = judge_count(frame, q)
    if verdict.status != "not_checkable" or q.noun or q.per or q.low >= 1000:
        return verdict
    return judge_bare(frame, q)


def judge_bare(frame: Frame, q: Quantity) -> Judgement:
    """Judge a figure without noun or unit: a score, where the words or the occupation beside it name one."""
    article = frame.ahead(Span(q.core_start, q.core_end), 1)
    if not _scored(frame, q) or (q.words and article in (("the",), ("all",), ("these",), ("those",))):
        return SILENT
    return judge_points(frame, q)


def _scored(frame: Frame, q: Quantity) -> bool:
    number = frame.segment(q)
    peers = [m for m in frame.entities() if m.kind == "peer" and number - frame.segment(m) in (0, 1)]
    named = any(m.ref == "outlook" for m in frame.measures)
    earlier = frame.before is not None and any(m.ref == "outlook" for m in frame.before.measures)
    return named or bool(peers) or (earlier and bool(frame.entities()))


_JUDGES: dict[str, Callable[[Frame, Quantity], Judgement]] = {
    "percent": judge_percent,
    "percentage_points": judge_pp,
    "money": judge_money,
    "points": judge_points,
    "year": judge_year,
    "duration": judge_duration,
    "rank": judge_rank,
    "times": _ratio,
    "fraction": _ratio,
    "count": _count,
}
