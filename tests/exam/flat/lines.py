"""What all running-text formats share: the lines around the table, and the header on its lines."""

from __future__ import annotations

from random import Random

from tests.exam.heads import header_cells
from tests.exam.model import Page, Table


def lines_before(rng: Random, page: Page) -> list[str]:
    """Give the lines above the table: furniture, disclosure record, title; sometimes they come after it."""
    page.title_last = rng.random() < 0.06
    if page.title_last:
        return list(page.furniture[0])
    return page.furniture[0] + _around(rng, page)


def _around(rng: Random, page: Page) -> list[str]:
    lines = []
    if page.notice:
        mark = rng.choice((":", " ", ": "))
        pairs = [f"{label}{mark}{value}" for label, value in page.notice]
        if rng.random() < 0.5:
            pairs = [" ".join(pairs[n : n + 2]) for n in range(0, len(pairs), 2)]
        lines += pairs
    if page.title:
        lines.append(page.title)
    return lines + page.before


def lines_after(rng: Random, page: Page, between: str | None = None) -> list[str]:
    """Give the lines below the table: contacts in the format's own way, notes, a late title, furniture.

    `between` is what parts the cells of a row; without it the contacts are left to the writer.
    """
    late = _around(rng, page) if page.title_last else []
    told = page.contacts if between is not None else []
    contacts = [(between or "").join(line) for line in told]
    return contacts + page.notes + late + page.furniture[1]


def header_texts(table: Table) -> list[str]:
    """Give the header words in reading order, level by level; a heading over several columns once."""
    return [head.text for head in header_cells(table)]


def header_rows(table: Table) -> list[list[str]]:
    """Give the header as full rows, blank where a cell above or at the left reaches."""
    rows = [[""] * len(table.columns) for _ in range(table.header_levels)]
    for head in header_cells(table):
        rows[head.row][head.column] = head.text
    return rows
