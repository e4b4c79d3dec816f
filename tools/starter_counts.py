"""What a correct join of these releases gives, counted again and compared with known figures.

The figures belong to O*NET 30.2, BLS 2024-34 and the Index of March 2026; another release needs new ones.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from starter_join import ALL_OCCUPATIONS, Joined
from starter_releases import Releases, Row


@dataclass(frozen=True, kw_only=True)
class Count:
    """One counted property of the join beside the figure it must have."""

    what: str
    found: int
    expected: int


def count_join(releases: Releases, joined: Joined) -> list[Count]:
    """Return all counts, those of the files first."""
    return [*_file_counts(releases), *_task_counts(joined), *_occupation_counts(joined)]


def print_counts(counts: list[Count]) -> None:
    """Print a table; a difference is marked at the end of its line."""
    for count in counts:
        mark = "" if count.found == count.expected else "  DIFFERS"
        print(f"{count.what:<62} {count.found:>7,} {count.expected:>7,}{mark}")


def _file_counts(releases: Releases) -> list[Count]:
    types = Counter(row["type"] for row in releases.nem_rows)
    lines = [row for row in releases.nem_rows if row["type"] == "Line item"]
    values = {row["task"]: Decimal(row["penetration"]) for row in releases.penetrations}
    return [
        Count(what="Index: rows of tasks", found=len(releases.penetrations), expected=17_998),
        Count(what="Index: distinct texts", found=len(values), expected=17_992),
        Count(
            what="Index: distinct texts at zero", found=sum(v == 0 for v in values.values()), expected=16_644
        ),
        Count(what="Index: occupations with observed exposure", found=len(releases.exposures), expected=756),
        Count(what="BLS: line items", found=types["Line item"], expected=832),
        Count(what="BLS: summaries", found=types["Summary"], expected=281),
        Count(what="BLS: line items without a wage", found=sum(r["wage"] == "—" for r in lines), expected=6),
        Count(what="BLS: line items with a capped wage", found=_capped(lines), expected=17),
        Count(what="Ratings: tasks", found=len(releases.task_labels), expected=19_265),
        Count(what="Ratings: occupations", found=len(releases.occupation_ratings), expected=923),
        Count(what="Applicability: occupations", found=len(releases.applicability), expected=785),
    ]


def _task_counts(joined: Joined) -> list[Count]:
    tasks = [task for found in joined.tasks.values() for task in found]
    matched_by = Counter(task.matched_by for task in tasks)
    bridged_above = sum(task.matched_by == "task_id" and bool(task.penetration_percent) for task in tasks)
    by_text = sum(all(task.matched_by == "text" for task in found) for found in joined.tasks.values())
    by_either = sum(all(task.matched_by for task in found) for found in joined.tasks.values())
    some = sum(any(task.matched_by for task in found) for found in joined.tasks.values())
    return [
        Count(what="Tasks: rows", found=len(tasks), expected=18_796),
        Count(what="Tasks: matched by exact text", found=matched_by["text"], expected=18_683),
        Count(what="Tasks: matched by code and Task ID", found=matched_by["task_id"], expected=58),
        Count(what="Tasks: of these above zero", found=bridged_above, expected=1),
        Count(
            what="Tasks: new, missing", found=sum(task.missing == "new_task" for task in tasks), expected=55
        ),
        Count(what="Tasks: unmatched", found=sum(task.missing == "unmatched" for task in tasks), expected=0),
        Count(what="Occupations with every task matched by text", found=by_text, expected=840),
        Count(what="Occupations with every task matched", found=by_either, expected=882),
        Count(what="Occupations with at least one task matched", found=some, expected=923),
    ]


def _occupation_counts(joined: Joined) -> list[Count]:
    rows = [row for row in joined.rows if row["code"] != ALL_OCCUPATIONS]
    tasked = [row for row in rows if row["tasks"]]
    bare = [row for row in rows if not row["tasks"]]
    exposed = [row for row in tasked if row["observed_exposure"]]
    zero_above = [
        row["code"] for row in exposed if row["observed_exposure"] == "0" and row["tasks_above"] != "0"
    ]
    pooled = [row for row in rows if row["nem_scope"] == "pooled"]
    several = {row["nem_code"] for row in rows if row["nem_code"] and row["nem_shared_by"] != "1"}
    several_tasked = [
        code for code, number in Counter(row["nem_code"] for row in tasked).items() if number > 1
    ]
    return [
        Count(what="Occupations", found=len(rows), expected=1_016),
        Count(what="Occupations with tasks", found=len(tasked), expected=923),
        Count(what="Occupations without tasks: military", found=_military(bare), expected=19),
        Count(what="Occupations without tasks: all other", found=len(bare) - _military(bare), expected=74),
        Count(
            what="With tasks: and a BLS line item",
            found=sum(bool(r["nem_code"]) for r in tasked),
            expected=923,
        ),
        Count(
            what="With tasks: and a BLS line item of the same code", found=_same_code(tasked), expected=893
        ),
        Count(what="With tasks: and an observed exposure", found=len(exposed), expected=876),
        Count(
            what="With tasks: observed exposure zero, tasks above zero", found=len(zero_above), expected=53
        ),
        Count(
            what="The same, counted by six-digit code",
            found=len({code[:7] for code in zero_above}),
            expected=52,
        ),
        Count(what="Codes mapped to a BLS line under another code", found=len(pooled), expected=34),
        Count(
            what="BLS lines under another code", found=len({row["nem_code"] for row in pooled}), expected=12
        ),
        Count(what="BLS lines that serve several codes with tasks", found=len(several_tasked), expected=75),
        Count(what="BLS lines that serve several codes of any kind", found=len(several), expected=84),
    ]


def _capped(lines: list[Row]) -> int:
    return sum(row["wage"].startswith(">=") for row in lines)


def _military(rows: list[Row]) -> int:
    return sum(row["code"].startswith("55-") for row in rows)


def _same_code(rows: list[Row]) -> int:
    return sum(bool(row["nem_code"]) and row["code"].startswith(row["nem_code"]) for row in rows)
