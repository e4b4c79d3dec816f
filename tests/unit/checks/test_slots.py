"""What a draft says of its own sentences: slots, bases, cites."""

from dataclasses import replace

import pytest

from tests.unit.checks.judging import TODAY, farriers, vocabulary
from writer.checks.base import CheckInput, DraftedSentence, check_input
from writer.checks.slots import CHECK
from writer.domain.drafts import ReplySentence, realise_sentence
from writer.domain.sections import Basis
from writer.language.reading import read


def page(text: str, basis: Basis, *cites: str) -> CheckInput:
    """Return a page of one drafted sentence, slots printed."""
    sentence = realise_sentence(ReplySentence(text=text, basis=basis, cites=cites), farriers(), "offline")
    drafted = DraftedSentence(
        start=0, end=len(sentence.text), section="verdict", basis=basis, cites=sentence.cites, links=sentence.links,
        faults=sentence.faults, template=sentence.template, author=sentence.author,
    )  # fmt: skip
    return check_input(read(sentence.text), farriers(), vocabulary(), today=TODAY, drafted=[drafted])


SILENT: list[tuple[str, Basis, tuple[str, ...]]] = [
    ("Growth is [[growth_pct]].", "data", ()),
    ("There are [[annual_openings]] openings a year.", "data", ("annual_openings",)),
    ("Forging shoes is at zero.", "task", ("t1",)),
    ("HoofTrack covers visit records.", "evidence", ("tool1",)),
    ("Owners like a steady hand.", "judgement", ()),
    ("With growth of [[growth_pct]], a starter may look forward.", "judgement", ()),
]
FIRES: list[tuple[str, Basis, tuple[str, ...], str]] = [
    ("Growth is [[no_such_fact]].", "data", ("growth_pct",), "not on the sheet"),
    ("Growth is [[growth_pct|loud]].", "data", ("growth_pct",), "style"),
    ("Growth is 6.4%.", "data", ("growth_pct",), "no slot"),
    ("Growth is strong.", "data", (), "no fact"),
    ("Forging is at zero.", "task", (), "cites none"),
    ("HoofTrack covers records.", "evidence", (), "no record"),
    ("Owners like it.", "judgement", ("ghost",), "not on the sheet"),
]


@pytest.mark.parametrize(("text", "basis", "cites"), SILENT)
def test_grounded_sentence_is_left_alone(text: str, basis: Basis, cites: tuple[str, ...]) -> None:
    assert CHECK(page(text, basis, *cites)) == []


@pytest.mark.parametrize(("text", "basis", "cites", "reason"), FIRES)
def test_groundless_sentence_is_marked(text: str, basis: Basis, cites: tuple[str, ...], reason: str) -> None:
    messages = [item.message for item in CHECK(page(text, basis, *cites))]
    assert any(reason in message for message in messages), messages


def test_text_that_is_no_draft_has_no_slots() -> None:
    assert CHECK(replace(page("Growth is 6.4%.", "data", "growth_pct"), drafted=None)) == []
