"""House wording: remarks on a stranger's text, errors on our own pages."""

import pytest

from tests.unit.checks.judging import check_fires, check_silent, farriers, findings
from writer.checks.wording import CHECK
from writer.domain.findings import Severity

SILENT = [
    "The Index recorded too little use of AI on any task to count; that does not show that AI cannot do them.",
    "In 2024 there were 50,000 farriers.",
    "Penetration means the share of a task's recorded use that counts.",
    "All four core tasks are listed below.",
    "The occupation is small.",
    "The music industry buys gear.",
]
FIRES = [
    ("Four of four tasks remain fully human.", "remain fully human"),
    ("These tasks stay human.", "stay human"),
    ("Zero isn't a fluke.", "isn't a fluke"),
    ("The penetration of every task is zero.", "penetration"),
    ("The industry is growing by 6.4%.", "The industry"),
    ("About 50,000 people currently do this.", "people currently"),
]


@pytest.mark.parametrize("text", SILENT)
def test_careful_wording_is_left_alone(text: str) -> None:
    check_silent(CHECK, text, farriers(), house=True)


@pytest.mark.parametrize(("text", "span"), FIRES)
def test_wording_that_says_too_much_is_marked_on_our_pages_and_remarked_elsewhere(
    text: str, span: str
) -> None:
    check_fires(CHECK, text, span, farriers(), house=True)
    check_silent(CHECK, text, farriers())
    assert all(item.severity is Severity.INFO for item in findings(CHECK, text, farriers()))
