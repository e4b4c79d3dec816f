"""Judges set claims: counts, shares and quantifiers of tasks and of compared roles, evaluated over the rows."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from writer.claims.agreement import agrees
from writer.claims.frames import Frame
from writer.claims.index import SUBJECT, Index, Row
from writer.claims.judgement import SILENT, CheckName, Judgement
from writer.claims.predicates import Predicate
from writer.claims.set_claim import SetClaim
from writer.claims.sets import set_claims
from writer.domain.units import print_value
from writer.language.quantities import Quantity

_BACK = 4  # sentences that a set is remembered
_ZERO, _FULL = Decimal(0), Decimal(100)


def judge_set(frame: Frame, claim: SetClaim) -> Judgement:
    """Return whether the rows bear out a set claim."""
    index = frame.index
    if claim.population == "peers":
        return _peers(frame, claim)
    totals = _totals(index)
    if not totals:
        return SILENT
    if (
        claim.total is not None
        and not any(agrees(claim.total, Decimal(n)) for n in totals)
        and not claim.rest
    ):
        return _wrong(claim, index, f"{max(totals)} tasks are on the sheet", str(max(totals)), "counts")
    counts = _counts(index, claim.predicates)
    if claim.quantity is not None:
        return _counted(frame, claim, counts, totals)
    if not claim.predicates or not counts:
        return SILENT
    return _quantified(frame, claim, counts, totals)


def _totals(index: Index) -> tuple[int, ...]:
    rows = [int(row.value) for row in index.of(SUBJECT, "tasks_total") if row.value is not None]
    tasks = index.tasks()
    known = [row for row in tasks if row.value is not None]
    core = [row for row in tasks if row.population == "core"]
    counted = [len(group) for group in (tasks, known, core) if group]
    return tuple(dict.fromkeys((*rows, *counted)))


def _counts(index: Index, predicates: Sequence[Predicate]) -> tuple[int, ...]:
    """Return in how many tasks one of the predicates holds: by the task rows and by the facts that count them."""
    if not predicates:
        return ()
    found: list[int] = []
    tasks = [row for row in index.tasks() if row.value is not None]
    if tasks:
        found.append(sum(any(p.holds(row) for p in predicates) for row in tasks))
    found += [int(row.value) for row in _count_rows(index, predicates) if row.value is not None]
    if not found and len(predicates) == 1 and predicates[0].low > 0 and predicates[0].high == _FULL:
        zero = [row.value for row in index.of(SUBJECT, "tasks_zero") if row.value is not None]
        found += [total - int(z) for total in _totals(index) for z in zero if predicates[0].low < 1]
    return tuple(dict.fromkeys(found))


def _count_rows(index: Index, predicates: Sequence[Predicate]) -> tuple[Row, ...]:
    if len(predicates) != 1:
        return ()
    only = predicates[0]
    if only.high == 0:
        return index.of(SUBJECT, "tasks_zero")
    high = index.of(SUBJECT, "tasks_high")
    return tuple(
        row for row in high if only.high == _FULL and abs((row.threshold or Decimal(50)) - only.low) < 1
    )


def _counted(frame: Frame, claim: SetClaim, counts: Sequence[int], totals: Sequence[int]) -> Judgement:
    q = claim.quantity
    assert q is not None
    if frame.ahead(q, 2) == ("all", "but"):
        counts = [total - n for total in totals for n in counts]
    if q.dimension in ("fraction", "percent"):
        return _shared(frame, claim, q, counts, totals)
    if claim.quantifier == "all" or (claim.definite and not claim.rest and not claim.predicates):
        return _all_of(frame, claim, counts, totals)
    if claim.rest:
        return _rest(frame, claim, counts, totals)
    if not counts:
        return SILENT
    if any(agrees(q, Decimal(n)) for n in counts):
        return Judgement(status="supported", check="counts", rows=_rows(frame.index, claim))
    if claim.definite and claim.total is None and any(agrees(q, Decimal(n)) for n in totals):
        return SILENT
    return _wrong(
        claim, frame.index, _said(counts[0], totals[0], claim), _figure(q.words, counts[0]), "counts"
    )


def _shared(
    frame: Frame, claim: SetClaim, q: Quantity, counts: Sequence[int], totals: Sequence[int]
) -> Judgement:
    """Judge "a third of the twelve tasks" and "25 % of the tasks"."""
    scale = Decimal(100) if q.dimension == "percent" else Decimal(1)
    if not counts:
        return SILENT
    if any(agrees(q, scale * Decimal(n) / Decimal(t)) for n in counts for t in totals if t):
        return Judgement(status="supported", check="counts")
    share = f"{counts[0]} of {totals[0]}"
    return _wrong(claim, frame.index, _said(counts[0], totals[0], claim), share, "counts")


def _all_of(frame: Frame, claim: SetClaim, counts: Sequence[int], totals: Sequence[int]) -> Judgement:
    """Judge "all twelve core tasks": the number must be the total, and the predicate must hold of every one."""
    q = claim.quantity
    assert q is not None
    if claim.quantifier == "all" and claim.predicates and any(agrees(q, Decimal(n)) for n in counts):
        return Judgement(status="supported", check="counts")
    if not any(agrees(q, Decimal(n)) for n in totals):
        known = _counts(frame.index, _zero_and_up(q.start, q.end))
        if claim.quantifier != "all" and (not frame.tasks or any(agrees(q, Decimal(n)) for n in known)):
            return (
                SILENT
                if not _is_total(frame, claim)
                else _wrong(
                    claim, frame.index, f"{totals[0]} tasks are on the sheet", str(totals[0]), "counts"
                )
            )
        if claim.quantifier != "all":
            return SILENT
        return _wrong(claim, frame.index, f"{totals[0]} tasks are on the sheet", str(totals[0]), "counts")
    if claim.predicates and claim.quantifier == "all" and counts and not set(counts) & set(totals):
        return _wrong(
            claim, frame.index, _said(counts[0], totals[0], claim), f"{counts[0]} of {totals[0]}", "counts"
        )
    return Judgement(status="supported", check="counts")


def _is_total(frame: Frame, claim: SetClaim) -> bool:
    """Return whether the words speak of all tasks there are: "its 13 core tasks", "of the 13 tasks"."""
    assert claim.quantity is not None
    before = frame.ahead(claim.quantity, 2)
    return before[:1] in (("of",), ("across",)) or "core" in claim.quantity.noun.split()


def _zero_and_up(start: int, end: int) -> tuple[Predicate, ...]:
    return (Predicate(start=start, end=end, low=_ZERO, high=_ZERO),)


def _rest(frame: Frame, claim: SetClaim, counts: Sequence[int], totals: Sequence[int]) -> Judgement:
    """Judge "the other five", "the remaining ten", "four others", "two exceptions"."""
    q = claim.quantity
    assert q is not None
    earlier = _earlier(frame, claim)
    left = [total - earlier for total in totals if earlier]
    others = q.noun.split()[:1] in (["others"], ["other"], ["more"])
    allowed = [
        *counts,
        *(n - max(claim.named, int(others)) for n in counts),
        *left,
        *_complements(frame, claim, totals),
    ]
    if not allowed:
        return SILENT
    if any(n >= 0 and agrees(q, Decimal(n)) for n in allowed):
        return Judgement(status="supported", check="counts")
    return _wrong(
        claim, frame.index, _said(allowed[0], totals[0], claim), _figure(q.words, allowed[0]), "counts"
    )


def _earlier(frame: Frame, claim: SetClaim) -> int:
    """Return how many tasks the set claims before this one in the paragraph cover."""
    covered = 0
    at: Frame | None = frame
    for _ in range(_BACK):
        if at is None:
            break
        for other in set_claims(at):
            if other.start < claim.start and other.quantity is not None and other.predicates:
                counts = _counts(frame.index, other.predicates)
                covered += counts[0] if counts else 0
        at = at.before
    return covered


def _complements(frame: Frame, claim: SetClaim, totals: Sequence[int]) -> list[int]:
    at: Frame | None = frame
    for _ in range(_BACK):
        if at is None:
            break
        for other in reversed(set_claims(at)):
            if other.start < claim.start and other.predicates:
                return [total - n for total in totals for n in _counts(frame.index, other.predicates)]
        at = at.before
    return []


def _quantified(frame: Frame, claim: SetClaim, counts: Sequence[int], totals: Sequence[int]) -> Judgement:
    if claim.rest:
        return SILENT
    if any(_fits(claim.quantifier, n, t) for n in counts for t in totals):
        return Judgement(status="supported", check="quantifiers")
    return _wrong(
        claim, frame.index, _said(counts[0], totals[0], claim), f"{counts[0]} of {totals[0]}", "quantifiers"
    )


def _fits(quantifier: str, count: int, total: int) -> bool:
    match quantifier:
        case "all":
            return count == total
        case "not all":
            return count < total
        case "none":
            return count == 0
        case "most":
            return 2 * count > total
        case "minority":
            return 2 * count < total
        case "few":
            return 0 < count <= max(3, total // 3)
        case "some":
            return count > 0
        case _:
            return True


def _peers(frame: Frame, claim: SetClaim) -> Judgement:
    """Judge the number of compared roles: with the subject or without it."""
    peers = len(frame.index.peers())
    q = claim.quantity
    if q is None or not peers or q.dimension != "count":
        return SILENT
    if not claim.definite or agrees(q, Decimal(peers)) or agrees(q, Decimal(peers + 1)):
        return SILENT
    return _wrong(claim, frame.index, f"{peers} related occupations are on the sheet", str(peers), "counts")


def _said(count: int, total: int, claim: SetClaim) -> str:
    return f"{count} of {total} tasks meet this on the sheet"


def _figure(words: bool, count: int) -> str:
    return print_value(Decimal(count), "tasks") if words else str(count)


def _rows(index: Index, claim: SetClaim) -> tuple[Row, ...]:
    return _count_rows(index, claim.predicates) or index.of(SUBJECT, "tasks_total")


def _wrong(claim: SetClaim, index: Index, right: str, expected: str, check: CheckName) -> Judgement:
    q = claim.quantity
    certain = q is not None and check == "counts" and not claim.quantifier and q.dimension == "count"
    return Judgement(
        status="contradicted",
        check=check,
        rows=_rows(index, claim),
        expected=expected,
        reason=right,
        fix=expected if certain and expected.isalnum() else "",
        start=claim.start,
        end=claim.end,
    )
