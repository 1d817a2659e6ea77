"""Read pasted text: paragraphs with their bars and blank lines, and the tables that stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shishi.places import Piece, Place, Source, Text
from shishi.readers.document import Cell, Document, Flow, Grid, Paragraph, line_place
from shishi.readers.plain.rows import BARS, WHITE, PastedCell, PastedTable, find_tables

_LINE_END = re.compile("\r\n|\r|\n")
_EMPTY_CELL = re.compile("[\u00a0\u3000]")  # what a browser copies out of an empty cell


def read_pasted(text: str, source: Source) -> Document:
    """Read text that was copied from a page, a spreadsheet or a document.

    Lines become the paragraphs of a Flow: without the white space around them and the bars that end
    them, which are counted. Runs of lines with bars or tabs inside become a Grid, a row a line.
    Every printed character but the bars, and the tabs and quotation marks that part cells, stands in
    exactly one Text. Lines count from 1, characters from 0 within their line.

    >>> page = read_pasted("序号 |\\n\\n项目 |", Source("a.txt", "text", ""))
    >>> [(p.text.value, p.bars, p.gap) for p in page.parts[0].paragraphs]
    [('序号', 1, 0), ('项目', 1, 1)]
    """
    lines = _LINE_END.split(text)
    parts: list[Grid | Flow] = []
    flow = _Flows(lines)
    position = 0
    for number, table in enumerate(find_tables(lines), 1):
        parts += flow.of(range(position, table.first))
        parts.append(_grid(lines, table, f"table {number}"))
        parts += flow.of(table.separators)
        position = table.last
    parts += flow.of(range(position, len(lines)))
    return Document(source, tuple(parts))


@dataclass(slots=True)
class _Flows:
    """Makes the flows of a text and numbers them."""

    lines: Sequence[str]
    made: int = 0

    def of(self, numbers: Sequence[int]) -> list[Flow]:
        """Make a flow of the lines with these numbers; none of lines that print nothing."""
        name = f"text {self.made + 1}"
        paragraphs = tuple(_paragraphs(self.lines, numbers, name))
        self.made += bool(paragraphs)
        return [Flow(name, paragraphs)] if paragraphs else []


def _paragraphs(lines: Sequence[str], numbers: Sequence[int], part: str) -> Iterator[Paragraph]:
    gap = 0
    for number in numbers:
        line = lines[number]
        if not line.strip(WHITE) and not _is_empty_cell(lines, number):
            gap += 1
            continue
        yield _paragraph(line, number + 1, part=part, gap=gap)
        gap = 0


def _is_empty_cell(lines: Sequence[str], number: int) -> bool:
    """Tell a printed empty cell from a blank line: a hard space alone, blank lines around it.

    It stays a paragraph without text, so that an empty merged header cell can be seen.
    """
    around = [*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2]]
    return bool(_EMPTY_CELL.search(lines[number])) and not any(line.strip(WHITE) for line in around)


def _paragraph(line: str, number: int, *, part: str, gap: int) -> Paragraph:
    all_bars = not line.strip(WHITE + BARS)
    left = 0 if all_bars else len(line) - len(line.lstrip(WHITE + BARS))
    right = left if all_bars else len(line.rstrip(WHITE + BARS))
    place = line_place(part, number, start=left, end=right)
    text = Text(line[left:right], place, (Piece(0, right - left, place),))
    return Paragraph(text, gap, bars=_bars(line[right:]), before=_bars(line[:left]))


def _bars(text: str) -> int:
    return sum(text.count(bar) for bar in BARS)


def _grid(lines: Sequence[str], table: PastedTable, name: str) -> Grid:
    cells = tuple(
        Cell(_cell_text(lines, cell, Place(part=name, row=row, column=column)), row, column)
        for row, pasted in enumerate(table.rows, 1)
        for column, cell in enumerate(pasted, 1)
    )
    return Grid(name, len(table.rows), max(map(len, table.rows)), cells)


def _cell_text(lines: Sequence[str], cell: PastedCell, place: Place) -> Text:
    """Put the stretches of a cell together: a line break between lines, nothing within one."""
    value = ""
    pieces: list[Piece] = []
    for stretch in cell:
        spot = place._replace(line=stretch.line + 1, characters=(stretch.start, stretch.end))
        value += "\n" if pieces and pieces[-1].place.line != spot.line else ""
        pieces.append(Piece(len(value), stretch.end - stretch.start, spot))
        value += lines[stretch.line][stretch.start : stretch.end]
    first = pieces[0].place
    return Text(
        value, first if len(pieces) == 1 else first._replace(characters=None), tuple(pieces)
    )
