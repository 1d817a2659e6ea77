"""A column of a project table: what it holds and the word it got that from; columns looked at together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from shishi.layouts.words.vocabulary import (
    is_period,
)
from shishi.records import Field


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the field it fills (None: kept as `other`), and the header word it got it from.

    `starred` marks the half of a shared unit column that holds the ★ leads. `printed` is False for a column that no word
    of the header names (codes such as 1.1), `sure` where the meaning of the word was guessed. `ticked` is the field that
    the word fills where a √ stands below; `unread` where a person is asked for it. `counted`: bare numbers stand below.
    """

    field: Field | None
    word: str = ""
    period: str = ""
    unit: str = ""
    starred: bool = False
    printed: bool = True
    sure: bool = True
    ticked: Field | None = None
    unread: bool = False
    counted: bool = False

    @property
    def is_known(self) -> bool:
        """Whether it is known what the word means: a field's, a tick's, or that of another time (二季度目标, 二季度)."""
        known = self.field is not None or self.ticked is not None
        return not self.unread and (known or bool(self.period) or is_period(self.word))


def count_unnamed(columns: Sequence[Column]) -> int:
    """Count the columns without a field of their own."""
    return sum(c.field is None for c in columns)


def keys_of(columns: Sequence[Column]) -> tuple[str, ...]:
    """Name each column for what a record keeps as `other`: by its word, or by its number without one.

    A word that several columns have is the key of the first that no field has; the others have their
    number behind it. So a key is one column's in every row, whichever of them are blank.

    >>> keys_of([Column(None, "点位"), Column(None), Column(None, "点位")])
    ('点位', 'column 2', '点位 3')
    """
    keys: dict[int, str] = {}
    taken: set[str] = set()
    for index in sorted(range(len(columns)), key=lambda i: columns[i].field is not None):
        word, number = columns[index].word, index + 1
        ways = (word, f"{word} {number}" if word else "", f"column {number}")
        keys[index] = next(key for key in ways if key and key not in taken)
        taken.add(keys[index])
    return tuple(keys[index] for index in range(len(columns)))


def one_a_word(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Take the two halves of a column with ★ for the one column that they are where cells are marked off.

    >>> starred = [Column(Field.LEAD_UNITS, "单位", starred=True), Column(Field.SUPPORT_UNITS, "单位")]
    >>> len(one_a_word(starred))
    1
    """
    starred = {i for i, c in enumerate(columns) if c.starred}
    return tuple(c for i, c in enumerate(columns) if i - 1 not in starred)


def unparted(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Take a column with ★ as one in which a lead may stand anywhere among the units.

    >>> starred = [Column(Field.LEAD_UNITS, "单位", starred=True), Column(Field.SUPPORT_UNITS, "单位")]
    >>> unparted(starred) == (Column(Field.LEAD_UNITS, "单位"),)
    True
    """
    halves = [(None, columns[0]), *pairwise(columns)]
    return tuple(
        replace(c, starred=False)
        for before, c in halves
        if not (before and before.starred and c.field is Field.SUPPORT_UNITS)
    )


def with_star(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Part the column of leading units where ★ marks them and no column beside it holds the others.

    >>> [c.starred for c in with_star((Column(Field.ITEM), Column(Field.LEAD_UNITS)))]
    [False, True, False]
    """
    if any(c.field is Field.SUPPORT_UNITS for c in columns):
        return columns
    parted: list[Column] = []
    for column in columns:
        if column.field is Field.LEAD_UNITS:
            halves = replace(column, starred=True), replace(column, field=Field.SUPPORT_UNITS)
            parted += halves
        else:
            parted.append(column)
    return tuple(parted)


def keeps_order(columns: Sequence[Column], words: Sequence[str]) -> bool:
    """Tell columns whose words, those of one header row, stand in the order of that row.

    >>> keeps_order([Column(None, "乙"), Column(None, "甲")], ["甲", "乙"])
    False
    """
    found = list(dict.fromkeys(c.word for c in columns if c.word in words))
    return found == [w for w in dict.fromkeys(words) if w in found]


def is_project_table(columns: Sequence[Column]) -> bool:
    """Tell a table of projects from other tables: an item, and who does it or how far it is."""
    fields = {c.field for c in columns}
    if Field.ITEM not in fields and Field.THEME not in fields:
        return False
    return len(fields - {None}) >= 3 and bool(
        fields & {Field.LEAD_UNITS, Field.PROGRESS, Field.STATUS, Field.GOAL}
    )


def may_list_projects(columns: Sequence[Column]) -> bool:
    """Tell columns that may be those of a list of projects: an item, and a number or a theme or more of it.

    >>> may_list_projects([Column(Field.CODE), Column(Field.ITEM)]), may_list_projects([Column(Field.ITEM)])
    (True, False)
    """
    fields = {c.field for c in columns if c.sure and c.field}
    return Field.ITEM in fields and len(fields) > 1
