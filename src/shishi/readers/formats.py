"""Formats: which reader reads which. A new one is an entry here and its signs in sniff.py.

A reader of text takes the decoded text, a binary one the bytes; both take the Source and give a
Document. Each is imported when its format first turns up: their libraries are heavy.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from shishi.places import Source
from shishi.readers.document import Document

ZIPPED = ("xlsx", "xlsb", "docx", "ods", "odt")
"""Formats that are a zip of parts: their directory and contents are checked before any reader."""


def _read_html(text: str, source: Source) -> Document:
    from shishi.readers.web.html import read_html

    return read_html(text, source)


def _read_exchange(text: str, source: Source) -> Document:
    from shishi.readers.plain.exchange import read_exchange

    return read_exchange(text, source)


def _read_pasted(text: str, source: Source) -> Document:
    from shishi.readers.plain.pasted import read_pasted

    return read_pasted(text, source)


def _read_docx(data: bytes, source: Source) -> Document:
    from shishi.readers.word.docx import read_docx

    return read_docx(data, source)


def _read_pdf(data: bytes, source: Source) -> Document:
    from shishi.readers.pdf.pdf import read_pdf

    return read_pdf(data, source)


def _read_xlsx(data: bytes, source: Source) -> Document:
    from shishi.readers.sheets.xlsx import read_xlsx

    return read_xlsx(data, source)


def _read_xls(data: bytes, source: Source) -> Document:
    from shishi.readers.sheets.xls import read_xls

    return read_xls(data, source)


def _read_ods(data: bytes, source: Source) -> Document:
    from shishi.readers.sheets.ods import read_ods

    return read_ods(data, source)


def _read_delimited(text: str, source: Source) -> Document:
    from shishi.readers.sheets.delimited import read_delimited

    return read_delimited(text, source)


TEXT: Mapping[str, Callable[[str, Source], Document]] = {
    "html": _read_html,
    "text": _read_pasted,
    "csv": _read_delimited,
    "json": _read_exchange,
}
"""Readers of formats that are characters, decoded by sniff.decode."""

BINARY: Mapping[str, Callable[[bytes, Source], Document]] = {
    "xlsx": _read_xlsx,
    "xls": _read_xls,
    "ods": _read_ods,
    "docx": _read_docx,
    "pdf": _read_pdf,
}
"""Readers of formats that are bytes."""

CONVERTED: Mapping[str, str] = {
    "doc": "docx",
    "odt": "docx",
    "rtf": "docx",
    "xlsb": "xlsx",
    "xml": "xlsx",  # what Excel calls an XML spreadsheet
}
"""Formats that an office program turns into one of ours first: format → the one it becomes."""
