"""The outlook index: its known case, its properties and what it withholds."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer.domain.outlook import (
    Confidence,
    ExposureTier,
    GrowthTier,
    OutlookInputs,
    Verdict,
    compute_outlook,
    demand,
    growth_tier,
)
from writer.settings import CHECKOUT
from writer.sources.publishers import read_outlook_rule

D = Decimal
RULE = read_outlook_rule(CHECKOUT / "data" / "outlook.toml")
SOUND = OutlookInputs(
    observed=D(0),
    theoretical=D("42.6"),
    growth=D("-1.7"),
    all_growth=D("3.1"),
    tasks_above=0,
    matched_percent=D(100),
    ranks={"observed": D(27), "theoretical": D(58), "applicability": D(25)},
)
percents = st.decimals(min_value=0, max_value=100, places=2)
growths = st.decimals(min_value=-60, max_value=60, places=1)


def test_sound_engineers_score_seventy_with_parts_and_range() -> None:
    outlook = compute_outlook(SOUND, RULE)
    assert (outlook.headline, outlook.low, outlook.high) == (70, 42, 78)
    assert (outlook.exposure_part, outlook.demand_part) == (D("60.0"), D("10.40"))
    assert outlook.confidence is Confidence.MEDIUM
    assert outlook.exposure_tier is ExposureTier.ZERO
    assert outlook.growth_tier is GrowthTier.DECLINE


@given(observed=percents, more=percents, growth=growths)
def test_falls_with_exposure(observed: Decimal, more: Decimal, growth: Decimal) -> None:
    low, high = sorted((observed, more))
    inputs = replace(SOUND, growth=growth)
    parts = [compute_outlook(replace(inputs, observed=value), RULE).exposure_part for value in (low, high)]
    assert parts[0] is not None
    assert parts[1] is not None
    assert parts[0] >= parts[1]


@given(growth=growths, more=growths)
def test_rises_with_growth(growth: Decimal, more: Decimal) -> None:
    low, high = sorted((growth, more))
    assert demand(low, D("3.1"), RULE) <= demand(high, D("3.1"), RULE)


@given(observed=percents, theoretical=percents, growth=growths)
def test_parts_sum_to_the_headline_rounded_once_and_lie_in_the_range(
    observed: Decimal, theoretical: Decimal, growth: Decimal
) -> None:
    outlook = compute_outlook(replace(SOUND, observed=observed, theoretical=theoretical, growth=growth), RULE)
    assert outlook.exposure_part is not None
    assert outlook.demand_part is not None
    assert outlook.low is not None
    assert outlook.high is not None
    total = outlook.exposure_part + outlook.demand_part
    assert 0 <= outlook.low <= round(total) + 1
    assert outlook.high <= 100
    if outlook.headline is not None:
        assert abs(outlook.headline - total) <= D("0.5")
        assert outlook.low <= outlook.headline <= outlook.high


def test_no_observed_exposure_gives_the_range_alone() -> None:
    outlook = compute_outlook(replace(SOUND, observed=None), RULE)
    assert (outlook.headline, outlook.withheld, outlook.verdict) == (None, "no_exposure", Verdict.OPEN)
    assert outlook.low is not None


def test_too_few_matched_tasks_give_no_verdict() -> None:
    outlook = compute_outlook(replace(SOUND, matched_percent=D(59)), RULE)
    assert (outlook.headline, outlook.withheld, outlook.verdict) == (None, "few_tasks", Verdict.OPEN)


def test_a_steep_decline_makes_a_good_headline_give_way_to_its_parts() -> None:
    outlook = compute_outlook(replace(SOUND, growth=D(-5)), RULE)
    assert (outlook.headline, outlook.withheld) == (None, "steep_decline")
    assert outlook.exposure_part == D("60.0")


@pytest.mark.parametrize(("theoretical", "verdict"), [(D(0), Verdict.UNLIKELY), (D(60), Verdict.UNLIKELY)])
def test_zero_alone_never_gives_a_plain_no(theoretical: Decimal, verdict: Verdict) -> None:
    assert compute_outlook(replace(SOUND, theoretical=theoretical), RULE).verdict is verdict


def test_zero_exposure_beside_measured_use_on_tasks_never_gives_a_no() -> None:
    assert compute_outlook(replace(SOUND, tasks_above=9), RULE).verdict is Verdict.PARTLY


@given(observed=percents, theoretical=percents, growth=growths, above=st.integers(0, 40))
def test_a_plain_no_needs_exposure_above_zero_and_little_in_theory(
    observed: Decimal, theoretical: Decimal, growth: Decimal, above: int
) -> None:
    inputs = replace(SOUND, observed=observed, theoretical=theoretical, growth=growth, tasks_above=above)
    if compute_outlook(inputs, RULE).verdict is Verdict.NO:
        assert observed > 0
        assert theoretical <= RULE.no_max_theoretical


@pytest.mark.parametrize(
    ("growth", "tier"),
    [("-5", GrowthTier.STEEP_DECLINE), ("-1.0", GrowthTier.DECLINE), ("-0.9", GrowthTier.FLAT),
     ("0.9", GrowthTier.FLAT), ("1.0", GrowthTier.GROWTH), ("5", GrowthTier.FAST_GROWTH)],
)  # fmt: skip
def test_flat_is_less_than_one_percent_either_way(growth: str, tier: GrowthTier) -> None:
    assert growth_tier(D(growth), RULE) is tier
