"""A page with one false word must not pass: a sample of the mutants that `bench/mutation.py` tries in full."""

from __future__ import annotations

from functools import cache
from math import sqrt

import pytest

from tests.mutation.mutator import KINDS, Kind
from tests.mutation.tally import Tally
from tests.mutation.trials import Page, Trial, bundled_codes, offline_page, sample
from writer.domain.findings import errors_of

#: What the checks are aimed at: the share of mutants of a kind that must be caught.
BARS: dict[Kind, float] = {
    "number": 0.95,
    "sign": 0.95,
    "unit": 0.95,
    "year": 0.95,
    "name": 0.80,
    "quantifier": 0.80,
}
SAMPLE = 60


def _floor(kind: Kind) -> float:
    """The bar less two standard errors of a sample of this size; `bench/mutation.py` measures the rate itself."""
    bar = BARS[kind]
    return bar - 2 * sqrt(bar * (1 - bar) / SAMPLE)


@cache
def _page(code: str) -> Page:
    return offline_page(code)


@cache
def _trials() -> tuple[tuple[Page, Trial], ...]:
    return tuple(
        (page, trial) for code in bundled_codes() for page in (_page(code),) for trial in page.trials()
    )


@pytest.mark.parametrize("code", bundled_codes())
def test_the_page_as_it_is_has_no_error(code: str) -> None:
    errors = errors_of(_page(code).findings)
    assert not errors, "\n".join(f"{f.section} {f.sentence}: {f.check}: {f.message}" for f in errors)


@pytest.mark.parametrize("kind", KINDS)
def test_false_sentences_are_caught(kind: Kind, tally: Tally) -> None:
    tried = sample([pair for pair in _trials() if pair[1].mutant.kind == kind], SAMPLE)
    missed: list[str] = []
    for page, trial in tried:
        found = page.caught(trial)
        tally.add(kind, caught=bool(found), by_reading=bool(page.caught_by_reading(trial)))
        if not found:
            missed.append(
                f"{trial.page} {trial.section}: {trial.mutant.before!r} -> {trial.mutant.after!r}: {trial.mutated}"
            )
    assert tally.rate(kind) >= _floor(kind), "not caught:\n" + "\n".join(missed)


def test_what_the_part_alone_shows_the_whole_page_shows_too() -> None:
    page = _page("27-4014.00")
    for trial in sample(list(page.trials()), 12, seed=1):
        assert bool(page.caught(trial)) == bool(page.caught(trial, whole=True)), trial.mutated
