"""Builds the fact sheet of one occupation: published figures as they are printed, derived facts with their formula.

This is the only place where facts are made. Whatever a page may say about a number has its row here, so that
neither a model nor a template ever does arithmetic. Where BLS prints a figure, the printed one is quoted: its
percent change is never recomputed from the two head-counts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
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

#: fact id, label, source, formula, which tasks count
TASK_COUNTS: tuple[tuple[str, str, str, str, Callable[[Task], bool]], ...] = (
    ("tasks.total", "tasks", "onet", "count of the occupation's tasks", lambda t: True),
    ("tasks.core", "core tasks", "onet", "count of tasks rated core", lambda t: t.kind == "core"),
    ("tasks.supplemental", "supplemental tasks", "onet", "count of tasks rated supplemental",
     lambda t: t.kind == "supplemental"),
    ("tasks.not_rated", "tasks not rated core or supplemental", "onet", "count of tasks without a rating",
     lambda t: t.kind == "not_rated"),
    ("tasks.matched", "tasks with a value in the Index", "aei", "count of tasks with a value",
     lambda t: t.penetration_percent is not None),
    ("tasks.unmatched", "tasks without a value in the Index", "aei", "tasks - tasks with a value",
     lambda t: t.penetration_percent is None),
    ("tasks.above", "tasks with measured AI use", "aei", "count of tasks whose value is above 0",
     lambda t: t.measured_use),
    ("tasks.zero", "tasks with no measurable AI use in the Index", "aei", "count of tasks whose value is 0",
     lambda t: t.penetration_percent == 0),
    ("tasks.rated", "tasks with a theoretical rating", "eloundou", "count of tasks with a rating", lambda t: True),
    ("tasks.reachable", "tasks that AI could in theory help to do much faster", "eloundou",
     "count of tasks rated at 50 percent or more", lambda t: (t.theoretical_percent or 0) >= HALF),
    ("tasks.unreachable", "tasks rated as out of AI's reach", "eloundou", "count of tasks rated at 0",
     lambda t: t.theoretical_percent == 0),
)  # fmt: skip


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
    for fact_id, label, source, formula, counts in TASK_COUNTS:
        population = [task for task in tasks if source != "eloundou" or task.theoretical_percent is not None]
        if not population:
            continue
        yield Fact(
            id=fact_id,
            label=label,
            unit="tasks",
            value=Decimal(sum(counts(task) for task in population)),
            period="current",
            source=source,
            also_credited_to=("aei",) if source == "onet" else (),
            tier="derived",
            formula=formula,
        )
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
