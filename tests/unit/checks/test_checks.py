"""What every check keeps, whatever it looks for."""

from dataclasses import replace
from itertools import pairwise
from typing import cast

import pytest

from tests.unit.checks.judging import TODAY, farriers, translators, vocabulary
from writer.checks.base import Check, check_input
from writer.checks.run import run_checks
from writer.domain.facts import FactSheet
from writer.domain.findings import Severity
from writer.errors import UserError
from writer.language.reading import read
from writer.plugins import CHECKS, EXPORTERS, MODELS, SOURCES, load, load_all

#: Plain remarks of everyday life: nothing checkable, nothing to find.
COLOUR = (
    "A good day starts early. The kettle is on before the first horse is led in, and nobody minds the rain. "
    "Ask the owner how the animal has been walking. It pays to listen, and a joke goes a long way."
)
FALSE = (
    "According to O*NET, the exposure score is 12%. Experts agree that no tool can do this. By 2029, AI will replace "
    "half of the farriers. GaitScan handles lameness. The growth is driven by new owners, and it is guaranteed."
)


def every_check() -> tuple[Check, ...]:
    """Return all checks of the plug-in list."""
    return tuple(kind() for kind in cast("tuple[type[Check], ...]", load_all(CHECKS)))


@pytest.mark.parametrize("check", every_check(), ids=lambda check: check.name)
class TestEveryCheck:
    def test_name_is_the_name_of_its_file(self, check: Check) -> None:
        assert type(check).__module__ == f"writer.checks.{check.name}"

    def test_colour_is_left_alone(self, check: Check) -> None:
        for sheet in (farriers(), translators()):
            page = check_input(read(COLOUR), sheet, vocabulary(), today=TODAY, house=True)
            assert check(page) == []

    def test_empty_text_and_bare_sheet_are_left_alone(self, check: Check) -> None:
        bare = replace(farriers(), facts={}, tasks=(), comparators=(), evidence=(), sources=())
        for text in ("", "\n\n", "# Heading\n\nText."):
            check(check_input(read(text), bare, vocabulary(), today=TODAY))

    def test_findings_lie_in_the_text_and_come_again(self, check: Check) -> None:
        page = check_input(read(FALSE), farriers(), vocabulary(), today=TODAY, house=True)
        found = check(page)
        assert found == check(page)
        for item in found:
            assert item.check == check.name
            assert 0 <= item.start < item.end <= len(FALSE)
            assert item.message
            assert item.key

    def test_house_rule_only_remarks_on_a_stranger(self, check: Check) -> None:
        page = check_input(read(FALSE), farriers(), vocabulary(), today=TODAY)
        if check.house:
            assert all(item.severity is Severity.INFO for item in check(page))


def test_no_two_findings_of_a_run_share_a_character() -> None:
    sheet: FactSheet = farriers()
    found = run_checks(every_check(), check_input(read(FALSE), sheet, vocabulary(), today=TODAY))
    assert len(found) >= 6
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize("name", [*CHECKS, *SOURCES, *EXPORTERS, *MODELS])
def test_every_name_of_the_list_can_be_loaded(name: str) -> None:
    assert callable(load(name))


def test_unknown_name_is_refused_with_its_name() -> None:
    with pytest.raises(UserError, match="nothing:Nothing"):
        load("writer.checks.nothing:Nothing")
