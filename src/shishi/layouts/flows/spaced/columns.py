"""The columns of a table on lines as they stand in it, and what those without a field may hold."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.fit.costs import BLANK
from shishi.layouts.flows.spaced.kinds import kinds_of_word
from shishi.layouts.words.dialect import Dialect
from shishi.records import Field
from shishi.text.characters import squeeze

NAME = "name"
"""The kind of cells below a word that names projects, where another word has the field of the item."""

_NAME_BLANK = 6
_MEASURE = "measure"
_COUNTED = frozenset({Field.GOAL, Field.PROGRESS})
_COUNTS = frozenset({"number", "percent", "count", "date", "words", "text"})


@dataclass(frozen=True, slots=True)
class Head:
    """One column as it stands in the lines, its number in the layout, and the kinds of its cells.

    `kinds` is empty where a field or nothing at all says what the cells look like.
    """

    column: Column
    number: int
    kinds: frozenset[str] = frozenset()

    @property
    def field(self) -> Field | None:
        """The field that the column fills; None where it is kept as printed."""
        return self.column.field

    @property
    def blank(self) -> int:
        """What a blank cell costs before anything is known of the table."""
        return _NAME_BLANK if NAME in self.kinds else BLANK[self.field]


def heads_of(columns: Sequence[Column], dialect: Dialect) -> list[Head]:
    """Give the columns as they stand in the lines: leads and supporters parted by ★ share one.

    >>> from shishi.layouts.words.dialect import COMMON
    >>> columns = [Column(Field.LEAD_UNITS, "责任单位★", starred=True), Column(Field.SUPPORT_UNITS), Column(None, "项目名称")]
    >>> [(h.number, sorted(h.kinds)) for h in heads_of(columns, COMMON)]
    [(0, []), (2, ['name'])]
    """
    shared = {k + 1 for k, c in enumerate(columns) if c.starred}
    measured = any(_MEASURE in kinds_of_word(c.word) for c in columns if not c.field)
    return [
        Head(c, k, _kinds(c, dialect, measured=measured))
        for k, c in enumerate(columns)
        if k not in shared
    ]


def behind_stars(heads: Sequence[Head], doubted: Collection[int]) -> set[int]:
    """Give the numbers of the columns of supporters that share with leads a column of these, by its place in `heads`.

    >>> heads = [Head(Column(Field.ITEM), 0), Head(Column(Field.LEAD_UNITS, starred=True), 1), Head(Column(Field.PROGRESS), 3)]
    >>> behind_stars(heads, {0, 1}), behind_stars(heads, {0, 2})
    ({2}, set())
    """
    return {heads[k].number + 1 for k in doubted if heads[k].column.starred}


def _kinds(column: Column, dialect: Dialect, *, measured: bool) -> frozenset[str]:
    """Give the kinds of a column's cells; `measured`: another names the unit of what is planned and done."""
    if column.field:
        counted = measured and column.field in _COUNTED
        return _COUNTS if counted else frozenset()
    return frozenset({NAME}) if _names(column, dialect) else kinds_of_word(column.word)


def _names(column: Column, dialect: Dialect) -> bool:
    """Tell a word that may head the items themselves: 项目名称 beside 建设内容."""
    word = dialect.guess(squeeze(column.word))
    return word is not None and word.claims[0][0] == Field.ITEM


def more_readings(
    readings: Sequence[tuple[Column, ...]], dialect: Dialect, *, starred: bool, headed: bool
) -> Iterator[tuple[Column, ...]]:
    """Yield the readings of a header, and each again in the ways that no header word says.

    Where headings between the rows give the theme, a word like 项目名称 only names the projects (`headed`: lines
    may be such). `starred`: there are stars in the rows, which tell leads from supporters where only one column holds units.
    """
    for columns in readings:
        yield columns
        if starred and (changed := _starred(columns)) != columns:
            yield changed
        changed = tuple(
            replace(c, field=None) if c.field is Field.THEME and _names(c, dialect) else c
            for c in columns
        )
        if headed and changed != columns:
            yield changed


def _starred(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    if any(c.field is Field.SUPPORT_UNITS for c in columns):
        return columns
    halves = ((c, replace(c, field=Field.SUPPORT_UNITS)) for c in columns)
    return tuple(
        half
        for lead, support in halves
        for half in (
            (replace(lead, starred=True), support) if lead.field is Field.LEAD_UNITS else (lead,)
        )
    )
