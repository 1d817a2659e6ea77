"""What the blank cells of a glued row may hide: their text may stand in the cells beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.habits import SURE
from shishi.layouts.flows.spreading import Spread
from shishi.layouts.flows.strips.themes import may_hold_theme
from shishi.layouts.flows.strips.unsure.unknowable import Placed
from shishi.records import Field

LESS_SURE = 2
"""So much less a margin counts where nothing at all parts the cells."""
_NO_SENTENCE = {Field.CODE, Field.PERCENT, Field.STATUS, Field.INVESTMENT, Field.SUPPORT_UNITS}
_NO_UNITS = {Field.PERCENT, Field.STATUS, Field.INVESTMENT, Field.LEVELS, Field.GOAL}
"""What no cell of units is asked about for, as it would stand in none."""
_CLEAR = 3 * SURE
"""From this margin on a cell beside an odd blank is no doubt its own, and a blank is one however odd."""
_OF_FEW_KINDS = {Field.STATUS, Field.INVESTMENT, Field.PERCENT, Field.LEADERS, Field.LEVELS}
"""Cells of a few kinds only: one that is like none of them is never seen."""
_OFTEN_BLANK = {Field.SUPPORT_UNITS, Field.REMARK, Field.EXPLANATION}
_NAMES = ("项目", "名称", "实事", "工程")
_FEW_WORDS = 6
"""So long is a cell that says one thing or another, and no sentence, in a column of another kind: 区财政, 续建."""


class Blanks:
    """The blank columns of the rows of one body, given as they were cut.

    `order` says for each column of the strips which of `columns` it is; the last `late` of them stand before the code.
    """

    def __init__(
        self, columns: Sequence[Column], order: Sequence[int], rows: Sequence[Spread], *, late: int
    ) -> None:
        self._order, self._columns = order, columns
        self._fields = [columns[k].field for k in order]
        self._of_columns = [c.field for c in columns]
        counts = {k: sum(k in row.cells for row in rows) for k in range(len(order))}
        often = {k for k in range(len(order) - late) if 2 * counts[k] > len(rows)}
        wordy = {k for k in often if self._fields[k] is None and _is_wordy(k, rows)}
        # What most rows fill: with nothing between cells a blank there is odd.
        self._usual = {k for k in often - wordy if self._fields[k] not in _OFTEN_BLANK}

    def doubtful(self, row: Spread, *, coded: bool, first: bool) -> set[int]:
        """Give the columns left blank that may not be; the first row at least begins a theme.

        In a row without a code of its own what stands before its units belongs to cells merged over it.
        """
        fields = {k: self._fields[k] for k in row.blanks}
        close = {k for k, margin in row.blanks.items() if margin < SURE + LESS_SURE}
        close |= {k for k, name in fields.items() if name is Field.LEAD_UNITS}
        if coded:
            close |= {k for k, name in fields.items() if name is Field.ITEM}
            odd = self._usual & row.blanks.keys()
            close |= {k for k in odd if self._hides(k) or row.blanks[k] < _CLEAR}
        themes = {k for k, name in fields.items() if name is Field.THEME}
        return close | (themes if first else set())

    def _hides(self, k: int) -> bool:
        """Tell a column of a few kinds of cells, or of words that are none of the others'."""
        return self._fields[k] in _OF_FEW_KINDS or (self._fields[k] is None and k in self._usual)

    def beside(self, blanks: set[int], cells: dict[int, Placed]) -> dict[int, Placed]:
        """Doubt the sentences, and the units, beside a blank that should not be one: they may hold its text."""
        doubted = dict(cells)
        for k in blanks:
            column = self._order[k]
            before = max((c for c in cells if c < column), default=None)
            after = min((c for c in cells if c > column), default=None)
            for c in (before, after):
                if c is None or not self._may_hold(self._of_columns[c], k):
                    continue
                cell, offset = doubted[c]
                if cell.margin < _CLEAR or self._hides(k):
                    doubted[c] = (replace(cell, margin=0, rival=k), offset)
        return doubted

    def _may_hold(self, name: Field | None, blank: int) -> bool:
        """Tell whether a cell of this field may hold the text of a blank column."""
        if name is Field.LEAD_UNITS:
            told = self._fields[blank] is not None or self._hides(blank)
            return told and self._fields[blank] not in _NO_UNITS
        return name not in _NO_SENTENCE

    def long_theme(self, cells: dict[int, Placed]) -> dict[int, Placed]:
        """Doubt a theme behind which the column of the projects' names is blank: it may hold the name."""
        for k, (cell, offset) in cells.items():
            named = k + 1 < len(self._columns) and _names_projects(self._columns[k + 1])
            if self._of_columns[k] is Field.THEME and named and k + 1 not in cells:
                rival = self._order.index(k + 1)
                return {**cells, k: (replace(cell, margin=0, rival=rival), offset)}
        return cells

    def with_theme(
        self, cells: dict[int, Placed], body: str, *, opening: bool
    ) -> dict[int, Placed]:
        """Doubt an item that may begin with the theme of its row, which is blank; `opening` as for `may_hold_theme`."""
        if not {Field.THEME, Field.ITEM} <= set(self._of_columns):
            return cells
        theme, item = (self._of_columns.index(name) for name in (Field.THEME, Field.ITEM))
        if theme in cells or item not in cells:
            return cells
        cell, offset = cells[item]
        if not may_hold_theme(body[offset + cell.start : offset + cell.end], opening=opening):
            return cells
        return {**cells, item: (replace(cell, margin=0, rival=self._order.index(theme)), offset)}


def _names_projects(column: Column) -> bool:
    """Tell a column of names beside the one of the projects: 项目名称 where 项目内容 is the item."""
    return column.field is None and column.word.endswith(_NAMES)


def _is_wordy(column: int, rows: Sequence[Spread]) -> bool:
    """Tell a column most of whose cells are sentences."""
    found = (row.cells.get(column) for row in rows)
    lengths = sorted(cell.end - cell.start for cell in found if cell)
    return lengths[len(lengths) // 2] > _FEW_WORDS
