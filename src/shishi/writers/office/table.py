"""PrintedTable: a page laid out in an office's layout, the same for every format that draws it."""

from __future__ import annotations

from dataclasses import dataclass

from shishi.records import Field
from shishi.writers.office.layout import Align, OfficeLayout


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """A cell as it is printed; `row` and `column` count from 1, header rows included.

    A merged cell stands once, with its span. `header` is a cell of the header rows, `heading` one that
    names the rows beside or below it. `number` is the cell of a money or percent column.
    """

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    align: Align = Align.LEFT
    header: bool = False
    heading: bool = False
    number: bool = False


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A title, lines around a table, and its cells in reading order; every slot is covered once.

    `above` stands over the title, `under` below it, `measure` (单位:万元) at the right over the table,
    `below` under it. `widths` are the columns' shares of the width. `left_out` names the fields that
    the page has and the layout has no column for, with how many records fill them.
    """

    layout: OfficeLayout
    title: str
    above: tuple[str, ...]
    under: tuple[str, ...]
    measure: tuple[str, ...]
    widths: tuple[int, ...]
    header_rows: int
    height: int
    cells: tuple[PrintedCell, ...]
    rules: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    left_out: tuple[tuple[Field | str, int], ...] = ()
    traditional: bool = False

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.widths)

    def rows(self) -> list[list[PrintedCell]]:
        """Give the cells by the row that they begin in, left to right."""
        found: list[list[PrintedCell]] = [[] for _ in range(self.height)]
        for cell in self.cells:
            found[cell.row - 1].append(cell)
        return found
