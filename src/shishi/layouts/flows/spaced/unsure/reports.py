"""A goal and a report of which a row has but one: on a line nothing says which, unless its words do.

Where a table's reports say what is done, and its goals do not, a text that is worded as those of the other column may
be one of them: its own cell was blank, and a blank cell leaves no trace on a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shishi.layouts.flows.fit.wording import DONE_WORDS
from shishi.layouts.flows.habits import SURE
from shishi.layouts.flows.spaced.columns import Head
from shishi.layouts.flows.spaced.rows import Strip
from shishi.layouts.flows.spaced.tokens import Body
from shishi.layouts.flows.spreading import Spread
from shishi.records import Field

_FEWEST_ROWS, _FEW = 4, 8


class LoneReports:
    """The goals and reports of one table whose rows have both of them beside each other, but for some."""

    def __init__(self, body: Body, heads: Sequence[Head], strips: Sequence[Strip]) -> None:
        self._body = body
        fields = [head.field for head in heads]
        self._done: dict[int, bool] = {}  # by column, whether its cells say what is done
        if Field.GOAL in fields and Field.PROGRESS in fields:
            goal, report = fields.index(Field.GOAL), fields.index(Field.PROGRESS)
            if abs(goal - report) == 1 and self._are_told(strips, goal, report):
                self._done = {goal: False, report: True}

    def doubting(self, strip: Strip, found: Spread) -> Spread:
        """Doubt the one of both that a row has where it is worded as the other column's cells are."""
        own = self._done.keys() & found.cells.keys()
        if len(own) != 1:
            return found
        [column] = own
        if self._is_done(strip, found, column) is self._done[column]:
            return found
        [other] = self._done.keys() - own
        cell = found.cells[column]
        doubted = replace(cell, margin=min(cell.margin, SURE - 1), rival=other)
        blanks = {**found.blanks, other: min(found.blanks.get(other, 0), SURE - 1)}
        return Spread({**found.cells, column: doubted}, blanks)

    def _are_told(self, strips: Sequence[Strip], goal: int, report: int) -> bool:
        """Tell columns one of which says what is done, and the other one hardly ever does."""
        both = [(s, s.cut) for s in strips if s.cut and {goal, report} <= s.cut.cells.keys()]
        odd = sum(not self._is_done(strip, cut, report) for strip, cut in both)
        odd += sum(self._is_done(strip, cut, goal) for strip, cut in both)
        return len(both) >= _FEWEST_ROWS and _FEW * odd <= len(both)

    def _is_done(self, strip: Strip, found: Spread, column: int) -> bool:
        cell = found.cells[column]
        tokens = self._body.tokens[strip.first + cell.start : strip.first + cell.end]
        return DONE_WORDS.search("".join(token.plain for token in tokens)) is not None
