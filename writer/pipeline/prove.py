"""Reads drafts as one page and runs every check over it: prose, headings, source lines, tables and task lists alike.

The page is read and linked once. Findings come back with the section and the sentence that they are about, so that a
repair can resend just that sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from writer.checks.base import Check, DraftedSentence, check_input
from writer.checks.run import run_checks
from writer.claims.index import Index, compile_sheet
from writer.claims.vocabulary import Vocabulary
from writer.domain.assemble import fixed_sentences
from writer.domain.blocks import blocks_of
from writer.domain.drafts import DraftBlock, DraftSentence, SectionDraft
from writer.domain.facts import FactSheet
from writer.domain.findings import Finding
from writer.domain.ports import Clock
from writer.domain.report import Table, TaskList
from writer.language.reading import TextBlock, read, read_blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """One block of the page and the drafted sentences inside it, with their offsets within the block."""

    block: TextBlock
    sentences: tuple[
        tuple[int, int, DraftSentence], ...
    ] = ()  #: offset in the block, place in the section, sentence


class PageProver:
    """Runs the checks over drafts. The sheet is compiled once for as long as it is the same object."""

    def __init__(self, checks: Sequence[Check], vocabulary: Vocabulary, clock: Clock) -> None:
        self._checks = checks
        self._vocabulary = vocabulary
        self._clock = clock
        self._compiled: tuple[FactSheet, Index] | None = None

    def prove(self, sheet: FactSheet, drafts: Sequence[SectionDraft]) -> tuple[Finding, ...]:
        """Return the findings over these sections; see the port `Prover`."""
        pieces = [piece for draft in drafts for piece in _pieces(draft, sheet)]
        reading = read_blocks([piece.block for piece in pieces])
        drafted: list[DraftedSentence] = []
        places: list[tuple[int, int, str, int]] = []  # start, end, section, place in the section
        for piece, base in zip(pieces, reading.block_starts, strict=False):
            for offset, place, sentence in piece.sentences:
                start = base + offset
                end = start + len(sentence.text)
                places.append((start, end, piece.block.section, place))
                drafted.append(_drafted(sentence, piece.block.section, start, end))
        page = check_input(
            reading,
            sheet,
            self._vocabulary,
            today=sheet.as_of or self._clock.now().date(),
            drafted=drafted,
            index=self._index(sheet),
        )
        return tuple(_placed(finding, places) for finding in run_checks(self._checks, page))

    def _index(self, sheet: FactSheet) -> Index:
        if self._compiled is None or self._compiled[0] is not sheet:
            self._compiled = (sheet, compile_sheet(sheet, self._vocabulary))
        return self._compiled[1]


def _pieces(draft: SectionDraft, sheet: FactSheet) -> Iterator[_Piece]:
    yield _Piece(block=TextBlock(section=draft.section, kind="heading", text=draft.heading))
    place = 0
    for block in draft.blocks:
        yield from _block_pieces(draft.section, block, place)
        place += len(block.sentences)
    for sentence in fixed_sentences(draft.section, sheet):
        yield _Piece(block=TextBlock(section=draft.section, kind="row", text=sentence.text))
    for block in blocks_of(draft.section, sheet):
        if isinstance(block, Table) and block.numeric:
            for text in _row_texts(block):
                yield _Piece(block=TextBlock(section=draft.section, kind="row", text=text))
        elif isinstance(block, TaskList):
            count = f"{block.count.text} " if block.count else ""
            yield _Piece(block=TextBlock(section=draft.section, kind="row", text=f"{count}{block.caption}"))


def _block_pieces(section: str, block: DraftBlock, place: int) -> Iterator[_Piece]:
    if block.kind == "bullets":
        for number, sentence in enumerate(block.sentences):
            text = TextBlock(section=section, kind="item", text=sentence.text)
            yield _Piece(block=text, sentences=((0, place + number, sentence),))
        return
    offset = 0
    sentences: list[tuple[int, int, DraftSentence]] = []
    for number, sentence in enumerate(block.sentences):
        sentences.append((offset, place + number, sentence))
        offset += len(sentence.text) + 1
    yield _Piece(block=TextBlock(section=section, kind="prose", text=block.text), sentences=tuple(sentences))


def _row_texts(table: Table) -> Iterator[str]:
    """Each figure of a table as a text that can be checked: the row's name, the column's name, the figure."""
    for row in table.rows:
        for column, cell in zip(table.columns[1:], row[1:], strict=True):
            if cell.fact and column != "Period":
                yield f"{row[0].text} | {column} | {cell.text}"


def _drafted(sentence: DraftSentence, section: str, start: int, end: int) -> DraftedSentence:
    return DraftedSentence(
        start=start,
        end=end,
        section=section,
        basis=sentence.basis,
        cites=sentence.cites,
        links=sentence.links,
        faults=sentence.faults,
        template=sentence.template,
        author=sentence.author,
    )


def _placed(finding: Finding, places: Sequence[tuple[int, int, str, int]]) -> Finding:
    for start, end, section, place in places:
        if start <= finding.start < end:
            return replace(
                finding,
                section=section,
                sentence=place,
                start=finding.start - start,
                end=min(finding.end, end) - start,
            )
    return finding


def check_text(
    text: str,
    sheet: FactSheet,
    checks: Sequence[Check],
    vocabulary: Vocabulary,
    clock: Clock,
    *,
    house: bool = False,
    index: Index | None = None,
) -> tuple[Finding, ...]:
    """Return the findings on anybody's text; offsets count code points of `text`."""
    page = check_input(read(text), sheet, vocabulary, today=clock.now().date(), house=house, index=index)
    return tuple(run_checks(checks, page))
