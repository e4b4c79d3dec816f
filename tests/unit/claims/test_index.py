"""A sheet compiled: which measure a label names, whom a row is about, and the words that name a task."""

from __future__ import annotations

import pytest

from tests.unit.checks import occupations
from tests.unit.checks.judging import vocabulary
from writer.claims.index import EVERYONE, SUBJECT, compile_sheet, measure_of, years_of
from writer.claims.tasks import task_mentions
from writer.claims.vocabulary import parse_vocabulary
from writer.domain.facts import Fact
from writer.errors import DataError
from writer.language.spans import tokenise

INDEX = compile_sheet(occupations.CLERKS, vocabulary())


@pytest.mark.parametrize(
    ("label", "unit", "measure"),
    [
        ("people employed", "persons", "employment"),
        ("projected employment", "persons", "employment"),
        ("projected job growth", "percent", "growth"),
        ("projected employment growth, all occupations", "percent", "growth"),
        ("annual job openings", "openings/year", "openings"),
        ("median annual wage", "usd/year", "wage"),
        ("AI exposure score", "percent", "exposure"),
        ("career outlook score", "points out of 100", "outlook"),
        ("core tasks analysed", "tasks", "tasks_total"),
        ("tasks at 0% AI penetration", "tasks", "tasks_zero"),
        ("tasks at 50% AI penetration or more", "tasks", "tasks_high"),
    ],
)
def test_a_label_names_a_measure(label: str, unit: str, measure: str) -> None:
    found = measure_of(Fact(id="x", label=label, unit=unit), vocabulary())
    assert found is not None
    assert found.id == measure


def test_rows_know_whom_they_are_about() -> None:
    assert [row.value for row in INDEX.of(SUBJECT, "wage")] == [49210]
    assert [row.value for row in INDEX.of(EVERYONE, "wage")] == [49500]
    assert [row.value for row in INDEX.of("cmp:1", "outlook")] == [44]
    assert len(INDEX.tasks()) == 11


@pytest.mark.parametrize(
    ("period", "years"),
    [
        ("2024", (2024, 2024)),
        ("2024–2034", (2024, 2034)),
        ("2024-34 average", (2024, 2034)),
        ("current", (None, None)),
    ],
)
def test_periods(period: str, years: tuple[int | None, int | None]) -> None:
    assert years_of(period) == years


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("classifying and recording financial data is exposed", "t1"),
        ("checking figures for accuracy", "t2"),
        ("preparing bank deposits", "t9"),
    ],
)
def test_words_name_a_task(text: str, task: str) -> None:
    assert [m.ref for m in task_mentions(text, tokenise(text), INDEX)][:1] == [task]


def test_other_words_name_none() -> None:
    text = "the weather is fine and the people are kind"
    assert task_mentions(text, tokenise(text), INDEX) == ()


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"measure": [{"dimension": "percent"}]}, "measure.id"),
        ({"measure": [{"id": "x", "dimension": "percent", "cues": "growth"}]}, "x.cues"),
        ({"words": []}, "words"),
        ({"words": {"everyone": [1]}}, "everyone"),
    ],
)
def test_a_damaged_vocabulary_names_the_field(data: dict[str, object], field: str) -> None:
    with pytest.raises(DataError) as raised:
        parse_vocabulary(data)
    assert raised.value.field == field
