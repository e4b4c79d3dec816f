"""Tells products: who describes them, what they do in the verbs of their records, when that was checked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from writer.domain.drafts import ReplySentence
from writer.domain.occupations import Evidence
from writer.llm.offline.phrases import listed, says
from writer.llm.offline.plan import PagePlan

MOST_PARTS = 2  # products of which the person's part is told as well
_DENIES = re.compile(r"\b(cannot|not)\b")
_POINTS_BACK = re.compile(r"\b(them|they|it|the measurements)\b")


def told(tools: Sequence[Evidence], plan: PagePlan) -> list[ReplySentence]:
    """Return the products in order, dated, no two in the same form."""
    shared = _shared_date(tools)
    said = [shared] if shared is not None else []
    parts = 0
    for place, tool in enumerate(tools):
        said.append(says(f"{_form(tool, _verbs(tool, plan), place)}.", "evidence", tool.id, *tool.tasks))
        if shared is None and tool.checked_on:
            said.append(_date(tool, place))
        if parts < MOST_PARTS and _tells_part(tool, plan):
            said.append(says(f"{tool.human_part}.", "evidence", tool.id))
            parts += 1
    return said


def own_words(tool: Evidence) -> bool:
    """True if the page behind the record is the maker's own."""
    return bool(tool.vendor) and tool.source_title.startswith(f"{tool.vendor},")


def _shared_date(tools: Sequence[Evidence]) -> ReplySentence | None:
    """Return the sentence that dates the records together, where they were checked on the same day."""
    days = {tool.checked_on for tool in tools}
    if len(tools) < 2 or len(days) != 1 or None in days:
        return None
    date, ids = f"[[{tools[0].id}.checked_on]]", [tool.id for tool in tools]
    makers = all(own_words(tool) or tool.product_status == "open_source" for tool in tools)
    if makers and len(tools) == 2:
        return says(
            f"Of the products on record we have what their makers say, checked on {date}.",
            "evidence",
            *ids,
        )
    if makers:
        return says(
            f"The makers' own pages, checked on {date}, say what the products do; they do not settle how "
            "well.",
            "evidence",
            *ids,
        )
    if len(tools) > 2:
        return says(
            f"The products named here were checked on {date}, and are told by what they do, not by how "
            "well they do it.",
            "evidence",
            *ids,
        )
    return says(f"The products on record were checked on {date}.", "evidence", *ids)


def _date(tool: Evidence, place: int) -> ReplySentence:
    if place:
        return says(f"The record of {tool.name} is of [[{tool.id}.checked_on]].", "evidence", tool.id)
    return says(f"That was checked on [[{tool.id}.checked_on]].", "evidence", tool.id)


def _is_pair(tool: Evidence, plan: PagePlan) -> bool:
    return plan.records.pair is not None and tool.id == plan.records.pair.id


def _tells_part(tool: Evidence, plan: PagePlan) -> bool:
    """True if the record says what stays with a person, without saying what the product fails to do."""
    return bool(tool.human_part) and not _is_pair(tool, plan) and not _DENIES.search(tool.human_part)


def _verbs(tool: Evidence, plan: PagePlan) -> str:
    """Return what the product does; of several things, the one that the before-and-after pair tells stays there."""
    rest = tool.does[1:]
    if _is_pair(tool, plan) and len(rest) > 1 and not _POINTS_BACK.search(rest[0]):
        return listed(rest)
    return listed(tool.does)


def _form(tool: Evidence, verbs: str, place: int) -> str:
    if tool.product_status == "unknown":
        return _unsettled(tool, verbs, place)
    if tool.product_status == "renamed":
        return f"{tool.name}, a product that was renamed, {verbs}"
    if tool.product_status == "open_source":
        return (
            f"The open-source project {tool.name} {verbs}"
            if place % 2
            else f"{tool.name}, an open-source project, {verbs}"
        )
    if own_words(tool):
        return _by_maker(tool, verbs, place)
    return (
        f"By an outside account, {tool.name} {verbs}"
        if place % 2
        else f"Outside accounts describe {tool.name} as a product that {verbs}"
    )


def _by_maker(tool: Evidence, verbs: str, place: int) -> str:
    match place:
        case 0:
            return f"According to its maker, {tool.name} {verbs}"
        case 1:
            return f"For {tool.used_for} there is {tool.name}, which {verbs}"
        case 2:
            return f"{tool.name} {verbs}, its makers write"
        case 3:
            return f"Another product, {tool.name}, {verbs}"
        case _:
            return f"The makers of {tool.name} say that it {verbs}"


def _unsettled(tool: Evidence, verbs: str, place: int) -> str:
    """Tell what was shown of it without saying that it can be bought."""
    if tool.vendor == "research prototype":
        return f"A research prototype, {tool.name}, {verbs}"
    if place < 2:
        return f"{tool.name}, by the record that we hold, {verbs}; whether it can be bought today is not shown there"
    if place == 2:
        return f"Of {tool.name} it is on record that it {verbs}, though not that it is still sold"
    return f"{tool.name} is on record as a system that {verbs}"
