"""Columns that have one word over them, or one group: what each holds, and which of them is doubted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, pairwise

from shishi.layouts.columns.column import Column
from shishi.layouts.columns.evidence import look_at_column
from shishi.layouts.grids.spread import Rows, group_over, words_of
from shishi.layouts.terms import Terms
from shishi.layouts.words.vocabulary import RESPONSIBLE, is_period
from shishi.records import Field

_DEEP = 2
_MOST_UNITS = 60
_MEANT = (Field.GOAL, Field.PROGRESS)
_UNITS = (Field.LEAD_UNITS, Field.SUPPORT_UNITS, RESPONSIBLE)
_TWINNED = frozenset({*Field} - {Field.CODE, Field.THEME})

Plain = Sequence[Sequence[str]]
"""The words of a grid's rows without white space, spot by spot."""


def doubt_twins(columns: tuple[Column, ...], body: Plain) -> tuple[Column, ...]:
    """Doubt what a column holds beside another with the same words over it: nothing says which is which.

    Where one of them is blank, the other is the one; two that name who leads and who helps are both doubted.
    """
    doubted = dict[int, Column]()
    same = dict[str, list[int]]()
    for at, column in enumerate(columns):
        if column.word and not column.ticked:
            same.setdefault(column.word, []).append(at)
    filled = {i: any(row[i] for row in body) for i in chain(*(t for t in same.values() if t[1:]))}
    for at in filled:
        column = columns[at]
        if column.field not in _TWINNED:
            continue
        twins = [i for i in same[column.word] if i != at and _are_twins(columns[i], column)]
        others = [i for i in twins if filled[i]]
        if others and filled[at]:
            doubted[at] = replace(column, sure=False)
        elif len(others) == 1 and columns[others[0]].field is None:
            doubted |= {at: replace(column, field=None), others[0]: column}
    return tuple(doubted.get(i, c) for i, c in enumerate(columns))


def _are_twins(one: Column, other: Column) -> bool:
    """Tell columns with the same words over them, one of which has no field or both of which name units."""
    alike = replace(one, field=None, sure=True) == replace(other, field=None, sure=True)
    units = one.field in _UNITS and other.field in _UNITS
    return alike and (None in (one.field, other.field) or units)


def fill_beside(
    columns: tuple[Column, ...], header: Rows, body: Plain, *, terms: Terms
) -> tuple[Column, ...]:
    """Let the further columns below a word that spans several have what it says, where cells stand in them.

    What is no list of units is but given the word, so that it is asked which of the columns is meant.
    """
    told = list(columns)
    for at in range(1, len(told)):
        before = told[at - 1]
        own = any(row[at] and row[at] != row[at - 1] for row in body)  # no cell over both
        if before.field not in _TWINNED or not own or not goes_on(header, at):
            continue  # below 项目类别 over two columns stand codes, which nothing names
        listed = before.field in _UNITS
        looks = look_at_column((row[at] for row in body), terms.statuses) if listed else None
        both = looks is not None and looks.units >= _MOST_UNITS
        told[at] = before if both else replace(before, field=None)
        fields = {c.field for c in told}
        if before.field is Field.ITEM and Field.THEME not in fields and _repeats(body, at - 1):
            told[at - 1 : at + 1] = replace(before, field=Field.THEME), before
    return tuple(told)


def _repeats(body: Plain, column: int) -> bool:
    """Tell a column some of whose cells reach over several rows, or are printed again: they gather what is beside."""
    return any(above[column] == row[column] != "" for above, row in pairwise(body))


def share_groups(
    columns: tuple[Column, ...], header: Rows, plain: Plain, *, body: Plain, terms: Terms
) -> tuple[Column, ...]:
    """Let each column of units below 牵头单位 or 配合单位 name them: 市级 and 区级, 部门 and 属地."""
    if len(header) < _DEEP:
        return columns
    shared = list(columns)
    for at, column in enumerate(columns):
        group = group_over(header, at) if column.word and not column.field else None
        over = terms.dialect.guess(words_of(group, header, plain)) if group else None
        if group is None or over is None or over.claims[0][0] not in _UNITS:
            continue
        beside = columns[group.column - 1 : group.column - 1 + group.columns]
        held = {c.field for c in beside if c.field in _UNITS}
        looks = look_at_column((row[at] for row in body), terms.statuses)
        if len(held) == 1 and looks.units >= _MOST_UNITS:
            shared[at] = replace(column, field=held.pop(), sure=True)
    return tuple(shared)


def goes_on(header: Rows, column: int) -> bool:
    """Tell the second column of a header cell that spans several and has nothing below it."""
    return (
        bool(column)
        and header[-1][column] is not None
        and (header[-1][column] is header[-1][column - 1])
    )


def doubt_lost(
    columns: tuple[Column, ...], header: Rows, plain: Plain, *, body: Plain, terms: Terms
) -> tuple[Column, ...]:
    """Let the first filled column of 全年目标 be the goal, in doubt, where nobody knows a word below it: 市定, 区定."""
    told = list(columns)
    for at, column in enumerate(columns):
        group = group_over(header, at) if len(header) >= _DEEP and column.word else None
        over = terms.dialect.guess(words_of(group, header, plain)) if group else None
        name = over.claims[0][0] if over else None
        if group is None or name not in _MEANT or any(c.field == name for c in told):
            continue
        beside = columns[group.column - 1 : group.column - 1 + group.columns]
        unknown = not any(c.field or c.ticked or c.period or is_period(c.word) for c in beside)
        if unknown and any(row[at] for row in body):
            told[at] = replace(column, field=Field(name), sure=False)
    return tuple(told)
