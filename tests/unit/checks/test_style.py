"""House style: remarks elsewhere, warnings on our own pages, never errors."""

import pytest

from tests.unit.checks.judging import check_fires, check_silent, farriers, findings
from writer.checks.style import CHECK
from writer.domain.findings import Severity

SILENT = [
    "Growth is 6.4%, against 3.1% for all occupations.",
    "Hooves grow all year.",
    "In 2024 there were 50,000 farriers, and 53,200 are projected for 2034.",
    "# Tasks\n\nEvery task is listed.",
    "Farriers forge shoes. Owners pay for visits.",
]
FIRES = [
    ("Growth is 6.4%, openings are 4,100, pay is $58,240.", "$58,240"),
    ("This is a game-changer for the forge.", "game-changer"),
    ("50,000 people do this.", "50,000"),
    ("Growth is 6.4%. It is 6.4% again. Once more it is 6.4%.", "Once more it is 6.4%"),
    (
        "The score of 88 points is above that of peers. The score of 70 points is above that of peers.",
        "The score of 70",
    ),
]


@pytest.mark.parametrize("text", SILENT)
def test_plain_style_is_left_alone(text: str) -> None:
    check_silent(CHECK, text, farriers(), house=True)


@pytest.mark.parametrize(("text", "span"), FIRES)
def test_worn_style_is_marked_on_our_pages_only(text: str, span: str) -> None:
    check_fires(CHECK, text, span, farriers(), house=True)
    assert all(item.severity is Severity.WARNING for item in findings(CHECK, text, farriers(), house=True))
    check_silent(CHECK, text, farriers())
