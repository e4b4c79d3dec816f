"""A named product is said to fail only where a record tested it."""

import pytest

from tests.unit.checks.judging import check_fires, check_silent, translators
from writer.checks.limits import CHECK

SILENT = [
    "DeepL handles machine translation of documents.",
    "DeepL renders idioms word for word and fails on many of them.",
    "DeepL doesn't replace your judgement.",
    "DeepL doesn't sit in the courtroom.",
    "Neither tool is in the room.",
    "Phrase TMS stores translations.",
    "Translators struggle with deadlines.",
    "Phrase TMS catches errors early.",
]
FIRES = [
    ("Phrase TMS introduces errors into long files.", "errors"),
    ("Phrase TMS is unreliable on legal texts.", "unreliable"),
    ("Phrase TMS struggles with scanned pages.", "struggles"),
    ("DeepL can't translate documents.", "can't translate documents"),
    ("Phrase TMS often gets names wrong.", "gets names wrong"),
    ("DeepL hallucinates numbers in tables.", "hallucinates"),
]


@pytest.mark.parametrize("text", SILENT)
def test_tested_or_harmless_is_left_alone(text: str) -> None:
    check_silent(CHECK, text, translators())


@pytest.mark.parametrize(("text", "span"), FIRES)
def test_untested_defect_is_marked(text: str, span: str) -> None:
    check_fires(CHECK, text, span, translators())


def test_our_own_pages_need_a_test_for_any_negative_claim() -> None:
    check_silent(CHECK, "Phrase TMS cannot interpret hearings.", translators())
    check_fires(CHECK, "Phrase TMS cannot interpret hearings.", "cannot interpret", translators(), house=True)
