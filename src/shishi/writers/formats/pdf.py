"""PDF by Typst: the measures of GB/T 9704, a real table with its merges and repeated header."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from importlib.resources import files

import typst

from shishi.writers.formats.extent import line_count
from shishi.writers.formats.fonts import choose_pdf_fonts
from shishi.writers.office.table import PrintedCell, PrintedTable

_LONG_WORD = re.compile("[!-~]{13,}")
_BREAK = "\u200b"
_MM_PER_HALF_POINT = 0.1764


def write_pdf(table: PrintedTable) -> bytes:
    """Write the table as a tagged PDF whose text can be searched and copied.

    Rows are kept whole where they fit on a page, and a merged cell that a page ends in is printed
    again on the next one, as offices do. Typefaces are embedded; choose_pdf_fonts says which. The
    caller makes sure that there are some.
    """
    template = (files("shishi") / "data" / "print" / "table.typ").read_bytes()
    if any(cell.rows > 1 and not cell.header for cell in table.cells):
        asked = typst.query(template, "<pages>", field="value", one=True, sys_inputs=_inputs(table))
        table = split_at_pages(table, dict(json.loads(asked)))
    made = typst.compile(template, format="pdf", sys_inputs=_inputs(table))
    assert isinstance(made, bytes)
    return made


def split_at_pages(table: PrintedTable, pages: Mapping[int, int]) -> PrintedTable:
    """Part the merged cells that go on over a page; each part holds the whole text.

    `pages` says on which page a row begins; a row it does not name is on the page of the one before.
    """
    cells = [part for cell in table.cells for part in _parts(cell, pages)]
    return replace(table, cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def _parts(cell: PrintedCell, pages: Mapping[int, int]) -> Iterator[PrintedCell]:
    start = cell.row
    for row in range(cell.row + 1, cell.row + cell.rows + 1):
        over = row == cell.row + cell.rows
        if over or (row in pages and pages[row] != pages.get(row - 1, pages[row])):
            yield replace(cell, row=start, rows=row - start)
            start = row


def _inputs(table: PrintedTable) -> dict[str, str]:
    fonts = {choice.role: choice.family for choice in choose_pdf_fonts()}
    return {"page": json.dumps(_data(table, fonts), ensure_ascii=False)}


def _data(table: PrintedTable, fonts: dict[str, str]) -> dict[str, object]:
    layout = table.layout
    paper, sizes = layout.paper, layout.sizes
    width, height = paper.size
    torn = {row for cell in table.cells if _is_tall(table, cell) for row in _rows(cell)}
    begin = {cell.row: cell for cell in reversed(table.cells) if cell.rows == 1}
    cells = [_cell(c, torn) | {"begins": begin.get(c.row) is c} for c in table.cells]
    header = sum(cell.row <= table.header_rows for cell in table.cells)
    return {
        "title": table.title,
        "lang": "zh",
        "region": "tw" if table.traditional else "cn",
        "paper": {
            "width": width,
            "height": height,
            **{side: getattr(paper, side) for side in ("top", "bottom", "left", "right")},
        },
        "sizes": {name: getattr(sizes, name) / 2 for name in ("title", "note", "header", "body")},
        "fonts": fonts,
        "above": list(table.above),
        "under": list(table.under),
        "measure": list(table.measure),
        "widths": list(table.widths),
        "header": cells[:header],
        "body": cells[header:],
        "rules": list(table.rules),
        "below": list(table.below),
    }


def _rows(cell: PrintedCell) -> range:
    return range(cell.row, cell.row + cell.rows)


def _cell(cell: PrintedCell, torn: Collection[int]) -> dict[str, object]:
    return {
        "text": _LONG_WORD.sub(lambda word: _BREAK.join(word[0]), cell.text),
        "row": cell.row,
        "rows": cell.rows,
        "columns": cell.columns,
        "align": str(cell.align),
        "breakable": cell.rows > 1 or cell.row in torn,
    }


def _is_tall(table: PrintedTable, cell: PrintedCell) -> bool:
    """Tell a cell that takes more than half a page, and whose row may therefore be torn apart."""
    paper, size = table.layout.paper, table.layout.sizes.body
    share = sum(table.widths[cell.column - 1 : cell.column - 1 + cell.columns])
    room = paper.width * share / sum(table.widths) - 2.4
    lines = line_count(cell.text, int(room / (size / 2 * _MM_PER_HALF_POINT)))
    height = lines * size * 0.72 * 2 * _MM_PER_HALF_POINT
    return height > (paper.size[1] - paper.top - paper.bottom) / 2
