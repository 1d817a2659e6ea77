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


def shown(document: Document, part: int = 0) -> dict[tuple[int, int], str]:
    """Give the cells of a Grid by row and column."""
    grid = document.parts[part]
    assert isinstance(grid, Grid)
    return {(cell.row, cell.column): cell.text.value for cell in grid.cells}


def codes(document: Document) -> list[str]:
    """Give the codes of what a reader found."""
    return [finding.code for finding in document.findings]
