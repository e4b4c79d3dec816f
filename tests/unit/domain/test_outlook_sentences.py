"""The matrix of outlook sentences: every reachable cell is written, prints, and says what its cell is."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from writer.domain.drafts import SLOT
from writer.domain.outlook import Confidence, ExposureTier, GrowthTier
from writer.domain.outlook_sentences import Cell, OutlookSentences, parse_outlook_sentences, reachable_cells
from writer.errors import DataError

FILE = Path(__file__).resolve().parents[3] / "data" / "outlook_sentences.toml"
CELLS = list(reachable_cells())
MATRIX: OutlookSentences = parse_outlook_sentences(tomllib.loads(FILE.read_text(encoding="utf-8")))
UP = re.compile(r"\bgrow(s|th|ing)?\b", re.IGNORECASE)
DOWN = re.compile(r"\b(declin\w+|fall|shrinking|downward)\b", re.IGNORECASE)
OWN_WORD = {
    ExposureTier.ZERO: "zero",
    ExposureTier.LOW: "light",
    ExposureTier.MODERATE: "sizeable",
    ExposureTier.HIGH: "heavy",
}


def content() -> dict[str, dict[str, dict[str, list[str]]]]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def test_all_combinations_are_reachable_but_confidence_without_exposure() -> None:
    assert len(CELLS) == 4 * 6 * 4 + 6
    assert {c.confidence for c in CELLS if c.exposure is ExposureTier.UNMEASURED} == {Confidence.NONE}


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: cell.name)
class TestEveryCell:
    def test_is_written_without_digits(self, cell: Cell) -> None:
        for text in MATRIX.cells[cell]:
            assert not re.search(r"\d", SLOT.sub("", text))

    def test_names_its_own_exposure_and_no_other(self, cell: Cell) -> None:
        text = " ".join(MATRIX.cells[cell]).lower()
        own = OWN_WORD.get(cell.exposure)
        if own is not None:
            assert re.search(rf"\b{own}\b", text)
        else:
            assert re.search(
                r"no observed exposure|the index does not say|neither an observed exposure", text
            )
        assert [word for word in OWN_WORD.values() if word != own and re.search(rf"\b{word}\b", text)] == []

    def test_direction_agrees_with_growth(self, cell: Cell) -> None:
        text = " ".join(MATRIX.cells[cell])
        match cell.growth:
            case GrowthTier.STEEP_DECLINE:
                assert re.search(r"\bsteep(ly)?\b", text)
                assert not UP.search(text)
            case GrowthTier.DECLINE:
                assert DOWN.search(text)
                assert not UP.search(text)
                assert "steep" not in text
            case GrowthTier.FLAT:
                assert re.search(r"level|little change", text, re.IGNORECASE)
                assert not UP.search(text)
                assert not DOWN.search(text)
            case GrowthTier.GROWTH:
                assert UP.search(text)
                assert not DOWN.search(text)
                assert "fast" not in text.lower()
            case GrowthTier.FAST_GROWTH:
                assert re.search(r"\bfast\b", text, re.IGNORECASE)
                assert not DOWN.search(text)
            case GrowthTier.UNKNOWN:
                assert "projection" in text
                assert not UP.search(text)
                assert not DOWN.search(text)

    def test_says_nothing_that_only_a_single_occupation_could_prove(self, cell: Cell) -> None:
        text = " ".join(MATRIX.cells[cell])
        assert not re.search(r"\b(because of AI|AI-proof|safe|impossible|never|will)\b", text)


def test_no_two_cells_say_the_same() -> None:
    texts = [" ".join(sentences) for sentences in MATRIX.cells.values()]
    assert len(set(texts)) == len(texts)


Change = Callable[[dict[str, dict[str, dict[str, list[str]]]]], object]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        pytest.param(lambda held: held["zero"]["flat"].pop("high"), "zero.flat.high", id="absent"),
        pytest.param(
            lambda held: held["unmeasured"]["flat"].update(high=["A sentence that nobody can reach."]),
            "unmeasured.flat.high",
            id="out of reach",
        ),
        pytest.param(
            lambda held: held["zero"]["flat"].update(high=["No stop at the end of this one"]),
            "zero.flat.high.0",
            id="no sentence",
        ),
        pytest.param(lambda held: held["zero"]["flat"].update(high=[]), "zero.flat.high", id="empty"),
        pytest.param(lambda held: held["zero"].update(sideways={}), "zero.sideways.[key]", id="unknown tier"),
    ],
)
def test_a_damaged_matrix_names_its_cell(change: Change, field: str) -> None:
    held = content()
    change(held)
    with pytest.raises(DataError) as caught:
        parse_outlook_sentences(held, file="sentences.toml")
    assert caught.value.field == field
    assert "sentences.toml" in str(caught.value)
