"""A cause of growth or decline stands only on a statement that the sheet holds."""

import pytest

from tests.unit.checks.judging import check_fires, check_silent, farriers, translators
from writer.checks.causes import CHECK

SILENT = [
    "Employment grows by 6.4% over the decade.",
    "Because the base is small, growth of 6.4% adds only 3,200 jobs.",
    "The outlook score reflects zero exposure.",
    "All four tasks sit at zero for a reason.",
    "Owners call because the horse is lame.",
    "Growth is due in part to arithmetic: the base is small.",
    "The two exceptions are paperwork.",
    "Growth of 6.4% is about twice the average.",
    "Openings are driven by replacement needs.",
    "AI is not in the forge.",
]
FIRES = [
    ("The growth is driven by rising horse ownership.", "driven by rising horse"),
    ("Employment is growing because more people keep horses.", "because more people"),
    ("The BLS attributes the growth to younger owners.", "attributes the growth"),
    ("AI is driving the decline in jobs.", "driving the decline"),
    ("The slow growth reflects tighter budgets on farms.", "reflects tighter budgets"),
    ("Automation is eating into jobs across the trade.", "eating into jobs"),
    ("The increase stems from new racing rules.", "stems from new racing rules"),
    ("Demand is rising thanks to sport riders.", "thanks to sport riders"),
    ("The BLS blames the slowdown on imported shoes.", "blames the slowdown"),
    ("The growth isn't AI-driven.", "isn't AI-driven"),
]


@pytest.mark.parametrize("text", SILENT)
def test_text_without_a_cause_is_left_alone(text: str) -> None:
    check_silent(CHECK, text, farriers())


@pytest.mark.parametrize(("text", "span"), FIRES)
def test_cause_without_a_statement_is_marked(text: str, span: str) -> None:
    check_fires(CHECK, text, span, farriers())


def test_cause_that_an_agency_names_is_left_alone() -> None:
    check_silent(CHECK, "The decline is driven by machine translation.", translators())
    check_silent(CHECK, "Employment shrinks because machine translation lowers demand.", translators())


def test_denial_of_a_cause_that_an_agency_names_is_marked() -> None:
    check_fires(CHECK, "The decline is driven by cheap imports.", "cheap imports", translators())
