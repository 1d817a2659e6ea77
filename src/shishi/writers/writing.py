"""Write a page as a file: laid out as an office prints it, in the format that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module

from shishi.errors import NotWritten
from shishi.findings import About, Finding, Severity, load_messages
from shishi.places import Place
from shishi.records import Field
from shishi.writers.formats.fonts import Chosen, choose_pdf_fonts, load_faces
from shishi.writers.office.table import PrintedTable
from shishi.writers.vocabulary import load_field_words

_WRITERS = {
    "xlsx": "shishi.writers.formats.xlsx:write_xlsx",
    "docx": "shishi.writers.formats.word:write_docx",
    "html": "shishi.writers.formats.html:write_html",
    "pdf": "shishi.writers.formats.pdf:write_pdf",
    "csv": "shishi.writers.formats.csv:write_csv",
}
FORMATS = (*_WRITERS, "json")
"""What a page can be written as; json is the exchange format and needs no layout."""


_LONGEST_CELL = 32_767
"""Characters that Excel keeps in a cell; what is longer would be cut off without a word."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was made, and what a person should know of it: what was left out, which typefaces."""

    data: bytes
    findings: tuple[Finding, ...]


def write_table(table: PrintedTable, format: str) -> Written:
    """Write a laid-out table as xlsx, docx, html, pdf or csv.

    The libraries are loaded when they are first needed. Raises NotWritten where a PDF has no
    typeface or a cell of a workbook more text than it can hold, ValueError for another format.
    """
    if format not in _WRITERS:
        raise ValueError(f"format must be one of {', '.join(_WRITERS)}, not {format!r}")
    if format == "pdf" and len(choose_pdf_fonts()) < len(load_faces()):
        raise refuse_writing("pdf", "no-typeface")
    longest = max((len(cell.text) for cell in table.cells), default=0)
    if format == "xlsx" and longest > _LONGEST_CELL:
        raise refuse_writing("xlsx", "text-too-long", count=longest, limit=_LONGEST_CELL)
    module, _, name = _WRITERS[format].partition(":")
    write: Callable[[PrintedTable], bytes] = getattr(import_module(module), name)
    return Written(write(table), tuple(_findings(table, format)))


def refuse_writing(name: str, code: str, **facts: object) -> NotWritten:
    """Build the exception for a code of data/messages/writers.toml. The caller raises it."""
    said = [
        {language: words.format_map(facts) for language, words in load_messages()[key].items()}
        for key in (code, f"{code}-remedy")
    ]
    return NotWritten(name, code, reason=said[0], remedy=said[1])


def _findings(table: PrintedTable, format: str) -> Iterator[Finding]:
    page = Place(part="page")
    for name, count in table.left_out:
        word = load_field_words()[name] if isinstance(name, Field) else name
        facts: dict[str, object] = {"layout": table.layout.name, "word": word, "count": count}
        yield Finding("columns-left-out", About.CONTENT, Severity.ASKS, page, facts)
    if format == "csv":
        lines = (table.title, *table.above, *table.under, *table.rules, *table.below)
        if count := sum(bool(line) for line in lines):
            facts = {"count": count}
            yield Finding("title-left-out", About.CONTENT, Severity.NOTES, page, facts)
    if format == "pdf":
        yield from (_stood_in(choice, page) for choice in choose_pdf_fonts() if not choice.proper)
    if format == "docx":
        faces = load_faces().values()
        facts = {"wanted": [f.word for f in faces], "stand_in": [f.stand_in for f in faces]}
        yield Finding("typeface-named", About.CONTENT, Severity.NOTES, page, facts)


def _stood_in(choice: Chosen, page: Place) -> Finding:
    facts = {"wanted": choice.wanted, "family": choice.family, "role": _ROLE_WORDS[choice.role]}
    return Finding("typeface-stood-in", About.CONTENT, Severity.NOTES, page, facts)


_ROLE_WORDS = {
    "title": {"zh": "标题", "en": "title"},
    "header": {"zh": "表头", "en": "table header"},
    "body": {"zh": "正文", "en": "text"},
}
