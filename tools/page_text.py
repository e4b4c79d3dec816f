"""The text of a page, part by part, read from its HTML without a browser: for tests that need many pages quickly."""

from __future__ import annotations

from html.parser import HTMLParser

SKIPPED = frozenset({"script", "style", "title", "desc", "head"})
INLINE = frozenset({"a", "b", "em", "i", "small", "span", "strong", "abbr", "tspan"})
VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})


class _Parts(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[tuple[str, list[str]]] = []
        self._open: list[tuple[str, bool, bool]] = []  # tag, hidden, opens a part

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        classes = (given.get("class") or "").split()
        part = "lede" if "lede" in classes else given.get("id") if tag == "section" else None
        if part:
            self.parts.append((part, []))
        if tag not in VOID:
            self._open.append((tag, tag in SKIPPED or "mark" in classes, bool(part)))
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._break(tag)
        while self._open:
            last = self._open.pop()
            if last[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        if any(part for _, _, part in self._open) and not any(hidden for _, hidden, _ in self._open):
            self.parts[-1][1].append(data)

    def _break(self, tag: str) -> None:
        if tag not in INLINE and self.parts:
            self.parts[-1][1].append(" ")


def page_parts(html: str) -> list[tuple[str, str]]:
    """Return the lede and each section of a page with its text, folded parts included, in order."""
    reader = _Parts()
    reader.feed(html)
    return [(part, " ".join("".join(pieces).split())) for part, pieces in reader.parts]
