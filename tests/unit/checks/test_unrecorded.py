"""What a draft may say only with a record: deeds and ends of products, causes, safety."""

import pytest

from tests.unit.checks.drafts import Drafted, marked, marked_of_a_stranger
from writer.checks.unrecorded import CHECK

MOISES, RX, LANDR = "27-4014.moises", "27-4014.izotope-rx", "27-4014.landr"
GROWTH, FACTORS, SPLEETER = "bls.growth.2024-34", "27-4014.bls-factors", "27-4014.limit-spleeter-highs"

SILENT: list[Drafted] = [
    ("iZotope RX reduces clicks and mouth noises in recorded speech.", "evidence", (RX,)),
    ("LANDR masters a finished mix automatically.", "evidence", (LANDR,)),
    ("The page of LANDR does not claim that it records.", "evidence", (LANDR,)),
    ("The smaller share of jobs is due to wireless technology and AI systems.", "evidence", (FACTORS,)),
    ("Nobody can say that your job is safe.", "judgement", ()),
    ("Is your job safe?", "judgement", ()),
    ("Moises is sold as an app.", "evidence", (MOISES,)),
]
FIRES: list[tuple[Drafted, str]] = [
    (("iZotope RX places microphones before a session.", "evidence", (RX,)), "places microphones"),
    (("LANDR tours with an orchestra.", "evidence", (LANDR,)), "tours"),
    (("Moises cannot separate bass cleanly.", "evidence", (MOISES,)), "cannot separate"),
    (("The decline is not driven by AI.", "data", (GROWTH,)), "not driven by AI"),
    (("The decline is caused by streaming.", "data", (GROWTH,)), "caused by streaming"),
    (("The outlook is mild, so your job is safe.", "judgement", ()), "your job is safe"),
    (("LANDR was discontinued last year.", "evidence", (LANDR,)), "was discontinued"),
]


@pytest.mark.parametrize("sentence", SILENT)
def test_what_a_record_holds_is_left_alone(sentence: Drafted) -> None:
    assert marked(CHECK, *sentence) == []


@pytest.mark.parametrize(("sentence", "words"), FIRES)
def test_what_no_record_holds_is_marked(sentence: Drafted, words: str) -> None:
    assert any(words in found for found in marked(CHECK, *sentence))


def test_a_stranger_is_judged_elsewhere() -> None:
    assert marked_of_a_stranger(CHECK, "Moises cannot separate bass, and your job is safe.") == []
