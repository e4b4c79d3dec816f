"""What holds of every exporter: stable bytes, safe names, and texts that stay texts."""

import json

import pytest

from tests import builders
from writer.domain.ports import Exporter
from writer.domain.report import Report
from writer.exporters.claims_json import ClaimsJson
from writer.exporters.html_page import HtmlPage
from writer.exporters.json_doc import JsonReport
from writer.exporters.markdown_doc import MarkdownPage

EXPORTERS: list[Exporter] = [HtmlPage(), MarkdownPage(), JsonReport(), ClaimsJson()]
HOSTILE = "</script><script>alert(1)</script> \u202egnp.exe\u200b"


def hostile_report() -> Report:
    tasks = [builders.task("1", HOSTILE, noun="")]
    on = builders.sheet(
        tasks=tasks, subject=builders.subject(plural=HOSTILE, title=HOSTILE, slug="../../etc")
    )
    draft = builders.draft(on, builders.block(HOSTILE), heading=HOSTILE, author=HOSTILE)
    return builders.report(on, draft, notices=(HOSTILE,), page_findings=(builders.finding(HOSTILE),))


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.format)
class TestEveryExporter:
    def test_same_report_gives_same_bytes(self, exporter: Exporter) -> None:
        assert exporter.render(builders.rich_report()) == exporter.render(builders.rich_report())

    def test_a_small_report_renders(self, exporter: Exporter) -> None:
        assert all(document.content for document in exporter.render(builders.report()))

    def test_names_stay_below_the_output_folder(self, exporter: Exporter) -> None:
        for document in exporter.render(hostile_report()):
            assert document.name.startswith("etc/")
            assert ".." not in document.name

    def test_content_is_utf8_and_ends_with_a_newline(self, exporter: Exporter) -> None:
        for document in exporter.render(builders.rich_report()):
            assert document.content.decode().endswith("\n")


def test_hostile_text_adds_no_markup_to_the_page() -> None:
    page = HtmlPage().render(hostile_report())[0].content.decode()

    assert "alert(1)</script>" not in page
    assert page.count("<script") == 2  # the page's own: linked data and script
    assert "&lt;/script&gt;" in page


def test_direction_and_zero_width_characters_are_shown() -> None:
    for exporter in (HtmlPage(), MarkdownPage()):
        page = exporter.render(hostile_report())[0].content.decode()
        assert "\u202e" not in page
        assert "\u200b" not in page
        assert "⟨U+202E⟩" in page
        assert "⟨U+200B⟩" in page


def test_the_linked_data_cannot_end_its_script_element() -> None:
    page = HtmlPage().render(hostile_report())[0].content.decode()
    body = page.split('<script type="application/ld+json">')[1].split("</script>")[0]

    assert "<" not in body
    assert json.loads(body)["@graph"][1]["name"].startswith("</script><script>")


def test_only_web_addresses_become_links() -> None:
    source = builders.SourceRecord(id="bls-ep", title="Projections", url="javascript:alert(1)")
    on = builders.sheet(builders.fact(), sources=[source])
    page = HtmlPage().render(builders.report(on))[0].content.decode()

    assert "javascript:" not in page


def test_markdown_keeps_hostile_text_a_text() -> None:
    text = MarkdownPage().render(hostile_report())[0].content.decode()

    assert "<script>" not in text.split("---", 2)[2]
    front = dict(line.split(": ", 1) for line in text.split("---")[1].strip().splitlines())
    assert all(json.loads(value) is not None for value in front.values())
    assert json.loads(front["slug"]) == "etc"
