"""Fact sheets: published figures as printed, derived facts with a formula, missing with a reason."""

import datetime as dt
from decimal import Decimal

import pytest

from tests import builders
from writer.domain.facts import FactSheet
from writer.domain.occupations import Missing
from writer.domain.units import Bound
from writer.settings import CHECKOUT

D = Decimal
BUNDLED = sorted(file.stem for file in (CHECKOUT / "data" / "starter" / "tasks").glob("*.json"))


def number(sheet: FactSheet, fact_id: str) -> Decimal:
    return sheet.fact(fact_id).number


def test_sound_engineers_field_by_field() -> None:
    sheet = builders.starter_sheet("27-4014.00")
    expected = {
        "bls.employment.2024": 16900, "bls.employment.2034": 16600, "bls.change.2024-34": -300,
        "bls.growth.2024-34": D("-1.7"), "bls.openings.2024-34": 1200, "bls.wage.2024": 66430,
        "aei.exposure": 0, "eloundou.exposure": D("42.6"), "bls.all.growth.2024-34": D("3.1"),
        "tasks.total": 14, "tasks.core": 13, "tasks.supplemental": 1, "tasks.zero": 14, "tasks.above": 0,
        "outlook.headline": 70, "outlook.part.exposure": D("60.0"), "outlook.part.demand": D("10.4"),
        "bls.growth.gap": D("-4.8"), "bls.openings.share": D("7.1"), "bls.change.per_year": D("-30"),
    }  # fmt: skip
    assert {fact_id: number(sheet, fact_id) for fact_id in expected} == expected


def test_every_derived_fact_states_its_formula() -> None:
    for code in BUNDLED:
        for fact in builders.starter_sheet(code).facts.values():
            assert fact.tier not in ("derived", "modelled") or fact.formula, fact.id


def test_every_missing_fact_states_its_reason_and_is_never_zero() -> None:
    for code in BUNDLED:
        for fact in builders.starter_sheet(code).facts.values():
            assert (fact.value is None) == (fact.missing is not None), (code, fact.id)


@pytest.mark.parametrize("code", ["13-1082.00", "29-1212.00", "31-1121.00"])
def test_no_observed_exposure_means_no_headline(code: str) -> None:
    sheet = builders.starter_sheet(code)
    assert sheet.fact("aei.exposure").missing is Missing.NOT_IN_RELEASE
    assert not sheet.known("outlook.headline")
    assert sheet.known("outlook.low", "outlook.high")
    assert sheet.fact("outlook.verdict").value == "open"


def test_scope_travels_with_the_figures_of_shared_and_pooled_rows() -> None:
    pooled = builders.starter_sheet("31-1121.00").fact("bls.growth.2024-34").scope
    assert pooled is not None
    assert (pooled.kind, pooled.name) == ("pooled", "Home health and personal care aides")
    shared = builders.starter_sheet("15-1299.01").fact("aei.exposure").scope
    assert shared is not None
    assert shared.kind == "shared"
    assert builders.starter_sheet("27-4014.00").fact("bls.growth.2024-34").scope is None


def test_a_capped_wage_is_a_bound_and_an_unpublished_one_missing() -> None:
    wage = builders.starter_sheet("29-1212.00").fact("bls.wage.2024")
    assert wage.bound is Bound.AT_LEAST
    assert wage.printed() == "at least $239,200"
    assert builders.starter_sheet("27-2011.00").fact("bls.wage.2024").missing is Missing.NOT_PUBLISHED


def test_economics_teachers_have_zero_exposure_and_measured_use() -> None:
    sheet = builders.starter_sheet("25-1063.00")
    assert (number(sheet, "aei.exposure"), number(sheet, "tasks.above")) == (0, 9)
    assert sheet.fact("outlook.verdict").value == "partly"


def test_an_occupation_with_nothing_has_a_sheet_without_figures() -> None:
    sheet = builders.starter_sheet("55-3018.00")
    assert not sheet.tasks
    assert not sheet.known("bls.employment.2024")
    assert sheet.fact("bls.employment.2024").missing is Missing.NOT_IN_RELEASE


def test_expired_and_unconfirmed_records_stay_off_the_sheet() -> None:
    assert builders.starter_sheet("27-4014.00").evidence
    assert not builders.starter_sheet("27-4014.00", day=dt.date(2035, 1, 1)).evidence


def test_ranks_count_from_the_highest() -> None:
    sheet = builders.starter_sheet("27-4014.00")
    own = number(sheet, "bls.growth.2024-34")
    others = [fact.number for c in sheet.comparators if (fact := c.fact(".growth")) is not None]
    assert number(sheet, "rank.growth") == 1 + sum(value > own for value in others)
