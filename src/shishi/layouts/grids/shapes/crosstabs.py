"""Cross-tabs: a row is a district, each group of columns an indicator with goal, progress and share.

Each pair of district and indicator is a record (docs/decisions/0017): the indicator is the item, the
district the lead. Where the rows are indicators and the groups districts, it is the other way round.
A table of one indicator has no groups; only its title says what is counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shishi.layouts.columns.column import Column
from shishi.layouts.grids.spread import Rows, own_cells, plain_of, plain_row
from shishi.layouts.layout import Because, Layout, RawCell, RawRow, Shape, placed_in
from shishi.layouts.terms import Terms
from shishi.layouts.words.crossed import (
    is_code_word,
    is_total_label,
    is_value,
    label_fields,
    may_name_rows,
    names_rows,
    value_field,
)
from shishi.layouts.words.vocabulary import is_period
from shishi.places import Text
from shishi.readers.document import Cell
from shishi.records import Field

_SEARCHED_ROWS, _SEARCHED_FROM_END = 12, 60
_FEWEST_GROUPS = 2
_FEWEST_FIELDS = 2


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where things stand: the column of the row labels, and of each group its cell and its columns."""

    label: int
    rows_are: Field
    groups: tuple[
        tuple[Cell | None, tuple[int, ...]], ...
    ]  # no cell: the one indicator of the title
    columns: tuple[Column, ...]  # label, group if it has a cell, then the fields of one group
    body: int


def find_crosstabs(rows: Rows, *, terms: Terms) -> list[Layout]:
    """Find the cross-tabs at the top of a grid and at its end; their names are blank.

    Each goes on to the next one, or to the end of the grid.
    """
    last = len(rows) - 1
    near = {*range(min(_SEARCHED_ROWS, last)), *range(max(0, last - _SEARCHED_FROM_END), last)}
    printed = {c[0][0] for at in near for c in rows[at] if c}
    plan_at = _plan_at if may_name_rows(terms.plain_all(printed)) else _plan_of_groups
    plans: list[tuple[int, _Plan]] = []
    for at in sorted(near):
        if (not plans or at >= plans[-1][1].body) and (plan := plan_at(rows, at, terms)):
            plans.append((at, plan))
    ends = [*(at for at, _ in plans), len(rows)][1:]
    return [
        _layout(at, plan, end, terms=terms) for (at, plan), end in zip(plans, ends, strict=False)
    ]


def _layout(at: int, plan: _Plan, end: int, *, terms: Terms) -> Layout:
    words = [plain_of(cell, terms) for cell, _ in plan.groups if cell]
    return Layout(
        name="",
        part=0,
        columns=plan.columns,
        header=(at, plan.body),
        body=(plan.body, end),
        score=100,
        reasons=(Because("cross-tab-found", {"words": words}),),
        shape=Shape.CROSS,
    )


def cut_crosstab(rows: Rows, layout: Layout, *, terms: Terms) -> list[RawRow]:
    """Cut a row of a cross-tab into as many records as there are groups with something in them."""
    plan = _plan_at(rows, layout.header[0], terms)
    cut: list[RawRow] = []
    for row in rows[layout.body[0] : layout.body[1]] if plan else ():
        label = row[plan.label] if plan else None
        if plan and label and label.text.value.strip():
            for cells in _pairs(row, label, plan, terms=terms):
                number = len(cut) + 1
                placed = {
                    column: RawCell(placed_in(text, layout, number, column=column))
                    for column, text in cells.items()
                }
                cut.append(RawRow(placed, frozenset(), total=len(placed) == 1))
    return cut


def _pairs(
    row: Sequence[Cell | None], label: Cell, plan: _Plan, *, terms: Terms
) -> Iterator[dict[int, Text]]:
    if is_total_label(plain_of(label, terms)):
        yield {0: label.text}
        return
    for group, columns in plan.groups:
        named = {1: group.text} if group else {}
        texts = {
            number: cell.text
            for number, column in enumerate(columns, 1 + len(named))
            if (cell := row[column]) and cell.text.value.strip()
        }
        if texts:
            yield {0: label.text, **named, **texts}


def _plan_at(rows: Rows, at: int, terms: Terms) -> _Plan | None:
    return _plan_of_groups(rows, at, terms) or _plan_of_one(rows, at, terms)


def _plan_of_groups(rows: Rows, at: int, terms: Terms) -> _Plan | None:
    return _plan(rows, at, terms) if at + 2 < len(rows) else None


def _plan_of_one(rows: Rows, at: int, terms: Terms) -> _Plan | None:
    """Read a row as the header of one indicator: 地区 | 目标 | 完成数 | 完成率, and numbers below."""
    words = plain_row(rows[at], terms)
    if not may_name_rows(words):
        return None
    labels = [i for i, w in enumerate(words) if names_rows(w, terms.dialect)]
    if len(labels) != 1:
        return None
    named_by = {i: value_field(w, terms.dialect) for i, w in enumerate(words) if w}
    if not {Field.GOAL, Field.PROGRESS} <= set(named_by.values()):
        return None
    values = [i for i, name in named_by.items() if name]
    rest = [i for i, w in enumerate(words) if w and i not in (*labels, *values)]
    if not all(is_code_word(words[i], terms.dialect) for i in rest):
        return None
    alone = (i for i in range(at + 2, len(rows)) if len(own_cells(rows[i])) <= 1)
    body = [plain_row(row, terms) for row in rows[at + 1 : next(alone, len(rows))]]
    cells = [row[i] for row in body for i in values if row[labels[0]] and row[i]]
    if not cells or not all(map(is_value, cells)):
        return None
    kept = sorted([*values, *(i for i in rest if not _is_code(words[i], terms))])
    named = [(value_field(words[i], terms.dialect), words[i]) for i in kept]
    columns = (Column(Field.LEAD_UNITS, words[labels[0]]), *_once(named))
    return _Plan(labels[0], Field.LEAD_UNITS, ((None, tuple(kept)),), columns, at + 1)


def _is_code(word: str, terms: Terms) -> bool:
    known = terms.dialect.guess(word)
    return known is not None and known.claims[0][0] == Field.CODE


def _once(named: Sequence[tuple[Field | None, str]]) -> list[Column]:
    """Let the first column that claims a field have it."""
    seen: set[Field | None] = set()
    columns = []
    for field, printed in named:
        columns.append(Column(None if field in seen else field, printed))
        seen.add(field)
    return columns


def _columns_of(row: Sequence[Cell | None], column: int) -> tuple[int, ...]:
    """Give the columns that a header cell stands over: those it spans, or the blank ones beside it."""
    cell = row[column]
    end = column + (cell.columns if cell else 1)
    if cell and cell.columns == 1 and cell.rows == 1:
        while end < len(row) and _is_blank(row[end]):
            end += 1
    return tuple(range(column, min(len(row), end)))


def _is_blank(cell: Cell | None) -> bool:
    return cell is None or not cell.text.value.strip()


def _plan(rows: Rows, at: int, terms: Terms) -> _Plan | None:
    """Read rows at and at + 1 as the header of a cross-tab; None when they are none."""
    upper, lower = rows[at], rows[at + 1]
    if not [c for c in upper if c is None or c[4] > 1 or not c[0][0].strip()]:
        return None  # no cell stands over several columns
    below = plain_row(lower, terms)
    groups: list[tuple[Cell, tuple[int, ...]]] = []
    words: list[tuple[str, ...]] = []
    for column, cell in enumerate(upper):
        if cell is None or cell.column != column + 1 or _is_blank(cell):
            continue
        columns = _columns_of(upper, column)
        while columns and not below[columns[-1]]:
            columns = columns[:-1]  # blank in both rows, where the rows of another table are wider
        if cell is lower[column] or len(columns) < _FEWEST_FIELDS or not below[column]:
            continue
        groups.append((cell, columns))
        words.append(tuple(below[i] for i in columns))
    if len(groups) < _FEWEST_GROUPS or len(set(words)) > 1:
        return None
    if any(is_period(plain_of(cell, terms)) for cell, _ in groups):
        return None  # one thing at several dates
    fields = [value_field(word, terms.dialect) for word in words[0]]
    known = [f for f in fields if f]
    if len(known) < _FEWEST_FIELDS or not {Field.GOAL, Field.PROGRESS} & set(known):
        return None
    return _with_label(
        rows, at, groups, named=list(zip(fields, words[0], strict=True)), terms=terms
    )


def _with_label(
    rows: Rows,
    at: int,
    groups: Sequence[tuple[Cell, tuple[int, ...]]],
    *,
    named: Sequence[tuple[Field | None, str]],
    terms: Terms,
) -> _Plan | None:
    """Find the column that names the rows, left of the first group; beside it only numbers may stand."""
    found: _Plan | None = None
    for column in range(groups[0][0].column - 1):
        word = plain_of(rows[at][column], terms) or plain_of(rows[at + 1][column], terms)
        pair = label_fields(word, terms.dialect)
        if pair is None:
            if not is_code_word(word, terms.dialect):
                return None
            continue
        if found:
            return None
        first = (Column(pair[0], word), Column(pair[1], ""))
        found = _Plan(column, pair[0], tuple(groups), (*first, *_once(named)), at + 2)
    return found
