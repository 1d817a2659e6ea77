"""Sections: tables of the same columns one below the other, each under a line that says what it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from shishi.layouts.headings import nest, read_heading
from shishi.layouts.layout import RawTable, Shape
from shishi.layouts.terms import Terms
from shishi.layouts.words.notes import is_loose
from shishi.places import Text
from shishi.records import Field

_FEWEST = 2
_NO_THEME = re.compile("[<>《》?？!！|]|[续接]上?[表页]")


def find_sections(
    tables: Sequence[RawTable], above: Sequence[Sequence[Text]], terms: Terms
) -> dict[int, Text]:
    """Find the lines over tables that name their themes, by the index of the table; `above` are the lines over each.

    One line over one table may be anything. So only where tables of the same columns have different
    such lines, whether they stand outside of the tables, between their rows or at the end of the rows before.
    """
    found: dict[int, Text] = {}
    by_columns: dict[tuple[str, ...], list[int]] = {}
    for at, table in enumerate(tables):
        fields = {c.field for c in table.layout.columns}
        if table.layout.shape is not Shape.CROSS and Field.THEME not in fields:
            by_columns.setdefault(tuple(c.word for c in table.layout.columns), []).append(at)
    for places in by_columns.values():
        lines = {at: line for at in places if (line := _line(above[at], terms))}
        told = [*lines.values(), *(t for at in places if (t := _last_theme(tables[at])))]
        told += [t for at in lines if (t := _inner_theme(tables[at]))]
        if len({terms.plain(line.value) for line in told}) >= _FEWEST:
            found |= lines
    return found


def end_statuses(table: RawTable, terms: Terms) -> RawTable:
    """Let the headings between the rows of a table end what is said over it, where they are beside that."""
    if not table.given or not any(row.given for row in table.rows):
        return table
    laid = [nest(table.given, row.given, terms) if row.given else table.given for row in table.rows]
    if all(table.given.keys() <= given.keys() for given in laid):
        return table
    rows = tuple(row._replace(given=g) for row, g in zip(table.rows, laid, strict=True))
    last = nest(table.given, table.last, terms) if table.last else table.last
    return replace(table, rows=rows, given={}, last=last)


def _line(above: Sequence[Text], terms: Terms) -> Text | None:
    """Give the last line over a table where it may be the name of a theme."""
    if not above:
        return None
    plain = terms.plain(above[-1].value)
    if is_loose(plain) or terms.dialect.word(plain) or _NO_THEME.search(plain):
        return None
    return above[-1] if Field.THEME in read_heading(above[-1], terms, over_rows=True) else None


def _inner_theme(table: RawTable) -> Text | None:
    """Give the first theme that stands between the rows of a table whose first rows have none."""
    if not table.rows or Field.THEME in table.rows[0].given:
        return None
    return next((t for row in table.rows if (t := row.given.get(Field.THEME))), None)


def _last_theme(table: RawTable) -> Text | None:
    """Give the theme that stands at the end of a table, over the header of the next."""
    return table.last.get(Field.THEME) if table.last else None
