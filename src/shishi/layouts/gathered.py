"""Names that gather the numbered tasks of several rows: the tasks are the items, the name is their theme.

Below 项目 | 目标任务 one name stands once over ①…, ②…, ③…, each in a row of its own with its own units: what is
promised are these, not the name. The words of the header say the same where each row has a name of its
own and a goal; only the cells tell the two apart, so it is settled when the rows are cut.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import NamedTuple

from shishi.layouts.columns.column import Column
from shishi.layouts.layout import CertainRows, RawTable, Shape, names_of, rename_row
from shishi.layouts.terms import Terms
from shishi.layouts.words.vocabulary import is_period
from shishi.records import Field

_MARK = re.compile(r"\s*(?:([①-⑳])|[(（]([0-9０-９]{1,2})[)）])")
_WHEN = re.compile(r"\s*(?:[0-9]{4}年)?(?:[0-9]{1,2}月|第?[一二三四1-4]季度|[上下]半年)")
_PROMISES = re.compile(r"[0-9０-９]")
_FEWEST = 2
_BESIDE = (Field.SUPPORT_UNITS, Field.LEADERS, Field.PROGRESS, Field.PERCENT, Field.STATUS)
"""What tells tasks from the steps of one project where no lead is named."""


class _Spot(NamedTuple):
    """What a row prints as its name (None: that of the row above), as its task, and beside them.

    `lead` is its code and who leads it, `rest` what else tells tasks apart.
    """

    name: str | None
    task: str
    lead: tuple[str, ...]
    rest: tuple[str, ...]


def name_gathered(tables: Sequence[RawTable], terms: Terms) -> list[RawTable]:
    """Let the tasks be the items of tables whose names gather them; tables with the same columns are one."""
    told: list[RawTable] = []
    for columns, same in groupby(tables, key=lambda table: table.layout.columns):
        group = list(same)
        themed = terms.dialect.said or any(map(_has_themes, group))
        ways = [] if themed else _ways(columns, terms)
        task = next((at for at in ways if _gathers(group, columns, at)), None)
        told += group if task is None else [_named(table, task, terms) for table in group]
    return told


def _has_themes(table: RawTable) -> bool:
    """Tell a table whose themes stand in headings over its rows."""
    given = Field.THEME in table.given
    return given or (
        not isinstance(table.rows, CertainRows)
        and any(Field.THEME in row.given for row in table.rows)
    )


def _ways(columns: Sequence[Column], terms: Terms) -> list[int]:
    """Give the columns that may hold the tasks below the names: 目标任务, a goal or of no field so far."""
    fields = [c.field for c in columns]
    if fields.count(Field.ITEM) != 1 or Field.THEME in fields:
        return []
    return [
        at
        for at, column in enumerate(columns)
        if column.field in (Field.GOAL, None)
        and not (column.period or column.ticked)
        and Field.ITEM in _claims(column, terms)
    ]


def _claims(column: Column, terms: Terms) -> list[str]:
    word = terms.dialect.guess(column.word) if column.word else None
    return [field for field, _ in word.claims] if word else []


def _gathers(tables: Sequence[RawTable], columns: Sequence[Column], task: int) -> bool:
    """Tell tasks that are counted anew below each name, and below one of them at least to two.

    A name over one task needs no number for it. Names that promise a number themselves (新建公园8个) have
    goals below them, and so have tasks that say but when they are done, and those that nothing tells from
    the steps of one project.
    """
    name = next(at for at, column in enumerate(columns) if column.field is Field.ITEM)
    groups = _below_names(spot for t in tables for spot in _spots(t, name, task))
    if tables[0].layout.shape is not Shape.LABELLED and not _stand_alone(groups):
        return False
    names = [(spots[0].name or "", [spot.task for spot in spots]) for spots in groups]
    counted = [(name, tasks) for name, tasks in names if _are_counted(tasks)]
    if len(counted) * 2 <= len(names) or any(t[1:] for n, t in names if not _are_counted(t)):
        return False
    if all(len(tasks) < _FEWEST for _, tasks in counted):
        return False
    dated = sum(_says_when(task) for _, tasks in counted for task in tasks)
    whole = sum(len(tasks) for _, tasks in counted)
    return dated * 2 < whole and sum(bool(_PROMISES.search(n)) for n, _ in names) * 2 < len(names)


def _below_names(spots: Iterable[_Spot]) -> list[list[_Spot]]:
    groups: list[list[_Spot]] = []
    for spot in spots:
        if not groups or (spot.name is not None and spot.name != (groups[-1][0].name or "")):
            groups.append([])
        groups[-1].append(spot)
    return groups


def _stand_alone(groups: Sequence[Sequence[_Spot]]) -> bool:
    """Tell tasks of which most have a lead or a code of their own, and not that of the name or none.

    Where the name is printed again, another one or another report than in the row above.
    """
    further = [pair for spots in groups for pair in pairwise(spots)]
    alone = sum(
        bool(spot.lead) if spot.name is None else (spot.lead, spot.rest) != (above.lead, above.rest)
        for above, spot in further
    )
    return alone * 2 > len(further)


def _are_counted(tasks: Sequence[str]) -> bool:
    """Tell tasks that begin with ① or (1), ②, ③, each with one such mark."""
    marks = [_MARK.match(task) for task in tasks]
    numbers = [_number(mark) for mark in marks if mark]
    return numbers == list(range(1, len(tasks) + 1)) and not any(map(_counts_on, tasks, numbers))


def _counts_on(task: str, number: int) -> bool:
    """Tell a cell that lists further tasks: ①修路②架桥."""
    return number + 1 in map(_number, _MARK.finditer(task))


def _number(mark: re.Match[str]) -> int:
    return int(unicodedata.numeric(mark[1])) if mark[1] else int(mark[2])


def _says_when(task: str) -> bool:
    plain = _MARK.sub("", task, count=1).strip()
    return is_period(plain) or _WHEN.match(plain) is not None


def _spots(table: RawTable, name: int, task: int) -> Iterator[_Spot]:
    """Yield what each row has for name and task; a row that is a further part of the task above is left out."""
    fields = [c.field for c in table.layout.columns]
    sought = (Field.LEAD_UNITS,) if Field.LEAD_UNITS in fields else _BESIDE
    leads = [at for at, field in enumerate(fields) if field in (*sought, Field.CODE)]
    rest = [at for at, field in enumerate(fields) if field in _BESIDE]
    rows = table.rows
    if isinstance(rows, CertainRows):
        own = [column.own for column in rows.columns]
        for index in range(len(rows)):
            if own[task][index]:
                told = {at: c.text.value for at, cells in enumerate(own) if (c := cells[index])}
                yield _spot(told, (name, task), (leads, rest))
        return
    for row in rows:
        if (task in row.cells or name in row.cells) and not row.total:
            told = {at: cell.text.value for at, cell in row.cells.items()}
            yield _spot(told, (name, task), (leads, rest))


def _spot(
    told: Mapping[int, str], own: tuple[int, int], beside: tuple[Sequence[int], Sequence[int]]
) -> _Spot:
    name, task = own
    printed = told[name].strip() if name in told else None
    lead, other = (tuple(told[at] for at in of if at in told) for of in beside)
    return _Spot(printed, told.get(task, ""), lead, other)


def _named(table: RawTable, task: int, terms: Terms) -> RawTable:
    """Let the column of tasks hold the items, that of the names their themes, and the one goal left the goals."""
    columns = [
        replace(c, field=Field.THEME) if c.field is Field.ITEM else c for c in table.layout.columns
    ]
    was_goal = columns[task].field is Field.GOAL
    columns[task] = replace(columns[task], field=Field.ITEM, sure=True)
    goals = [
        at for at, c in enumerate(columns) if not c.field and Field.GOAL in _claims(c, terms)[:1]
    ]
    if was_goal and len(goals) == 1:
        columns[goals[0]] = replace(columns[goals[0]], field=Field.GOAL)
    layout = replace(table.layout, columns=tuple(columns))
    names = names_of(layout)
    rows = table.rows
    if isinstance(rows, CertainRows):
        return replace(table, layout=layout, rows=rows.renamed(names))
    return replace(table, layout=layout, rows=tuple(rename_row(row, names) for row in rows))
