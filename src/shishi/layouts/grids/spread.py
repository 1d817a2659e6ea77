"""A grid spread out: which cell covers each spot, and its words without white space."""

from __future__ import annotations

from collections.abc import Sequence

from shishi.layouts.flows.crossed.headers import Token
from shishi.layouts.terms import Parted, Spread, Terms
from shishi.readers.document import Cell, Grid
from shishi.readers.laying import lay_out

Rows = list[list[Cell | None]]
"""A grid spread out: rows[r][c] is the cell that covers the spot, None where there is none."""

_NOTHING = frozenset[int]()


def spread(grid: Grid, terms: Terms) -> Rows:
    """Put each cell into every spot it covers; once a grid, for all who ask under the same terms."""
    return _kept(grid, terms).rows


def part_rows(grid: Grid, terms: Terms) -> list[Parted]:
    """Part, in each row, the cells that begin in it and are not blank from what those above cover.

    A cell whose first spot another one covers, as html allows, counts among the first.
    """
    kept = _kept(grid, terms)
    if kept.parted is None:
        kept = terms.spread[id(grid)] = kept._replace(parted=_part_rows(kept))
    return kept.parted or []


def part_around(grid: Grid, body: tuple[int, int], terms: Terms) -> list[Parted]:
    """Part the rows over a table and below it, as part_rows does."""
    rows = spread(grid, terms)
    start, end = body
    return [part_row(rows[at], at) for at in (*range(start), *range(end, len(rows)))]


def merged_cells(grid: Grid, terms: Terms) -> Sequence[Cell]:
    """List the cells of a grid that cover more than one spot."""
    return _kept(grid, terms).laid.merged


def overlaps(grid: Grid, terms: Terms) -> bool:
    """Tell a grid in which cells overlap, as html allows."""
    return _kept(grid, terms).laid.overlap


def spots_of(grid: Grid, terms: Terms) -> Sequence[Cell | None]:
    """Give the cell that covers each spot, row by row, as values_of gives what it prints."""
    return _kept(grid, terms).laid.spots


def values_of(grid: Grid, terms: Terms) -> Sequence[str]:
    """Give what each cell of a single spot prints, row by row, spot by spot, "" for all other spots."""
    return _kept(grid, terms).laid.values


def _kept(grid: Grid, terms: Terms) -> Spread:
    kept = terms.spread.get(id(grid))
    if kept is None:
        kept = terms.spread[id(grid)] = _spread(grid)
    return kept


def _spread(grid: Grid) -> Spread:
    laid, width = lay_out(grid), grid.width
    rows = [[*laid.spots[at : at + width]] for at in range(0, len(laid.spots), width or 1)]
    return Spread(grid, rows, laid)


def _part_rows(kept: Spread) -> list[Parted]:
    if kept.laid.overlap:
        return [part_row(row, index) for index, row in enumerate(kept.rows)]
    own: list[list[Cell]] = [[] for _ in kept.rows]
    covered: list[frozenset[int]] = [_NOTHING] * len(kept.rows)
    for cell in kept.grid.cells:
        if (value := cell.text.value) and not value.isspace():
            own[cell.row - 1].append(cell)
    for cell in kept.laid.merged:
        for row in range(cell.row, cell.row + cell.rows - 1):
            covered[row] |= {cell.column - 1}
    return list(zip(own, covered, strict=True))


def part_row(row: Sequence[Cell | None], index: int) -> Parted:
    """Part the cells of one row, by its index in the grid; see part_rows."""
    own: list[Cell] = []
    covered: list[int] = []
    for column, cell in enumerate(row, 1):
        if cell is None:
            continue
        if cell.column != column and (row[cell.column - 1] is cell or any(c is cell for c in own)):
            continue
        if cell.row > index:
            if (value := cell.text.value) and not value.isspace():
                own.append(cell)
        elif cell.column == column:
            covered.append(column - 1)
    return own, frozenset(covered)


def plain_of(cell: Cell | None, terms: Terms) -> str:
    """Give the words of a cell without white space; blank where there is no cell."""
    return terms.plain(cell.text.value) if cell else ""


def plain_row(row: list[Cell | None], terms: Terms) -> list[str]:
    """Give the words of a row, spot by spot; a row is folded once.

    The list is kept for all who ask under the same terms, and not to be changed.
    """
    kept = terms.words.get(id(row))
    if kept is None or kept[0] is not row:
        plain = terms.plain_all([cell[0][0] if cell else "" for cell in row])
        kept = terms.words[id(row)] = row, plain
    return kept[1]


def plain_cells(row: list[Cell | None], terms: Terms) -> list[str]:
    """Give the words of a row as plain_row does, without cells over most of the width (headings)."""
    words, half = plain_row(row, terms), max(1, len(row) // 2)
    wide = {at for at, cell in enumerate(row) if cell is not None and cell[4] > half}
    return ["" if at in wide else word for at, word in enumerate(words)] if wide else words


def own_cells(row: Sequence[Cell | None]) -> list[Cell]:
    """Give the cells in a row in which something stands, each once, from the left."""
    return [c for c in {id(c): c for c in row if c}.values() if c.text.value.strip()]


def lone_cell(rows: Rows, at: int) -> Cell | None:
    """Give the one cell in which something stands in a row; None where there are several or none."""
    own = own_cells(rows[at])
    return own[0] if len(own) == 1 else None


def group_over(header: Rows, column: int) -> Cell | None:
    """Give the lowest cell over a column of a header that stands over several."""
    cells = (row[column] for row in header[:-1][::-1])
    own = header[-1][column]
    return next((c for c in cells if c and c is not own and c.columns > 1), None)


def words_of(group: Cell | None, header: Rows, plain: Sequence[Sequence[str]]) -> str:
    """Give the words of a cell of a header, without white space."""
    for cells, words in zip(header, plain, strict=True):
        for cell, word in zip(cells, words, strict=True):
            if cell is group is not None:
                return word
    return ""


def lines_of(grid: Grid, terms: Terms, *, height: int | None = None) -> list[list[Token]]:
    """Give the rows of a grid of pasted lines, or the first of them, as tokens, blank cells too."""
    height = min(grid.height, height or grid.height)
    lines: list[list[Token]] = [[] for _ in range(height)]
    for cell in grid.cells:
        if cell.row <= height:
            lines[cell.row - 1].append(Token(cell.text, plain_of(cell, terms), cell.row - 1))
    return lines
