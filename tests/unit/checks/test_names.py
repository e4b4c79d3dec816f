"""Names of tools and makers are known, and do what their records say."""

import pytest

from tests.unit.checks.judging import check_fires, check_silent, farriers, translators
from writer.checks.names import CHECK

SILENT = [
    "DeepL handles machine translation of documents, and Phrase TMS covers workflow automation.",
    "DeepL translates whole documents quickly.",
    "Phrase TMS stores translations in a memory and automates the workflow.",
    "DeepL can manage a glossary. It also translates documents.",
    "Tools like DeepL and Phrase TMS change the first draft.",
    "Neither sits in the courtroom, where AI penetration is nil.",
    "DeepL doesn't sit in the courtroom.",
    "DeepL has competitors.",
    "Using DeepL saves time on a long file.",
    "Translators check idioms with authors. Courts need interpreters.",
    "Court interpreters handle statements under pressure.",
    "Software covers part of the first draft.",
    "English documents can take a day. Monday is busy.",
    "AI can draft a text. Nothing covers the courtroom.",
    "Proofreading covers spelling and sense.",
    "Most clients in Germany now ask for both languages.",
    "OldLingo was discontinued.",
    "The trade is small, but DeepL is part of it.",
]
FIRES = [
    ("DeepL can also interpret live court hearings.", "interpret live court hearings"),
    ("Phrase TMS handles workflow automation and negotiates fees with clients.", "negotiates fees"),
    (
        "DeepL handles machine translation of documents. It also files tax returns for freelancers.",
        "files tax returns",
    ),
    ("DeepL translates documents, and it can now supervise a team of juniors.", "supervise a team"),
    ("Phrase TMS covers translation memory, and DeepL can book courtrooms.", "book courtrooms"),
    ("Tools like Lilt and Smartcat take over the first draft.", "Lilt"),
    ("Tools such as DeepL and LinguaForge speed up drafts.", "LinguaForge"),
    ("LinguaForge handles legal texts on its own.", "LinguaForge"),
    ("Many agencies rely on ChatGPT, which drafts the first version.", "ChatGPT"),
    ("Google Translate covers a hundred languages.", "Google Translate"),
    ("DeepL is the most widely used tool in the trade.", "most widely used"),
    ("DeepL is the market leader in translation.", "market leader"),
    ("DeepL dominates the field.", "dominates"),
    ("OldLingo offers dictionary look-up for beginners.", "OldLingo"),
]


@pytest.mark.parametrize("text", SILENT)
def test_known_name_with_its_own_work_is_left_alone(text: str) -> None:
    check_silent(CHECK, text, translators())


@pytest.mark.parametrize(("text", "span"), FIRES)
def test_unknown_name_or_work_is_marked(text: str, span: str) -> None:
    check_fires(CHECK, text, span, translators())


def test_sheet_without_tools_knows_no_product() -> None:
    check_fires(CHECK, "GaitScan detects lameness from a phone video.", "GaitScan", farriers())
    check_silent(CHECK, "HoofTrack covers appointment scheduling and visit records.", farriers())
