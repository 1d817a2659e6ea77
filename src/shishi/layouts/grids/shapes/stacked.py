"""Rows in pairs, what is planned over what was done: each pair is one record with a goal and what was reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from shishi.layouts.columns import Column
from shishi.layouts.layout import Layout, RawCell, RawRow, RawTable, Shape, placed_in, texts_of
from shishi.layouts.terms import Terms
from shishi.layouts.words.crossed import value_field
from shishi.layouts.words.dating import spans_report
from shishi.layouts.words.vocabulary import is_period
from shishi.records import Field

_FEWEST = 4
_LONGEST = 6
_PAIR = [Field.GOAL, Field.PROGRESS]


def merge_stacked(table: RawTable, terms: Terms) -> RawTable:
    """Lay each row of what was done beside the row of the plan right above it, where a column says which is which.

    So only where the rows take turns throughout: 计划, 实际, 计划, 实际. What stands in both rows of a pair
    has two columns then. Of several times the report's is the one that counts; without a report none is.
    """
    kind = _kind(table, terms)
    if kind is None:
        return table
    rows = tuple(table.rows)
    filled = {i for row in rows[1::2] for i in row.cells}
    again = sorted(i for i in filled if i >= kind or not _repeats(rows, i))
    width = len(table.layout.columns)
    beside = {column: width + at for at, column in enumerate(again)}
    columns = _columns(table.layout.columns, beside, kind=kind, terms=terms)
    layout = replace(table.layout, columns=columns)
    pairs = zip(rows[::2], rows[1::2], strict=True)
    merged = tuple(
        _merged(plan, done, beside, layout=layout, number=number)
        for number, (plan, done) in enumerate(pairs, 1)
    )
    return replace(table, layout=layout, rows=merged)


def _kind(table: RawTable, terms: Terms) -> int | None:
    """Find the column that says of each row whether it is the plan or what was done."""
    count = len(table.rows)
    if table.layout.shape is not Shape.CELLS or count < _FEWEST or count % 2:
        return None
    for column in range(len(table.layout.columns)):
        if table.layout.columns[column].field in (Field.CODE, Field.ITEM):
            continue
        said = _said(table, column, terms)
        if [next(said, None), next(said, None)] == _PAIR and [*said] == _PAIR * (count // 2 - 1):
            return column
    return None


def _said(table: RawTable, column: int, terms: Terms) -> Iterator[Field | None]:
    for text in texts_of(table.rows, [column]):
        plain = terms.plain(text.value)
        yield value_field(plain, terms.dialect) if len(plain) <= _LONGEST else None


def _repeats(rows: Sequence[RawRow], column: int) -> bool:
    """Tell a column that prints the same in both rows of each pair, as a file without merged cells may."""
    return all(
        column not in done.cells
        or (column in plan.cells and plan.cells[column].text.value == done.cells[column].text.value)
        for plan, done in zip(rows[::2], rows[1::2], strict=True)
    )


def _columns(
    columns: Sequence[Column], beside: Mapping[int, int], *, kind: int, terms: Terms
) -> tuple[Column, ...]:
    """Name the columns of the merged rows: those of the plan, and behind them those of what was done."""
    values = [i for i in beside if i != kind]
    timed = [i for i in values if columns[i].period or is_period(columns[i].word)]
    counted = timed or values
    if len(counted) > 1:
        report = terms.dialect.report
        counted = [i for i in counted if spans_report(columns[i].period or columns[i].word, report)]
    chosen = counted[0] if len(counted) == 1 else None
    named = [replace(c, field=None, sure=True) if i in beside else c for i, c in enumerate(columns)]
    done = [replace(columns[i], field=None, sure=True) for i in beside]
    if chosen is not None:
        named[chosen] = replace(named[chosen], field=Field.GOAL)
        at = beside[chosen] - len(columns)
        done[at] = replace(done[at], field=Field.PROGRESS)
    if all(c.field is not Field.ITEM for c in named):
        named = [replace(c, field=Field.ITEM) if c.field is Field.THEME else c for c in named]
    return (*named, *done)


def _merged(
    plan: RawRow, done: RawRow, beside: Mapping[int, int], *, layout: Layout, number: int
) -> RawRow:
    cells = dict(plan.cells.items())
    cells |= {beside[i]: cell for i, cell in done.cells.items() if i in beside}
    placed = {
        i: RawCell(placed_in(cell.text, layout, number, column=i)) for i, cell in cells.items()
    }
    return plan._replace(cells=placed)
