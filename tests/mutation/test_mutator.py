"""The mutator changes meaning, keeps its hands off what could stay true, and does the same each time."""

from __future__ import annotations

import pytest

from tests.mutation.mutator import Names, mutants

NAMES = Names(occupations=("sound engineers", "choreographers"), products=("iZotope RX", "LANDR"))


def changes(sentence: str) -> set[tuple[str, str]]:
    return {(m.kind, m.applied(sentence)) for m in mutants(sentence, NAMES)}


@pytest.mark.parametrize(
    ("sentence", "kind", "false"),
    [
        ("Jobs grow by 4.9%.", "sign", "Jobs shrink by 4.9%."),
        ("Jobs grow by 4.9%.", "unit", "Jobs grow by 4.9 percentage points."),
        ("That is $27,450 more than across all occupations.", "sign", "That is $27,450 less than across all occupations."),
        ("That is 800 more jobs.", "unit", "That is $800."),
        ("There are 1,200 openings a year.", "unit", "There are 1,200 openings a month."),
        ("The change is -1.7%.", "sign", "The change is +1.7%."),
        ("AI use is measured in most of your tasks.", "quantifier", "AI use is measured in few of your tasks."),
        ("None of the tasks shows use.", "quantifier", "All of the tasks shows use."),
    ],
)  # fmt: skip
def test_makes_the_false_sentence(sentence: str, kind: str, false: str) -> None:
    assert (kind, false) in changes(sentence)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The figures stand in O*NET 30.2.", "number"),
        ("Six of the thirteen tasks show use.", "number"),
        ("It stands at the 59th percentile.", "number"),
        ("By score yours ranks fourth among the others.", "number"),
        ("BLS counted 16,900 people in 2024.", "name"),
        ("The Index measures no use.", "name"),
        ("With LANDR: it masters a mix.", "name"),
        ("Choreographers are projected to grow by 4.9%.", "name"),
        ("Checked on 24 November 2026.", "year"),
        ("From 2024 to 2034, little changes.", "year"),
    ],
)
def test_finds_what_can_be_made_false(sentence: str, kind: str) -> None:
    assert kind in {found for found, _ in changes(sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "The use on record falls on research.",
        "More and more of it is done elsewhere.",
        "It is less than AI doing it alone.",
        "There is one more kind of work.",
        "It is no promise of growth.",
        "Take all the same care.",
    ],
)
def test_leaves_idioms_alone(sentence: str) -> None:
    assert changes(sentence) == set()


def test_a_bound_moves_only_to_where_it_is_false() -> None:
    raised = [m.after for m in mutants("The median is at least $239,200.") if m.rule == "figure"]
    assert all(int(after.strip("$").replace(",", "")) > 239_200 for after in raised)
    assert raised
    lowered = [m.after for m in mutants("It comes to no more than 42 out of 100.") if m.rule == "score"]
    assert all(int(after) < 42 for after in lowered)
    assert lowered


def test_figures_move_by_more_than_rounding() -> None:
    for figure in ("0.3%", "1.7%", "16,900", "64.83%", "9.5%", "$39,850", "1,693,800"):
        made = [m for m in mutants(f"It stands at {figure}.") if m.kind == "number"]
        assert made
        before, after = (float(text.strip("$%").replace(",", "")) for text in (made[0].before, made[0].after))
        assert abs(after - before) >= 0.12 * before


def test_equal_seeds_give_equal_mutants_and_others_differ() -> None:
    sentence = "BLS counted 16,900 people in 2024, and eight of 13 tasks show use."
    assert mutants(sentence, NAMES, 3) == mutants(sentence, NAMES, 3)
    assert any(mutants(sentence, NAMES, 0) != mutants(sentence, NAMES, seed) for seed in range(1, 6))
