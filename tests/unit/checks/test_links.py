"""The checks of links over passages: as many that must stay silent as must fire, over six sheets."""

from __future__ import annotations

import re

import pytest

from tests.unit.checks import occupations, passages
from tests.unit.checks.judging import TODAY, vocabulary
from writer.checks.base import check_input
from writer.checks.comparisons import Comparisons
from writer.checks.counts import Counts
from writer.checks.quantifiers import Quantifiers
from writer.checks.quantities import Quantities
from writer.checks.run import run_checks
from writer.domain.facts import FactSheet
from writer.domain.findings import Finding
from writer.language.reading import read

CHECKS = (Quantities(), Quantifiers(), Comparisons(), Counts())
NAMES = ("NURSES", "CLERKS", "WELDERS", "LIBRARIANS", "CASHIERS", "DENTISTS")


def findings(text: str, sheet: FactSheet) -> list[Finding]:
    return run_checks(CHECKS, check_input(read(text), sheet, vocabulary(), today=TODAY))


def cases(suffix: str) -> list[object]:
    return [
        pytest.param(getattr(occupations, name), text, id=f"{name.lower()}-{number}")
        for name in NAMES
        for number, text in enumerate(getattr(passages, f"{name}_{suffix}"))
    ]


@pytest.mark.parametrize(("sheet", "text"), cases("RIGHT"))
def test_stays_silent(sheet: FactSheet, text: str) -> None:
    assert [f"{f.check}: {f.message}" for f in findings(text, sheet)] == []


@pytest.mark.parametrize(("sheet", "marked"), cases("WRONG"))
def test_marks_the_wrong_words(sheet: FactSheet, marked: str) -> None:
    text = re.sub(r"\{\{(.*?)\}\}", r"\1", marked)
    spans = []
    for match in re.finditer(r"\{\{(.*?)\}\}", marked):
        start = match.start() - 4 * len(spans)
        spans.append((start, start + len(match[1])))
    found = findings(text, sheet)
    for start, end in spans:
        assert any(f.start < end and start < f.end for f in found), text[start:end]
    strays = [f for f in found if not any(f.start < end and start < f.end for start, end in spans)]
    assert [f.message for f in strays] == []


def test_says_what_is_right_and_where_it_stands() -> None:
    text = "Employment climbs 9.4% between 2024 and 2034."
    (found,) = findings(text, occupations.NURSES)
    assert text[found.start : found.end] == "9.4%"
    assert (found.expected, found.fact) == ("4.9%", "growth_pct")
    assert "4.9% is right for projected job growth" in found.message


def test_a_percentage_in_points_can_be_mended() -> None:
    text = "The BLS projects a 4.9 percentage point rise in employment."
    (found,) = findings(text, occupations.NURSES)
    assert (
        text[: found.start] + found.fix + text[found.end :] == "The BLS projects a 4.9% rise in employment."
    )


def test_the_key_of_a_finding_survives_a_change_elsewhere() -> None:
    wrong = "Employment climbs 9.4% between 2024 and 2034."
    (alone,) = findings(wrong, occupations.NURSES)
    (second,) = findings(f"The field is large. {wrong}", occupations.NURSES)
    assert alone.key == second.key
