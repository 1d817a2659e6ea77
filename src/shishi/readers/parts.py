"""Parts: the Flows and Grids of a document while it is read, named in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from shishi.findings import About, Finding, Severity
from shishi.places import Piece, Place, Text
from shishi.readers.document import Cell, Flow, Grid, Paragraph
from shishi.readers.laying import keep_laid
from shishi.readers.spans import MOST_SLOTS, Spot

_new = tuple.__new__
"""Makes a named tuple of all its fields in half the time; a page has tens of thousands of them."""
_MOST_STRUCK = 50
_EXTENTS = tuple((0, size) for size in range(200))
"""The characters of a whole text, for those as short as most are."""


@dataclass(slots=True)
class Parts:
    """What has been read so far; a None among the parts is a table that has not ended."""

    found: list[Grid | Flow | None] = field(default_factory=list)
    _grids: int = 0
    _flows: int = 0

    def add_flow(self, lines: Sequence[str]) -> None:
        """Add running text, a paragraph a line; the `line` of its Place counts them from 1."""
        if not lines:
            return
        self._flows += 1
        name = f"text {self._flows}"
        self.found.append(
            Flow(
                name,
                tuple(
                    Paragraph(whole_text(line, Place(part=name, line=number)))
                    for number, line in enumerate(lines, 1)
                ),
            )
        )

    def begin_grid(self) -> tuple[int, str]:
        """Hold a slot for a table, so that the tables in its cells come after it; give its name."""
        self._grids += 1
        self.found.append(None)
        return len(self.found) - 1, f"table {self._grids}"

    def end_grid(self, slot: int, grid: Grid | None) -> None:
        """Put the table into its slot; None when it holds nothing."""
        self.found[slot] = grid

    def finish(self) -> tuple[Grid | Flow, ...]:
        """Give all parts, in reading order."""
        return tuple(part for part in self.found if part is not None)


def nested_table(outer: str, row: int, *, inner: str) -> Finding:
    """Tell of a table in a cell of another, which has become a Grid of its own behind that one."""
    place = Place(part=outer, row=row)
    return Finding("table-in-cell", About.READING, Severity.ASKS, place, {"inner": inner})


@dataclass(slots=True)
class Struck:
    """Texts that are printed with a line through them, in reading order, and the cells they stand in.

    A cell is its table's name, its row and all that it prints; `within` tells the innermost.
    """

    texts: list[str] = field(default_factory=list)
    cells: dict[int, tuple[str, int, str]] = field(default_factory=dict)

    def within(self, first: int, *, part: str, row: int, printed: str) -> None:
        """Say that the texts from one on stand in a cell, save those in a table inside it."""
        for number in range(first, len(self.texts)):
            self.cells.setdefault(number, (part, row, printed))

    def finding(self) -> Finding | None:
        """Tell of the texts; None without one."""
        spots = [
            (text, *self.cells.get(number, ("", 0, "")))
            for number, text in enumerate(self.texts)
            if text.strip()
        ]
        if not spots:
            return None
        facts = {"count": len(spots), "texts": [text for text, *_ in spots[:_MOST_STRUCK]]}
        spotted = {**facts, "spots": [list(spot) for spot in spots]}
        return Finding("struck-text", About.READING, Severity.ASKS, Place(), spotted)


def whole_text(value: str, place: Place) -> Text:
    """Build the Text of everything that stands at a place."""
    inside = Place(place.part, place.row, place.column, place.line, (0, len(value)))
    return Text(value, inside, (Piece(0, len(value), inside),))


def wrapped_text(paragraphs: Sequence[Sequence[str]], place: Place) -> Text:
    """Build the Text of paragraphs that were printed over several lines each: a piece a line.

    >>> text = wrapped_text([["新建公园", "2座"], ["已开工"]], Place(part="table 1", row=2))
    >>> text.value, [(piece.start, piece.length) for piece in text.pieces]
    ('新建公园2座\\n已开工', [(0, 4), (4, 2), (7, 3)])
    """
    value, pieces = "", []
    for number, lines in enumerate(paragraphs):
        value += "\n" if number else ""
        for line in lines:
            spot = place._replace(characters=(len(value), len(value) + len(line)))
            pieces.append(Piece(len(value), len(line), spot))
            value += line
    return Text(value, place._replace(characters=(0, len(value))), tuple(pieces))


def build_grid(
    name: str, spots: Iterable[Spot], *, height: int, caption: Sequence[str] = ()
) -> Grid | None:
    """Build a Grid of cells that have their places; None without cells and caption.

    The cells are laid out on the way, as wide as the rows before: done afterwards it costs twice as much.
    Where a later row is wider, or two cells overlap, that is left to who asks for it.
    """
    cells: list[Cell] = []
    early: list[Cell] = []
    merged: list[Cell] = []
    covers: list[Cell | None] = []
    printed: list[str] = []
    add, at, before, width, beyond = cells.append, 1, 0, 0, 1
    for value, row, column, rows, columns, header in spots:
        size = len(value)
        extent = _EXTENTS[size] if size < len(_EXTENTS) else (0, size)
        place = _new(Place, (name, row, column, None, extent, "", None))
        text = _new(Text, (value, place, (_new(Piece, (0, size, place)),)))
        cell = _new(Cell, (text, row, column, rows, columns, header))
        add(cell)
        if row != at:
            at = row
            if not width and height * (beyond - 1) <= MOST_SLOTS:
                width = beyond - 1
                covers, printed = [None] * (height * width), [""] * (height * width)
            before = (row - 1) * width - 1
        if column + columns > beyond:
            covers += [None] * (column + columns - beyond)
            printed += [""] * (column + columns - beyond)
            beyond = column + columns
        if rows != 1 or columns != 1:
            merged.append(cell)
        elif width:
            covers[before + column], printed[before + column] = cell, value
        else:
            early.append(cell)
    if not cells and not caption:
        return None
    title = whole_text("\n".join(caption), Place(part=name)) if caption else None
    grid = Grid(name, height, beyond - 1, tuple(cells), title)
    if width == beyond - 1:
        for cell in early:
            spot = (cell.row - 1) * width + cell.column - 1
            covers[spot], printed[spot] = cell, cell.text.value
        keep_laid(grid, covers, printed, merged=merged)
    return grid
