"""What the page template is given: the report's parts cut into runs of text, each run with its proof.

Adds no word and no figure. Knows nothing of HTML beyond the drawings that `markup` makes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from writer.domain.drafts import DraftBlock, DraftSentence
from writer.domain.facts import FactSheet
from writer.domain.report import (
    Block,
    Cell,
    Chart,
    Report,
    ReportSection,
    Score,
    Table,
    TaskList,
    cell_place,
)
from writer.exporters.markup import Markup, ScoreDrawing, bar_chart, score_chart
from writer.exporters.proof import Piece, Proof

Run = list[Piece]
_WHOLE_SCALE = 100.0  #: the outlook index runs from 0 to 100 (data/outlook.toml)


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceView:
    """One sentence in runs, with what its mark says."""

    run: Run
    basis: str
    author: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseView:
    """A block of prose; a `pair` holds the two sides of before and after."""

    kind: str
    sentences: tuple[SentenceView, ...] = ()
    before: tuple[SentenceView, ...] = ()
    after: tuple[SentenceView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """A table whose cells are runs. `wide` tables stack into cards on a small screen."""

    id: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Run, ...], ...]
    note: str
    numeric: bool
    kind: str = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskListView:
    """A task list with its proven count."""

    block: TaskList
    count: Run
    kind: str = "tasks"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartView:
    """A chart with its data table, or with the id of the table below it that holds the same figures."""

    chart: Chart
    drawing: Markup
    rows: tuple[tuple[str, Run], ...]
    table_id: str
    kind: str = "chart"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreView:
    """The score, its drawing, and its figures as (key, run) in the order they are read."""

    score: Score
    drawing: Markup
    figures: dict[str, Run]
    headline: tuple[str, str]
    kind: str = "score"


BlockView = TableView | TaskListView | ChartView | ScoreView


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """One part of the page."""

    id: str
    heading: str
    titled_by_page: bool  #: its heading is the page's own title, which stands above it
    prose: tuple[ProseView, ...]
    blocks: tuple[BlockView, ...]
    source_line: Run


def section_views(report: Report, proof: Proof) -> tuple[SectionView, ...]:
    """Return the parts of the page, in the report's order."""
    return tuple(_section(section, report, proof) for section in report.sections)


def lede_run(report: Report, proof: Proof) -> Run:
    """Return the line under the title."""
    return proof.of_text("lede", report.lede.text)


def _section(section: ReportSection, report: Report, proof: Proof) -> SectionView:
    draft = section.checked.draft
    line = section.source_line
    return SectionView(
        id=section.id,
        heading=draft.heading,
        titled_by_page=draft.heading == report.title,
        prose=tuple(_prose(draft.blocks, section.id, proof)),
        blocks=tuple(_block(block, section, report.sheet, proof) for block in section.blocks),
        source_line=proof.of_text(section.id, line.text) if line is not None else [],
    )


def _prose(blocks: Sequence[DraftBlock], section: str, proof: Proof) -> Iterator[ProseView]:
    """Yield the blocks; a "before" that an "after" follows becomes one pair."""
    views = [
        ProseView(kind=block.kind, sentences=tuple(_sentence(s, section, proof) for s in block.sentences))
        for block in blocks
    ]
    at = 0
    while at < len(views):
        view, following = views[at], views[at + 1] if at + 1 < len(views) else None
        if view.kind == "before" and following is not None and following.kind == "after":
            yield ProseView(kind="pair", before=view.sentences, after=following.sentences)
            at += 2
        elif view.kind in ("before", "after"):
            yield replace(ProseView(kind="pair"), **{view.kind: view.sentences})
            at += 1
        else:
            yield view
            at += 1


def _sentence(sentence: DraftSentence, section: str, proof: Proof) -> SentenceView:
    return SentenceView(
        run=proof.of_text(section, sentence.text), basis=sentence.basis, author=sentence.author
    )


def _block(block: Block, section: ReportSection, sheet: FactSheet, proof: Proof) -> BlockView:
    match block:
        case Table():
            return _table(block, section.id, proof)
        case TaskList():
            place = cell_place(block.id, "count", "value")
            count = proof.of_cell(section.id, place, block.count) if block.count is not None else []
            return TaskListView(block=block, count=count)
        case Chart():
            return _chart(block, section, proof)
        case Score():
            return _score(block, section.id, sheet, proof)


def _table(table: Table, section: str, proof: Proof) -> TableView:
    return TableView(
        id=table.id,
        caption=table.caption,
        columns=table.columns,
        rows=tuple(
            tuple(
                proof.of_cell(section, cell_place(table.id, row[0].text, column), cell)
                for column, cell in zip(table.columns, row, strict=True)
            )
            for row in table.rows
        ),
        note=table.note,
        numeric=table.numeric,
    )


def _chart(chart: Chart, section: ReportSection, proof: Proof) -> ChartView:
    facts = {bar.fact for bar in chart.bars if bar.fact}
    same = (
        table.id
        for table in section.blocks
        if isinstance(table, Table) and facts <= {cell.fact for row in table.rows for cell in row}
    )
    rows = tuple(
        (
            bar.label,
            proof.of_cell(section.id, cell_place(chart.id, bar.label, "value"), Cell(text=bar.text)),
        )
        for bar in chart.bars
    )
    return ChartView(chart=chart, drawing=bar_chart(chart), rows=rows, table_id=next(same, ""))


def _score(score: Score, section: str, sheet: FactSheet, proof: Proof) -> ScoreView:
    cells = {
        "headline": score.headline,
        "exposure_part": score.exposure_part,
        "demand_part": score.demand_part,
        "low": score.low,
        "high": score.high,
        "confidence": score.confidence,
        "percentile": score.percentile,
    }

    def points(name: str) -> float | None:
        cell = cells[name]
        number = sheet.number(cell.fact) if cell is not None else None
        return None if number is None else float(number)

    drawing = ScoreDrawing(
        id="score",
        title="Career outlook score",
        description="A bar of the points from low exposure and from demand, above the range of the score.",
        maximum=_WHOLE_SCALE,
        headline=points("headline"),
        exposure_part=points("exposure_part"),
        demand_part=points("demand_part"),
        low=points("low"),
        high=points("high"),
    )
    figures = {
        name: proof.of_cell(section, cell_place("score", name, "value"), cell)
        for name, cell in cells.items()
        if cell is not None
    }
    return ScoreView(
        score=score, drawing=score_chart(drawing), figures=figures, headline=_large_and_small(score.headline)
    )


def _large_and_small(cell: Cell | None) -> tuple[str, str]:
    """Return the figure that is set large and the words behind it ("70", "out of 100")."""
    found = re.match(r"(\S+)\s*(.*)", cell.text) if cell is not None else None
    return (found[1], found[2]) if found else ("", "")
