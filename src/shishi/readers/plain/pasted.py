"""Read pasted text: paragraphs with their bars and blank lines, and the tables that stand in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from shishi.findings import About, Finding, Severity
from shishi.places import Piece, Place, Source, Text
from shishi.readers.document import Cell, Document, Flow, Grid, Paragraph, Ruling, line_place
from shishi.readers.plain.broken import find_broken
from shishi.readers.plain.browsed import find_browsed
from shishi.readers.plain.drawing import find_drawn
from shishi.readers.plain.drawn import DrawnTable, paragraphs_of, unmarked
from shishi.readers.plain.rows import (
    BARS,
    LINE_BREAK,
    WHITE,
    PastedCell,
    PastedTable,
    Stretch,
    find_tables,
)

_Finder = Callable[[Sequence[str]], Iterator[PastedTable]]
_FINDERS: Sequence[_Finder] = (find_browsed, find_broken, find_tables)
_LINE_END = re.compile("\r\n|\r|\n")
_BOLD = re.compile(r"\*\*(?:(?!\*\*).)+\*\*", re.DOTALL)
_FORM_FEED = "\f"  # what a program that turns pages into text puts behind each
_EMPTY_CELL = re.compile("[\u00a0\u3000]")  # what a browser copies out of an empty cell


def read_pasted(text: str, source: Source) -> Document:
    """Read text that was copied from a page, a spreadsheet or a document.

    Lines become the paragraphs of a Flow: without the white space around them and the bars that end
    them, which are counted. Runs of lines with bars or tabs inside become a Grid, a row a line; so does a
    table that the text draws, by dashes over its columns or a frame, whose cells may have several lines.
    Every printed character but the bars, the tabs and quotation marks that part cells, and the marks of
    Markdown in a drawn table, stands in exactly one Text. Lines count from 1, characters from 0 within their line.

    >>> page = read_pasted("序号 |\\n\\n项目 |", Source("a.txt", "text", ""))
    >>> [(p.text.value, p.bars, p.gap) for p in page.parts[0].paragraphs]
    [('序号', 1, 0), ('项目', 1, 1)]
    """
    lines = _LINE_END.split(text)
    parts = _Parts(lines)
    position = 0
    for table in find_drawn(lines):
        parts.add_pasted(position, table.first)
        parts.add_drawn(table)
        position = table.last
    parts.add_pasted(position, len(lines))
    if _FORM_FEED in text:
        facts = {"pages": text.count(_FORM_FEED)}
        parts.asked.append(
            Finding("printed-by-pages", About.READING, Severity.NOTES, Place(), facts)
        )
    aside, asked = tuple(parts.aside), tuple(parts.asked)
    return Document(source, tuple(parts.found), findings=asked, aside=aside)


@dataclass(slots=True)
class _Parts:
    """The flows and grids of a text, numbered as they are made."""

    lines: Sequence[str]
    found: list[Grid | Flow] = field(default_factory=list)
    asked: list[Finding] = field(default_factory=list)
    aside: list[Grid | Flow] = field(default_factory=list)
    flows: int = 0
    grids: int = 0

    def add_pasted(self, first: int, last: int) -> None:
        """Add the lines from first to before last: their tables told by bars and tabs, and text."""
        position = first
        for table in _tables(self.lines[first:last]):
            table.move(first)
            self.add_flow(range(position, table.first))
            self.grids += 1
            self.found.append(_grid(self.lines, table, f"table {self.grids}"))
            self.add_flow(table.separators)
            position = table.last
        self.add_flow(range(position, last))

    def add_drawn(self, table: DrawnTable) -> None:
        """Add a table that the text draws, and the lines that draw it."""
        self.grids += 1
        name = f"table {self.grids}"
        self.found.append(_drawn_grid(self.lines, table, name))
        if table.laid:
            place = Place(part=name)
            severity = Severity.NOTES if table.clear else Severity.ASKS
            self.asked.append(Finding("table-by-gaps", About.READING, severity, place))
        if table.laid:
            again = _paragraphs(self.lines, table.rules, name)
            self.aside.append(Flow(name, tuple(again)))
        else:
            self.add_flow(table.rules)

    def add_flow(self, numbers: Sequence[int]) -> None:
        """Add a flow of the lines with these numbers; none of lines that print nothing."""
        name = f"text {self.flows + 1}"
        if paragraphs := tuple(_paragraphs(self.lines, numbers, name)):
            self.flows += 1
            self.found.append(Flow(name, paragraphs))


def _tables(lines: Sequence[str], finders: Sequence[_Finder] = _FINDERS) -> Iterator[PastedTable]:
    """Find the tables told by bars and tabs: those first whose rows are on many lines."""
    find, *others = finders
    position = 0
    for table in find(lines):
        if others:
            yield from _moved(_tables(lines[position : table.first], others), position)
        yield table
        position = table.last
    if others:
        yield from _moved(_tables(lines[position:], others), position)


def _moved(tables: Iterator[PastedTable], lines: int) -> Iterator[PastedTable]:
    for table in tables:
        table.move(lines)
        yield table


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
    printed = _as_markdown(lines, table) if table.separators else table.rows
    width = max(map(len, printed))
    cells = tuple(
        Cell(
            _cell_text(lines, cell, Place(part=name, row=row, column=column)),
            row,
            column,
            columns=width if (table.spanning or row in table.spans) and len(pasted) == 1 else 1,
        )
        for row, pasted in enumerate(printed, 1)
        for column, cell in enumerate(pasted, 1)
    )
    ruling = Ruling.BARRED if table.barred else Ruling.TABBED
    return Grid(name, len(printed), width, cells, ruling=ruling)


def _as_markdown(lines: Sequence[str], table: PastedTable) -> list[list[PastedCell]]:
    """Give the rows of a table in Markdown: without its marks, and without the blank header that it must have."""
    rows = [[list(_unmarked(lines, cell)) for cell in row] for row in table.rows]
    first = (stretch for cell in rows[0] for stretch in cell)
    blank = len(rows) > 1 and all(stretch.start == stretch.end for stretch in first)
    return rows[blank:]


def _unmarked(lines: Sequence[str], cell: PastedCell) -> Iterator[Stretch]:
    """Take away the marks of a cell that is bold as a whole; what is bold within a cell may say who leads."""
    text = "".join(lines[s.line][s.start : s.end] for s in cell)
    bold = _BOLD.fullmatch(text) or "**" not in text
    return (part for own in cell for part in (unmarked(lines, own) if bold else [own]))


def _drawn_grid(lines: Sequence[str], table: DrawnTable, name: str) -> Grid:
    """Make the grid of a drawn table; pandoc leaves the slots of a merged cell blank, so it is a counted one."""
    cells = tuple(
        Cell(
            _drawn_text(lines, paragraphs, Place(part=name, row=cell.row, column=cell.column)),
            cell.row,
            cell.column,
            rows=cell.rows,
            columns=cell.columns,
        )
        for cell, paragraphs in paragraphs_of(lines, table)
    )
    return Grid(name, table.height, table.width, cells, ruling=Ruling.COUNTED)


def _drawn_text(
    lines: Sequence[str], paragraphs: Sequence[Sequence[Stretch]], place: Place
) -> Text:
    """Put the paragraphs of a cell together: a space where a line ended between two Latin words."""
    value = ""
    pieces: list[Piece] = []
    for number, stretches in enumerate(paragraphs):
        value += "\n" if number else ""
        for at, stretch in enumerate(stretches):
            words = lines[stretch.line][stretch.start : stretch.end]
            wrapped = at > 0 and stretches[at - 1].line != stretch.line
            if wrapped and _are_letters(value[-1:] + words[:1]):
                value += " "
            spot = place._replace(line=stretch.line + 1, characters=(stretch.start, stretch.end))
            pieces.append(Piece(len(value), len(words), spot))
            value += words
    first = pieces[0].place
    return Text(
        value, first if len(pieces) == 1 else first._replace(characters=None), tuple(pieces)
    )


def _cell_text(lines: Sequence[str], cell: PastedCell, place: Place) -> Text:
    """Put the stretches of a cell together: a line break between lines, nothing within one."""
    value = ""
    pieces: list[Piece] = []
    for stretch in cell:
        spot = place._replace(line=stretch.line + 1, characters=(stretch.start, stretch.end))
        value += "\n" if pieces and _ends_line(lines, cell[len(pieces) - 1], stretch) else ""
        pieces.append(Piece(len(value), stretch.end - stretch.start, spot))
        value += lines[stretch.line][stretch.start : stretch.end]
    first = pieces[0].place
    return Text(
        value, first if len(pieces) == 1 else first._replace(characters=None), tuple(pieces)
    )


def _are_letters(pair: str) -> bool:
    """Tell two Latin letters, between which a line ended at a space; a number may be cut anywhere."""
    return pair.isascii() and pair.isalpha()


def _ends_line(lines: Sequence[str], before: Stretch, after: Stretch) -> bool:
    """Tell two stretches of a cell that stand on lines of their own in it."""
    if before.line != after.line:
        return True
    return LINE_BREAK.search(lines[after.line], before.end, after.start) is not None
