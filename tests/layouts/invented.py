"""Invented tables for the tests of the layouts, in the shapes that pages come in."""

from __future__ import annotations

from shishi.findings import About, Severity
from shishi.layouts import extract
from shishi.readers import read
from shishi.records import LISTS, Field, Page
from shishi.rulebook import load_rulebook

TITLE = "2031年云溪区民生实事项目9月进展表"


def page_of(text: str, name: str = "云溪.txt") -> Page:
    """Read an invented text or web page under the common rules."""
    return extract(read(text.encode(), name), rulebook=load_rulebook("default"))


def html(*rows: str) -> str:
    """Make a web table: one row a text, cells parted by bars; `3>` before a cell is its colspan."""
    return f"<h1>{TITLE}</h1><table>{''.join(map(_row, rows))}</table>"


def _row(row: str) -> str:
    cells = []
    for cell in row.split("|"):
        span, mark, words = cell.strip().partition(">")
        cells.append(f"<td colspan={span}>{words}</td>" if mark else f"<td>{cell.strip()}</td>")
    return f"<tr>{''.join(cells)}</tr>"


def lines(*rows: str) -> str:
    """Make pasted text of one row a line."""
    return "\n".join((TITLE, *rows)) + "\n"


def paragraphs(*words: str) -> str:
    """Make pasted text of one cell a paragraph; each text holds several, parted by spaces."""
    return "\n\n".join(word for text in words for word in text.split())


def column(page: Page, name: str) -> list[object]:
    """Give one field of every record: its names or its text, None where it is blank."""
    field = Field(name)
    if field in LISTS:
        return [[n.value for n in record.names.get(field, ())] for record in page.records]
    return [record.printed(field) or None for record in page.records]


def doubted(page: Page) -> set[tuple[object, str]]:
    """Give the cells that a finding about reading asks a person to look at: (order, field)."""
    return {
        (f.facts["order"], f.place.field)
        for f in page.findings
        if f.about is About.READING and f.severity is Severity.ASKS and "order" in f.facts
    }


def codes(page: Page) -> list[str]:
    """Give the codes of the page's findings."""
    return [finding.code for finding in page.findings]
