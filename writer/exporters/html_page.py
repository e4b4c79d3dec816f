"""The page: one HTML file that needs nothing else, and `claims.json` beside it.

Knows how the parts of a page are put together; the words are the report's, the drawings `markup`'s, the figures
those of the claims. Fixed interface words hold no digits, so that every numeral a reader sees has a claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from writer.domain.findings import Finding, Severity
from writer.domain.report import Document, Report
from writer.exporters.claims_json import claims_document
from writer.exporters.linked_data import linked_data
from writer.exporters.markup import asset, finalize, json_ld, web_address
from writer.exporters.names import file_name
from writer.exporters.page_view import lede_run, section_views
from writer.exporters.proof import Entry, Proof


class HtmlPage:
    """Renders a report as a self-contained page for people, with its proof for machines beside it."""

    format = "html"

    def render(self, report: Report) -> list[Document]:
        """Return the page and its `claims.json`; the same report gives the same bytes."""
        page = Document(
            name=file_name(report, "index.html"), content=_page(report).encode(), media_type="text/html"
        )
        return [page, claims_document(report)]


def _page(report: Report) -> str:
    proof = Proof(report)
    style, script = asset("page.css"), asset("page.js")
    lede, sections = lede_run(report, proof), section_views(report, proof)
    return _environment().get_template("page.html.j2").render(
        report=report,
        subject=report.sheet.subject,
        draft=report.status == "draft",
        style=style,
        script=script,
        lede=lede,
        sections=sections,
        register=list(_linked(proof.entries)),
        findings=list(_for_the_writer(report)),
        linked_data=json_ld(linked_data(report)),
    )  # fmt: skip


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("writer"),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _linked(entries: list[Entry]) -> Iterator[tuple[Entry, str]]:
    """Yield each record with the address that a browser may follow, empty where there is none."""
    for entry in entries:
        yield entry, web_address(entry.claim.url)


def _for_the_writer(report: Report) -> Iterator[Finding]:
    return (finding for finding in report.findings if finding.severity is not Severity.INFO)
