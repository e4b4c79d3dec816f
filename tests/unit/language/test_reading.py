"""Sentences, blocks and the way back from a span of the page to its block; time in proportion to length."""

from __future__ import annotations

import time

import pytest

from writer.language.reading import TextBlock, read, read_blocks


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in read(text).sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("It fell 1.7%. It rose.", ["It fell 1.7%.", "It rose."]),
        ("See e.g. the table. Done.", ["See e.g. the table.", "Done."]),
        ("He said “no.” She left.", ["He said “no.”", "She left."]),
        ("Really?! Yes.", ["Really?!", "Yes."]),
        ("In the U.S. it grew.", ["In the U.S. it grew."]),
        ("No end", ["No end"]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_kinds_of_lines() -> None:
    text = "# Outlook\n\nIt grows. Slowly.\n- 14 tasks\n- none at 50%\n| a | b |\n"
    found = [(s.kind, text[s.start : s.end]) for s in read(text).sentences]
    assert found == [
        ("heading", "Outlook"),
        ("prose", "It grows."),
        ("prose", "Slowly."),
        ("item", "14 tasks"),
        ("item", "none at 50%"),
        ("row", "| a | b |"),
    ]


def test_a_span_of_the_page_leads_back_to_its_block() -> None:
    blocks = [
        TextBlock(section="verdict", kind="heading", text="Will it?"),
        TextBlock(section="verdict", kind="prose", text="No. Employment is 16,900."),
    ]
    reading = read_blocks(blocks)
    (quantity,) = reading.quantities
    place = reading.place(quantity.core_start, quantity.core_end)
    assert blocks[place.block].text[place.start : place.end] == "16,900"
    assert [s.section for s in reading.sentences] == ["verdict"] * 3
    assert [s.kind for s in reading.sentences] == ["heading", "prose", "prose"]


@pytest.mark.parametrize(
    "piece", [".", "!?", "a, ", "9", "1,000 ", "Aa.", "twenty hundred and ", "“”' ", "The Of ", "\n"]
)
def test_hostile_text_is_read_in_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        text = (piece * (size // len(piece) + 1))[:size]
        begun = time.perf_counter()
        read(text)
        return time.perf_counter() - begun

    small, large = seconds(50_000), seconds(200_000)
    assert large < 12 * small + 1.0  # four times the text, with room for a busy machine


def test_a_megabyte_is_read() -> None:
    reading = read("the average of 50% and " * 45_000)
    assert len(reading.text) > 1_000_000
    assert len(reading.quantities) == 45_000
