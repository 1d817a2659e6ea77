"""Goals and progress in bare numbers, whose measure has a column of its own: 改造公厕, 座, 23, 18, 78.3%."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.looks import look_at
from shishi.layouts.words.cells import is_of_time, kind_of
from shishi.layouts.words.vocabulary import load_measures
from shishi.records import Field

_FEWEST_ROWS, _MOST_NUMBERS = 2, 8
_MEASURE = "measure"


def with_counts(columns: tuple[Column, ...], tokens: Sequence[str]) -> tuple[Column, ...]:
    """Mark the goals and the progress right behind the column of measures that hold bare numbers in most rows.

    >>> words = [Column(Field.ITEM), Column(None, "计量单位"), Column(Field.GOAL), Column(Field.PROGRESS)]
    >>> cells = "改造公厕 座 23 已完工18座 加装电梯 台 90 已加装40台".split()
    >>> [c.counted for c in with_counts(tuple(words), cells)]
    [False, False, True, False]
    """
    at = next((i for i, c in enumerate(columns) if _measures(c)), len(columns))
    runs = sorted(_numbers_behind(i, tokens) for i, t in enumerate(tokens) if t in load_measures())
    if at == len(columns) or len(runs) < _FEWEST_ROWS:
        return columns
    usual = runs[(len(runs) - 1) // 2]
    return tuple(
        replace(c, counted=True) if at < i <= at + usual and _tells(c) else c
        for i, c in enumerate(columns)
    )


def _measures(column: Column) -> bool:
    return column.field is None and kind_of(column.word, None) == _MEASURE


def _tells(column: Column) -> bool:
    return column.field in {Field.GOAL, Field.PROGRESS} or (
        column.field is None and is_of_time(column.word)
    )


def _numbers_behind(at: int, tokens: Sequence[str]) -> int:
    """Count the numbers behind a measure, up to the next words."""
    behind = tokens[at + 1 : at + 1 + _MOST_NUMBERS]
    return sum(1 for _ in takewhile(lambda t: look_at(t, frozenset()).is_number, behind))
