"""All checks over one page. Where several checks meet on one span, one finding stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from writer.checks.base import Check, CheckInput
from writer.domain.findings import Finding, Severity

_RANK = {Severity.ERROR: 2, Severity.WARNING: 1, Severity.INFO: 0}


def run_checks(checks: Sequence[Check], page: CheckInput) -> list[Finding]:
    """Return the findings of these checks in order of place, one for each span.

    Of findings that overlap the most severe stands, then the one that names a record, then the shorter span, then the
    check that comes first.
    """
    found = [(order, item) for order, check in enumerate(checks) for item in check(page)]
    found.sort(
        key=lambda pair: (-_RANK[pair[1].severity], not pair[1].fact, pair[1].end - pair[1].start, pair[0])
    )
    kept: list[Finding] = []  # in order of place, none overlapping another, so that neighbours tell all
    for _, item in found:
        at = bisect_left(kept, item.start, key=lambda other: other.start)
        before, after = kept[at - 1 : at], kept[at : at + 1]
        if any(other.end > item.start for other in before) or any(other.start < item.end for other in after):
            continue
        kept.insert(at, item)
    return kept
