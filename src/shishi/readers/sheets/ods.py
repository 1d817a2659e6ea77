"""Read ods: the cells of an OpenDocument spreadsheet, which keeps beside a number what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from shishi.places import Source
from shishi.readers.document import Document
from shishi.readers.packages.package import Package, open_package
from shishi.readers.refusals import refuse
from shishi.readers.sheets.book import Sheet, to_document
from shishi.readers.sheets.names import LAST_COLUMN, LAST_ROW
from shishi.readers.spans import MOST_SLOTS

_NAMES = {
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
}
_ASIDE = ("annotation", "ruby-text", "frame", "custom-shape")
_HIDDEN = ("collapse", "filter")


def read_ods(data: bytes, source: Source) -> Document:
    """Read an OpenDocument spreadsheet as read_xlsx reads a workbook; numbers as they are shown.

    Raises UnreadableSource.
    """
    package = open_package(data, source.name)
    tree = package.tree("content.xml")
    hidden_styles = set(_hidden_styles(tree))
    tables = tree.iterfind(f".//{_name('office', 'spreadsheet')}/{_name('table', 'table')}")
    try:
        sheets = [_TableReader(package, table, hidden_styles).read() for table in tables]
    except ValueError:
        raise refuse(source.name, "damaged") from None
    return to_document(sheets, source)


def _name(space: str, local: str) -> str:
    return f"{{{_NAMES[space]}}}{local}"


def _hidden_styles(tree: etree._Element) -> Iterator[str]:
    for style in tree.iter(_name("style", "style")):
        for properties in style.iter(_name("style", "table-properties")):
            if properties.get(_name("table", "display")) == "false":
                yield style.get(_name("style", "name")) or ""


@dataclass(slots=True)
class _TableReader:
    """Reads one table:table into a Sheet."""

    package: Package
    table: etree._Element
    hidden_styles: set[str]
    sheet: Sheet = field(init=False)
    row: int = 0

    def read(self) -> Sheet:
        """Read the columns, the rows, and what is drawn over them."""
        name = self.table.get(_name("table", "name")) or "sheet"
        self.sheet = Sheet(name, self.table.get(_name("table", "style-name")) in self.hidden_styles)
        self._columns()
        for row in self.table.iter(_name("table", "table-row")):
            self._row(row)
        for kind in ("text-box", "custom-shape"):
            for box in self.table.iter(_name("draw", kind)):
                if text := _paragraphs(box):
                    self.sheet.boxes.append(text)
        return self.sheet

    def _columns(self) -> None:
        column = 0
        for element in self.table.iter(_name("table", "table-column")):
            count = _count(element, "number-columns-repeated")
            if element.get(_name("table", "visibility")) in _HIDDEN:
                last = min(column + count, LAST_COLUMN)
                self.sheet.hidden_columns.update(range(column + 1, last + 1))
            column += count

    def _row(self, element: etree._Element) -> None:
        """Read a row; one that is repeated is read as often as it says, unless it is empty."""
        times = _count(element, "number-rows-repeated")
        first, self.row = self.row + 1, self.row + times
        last = min(self.row, LAST_ROW)
        if element.get(_name("table", "visibility")) in _HIDDEN and times < MOST_SLOTS // 100:
            self.sheet.hidden_rows.update(range(first, last + 1))
        cells = list(self._cells(element))
        if not cells:
            return
        if len(self.sheet.cells) + len(cells) * times > MOST_SLOTS:
            raise refuse(self.package.name, "too-many-cells", limit=MOST_SLOTS)
        for row in range(first, last + 1):
            for column, text in cells:
                self.sheet.cells.append((row, column, text))
        self._merge(element, first)

    def _cells(self, row: etree._Element) -> Iterator[tuple[int, str]]:
        column = 0
        for cell in row:
            if cell.tag not in (_name("table", "table-cell"), _name("table", "covered-table-cell")):
                continue
            times = _count(cell, "number-columns-repeated")
            if len(cell) and (text := _paragraphs(cell)):
                for number in range(column + 1, min(column + times, LAST_COLUMN) + 1):
                    yield number, text
            column += times

    def _merge(self, row: etree._Element, first: int) -> None:
        """Take in the spans, formulas, errors and comments of a row that has words."""
        column = 0
        for cell in row:
            if cell.tag not in (_name("table", "table-cell"), _name("table", "covered-table-cell")):
                continue
            rows, columns = (
                _count(cell, "number-rows-spanned"),
                _count(cell, "number-columns-spanned"),
            )
            if rows > 1 or columns > 1:
                merge = (first, column + 1, first + rows - 1, column + columns)
                self.sheet.merges.append(merge)
            self._note(cell, first, column=column + 1)
            column += _count(cell, "number-columns-repeated")

    def _note(self, cell: etree._Element, row: int, *, column: int) -> None:
        for comment in cell.iterfind(_name("office", "annotation")):
            if text := _paragraphs(comment):
                self.sheet.comments.append((row, column, text))
        formula = cell.get(_name("table", "formula"))
        if formula is None:
            return
        text = _paragraphs(cell)
        if not text and cell.get(_name("office", "value-type")) is None:
            facts: dict[str, object] = {"formula": formula.partition(":")[2][:40]}
            self.sheet.doubts.append((row, column, "formula-without-value", facts))
        elif text.startswith(("#", "Err:")):
            self.sheet.doubts.append((row, column, "error-cell", {"text": text[:20]}))
        else:
            self.sheet.formulas += 1


def _count(element: etree._Element, name: str) -> int:
    """Read a count of columns or rows; 1 where there is none. Raises ValueError."""
    return max(1, int(element.get(_name("table", name)) or 1))


def _paragraphs(cell: etree._Element) -> str:
    """Give the paragraphs of a cell, a line each, without comments and what is drawn in it."""
    return "\n".join(_text(p) for p in cell if p.tag == _name("text", "p")).strip()


def _text(element: etree._Element) -> str:
    text = element.text or ""
    for child in element:
        local = str(child.tag).rpartition("}")[2]
        if local == "s":
            text += " " * min(1000, int(child.get(_name("text", "c")) or 1))
        elif local == "tab":
            text += "\t"
        elif local == "line-break":
            text += "\n"
        elif local not in _ASIDE:
            text += _text(child)
        text += child.tail or ""
    return text
