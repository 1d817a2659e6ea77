"""Columns of ticks: a √ under 滞后 says that the status is 滞后, and one under 市级 and another under 区级 both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from shishi.layouts.columns.column import Column
from shishi.layouts.grids.spread import Rows, group_over, words_of
from shishi.layouts.layout import Layout
from shishi.layouts.terms import Terms
from shishi.layouts.words.names.kinds import NO, TICKS, YES
from shishi.layouts.words.names.listing import unit_share
from shishi.layouts.words.names.organizations import load_words
from shishi.layouts.words.notes import load_around_words
from shishi.layouts.words.vocabulary import RESPONSIBLE, is_period
from shishi.places import Text
from shishi.readers.document import Cell
from shishi.records import Field

_NO_MARKS = frozenset("×✗✘☐□○△☆/-—")
_QUESTION = re.compile("[是有]?[否无]|是|有|(?:是否|有无).*")
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


class Ticked(NamedTuple):
    """The field whose value the word over a column of ticks is, and whether it is for sure."""

    field: Field | None
    sure: bool


def find_ticks(
    header: Rows, plain: Sequence[Sequence[str]], body: Sequence[Sequence[str]], *, terms: Terms
) -> Mapping[int, Ticked]:
    """Find the columns that have ticks or nothing, and the field whose value their header words are.

    A group over them says which field; without one, words that are statuses do. A column under a status
    beside them that has other words as well is asked about.
    """
    if all(map((TICKS | {YES}).isdisjoint, body)):
        return {}
    looks = [_look(row[column] for row in body) for column in range(len(header[0]))]
    found: dict[int, Ticked] = {}
    for columns, group in _runs(header, plain, looks, terms=terms):
        words = [plain[-1][c] for c in columns]
        told = any(looks[c] for c in columns) and _are_marks(columns, words, body)
        ticked = _field_of(words, group, terms) if told else None
        if ticked:
            found |= dict.fromkeys(columns, ticked)
    said = {c for c, ticked in found.items() if ticked.field is Field.STATUS}
    beside = {near for c in said for near in (c - 1, c + 1)} - found.keys()
    mixed = [c for c in beside if c < len(looks) and plain[-1][c] in _statuses(terms)]
    return found | dict.fromkeys(mixed, Ticked(Field.STATUS, sure=False))


def with_ticks(columns: tuple[Column, ...], ticks: Mapping[int, Ticked]) -> tuple[Column, ...]:
    """Mark the columns of ticks; where another column says the same, they are only kept as printed."""
    said = {c.field for i, c in enumerate(columns) if i not in ticks}
    return tuple(_ticked(c, ticks[i], said) if i in ticks else c for i, c in enumerate(columns))


def _ticked(column: Column, ticked: Ticked, said: set[Field | None]) -> Column:
    name = ticked.field if ticked.field not in said else None
    return replace(column, field=None, ticked=name, unread=not ticked.sure)


def words_ticked(rows: Rows, layout: Layout) -> Mapping[int, Text]:
    """Give the header words of the columns of ticks, by their columns."""
    lowest = rows[layout.header[1] - 1] if layout.header[1] else []
    ticked = [i for i, c in enumerate(layout.columns) if c.ticked and i < len(lowest)]
    return {i: cell.text for i in ticked if (cell := lowest[i])}


def _look(cells: Iterator[str]) -> bool | None:
    """Tell a column of ticks (True) from a blank one (False) and from any other (None)."""
    told = {cell for cell in cells if cell} - _NO_MARKS
    if told <= {YES, NO}:
        return YES in told
    return bool(told) if told <= TICKS else None


def _are_marks(columns: Sequence[int], words: Sequence[str], body: Sequence[Sequence[str]]) -> bool:
    """Tell ticks from 是 as the answer to its own header: that stands in one column, or below a word that asks."""
    if not any(row[c] in (YES, NO) for row in body for c in columns):
        return True
    return len(columns) > 1 and not any(map(_QUESTION.fullmatch, words))


def _runs(
    header: Rows,
    plain: Sequence[Sequence[str]],
    looks: Sequence[bool | None],
    *,
    terms: Terms,
) -> Iterator[tuple[list[int], str]]:
    """Yield columns beside each other that may hold ticks, with the words of the group over them, if any.

    A blank column without a group whose word is a field's own (备注) is no more of them, and is left out.
    """
    run: list[int] = []
    above: Cell | None = None
    for column in range(len(looks) + 1):
        inside = column < len(looks) and looks[column] is not None and plain[-1][column]
        group = group_over(header, column) if inside else None
        if inside and group is None and not looks[column]:
            inside = "" if _is_of_field(plain[-1][column], terms) else inside
        if run and (not inside or group is not above):
            yield run, words_of(above, header, plain)
            run = []
        if inside:
            run.append(column)
            above = group


def _is_of_field(word: str, terms: Terms) -> bool:
    """Tell a word that names what a column holds, and is no status that may be ticked."""
    meant = terms.dialect.guess(word) if word not in _statuses(terms) else None
    return meant is not None and bool(meant.claims)


def _field_of(words: Sequence[str], group: str, terms: Terms) -> Ticked | None:
    """Say which field words fill that are ticked, and whether for sure; None where they may be anything.

    Words below 进展情况 may be steps that were all taken, and words that ask (是否开工) are no answers.
    """
    if any(len(word) > _LONGEST for word in words):
        return None
    over = terms.dialect.guess(group) if group else None
    name = _SAID.get(over.claims[0][0]) if over and over.claims else None
    if over and Field.STATUS in over.covers:
        name = Field.STATUS
    due = over is not None and over.claims[0][0] == Field.GOAL
    if due or all(map(is_period, words)):
        return Ticked(Field.GOAL if due else None, sure=False)
    if name is Field.LEAD_UNITS and any(unit_share(word) < _ALL for word in words):
        return None
    if name is not Field.STATUS and (name or (group and over)):
        return Ticked(name, sure=True) if name else None
    told = [word in _statuses(terms) for word in words]
    if not group and len(words) == 1 and _asks_status(words[0], terms):
        return Ticked(Field.STATUS, sure=False)
    if name or any(told):
        asks = any(map(_QUESTION.fullmatch, words)) and not group.startswith("是否")
        is_status = over is not None and over.claims[0][0] == Field.STATUS
        return Ticked(Field.STATUS, sure=not asks and (is_status or all(told)))
    levels = all(word in load_words().levels for word in words)
    return Ticked(Field.LEVELS, sure=True) if levels else None


def _asks_status(word: str, terms: Terms) -> bool:
    """Tell a word that asks whether a status holds, which a √ below it answers: 是否完成, 完成情况."""
    meant = terms.dialect.guess(word)
    asks = (Field.PROGRESS, Field.STATUS) if not _QUESTION.fullmatch(word) else (Field.STATUS,)
    return meant is not None and meant.claims[0][0] in asks


def _statuses(terms: Terms) -> frozenset[str]:
    return terms.statuses | load_around_words().statuses
