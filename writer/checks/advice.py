"""Advice must select: to favour the tasks at zero says nothing where every task is at zero."""

from __future__ import annotations

from collections.abc import Iterator

from writer.checks.base import CheckInput, finding
from writer.checks.frames import any_of, cues, find
from writer.domain.findings import Finding, Severity

_ADVISE = any_of(
    """double down on, focus on, lean into, lean on, concentrate on, prioritize, prioritise, invest in, build on,
    specialize in, specialise in, move toward, move towards, shift toward, shift towards, steer toward,
    steer towards, stick to, stay with, put your time into, spend more time on, anchor yourself in, get better at,
    play up, gravitate toward, gravitate towards"""
)
_CHOSEN = (
    r"(?:the |those |these |your |any )?(?:\w+ ){0,2}?(?:tasks?|parts?|work|duties|areas|skills) (?:of (?:the|"
    r"your) (?:job|role|work) )?"
    r"(?:that |which )?(?:are |is |was |were |sit |sits |stay |stays |remain |score |scored |showed |show |with |"
    r"at |where |AI )*"
    r"(?:at |with |showed |a |the |has |have |no |of )*"
    r"(?P<value>0 ?%|zero|no (?:measured |measurable |recorded )?(?:AI )?(?:use|penetration|exposure)|can't (?:do|"
    r"reach|touch)|cannot (?:do|reach)|hasn't (?:touched|reached)|human|untouched)"
)
_NAMED_FIRST = (
    r"(?:the |those |these |your |any )?(?P<before>untouched|zero|0%|human|AI-free|zero-penetration|zero-exposure|safe)"
    r"(?: penetration)? (?:tasks?|parts?|work|duties|areas)"
)
_ADVICE = cues(rf"{_ADVISE} (?P<chosen>{_CHOSEN}|{_NAMED_FIRST})")


class Advice:
    """Whether advice chooses between things that differ."""

    name = "advice"
    house = False

    def __call__(self, page: CheckInput) -> list[Finding]:
        """Return advice that picks tasks by a value which all tasks share."""
        return list(_unselective(page))


def _unselective(page: CheckInput) -> Iterator[Finding]:
    known = {row.value for row in page.index.tasks() if row.value is not None}
    if len(known) != 1 or len(page.index.tasks()) < 2:
        return
    severity = Severity.ERROR if page.house else Severity.WARNING
    for _, match in find(_ADVICE, page.reading.text, page.reading.sentences):
        yield finding(
            page,
            Advice.name,
            match.start("chosen"),
            match.end(),
            "this advice selects nothing: every task on the sheet has the same value",
            severity=severity,
        )


CHECK = Advice()
