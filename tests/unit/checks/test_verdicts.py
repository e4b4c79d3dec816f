"""No answer plainer than the sheet's verdict, and no certainty."""

import pytest

from tests.unit.checks.judging import check_fires, check_silent, farriers, translators
from writer.checks.verdicts import CHECK

NO = [
    "No, AI won't replace farriers.",
    "Will AI replace farriers? No, on this evidence.",
    "With zero exposure, the verdict is no.",
    "No task shows any AI use.",
    "The projection is for 6.4% growth.",
    "It is far from certain to grow.",
    "Nothing is guaranteed.",
    "A certain kind of owner calls at night.",
    "Make sure the growth figure is quoted.",
    "Farriers are likely to see growth.",
]
MOSTLY = [
    "Will AI replace translators? Mostly, on this evidence.",
    "The verdict is mostly.",
    "Not one task is safe from change.",
    "AI won't entirely replace translators.",
    "No doubt remains about the 86%.",
    "Courts are not safe from AI either.",
    "Mostly the work is on paper.",
    "Translators aren't doomed.",
]
WRONG_ON_MOSTLY = [
    ("No, AI won't replace translators.", "No, AI won't replace translators"),
    ("Translators are safe from AI.", "safe from AI"),
    ("The work is AI-proof.", "AI-proof"),
    ("AI will not replace translators.", "will not replace"),
    ("Will AI replace translators? No.", "No."),
    ("Will AI replace translators? Partly, on this evidence.", "Partly"),
    ("Translators can't be replaced by machines.", "can't be replaced"),
    ("The short answer is no.", "answer is no"),
]
WRONG_ON_NO = [
    ("Yes, AI will replace farriers.", "Yes, AI will replace"),
    ("AI will eventually replace farriers.", "AI will eventually replace"),
    ("Will AI replace farriers? Mostly.", "Mostly"),
    ("Farriers are doomed.", "doomed"),
    ("The BLS guarantees 6.4% growth.", "guarantees"),
    ("Farriers will definitely gain work.", "definitely"),
    ("Employment is certain to grow.", "certain to"),
    ("Jobs will inevitably shift to AI.", "inevitably"),
    ("Growth is assured, without a doubt.", "without a doubt"),
]


@pytest.mark.parametrize("text", NO)
def test_answer_of_the_sheet_is_left_alone(text: str) -> None:
    check_silent(CHECK, text, farriers())


@pytest.mark.parametrize("text", MOSTLY)
def test_answer_as_mixed_as_the_sheet_is_left_alone(text: str) -> None:
    check_silent(CHECK, text, translators())


@pytest.mark.parametrize(("text", "span"), WRONG_ON_MOSTLY)
def test_plainer_no_than_the_sheet_is_marked(text: str, span: str) -> None:
    check_fires(CHECK, text, span, translators())


@pytest.mark.parametrize(("text", "span"), WRONG_ON_NO)
def test_plainer_yes_or_certainty_is_marked(text: str, span: str) -> None:
    check_fires(CHECK, text, span, farriers())
