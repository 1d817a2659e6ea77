"""Units whose column only the other rows tell: alone in a row, or one a line.

A list of units may be alone in a row that has a column for the leading ones and one for the supporters.
Mostly the supporters are blank, and that is how the list is read. Where blank cells leave no trace, only
the rows that print both lists can tell; a list that looks more like their second one is doubtful.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.fit.wording import is_town
from shishi.layouts.flows.habits import SURE, Step
from shishi.layouts.flows.looks import Look, look_at
from shishi.records import Field

_FEW_NAMES = 2
"""So many units lead together in many rows; more of them are looked at where no row tells otherwise."""
_SELDOM = 4
"""In one of so many rows units may be a row of their own that does not show elsewhere."""
_SEVERAL = 2
"""So many rows of nothing but a lead and its supporters are no chance."""
_TIMES = 4
"""So many times as often must towns begin the second list as the first one to make a town alone doubtful."""

_PARTS = ("、", ",", ";", " ")
_OFTEN = 3
"""Of so many leads with a star one at least stands behind other units where the star may be anywhere."""


@dataclass(frozen=True, slots=True)
class _Lists:
    """The lists of units of one row, the numbers of the grains that hold them, its size, and the column it begins in."""

    begins: int
    size: int
    lead: Sequence[int]
    support: Sequence[int]


def doubt_lone_lists(
    steps: Sequence[Step], looks: Sequence[Look], columns: Sequence[Column]
) -> tuple[Step, ...]:
    """Take the sureness from leading units that are alone in their row and look like supporters.

    >>> from shishi.layouts.flows.looks import look_at
    >>> table = [Column(Field.CODE), Column(Field.LEAD_UNITS), Column(Field.SUPPORT_UNITS)]
    >>> words = ["1", "区民政局", "柳湖街道", "2", "区民政局、区残联、柳湖街道"]
    >>> looks = [look_at(w, frozenset()) for w in words]
    >>> steps = [Step(c, c == 0, False, 9, None) for c in (0, 1, 2, 0, 1)]
    >>> [s.margin for s in doubt_lone_lists(steps, looks, table)]
    [9, 9, 9, 9, 3]
    """
    fields = [c.field for c in columns]
    if fields.count(Field.LEAD_UNITS) != 1 or fields.count(Field.SUPPORT_UNITS) != 1:
        return tuple(steps)
    lead, support = fields.index(Field.LEAD_UNITS), fields.index(Field.SUPPORT_UNITS)
    if columns[lead].starred:  # a star tells
        return tuple(steps)
    rows = list(lists_of(steps, lead, support))
    full = [(r.lead, r.support) for r in rows if r.lead and r.support]
    told = [(a, b) for a, b in full if not any(looks[i].is_blank for i in (*a, *b))]
    most = max((_names(looks, a) for a, _ in told), default=_FEW_NAMES + 1)
    leading = sum(is_town(looks[a[0]]) for a, _ in told)
    supporting = sum(is_town(looks[b[0]]) for _, b in told)
    doubtful = dict[int, Step]()
    for row in rows:
        if not row.lead or row.support:
            continue
        many = _names(looks, row.lead) > max(most, _FEW_NAMES)
        town = is_town(looks[row.lead[0]]) and supporting > _TIMES * leading
        if many or town:
            low = {i: replace(steps[i], margin=SURE - 1, rival=support) for i in row.lead}
            doubtful |= {i: s for i, s in low.items() if steps[i].margin >= SURE}
    return tuple(doubtful.get(i, s) for i, s in enumerate(steps))


def doubt_odd_supporters(
    steps: Sequence[Step], looks: Sequence[Look], columns: Sequence[Column]
) -> tuple[Step, ...]:
    """Take the sureness from supporters in a few of the rows that go on under a code: each may lead a row.

    Where most such rows share the supporters of the row above, and no blank cell leaves a trace. Where a row is nothing
    but its units and lacks all columns behind them, they are doubted unless several such rows have both.

    >>> from shishi.layouts.flows.looks import look_at
    >>> table = [Column(Field.CODE), Column(Field.LEAD_UNITS), Column(Field.SUPPORT_UNITS)]
    >>> words = ["1", "区民政局", "区残联", *["区教育局"] * 3, "柳湖街道", "区水务局"]
    >>> looks = [look_at(w, frozenset()) for w in words]
    >>> steps = [Step(c, c == 0 or (i > 2 and c == 1), False, 9, None) for i, c in enumerate((0, 1, 2, 1, 1, 1, 1, 2))]
    >>> [s.margin for s in doubt_odd_supporters(steps, looks, table)]
    [9, 9, 9, 9, 9, 9, 9, 3]
    """
    fields = [c.field for c in columns]
    if Field.CODE not in fields or {
        fields.count(Field.LEAD_UNITS),
        fields.count(Field.SUPPORT_UNITS),
    } != {1}:
        return tuple(steps)
    code, lead = fields.index(Field.CODE), fields.index(Field.LEAD_UNITS)
    if columns[lead].starred:
        return tuple(steps)
    rows = list(lists_of(steps, lead, fields.index(Field.SUPPORT_UNITS)))
    going_on = [row for row in rows if row.begins > code]
    odd = [row.support for row in going_on if row.lead and row.support]
    if _SELDOM * len(odd) > len(going_on):
        bare = [
            row for row in going_on if row.lead and len(row.lead) + len(row.support) == row.size
        ]
        paired = len(bare) >= _SEVERAL and all(row.support for row in bare)
        last = fields[-1] is Field.SUPPORT_UNITS  # such a row has all that there is behind its lead
        odd = [] if paired or last else [row.support for row in bare]
    at = {i for support in odd for i in support if looks[i].units == 100 and not steps[i].continues}
    return tuple(
        replace(s, margin=SURE - 1, rival=lead) if i in at and s.margin >= SURE else s
        for i, s in enumerate(steps)
    )


def doubt_pairs(
    steps: Sequence[Step], looks: Sequence[Look], columns: Sequence[Column]
) -> tuple[Step, ...]:
    """Take the sureness from one leading unit and one supporter on a line each: both may lead together.

    For tables that print each unit of a cell on a line of its own, and nothing between two cells.

    >>> from shishi.layouts.flows.looks import look_at
    >>> table = [Column(Field.CODE), Column(Field.LEAD_UNITS), Column(Field.SUPPORT_UNITS)]
    >>> looks = [look_at(w, frozenset()) for w in ("1", "区民政局", "区残联", "2", "区民政局", "/")]
    >>> steps = [Step(c, c == 0, False, 9, None) for c in (0, 1, 2, 0, 1, 2)]
    >>> [s.margin for s in doubt_pairs(steps, looks, table)]
    [9, 9, 3, 9, 9, 9]
    """
    fields = [c.field for c in columns]
    if fields.count(Field.LEAD_UNITS) != 1 or fields.count(Field.SUPPORT_UNITS) != 1:
        return tuple(steps)
    lead, support = fields.index(Field.LEAD_UNITS), fields.index(Field.SUPPORT_UNITS)
    pairs = {
        row.support[0]
        for row in lists_of(steps, lead, support)
        if len(row.lead) == len(row.support) == 1
        and row.support[0] == row.lead[0] + 1
        and not looks[row.support[0]].is_blank
    }
    return tuple(
        replace(s, margin=SURE - 1, rival=lead) if i in pairs and s.margin >= SURE else s
        for i, s in enumerate(steps)
    )


def doubt_lone_rows(
    steps: Sequence[Step], looks: Sequence[Look], columns: Sequence[Column]
) -> tuple[Step, ...]:
    """Take the sureness from leading units that stand in a row, one a paragraph, with nothing else: one row, or several.

    >>> from shishi.layouts.flows.looks import look_at
    >>> table = [Column(Field.CODE), Column(Field.ITEM), Column(Field.LEAD_UNITS), Column(Field.LEADERS)]
    >>> looks = [look_at(w, frozenset()) for w in ("1", "修路", "区水务局", "王甲", "区财政局", "柳湖街道")]
    >>> steps = [Step(c, c == 0 or i == 4, i == 5, 9, None) for i, c in enumerate((0, 1, 2, 3, 2, 2))]
    >>> [s.margin for s in doubt_lone_rows(steps, looks, table)]
    [9, 9, 9, 9, 9, 3]
    """
    fields = [c.field for c in columns]
    if fields.count(Field.LEAD_UNITS) != 1:
        return tuple(steps)
    lead = fields.index(Field.LEAD_UNITS)
    starts = [*(i for i, s in enumerate(steps) if s.new_row), len(steps)]
    doubtful = {
        i
        for start, end in pairwise(starts)
        for i in range(start + 1, end)
        if all(steps[k].column == lead and looks[k].units == 100 for k in range(start, end))
        and not looks[i - 1].unfinished_units
    }
    return tuple(
        replace(s, margin=SURE - 1, rival=lead) if i in doubtful and s.margin >= SURE else s
        for i, s in enumerate(steps)
    )


def may_be_rows(
    steps: Sequence[Step], looks: Sequence[Look], columns: Sequence[Column]
) -> list[int]:
    """Give the units that were put into a row without much sureness, and may lead a row of their own.

    Only in tables that have rows which go on under the code of the row above; where none of them begins
    with its units, many such units are several leads or supporters of their rows.

    >>> from shishi.layouts.flows.looks import look_at
    >>> table = [Column(Field.CODE), Column(Field.LEAD_UNITS), Column(Field.SUPPORT_UNITS)]
    >>> looks = [look_at(w, frozenset()) for w in ("1", "区民政局", "区残联", "区教育局", "柳湖街道")]
    >>> steps = [Step(c, c == 0 or i == 3, False, 9 - 2 * i, 1) for i, c in enumerate((0, 1, 2, 1, 2))]
    >>> may_be_rows(steps, looks, table)
    [4]
    """
    fields = [c.field for c in columns]
    if Field.CODE not in fields or fields.count(Field.LEAD_UNITS) != 1:
        return []
    code, lead = fields.index(Field.CODE), fields.index(Field.LEAD_UNITS)
    begun = [s.column for s in steps if s.new_row]
    if not any(column > code for column in begun):
        return []
    found = [
        i
        for i, (step, look) in enumerate(zip(steps, looks, strict=True))
        if step.rival == lead
        and step.margin < SURE
        and look.units == 100
        and not step.new_row
        and (step.continues or step.column != lead)
    ]
    return found if lead in begun or _SELDOM * len(found) <= len(begun) else []


def _names(looks: Sequence[Look], cell: Sequence[int]) -> int:
    return sum(looks[i].names for i in cell)


def lists_of(steps: Sequence[Step], lead: int, support: int) -> Iterator[_Lists]:
    """Yield the lists of units of each row, of which either may be missing.

    >>> [(row.lead, row.support) for row in lists_of([Step(c, c == 0, False, 9, None) for c in (0, 1, 2, 0, 1)], 1, 2)]
    [([1], [2]), ([4], [])]
    """
    starts = [i for i, s in enumerate(steps) if s.new_row]
    for start, end in zip(starts, [*starts[1:], len(steps)], strict=True):
        row = range(start, end)
        yield _Lists(
            steps[start].column,
            end - start,
            [i for i in row if steps[i].column == lead],
            [i for i in row if steps[i].column == support],
        )


def lead_anywhere(tokens: Sequence[str]) -> bool:
    """Tell units of which the ★ ones stand behind others as often as not: 区文联、★区教育局.

    >>> lead_anywhere(["区文联", "★区教育局"]), lead_anywhere(["★区教育局", "区文联"])
    (True, False)
    >>> lead_anywhere(["区文联,★区教育局"]), lead_anywhere(["区教育局★、区文联"])
    (True, False)
    """
    starred = [i for i, t in enumerate(tokens) if "★" in t]
    behind = sum(_stands_behind(tokens, i) for i in starred)
    return bool(starred) and _OFTEN * behind >= len(starred)


def _stands_behind(tokens: Sequence[str], at: int) -> bool:
    before = tokens[at].partition("★")[0]
    if before and not before.endswith(_PARTS):
        return False  # a star behind its name
    before = before or (tokens[at - 1] if at else "")
    return look_at(before, frozenset()).units == 100
