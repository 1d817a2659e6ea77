"""Workbooks written for a test, and what their Grids say."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import xlsxwriter

from shishi.readers import read
from shishi.readers.document import Document, Grid


def written(write: Callable[[Any, Any], None], **options: object) -> bytes:
    """Write an xlsx: `write` gets the workbook and its first sheet."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, options)
    write(book, book.add_worksheet("进度"))
    book.close()
    return buffer.getvalue()


def read_written(write: Callable[[Any, Any], None]) -> Document:
    """Write an xlsx and read it."""
    return read(written(write), "表.xlsx")


def grid_of(document: Document) -> Grid:
    """Give the first Grid."""
    return next(part for part in document.parts if isinstance(part, Grid))


def shown(document: Document) -> dict[tuple[int, int], str]:
    """Give what is printed, by row and column of the sheet: cells, and lines of text in a cell."""
    printed: dict[tuple[int, int], str] = {}
    for part in document.parts:
        if isinstance(part, Grid):
            printed |= {(cell.row, cell.column): cell.text.value for cell in part.cells}
            continue
        for paragraph in part.paragraphs:
            spot = (paragraph.text.place.row or 0, paragraph.text.place.column or 0)
            before = f"{printed[spot]}\n" if spot in printed else ""
            printed[spot] = before + paragraph.text.value
    return printed


def codes(document: Document) -> list[str]:
    """Give the codes of what a reader found."""
    return [finding.code for finding in document.findings]
