"""Slots are printed once, linked where they stand, and a broken slot is a fault that stays visible."""

from decimal import Decimal

import pytest

from tests import builders
from writer.domain.conditions import CONDITIONS, holds
from writer.domain.drafts import ReplySentence, realise_sentence
from writer.domain.findings import finding_key
from writer.domain.occupations import Missing
from writer.domain.sections import Heading, SectionSpec, heading_of, select
from writer.errors import UserError


def realised(text: str):
    on = builders.sheet(
        builders.fact(),
        builders.fact("bls.growth.2024-34", Decimal("-1.7"), unit="percent change"),
        builders.fact("bls.wage.2024", None, missing=Missing.NOT_PUBLISHED),
    )
    return realise_sentence(ReplySentence(text=text, basis="data"), on, "offline")


def test_a_slot_is_printed_and_linked_where_it_stands() -> None:
    sentence = realised("About [[bls.employment.2024]] people, a fall of [[bls.growth.2024-34|abs]].")
    assert sentence.text == "About 16,900 people, a fall of 1.7%."
    assert [sentence.text[link.start : link.end] for link in sentence.links] == ["16,900", "1.7%"]
    assert sentence.cites == ("bls.employment.2024", "bls.growth.2024-34")
    assert not sentence.faults


@pytest.mark.parametrize(
    ("slot", "fault"),
    [
        ("[[bls.invented]]", "not on the sheet"),
        ("[[bls.wage.2024]]", "missing"),
        ("[[bls.employment.2024|loud]]", "style that does not exist"),
    ],
)
def test_a_broken_slot_stays_visible_and_is_a_fault(slot: str, fault: str) -> None:
    sentence = realised(f"Here stands {slot}.")
    assert slot in sentence.text
    assert fault in sentence.faults[0]


def test_a_slot_at_the_start_is_capitalised_and_a_name_is_left_alone() -> None:
    assert realised("[[bls.employment.2024|about]] work in it.").text == "About 17,000 work in it."
    assert realised("iZotope RX removes hum.").text == "iZotope RX removes hum."


def test_a_finding_keeps_its_key_when_white_space_or_the_order_of_rows_changes() -> None:
    assert finding_key("c", "a  b", ["x", "y"]) == finding_key("c", "a b ", ["y", "x"])
    assert finding_key("c", "a b", ["x"]) != finding_key("d", "a b", ["x"])


def test_every_condition_answers_for_every_bundled_occupation() -> None:
    for code in ("27-4014.00", "55-3018.00", "31-1121.00", "43-9021.00"):
        for name in CONDITIONS:
            assert holds(name, builders.starter_sheet(code)) is not holds(
                f"not {name}", builders.starter_sheet(code)
            )


def test_an_unknown_condition_is_named() -> None:
    with pytest.raises(UserError, match="no condition 'sunny'"):
        holds("sunny", builders.sheet())


def test_a_heading_stands_only_where_its_condition_holds() -> None:
    spec = SectionSpec(
        id="irreplaceable",
        made_by="model",
        headings=(
            Heading(text="Where {plural} stay", when="not steep_decline"),
            Heading(text="What {plural} do"),
        ),
        facts=("bls.*", "aei.exposure"),
    )
    assert heading_of(spec, builders.starter_sheet("27-4014.00")) == "Where sound engineers stay"
    assert heading_of(spec, builders.starter_sheet("43-9021.00")) == "What data entry keyers do"


def test_a_brief_names_only_what_its_patterns_allow() -> None:
    spec = SectionSpec(
        id="x", made_by="model", headings=(Heading(text="x"),), facts=("bls.growth.*", "aei.*")
    )
    ids = select(spec, builders.starter_sheet()).fact_ids
    assert ids[0] == "bls.growth.2024-34"
    assert "aei.exposure" in ids
    assert "bls.wage.2024" not in ids
