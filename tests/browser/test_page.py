"""The page in a real browser: fits, reads, opens its proof, and asks nobody for anything."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests import builders
from writer.exporters.html_page import HtmlPage

WIDTHS = (320, 768, 1280)

#: Elements that stand outside the screen to the left or right, with those that are hidden on purpose left out.
STICKING_OUT = """() => [...document.querySelectorAll('body *')]
  .filter(e => !e.closest('.unseen, .skip, thead, svg defs') && e.getClientRects().length)
  .filter(e => { const b = e.getBoundingClientRect(); return b.width && (b.right > innerWidth + 1 || b.left < -1); })
  .map(e => e.outerHTML.slice(0, 120))"""

#: Claims whose record, opened by focus, is not shown or leaves the screen sideways.
POPOVERS_THAT_DO_NOT_FIT = """() => [...document.querySelectorAll('.claim')]
  .filter(claim => claim.checkVisibility())
  .filter(claim => {
    claim.focus();
    const box = document.querySelector('#record-popover')?.getBoundingClientRect();
    return !box || !box.width || box.left < 0 || box.right > innerWidth
      || document.documentElement.scrollWidth > innerWidth;
  })
  .map(claim => claim.textContent)"""

Opened = Callable[..., Page]


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium)
        yield started
        started.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("pages")
    for document in HtmlPage().render(builders.rich_report()):
        (folder / document.name).parent.mkdir(exist_ok=True)
        (folder / document.name).write_bytes(document.content)
    return (folder / "sound-engineers" / "index.html").as_uri()


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Opened]:
    """Open the page at a width; afterwards, no message on the console and no request but for the page itself."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []
    requests: list[str] = []

    def open_page(width: int = 1280, **options: Any) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 800}, reduced_motion="reduce", **options
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: requests.append(request.url))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
    assert {url for url in requests if not url.startswith("data:")} == {address}


def first_claim(page: Page) -> Any:
    return page.locator("#job_market p .claim").first


def popover(page: Page) -> Any:
    return page.locator("#record-popover")


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {[node['target'] for node in v['nodes'][:3]]}" for v in found]


@pytest.mark.parametrize("width", WIDTHS)
class TestFit:
    def test_nothing_sticks_out(self, opened: Opened, width: int) -> None:
        page = opened(width)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        page.locator("#show-proof").check()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.evaluate(STICKING_OUT) == []

    def test_every_popover_fits(self, opened: Opened, width: int) -> None:
        assert opened(width).evaluate(POPOVERS_THAT_DO_NOT_FIT) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
class TestAccessibility:
    def test_axe_finds_nothing(self, opened: Opened, width: int, scheme: str) -> None:
        assert violations(opened(width, color_scheme=scheme)) == []

    def test_axe_finds_nothing_with_everything_open(self, opened: Opened, width: int, scheme: str) -> None:
        page = opened(width, color_scheme=scheme)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        page.locator("#show-proof").check()
        page.locator("[data-choose=all]").click()
        first_claim(page).click()
        expect(popover(page)).to_be_visible()
        assert violations(page) == []


class TestProof:
    def test_hover_shows_the_record_and_leaving_hides_it(self, opened: Opened) -> None:
        page = opened()
        first_claim(page).hover()
        expect(popover(page)).to_contain_text("people employed")
        for part in (
            "16,900",
            "2024",
            "Employment Projections",
            "bls.employment.2024",
            "release 2024-34",
            "www.bls.gov",
        ):
            expect(popover(page)).to_contain_text(part)
        popover(page).hover()  # stays while the pointer is on it
        page.wait_for_timeout(300)
        expect(popover(page)).to_be_visible()
        page.mouse.move(5, 5)
        expect(popover(page)).to_have_count(0)

    def test_focus_shows_it_and_escape_closes_it_without_losing_the_place(self, opened: Opened) -> None:
        page = opened()
        claim = first_claim(page)
        claim.focus()
        expect(popover(page)).to_be_visible()
        expect(claim).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("Escape")
        expect(popover(page)).to_have_count(0)
        expect(claim).to_be_focused()
        expect(claim).to_have_attribute("aria-expanded", "false")

    def test_enter_and_space_open_it_again(self, opened: Opened) -> None:
        page = opened()
        for key in ("Enter", " "):
            first_claim(page).focus()
            page.keyboard.press("Escape")
            page.keyboard.press(key)
            expect(popover(page)).to_be_visible()
            page.keyboard.press(key)
            expect(popover(page)).to_have_count(0)
            page.locator("#show-proof").focus()

    def test_tab_leads_into_the_record_and_on_to_the_next_claim(self, opened: Opened) -> None:
        page = opened()
        first_claim(page).focus()
        page.keyboard.press("Tab")
        expect(popover(page).get_by_role("link")).to_be_focused()
        page.keyboard.press("Tab")
        expect(page.locator("#job_market p .claim").nth(1)).to_be_focused()
        expect(popover(page)).to_contain_text("base year")

    def test_tap_opens_it_and_a_tap_elsewhere_closes_it(self, opened: Opened) -> None:
        page = opened(320, has_touch=True, is_mobile=True)
        first_claim(page).tap()
        expect(popover(page)).to_be_visible()
        page.locator("#job_market-heading").tap()
        expect(popover(page)).to_have_count(0)

    def test_a_claim_is_a_link_to_its_record_without_scripts(self, opened: Opened) -> None:
        page = opened(java_script_enabled=False)
        first_claim(page).click()
        expect(page.locator(".register li:target")).to_contain_text("people employed")
        expect(page.locator(".register li:target")).to_be_visible()

    def test_the_switch_marks_each_sentence_by_its_basis_and_author(self, opened: Opened) -> None:
        page = opened()
        mark = page.locator("#irreplaceable .mark").first
        expect(mark).to_be_hidden()
        page.get_by_role("switch", name="Show proof").press(" ")
        expect(mark).to_be_visible()
        expect(mark).to_have_text("task house-model")
        expect(page.locator(".legend")).to_be_visible()
        assert page.locator(".sentence").count() == page.locator(".mark:visible").count()


class TestTaskMix:
    def test_it_counts_by_keyboard_and_says_what_is_missing(self, opened: Opened) -> None:
        page = opened()
        output = page.locator("#task-mix output")
        expect(output).to_have_text("No task chosen yet.")
        box = page.locator("#task-mix input").first
        box.focus()
        page.keyboard.press("Space")
        expect(output).to_contain_text("You chose 1 of 14 tasks.")
        expect(output).to_contain_text("0 with measured AI use, 1 without measurable use.")
        page.locator("[data-choose=all]").press("Enter")
        expect(output).to_contain_text("You chose 14 of 14 tasks.")
        expect(output).to_contain_text("11 rated for a large gain, 3 rated for little gain.")
        page.locator("[data-choose=none]").press("Enter")
        expect(output).to_have_text("No task chosen yet.")

    def test_the_count_is_announced(self, opened: Opened) -> None:
        expect(opened().locator("#task-mix output")).to_have_attribute("aria-live", "polite")


class TestPrint:
    def test_everything_is_there_and_figures_are_plain(self, opened: Opened) -> None:
        page = opened(768)
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        for part in ("#tasks-zero li", ".register li", ".score svg", ".chart svg", "#task-mix li"):
            for shown in page.locator(part).all():
                expect(shown).to_be_visible()
        for hidden in ("nav", ".proof-switch", "#task-mix input"):
            expect(page.locator(hidden).first).to_be_hidden()
        assert first_claim(page).evaluate("e => getComputedStyle(e).textDecorationLine") == "none"
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.locator("#tasks-zero details[open]").count() == 0

    def test_folded_lists_print_without_scripts_too(self, opened: Opened) -> None:
        page = opened(768, java_script_enabled=False)
        page.emulate_media(media="print")
        height = page.locator("#tasks-zero li").last.evaluate("e => e.getBoundingClientRect().height")
        assert height > 0


def test_the_draft_band_is_seen_first(opened: Opened) -> None:
    page = opened(320)
    expect(page.get_by_role("complementary", name="Draft")).to_be_in_viewport()
