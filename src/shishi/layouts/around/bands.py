"""Rows that are one cell: whether they name the leader of the rows below, or what those are about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from shishi.layouts.layout import RawTable
from shishi.layouts.words.names import is_person
from shishi.places import Text
from shishi.records import Field

_MAY_BE_WORDS = 2


def name_people(bands: Iterable[str]) -> bool:
    """Tell rows of one cell, plain, that all name people.

    Names of two characters may be words (平安), so that one of them must be longer.

    >>> name_people(["欧阳岚", "方朔"]), name_people(["平安", "康养"])
    (True, False)
    """
    bands = list(bands)
    return any(len(name) > _MAY_BE_WORDS for name in bands) and all(map(is_person, bands))


def agree_on_bands(tables: Sequence[RawTable]) -> list[RawTable]:
    """Take what looks like people over the rows of one table for themes where other tables have themes there.

    A page prints its header again and again; what stands alone below one of them is what stands below
    the others. So only among tables with the same columns.
    """
    if not any(table.people for table in tables):
        return list(tables)
    themed = {_fields(t) for t in tables if not t.people and _has_themes(t)}
    return [_as_themes(t) if t.people and _fields(t) in themed else t for t in tables]


def _fields(table: RawTable) -> tuple[Field | None, ...]:
    return tuple(c.field for c in table.layout.columns)


def _has_themes(table: RawTable) -> bool:
    return any(Field.THEME in row.given and Field.LEADERS not in row.given for row in table.rows)


def _as_themes(table: RawTable) -> RawTable:
    rows = tuple(row._replace(given=_as_theme(row.given)) for row in table.rows)
    return replace(table, rows=rows, last=_as_theme(table.last or {}))


def _as_theme(given: Mapping[Field, Text]) -> Mapping[Field, Text]:
    name = given.get(Field.LEADERS)
    rest: dict[Field, Text] = {k: v for k, v in given.items() if k is not Field.LEADERS}
    return {**rest, Field.THEME: name} if name else rest
