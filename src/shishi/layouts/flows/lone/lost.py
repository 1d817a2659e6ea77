"""Units alone in a row of a table that prints its blank cells: the row has lost a merged one."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.habits import SURE, Step
from shishi.layouts.flows.lone.units import lists_of
from shishi.layouts.flows.looks import Look
from shishi.records import Field

_FEWEST = 2
"""So many marks for no supporters, or traces of blank cells, are a habit of the table."""
_SELDOM = 8
"""One gap in so many may stand where no cell is blank."""


def doubt_lost_lists(
    steps: Sequence[Step], looks: Sequence[Look], columns: Sequence[Column], *, blanks: Set[int]
) -> tuple[Step, ...]:
    """Take the sureness from leading units that are alone in their row, where blank supporters are printed.

    Such a row has lost a merged cell, and no one can tell whether it held the leads of the rows above, which
    its own units support. `blanks`: the grains behind which a blank cell left its trace.

    >>> from shishi.layouts.flows.looks import look_at
    >>> table = [Column(Field.CODE), Column(Field.LEAD_UNITS), Column(Field.SUPPORT_UNITS)]
    >>> looks = [look_at(w, frozenset()) for w in ("1", "区民政局", "—", "2", "区残联")]
    >>> steps = [Step(c, c == 0, False, 9, None) for c in (0, 1, 2, 0, 1)]
    >>> [s.margin for s in doubt_lost_lists(steps, looks, table, blanks={1})]
    [9, 9, 9, 9, 3]
    """
    fields = [c.field for c in columns]
    if fields.count(Field.LEAD_UNITS) != 1 or fields.count(Field.SUPPORT_UNITS) != 1:
        return tuple(steps)
    lead, support = fields.index(Field.LEAD_UNITS), fields.index(Field.SUPPORT_UNITS)
    if columns[lead].starred or not blanks:
        return tuple(steps)
    rows = lists_of(steps, lead, support)
    # a row that begins with its units shares the rest with the one above
    alone = (row.lead for row in rows if row.lead and not row.support and row.begins < lead)
    lost = {i for cell in alone if cell[-1] not in blanks for i in cell if not looks[i].is_blank}
    return tuple(
        replace(s, margin=min(s.margin, SURE - 1), rival=support) if i in lost else s
        for i, s in enumerate(steps)
    )


def printed_blanks(
    steps: Sequence[Step],
    looks: Sequence[Look],
    columns: Sequence[Column],
    *,
    extra_gaps: Sequence[int] | None,
) -> Set[int]:
    """Give the grains behind which a blank cell is printed: a mark for no supporters, or a wider gap.

    `extra_gaps` is None where bars end the cells, so that each blank one is a grain of its own. There is none
    where marks and gaps are no habit of the table.
    """
    if extra_gaps is None:
        return {i for i, look in enumerate(looks) if look.is_blank}
    units = {i for i, c in enumerate(columns) if c.field is Field.SUPPORT_UNITS}
    marks = {i - 1 for i, look in enumerate(looks) if look.is_blank and steps[i].column in units}
    wide = {i - 1 for i, extra in enumerate(extra_gaps) if i and extra > 0}
    traced = {i for i in wide if _skips(steps[i], steps[i + 1], len(columns))}
    if _SELDOM * len(wide - traced) > len(wide):
        traced = set()
    return (marks if len(marks) >= _FEWEST else set()) | (
        traced if len(traced) >= _FEWEST else set()
    )


def _skips(before: Step, after: Step, width: int) -> bool:
    """Tell two cells in a row between which a column has none."""
    if after.new_row:
        return before.column < width - 1 or after.column > 0
    return after.column > before.column + 1
