"""PDF by Typst: the measures of GB/T 9704, a real table with its merges and repeated header."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
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

    Rows are kept whole where they fit on a page. Typefaces are embedded; choose_pdf_fonts says which.
    The caller makes sure that there are some.
    """
    chosen = {choice.role: choice.family for choice in choose_pdf_fonts()}
    template = (files("shishi") / "data" / "print" / "table.typ").read_bytes()
    data = json.dumps(_data(table, chosen), ensure_ascii=False)
    made = typst.compile(template, format="pdf", sys_inputs={"page": data})
    assert isinstance(made, bytes)
    return made


def _data(table: PrintedTable, fonts: dict[str, str]) -> dict[str, object]:
    layout = table.layout
    paper, sizes = layout.paper, layout.sizes
    width, height = paper.size
    torn = {row for cell in table.cells if _is_tall(table, cell) for row in _rows(cell)}
    cells = [_cell(cell, torn) for cell in table.cells]
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
        "above": _joined(table.above),
        "under": _joined(table.under),
        "measure": list(table.measure),
        "widths": list(table.widths),
        "header": cells[:header],
        "body": cells[header:],
        "rules": list(table.rules),
        "below": _joined(table.below),
    }


def _joined(pairs: tuple[str, ...]) -> list[str]:
    return ["  ".join(pairs)] if pairs else []


def _rows(cell: PrintedCell) -> range:
    return range(cell.row, cell.row + cell.rows)


def _cell(cell: PrintedCell, torn: Collection[int]) -> dict[str, object]:
    return {
        "text": _LONG_WORD.sub(lambda word: _BREAK.join(word[0]), cell.text),
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
