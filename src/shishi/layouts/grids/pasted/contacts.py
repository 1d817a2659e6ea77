"""Contacts and addresses pasted below a table with bars: where they begin, and the title over them."""

from __future__ import annotations

from collections.abc import Sequence

from shishi.layouts.flows.edges.ending import other_rows
from shishi.layouts.grids.spread import Rows, plain_row
from shishi.layouts.terms import Terms
from shishi.readers.document import Cell


def end_of_rows(rows: Rows, start: int, limit: int, *, terms: Terms) -> int:
    """Give the row at which contacts begin in a table's body, or a title right over them; else the body's end."""
    words = [list(filter(None, plain_row(row, terms))) for row in rows[start:limit]]
    at = other_rows(words)
    if at == len(words):
        return limit
    return start + at - (at > 1 and len(words[at - 1]) == 1)


def contacts_below(rows: Sequence[Sequence[Cell]], terms: Terms) -> int | None:
    """Give the number of the row right above the contacts, whose last cell holds their title; None without any."""
    words = [[w for c in row if (w := terms.plain(c.text.value))] for row in rows]
    at = other_rows(words)
    return rows[at - 1][0].row if at < len(words) else None
