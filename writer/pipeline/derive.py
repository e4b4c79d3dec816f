"""Facts that are computed from published ones: differences, shares, the outlook, percentiles, ranks.

Each states its formula in words. What cannot be computed is not on the sheet: no derived fact stands for a missing one.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from writer.domain.facts import Comparator, Fact
from writer.domain.occupations import Missing
from writer.domain.outlook import Outlook
from writer.domain.ports import Figures
from writer.domain.units import Bound
from writer.pipeline.population import Population

PERIOD = "2024-34"
OUTLOOK_FORMULA = (
    "0.6 x (100 - observed exposure) + 0.4 x demand; "
    "demand = clip(50 + 5 x (growth - growth of all occupations), 0, 100)"
)
#: fact id, measure of the population, source fact, label
PERCENTILES: tuple[tuple[str, str, str, str], ...] = (
    ("percentile.growth", "growth_percent", "bls.growth.2024-34", "percentile of projected growth"),
    ("percentile.wage", "wage", "bls.wage.2024", "percentile of median wage"),
    ("percentile.employment", "employment_2024", "bls.employment.2024", "percentile of employment"),
    ("percentile.exposure", "observed_exposure", "aei.exposure", "percentile of observed AI exposure"),
    (
        "percentile.theoretical",
        "theoretical_exposure",
        "eloundou.exposure",
        "percentile of theoretical AI exposure",
    ),
    (
        "percentile.applicability",
        "applicability",
        "microsoft.applicability",
        "percentile of AI applicability",
    ),
)


def derived_facts(facts: dict[str, Fact]) -> Iterator[Fact]:
    """Differences and shares that prose needs. Each states its formula in the labels of its inputs."""

    def number(fact_id: str) -> Decimal | None:
        fact = facts.get(fact_id)
        return fact.value if fact is not None and isinstance(fact.value, Decimal) else None

    def derived(fact_id: str, label: str, unit: str, value: Decimal, formula: str, *inputs: str) -> Fact:
        first = facts[inputs[0]]
        bound = next((facts[name].bound for name in inputs if facts[name].bound), None)
        return Fact(
            id=fact_id,
            label=label,
            unit=unit,
            value=value,
            bound=bound,
            period=first.period,
            source=first.source,
            scope=first.scope,
            tier="derived",
            formula=formula,
            inputs=inputs,
        )

    growth, average = number("bls.growth.2024-34"), number("bls.all.growth.2024-34")
    if growth is not None and average is not None:
        yield derived(
            "bls.growth.gap",
            "projected job growth against all occupations",
            "percentage points",
            growth - average,
            "growth - growth of all occupations",
            "bls.growth.2024-34",
            "bls.all.growth.2024-34",
        )
    change = number("bls.change.2024-34")
    if change is not None:
        yield derived(
            "bls.change.per_year",
            "projected change in employment, per year",
            "jobs/year",
            change / 10,
            "projected change / 10 years",
            "bls.change.2024-34",
        )
    openings, employed = number("bls.openings.2024-34"), number("bls.employment.2024")
    if openings is not None and employed:
        share = (100 * openings / employed).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
        yield derived(
            "bls.openings.share",
            "annual openings as a share of employment",
            "percent",
            share,
            "100 x annual openings / people employed",
            "bls.openings.2024-34",
            "bls.employment.2024",
        )
    wage, average_wage = number("bls.wage.2024"), number("bls.all.wage.2024")
    if wage is not None and average_wage is not None:
        yield derived(
            "bls.wage.gap",
            "median wage against all occupations",
            "usd/year",
            wage - average_wage,
            "median wage - median wage of all occupations",
            "bls.wage.2024",
            "bls.all.wage.2024",
        )
        ratio = (wage / average_wage * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP)
        yield derived(
            "bls.wage.ratio",
            "median wage as a share of that of all occupations",
            "percent",
            ratio,
            "100 x median wage / median wage of all occupations",
            "bls.wage.2024",
            "bls.all.wage.2024",
        )


def outlook_facts(outlook: Outlook, population: Population, prefix: str = "outlook") -> Iterator[Fact]:
    def modelled(name: str, label: str, unit: str, value: Decimal | int | str | None, formula: str) -> Fact:
        held = Decimal(value) if isinstance(value, int) else value
        return Fact(
            id=f"{prefix}.{name}",
            label=label,
            unit=unit,
            value=held,
            missing=None if held is not None else Missing.NOT_PUBLISHED,
            period="current",
            source="outlook",
            tier="modelled",
            formula=formula,
        )

    yield modelled("headline", "career outlook score", "points out of 100", outlook.headline, OUTLOOK_FORMULA)
    yield modelled(
        "low",
        "lower end of the outlook range",
        "points out of 100",
        outlook.low,
        "least over the exposure measures and the weights 10 points either way",
    )
    yield modelled(
        "high",
        "upper end of the outlook range",
        "points out of 100",
        outlook.high,
        "most over the exposure measures and the weights 10 points either way",
    )
    yield modelled(
        "part.exposure",
        "outlook points from low exposure",
        "points",
        _tenth(outlook.exposure_part),
        "0.6 x (100 - observed exposure)",
    )
    yield modelled(
        "part.demand", "outlook points from demand", "points", _tenth(outlook.demand_part), "0.4 x demand"
    )
    yield modelled(
        "confidence",
        "confidence in the outlook score",
        "",
        outlook.confidence.value,
        "spread of the percentile ranks of the exposure measures",
    )
    yield modelled(
        "verdict",
        "will AI replace this occupation?",
        "",
        outlook.verdict.value,
        "verdict rule of outlook.toml",
    )
    if outlook.headline is not None:
        yield modelled(
            "percentile",
            "percentile of the outlook score",
            "percentile",
            population.percentile("headline", Decimal(outlook.headline)),
            "percentile rank among occupations with a score",
        )


def percentiles(facts: dict[str, Fact], population: Population) -> Iterator[Fact]:
    for fact_id, measure, source_id, label in PERCENTILES:
        source = facts.get(source_id)
        if source is None or not isinstance(source.value, Decimal) or source.bound is Bound.AT_LEAST:
            continue
        formula = f"percentile rank among {population.size(measure):,} occupations"
        yield Fact(
            id=fact_id,
            label=label,
            unit="percentile",
            value=population.percentile(measure, source.value),
            period=source.period,
            source=source.source,
            scope=source.scope,
            tier="derived",
            formula=formula,
            inputs=(source_id,),
        )


def comparator(name: str, row: Figures, population: Population) -> Comparator:
    outlook = population.outlook(row)
    prefix = f"cmp.{row.code}"
    exposure, growth = row.values.get("observed_exposure"), row.values.get("growth_percent")
    headline = Decimal(outlook.headline) if outlook.headline is not None else None
    wage, employed = row.values.get("wage"), row.values.get("employment_2024")
    facts = (
        _comparator_fact(
            f"{prefix}.outlook", "career outlook score", "points out of 100", headline, "current", "outlook"
        ),
        _comparator_fact(f"{prefix}.exposure", "observed AI exposure", "percent", exposure, "current", "aei"),
        _comparator_fact(
            f"{prefix}.growth", "projected job growth", "percent change", growth, PERIOD, "bls-ep"
        ),
        _comparator_fact(f"{prefix}.employment", "people employed", "persons", employed, "2024", "bls-ep"),
        _comparator_fact(
            f"{prefix}.wage", "median annual wage", "usd/year", wage, "2024", "bls-ep", row.wage_bound
        ),
    )
    return Comparator(id=row.code, name=name, facts=facts)


def _comparator_fact(
    fact_id: str,
    label: str,
    unit: str,
    value: Decimal | None,
    period: str,
    source: str,
    bound: Bound | None = None,
) -> Fact:
    missing = None if value is not None else Missing.NOT_PUBLISHED
    return Fact(
        id=fact_id,
        label=label,
        unit=unit,
        value=value,
        missing=missing,
        period=period,
        source=source,
        bound=bound if value is not None else None,
        tier="modelled" if source == "outlook" else "measured",
    )


def ranks(facts: dict[str, Fact], comparators: tuple[Comparator, ...]) -> Iterator[Fact]:
    """Ranks among the compared occupations, 1 = highest; ties share the better rank."""
    pairs = (
        ("rank.outlook", "outlook.headline", "outlook", "rank by career outlook score"),
        ("rank.exposure", "aei.exposure", "exposure", "rank by observed AI exposure"),
        ("rank.growth", "bls.growth.2024-34", "growth", "rank by projected job growth"),
        ("rank.wage", "bls.wage.2024", "wage", "rank by median annual wage"),
    )
    if comparators:
        yield Fact(
            id="compared.count",
            label="occupations compared",
            unit="occupations",
            value=Decimal(len(comparators) + 1),
            tier="derived",
            source="outlook",
            formula="this occupation and its related occupations",
        )
    for fact_id, own_id, suffix, label in pairs:
        own = facts[own_id].value
        others = [fact.value for c in comparators if (fact := c.fact(f".{suffix}")) is not None]
        if (
            not isinstance(own, Decimal)
            or not others
            or not all(isinstance(value, Decimal) for value in others)
        ):
            continue
        above = sum(value > own for value in others if isinstance(value, Decimal))
        yield Fact(
            id=fact_id,
            label=label,
            unit="rank",
            value=Decimal(above + 1),
            tier="derived",
            source=facts[own_id].source,
            formula=f"rank among {len(others) + 1}, highest first",
            inputs=(own_id,),
        )


def _tenth(value: Decimal | None) -> Decimal | None:
    return None if value is None else value.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
