"""What the ticks of a row say, by the words over their columns, and what they leave open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from shishi.layouts.cutting import cut
from shishi.layouts.layout import RawRow, RawTable, printed_in
from shishi.layouts.words.names.kinds import TICKS, YES
from shishi.places import Text
from shishi.records import Field

_STAR = "★"
_HALVES = frozenset("☆△○")
"""Marks that say nothing alone, and beside others that somebody helps."""
_TICKS = TICKS | {YES}
_ONE = (Field.STATUS, Field.THEME)
"""A row has one of these."""


class Said(NamedTuple):
    """The words that the ticks of a row say, by field, and the fields of which they do not tell for sure."""

    words: Mapping[Field, Sequence[Text]]
    unsure: Mapping[Field, Sequence[Text]]


def unit_marks(table: RawTable) -> Set[str]:
    """Give the kinds of marks that stand below the units of a table."""
    units = [c for c in table.ticks if table.layout.columns[c].ticked is Field.LEAD_UNITS]
    marks = {printed.strip() for printed in printed_in(table.rows, units)}
    return marks & (TICKS | _HALVES)


def say_ticks(row: RawRow, table: RawTable, marks: Set[str]) -> Said:
    """Say what the ticks of a row stand for; `marks` are those of the units of its table.

    Where units have several kinds of marks, those with ★ lead and those with another mark help; other marks
    of several kinds say of nobody that it leads, and two statuses of one row are none.
    """
    words: dict[Field, list[Text]] = {}
    unsure: dict[Field, list[Text]] = {}
    for column, word in table.ticks.items():
        mark = row.cells[column].text.value.strip() if column in row.cells else ""
        named = table.layout.columns[column]
        name = named.ticked
        if not mark or name is None:
            continue
        told = cut(word, 0, len(word.value.rstrip()))
        if named.unread:
            unsure.setdefault(name, []).append(told)
        elif mark in _TICKS or (mark in _HALVES and name is Field.LEAD_UNITS):
            several = name is Field.LEAD_UNITS and len(marks) > 1
            if several and (_STAR not in marks or marks & _HALVES):
                unsure.setdefault(name, []).append(told)
            elif mark in _TICKS:
                helps = several and mark != _STAR
                words.setdefault(Field.SUPPORT_UNITS if helps else name, []).append(told)
    for name in _ONE:
        if len(words.get(name, ())) > 1:
            unsure[name] = [*unsure.get(name, ()), *words.pop(name)]
    if Field.SUPPORT_UNITS in words and Field.LEAD_UNITS not in words:
        unsure[Field.LEAD_UNITS] = words.pop(Field.SUPPORT_UNITS)
    return Said(words, unsure)
