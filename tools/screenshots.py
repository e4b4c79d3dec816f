"""Takes full-page screenshots of a report page: python tools/screenshots.py OUT_DIR PAGE.html [--dark]

Writes `page-320.png` and `page-1280.png` (with --dark also `page-320-dark.png` and `page-1280-dark.png`) through
Playwright and an installed Chromium. Figures of the page must be readable in them, so nothing is scaled down; the PNGs
are taken at one device pixel for each CSS pixel.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

WIDTHS = (320, 1280)
HEIGHTS = {320: 720, 1280: 900}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main() -> int:
    """Take the screenshots and print their names."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out_dir", type=Path)
    parser.add_argument("page", type=Path)
    parser.add_argument("--dark", action="store_true", help="take the dark ones too")
    chosen = parser.parse_args()
    program = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if program is None or not chosen.page.is_file():
        print(
            f"no such page: {chosen.page}" if program else f"needs one of: {', '.join(BROWSERS)}",
            file=sys.stderr,
        )
        return 2
    chosen.out_dir.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        for dark in (False, True) if chosen.dark else (False,):
            for width in WIDTHS:
                print(take(browser, chosen.page, chosen.out_dir, width, dark=dark))
        browser.close()
    return 0


def take(browser: Browser, page_file: Path, out_dir: Path, width: int, *, dark: bool) -> Path:
    """Return the file of one screenshot: the whole page at that width, with nothing moving."""
    page = browser.new_page(
        viewport={"width": width, "height": HEIGHTS[width]},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
    )
    page.goto(page_file.resolve().as_uri())
    file = (
        out_dir
        / f"{page_file.stem if page_file.stem != 'index' else 'page'}-{width}{'-dark' if dark else ''}.png"
    )
    page.screenshot(path=file, full_page=True, animations="disabled")
    page.close()
    return file


if __name__ == "__main__":
    sys.exit(main())
