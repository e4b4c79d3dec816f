"""Everything that is printed has a claim; nothing is hidden from a list."""

from itertools import pairwise

import pytest

from tests import builders
from writer.domain.blocks import blocks_of
from writer.domain.report import Table, TaskList

BUNDLED = ["27-4014.00", "43-9021.00", "25-1063.00", "31-1121.00", "15-1299.01", "27-2011.00", "29-1212.00"]


def test_each_slot_of_the_page_has_a_claim_at_its_place() -> None:
    page = builders.rich_report()
    for section in page.sections:
        for sentence in section.checked.draft.sentences():
            spans = {(c.start, c.end) for c in page.claims_at(section.id, sentence.text)}
            assert {(link.start, link.end) for link in sentence.links} <= spans


def test_claims_never_overlap_within_a_sentence() -> None:
    page = builders.rich_report()
    for section in page.sections:
        for sentence in section.checked.draft.sentences():
            claims = page.claims_at(section.id, sentence.text)
            assert all(a.end <= b.start for a, b in pairwise(claims))


@pytest.mark.parametrize("code", BUNDLED)
def test_task_lists_hold_every_task_exactly_once(code: str) -> None:
    sheet = builders.starter_sheet(code)
    lists = [
        b
        for part in ("irreplaceable", "capabilities")
        for b in blocks_of(part, sheet)
        if isinstance(b, TaskList)
    ]
    listed = [item.task for block in lists for item in block.items]
    assert sorted(listed) == sorted(task.id for task in sheet.tasks)
    for block in lists:
        assert block.count is not None
        assert block.count.text == str(len(block.items))


@pytest.mark.parametrize("code", BUNDLED)
def test_a_figure_in_a_table_is_a_cell_with_its_record(code: str) -> None:
    sheet = builders.starter_sheet(code)
    for part in ("job_market", "comparison"):
        for table in blocks_of(part, sheet):
            if isinstance(table, Table):
                for row in table.rows:
                    for cell in row[1:]:
                        assert bool(cell.fact) == any(character.isdigit() for character in cell.text), cell


def test_a_missing_wage_is_said_with_its_reason() -> None:
    table = blocks_of("job_market", builders.starter_sheet("27-2011.00"))[0]
    assert isinstance(table, Table)
    cells = next(row for row in table.rows if row[0].text == "Median annual wage")
    assert cells[1].text == "not available (not published)"
    assert cells[1].fact == ""


def test_the_table_says_whose_row_its_figures_are() -> None:
    table = blocks_of("job_market", builders.starter_sheet("31-1121.00"))[0]
    assert isinstance(table, Table)
    assert "home health and personal care aides" in table.note
