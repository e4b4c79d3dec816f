"""Prints the catch rates at the end of the run, whether or not the tests pass."""

from __future__ import annotations

import pytest

from tests.mutation.tally import Tally, catch_table

TALLY = pytest.StashKey[Tally]()


@pytest.fixture(scope="session")
def tally(request: pytest.FixtureRequest) -> Tally:
    """Return the tally that the summary prints."""
    held = Tally()
    request.config.stash[TALLY] = held
    return held


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the table of what was caught."""
    held = config.stash.get(TALLY, None)
    if held is not None and held.counts:
        terminalreporter.section("mutants caught")
        terminalreporter.write_line(catch_table(held))
