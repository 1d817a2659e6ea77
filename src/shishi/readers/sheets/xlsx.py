"""Read xlsx: one pass over each sheet's XML, a cell as Excel shows it.

One pass of ours, and not a library's values with our formats laid over them: what is shown depends on
the spelling of the number in the file, its style, whether its row is hidden, and where the merges are,
and all of it stands in the one stream (docs/decisions/0010).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from shishi.places import Source
from shishi.readers.document import Document
from shishi.readers.packages.package import Package, open_package
from shishi.readers.refusals import refuse
from shishi.readers.sheets.around import read_boxes, read_comments
from shishi.readers.sheets.book import Sheet, to_document
from shishi.readers.sheets.names import LAST_ROW, parse_column, parse_range
from shishi.readers.sheets.numbers import UnknownFormat, plain_number, show_number, show_text
from shishi.readers.sheets.parts import Workbook, has_struck, open_workbook
from shishi.readers.sheets.texts import rich_text, unescape

_DDE = re.compile(r"^\s*[A-Za-z0-9_.]+\|[^!]*!")
_MOST_MERGES = 200_000


class Malformed(ValueError):
    """A part that is not what a spreadsheet has there."""


def read_xlsx(data: bytes, source: Source) -> Document:
    """Read a workbook: a Grid a sheet, named as the sheet, its rows and columns those of the sheet.

    A number is shown under its format; a formula by its last value, and with a finding where it has
    none. Hidden rows, columns and sheets, comments and what lies under merged cells go aside, each
    with a finding; text boxes follow their sheet. Where our reading breaks off, openpyxl's is tried.
    Raises UnreadableSource.
    """
    package = open_package(data, source.name)
    try:
        return to_document(_sheets(package), source)
    except (Malformed, etree.XMLSyntaxError):
        from shishi.readers.sheets.fallback import read_with_openpyxl

        return read_with_openpyxl(data, source)


def _sheets(package: Package) -> Iterator[Sheet]:
    book = open_workbook(package)
    for name, hidden, part in book.sheets:
        sheet = Sheet(name, hidden)
        _SheetReader(book, sheet, package.name).read(package.stream(part))
        sheet.comments = list(read_comments(package, part))
        sheet.boxes = list(read_boxes(package, part))
        yield sheet


@dataclass(slots=True)
class _SheetReader:
    """Reads one sheet's stream into a Sheet."""

    book: Workbook
    sheet: Sheet
    source: str
    row: int = 0

    def read(self, stream: Any) -> None:
        tags = ("{*}row", "{*}col", "{*}mergeCell")
        known = {"row": self._row, "col": self._columns, "mergeCell": self._merge}
        events = etree.iterparse(
            stream,
            tag=tags,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        for _, element in events:
            try:
                known[etree.QName(element).localname](element)
            except (ValueError, LookupError) as error:
                raise Malformed(str(error)) from error
            element.clear()
            while (before := element.getprevious()) is not None:
                parent = before.getparent()
                if parent is None:
                    break
                parent.remove(before)

    def _row(self, element: etree._Element) -> None:
        self.row = int(element.get("r") or self.row + 1)
        if not 1 <= self.row <= LAST_ROW:
            raise Malformed(f"row {self.row}")
        if _is_true(element.get("hidden")) or element.get("ht") == "0":
            self.sheet.hidden_rows.add(self.row)
        column, ending = 0, str(self.row)
        for cell in element:
            name = cell.get("r")
            if name:
                if not name.endswith(ending):
                    raise Malformed(f"{name[:20]} in row {self.row}")
                column = parse_column(name[: -len(ending)])
            else:
                column += 1
            if len(cell):
                self._cell(cell, column)

    def _columns(self, element: etree._Element) -> None:
        first, last = int(element.get("min") or 0), int(element.get("max") or 0)
        if (_is_true(element.get("hidden")) or element.get("width") == "0") and 1 <= first <= last:
            self.sheet.hidden_columns.update(range(first, min(last, 16_384) + 1))

    def _merge(self, element: etree._Element) -> None:
        self.sheet.merges.append(parse_range(element.get("ref") or ""))
        if len(self.sheet.merges) > _MOST_MERGES:
            raise refuse(self.source, "too-many-cells", limit=_MOST_MERGES)

    def _cell(self, cell: etree._Element, column: int) -> None:
        """Take a cell in: its value under its type and style, and what is odd about it."""
        value, formula, inline, struck = None, None, None, False
        for child in cell:
            tag = child.tag
            if tag.endswith("}v"):
                value = child.text
            elif tag.endswith("}f"):
                formula = child
            elif tag.endswith("}is"):
                inline = rich_text(child)
                struck = has_struck(child)
        if formula is not None:
            self._formula(formula, value is None and inline is None, column=column)
        kind = cell.get("t") or "n"
        if kind == "inlineStr":
            kind, value = "str", inline
        elif kind == "s" and value is not None:
            struck = int(value) in self.book.struck_strings
            kind, value = "str", self.book.strings[int(value)]
        elif kind == "str" and value is not None:
            value = unescape(value)
        if value is not None:
            text = self._shown(value, kind, cell, column=column)
            self.sheet.take(self.row, column, text, raw=value)
            if (struck or int(cell.get("s") or 0) in self.book.struck) and text.strip():
                self._doubt(column, "struck-cell", text=text[:40])

    def _shown(self, value: str, kind: str, cell: etree._Element, *, column: int) -> str:
        code = self.book.code(int(cell.get("s") or 0))
        if kind == "n" and value.strip():
            return self._number(value, code, column=column)
        if kind == "b":
            return "TRUE" if value.strip() == "1" else "FALSE"
        if kind == "e":
            self._doubt(column, "error-cell", text=value[:20])
            return value
        return show_text(value, code)

    def _number(self, value: str, code: str, *, column: int) -> str:
        try:
            return show_number(value, code, from_1904=self.book.from_1904)
        except UnknownFormat:
            self._doubt(column, "number-format-unknown", format=code[:40])
            return plain_number(value)

    def _formula(self, formula: etree._Element, without_value: bool, *, column: int) -> None:
        if _DDE.match((formula.text or "").lstrip("=")):
            raise refuse(self.source, "dde", what=(formula.text or "")[:40])
        if without_value:
            self._doubt(column, "formula-without-value", formula=(formula.text or "")[:40])
        else:
            self.sheet.formulas += 1

    def _doubt(self, column: int, code: str, **facts: object) -> None:
        self.sheet.doubts.append((self.row, column, code, facts))


def _is_true(value: str | None) -> bool:
    return value in ("1", "true")
