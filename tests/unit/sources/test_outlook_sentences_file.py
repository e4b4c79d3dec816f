"""Reading the outlook sentences from their file."""

from pathlib import Path

import pytest

from writer.errors import DataError
from writer.sources.outlook_sentences import read_outlook_sentences

FILE = Path(__file__).resolve().parents[3] / "data" / "outlook_sentences.toml"


def test_reads_the_file_of_the_project() -> None:
    assert read_outlook_sentences(FILE).cells


@pytest.mark.parametrize("text", ["zero = [", "", '[zero.flat]\nhigh = "not a list."\n'])
def test_a_damaged_file_is_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / "outlook_sentences.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=r"outlook_sentences\.toml"):
        read_outlook_sentences(file)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="absent"):
        read_outlook_sentences(tmp_path / "absent.toml")
