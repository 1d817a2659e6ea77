"""Formats: which reader reads which. A new one is an entry here and its signs in sniff.py.

A reader of text takes the decoded text, a binary one the bytes; both take the Source and give a
Document. Each is imported when its format first turns up: their libraries are heavy.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from shishi.places import Source
from shishi.readers.document import Document

ZIPPED = ("xlsx", "xlsb", "docx", "ods")
"""Formats that are a zip of parts: their directory and contents are checked before any reader."""


def _read_html(text: str, source: Source) -> Document:
    from shishi.readers.web.html import read_html

    return read_html(text, source)


def _read_pasted(text: str, source: Source) -> Document:
    from shishi.readers.plain.pasted import read_pasted

    return read_pasted(text, source)


def _read_docx(data: bytes, source: Source) -> Document:
    from shishi.readers.word.docx import read_docx

    return read_docx(data, source)


def _read_pdf(data: bytes, source: Source) -> Document:
    from shishi.readers.pdf.pdf import read_pdf

    return read_pdf(data, source)


TEXT: Mapping[str, Callable[[str, Source], Document]] = {
    "html": _read_html,
    "text": _read_pasted,
}
"""Readers of formats that are characters, decoded by sniff.decode."""

BINARY: Mapping[str, Callable[[bytes, Source], Document]] = {
    "docx": _read_docx,
    "pdf": _read_pdf,
}
"""Readers of formats that are bytes."""

CONVERTED: Mapping[str, str] = {}
"""Formats that an office program turns into one of ours first: format → the one it becomes."""
