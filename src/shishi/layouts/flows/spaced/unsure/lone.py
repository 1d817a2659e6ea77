"""Units that begin a line: the next name of the list above, or the lead of a row that shares all else with the one above.

Where each name of a list has a line of its own, nothing parts its last name from the units of such a row.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from shishi.layouts.flows.fit.costs import UNITS
from shishi.layouts.flows.habits import SURE
from shishi.layouts.flows.spaced.columns import Head
from shishi.layouts.flows.spaced.rows import Strip
from shishi.layouts.flows.spaced.tokens import Body
from shishi.layouts.flows.spreading import Spread
from shishi.records import Field

_FEW = 2


class LoneUnits:
    """The units of one table that begin a line, by the rows they were read in.

    `always` are the columns that hardly a row leaves blank: a row that would lack one of them is none.
    """

    def __init__(
        self,
        body: Body,
        heads: Sequence[Head],
        strips: Sequence[Strip],
        *,
        always: Collection[int],
    ) -> None:
        self._body, self._heads, self._strips, self._always = body, heads, strips, always
        self._open = dict[int, set[int]]()
        listed = self._lists_on_one_line()
        for number, (above, below) in enumerate(pairwise(strips)):
            columns = None if listed else self._go_on(above, below)
            if columns := columns or self._lead_on(above, below):
                self._open.setdefault(number, set()).update(columns[:-1])
                self._open.setdefault(number + 1, set()).add(columns[-1])

    def doubting(self, number: int, found: Spread) -> Spread:
        """Doubt the cells of a row (from 0) whose units may be another row's, or whose own another row may hold."""
        cells = dict(found.cells)
        for k in self._open.get(number, set()) & cells.keys():
            cells[k] = replace(cells[k], margin=min(cells[k].margin, SURE - 1), rival=k)
        for k, _ in self._within(self._strips[number].first, found):
            rival = k if self._heads[k].field in UNITS else self._lead(k)
            cells[k] = replace(cells[k], margin=min(cells[k].margin, SURE - 1), rival=rival)
        return Spread(cells, found.blanks)

    def maybe_rows(self) -> Iterator[str]:
        """Yield the units within a row that may lead one of their own."""
        for strip in self._strips if self._leads() else ():
            for _, token in self._within(strip.first, strip.cut) if strip.cut else ():
                yield self._body.tokens[token].plain
            yield from self._below_leads(strip)

    def _below_leads(self, strip: Strip) -> Iterator[str]:
        """Yield the supporters on a line of their own in a row of nothing but units: they may lead the next one."""
        cells = strip.cut.cells if strip.cut and not strip.coded else {}
        if any(self._heads[k].field not in UNITS for k in cells):
            return
        for cell in [cells[k] for k in sorted(cells)][1:]:
            token = strip.first + cell.start
            if self._is_lone(token):
                yield self._body.tokens[token].plain

    def _within(self, first: int, found: Spread) -> Iterator[tuple[int, int]]:
        """Yield column and token of the units that begin a line within a cell.

        Not where the row above would then lack what stands in every row, or the name lacks its star.
        """
        for k, cell in found.cells.items():
            units = self._heads[k].field in UNITS
            if units and (
                self._heads[k].column.starred
                or any(c > k for c in self._always if c in found.cells)
            ):
                continue
            for token in range(first + cell.start + 1, first + cell.end):
                if self._parts(token) if units else self._is_lone(token):
                    yield k, token

    def _parts(self, token: int) -> bool:
        return self._body.parts_names(token, at_line_end=True)

    def _is_lone(self, token: int) -> bool:
        """Tell a whole unit alone on its line, behind what is no list."""
        line = self._body.lines[self._body.tokens[token].line]
        whole = self._body.looks(token, token + 1)[0].units == 100
        return len(line) == 1 and whole and not self._body.opens_name(token - 1)

    def _go_on(self, above: Strip, below: Strip) -> tuple[int, ...] | None:
        """Give the columns of two rows of which the second may go on with the units that the first one ends with."""
        if below.coded or not (above.cut and below.cut):
            return None
        last, first = max(above.cut.cells), min(below.cut.cells)
        for k in (last, first):
            if self._heads[k].field not in UNITS or self._heads[k].column.starred:
                return None
        between = self._body.tokens[below.first].line - self._body.tokens[below.first - 1].line
        return (last, first) if between == 1 and self._parts(below.first) else None

    def _lead_on(self, above: Strip, below: Strip) -> tuple[int, ...] | None:
        """Give the columns of two rows of which the second is a star and its units: the first row's leads may go on there."""
        if below.coded or not (above.cut and below.cut) or len(below.cut.cells) > 1:
            return None
        (first,) = below.cut.cells
        last = max(above.cut.cells)
        starred = self._heads[first].column.starred and self._body.is_starred(below.first)
        return (first, last, first) if starred and first in above.cut.cells else None

    def _lists_on_one_line(self) -> bool:
        """Tell a table that prints the units of a cell on one line, with commas between."""
        listed = 0
        for strip in self._strips:
            for k, cell in strip.cut.cells.items() if strip.cut else ():
                if self._heads[k].field in UNITS:
                    tokens = self._body.tokens[strip.first + cell.start : strip.first + cell.end]
                    listed += any("、" in token.plain for token in tokens)
        return listed >= _FEW

    def _leads(self) -> list[int]:
        return [k for k, head in enumerate(self._heads) if head.field is Field.LEAD_UNITS]

    def _lead(self, otherwise: int) -> int:
        return next(iter(self._leads()), otherwise)
