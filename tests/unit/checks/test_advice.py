"""Advice chooses between things that differ."""

import pytest

from tests.unit.checks.judging import check_fires, check_silent, farriers, translators
from writer.checks.advice import CHECK

ADVICE = [
    ("Double down on the tasks at 0% AI penetration.", "tasks at 0%"),
    ("Focus on the tasks that showed no AI use.", "showed no AI use"),
    ("Lean into the parts of the job that AI can't do.", "can't do"),
    ("Prioritize the untouched tasks.", "untouched tasks"),
]
SILENT = [
    "Focus on gait inspection.",
    "Double down on forging.",
    "All four tasks are at zero.",
    "Get better at keeping records.",
]


@pytest.mark.parametrize(("text", "span"), ADVICE)
def test_advice_that_selects_nothing_is_marked(text: str, span: str) -> None:
    check_fires(CHECK, text, span, farriers())
    check_fires(CHECK, text, span, farriers(), house=True)


@pytest.mark.parametrize("text", [text for text, _ in ADVICE])
def test_advice_that_selects_is_left_alone(text: str) -> None:
    check_silent(CHECK, text, translators())


@pytest.mark.parametrize("text", SILENT)
def test_other_advice_is_left_alone(text: str) -> None:
    check_silent(CHECK, text, farriers())
