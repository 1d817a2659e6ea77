"""What all running-text formats share: the lines around the table, and the header on its lines."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.exam.heads import header_cells
from tests.exam.model import Page, Table

Row = Callable[[list[str]], str]
"""Writes cells as the format writes a row."""


def lines_before(rng: Random, page: Page, row: Row | None = None) -> list[str]:
    """Give the lines above the table: furniture, disclosure record, title, contacts; the first may come late.

    `row` writes the cells of a contact as the format writes a row; without it contacts are left to the writer.
    """
    page.title_last = rng.random() < 0.06
    around = [] if page.title_last else _around(rng, page)
    return page.furniture[0] + around + _told(page.contacts[0], row)


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


def lines_after(rng: Random, page: Page, row: Row | None = None) -> list[str]:
    """Give the lines below the table: contacts, notes, a title that comes late, furniture."""
    late = _around(rng, page) if page.title_last else []
    return _told(page.contacts[1], row) + page.notes + late + page.furniture[1]


def _told(contacts: list[list[str]], row: Row | None) -> list[str]:
    if row is None or not contacts:
        return []
    [caption], *lines = contacts
    return [caption, *map(row, lines)]


def header_texts(table: Table) -> list[str]:
    """Give the header words in reading order, level by level; a heading over several columns once."""
    return [head.text for head in header_cells(table)]


def header_rows(table: Table) -> list[list[str]]:
    """Give the header as full rows, blank where a cell above or at the left reaches."""
    rows = [[""] * len(table.columns) for _ in range(table.header_levels)]
    for head in header_cells(table):
        rows[head.row][head.column] = head.text
    return rows
