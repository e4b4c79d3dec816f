"""Fixed text, lists and tables against the data and each other."""

import pytest

from tests.unit.checks.judging import check_fires, check_silent, farriers, translators
from writer.checks.consistency import CHECK

LIST = "\n- Trim hooves.\n- Forge shoes.\n- Keep records."

SILENT = [
    "AI handles none of the four tasks.",
    "The field is growing by 6.4%.",
    "The floor of the forge is flat.",
    "View tasks (3)" + LIST,
    "| openings | 4,100 |\n| people employed (2024) | 50,000 |",
    "The rest is up to you.",
]
FIRES = [
    ("Your value grows as AI handles the rest.", "AI handles the rest"),
    ("AI is picking up parts of your role.", "AI is picking up parts"),
    ("The occupation is flat.", "occupation is flat"),
    ("The field is holding up, and employment stays steady.", "employment stays steady"),
    ("View tasks that stay (3)+" + LIST, "(3)+"),
    ("View tasks (5)" + LIST, "(5)"),
    ("| openings | 4,100 |\n| openings | 4,200 |", "| openings | 4,200 |"),
]


@pytest.mark.parametrize("text", SILENT)
def test_text_that_agrees_is_left_alone(text: str) -> None:
    check_silent(CHECK, text, farriers())


@pytest.mark.parametrize(("text", "span"), FIRES)
def test_text_that_disagrees_is_marked(text: str, span: str) -> None:
    check_fires(CHECK, text, span, farriers())


def test_ai_may_handle_parts_where_it_is_used() -> None:
    check_silent(CHECK, "AI is taking over parts of your role.", translators())
