"""Read xls, the spreadsheets of Excel 5 to 2003; WPS writes the same and names it .et."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from typing import Any

import xlrd
from xlrd.biffh import error_text_from_code
from xlrd.compdoc import CompDocError

from shishi.places import Source
from shishi.readers.document import Document
from shishi.readers.refusals import refuse
from shishi.readers.sheets.book import Sheet, to_document
from shishi.readers.sheets.numbers import UnknownFormat, plain_number, show_number, show_text
from shishi.readers.sheets.parts import builtin_code

# What xlrd raises for bytes that are not what they should be.
_BROKEN = (
    xlrd.XLRDError, CompDocError, struct.error, LookupError, ValueError, AssertionError, TypeError,
    AttributeError, ArithmeticError, EOFError, NameError,
)  # fmt: skip
_EXTERNAL, _DDE = 2, 4  # kinds of SUPBOOK
_FIRST_OWN = 164
_EMPTY, _TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR = range(6)


def read_xls(data: bytes, source: Source) -> Document:
    """Read a workbook as read_xlsx does. What is a formula the format tells nobody: values are read.

    Raises UnreadableSource (damaged, encrypted, macro, external-link, dde, far-cell, too-many-cells).
    """
    log = io.StringIO()
    try:
        book = xlrd.open_workbook(
            file_contents=data, formatting_info=True, on_demand=True, ragged_rows=True,
            logfile=log, verbosity=1,
        )  # fmt: skip
        _check(book, log.getvalue(), source)
        return to_document(_sheets(book), source)
    except _BROKEN as error:
        code = "encrypted" if "encrypted" in str(error) else "damaged"
        raise refuse(source.name, code) from None


def _check(book: Any, log: str, source: Source) -> None:
    """Refuse a workbook with macro sheets or links that fetch."""
    if "Macro sheet" in log or "Visual Basic module" in log:
        raise refuse(source.name, "macro", what="XLM")
    for kind, code in ((_DDE, "dde"), (_EXTERNAL, "external-link")):
        if kind in book._supbook_types:
            raise refuse(source.name, code, what="SUPBOOK")


def _sheets(book: Any) -> Iterator[Sheet]:
    for number in range(book.nsheets):
        shown = book.sheet_by_index(number)
        sheet = Sheet(shown.name, shown.visibility != 0)
        sheet.merges = [
            (top + 1, left + 1, bottom, right) for top, bottom, left, right in shown.merged_cells
        ]
        rows = shown.rowinfo_map.items()
        sheet.hidden_rows = {row + 1 for row, info in rows if info.hidden or info.height == 0}
        columns = shown.colinfo_map.items()
        sheet.hidden_columns = {
            column + 1 for column, info in columns if info.hidden or info.width == 0
        }
        for row in range(shown.nrows):
            for column in range(shown.row_len(row)):
                _take(sheet, book, shown.cell(row, column), at=(row + 1, column + 1))
        for (row, column), note in sorted(shown.cell_note_map.items()):
            if text := note.text.strip():
                sheet.comments.append((row + 1, column + 1, text))
        yield sheet
        book.unload_sheet(number)


def _take(sheet: Sheet, book: Any, cell: Any, *, at: tuple[int, int]) -> None:
    if cell.ctype not in (_TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR):
        return
    row, column = at
    if cell.ctype == _ERROR:
        text = error_text_from_code.get(cell.value, "#N/A")
        sheet.doubts.append((row, column, "error-cell", {"text": text}))
    elif cell.ctype == _BOOLEAN:
        text = "TRUE" if cell.value else "FALSE"
    elif cell.ctype == _TEXT:
        raw = str(cell.value).replace("\r\n", "\n").replace("\r", "\n")
        text = show_text(raw, _code(book, cell.xf_index))
    else:
        code = _code(book, cell.xf_index)
        raw = repr(cell.value)
        try:
            text = show_number(raw, code, from_1904=book.datemode == 1)
        except UnknownFormat:
            sheet.doubts.append((row, column, "number-format-unknown", {"format": code[:40]}))
            text = plain_number(raw)
    sheet.take(row, column, text, raw=text if cell.ctype in (_BOOLEAN, _ERROR) else raw)


def _code(book: Any, style: int) -> str:
    """Give the format code of a style; Excel's own formats as a Chinese Excel shows them."""
    if not 0 <= style < len(book.xf_list):
        return "General"
    number = book.xf_list[style].format_key
    if number < _FIRST_OWN and (code := builtin_code(number)) != "General":
        return code
    known = book.format_map.get(number)
    return known.format_str if known else "General"
