"""Lay the cells of a grid into the spots they cover: from cells to what stands in each row and column."""

from __future__ import annotations

from collections.abc import Iterable

from shishi.readers.document import Cell, Grid, Laid


def lay_out(grid: Grid) -> Laid:
    """Give the cell that covers each spot of a grid; laid out anew where its reader did not.

    >>> from shishi.places import Place, Text
    >>> cell = Cell(Text("健康医疗", Place()), 1, 1, rows=2)
    >>> laid = lay_out(Grid("table 1", 2, 1, (cell,)))
    >>> laid.spots == [cell, cell], laid.values, laid.merged == [cell], laid.overlap
    (True, ['', ''], True, False)
    """
    return grid.laid or _lay_out(grid)


def keep_laid(
    grid: Grid, spots: list[Cell | None], values: list[str], *, merged: list[Cell]
) -> None:
    """Keep with a grid that is just made how its cells are laid, where no two of them overlap.

    `spots` and `values` have the cells of a single spot, of which none covers another; `merged` are the rest.
    """
    _lay(spots, merged, height=grid.height, width=grid.width)
    if not _do_overlap(spots, merged, single=len(grid.cells) - len(merged)):
        object.__setattr__(grid, "laid", Laid(spots, values, merged, overlap=False))


def _lay(spots: list[Cell | None], cells: Iterable[Cell], *, height: int, width: int) -> None:
    """Lay cells into all the spots they cover, a later one over an earlier one."""
    for cell in cells:
        _, top, left, down, across, _ = cell
        if down > height - top + 1:
            down = max(0, height - top + 1)
        first, end = (top - 1) * width - 1, (top - 1 + down) * width
        for column in range(left, min(left + across, width + 1)):
            spots[first + column : end : width] = [cell] * down


def _lay_out(grid: Grid) -> Laid:
    height, width = grid.height, grid.width
    spots: list[Cell | None] = [None] * (height * width)
    values = [""] * (height * width)
    merged: list[Cell] = []
    before = [row * width - 1 for row in range(-1, height)]  # the spot before the first of each row
    for cell in grid.cells:
        text, top, left, down, across, _ = cell
        if down == 1 == across and left <= width and top <= height:
            at = before[top] + left
            spots[at], values[at] = cell, text[0]
        else:
            merged.append(cell)
    _lay(spots, merged, height=height, width=width)
    overlap = _do_overlap(spots, merged, single=len(grid.cells) - len(merged))
    if overlap:
        _lay(spots, grid.cells, height=height, width=width)
    return Laid(spots, values, merged, overlap)


def _do_overlap(spots: list[Cell | None], merged: Iterable[Cell], *, single: int) -> bool:
    """Tell spots of which more are asked for than are covered: by two cells, or outside of the grid."""
    asked = single + sum([cell[3] * cell[4] for cell in merged])
    return asked > len(spots) - spots.count(None)
