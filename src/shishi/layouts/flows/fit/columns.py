"""What it costs to believe that a paragraph stands in a column. Whole numbers; 0 fits, 20 cannot be.

The costs are judgement, set on published tables of many districts and held by the cases in the tests.
A difference of about four is one clear piece of evidence.
"""

from __future__ import annotations

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.fit.costs import blank_misfit
from shishi.layouts.flows.fit.prose import explanation, goal, item, progress, remark, theme
from shishi.layouts.flows.fit.short import (
    code,
    lead_units,
    leaders,
    levels,
    money,
    percent,
    status,
    support_units,
)
from shishi.layouts.flows.fit.unnamed import BY_WORD, KINDS, count, misfit_by_word
from shishi.layouts.flows.looks import Look
from shishi.layouts.words.cells import kind_of
from shishi.records import Field


def misfit(look: Look, column: Column) -> int:
    """Give what it costs that this paragraph stands in this column.

    >>> from shishi.layouts.flows.looks import look_at
    >>> unit = look_at("区水务局、柳湖街道", frozenset())
    >>> misfit(unit, Column(Field.LEAD_UNITS)), misfit(unit, Column(Field.LEADERS)) > 10
    (0, True)
    """
    if look.is_blank:
        return blank_misfit(look, column)
    if column.field in _WORDED and look.is_phone:
        return _NEVER
    if column.counted:
        return count(look)
    if column.field in BY_WORD and (kind := kind_of(column.word, column.field)):
        return KINDS[kind](look)
    if column.field is None:
        return misfit_by_word(look, column.word)
    return _MISFITS[column.field](look, column)


_NEVER = 20
_WORDED = frozenset({Field.ITEM, Field.THEME, Field.GOAL, Field.PROGRESS, Field.EXPLANATION})
"""What no telephone says, whatever was lost of its row."""
_MISFITS = {
    Field.CODE: code,
    Field.THEME: theme,
    Field.ITEM: item,
    Field.LEAD_UNITS: lead_units,
    Field.SUPPORT_UNITS: support_units,
    Field.LEADERS: leaders,
    Field.LEVELS: levels,
    Field.INVESTMENT: money,
    Field.PERCENT: percent,
    Field.STATUS: status,
    Field.GOAL: goal,
    Field.PROGRESS: progress,
    Field.EXPLANATION: explanation,
    Field.REMARK: remark,
}
