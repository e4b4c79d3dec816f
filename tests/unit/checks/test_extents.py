"""All, none, most and few in a draft: by rows where they decide, by the cited record elsewhere."""

import pytest

from tests.unit.checks.drafts import (
    ENGINEERS,
    MANAGERS,
    PROGRAMMERS,
    Drafted,
    marked,
    marked_of_a_stranger,
)
from writer.checks.extent_rows import fits
from writer.checks.extent_words import Amount, Kind, is_held
from writer.checks.extents import CHECK

ZERO, ABOVE, THEORY, RANK = ("tasks.zero",), ("tasks.above",), ("tasks.reachable",), ("rank.growth",)
AIDES, GROWTH = "31-1121.00", ("bls.growth.2024-34",)
ENTRY = ("27-4014.bls-entry",)

SILENT: list[tuple[str, Drafted]] = [
    (ENGINEERS, ("None of your tasks shows AI use that the Index could measure.", "data", ZERO)),
    (ENGINEERS, ("No measurable AI use turns up on any of your tasks.", "data", ZERO)),
    (ENGINEERS, ("All your tasks have the same value in the Index.", "data", ZERO)),
    (ENGINEERS, ("In theory AI could speed up most of your rated tasks.", "data", THEORY)),
    (PROGRAMMERS, ("AI use is measured in most of your tasks.", "data", ABOVE)),
    (PROGRAMMERS, ("Raters saw room for AI in each of your tasks.", "data", THEORY)),
    (PROGRAMMERS, ("Some of your tasks show no use.", "data", ZERO)),
    (ENGINEERS, ("Most of the related occupations are projected to grow faster than yours.", "data", RANK)),
    (MANAGERS, ("There is no figure for the job as a whole.", "data", ("aei.exposure",))),
    (ENGINEERS, ("Most occupations pay less.", "data", ("percentile.wage",))),
    (AIDES, ("BLS counts them in that group and publishes no separate projection.", "data", GROWTH)),
    (ENGINEERS, ("Most posts come free because somebody leaves.", "judgement", ("bls.openings.share",))),
    (ENGINEERS, ("BLS asks for no earlier experience.", "evidence", ENTRY)),
    (ENGINEERS, ("Every session is different, and some of it is luck.", "judgement", ())),
    (ENGINEERS, ("None of the sources here says when.", "judgement", ())),
    (ENGINEERS, ("Both measures speak of language models, and neither figure says when.", "judgement", ())),
    (ENGINEERS, ("Jobs in all occupations together grow, and no longer slowly.", "judgement", ())),
]
FIRES: list[tuple[str, Drafted, str]] = [
    (ENGINEERS, ("Some of your tasks show AI use.", "data", ABOVE), "Some"),
    (ENGINEERS, ("No measurable AI use turns up on most of your tasks.", "data", ZERO), "most"),
    (ENGINEERS, ("None of your tasks have the same value in the Index.", "data", ZERO), "None"),
    (ENGINEERS, ("In theory AI could speed up none of your rated tasks.", "data", THEORY), "none"),
    (PROGRAMMERS, ("AI use is measured in every task.", "data", ABOVE), "every"),
    (PROGRAMMERS, ("Raters saw room for AI in none of your tasks.", "data", THEORY), "none"),
    (
        ENGINEERS,
        ("All of the related occupations are projected to grow faster than yours.", "data", RANK),
        "All",
    ),
    (ENGINEERS, ("Most posts come free each year.", "data", ("bls.openings.share",)), "Most"),
    (MANAGERS, ("There is some figure for the job as a whole.", "data", ("aei.exposure",)), "some"),
    (ENGINEERS, ("BLS asks for some earlier experience.", "evidence", ENTRY), "some"),
    (ENGINEERS, ("AI use in studios is widespread by now.", "judgement", ()), "widespread"),
    (ENGINEERS, ("Hardly any mix is finished by hand.", "judgement", ()), "Hardly any"),
    (ENGINEERS, ("Most sound engineers use AI.", "judgement", ()), "Most"),
    (ENGINEERS, ("Some employers have cut staff.", "judgement", ()), "Some"),
    (ENGINEERS, ("All of the sources say when.", "judgement", ()), "All"),
    (ENGINEERS, ("AI could speed up neither.", "judgement", ()), "neither"),
]


@pytest.mark.parametrize(("code", "sentence"), SILENT)
def test_an_extent_that_rows_or_records_bear_out_is_left_alone(code: str, sentence: Drafted) -> None:
    assert marked(CHECK, *sentence, code) == []


@pytest.mark.parametrize(("code", "sentence", "word"), FIRES)
def test_an_extent_without_either_is_marked(code: str, sentence: Drafted, word: str) -> None:
    assert word in marked(CHECK, *sentence, code)


def test_a_stranger_is_left_to_the_links() -> None:
    assert marked_of_a_stranger(CHECK, "Most sound engineers use AI, and hardly any complain.") == []


def test_most_is_more_than_half_and_less_than_all() -> None:
    assert [fits("most", count, 4) for count in range(5)] == [False, False, False, True, False]


@pytest.mark.parametrize(("kind", "held"), [("none", True), ("some", False), ("most", False)])
def test_a_record_holds_an_extent_of_the_same_thing_only(kind: Kind, held: bool) -> None:
    amount = Amount(start=0, end=2, kind=kind, text=kind, what="experience")
    assert is_held(amount, "Some training is asked for on the first day, with no experience.") is held
