"""A stranger's sheet: what is accepted, what is refused by name, and that a printed sheet reads back."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.unit.checks import occupations
from writer.domain.occupations import Missing
from writer.domain.units import Bound
from writer.errors import DataError
from writer.sources.sheet_json import dump_sheet, parse_sheet


@pytest.mark.parametrize("sheet", [occupations.NURSES, occupations.CLERKS, occupations.WELDERS])
def test_a_printed_sheet_reads_back(sheet: object) -> None:
    printed = dump_sheet(sheet)  # pyright: ignore[reportArgumentType] # a FactSheet
    assert parse_sheet(printed) == sheet
    assert dump_sheet(parse_sheet(printed)) == printed


def test_unknown_keys_are_kept_and_only_facts_are_needed() -> None:
    sheet = parse_sheet('{"facts": [{"id": "a", "value": "1,200", "colour": "red"}], "note": "mine"}')
    assert sheet.fact("a").value == Decimal(1200)
    assert sheet.fact("a").label == "a"
    assert sheet.extra == {"note": "mine"}


def test_words_bounds_and_missing_values() -> None:
    facts = [
        {"id": "verdict", "value": "No"},
        {"id": "wage", "value": 239200, "bound": ">=", "unit": "usd/year"},
        {"id": "gap", "missing": "suppressed"},
        {"id": "growth", "value": -1.7, "unit": "percent"},
    ]
    sheet = parse_sheet({"facts": facts})
    assert sheet.fact("verdict").value == "No"
    assert sheet.fact("wage").bound is Bound.AT_LEAST
    assert (sheet.fact("gap").value, sheet.fact("gap").missing) == (None, Missing.SUPPRESSED)
    assert sheet.fact("growth").number == Decimal("-1.7")


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("{}", "facts"),
        ('{"facts": [{"value": 1}]}', "facts.0.id"),
        ('{"facts": [{"id": "a", "missing": "lost"}]}', "facts.0.missing"),
        ('{"facts": [{"id": "a", "bound": "around"}]}', "facts.0.bound"),
        ('{"facts": [{"id": "a"}, {"id": "a"}]}', "facts.1.id"),
        (
            '{"facts": [], "tasks": [{"id": "t", "penetration_percent": "much"}]}',
            "tasks.0.penetration_percent",
        ),
        ("[]", ""),
        ("{", ""),
        ("[" * 100_000, ""),
    ],
)
def test_a_damaged_sheet_names_the_field(text: str, field: str) -> None:
    with pytest.raises(DataError) as raised:
        parse_sheet(text, file="sheet.json")
    assert raised.value.field == field
    assert raised.value.file == "sheet.json"
