"""Read xlsx with openpyxl, where our own pass breaks off; the same Document on the same file."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zipfile import BadZipFile

from lxml import etree
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.xml.constants import SHARED_STRINGS

from shishi.places import Source
from shishi.readers.document import Document
from shishi.readers.packages.package import Package, open_package
from shishi.readers.refusals import refuse
from shishi.readers.sheets.around import read_boxes
from shishi.readers.sheets.book import Sheet, to_document
from shishi.readers.sheets.numbers import UnknownFormat, plain_number, show_number, show_text
from shishi.readers.sheets.parts import builtin_code, open_workbook
from shishi.readers.sheets.texts import unescape, written_text

_FIRST_OWN = 164  # the number of the first format that a file defines
_BROKEN = (
    BadZipFile, InvalidFileException, LookupError, ValueError, TypeError, AttributeError, OSError,
    OverflowError, ArithmeticError, SyntaxError,
)  # fmt: skip


def read_with_openpyxl(data: bytes, source: Source) -> Document:
    """Read a workbook as read_xlsx does, by openpyxl. Raises UnreadableSource (damaged)."""
    package = open_package(data, source.name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it tells of charts and headers that it drops
            values = _load(data, data_only=True)
            formulas = _load(data, data_only=False)
        return to_document(list(_sheets(package, values, formulas)), source)
    except (*_BROKEN, etree.XMLSyntaxError):
        raise refuse(source.name, "damaged") from None


class _Plain(ExcelReader):
    """Leaves texts as they are written, and a date the number that it is: its format decides elsewhere."""

    def read_strings(self) -> None:
        """Read the texts as they are written: openpyxl takes some escapes (_x005F_) out of them."""
        package: Any = self.package
        part = package.find(SHARED_STRINGS)
        if part is not None:
            with self.archive.open(part.PartName[1:]) as file:
                found = etree.iterparse(file, tag="{*}si", resolve_entities=False, no_network=True)
                self.shared_strings = [written_text(node) for _, node in found]

    def read_worksheets(self) -> None:
        """Read the sheets, after forgetting which formats are dates."""
        book: Any = self.wb
        book._date_formats = book._timedelta_formats = set()
        super().read_worksheets()


def _load(data: bytes, *, data_only: bool) -> Any:
    reader = _Plain(io.BytesIO(data), data_only=data_only)
    reader.read()
    return reader.wb


def _sheets(package: Package, values: Any, formulas: Any) -> Iterator[Sheet]:
    parts = {name: part for name, _, part in open_workbook(package).sheets}
    for shown in values.worksheets:
        sheet = Sheet(shown.title, shown.sheet_state != "visible")
        sheet.merges = [
            (r.min_row, r.min_col, r.max_row, r.max_col) for r in shown.merged_cells.ranges
        ]
        rows = shown.row_dimensions.items()
        sheet.hidden_rows = {number for number, row in rows if row.hidden or row.height == 0}
        for column in shown.column_dimensions.values():
            if column.hidden or column.width == 0:
                sheet.hidden_columns.update(range(column.min, column.max + 1))
        for row in shown.iter_rows():
            for cell in row:
                formula = formulas[shown.title].cell(cell.row, cell.column)
                _take(sheet, cell, formula, epoch=values.epoch)
        if shown.title in parts:
            sheet.boxes = list(read_boxes(package, parts[shown.title]))
        yield sheet


def _take(sheet: Sheet, cell: Any, formula: Any, *, epoch: datetime) -> None:
    if getattr(cell, "comment", None) and (text := cell.comment.text.strip()):
        sheet.comments.append((cell.row, cell.column, text))
    if getattr(formula, "data_type", "") == "f":
        if cell.value is None:
            written = str(getattr(formula.value, "text", formula.value)).lstrip("=")[:40]
            facts: dict[str, object] = {"formula": written}
            sheet.doubts.append((cell.row, cell.column, "formula-without-value", facts))
        else:
            sheet.formulas += 1
    if cell.value is not None:
        text = _shown(sheet, cell, epoch)
        sheet.take(cell.row, cell.column, text, raw=text or unescape(str(cell.value)))


def _shown(sheet: Sheet, cell: Any, epoch: datetime) -> str:
    value = cell.value
    number = cell._style.numFmtId if cell.has_style else 0
    code = builtin_code(number) if number < _FIRST_OWN else cell.number_format
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if cell.data_type == "e":
        sheet.doubts.append((cell.row, cell.column, "error-cell", {"text": str(value)[:20]}))
        return str(value)
    if isinstance(value, (int, float)):
        try:
            return show_number(repr(value), code, from_1904=epoch.year == 1904)
        except UnknownFormat:
            facts = {"format": code[:40]}
            sheet.doubts.append((cell.row, cell.column, "number-format-unknown", facts))
            return plain_number(repr(value))
    return show_text(unescape(str(value)), code)
