"""The outlook index: one published formula, its parts, its range and how far to trust it.

It is an index, no probability and no rating by any agency. It falls with observed AI exposure and rises with
projected growth; the parts sum to the total, which is rounded once. The rule is data (`data/outlook.toml`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from itertools import product

HUNDRED = Decimal(100)
ZERO = Decimal(0)


class Verdict(StrEnum):
    """The answer to "will AI replace ...?", always said "on evidence to DATE"."""

    NO = "no"
    UNLIKELY = "unlikely"  #: points to no, on evidence that cannot carry a plain no
    PARTLY = "partly"
    MOSTLY = "mostly"
    OPEN = "open"  #: too little is measured for a verdict


class ExposureTier(StrEnum):
    """How much AI use the Index observes in the occupation as a whole."""

    UNMEASURED = "unmeasured"
    ZERO = "zero"
    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class GrowthTier(StrEnum):
    """The projected change in employment over the projection period."""

    UNKNOWN = "unknown"
    STEEP_DECLINE = "steep_decline"
    DECLINE = "decline"
    FLAT = "flat"
    GROWTH = "growth"
    FAST_GROWTH = "fast_growth"


class Confidence(StrEnum):
    """How far the exposure measures agree on where the occupation stands among all occupations."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    NONE = "none"  #: fewer than two measures


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlookRule:
    """The weights and thresholds of `data/outlook.toml`; percent and points throughout, weights sum to one."""

    edition: str
    exposure_weight: Decimal
    demand_weight: Decimal
    wiggle: Decimal
    neutral: Decimal
    per_point: Decimal
    min_matched_percent: Decimal
    steep_decline: Decimal
    yields_at: Decimal
    verdict_unlikely: Decimal
    verdict_partly: Decimal
    no_max_theoretical: Decimal
    exposure_low: Decimal
    exposure_moderate: Decimal
    exposure_high: Decimal
    growth_steep: Decimal
    growth_flat: Decimal
    growth_fast: Decimal
    confidence_high: Decimal
    confidence_medium: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlookInputs:
    """What the index is computed from. Exposures and growth in percent; None where nothing is published.

    `ranks` are the percentile ranks (0 to 100) of the occupation by each exposure measure.
    """

    observed: Decimal | None
    theoretical: Decimal | None
    growth: Decimal | None
    all_growth: Decimal | None
    tasks_above: int
    matched_percent: Decimal
    ranks: Mapping[str, Decimal] = field(default_factory=dict[str, Decimal])


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """The index of one occupation. `headline` is None where the rule gives none; `withheld` then says why."""

    headline: int | None
    exposure_part: Decimal | None
    demand_part: Decimal | None
    low: int | None
    high: int | None
    confidence: Confidence
    exposure_tier: ExposureTier
    growth_tier: GrowthTier
    verdict: Verdict
    withheld: str = ""  #: "" | no_exposure | few_tasks | no_growth | steep_decline
    edition: str = ""


def demand(growth: Decimal, all_growth: Decimal, rule: OutlookRule) -> Decimal:
    """Return the demand score, 0 to 100; 50 means growth in step with all occupations."""
    return min(HUNDRED, max(ZERO, rule.neutral + rule.per_point * (growth - all_growth)))


def compute_outlook(inputs: OutlookInputs, rule: OutlookRule) -> Outlook:
    """Return the outlook of these inputs. Never raises: what cannot be computed is withheld with its reason."""
    withheld = _withheld(inputs, rule)
    score = _score(inputs.observed, inputs, rule.exposure_weight, rule)
    low, high = _range(inputs, rule)
    headline = _round(sum(score, ZERO)) if score else None
    if withheld in ("no_exposure", "few_tasks", "no_growth"):
        headline, score = None, None
    elif headline is not None and inputs.growth is not None and _yields(headline, inputs.growth, rule):
        withheld, headline = "steep_decline", None
    return Outlook(
        headline=headline,
        exposure_part=score[0] if score else None,
        demand_part=score[1] if score else None,
        low=low,
        high=high,
        confidence=_confidence(inputs, rule),
        exposure_tier=exposure_tier(inputs.observed, rule),
        growth_tier=growth_tier(inputs.growth, rule),
        verdict=_verdict(headline, withheld, inputs, rule),
        withheld=withheld,
        edition=rule.edition,
    )


def exposure_tier(observed: Decimal | None, rule: OutlookRule) -> ExposureTier:
    """Return the tier of an observed exposure in percent."""
    if observed is None:
        return ExposureTier.UNMEASURED
    if observed < rule.exposure_low:
        return ExposureTier.ZERO
    if observed < rule.exposure_moderate:
        return ExposureTier.LOW
    return ExposureTier.MODERATE if observed < rule.exposure_high else ExposureTier.HIGH


def growth_tier(growth: Decimal | None, rule: OutlookRule) -> GrowthTier:
    """Return the tier of a growth in percent; |growth| below the flat threshold is flat."""
    if growth is None:
        return GrowthTier.UNKNOWN
    if growth <= rule.growth_steep:
        return GrowthTier.STEEP_DECLINE
    if abs(growth) < rule.growth_flat:
        return GrowthTier.FLAT
    if growth < 0:
        return GrowthTier.DECLINE
    return GrowthTier.FAST_GROWTH if growth >= rule.growth_fast else GrowthTier.GROWTH


def _withheld(inputs: OutlookInputs, rule: OutlookRule) -> str:
    if inputs.observed is None:
        return "no_exposure"
    if inputs.growth is None or inputs.all_growth is None:
        return "no_growth"
    return "few_tasks" if inputs.matched_percent < rule.min_matched_percent else ""


def _yields(headline: int, growth: Decimal, rule: OutlookRule) -> bool:
    return growth <= rule.steep_decline and headline >= rule.yields_at


def _score(
    exposure: Decimal | None, inputs: OutlookInputs, weight: Decimal, rule: OutlookRule
) -> tuple[Decimal, Decimal] | None:
    if exposure is None or inputs.growth is None or inputs.all_growth is None:
        return None
    return weight * (HUNDRED - exposure), (1 - weight) * demand(inputs.growth, inputs.all_growth, rule)


def _range(inputs: OutlookInputs, rule: OutlookRule) -> tuple[int | None, int | None]:
    weights = (rule.exposure_weight - rule.wiggle, rule.exposure_weight, rule.exposure_weight + rule.wiggle)
    scores = [
        sum(score, ZERO)
        for exposure, weight in product((inputs.observed, inputs.theoretical), weights)
        if (score := _score(exposure, inputs, weight, rule)) is not None
    ]
    return (_round(min(scores)), _round(max(scores))) if scores else (None, None)


def _confidence(inputs: OutlookInputs, rule: OutlookRule) -> Confidence:
    ranks = list(inputs.ranks.values())
    if inputs.observed is None or len(ranks) < 2:
        return Confidence.NONE
    spread = max(ranks) - min(ranks)
    if spread <= rule.confidence_high:
        return Confidence.HIGH
    return Confidence.MEDIUM if spread <= rule.confidence_medium else Confidence.LOW


def _verdict(headline: int | None, withheld: str, inputs: OutlookInputs, rule: OutlookRule) -> Verdict:
    if withheld == "steep_decline":
        return Verdict.PARTLY
    if headline is None:
        return Verdict.OPEN
    if headline < rule.verdict_partly:
        return Verdict.MOSTLY
    if headline < rule.verdict_unlikely:
        return Verdict.PARTLY
    zero = inputs.observed is not None and inputs.observed < rule.exposure_low
    little = inputs.theoretical is not None and inputs.theoretical <= rule.no_max_theoretical
    if zero and inputs.tasks_above:
        return Verdict.PARTLY
    return Verdict.NO if little and not zero else Verdict.UNLIKELY


def _round(value: Decimal) -> int:
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))
