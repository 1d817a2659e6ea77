"""Columns of tables in running text whose word nobody knows: guessed by their cells, and asked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shishi.layouts.columns.column import Column
from shishi.layouts.columns.evidence import ColumnLook, guess_word, load_reported, look_at_column
from shishi.layouts.layout import RawTable, Shape, placed_in
from shishi.layouts.terms import Terms
from shishi.layouts.words.vocabulary import OTHER, HeaderWord
from shishi.records import Field
from shishi.text.characters import squeeze

_MOST = 60
_MERE_TEXT = frozenset({Field.ITEM, Field.GOAL})
"""What any text may be: no guess gives a column to them."""


def guess_columns(table: RawTable, terms: Terms) -> RawTable:
    """Give a column whose word nobody knows the field that its cells look like, where no other has it.

    Else the leads of every row would be lost under a word that the district alone has.
    """
    columns = list(table.layout.columns)
    for index, column in enumerate(columns):
        if column.field is Field.PROGRESS and column.word in load_reported():
            told = _look(table, index, terms).reports >= _MOST
            columns[index] = replace(column, sure=column.sure and told)
        if column.field or column.ticked or column.unread or not column.word:
            continue
        if terms.dialect.guess(squeeze(column.word)) is None:
            taken = {c.field for c in columns}
            field = _field_of(table, index, taken - {None}, terms=terms)
            columns[index] = replace(column, field=field, sure=False) if field else column
    if columns == list(table.layout.columns):
        return table
    return _renamed(table, columns)


def _field_of(
    table: RawTable, index: int, taken: set[Field | None], *, terms: Terms
) -> Field | None:
    word = table.layout.columns[index].word
    look = _look(table, index, terms)
    claims = guess_word(HeaderWord(word, word, ((OTHER, 5),)), look).claims
    names = [Field(name) for name, _ in claims if name != OTHER]
    part = table.layout.shape is Shape.LABELLED and Field.STATUS in names
    if part or _MERE_TEXT.intersection(names):  # 二期工程:在建 is the status of a part alone
        return None
    return next((name for name in names if name not in taken), None)


def _look(table: RawTable, index: int, terms: Terms) -> ColumnLook:
    cells = (row.cells[index].text.value for row in table.rows if index in row.cells)
    return look_at_column(map(terms.plain, cells), terms.statuses)


def _renamed(table: RawTable, columns: Sequence[Column]) -> RawTable:
    layout = replace(table.layout, columns=tuple(columns))
    rows = [
        row._replace(
            cells={
                k: cell._replace(text=placed_in(cell.text, layout, number, column=k))
                for k, cell in row.cells.items()
            }
        )
        for number, row in enumerate(table.rows, 1)
    ]
    return replace(table, layout=layout, rows=tuple(rows))


def share_guesses(tables: Sequence[RawTable]) -> list[RawTable]:
    """Give columns guessed in one table their field in the others of the same header, of which few rows may tell nothing."""
    told: dict[tuple[str, ...], Sequence[Column]] = {}
    for table in sorted(tables, key=lambda t: -len(t.rows)):
        if any(_is_guessed(column) for column in table.layout.columns):
            told.setdefault(_words(table), table.layout.columns)
    shared = []
    for table in tables:
        own, model = table.layout.columns, told.get(_words(table), ())
        taken = {c.field for c in own} - {None}
        columns = (
            [
                replace(column, field=like.field, sure=False)
                if _is_open(column) and _is_guessed(like) and like.field not in taken
                else column
                for column, like in zip(own, model, strict=True)
            ]
            if model
            else list(own)
        )
        shared.append(table if columns == list(own) else _renamed(table, columns))
    return shared


def _is_open(column: Column) -> bool:
    return not (column.field or column.ticked or column.unread)


def _is_guessed(column: Column) -> bool:
    return column.field is not None and not column.sure


def _words(table: RawTable) -> tuple[str, ...]:
    return tuple(squeeze(column.word) for column in table.layout.columns)
