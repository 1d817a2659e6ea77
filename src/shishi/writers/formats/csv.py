"""CSV: one row a record and every value in it, merged or not; UTF-8 with the mark Excel looks for."""

from __future__ import annotations

import csv
import io

from shishi.text.formulas import quote_formula
from shishi.writers.office.table import PrintedCell, PrintedTable


def write_csv(table: PrintedTable) -> bytes:
    """Write the header words and the rows of a table; a merged value stands in each of its rows.

    Title, notes and heading rows have no place in CSV and are left out. Text that a spreadsheet would
    run as a formula is quoted with ' (text/formulas.py).
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in _flat(table):
        writer.writerow([quote_formula(text) for text in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _flat(table: PrintedTable) -> list[list[str]]:
    """Spread merged cells over the rows they cover; of a header only the lowest words are kept."""
    slots: list[list[PrintedCell | None]] = [[None] * table.width for _ in range(table.height)]
    headings: set[int] = set()
    for cell in table.cells:
        if cell.heading and cell.columns == table.width:
            headings.add(cell.row)
        for row in range(cell.row, cell.row + cell.rows):
            slots[row - 1][cell.column - 1] = cell
    return [
        [cell.text if cell else "" for cell in row]
        for number, row in enumerate(slots, 1)
        if number >= table.header_rows and number not in headings
    ]
