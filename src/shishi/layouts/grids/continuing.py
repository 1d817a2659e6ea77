"""Whether a grid without a header says what the table right before it would say next."""

from __future__ import annotations

from shishi.layouts.columns.evidence import look_at_column
from shishi.layouts.grids.spread import Rows, plain_cells, plain_row, spread
from shishi.layouts.layout import Layout, Shape
from shishi.layouts.terms import Terms
from shishi.layouts.words.codes import parse_code
from shishi.readers.document import Grid
from shishi.records import Field

_MOST = 60
_SAMPLE = 60
_FEWEST_UNITS = 2
_HEADER_WORDS = 2


def goes_on(before: Grid, after: Grid, layout: Layout, *, terms: Terms) -> bool:
    """Tell whether `after` goes on from the table of `before` that `layout` is.

    Its numbers follow those of the table; below a header alone, any number does. Where a table has no
    numbers, or numbers that begin again, its units look like units.
    """
    if layout.shape is not Shape.CELLS or layout.body[1] != before.height:
        return False
    fields = [c.field for c in layout.columns]
    rows = spread(after, terms)[:_SAMPLE]
    words = plain_row(rows[0], terms) if rows else []
    if sum(terms.dialect.guess(word) is not None for word in set(words)) >= _HEADER_WORDS:
        return False  # a header of its own, whatever it is about
    if Field.CODE in fields:
        column = fields.index(Field.CODE)
        last = _codes(spread(before, terms)[layout.body[0] :], column, terms)
        first = _codes(rows, column, terms)[:1]
        if layout.body[0] == layout.body[1]:
            return bool(first)
        if _follow(last[-1:], first) or first != [(1,)] or not last:
            return _follow(last[-1:], first)
    if Field.LEAD_UNITS not in fields:
        return False
    column = fields.index(Field.LEAD_UNITS)
    look = look_at_column((plain_cells(row, terms)[column] for row in rows), terms.statuses)
    return look.count >= _FEWEST_UNITS and look.units >= _MOST


def _follow(last: list[tuple[int, ...]], first: list[tuple[int, ...]]) -> bool:
    """Tell a code that is the same again, the next one, or the first of the next group (2.1 after 1.4)."""
    if not last or not first or len(last[0]) != len(first[0]):
        return False
    (*group, number), (*new_group, new) = last[0], first[0]
    if group == new_group:
        return new in (number, number + 1)
    return bool(group) and new == 1 and new_group[-1] == group[-1] + 1


def _codes(rows: Rows, column: int, terms: Terms) -> list[tuple[int, ...]]:
    printed = [terms.plain(c.text.value) for row in rows if (c := row[column])]
    return [code for text in printed if (code := parse_code(text))]
