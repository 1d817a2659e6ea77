"""The strips of a table without separators cut into rows and cells: as most tables are, then as this one is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log2

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.habits import SURE
from shishi.layouts.flows.learnt.clauses import Clauses
from shishi.layouts.flows.looks import Look, look_at
from shishi.layouts.flows.spaced.blanks import Blanks
from shishi.layouts.flows.spaced.columns import Head
from shishi.layouts.flows.spaced.learning import Learnt
from shishi.layouts.flows.spreading import Costs, Spread, Stretch, near, spread_rows
from shishi.layouts.flows.strips.pricing import LONG, Row
from shishi.layouts.flows.strips.themes import with_names_as_themes
from shishi.records import Field

_PASSES = 3
_PROSE = frozenset({Field.ITEM, Field.GOAL, Field.PROGRESS, Field.EXPLANATION, Field.REMARK, None})
_BAND, _NARROW_BAND = 24, 10
_ELSEWHERE, _SURELY = -4, 8
_NO_LEAD, _NO_SUPPORT = 12, 2
_NEXT_LINE, _NEXT_ROW, _NEXT_UNCODED = 2, 10, 4
"""What it costs that a row without a code begins on the next line, and in the middle of one, where others have codes or none."""
# What is longer is many rows that nothing tells apart: to cut it would take minutes and say nothing.
LONGEST_STRIP = 900


@dataclass(frozen=True, slots=True)
class CutRow:
    """One row as cut: the strip it stands in, whether it is the first there, where it begins, its cells."""

    strip: int
    first: bool
    start: int
    cut: Spread


class Reading:
    """The strips of one body, cut again and again with what was learnt of their columns.

    `starts` says where each strip begins in the body, `lined` that its rows stand on lines.
    """

    def __init__(
        self,
        rows: Sequence[Row],
        starts: Sequence[int],
        columns: Sequence[Column],
        *,
        lined: bool,
    ) -> None:
        self._rows, self._starts, self._columns, self._lined = rows, starts, columns, lined
        self._heads = [Head(c, k) for k, c in enumerate(columns)]
        self._blanks = Blanks(self._heads)
        self._learnt: Learnt | None = None
        self._clauses = Clauses(len(columns))
        self._looks: dict[str, Look] = {}
        self._skips = [[i for i, c in enumerate(r.text) if c.isspace()] for r in rows]
        coded = any(c.field is Field.CODE for c in columns)
        self._more = _NEXT_LINE if lined else _NEXT_ROW if coded else _NEXT_UNCODED
        nowhere: list[list[Stretch]] = [[] for _ in columns]
        short = [len(row.text) <= LONGEST_STRIP for row in rows]
        self._cells = [
            row.cells(with_names_as_themes(columns)) if fits else nowhere
            for row, fits in zip(rows, short, strict=True)
        ]

    def read(self, passes: int = _PASSES) -> list[list[CutRow]]:
        """Cut every strip into its rows; none for those that nothing cuts."""
        found = first = [self._cut(n) for n in range(len(self._rows))]
        if passes > 1:
            self._cells = [self._near(n) for n in range(len(self._rows))]
        for _ in range(passes - 1):
            self._learn(found)
            found = [self._cut(n) for n in range(len(self._rows))]
        if passes > 1:
            before = _margins(first)
            found = [[_weighed(row, before) for row in rows] for rows in found]
        return found

    def price(self) -> int:
        """Give what the cheapest first reading costs, a strip that nothing cuts a lot."""
        return sum(min(_UNCUT, rows[0].cut.cost) if rows else _UNCUT for rows in self.read(1))

    def _costs(self, number: int) -> Costs:
        row, start = self._rows[number], self._starts[number] - self._starts[0]
        tokens = range(start, start + len(row.text))
        later = range(start + 1, start + len(row.text))
        return Costs(
            self._settled(self._blanks.of(tokens, coded=bool(row.code_end))),
            self._settled(self._blanks.of(later, coded=False)),
            again=dict(self._again(row)),
        )

    def _settled(self, costs: list[int]) -> list[int]:
        """Let units that stand alone in a row lead, however often supporters stand beside the leads."""
        for k, column in enumerate(self._columns):
            if column.field is Field.LEAD_UNITS:
                costs[k] = max(costs[k], _NO_LEAD)
            elif column.field is Field.SUPPORT_UNITS:
                costs[k] = min(costs[k], _NO_SUPPORT)
        return costs

    def _again(self, row: Row) -> Iterator[tuple[int, int]]:
        """Yield where another row may begin, and what that costs."""
        for line in re.finditer("\n", row.text):
            yield line.end(), self._more if self._lined else _NEXT_LINE
        if not self._lined:
            for cut in row.cuts():
                yield cut, self._more

    def _near(self, number: int) -> list[list[Stretch]]:
        return near(
            len(self._rows[number].text),
            self._cells[number],
            costs=self._costs(number),
            skips=self._skips[number],
            band=_BAND if len(self._rows[number].text) <= LONG else _NARROW_BAND,
        )

    def _cut(self, number: int) -> list[CutRow]:
        row = self._rows[number]
        rows = spread_rows(
            len(row.text),
            self._priced(number),
            costs=self._costs(number),
            skips=self._skips[number],
        )
        starts = [min((c.start for c in r.cells.values()), default=0) for r in rows]
        base = self._starts[number]
        return [
            CutRow(number, at == 0, base + start, r)
            for at, (start, r) in enumerate(zip(starts, rows, strict=True))
        ]

    def _priced(self, number: int) -> list[list[Stretch]]:
        if self._learnt is None:
            return self._cells[number]
        row, start = self._rows[number], self._starts[number]
        tokens = range(start, start + len(row.text))
        with self._learnt.without(tokens), self._clauses.without(tokens):
            return [
                [Stretch(s.start, s.end, s.cost + self._habit(row, s, k)) for s in stretches]
                for k, stretches in enumerate(self._cells[number])
            ]

    def _habit(self, row: Row, cell: Stretch, column: int) -> int:
        assert self._learnt
        cost = self._learnt.misfit(column, self._look(row, cell.start, cell.end))
        if self._columns[column].field in _PROSE:
            cost += self._clauses.misfit(column, row.text[cell.start : cell.end])
        return cost

    def _look(self, row: Row, start: int, end: int) -> Look:
        text = row.text[start:end]
        if text not in self._looks:
            self._looks[text] = look_at(text, row.statuses)
        return self._looks[text]

    def _learn(self, found: Sequence[Sequence[CutRow]]) -> None:
        self._learnt = Learnt(len(self._columns))
        self._clauses = Clauses(len(self._columns))
        self._blanks = Blanks(self._heads)
        count = 0
        for cut in (row for rows in found for row in rows):
            row, base = self._rows[cut.strip], self._starts[cut.strip]
            coded = cut.first and bool(row.code_end)
            count += 1
            self._blanks.count(cut.start - self._starts[0], cut.cut, coded=coded)
            for column, cell in cut.cut.cells.items():
                look = self._look(row, cell.start, cell.end)
                sure = cell.margin >= SURE
                self._learnt.add_cell(base + cell.start, column, look, sure=sure)
                if self._columns[column].field in _PROSE:
                    self._clauses.add(base + cell.start, column, look.text, sure=sure)
        share = (count - sum(map(bool, found)) + 0.3) / (count + 3)
        most = _NEXT_LINE + 2 if self._lined else _NEXT_ROW + 4
        self._more = round(
            max(1.0, min(most, log2((1 - share) / share) + (0 if self._lined else 5)))
        )


_UNCUT = 60


def _margins(found: Sequence[Sequence[CutRow]]) -> dict[tuple[int, int, int], int]:
    """Give how sure each cell of a reading is, by its strip and first and last character; blanks by their row's."""
    margins: dict[tuple[int, int, int], int] = {}
    for row in (row for rows in found for row in rows):
        base = row.start - min((c.start for c in row.cut.cells.values()), default=0)
        for column, cell in row.cut.cells.items():
            margins[base + cell.start, base + cell.end, column] = cell.margin
        for column, margin in row.cut.blanks.items():
            margins[row.start, 0, column] = margin
    return margins


def _weighed(row: CutRow, before: Mapping[tuple[int, int, int], int]) -> CutRow:
    """Say how sure a row is by both readings: what the table's own habits say must make up for a doubt.

    A cell that the first reading put elsewhere has to be told by habits alone.
    """
    base = row.start - min((c.start for c in row.cut.cells.values()), default=0)
    cells = {}
    for column, cell in row.cut.cells.items():
        was = before.get((base + cell.start, base + cell.end, column), _ELSEWHERE)
        cells[column] = replace(cell, margin=cell.margin + min(was, _SURELY) - SURE)
    blanks = {
        column: margin + min(before.get((row.start, 0, column), _ELSEWHERE), _SURELY) - SURE
        for column, margin in row.cut.blanks.items()
    }
    return replace(row, cut=Spread(cells, blanks, row.cut.cost))
