"""Takes full-page screenshots of a report page: python tools/screenshots.py OUT_DIR PAGE.html [--dark]

Writes `page-320.png` and `page-1280.png` (with --dark also `page-320-dark.png` and `page-1280-dark.png`) through
Playwright and an installed Chromium, at one device pixel for each CSS pixel. A page is text on few colours, so the
files keep the 256 most frequent ones: about a third of the size, and no difference that an eye finds.
"""

from __future__ import annotations

import argparse
import base64
import shutil
import struct
import sys
import zlib
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

HEIGHTS = {320: 720, 1280: 900}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
#: The browser decodes the image; what comes back is width, height, a palette, and one palette index for each pixel.
TO_PALETTE = """async (png) => {
  const image = await createImageBitmap(await (await fetch('data:image/png;base64,' + png)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
  canvas.drawImage(image, 0, 0);
  const words = new Uint32Array(canvas.getImageData(0, 0, image.width, image.height).data.buffer);
  const seen = new Map();
  for (const word of words) seen.set(word, (seen.get(word) || 0) + 1);
  const palette = [...seen].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 256).map(([word]) => word);
  const parts = (word) => [word & 255, (word >> 8) & 255, (word >> 16) & 255];
  const colours = palette.map(parts);
  const nearest = new Map(palette.map((word, n) => [word, n]));
  for (const word of seen.keys()) {
    if (nearest.has(word)) continue;
    const [r, g, b] = parts(word);
    const far = colours.map(([x, y, z]) => (x - r) ** 2 + (y - g) ** 2 + (z - b) ** 2);
    nearest.set(word, far.indexOf(Math.min(...far)));
  }
  const bytes = Uint8Array.from(words, (word) => nearest.get(word));
  const url = await new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.readAsDataURL(new Blob([bytes]));
  });
  return [image.width, image.height, colours.flat(), url.split(',')[1]];
}"""


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
        problem = f"no such page: {chosen.page}" if program else f"needs one of: {', '.join(BROWSERS)}"
        print(problem, file=sys.stderr)
        return 2
    chosen.out_dir.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--disable-lcd-text"])
        for dark in (False, True) if chosen.dark else (False,):
            for width in HEIGHTS:
                file = chosen.out_dir / f"page-{width}{'-dark' if dark else ''}.png"
                file.write_bytes(take(browser, chosen.page, width, dark=dark))
                print(file)
        browser.close()
    return 0


def take(browser: Browser, page_file: Path, width: int, *, dark: bool) -> bytes:
    """Return the whole page at that width as a PNG of at most 256 colours, with nothing moving."""
    page = browser.new_page(
        viewport={"width": width, "height": HEIGHTS[width]},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
    )
    page.goto(page_file.resolve().as_uri())
    picture = page.screenshot(full_page=True, animations="disabled")
    page.goto("about:blank")  # the page's own policy forbids it to read an image
    across, down, palette, pixels = page.evaluate(TO_PALETTE, base64.b64encode(picture).decode())
    page.close()
    return indexed_png(across, down, bytes(palette), base64.b64decode(pixels))


def indexed_png(width: int, height: int, palette: bytes, pixels: bytes) -> bytes:
    """Return the pixels as a PNG with a palette (https://www.w3.org/TR/png/), each row unfiltered."""
    rows = b"".join(b"\0" + pixels[row * width : (row + 1) * width] for row in range(height))
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
        (b"PLTE", palette),
        (b"IDAT", zlib.compress(rows, 9)),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


if __name__ == "__main__":
    sys.exit(main())
