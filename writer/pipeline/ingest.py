"""Builds the fact sheet of one occupation: published figures as they are printed, derived facts with their formula.

This is the only place where facts are made. Whatever a page may say about a number has its row here, so that
neither a model nor a template ever does arithmetic. Where BLS prints a figure, the printed one is quoted: its
percent change is never recomputed from the two head-counts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal

from writer.domain.facts import Fact, FactSheet, Scope
from writer.domain.occupations import Evidence, Missing, SourceRecord, Task
from writer.domain.ports import Figures, OccupationRecord
from writer.pipeline.derive import comparator, derived_facts, outlook_facts, percentiles, ranks
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
    comparators = tuple(comparator(subject.plural, row, population) for subject, row in record.related)
    facts.update({fact.id: fact for fact in derived_facts(facts)})
    facts.update({fact.id: fact for fact in outlook_facts(outlook, population)})
    facts.update({fact.id: fact for fact in percentiles(facts, population)})
    facts.update({fact.id: fact for fact in ranks(facts, comparators)})
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
        (
            "tasks.core",
            "core tasks",
            sum(t.kind == "core" for t in tasks),
            "onet",
            "count of tasks rated core",
        ),
        (
            "tasks.supplemental",
            "supplemental tasks",
            sum(t.kind == "supplemental" for t in tasks),
            "onet",
            "count of tasks rated supplemental",
        ),
        (
            "tasks.not_rated",
            "tasks not rated core or supplemental",
            sum(t.kind == "not_rated" for t in tasks),
            "onet",
            "count of tasks without a rating",
        ),
        (
            "tasks.matched",
            "tasks with a value in the Index",
            len(matched),
            "aei",
            "count of tasks with a value",
        ),
        (
            "tasks.unmatched",
            "tasks without a value in the Index",
            len(tasks) - len(matched),
            "aei",
            "tasks - tasks with a value",
        ),
        (
            "tasks.above",
            "tasks with measured AI use",
            sum(t.measured_use for t in matched),
            "aei",
            "count of tasks whose value is above 0",
        ),
        (
            "tasks.zero",
            "tasks with no measurable AI use in the Index",
            sum(not t.measured_use for t in matched),
            "aei",
            "count of tasks whose value is 0",
        ),
    )
    for fact_id, label, count, source, formula in counts:
        yield Fact(
            id=fact_id,
            label=label,
            unit="tasks",
            value=Decimal(count),
            period="current",
            source=source,
            also_credited_to=("aei",) if source == "onet" else (),
            tier="derived",
            formula=formula,
        )
    yield from _theoretical_tasks(tasks)
    for task in tasks:
        if task.penetration_percent is not None:
            yield Fact(
                id=f"task.{task.id}.use",
                label=f"AI use measured in {task.label}",
                unit="percent",
                value=task.penetration_percent,
                period="current",
                source="aei",
                inputs=(task.id,),
            )


def _theoretical_tasks(tasks: tuple[Task, ...]) -> Iterator[Fact]:
    rated = [task for task in tasks if task.theoretical_percent is not None]
    if not rated:
        return
    reach = sum(task.theoretical_percent >= HALF for task in rated if task.theoretical_percent is not None)
    untouched = sum(task.theoretical_percent == 0 for task in rated)
    for fact_id, label, count, formula in (
        ("tasks.rated", "tasks with a theoretical rating", len(rated), "count of tasks with a rating"),
        (
            "tasks.reachable",
            "tasks that AI could in theory help to do much faster",
            reach,
            "count of tasks rated at 50 percent or more",
        ),
        ("tasks.unreachable", "tasks rated as out of AI's reach", untouched, "count of tasks rated at 0"),
    ):
        yield Fact(
            id=fact_id,
            label=label,
            unit="tasks",
            value=Decimal(count),
            period="current",
            source="eloundou",
            tier="derived",
            formula=formula,
        )


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
        if source.edition_note:
            yield edition(
                f"source.{source.id}.edition_note",
                f"edition of {source.title}",
                source.edition_note,
                source.id,
            )
        if source.retrieved_on:
            text = long_date(source.retrieved_on)
            yield edition(
                f"source.{source.id}.retrieved_on", f"date of retrieval of {source.title}", text, source.id
            )


def _evidence_dates(records: tuple[Evidence, ...]) -> Iterator[Fact]:
    for record in records:
        if record.checked_on is not None:
            yield Fact(
                id=f"{record.id}.checked_on",
                label=f"date on which {record.name} was checked",
                value=long_date(record.checked_on),
                source="evidence",
                tier="edition",
                inputs=(record.id,),
            )


def long_date(day: dt.date) -> str:
    """Return the date as pages print it ("24 November 2026")."""
    months = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
    return f"{day.day} {months[day.month - 1]} {day.year}"
