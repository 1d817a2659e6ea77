"""Columns of ticks: a √ under 滞后 says that the status is 滞后, and one under 市级 and another under 区级 both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from shishi.layouts.columns import Column
from shishi.layouts.grids.spread import Rows, group_over, words_of
from shishi.layouts.layout import Layout
from shishi.layouts.terms import Terms
from shishi.layouts.words.names import TICKS, load_words, unit_share
from shishi.layouts.words.notes import load_around_words
from shishi.layouts.words.vocabulary import RESPONSIBLE
from shishi.places import Text
from shishi.readers.document import Cell
from shishi.records import Field

_NO_MARKS = frozenset("×✗✘☐□○△☆/-—")
_MARK = re.compile("[√✓✔☑●■▲★V]")
_LONGEST = 10
_ALL = 100
_SAID = {
    Field.STATUS.value: Field.STATUS,
    Field.PROGRESS.value: Field.STATUS,
    Field.PERCENT.value: Field.STATUS,
    Field.LEVELS.value: Field.LEVELS,
    Field.THEME.value: Field.THEME,
    Field.LEAD_UNITS.value: Field.LEAD_UNITS,
    RESPONSIBLE: Field.LEAD_UNITS,
}
"""What ticks below a word say, by what the word claims first."""


def find_ticks(
    header: Rows, plain: Sequence[Sequence[str]], body: Sequence[Sequence[str]], *, terms: Terms
) -> Mapping[int, Field]:
    """Find the columns that have ticks or nothing, and the field whose value their header words are.

    A group over them says which field; without one, words that are statuses do.
    """
    if not body or not _MARK.search(terms.printed):
        return {}
    looks = [_look(row[column] for row in body) for column in range(len(header[0]))]
    found: dict[int, Field] = {}
    for columns, group in _runs(header, plain, looks):
        words = [plain[-1][c] for c in columns]
        name = _field_of(words, group, terms)
        if name and any(looks[c] for c in columns):
            found |= dict.fromkeys(columns, name)
    return found


def with_ticks(columns: tuple[Column, ...], ticks: Mapping[int, Field]) -> tuple[Column, ...]:
    """Mark the columns of ticks; where another column says the same, they are only kept as printed."""
    said = {c.field for c in columns}
    return tuple(
        replace(c, field=None, ticked=ticks[i] if ticks[i] not in said else None)
        if i in ticks
        else c
        for i, c in enumerate(columns)
    )


def words_ticked(rows: Rows, layout: Layout) -> Mapping[int, Text]:
    """Give the header words of the columns of ticks, by their columns."""
    lowest = rows[layout.header[1] - 1] if layout.header[1] else []
    ticked = [i for i, c in enumerate(layout.columns) if c.ticked and i < len(lowest)]
    return {i: cell.text for i in ticked if (cell := lowest[i])}


def _look(cells: Iterator[str]) -> bool | None:
    """Tell a column of ticks (True) from a blank one (False) and from any other (None)."""
    told = {cell for cell in cells if cell} - _NO_MARKS
    return bool(told) if told <= TICKS else None


def _runs(
    header: Rows, plain: Sequence[Sequence[str]], looks: Sequence[bool | None]
) -> Iterator[tuple[list[int], str]]:
    """Yield columns beside each other that may hold ticks, with the words of the group over them, if any."""
    run: list[int] = []
    above: Cell | None = None
    for column in range(len(looks) + 1):
        inside = column < len(looks) and looks[column] is not None and plain[-1][column]
        group = group_over(header, column) if inside else None
        if run and (not inside or group is not above):
            yield run, words_of(above, header, plain)
            run = []
        if inside:
            run.append(column)
            above = group


def _field_of(words: Sequence[str], group: str, terms: Terms) -> Field | None:
    """Say which field words fill that are ticked; None where they may be anything."""
    if any(len(word) > _LONGEST for word in words):
        return None
    over = terms.dialect.guess(group) if group else None
    name = _SAID.get(over.claims[0][0]) if over and over.claims else None
    if over and Field.STATUS in over.covers:
        name = Field.STATUS
    if name is Field.LEAD_UNITS and any(unit_share(word) < _ALL for word in words):
        return None
    if name or (group and over):
        return name
    statuses = terms.statuses | load_around_words().statuses
    if any(word in statuses for word in words):
        return Field.STATUS
    return Field.LEVELS if all(word in load_words().levels for word in words) else None
