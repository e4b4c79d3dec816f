"""The page as a file: parts, size, policy, proof, and what only a draft shows."""

import base64
import hashlib
import html
import json
import re
from html.parser import HTMLParser

import pytest

from tests import builders
from writer.domain.report import Report
from writer.exporters.html_page import HtmlPage

PARTS = [
    *("verdict", "quick_take", "outlook", "irreplaceable", "shortfalls", "capabilities", "day_to_day"),
    *("job_market", "future", "future_proof", "bottom_line", "comparison", "sources"),
]
BUNDLED = sorted(path.stem for path in (builders.ROOT / "data" / "starter" / "tasks").glob("*.json"))


class Reader(HTMLParser):
    """Collects what a reader sees: texts outside style, script and the draft band, and all ids and links."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self._hidden: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in ("style", "script", "aside"):
            self._hidden.append(tag)
        if given.get("id"):
            self.ids.append(given["id"] or "")
        if tag == "a":
            self.links.append(given.get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if self._hidden and self._hidden[-1] == tag:
            self._hidden.pop()

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.texts.append(data)


def page_of(report: Report) -> str:
    return HtmlPage().render(report)[0].content.decode()


@pytest.fixture(scope="module")
def page() -> str:
    return page_of(builders.rich_report())


def test_the_thirteen_parts_stand_in_order(page: str) -> None:
    assert re.findall(r'<section id="([a-z_]+)"', page) == [*PARTS, "records"]


def test_page_and_claims_are_written_together() -> None:
    names = [document.name for document in HtmlPage().render(builders.rich_report())]
    assert names == ["sound-engineers/index.html", "sound-engineers/claims.json"]


def test_ids_are_unique_and_links_within_the_page_arrive(page: str) -> None:
    reader = Reader(page)
    assert len(reader.ids) == len(set(reader.ids))
    assert {link[1:] for link in reader.links if link.startswith("#")} <= set(reader.ids)


@pytest.mark.parametrize("code", BUNDLED)
def test_every_bundled_occupation_makes_a_small_page(code: str) -> None:
    on = builders.starter_sheet(code)
    sections = [builders.draft(on, builders.block("Said."), section=part, heading=part) for part in PARTS]
    assert len(page_of(builders.report(on, *sections)).encode()) < 150_000


def test_a_full_page_is_under_the_limit(page: str) -> None:
    assert len(page.encode()) < 150_000


def test_the_page_asks_for_nothing_from_a_network(page: str) -> None:
    assert not re.search(r'(?:src|srcset|action|poster)="', page)
    assert not re.search(r"@import|url\((?!#)", page)
    assert re.findall(r"<link [^>]*>", page) == ['<link rel="icon" href="data:,">']


@pytest.mark.parametrize(("element", "directive"), [("style", "style-src"), ("script", "script-src")])
def test_the_policy_allows_exactly_this_style_and_script(page: str, element: str, directive: str) -> None:
    content = page.split(f"<{element}>")[1].split(f"</{element}>")[0]
    digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
    assert f"{directive} 'sha256-{digest}'" in html.unescape(page.split("<title>")[0])
    assert "unsafe" not in page.split("<title>")[0]


def test_every_numeral_that_a_reader_sees_is_in_the_claims(page: str) -> None:
    claims = json.loads(HtmlPage().render(builders.rich_report())[1].content)
    held = json.dumps(claims, ensure_ascii=False)
    numerals = {found for text in Reader(page).texts for found in re.findall(r"\d[\d,.]*\d|\d", text)}
    assert numerals
    assert not [numeral for numeral in numerals if numeral not in held]


def test_every_claim_of_the_prose_opens_its_record(page: str) -> None:
    report = builders.rich_report()
    marked = set(re.findall(r'data-claim="(c\d+)"', page))
    drawn = {claim.id for claim in report.claims if claim.place.startswith("outlook-chart/")}
    assert {claim.id for claim in report.claims} - drawn == marked


def test_a_task_list_shows_its_proven_count_and_all_items(page: str) -> None:
    part = page.split('id="tasks-zero"')[1].split("</details>")[0]
    assert part.count("<li>") == 14
    assert re.search(r'class="count"><a class="claim"[^>]*>14</a>', part)


class TestDraftBand:
    def test_a_draft_says_so_and_tells_its_writer_what_is_missing(self, page: str) -> None:
        band = page.split('<aside class="draft"')[1].split("</aside>")[0]
        assert "Not yet approved" in band
        assert "Which test of a tool could be recorded?" in band
        assert "Two parts open with the same words." in band
        assert '<meta name="robots" content="noindex">' in page

    def test_an_approved_page_shows_none_of_it(self) -> None:
        page = page_of(
            builders.rich_report(
                approved_by="Rosa Quint",
                omissions=(builders.Omission(section="future", heading="Later", reason="Nothing is held."),),
                notices=("The model could not be reached.",),
                page_findings=(builders.finding(),),
            )
        )
        assert "Approved by Rosa Quint" in page
        for hidden in (
            'class="draft"',
            "Nothing is held.",
            "could not be reached",
            "no record holds",
            "noindex",
            "Draft",
        ):
            assert hidden not in page


class TestLinkedData:
    def graph(self, report: Report) -> list[dict[str, object]]:
        body = page_of(report).split('<script type="application/ld+json">')[1].split("</script>")[0]
        return json.loads(body)["@graph"]

    def test_it_names_page_and_occupation(self) -> None:
        web_page, occupation = self.graph(builders.rich_report(approved_by="Rosa Quint"))
        assert web_page["@type"] == "WebPage"
        assert web_page["reviewedBy"] == {"@type": "Person", "name": "Rosa Quint"}
        assert occupation["occupationalCategory"] == "27-4014.00"

    def test_the_wage_stands_there_only_if_the_page_prints_it(self) -> None:
        assert "estimatedSalary" in self.graph(builders.rich_report())[1]
        wage = builders.fact("bls.wage.2024", 66_430, unit="usd/year", label="median annual wage")
        assert "estimatedSalary" not in self.graph(builders.report(builders.sheet(builders.fact(), wage)))[1]


def test_invisible_parts_of_the_score_are_left_out_without_a_headline() -> None:
    code = next(c for c in BUNDLED if not builders.starter_sheet(c).known("outlook.headline"))
    on = builders.starter_sheet(code)
    part = page_of(
        builders.report(on, builders.draft(on, builders.block("Said."), section="outlook", heading="Outlook"))
    )
    score = part.split('<figure class="score">')[1].split("</figure>")[0]
    assert "No headline score" in score
    assert 'class="pin"' not in score
