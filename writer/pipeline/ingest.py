"""Builds the fact sheet of one occupation: published figures as they are printed, derived facts with their formula.

This is the only place where facts are made. Whatever a page may say about a number has its row here, so that
neither a model nor a template ever does arithmetic. Where BLS prints a figure, the printed one is quoted: its
percent change is never recomputed from the two head-counts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal

from writer.domain.facts import Comparator, Fact, FactSheet, Scope
from writer.domain.occupations import Evidence, Missing, SourceRecord, Task
from writer.domain.outlook import Outlook
from writer.domain.ports import Figures, OccupationRecord
from writer.domain.units import Bound
from writer.pipeline.population import Population

PERIOD = "2024-34"
HALF = Decimal(50)

#: fact id, field of the figures, label, unit, period, source
PUBLISHED: tuple[tuple[str, str, str, str, str, str], ...] = (
    ("bls.employment.2024", "employment_2024", "people employed", "persons", "2024", "bls-ep"),
    ("bls.employment.2034", "employment_2034", "projected employment", "persons", "2034", "bls-ep"),
    ("bls.change.2024-34", "change_2024_34", "projected change in employment", "jobs", PERIOD, "bls-ep"),
    ("bls.growth.2024-34", "growth_percent", "projected job growth", "percent change", PERIOD, "bls-ep"),
    ("bls.openings.2024-34", "openings", "annual job openings", "openings/year", PERIOD, "bls-ep"),
    ("bls.wage.2024", "wage", "median annual wage", "usd/year", "2024", "bls-ep"),
    ("aei.exposure", "observed_exposure", "observed AI exposure", "percent", "current", "aei"),
    (
        "eloundou.exposure",
        "theoretical_exposure",
        "theoretical AI exposure",
        "percent",
        "current",
        "eloundou",
    ),
    ("microsoft.applicability", "applicability", "AI applicability score", "score", "current", "microsoft"),
)
ALL_PUBLISHED: tuple[tuple[str, str, str, str, str, str], ...] = (
    (
        "bls.all.employment.2024",
        "employment_2024",
        "people employed, all occupations",
        "persons",
        "2024",
        "bls-ep",
    ),
    (
        "bls.all.growth.2024-34",
        "growth_percent",
        "projected job growth, all occupations",
        "percent change",
        PERIOD,
        "bls-ep",
    ),
    ("bls.all.wage.2024", "wage", "median annual wage, all occupations", "usd/year", "2024", "bls-ep"),
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


def build_fact_sheet(
    record: OccupationRecord,
    population: Population,
    all_occupations: Figures,
    sources: tuple[SourceRecord, ...],
    day: dt.date,
) -> FactSheet:
    """Return the sheet of one occupation as of `day`; evidence that has expired or is unconfirmed stays off it."""
    outlook = population.outlook(record.figures)
    facts: dict[str, Fact] = {}
    groups: tuple[Iterable[Fact], ...] = (
        _published(record.figures, PUBLISHED),
        _published(all_occupations, ALL_PUBLISHED),
        _task_facts(record.tasks),
        _edition_facts(sources, day),
    )
    for group in groups:
        facts.update({fact.id: fact for fact in group})
    comparators = tuple(_comparator(subject.plural, row, population) for subject, row in record.related)
    facts.update({fact.id: fact for fact in _derived(facts)})
    facts.update({fact.id: fact for fact in _outlook_facts(outlook, population)})
    facts.update({fact.id: fact for fact in _percentiles(facts, population)})
    facts.update({fact.id: fact for fact in _ranks(facts, comparators)})
    usable = tuple(item for item in record.evidence if item.usable_on(day))
    facts.update({fact.id: fact for fact in _evidence_dates(usable)})
    return FactSheet(
        subject=record.subject,
        facts=facts,
        tasks=record.tasks,
        comparators=comparators,
        evidence=usable,
        sources=sources,
        outlook=outlook,
        as_of=day,
    )


def _published(row: Figures, wanted: tuple[tuple[str, str, str, str, str, str], ...]) -> Iterator[Fact]:
    for fact_id, name, label, unit, period, source in wanted:
        value = row.values.get(name)
        yield Fact(
            id=fact_id,
            label=label,
            unit=unit,
            value=value,
            missing=None if value is not None else row.missing.get(name, Missing.NOT_PUBLISHED),
            bound=row.wage_bound if name == "wage" and value is not None else None,
            period=period,
            source=source,
            scope=_scope_of(fact_id, row),
        )


def _scope_of(fact_id: str, row: Figures) -> Scope | None:
    """BLS counts follow the row of the National Employment Matrix; six-digit exposure measures follow the SOC row."""
    if row.scope.kind == "own" or fact_id.startswith("eloundou"):
        return None
    return row.scope


def _task_facts(tasks: tuple[Task, ...]) -> Iterator[Fact]:
    if not tasks:
        return
    matched = [task for task in tasks if task.penetration_percent is not None]
    counts: tuple[tuple[str, str, int, str, str], ...] = (
        ("tasks.total", "tasks", len(tasks), "onet", "count of the occupation's tasks"),
        ("tasks.core", "core tasks", sum(t.kind == "core" for t in tasks), "onet", "count of tasks rated core"),
        ("tasks.supplemental", "supplemental tasks", sum(t.kind == "supplemental" for t in tasks), "onet",
         "count of tasks rated supplemental"),
        ("tasks.not_rated", "tasks not rated core or supplemental", sum(t.kind == "not_rated" for t in tasks), "onet",
         "count of tasks without a rating"),
        ("tasks.matched", "tasks with a value in the Index", len(matched), "aei", "count of tasks with a value"),
        ("tasks.unmatched", "tasks without a value in the Index", len(tasks) - len(matched), "aei",
         "tasks - tasks with a value"),
        ("tasks.above", "tasks with measured AI use", sum(t.measured_use for t in matched), "aei",
         "count of tasks whose value is above 0"),
        ("tasks.zero", "tasks with no measurable AI use in the Index", sum(not t.measured_use for t in matched), "aei",
         "count of tasks whose value is 0"),
    )  # fmt: skip
    for fact_id, label, count, source, formula in counts:
        yield Fact(id=fact_id, label=label, unit="tasks", value=Decimal(count), period="current", source=source,
                   also_credited_to=("aei",) if source == "onet" else (), tier="derived", formula=formula)  # fmt: skip
    yield from _theoretical_tasks(tasks)
    for task in tasks:
        if task.penetration_percent is not None:
            yield Fact(id=f"task.{task.id}.use", label=f"AI use measured in {task.label}", unit="percent",
                       value=task.penetration_percent, period="current", source="aei", inputs=(task.id,))  # fmt: skip


def _theoretical_tasks(tasks: tuple[Task, ...]) -> Iterator[Fact]:
    rated = [task for task in tasks if task.theoretical_percent is not None]
    if not rated:
        return
    reach = sum(task.theoretical_percent >= HALF for task in rated if task.theoretical_percent is not None)
    untouched = sum(task.theoretical_percent == 0 for task in rated)
    for fact_id, label, count, formula in (
        ("tasks.rated", "tasks with a theoretical rating", len(rated), "count of tasks with a rating"),
        ("tasks.reachable", "tasks that AI could in theory help to do much faster", reach,
         "count of tasks rated at 50 percent or more"),
        ("tasks.unreachable", "tasks rated as out of AI's reach", untouched, "count of tasks rated at 0"),
    ):  # fmt: skip
        yield Fact(id=fact_id, label=label, unit="tasks", value=Decimal(count), period="current", source="eloundou",
                   tier="derived", formula=formula)  # fmt: skip


def _edition_facts(sources: tuple[SourceRecord, ...], day: dt.date) -> Iterator[Fact]:
    def edition(fact_id: str, label: str, text: str, source: str) -> Fact:
        return Fact(id=fact_id, label=label, value=text, source=source, tier="edition")

    yield edition("date.today", "date of this page", long_date(day), "")
    yield edition("bls.period", "projection period", "2024 to 2034", "bls-ep")
    yield edition("bls.base_year", "base year of the projection", "2024", "bls-ep")
    yield edition("bls.target_year", "target year of the projection", "2034", "bls-ep")
    for source in sources:
        if source.release:
            yield edition(
                f"source.{source.id}.release", f"release of {source.title}", source.release, source.id
            )
        if source.licence:
            yield edition(
                f"source.{source.id}.licence", f"licence of {source.title}", source.licence, source.id
            )
        if source.attribution:
            yield edition(
                f"source.{source.id}.attribution",
                f"attribution of {source.title}",
                source.attribution,
                source.id,
            )
        if source.retrieved_on:
            text = long_date(source.retrieved_on)
            yield edition(
                f"source.{source.id}.retrieved_on", f"date of retrieval of {source.title}", text, source.id
            )


def _derived(facts: dict[str, Fact]) -> Iterator[Fact]:
    """Differences and shares that prose needs. Each states its formula in the labels of its inputs."""

    def number(fact_id: str) -> Decimal | None:
        fact = facts.get(fact_id)
        return fact.value if fact is not None and isinstance(fact.value, Decimal) else None

    def derived(fact_id: str, label: str, unit: str, value: Decimal, formula: str, *inputs: str) -> Fact:
        first = facts[inputs[0]]
        bound = next((facts[name].bound for name in inputs if facts[name].bound), None)
        return Fact(id=fact_id, label=label, unit=unit, value=value, bound=bound, period=first.period, source=first.source,
                    scope=first.scope, tier="derived", formula=formula, inputs=inputs)  # fmt: skip

    growth, average = number("bls.growth.2024-34"), number("bls.all.growth.2024-34")
    if growth is not None and average is not None:
        yield derived("bls.growth.gap", "projected job growth against all occupations", "percentage points",
                      growth - average, "growth - growth of all occupations",
                      "bls.growth.2024-34", "bls.all.growth.2024-34")  # fmt: skip
    change = number("bls.change.2024-34")
    if change is not None:
        yield derived("bls.change.per_year", "projected change in employment, per year", "jobs/year",
                      change / 10, "projected change / 10 years", "bls.change.2024-34")  # fmt: skip
    openings, employed = number("bls.openings.2024-34"), number("bls.employment.2024")
    if openings is not None and employed:
        share = (100 * openings / employed).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
        yield derived("bls.openings.share", "annual openings as a share of employment", "percent", share,
                      "100 x annual openings / people employed", "bls.openings.2024-34", "bls.employment.2024")  # fmt: skip
    wage, average_wage = number("bls.wage.2024"), number("bls.all.wage.2024")
    if wage is not None and average_wage is not None:
        yield derived("bls.wage.gap", "median wage against all occupations", "usd/year", wage - average_wage,
                      "median wage - median wage of all occupations", "bls.wage.2024", "bls.all.wage.2024")  # fmt: skip
        ratio = (wage / average_wage * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP)
        yield derived("bls.wage.ratio", "median wage as a share of that of all occupations", "percent", ratio,
                      "100 x median wage / median wage of all occupations", "bls.wage.2024", "bls.all.wage.2024")  # fmt: skip


def _outlook_facts(outlook: Outlook, population: Population, prefix: str = "outlook") -> Iterator[Fact]:
    def modelled(name: str, label: str, unit: str, value: Decimal | int | str | None, formula: str) -> Fact:
        held = Decimal(value) if isinstance(value, int) else value
        return Fact(id=f"{prefix}.{name}", label=label, unit=unit, value=held,
                    missing=None if held is not None else Missing.NOT_PUBLISHED,
                    period="current", source="outlook", tier="modelled", formula=formula)  # fmt: skip

    rule = "0.6 x (100 - observed exposure) + 0.4 x demand; demand = clip(50 + 5 x (growth - growth of all occupations), 0, 100)"
    yield modelled("headline", "career outlook score", "points out of 100", outlook.headline, rule)
    yield modelled("low", "lower end of the outlook range", "points out of 100", outlook.low,
                   "least over the exposure measures and the weights 10 points either way")  # fmt: skip
    yield modelled("high", "upper end of the outlook range", "points out of 100", outlook.high,
                   "most over the exposure measures and the weights 10 points either way")  # fmt: skip
    yield modelled("part.exposure", "outlook points from low exposure", "points", _tenth(outlook.exposure_part),
                   "0.6 x (100 - observed exposure)")  # fmt: skip
    yield modelled(
        "part.demand", "outlook points from demand", "points", _tenth(outlook.demand_part), "0.4 x demand"
    )
    yield modelled("confidence", "confidence in the outlook score", "", outlook.confidence.value,
                   "spread of the percentile ranks of the exposure measures")  # fmt: skip
    yield modelled(
        "verdict",
        "will AI replace this occupation?",
        "",
        outlook.verdict.value,
        "verdict rule of outlook.toml",
    )
    if outlook.headline is not None:
        yield modelled("percentile", "percentile of the outlook score", "percentile",
                       population.percentile("headline", Decimal(outlook.headline)),
                       "percentile rank among occupations with a score")  # fmt: skip


def _percentiles(facts: dict[str, Fact], population: Population) -> Iterator[Fact]:
    for fact_id, measure, source_id, label in PERCENTILES:
        source = facts.get(source_id)
        if source is None or not isinstance(source.value, Decimal) or source.bound is Bound.AT_LEAST:
            continue
        formula = f"percentile rank among {population.size(measure):,} occupations"
        yield Fact(id=fact_id, label=label, unit="percentile", value=population.percentile(measure, source.value),
                   period=source.period, source=source.source, scope=source.scope, tier="derived", formula=formula,
                   inputs=(source_id,))  # fmt: skip


def _comparator(name: str, row: Figures, population: Population) -> Comparator:
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
    return Fact(id=fact_id, label=label, unit=unit, value=value, missing=missing, period=period, source=source,
                bound=bound if value is not None else None,
                tier="modelled" if source == "outlook" else "measured")  # fmt: skip


def _ranks(facts: dict[str, Fact], comparators: tuple[Comparator, ...]) -> Iterator[Fact]:
    """Ranks among the compared occupations, 1 = highest; ties share the better rank."""
    pairs = (
        ("rank.outlook", "outlook.headline", "outlook", "rank by career outlook score"),
        ("rank.exposure", "aei.exposure", "exposure", "rank by observed AI exposure"),
        ("rank.growth", "bls.growth.2024-34", "growth", "rank by projected job growth"),
        ("rank.wage", "bls.wage.2024", "wage", "rank by median annual wage"),
    )
    if comparators:
        yield Fact(id="compared.count", label="occupations compared", unit="occupations", value=Decimal(len(comparators) + 1),
                   tier="derived", source="outlook", formula="this occupation and its related occupations")  # fmt: skip
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
        yield Fact(id=fact_id, label=label, unit="rank", value=Decimal(above + 1), tier="derived",
                   source=facts[own_id].source, formula=f"rank among {len(others) + 1}, highest first",
                   inputs=(own_id,))  # fmt: skip


def _evidence_dates(records: tuple[Evidence, ...]) -> Iterator[Fact]:
    for record in records:
        if record.checked_on is not None:
            yield Fact(id=f"{record.id}.checked_on", label=f"date on which {record.name} was checked",
                       value=long_date(record.checked_on), source="evidence", tier="edition", inputs=(record.id,))  # fmt: skip


def _tenth(value: Decimal | None) -> Decimal | None:
    return None if value is None else value.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


def long_date(day: dt.date) -> str:
    """Return the date as pages print it ("24 November 2026")."""
    months = "January February March April May June July August September October November December".split()
    return f"{day.day} {months[day.month - 1]} {day.year}"
