"""Rows in pairs, what is planned over what was done: each pair is one record with a goal and what was reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from shishi.layouts.columns.column import Column
from shishi.layouts.cutting import join
from shishi.layouts.layout import Layout, RawCell, RawRow, RawTable, Shape, placed_in, printed_in
from shishi.layouts.terms import Terms
from shishi.layouts.words.crossed import value_field
from shishi.layouts.words.dating import spans_report
from shishi.layouts.words.vocabulary import is_period
from shishi.records import Field

_FEWEST = 4
_LONGEST = 6
_PAIR = [Field.GOAL, Field.PROGRESS]
_NAMES = (Field.ITEM, Field.THEME)


def merge_stacked(table: RawTable, terms: Terms) -> RawTable:
    """Lay each row of what was done beside the row of the plan right above it, where a column says which is which.

    So only where the rows take turns throughout: 计划, 实际, 计划, 实际, and two by two are one item. What stands
    in both rows of a pair has two columns then. Of several times the report's is the one that counts; without a
    report none is. Units that differ stay in their column, as they are not planned or done, and are asked about.
    """
    kind = _kind(table, terms)
    if kind is None:
        return table
    rows = tuple(table.rows)
    width = len(table.layout.columns)
    filled = {i for row in rows[1::2] for i in row.cells}
    fields = [c.field for c in table.layout.columns]
    parted = {i for i in filled if i == kind or _may_be_value(table.layout.columns[i])}
    parted |= {
        i for i in filled if i > kind and fields[i] is Field.ITEM
    }  # 工作内容 behind the name
    again = sorted(i for i in parted if i >= kind or not _repeats(rows, i))
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
            return column if _are_pairs(table, column) else None
    return None


def _said(table: RawTable, column: int, terms: Terms) -> Iterator[Field | None]:
    for printed in printed_in(table.rows, [column]):
        plain = terms.plain(printed)
        yield value_field(plain, terms.dialect) if len(plain) <= _LONGEST else None


def _are_pairs(table: RawTable, kind: int) -> bool:
    """Tell rows that are one item two by two: the lower one has no name and no number but those of the upper one."""
    rows = tuple(table.rows)
    beside = [(i, c.field) for i, c in enumerate(table.layout.columns) if i != kind]
    names = [i for i, field in beside if field in _NAMES and i < kind]
    codes = [i for i, field in beside if field is Field.CODE]
    return bool(names) and all(_repeats(rows, i) for i in (*names, *codes))


def _repeats(rows: Sequence[RawRow], column: int) -> bool:
    """Tell a column that prints the same in both rows of each pair, as a file without merged cells may."""
    return all(
        column not in done.cells
        or (column in plan.cells and plan.cells[column].text.value == done.cells[column].text.value)
        for plan, done in zip(rows[::2], rows[1::2], strict=True)
    )


def _may_be_value(column: Column) -> bool:
    """Tell a column of what may be planned and done: of goals, of progress, of a time, or of nobody knows what."""
    return column.field is None or column.field in _PAIR or is_period(column.word)


def _columns(
    columns: Sequence[Column], beside: Mapping[int, int], *, kind: int, terms: Terms
) -> tuple[Column, ...]:
    """Name the columns of the merged rows: those of the plan, and behind them those of what was done."""
    goal, progress = _chosen(columns, [i for i in beside if i != kind], terms)
    named = [replace(c, field=None, sure=True) if i in beside else c for i, c in enumerate(columns)]
    done = [replace(columns[i], field=None, sure=True) for i in beside]
    if goal is not None and progress is not None:
        sure = columns[goal].field is not None or _is_timed(columns[goal])
        named[goal] = replace(named[goal], field=Field.GOAL, sure=sure)
        at = beside[progress] - len(columns)
        done[at] = replace(done[at], field=Field.PROGRESS, sure=sure)
    if all(c.field is not Field.ITEM for c in named):
        named = [replace(c, field=Field.ITEM) if c.field is Field.THEME else c for c in named]
    return (*named, *done)


def _chosen(
    columns: Sequence[Column], values: Sequence[int], terms: Terms
) -> tuple[int | None, int | None]:
    """Choose the columns that hold the goal and what was reached: the one of the report's time, or known by a word."""
    timed = [i for i in values if _is_timed(columns[i])]
    if len(timed) > 1:
        report = terms.dialect.report
        timed = [i for i in timed if spans_report(columns[i].period or columns[i].word, report)]
        return (timed[0], timed[0]) if len(timed) == 1 else (None, None)
    goals, reached = ([i for i in values if columns[i].field is name] for name in _PAIR)
    if not timed and len(goals) == 1 == len(reached):
        return goals[0], reached[0]
    counted = timed or [*goals, *reached] or values
    return (counted[0], counted[0]) if len(counted) == 1 else (None, None)


def _is_timed(column: Column) -> bool:
    return bool(column.period) or is_period(column.word)


def _merged(
    plan: RawRow, done: RawRow, beside: Mapping[int, int], *, layout: Layout, number: int
) -> RawRow:
    cells = dict(plan.cells.items())
    unlike = set[int]()
    for i, cell in done.cells.items():
        if i in beside:
            cells[beside[i]] = cell
        elif i not in cells:
            cells[i] = cell
        elif cells[i].text.value != cell.text.value:
            both = [cells[i].text, cell.text]
            cells[i] = RawCell(join(both, ["\n"], place=both[0].place), 0, i)
            unlike.add(i)
    placed = {
        i: cell._replace(text=placed_in(cell.text, layout, number, column=i))
        for i, cell in cells.items()
    }
    return plan._replace(cells=placed, unsure=plan.unsure | unlike)
