"""xlsx: merged cells, wrapped text, widths that fit the sheet, and a print set-up an office can use."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from shishi.text.formulas import is_formula_like
from shishi.writers.formats.extent import line_count
from shishi.writers.formats.numbers import read_number
from shishi.writers.office.layout import Align, Paper
from shishi.writers.office.table import PrintedCell, PrintedTable

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
TITLE_FONT, HEADER_FONT, BODY_FONT = "方正小标宋简体", "黑体", "仿宋"
MADE = datetime(2000, 1, 1)
"""The same table gives the same bytes: the file does not say when it was made."""

_MM_PER_UNIT = Decimal("1.95")  # of Excel's column width
TALLEST = 409  # points; Excel draws no taller row
_A4 = 9
_CENTERED_UP_TO = 120  # points
_SMALLEST = 10  # half points


def write_xlsx(table: PrintedTable) -> bytes:
    """Write one sheet: title, the lines around it, and the table with its merged cells.

    A4 and one page wide, the header rows repeated on every page and kept in sight. Money and
    percentages are numbers that print as they are printed; everything else is text, and text is
    never a formula.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, OPTIONS)
    book.set_properties({"title": table.title, "created": MADE})
    sheet = book.add_worksheet()
    _Drawing(book, sheet, table).draw()
    book.close()
    return out.getvalue()


def set_up_paper(sheet: Worksheet, paper: Paper) -> None:
    """Make a sheet print on A4, one page wide, with its page number in the middle of the foot."""
    if paper.landscape:
        sheet.set_landscape()
    sheet.set_paper(_A4)
    inches = {name: getattr(paper, name) / 25.4 for name in ("left", "right", "top", "bottom")}
    sheet.set_margins(**inches)
    sheet.set_footer("&C— &P —")
    sheet.fit_to_pages(1, 0)
    sheet.center_horizontally()


class Formats:
    """The formats of a workbook: each set of properties is made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.book = book
        self.made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def of(self, **properties: Any) -> Format:
        """Give the format of these properties."""
        key = tuple(sorted(properties.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format(properties)
        return self.made[key]


class _Drawing:
    """A sheet while it is drawn; `row` is the next free row, from 0."""

    def __init__(self, book: xlsxwriter.Workbook, sheet: Worksheet, table: PrintedTable) -> None:
        self.sheet, self.table = sheet, table
        self.formats = Formats(book)
        self.row = 0
        total = sum(table.widths)
        room = Decimal(table.layout.paper.width) / _MM_PER_UNIT
        self.units = [room * width / total for width in table.widths]

    def draw(self) -> None:
        sizes, table = self.table.layout.sizes, self.table
        set_up_paper(self.sheet, table.layout.paper)
        for index, units in enumerate(self.units):
            self.sheet.set_column(index, index, float(units))
        self._line("    ".join(table.above), sizes.note, Align.LEFT)
        self._line(table.title, sizes.title, Align.CENTER, font=TITLE_FONT)
        self._line("    ".join(table.under), sizes.note, Align.CENTER)
        for line in table.measure:
            self._line(line, sizes.note, Align.RIGHT)
        self._draw_table()
        self._line("\n".join(table.rules), sizes.note, Align.LEFT)
        self._line("    ".join(table.below), sizes.note, Align.LEFT)

    def _line(self, text: str, size: int, align: Align, *, font: str = BODY_FONT) -> None:
        """Write one line of the surroundings across the whole table."""
        if not text:
            return
        look = {"font_name": font, "font_size": size / 2, "align": str(align), "valign": "vcenter"}
        cell = PrintedCell(text, 1, 1, columns=self.table.width)
        self._write(cell, self.row, {**look, "text_wrap": True})
        lines = line_count(text, self._room(cell, size))
        self.sheet.set_row(self.row, min(TALLEST, _height(lines, size) + size // 4))
        self.row += 1

    def _draw_table(self) -> None:
        table, top = self.table, self.row
        heights = self._heights()
        for index, height in enumerate(heights):
            self.sheet.set_row(top + index, height)
        for cell in table.cells:
            tall = sum(heights[cell.row - 1 : cell.row - 1 + cell.rows])
            self._write(cell, top + cell.row - 1, self._look(cell, tall))
        self.row = top + table.height
        self.sheet.repeat_rows(top, top + table.header_rows - 1)
        self.sheet.freeze_panes(top + table.header_rows, 0)
        last = (self.row - 1, table.width - 1)
        self.sheet.ignore_errors(
            {"number_stored_as_text": xlsxwriter.utility.xl_range(top, 0, *last)}
        )

    def _look(self, cell: PrintedCell, tall: int) -> dict[str, Any]:
        """Give the look of a cell `tall` points high; a page may end inside a tall merged one, and
        its text is then read best at its top.
        """
        merged = cell.rows > 1 and tall > _CENTERED_UP_TO
        return {
            "font_name": HEADER_FONT if cell.header else BODY_FONT,
            "font_size": self._size(cell) / 2,
            "align": str(cell.align),
            "valign": "top" if merged else "vcenter",
            "text_wrap": True,
            "border": 1,
        }

    def _write(self, cell: PrintedCell, row: int, look: Mapping[str, Any]) -> None:
        """Write a cell where it stands, merged over what it spans; what looks like a formula is quoted."""
        number = read_number(cell.text) if cell.number else None
        look = {**look, "num_format": number[1] if number else "@"}
        if is_formula_like(cell.text):
            look["quote_prefix"] = True
        form, column = self.formats.of(**look), cell.column - 1
        if cell.rows > 1 or cell.columns > 1:
            bottom, right = row + cell.rows - 1, column + cell.columns - 1
            self.sheet.merge_range(row, column, bottom, right, "", form)
        if number:
            self.sheet.write_number(row, column, number[0], form)
        elif cell.text:
            self.sheet.write_string(row, column, cell.text, form)
        else:
            self.sheet.write_blank(row, column, None, form)

    def _heights(self) -> list[int]:
        """Estimate the height of each row of the table in points; a merged cell stretches its rows."""
        heights = [0] * self.table.height
        for cell in sorted(self.table.cells, key=lambda c: c.rows):
            span = slice(cell.row - 1, cell.row - 1 + cell.rows)
            lacking = self._need(cell, self._size(cell)) - sum(heights[span])
            if lacking > 0:
                each = -(-lacking // cell.rows)
                heights[span] = [h + each for h in heights[span]]
        return [min(TALLEST, height) for height in heights]

    def _size(self, cell: PrintedCell) -> int:
        """Give the type size of a cell in half points: smaller where its text would be cut off."""
        sizes = self.table.layout.sizes
        size = sizes.header if cell.header else sizes.body
        while size > _SMALLEST and self._need(cell, size) > TALLEST * cell.rows:
            size -= 1
        return size

    def _need(self, cell: PrintedCell, size: int) -> int:
        return _height(line_count(cell.text, self._room(cell, size)), size) + 6

    def _room(self, cell: PrintedCell, size: int) -> int:
        """Give the width of a cell in half characters of type of `size` half points."""
        units = sum(self.units[cell.column - 1 : cell.column - 1 + cell.columns])
        millimetres = units * _MM_PER_UNIT * Decimal("0.95") - 2
        return int(millimetres / (Decimal(size) / 4 * Decimal("0.353")))


def _height(lines: int, size: int) -> int:
    """Give the height of some lines in points, at a line pitch of a third over the type size."""
    return -(-lines * size * 2 // 3)
