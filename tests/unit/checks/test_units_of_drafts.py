"""The words beside a figure of a draft: unit, period, statistic, measure."""

import pytest

from tests.unit.checks.drafts import Drafted, marked, marked_of_a_stranger
from writer.checks.units import CHECK

GROWTH, GAP, OPENINGS = "bls.growth.2024-34", "bls.growth.gap", "bls.openings.2024-34"
WAGE, SHARE, SCORE, PEOPLE = "bls.wage.2024", "bls.openings.share", "outlook.headline", "bls.employment.2024"

SILENT: list[Drafted] = [
    ("Growth is [[bls.growth.2024-34]].", "data", (GROWTH,)),
    ("That is [[bls.growth.gap]] less than for all occupations.", "data", (GAP,)),
    ("There are [[bls.openings.2024-34]] openings a year.", "data", (OPENINGS,)),
    ("A year's openings equal [[bls.openings.share]] of the jobs.", "data", (SHARE,)),
    ("Median pay is [[bls.wage.2024]].", "data", (WAGE,)),
    ("In [[bls.base_year]], [[bls.employment.2024]] people held the job.", "data", ("bls.base_year", PEOPLE)),
    ("The outlook score is [[outlook.headline]].", "data", (SCORE,)),
    ("The score of [[outlook.headline]] is no probability.", "data", (SCORE,)),
    ("With a session each week, [[bls.employment.2024]] people make a living.", "data", (PEOPLE,)),
    (
        "A rise of [[bls.all.growth.2024-34]] is projected for all occupations.",
        "data",
        ("bls.all.growth.2024-34",),
    ),
]
FIRES: list[tuple[Drafted, str]] = [
    (("Growth is [[bls.growth.2024-34]] points.", "data", (GROWTH,)), "points"),
    (("The share is 7.1 percentage points of the jobs.", "data", (SHARE,)), "7.1 percentage points"),
    (("There are [[bls.openings.2024-34]] openings a month.", "data", (OPENINGS,)), "a month"),
    (("A month's openings equal [[bls.openings.share]] of the jobs.", "data", (SHARE,)), "A month's"),
    (("Median pay is [[bls.openings.2024-34]].", "data", (OPENINGS,)), "pay is"),
    (("The mean wage is [[bls.wage.2024]].", "data", (WAGE,)), "mean"),
    (("[[bls.employment.2024]] openings are expected.", "data", (PEOPLE,)), "openings"),
    (("The score of [[outlook.headline]] is the probability of survival.", "data", (SCORE,)), "probability"),
    (("An outlook score of 70% is good.", "data", (SCORE,)), "70%"),
    (("Growth is 2.5 percentage pointsage points.", "data", (GROWTH,)), "percentage pointsage"),
]


@pytest.mark.parametrize("sentence", SILENT)
def test_a_figure_in_its_own_unit_is_left_alone(sentence: Drafted) -> None:
    assert marked(CHECK, *sentence) == []


@pytest.mark.parametrize(("sentence", "words"), FIRES)
def test_a_figure_in_another_unit_is_marked(sentence: Drafted, words: str) -> None:
    assert any(words in found for found in marked(CHECK, *sentence))


def test_a_stranger_is_left_to_the_links() -> None:
    assert marked_of_a_stranger(CHECK, "There are 1,200 openings a month.") == []
