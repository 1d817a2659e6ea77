"""What the blank cells of a glued row may hide: their text may stand in the cells beside them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.fit.costs import UNITS
from shishi.layouts.flows.habits import SURE
from shishi.layouts.flows.spreading import CutCell, Spread
from shishi.layouts.flows.strips.themes import may_hold_theme, names_projects
from shishi.layouts.flows.strips.unsure.evidence import Evidence, opens_with_units
from shishi.layouts.flows.strips.unsure.unknowable import Placed
from shishi.layouts.flows.strips.words.tails import may_end_prose
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
_ASKED = {Field.LEAD_UNITS, Field.ITEM, Field.THEME}
"""What a row should have, or the ones below it: a blank there is asked about whatever stands beside it."""
_OFTEN_BLANK = {Field.SUPPORT_UNITS, Field.REMARK, Field.EXPLANATION}
_REPORTS = {Field.ITEM, Field.GOAL, Field.PROGRESS, Field.EXPLANATION}
_FEW_WORDS = 6
"""So long is a cell that says one thing or another, and no sentence, in a column of another kind: 区财政, 续建."""


class Blanks:
    """The blank columns of the rows of one body, given as they were cut.

    `order` says for each column of the strips which of `columns` it is; the last `late` of them stand before the code.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        order: Sequence[int],
        rows: Sequence[tuple[Spread, int]],
        *,
        body: str,
        late: int,
    ) -> None:
        self._order, self._columns, self._body = order, columns, body
        self._fields = [columns[k].field for k in order]
        self._of_columns = [c.field for c in columns]
        self._evidence = Evidence(_texts(body, rows, order), self._of_columns)
        cut = [row for row, _ in rows]
        counts = {k: sum(k in row.cells for row in cut) for k in range(len(order))}
        often = {k for k in range(len(order) - late) if 2 * counts[k] > len(cut)}
        wordy = {k for k in often if self._fields[k] is None and _is_wordy(k, cut)}
        # What most rows fill: with nothing between cells a blank there is odd.
        self._usual = {k for k in often - wordy if self._fields[k] not in _OFTEN_BLANK}

    def doubtful(
        self,
        row: Spread,
        cells: Mapping[int, Placed],
        given: Collection[Field] = (),
        *,
        coded: bool,
        first: bool,
    ) -> set[int]:
        """Give the columns left blank that may not be; the first row at least begins a theme.

        What a heading has `given` the row stands in none of its cells, nor does a theme in an item that can
        hold none. In a row without a code of its own what stands before its units belongs to cells merged over it.
        """
        fields = {k: self._fields[k] for k in row.blanks}
        close = {k for k, margin in row.blanks.items() if margin < SURE + LESS_SURE}
        close |= {k for k, name in fields.items() if name is Field.LEAD_UNITS}
        if coded:
            close |= {k for k, name in fields.items() if name is Field.ITEM}
            odd = self._usual & row.blanks.keys()
            close |= {k for k in odd if self._hides(k) or row.blanks[k] < _CLEAR}
        close |= {k for k in fields if self._begins_with_units(k, cells)}
        themes = {k for k, name in fields.items() if name is Field.THEME}
        headed = {k for k, n in fields.items() if n in given and not self._is_printed(k)}
        clear = set() if self._may_hold_theme(cells) else themes
        clear |= {k for k in close if fields[k] not in _ASKED and self._is_clear(k, cells)}
        return (close - clear | (themes if first else set())) - headed

    def _is_printed(self, k: int) -> bool:
        return self._columns[self._order[k]].printed

    def _may_hold_theme(self, cells: Mapping[int, Placed]) -> bool:
        """Tell a row whose theme may stand in a cell: before its item, or anywhere if it has none."""
        if Field.THEME not in self._of_columns:
            return True
        theme = self._of_columns.index(Field.THEME)
        items = (k for k in cells if self._of_columns[k] is Field.ITEM and k > theme)
        item = next(items, None)
        return item is None or not self._clears(item, theme, cells)

    def _is_clear(self, k: int, cells: Mapping[int, Placed]) -> bool:
        """Tell a blank column whose text neither of the cells beside it can hold."""
        column = self._order[k]
        before = max((c for c in cells if c < column), default=None)
        after = min((c for c in cells if c > column), default=None)
        beside = [c for c in (before, after) if c is not None]
        return bool(beside) and all(
            self._of_columns[c] is Field.CODE or self._clears(c, column, cells) for c in beside
        )

    def _clears(self, column: int, blank: int, cells: Mapping[int, Placed]) -> bool:
        """Tell a cell that holds nothing of a blank column; in a row without its item much may be amiss."""
        if Field.ITEM not in {self._of_columns[c] for c in cells}:
            return False
        return self._evidence.clears(self._said(cells[column]), column, blank, filled=cells.keys())

    def _begins_with_units(self, k: int, cells: Mapping[int, Placed]) -> bool:
        """Tell a blank column of units before a sentence that begins with some."""
        after = min((c for c in cells if c > self._order[k]), default=None)
        if after is None or self._fields[k] not in UNITS:
            return False
        told = self._of_columns[after] not in _NO_SENTENCE | UNITS
        return told and opens_with_units(self._said(cells[after]))

    def _said(self, placed: Placed) -> str:
        cell, offset = placed
        return self._body[offset + cell.start : offset + cell.end]

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
                if self._clears(c, column, cells):
                    continue
                if cell.margin < _CLEAR or self._hides(k):
                    doubted[c] = (replace(cell, margin=0, rival=k), offset)
        return doubted

    def _may_hold(self, name: Field | None, blank: int) -> bool:
        """Tell whether a cell of this field may hold the text of a blank column."""
        if name is Field.LEAD_UNITS:
            told = self._fields[blank] is not None or self._hides(blank)
            return told and self._fields[blank] not in _NO_UNITS
        return name not in _NO_SENTENCE

    def asking_tails(
        self, cells: dict[int, Placed], short: frozenset[str], asked: set[str]
    ) -> dict[int, Placed]:
        """Doubt a remark that comes again and could as well end the report before it, once a page each: 推进顺利."""
        doubted = dict(cells)
        reports = {
            offset + cell.end: (k, self._said(cells[k]))
            for k, (cell, offset) in cells.items()
            if self._of_columns[k] in _REPORTS
        }
        for k, (cell, offset) in cells.items():
            said = self._said(cells[k])
            before, report = reports.get(offset + cell.start, (k, ""))
            again = said in short - asked and self._of_columns[k] is Field.REMARK
            if again and report and may_end_prose(said, report):
                asked.add(said)
                rival = self._order.index(before)
                doubted[k] = replace(cell, margin=min(cell.margin, SURE - 1), rival=rival), offset
        return doubted

    def running_on(self, cells: dict[int, Placed], *, opening: bool | None) -> dict[int, Placed]:
        """Doubt names that may hold two with nothing between them: theme and project, leader and unit.

        `opening` is as for `may_hold_theme`, None in a row that shares the theme of the one above.
        """
        doubted = self._with_leader(self._long_theme(cells))
        if opening is None:
            return doubted
        return self._with_theme(self._with_name(doubted), opening=opening)

    def _long_theme(self, cells: dict[int, Placed]) -> dict[int, Placed]:
        """Doubt a theme behind which the column of the projects' names is blank: it may hold the name."""
        for k, (cell, offset) in cells.items():
            named = k + 1 < len(self._columns) and names_projects(self._columns[k + 1])
            if self._of_columns[k] is Field.THEME and named and k + 1 not in cells:
                rival = self._order.index(k + 1)
                return {**cells, k: (replace(cell, margin=0, rival=rival), offset)}
        return cells

    def _with_name(self, cells: dict[int, Placed]) -> dict[int, Placed]:
        """Doubt an item before which the column of its name is blank: it may hold both."""
        for k, (cell, offset) in cells.items():
            named = k > 0 and names_projects(self._columns[k - 1])
            if self._of_columns[k] is Field.ITEM and named and k - 1 not in cells:
                rival = self._order.index(k - 1)
                return {**cells, k: (replace(cell, margin=0, rival=rival), offset)}
        return cells

    def _with_leader(self, cells: dict[int, Placed]) -> dict[int, Placed]:
        """Doubt units that begin with a leader of other rows: nothing parts the two."""
        if Field.LEADERS not in self._of_columns:
            return cells
        rival = self._order.index(self._of_columns.index(Field.LEADERS))
        told = {k for k in cells if self._of_columns[k] in UNITS}
        doubted = {k for k in told if self._evidence.begins_with_leader(self._said(cells[k]))}
        return cells | {
            k: (replace(cells[k][0], margin=0, rival=rival), cells[k][1]) for k in doubted
        }

    def _with_theme(self, cells: dict[int, Placed], *, opening: bool) -> dict[int, Placed]:
        """Doubt an item that may begin with the theme of its row, which is blank; `opening` as for `may_hold_theme`."""
        if not {Field.THEME, Field.ITEM} <= set(self._of_columns):
            return cells
        theme, item = (self._of_columns.index(name) for name in (Field.THEME, Field.ITEM))
        if theme in cells or item not in cells:
            return cells
        cell, offset = cells[item]
        said = self._said(cells[item])
        begins_so = self._columns[theme].printed and self._evidence.begins_with_theme(said)
        if not begins_so and not may_hold_theme(said, opening=opening):
            return cells
        return {**cells, item: (replace(cell, margin=0, rival=self._order.index(theme)), offset)}


def _texts(body: str, rows: Sequence[tuple[Spread, int]], order: Sequence[int]) -> list[list[str]]:
    """Give what the rows were cut for each of the columns."""
    texts: list[list[str]] = [[] for _ in order]
    for row, offset in rows:
        for k, cell in row.cells.items():
            texts[order[k]].append(body[offset + cell.start : offset + cell.end])
    return texts


def _is_wordy(column: int, rows: Sequence[Spread]) -> bool:
    """Tell a column most of whose cells are sentences."""
    found = (row.cells.get(column) for row in rows)
    lengths = sorted(cell.end - cell.start for cell in found if cell)
    return lengths[len(lengths) // 2] > _FEW_WORDS


def behind_last(
    late: Mapping[int, tuple[CutCell, int]], columns: Sequence[Column], body: str
) -> list[str]:
    """Give the item that stands behind the last code where codes stand last: its own was lost, or ends the page."""
    items = (pair for k, pair in late.items() if columns[k].field is Field.ITEM)
    return [body[at + cell.start : at + cell.end] for cell, at in items]
