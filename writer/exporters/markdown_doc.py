"""The page as Markdown, for editors and for systems that make their own pages.

The front matter's values are JSON strings, which YAML reads as they are. Texts are escaped, so that data can add
neither markup nor structure; charts and the score become tables of the same figures.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from writer.domain.drafts import DraftBlock
from writer.domain.report import Block, Chart, Document, Report, ReportSection, Score, Table, TaskList
from writer.exporters.markup import visible, web_address
from writer.exporters.names import file_name, slug_of

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~])")
_LABELS = {"callout": "Worth knowing", "before": "Before", "after": "With AI"}
_SCORE_ROWS = (
    ("headline", "Career outlook score"),
    ("exposure_part", "From low AI exposure"),
    ("demand_part", "From demand for the work"),
    ("low", "Lower end of the range"),
    ("high", "Upper end of the range"),
    ("confidence", "Confidence"),
    ("percentile", "Percentile among all occupations"),
)


class MarkdownPage:
    """Renders a report as one Markdown file with front matter."""

    format = "md"

    def render(self, report: Report) -> list[Document]:
        """Return the file; the same report gives the same bytes."""
        text = "\n".join([*_front_matter(report), "", *_body(report)]).rstrip() + "\n"
        name = file_name(report, f"{slug_of(report)}.md")
        return [Document(name=name, content=text.encode(), media_type="text/markdown")]


def _front_matter(report: Report) -> Iterator[str]:
    outlook = report.sheet.find("outlook.headline")
    fields = {
        "title": report.title,
        "slug": slug_of(report),
        "occupation": report.sheet.subject.id,
        "status": report.status,
        "approved_by": report.approved_by,
        "date": report.made_on.isoformat(),
        "country": report.country,
        "edition": report.edition,
        "outlook": outlook.figure() if outlook is not None and outlook.value is not None else "",
    }
    addresses = [address for source in report.sheet.sources if (address := web_address(source.url))]
    yield "---"
    yield from (f"{name}: {json.dumps(visible(text), ensure_ascii=False)}" for name, text in fields.items())
    yield f"sources: {json.dumps(addresses)}"
    yield "---"


def _body(report: Report) -> Iterator[str]:
    yield from (f"# {_escaped(report.title)}", "", _line(report.lede.text), "")
    if report.status == "draft":
        yield from ("**Draft.** Not yet approved by an editor. Not for publication.", "")
    for section in report.sections:
        yield from _section(section, report)


def _section(section: ReportSection, report: Report) -> Iterator[str]:
    draft = section.checked.draft
    if draft.heading != report.title:
        yield from (f"## {_escaped(draft.heading)}", "")
    for block in draft.blocks:
        yield from _prose(block)
    for block in section.blocks:
        yield from _block(block)
    if section.source_line is not None:
        yield from (_line(section.source_line.text), "")


def _prose(block: DraftBlock) -> Iterator[str]:
    if block.kind == "bullets":
        yield from (f"- {_escaped(sentence.text)}" for sentence in block.sentences)
    elif block.kind == "paragraph":
        yield _line(block.text)
    else:
        yield f"> **{_LABELS[block.kind]}:** {_escaped(block.text)}"
    yield ""


def _block(block: Block) -> Iterator[str]:
    match block:
        case Table():
            yield from (f"**{_escaped(block.caption)}**", "")
            yield from _table(block.columns, [[cell.text for cell in row] for row in block.rows])
            if block.note:
                yield from (_line(block.note), "")
        case TaskList():
            count = f" ({_escaped(block.count.text)})" if block.count is not None else ""
            yield from (f"**{_escaped(block.caption)}**{count}", "")
            for item in block.items:
                notes = ", ".join(filter(None, (item.kind, item.note)))
                yield f"- {_escaped(item.label)} ({_escaped(notes)})"
            yield ""
        case Chart():
            yield from (f"**{_escaped(block.title)}**", "")
            yield from _table(("Occupation", "Figure"), [[bar.label, bar.text] for bar in block.bars])
        case Score():
            rows = [
                [label, cell.text]
                for name, label in _SCORE_ROWS
                if (cell := getattr(block, name)) is not None
            ]
            yield from _table(("Part", "Value"), rows)
            yield from (_line(block.note), "")


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield _row(columns)
    yield _row(["---"] * len(columns), escape=False)
    yield from (_row(row) for row in rows)
    yield ""


def _row(cells: Sequence[str], *, escape: bool = True) -> str:
    return "| " + " | ".join(_escaped(cell) if escape else cell for cell in cells) + " |"


def _line(text: str) -> str:
    """Return the text as a paragraph of its own that cannot be read as a list or a heading."""
    plain = _escaped(text)
    if plain[:1] in ("-", "+", "="):
        return f"\\{plain}"
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", plain)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(visible(text).split())).replace("&", "&amp;")
