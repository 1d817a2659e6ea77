"""The stretches of one row that may be a cell of a column, and what each costs to believe."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from shishi.layouts.columns import Column
from shishi.layouts.flows.fit import BLANK, COVERED, IMPOSSIBLE, UNITS, misfit
from shishi.layouts.flows.looks import Look, look_at
from shishi.layouts.flows.strips.anchors import Anchors, find_anchors, is_bare
from shishi.records import Field

_SHORT = frozenset({Field.CODE, Field.STATUS, Field.PERCENT, Field.INVESTMENT, Field.LEVELS})
_MOST_TOKENS = 4
_INNER_SPACE = 6
_INNER_LINE_END = 2
_INNER_SENTENCE = 2
_INNER_NAME = 3
_LISTED = "、,，;；"
_ONCE_A_NAME = 2
_HALF_A_NUMBER = 10
_NO_LEADER = 6
_BREAKS_OFF = re.compile("(?:[0-9]+月|[的和与及为在对将已])$")
"""What no cell ends with: 完成招标,9月."""
_GOES_ON = re.compile("[月日年%个处条家座所套张台部辆户亩吨项件]|公里|平方米|等")
"""What a number goes on with, so that no cell begins with it."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters start to end of a row as a cell of a column, and what that costs."""

    start: int
    end: int
    cost: int


@dataclass(slots=True)
class Row:
    """One row to be cut: its plain text, whether its cells are parted by spaces, and its code's end.

    `known` are people that other rows name as well.
    """

    text: str
    spaced: bool
    code_end: int
    statuses: frozenset[str]
    known: frozenset[str] = frozenset()

    def cells(self, columns: Sequence[Column]) -> list[list[Stretch]]:
        """List for each column the stretches that may be its cell."""
        fields = frozenset(c.field for c in columns)
        make = _Spaced(self) if self.spaced else _Glued(self, fields)
        return [list(make.cells(column)) for column in columns]


class _Looks:
    """The looks of the stretches of one row, each made once."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self._seen: dict[tuple[int, int], Look] = {}

    def at(self, start: int, end: int) -> Look:
        if (start, end) not in self._seen:
            self._seen[start, end] = look_at(self.row.text[start:end], self.row.statuses)
        return self._seen[start, end]

    def code(self) -> Iterator[Stretch]:
        if self.row.code_end:
            yield Stretch(0, self.row.code_end, 0)


class _Spaced(_Looks):
    """Cells parted by single spaces; a sentence may have a space inside, at a price."""

    def cells(self, column: Column) -> Iterator[Stretch]:
        if column.field is Field.CODE:
            yield from self.code()
            return
        tokens = _tokens(self.row.text)
        most = 1 if column.field in _SHORT or column.field is Field.LEADERS else _MOST_TOKENS
        for first, (start, _) in enumerate(tokens):
            if start < self.row.code_end:
                continue
            for count in range(1, min(most, len(tokens) - first) + 1):
                end = tokens[first + count - 1][1]
                joints = pairwise(tokens[first : first + count])
                cost = sum(self._joint(a[1], b[0]) for a, b in joints)
                cost += misfit(self.at(start, end), column)
                if cost < IMPOSSIBLE:
                    yield Stretch(start, end, cost)

    def _joint(self, end: int, start: int) -> int:
        """Give what a space inside a cell costs; a list goes on after 、, a line may end anywhere."""
        if self.row.text[end - 1] in set(_LISTED):
            return 0
        return _INNER_LINE_END if "\n" in self.row.text[end:start] else _INNER_SPACE


def _tokens(text: str) -> list[tuple[int, int]]:
    spans, at = [], 0
    for token in text.split():
        start = text.index(token, at)
        at = start + len(token)
        spans.append((start, at))
    return spans


class _Glued(_Looks):
    """Cells with nothing between them: anchors say where one may begin and end."""

    def __init__(self, row: Row, fields: frozenset[Field | None]) -> None:
        super().__init__(row)
        behind_code = " " * row.code_end + row.text[row.code_end :]
        self.anchors: Anchors = find_anchors(behind_code, row.statuses, fields)
        self.anchors.cuts[row.code_end] = 0
        self._positions = sorted(c for c in self.anchors.cuts if c >= row.code_end)
        self._lists = {c: list(self._lists_from(c)) for c in self.anchors.names}
        self._name_starts = sorted(self.anchors.names)
        self._sentences = sorted(c for c, cost in self.anchors.cuts.items() if not cost)

        self._telling = [
            *self.anchors.remarks,
            *(n for n in self.anchors.numbers if is_bare(row.text, n[1])),
            *(p for p in self.anchors.people if row.text[slice(*p)] in row.known),
        ]

    def cells(self, column: Column) -> Iterator[Stretch]:
        if column.field is Field.CODE:
            yield from self.code()
        elif column.field in UNITS:
            yield from self._units(column)
        elif column.field is Field.LEADERS:
            yield from self._short(self.anchors.people, column)
        elif column.field is Field.STATUS:
            yield from self._short(self.anchors.statuses, column)
        elif column.field in {Field.PERCENT, Field.INVESTMENT}:
            yield from self._short(self.anchors.numbers, column)
        else:
            yield from self._prose(column)

    def _short(self, spans: Sequence[tuple[int, int]], column: Column) -> Iterator[Stretch]:
        for start, end in spans:
            cost = misfit(self.at(start, end), column) + self._ambiguous(start, end, column)
            if start >= self.row.code_end and cost < IMPOSSIBLE:
                yield Stretch(start, end, cost)

    def _ambiguous(self, start: int, end: int, column: Column) -> int:
        text = self.row.text
        if column.field is Field.LEADERS:
            return 0 if text[start:end] in self.row.known else _ONCE_A_NAME
        return 0

    def _units(self, column: Column) -> Iterator[Stretch]:
        for start, lists in self._lists.items():
            for end, cost in lists:
                if start >= self.row.code_end:
                    yield Stretch(start, end, cost + misfit(self.at(start, end), column))

    def _lists_from(self, start: int, depth: int = 0) -> Iterator[tuple[int, int]]:
        """Yield the ends of the lists of names that begin here: a name, or names parted by 、."""
        seen: dict[int, int] = {}
        waiting = [(start, 0)]
        while waiting:
            at, paid = waiting.pop()
            for end, cost in self.anchors.names.get(at, ()):
                total = paid + (cost if at == start else max(0, cost - 1))
                if total >= seen.get(end, IMPOSSIBLE):
                    continue
                seen[end] = total
                if self.row.text[end : end + 1] in set(_LISTED):
                    waiting.append((end + 1, total))
        yield from seen.items()

    def _prose(self, column: Column) -> Iterator[Stretch]:
        cuts, text = self.anchors.cuts, self.row.text
        for a, start in enumerate(self._positions):
            for end in self._positions[a + 1 :]:
                if text[end - 1 : end] in set(_LISTED[:3]) or text[start] in "。;；、,，":
                    continue
                cost = misfit(self.at(start, end), column) + cuts[end] + self._inside(start, end)
                cost += _HALF_A_NUMBER * bool(_GOES_ON.match(text, start))
                cost += _HALF_A_NUMBER * bool(_BREAKS_OFF.search(text, max(start, end - 6), end))
                if cost < IMPOSSIBLE:
                    yield Stretch(start, end, cost)

    def _inside(self, start: int, end: int) -> int:
        """Give what it costs that a sentence's end or a unit's name stands inside a cell of prose."""
        sentences = sum(start < c < end for c in self._sentences)
        names = sum(start < c < end for c in self._name_starts)
        telling = sum(start <= a and b <= end and b - a < end - start for a, b in self._telling)
        return _INNER_SENTENCE * sentences + min(_INNER_NAME * (names + telling), 9)


def blank_costs(columns: Sequence[Column], *, coded: bool, spaced: bool) -> list[int]:
    """Give what a blank cell costs in each column; `coded`: the row prints its own code.

    Without spaces a leader is harder to see, so that a blank there is dearer."""
    costs = [BLANK[c.field] for c in columns]
    fields = [c.field for c in columns]
    if Field.CODE in fields and Field.THEME in fields:
        costs[fields.index(Field.THEME)] = min(2, BLANK[Field.THEME])
    if not spaced and Field.LEADERS in fields:
        costs[fields.index(Field.LEADERS)] = _NO_LEADER
    if not coded:
        costs = [
            min(cost, COVERED.get(f, cost)) if f else cost
            for f, cost in zip(fields, costs, strict=True)
        ]
    return costs
