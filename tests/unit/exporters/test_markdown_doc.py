"""The report as Markdown: front matter that YAML reads as strings, and the same figures as the page."""

import json

import pytest

from tests import builders
from writer.exporters.markdown_doc import MarkdownPage


@pytest.fixture(scope="module")
def text() -> str:
    return MarkdownPage().render(builders.rich_report())[0].content.decode()


def test_the_front_matter_names_what_a_site_needs(text: str) -> None:
    front = dict(line.split(": ", 1) for line in text.split("---\n")[1].splitlines())
    held = {name: json.loads(value) for name, value in front.items()}
    assert held["title"] == "Will AI replace sound engineers?"
    assert held["occupation"] == "27-4014.00"
    assert held["status"] == "draft"
    assert held["outlook"] == "70 out of 100"
    assert all(address.startswith("https://") for address in held["sources"])


def test_a_draft_says_so_and_an_approved_page_does_not(text: str) -> None:
    assert "**Draft.**" in text
    approved = MarkdownPage().render(builders.rich_report(approved_by="Rosa Quint"))[0].content.decode()
    assert "Draft" not in approved
    assert "Approved by Rosa Quint" in approved


def test_every_part_has_its_heading_and_every_task_its_line(text: str) -> None:
    assert text.count("\n## ") == 12  # the first part stands under the title
    assert text.count("(core task)") + text.count("(supplemental task)") == 14


def test_tables_keep_their_columns(text: str) -> None:
    assert "| Projected job growth | -1.7% | +3.1% | 2024 to 2034 |" in text


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("- no list", "\\- no list"),
        ("1. no list", "1\\. no list"),
        ("# no heading", "\\# no heading"),
        ("A | b", "A \\| b"),
        ("<b> & [x](y)", "\\<b\\> &amp; \\[x\\](y)"),
        ("Plain -1.7%", "Plain -1.7%"),
    ],
)
def test_texts_add_no_structure(given: str, expected: str) -> None:
    on = builders.sheet()
    page = (
        MarkdownPage()
        .render(builders.report(on, builders.draft(on, builders.block(given))))[0]
        .content.decode()
    )
    assert f"\n{expected}\n" in page
