"""Whether the sheet holds what a claim says: supported, contradicted, unsupported or not checkable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from writer.claims.extract import Claim
from writer.claims.index import Index, Row

Status = Literal["supported", "contradicted", "unsupported", "not_checkable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A claim and what the sheet says to it. `expected` is what prose would print in its place."""

    claim: Claim
    status: Status
    rows: tuple[Row, ...] = ()
    formula: str = ""
    expected: str = ""
    fix: str = ""  #: text that could stand in the claim's span, only where one is certain
    check: str = "quantities"  #: the check whose business it is
    reason: str = ""  #: for a writer: what is wrong


def link(claim: Claim, index: Index) -> Link:
    """Return the link of a claim."""
    return Link(claim=claim, status="not_checkable")


def link_all(claims: tuple[Claim, ...], index: Index) -> tuple[Link, ...]:
    """Return one link for each claim, in order."""
    return tuple(link(claim, index) for claim in claims)
