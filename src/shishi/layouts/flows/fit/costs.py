"""What it costs that a cell is blank or covered, and how much says that it cannot be."""

from __future__ import annotations

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.looks import Look
from shishi.layouts.words.cells import is_of_time
from shishi.records import Field

IMPOSSIBLE = 60
UNITS = frozenset({Field.LEAD_UNITS, Field.SUPPORT_UNITS})
_TIME_BLANK = 4

BLANK = {
    Field.CODE: 6,
    Field.THEME: 5,
    Field.ITEM: 9,
    Field.LEAD_UNITS: 6,
    Field.SUPPORT_UNITS: 1,
    Field.LEADERS: 3,
    Field.LEVELS: 3,
    Field.INVESTMENT: 4,
    Field.GOAL: 6,
    Field.PROGRESS: 8,
    Field.PERCENT: 3,
    Field.STATUS: 6,
    Field.EXPLANATION: 1,
    Field.REMARK: 0,
    None: 2,
}
"""What it costs that a cell of a row is blank."""

COVERED = {Field.CODE: 2, Field.THEME: 1, Field.ITEM: 5, Field.GOAL: 5, Field.LEADERS: 4}
"""What it costs that a cell at the start of a row belongs to a merged cell above it."""

LEVEL_SIGNS = "区县市省镇"
"""What the name of a unit begins with when it says whose it is: 区住建局."""


def blank(column: Column) -> int:
    """Give what it costs that the cell of a row is blank in this column; one of another time is like a goal."""
    return _TIME_BLANK if column.field is None and is_of_time(column.word) else BLANK[column.field]


def blank_misfit(look: Look, column: Column) -> int:
    """Give what it costs that a blank paragraph, or a mark that fills a blank cell, stands in this column."""
    if not look.text:
        return min(BLANK[column.field], COVERED.get(column.field, 99)) if column.field else 0
    return {
        Field.CODE: 6,
        Field.THEME: 8,
        Field.ITEM: 12,
        Field.LEAD_UNITS: 5,
        Field.STATUS: 3,
        Field.PROGRESS: 1,
        Field.PERCENT: 5,
    }.get(column.field or Field.REMARK, 1)
