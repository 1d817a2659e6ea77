"""Columns that do not hold what their header word promises: doubts about whole columns of a table.

A header that was read wrong puts every cell of a column under a wrong word, and each by itself may look
like a slip of the office. What tells is that most of a column cannot stand where it does, or that nothing
stands under a word while a column beside it holds what that word promises.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from shishi.findings import About, Finding, Severity
from shishi.layouts.columns import Column
from shishi.layouts.flows.fit import misfit
from shishi.layouts.flows.looks import Look, look_at
from shishi.layouts.layout import RawTable, Shape
from shishi.layouts.terms import Terms
from shishi.records import LISTS, Field, Record

_FEWEST = 3
_NO_PLACE = 12
"""From this misfit on a cell cannot well stand in its column (see fit)."""
_BETTER, _BETTER_UNNAMED = 6, 3
"""By so much must the cells of a column fit a blank one better; less where nobody knows their word."""
_OFTEN = 4
_LONGEST_CODE = 8
_SHAPES = frozenset({Shape.CELLS, Shape.SPACED, Shape.GLUED})


def doubt_columns(
    tables: Sequence[RawTable], records: Sequence[Record], terms: Terms
) -> Iterator[Finding]:
    """Yield a finding for each record of a column that may be another one's, or of a header half read."""
    for before, table in zip([None, *tables], tables, strict=False):
        own = [r for r in records if r.place.part == table.layout.name]
        if table.layout.shape not in _SHAPES:
            continue
        if _is_half_read(table, before):
            facts = {"words": [c.word for c in table.layout.columns if c.word]}
            for record in own:
                told = {"order": record.order, **facts}
                yield Finding("row-unsure", About.READING, Severity.ASKS, record.place, told)
        if len(own) < _FEWEST:
            continue
        looks = [_looks(c, own, terms) for c in table.layout.columns]
        columns = [(c, k) for c, k in zip(table.layout.columns, looks, strict=True) if k]
        for column, found in columns:
            if column.field and column.field not in LISTS and _is_strange(column, found):
                yield from _asked("column-strange", own, column)
        for column, found in zip(table.layout.columns, looks, strict=True):
            if column.field and not found and column.printed:
                rivals = [c for c, k in columns if _fits_better(column, c, k)]
                if rivals or column.field is Field.LEAD_UNITS:
                    yield from _asked("column-blank", own, column)
                for rival in rivals:
                    yield from _asked("column-strange", own, rival)


def _is_half_read(table: RawTable, before: RawTable | None) -> bool:
    """Tell a header of several rows of which lines of text lost the blank cells, read as if it had one.

    It has fewer words than the rows have cells, or another header stands right above it.
    """
    lines = [row for row in table.rows if row.covered is None]
    nameless = [
        i for i, c in enumerate(table.layout.columns) if not (c.word or c.field) and c.printed
    ]
    filled = sum(any(i in row.cells for i in nameless) for row in lines)
    if _OFTEN * filled > len(lines):
        return True
    if not lines or before is None or before.rows:
        return False
    above, below = before.layout, table.layout
    adjoin = above.part == below.part and above.body[1] == below.header[0]
    return adjoin and above.shape is below.shape and not table.follows


def _looks(column: Column, records: Sequence[Record], terms: Terms) -> list[Look]:
    """Look at the printed cells of a column."""
    if column.field:
        texts = [r.texts[column.field] for r in records if column.field in r.texts]
    else:
        texts = [r.other[column.word] for r in records if column.word in r.other]
    looks = [look_at(terms.plain(text.value), terms.statuses) for text in texts]
    return [look for look in looks if not look.is_blank]


def _is_strange(column: Column, looks: Sequence[Look]) -> bool:
    """Tell a column most of whose cells cannot stand in it."""
    told = looks
    if column.field is Field.CODE:  # numbers are written in more ways than anybody knows
        told = [look for look in looks if look.length > _LONGEST_CODE]
    odd = sum(misfit(look, column) >= _NO_PLACE for look in told)
    return odd >= _FEWEST and 2 * odd > len(looks)


def _fits_better(blank: Column, column: Column, looks: Sequence[Look]) -> bool:
    """Tell a column most of whose cells would fit the blank one, and better than where they stand."""
    least = _BETTER if column.field else _BETTER_UNNAMED
    better = sum(
        misfit(look, blank) <= 2 and misfit(look, column) >= misfit(look, blank) + least
        for look in looks
    )
    return better >= _FEWEST and 2 * better > len(looks)


def _asked(code: str, records: Sequence[Record], column: Column) -> Iterator[Finding]:
    if column.field is None:
        return
    for record in records:
        facts = {"order": record.order, "read_as": str(column.field), "word": column.word}
        spot = record.spot(column.field)
        yield Finding(code, About.READING, Severity.ASKS, spot, facts)
