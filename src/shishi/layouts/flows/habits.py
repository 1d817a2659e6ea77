"""Habits of one table: where it leaves cells blank, and on which lines it prints units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from operator import add

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.fit.costs import UNITS, blank
from shishi.layouts.flows.learnt.likeness import unlikeness
from shishi.layouts.flows.learnt.merging import (
    Merging,
    Row,
    code_of,
    cost_of_blank,
    learn_merging,
    usual_merging,
)
from shishi.layouts.flows.learnt.repeated import strangeness
from shishi.layouts.flows.looks import Look
from shishi.records import Field

SURE = 4
"""From this margin on a cell counts as surely read: one clear piece of evidence (see fit)."""

_ENOUGH_ROWS = 4
_THEME_MERGED = 2
_ENOUGH_TRACES = 6
_SEEN_TRACES = 2
_SEEN_LISTS = 2
_SELDOM = 12
"""A cell that goes on in one of so many rows is no habit."""
_MISSES = 8
"""Of so many cells without text at most one may lack the trace that a reading supposes."""


class Traces(StrEnum):
    """Which cells without text leave a blank line or an empty paragraph on a page, without fail."""

    UNSURE = "unsure"
    BLANKS = "blanks"  # blank cells, and merged ones not
    ALL = "all"


class Lines(StrEnum):
    """How many lines the units of a cell are printed on."""

    ONE = "one"
    EACH = "each"  # one a unit


@dataclass(frozen=True, slots=True)
class Habits:
    """What a blank cell costs in each column, on which lines units stand (None: nobody knows), and traces.

    `unlike` is what it costs each grain to be worded otherwise than the cells of a column (see likeness),
    `repeated` are those whose words stand in one column of other rows.
    """

    blank: tuple[int, ...]
    merging: Merging
    lines: Lines | None = None
    traces: Traces = Traces.UNSURE
    unlike: tuple[tuple[int, ...], ...] = ()
    repeated: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Step:
    """Where one paragraph was put: its column, whether it begins a row, continues a cell, and how sure.

    `margin` is what the next-best reading would cost more and `rival` the column it puts the paragraph
    in; the same column where it would put a cell's end before it, or none.
    """

    column: int
    new_row: bool
    continues: bool
    margin: int
    rival: int | None


def usual(columns: Sequence[Column], *, own_items: bool = False) -> Habits:
    """Give the habits of most tables; `own_items`: each row under a code has an item of its own."""
    costs = list(map(blank, columns))
    fields = [c.field for c in columns]
    if Field.CODE in fields and Field.THEME in fields[fields.index(Field.CODE) :]:
        costs[fields.index(Field.THEME)] = _THEME_MERGED  # merged over several numbered rows
    return Habits(tuple(costs), usual_merging(columns, costs, own_items=own_items))


def blanks_of(
    columns: Sequence[Column], *, rows: int, filled: Mapping[int, int], own_items: bool = False
) -> Habits:
    """Give the habits of a table of so many rows, of whose columns so many cells are filled.

    Blanks are dearer in columns that are never blank, cheaper where they often are. A few rows make no
    habit. Columns that `filled` does not name stay as usual. `own_items`: see usual.
    """
    costs = list(usual(columns).blank)
    for column, count in filled.items() if rows >= _ENOUGH_ROWS else ():
        if columns[column].field is not Field.THEME:  # merged as often as its groups are long
            costs[column] = max(0, cost_of_blank(costs[column], rows - count, count))
    return Habits(tuple(costs), usual_merging(columns, costs, own_items=own_items))


def habits_of(
    columns: Sequence[Column],
    looks: Sequence[Look],
    steps: Sequence[Step],
    *,
    traces: Traces = Traces.UNSURE,
    own_items: bool = False,
) -> Habits:
    """Learn a table's habits from a first reading of it; `traces` and `own_items` are what that supposed."""
    rows, code = _rows_of(steps, looks), code_of(columns)
    whole = [row for row in rows if not row.goes_on(code)]
    filled = {c: sum(c in row.columns for row in whole) for c in range(len(columns))}
    learnt = blanks_of(columns, rows=len(whole), filled=filled, own_items=own_items)
    places = [s.column for s in steps]
    sure = [s.margin >= SURE and not s.continues for s in steps]
    strange = strangeness(looks, places, sure, width=len(columns))
    worded = unlikeness(columns, looks, places)
    return Habits(
        learnt.blank,
        learn_merging(columns, rows, _merged_as_usual(columns, learnt, own_items=own_items)),
        _lines_of(columns, looks, steps),
        traces,
        tuple(tuple(map(add, a, b)) for a, b in zip(strange, worded, strict=True)),
        frozenset(t for t, costs in enumerate(zip(*strange, strict=True)) if any(costs)),
    )


def _merged_as_usual(columns: Sequence[Column], learnt: Habits, *, own_items: bool) -> Merging:
    """Give what merged cells cost: that no row with a code leaves a cell blank says nothing of rows that go on.

    Those have the cell above, whatever it holds; only a cell that is often blank is cheaper there, too.
    """
    code = code_of(columns)
    if code is None:
        return learnt.merging
    most = usual(columns, own_items=own_items).merging.covered
    least = map(min, most[code + 1 :], learnt.merging.covered[code + 1 :])
    return replace(learnt.merging, covered=(*learnt.merging.covered[: code + 1], *least))


def _rows_of(steps: Sequence[Step], looks: Sequence[Look]) -> list[Row]:
    starts = [i for i, s in enumerate(steps) if s.new_row]
    return [
        Row(
            tuple(s.column for s, k in zip(steps[a:b], looks[a:b], strict=True) if k.text)
            or (steps[a].column,)
        )
        for a, b in zip(starts, [*starts[1:], len(steps)], strict=True)
    ]


def cells_before(columns: Sequence[Column]) -> list[int]:
    """Count the printed cells before each column, and of a whole row: supporters behind a ★ share one.

    >>> cells_before([Column(Field.THEME, printed=False), Column(Field.LEAD_UNITS, starred=True), Column(Field.SUPPORT_UNITS)])
    [0, 0, 1, 1]
    """
    own = [c.printed and not (i and columns[i - 1].starred) for i, c in enumerate(columns)]
    return [sum(own[:i]) for i in range(len(columns) + 1)]


def leaves_traces(
    columns: Sequence[Column],
    looks: Sequence[Look],
    steps: Sequence[Step],
    *,
    traces: Traces,
    extra_gaps: Sequence[int],
) -> int:
    """Count the cells without text, if nearly all of them left the traces that a reading supposes; else 0.

    `extra_gaps` are the blank lines before each paragraph beyond the usual.
    """
    told = seen = missed = 0
    code, cells = code_of(columns), cells_before(columns)
    theme = next((i for i, c in enumerate(columns) if c.field is Field.THEME), len(columns))
    goes_on = False
    for (before, step), look, extra in zip(pairwise(steps), looks[1:], extra_gaps[1:], strict=True):
        told += not look.text
        seen += not look.text
        most = least = covered = 0
        if step.new_row:
            most = least = cells[-1] - cells[before.column + 1]
            covered = cells[step.column]
        elif not step.continues:
            most = cells[step.column] - cells[before.column + 1]
            least = most - (before.column < theme < step.column)
        least = 0 if goes_on else least
        if traces is Traces.ALL:
            least = most = most + covered
        if most or extra > 0:
            told += not step.continues
            seen += extra > 0
            missed += not least <= extra <= most
        if step.new_row:
            goes_on = code is not None and step.column > code
    enough = told >= _ENOUGH_TRACES and seen >= _SEEN_TRACES
    return told if enough and _MISSES * missed <= told else 0


def _lines_of(
    columns: Sequence[Column], looks: Sequence[Look], steps: Sequence[Step]
) -> Lines | None:
    """Tell whether cells of units go on in the next paragraph, though their last name was complete.

    One in many rows is a line that a page broke, or a row that was not told apart. Rows that go on under a
    code may be several that were not told apart, so that those with a code tell, where they are enough.
    """
    rows = list(pairwise([*(t for t, s in enumerate(steps) if s.new_row), len(steps)]))
    code = code_of(columns)
    whole = [(a, b) for a, b in rows if code is None or steps[a].column <= code]
    enough = len(whole) >= _ENOUGH_ROWS
    told = whole if enough else rows
    units = [t for a, b in told for t in range(a, b) if columns[steps[t].column].field in UNITS]
    going_on = sum(
        steps[t].continues
        and looks[t].units == 100
        and looks[t - 1].units == 100
        and not looks[t - 1].unfinished_units
        for t in units
    )
    if _SELDOM * going_on > len(told):
        return Lines.EACH
    listed = sum(looks[t].names > 1 for t in units)
    return Lines.ONE if enough and not going_on and listed >= _SEEN_LISTS else None
