"""One finding stands on one span: the most severe, then the one with a record, then the shorter."""

from __future__ import annotations

from tests.unit.checks import occupations
from tests.unit.checks.judging import TODAY, vocabulary
from writer.checks.base import CheckInput, check_input
from writer.checks.run import run_checks
from writer.domain.findings import Finding, Severity
from writer.language.reading import read


class Says:
    """A check that has its findings ready."""

    def __init__(self, *items: Finding) -> None:
        self.name, self.house, self._items = "says", False, items

    def __call__(self, page: CheckInput) -> list[Finding]:
        return list(self._items)


def item(
    start: int, end: int, severity: Severity = Severity.ERROR, fact: str = "", check: str = "a"
) -> Finding:
    return Finding(check=check, severity=severity, start=start, end=end, message="", fact=fact)


def run(*items: Finding) -> list[Finding]:
    page = check_input(read("word " * 20), occupations.NURSES, vocabulary(), today=TODAY)
    return run_checks([Says(*items)], page)


def test_findings_apart_all_stand_in_order_of_place() -> None:
    one, two = item(10, 15), item(0, 5)
    assert run(one, two) == [two, one]


def test_the_more_severe_stands() -> None:
    warning, error = item(0, 5, Severity.WARNING, fact="x"), item(3, 20)
    assert run(warning, error) == [error]


def test_the_one_with_a_record_stands() -> None:
    bare, known = item(0, 5), item(0, 9, fact="x")
    assert run(bare, known) == [known]


def test_the_shorter_span_stands() -> None:
    long, short = item(0, 20), item(5, 9)
    assert run(long, short) == [short]
    assert run(long, short, item(21, 22)) == [short, item(21, 22)]
