"""Habits of one table: where it leaves cells blank, and whether it prints each unit on its own line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from shishi.layouts.columns import Column
from shishi.layouts.flows.fit import BLANK, UNITS
from shishi.layouts.flows.learnt.likeness import unlikeness
from shishi.layouts.flows.learnt.merging import Merging, Row, code_of, learn_merging, usual_merging
from shishi.layouts.flows.looks import Look
from shishi.records import Field

SURE = 4
"""From this margin on a cell counts as surely read: one clear piece of evidence (see fit)."""

_ENOUGH_ROWS = 4
_NEVER_BLANK = 4
_OFTEN_BLANK = 3
_THEME_MERGED = 2
_ENOUGH_TRACES = 6
_SEEN_TRACES = 2


class Traces(StrEnum):
    """Which cells without text leave a blank line or an empty paragraph on a page, without fail."""

    UNSURE = "unsure"
    BLANKS = "blanks"  # blank cells, and merged ones not
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Habits:
    """What a blank cell costs in each column, whether units stand on lines of their own, and traces.

    `unlike` is what it costs each grain to be worded otherwise than the cells of a column (see likeness).
    """

    blank: tuple[int, ...]
    merging: Merging
    by_line: bool = False
    traces: Traces = Traces.UNSURE
    unlike: tuple[tuple[int, ...], ...] = ()


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


def usual(columns: Sequence[Column]) -> Habits:
    """Give the habits of most tables."""
    costs = [BLANK[c.field] for c in columns]
    fields = [c.field for c in columns]
    if Field.CODE in fields and Field.THEME in fields[fields.index(Field.CODE) :]:
        costs[fields.index(Field.THEME)] = _THEME_MERGED  # merged over several numbered rows
    return Habits(tuple(costs), usual_merging(columns, costs))


def blanks_of(columns: Sequence[Column], *, rows: int, filled: Mapping[int, int]) -> Habits:
    """Give the habits of a table of so many rows, of whose columns so many cells are filled.

    Blanks are dearer in columns that are never blank, cheaper where they often are. A few rows make no
    habit. Columns that `filled` does not name stay as usual.
    """
    costs = list(usual(columns).blank)
    for column, count in filled.items() if rows >= _ENOUGH_ROWS else ():
        if count >= rows:
            costs[column] += _NEVER_BLANK
        elif 3 * (rows - count) > rows:
            costs[column] = min(costs[column], _OFTEN_BLANK)
    return Habits(tuple(costs), usual_merging(columns, costs))


def habits_of(
    columns: Sequence[Column],
    looks: Sequence[Look],
    steps: Sequence[Step],
    *,
    extra_gaps: Sequence[int] = (),
) -> Habits:
    """Learn a table's habits from a first reading of it.

    `extra_gaps` are the blank lines before each paragraph beyond the usual; none where bars part the cells.
    """
    rows, code = _rows_of(steps, looks), code_of(columns)
    whole = [row for row in rows if not row.goes_on(code)]
    filled = {c: sum(c in row.columns for row in whole) for c in range(len(columns))}
    learnt = blanks_of(columns, rows=len(whole), filled=filled)
    return Habits(
        learnt.blank,
        learn_merging(columns, rows, learnt.merging),
        _is_by_line(columns, looks, steps),
        _traces(columns, looks, steps, extra_gaps=extra_gaps) if extra_gaps else Traces.UNSURE,
        unlikeness(columns, looks, [s.column for s in steps]),
    )


def _rows_of(steps: Sequence[Step], looks: Sequence[Look]) -> list[Row]:
    starts = [i for i, s in enumerate(steps) if s.new_row]
    return [
        Row(
            tuple(s.column for s, k in zip(steps[a:b], looks[a:b], strict=True) if k.text)
            or (steps[a].column,)
        )
        for a, b in zip(starts, [*starts[1:], len(steps)], strict=True)
    ]


def _traces(
    columns: Sequence[Column],
    looks: Sequence[Look],
    steps: Sequence[Step],
    *,
    extra_gaps: Sequence[int],
) -> Traces:
    """Tell which cells without text leave a trace: those that did so nearly every time."""
    told = seen = missed_all = missed_blanks = 0
    theme = next((i for i, c in enumerate(columns) if c.field is Field.THEME), len(columns))
    for t, (before, step) in enumerate(pairwise(steps), 1):
        told += not looks[t].text
        seen += not looks[t].text
        if step.continues:
            continue
        within = step.column - before.column - 1
        theme_within = not step.new_row and before.column < theme < step.column
        covered = step.column if step.new_row else int(theme_within)
        skipped = len(columns) - before.column - 1 + covered if step.new_row else within
        extra = extra_gaps[t]
        if skipped or extra > 0:
            told += 1
            seen += extra > 0
            missed_all += extra != skipped
            missed_blanks += not skipped - covered <= extra <= skipped
    if told < _ENOUGH_TRACES or seen < _SEEN_TRACES:
        return Traces.UNSURE
    if 5 * missed_all <= told:
        return Traces.ALL
    return Traces.BLANKS if 5 * missed_blanks <= told else Traces.UNSURE


def _is_by_line(columns: Sequence[Column], looks: Sequence[Look], steps: Sequence[Step]) -> bool:
    """Tell whether a cell of units goes on in the next paragraph, though its last name was complete."""
    return any(
        step.continues
        and columns[step.column].field in UNITS
        and looks[t].units == 100
        and looks[t - 1].units == 100
        and not looks[t - 1].unfinished_units
        for t, step in enumerate(steps)
    )
