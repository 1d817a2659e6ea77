"""Items of which a line stands where their theme would: 改造农村供 + 水管网46公里, among items that begin with a verb."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.fit.wording import TASK_WORDS
from shishi.layouts.flows.habits import SURE, Step
from shishi.layouts.flows.looks import Look
from shishi.records import Field

_ENOUGH, _MOST = 6, 8
"""So many items of their own tell how items begin, where no more than one in so many begins otherwise."""


def join_heads(
    steps: Sequence[Step], looks: Sequence[Look], columns: Sequence[Column]
) -> tuple[Step, ...]:
    """Put a theme before an item that begins like none of its table into the item, and take the sureness from both.

    A theme that begins like the items then is the line that the item begins with, unless it stands elsewhere too.

    >>> from shishi.layouts.flows.looks import look_at
    >>> table = [Column(Field.CODE), Column(Field.THEME), Column(Field.ITEM)]
    >>> words = ["便民出行", *["改造道路"] * 7, "改造供", "水管网"]
    >>> looks = [look_at(w, frozenset()) for w in words]
    >>> steps = [Step(c, False, False, 9, None) for c in (1, *[2] * 7, 1, 2)]
    >>> [(s.column, s.continues, s.margin) for s in join_heads(steps, looks, table)[-2:]]
    [(2, False, 3), (2, True, 3)]
    """
    fields = [c.field for c in columns]
    if Field.THEME not in fields or Field.ITEM not in fields:
        return tuple(steps)
    theme, item = fields.index(Field.THEME), fields.index(Field.ITEM)
    if theme + 1 != item or not columns[theme].printed:
        return tuple(steps)
    headed = {
        t + 1
        for t, (a, b) in enumerate(pairwise(steps))
        if (a.column, b.column) == (theme, item) and not (a.continues or b.new_row)
    }
    firsts = {t for t, s in enumerate(steps) if s.column == item and not s.continues}
    alone = [_begins(looks[t]) for t in firsts - headed]
    begun = {looks[t].text[:2] for t in firsts}
    if len(alone) < _ENOUGH or _MOST * alone.count(False) > len(alone):
        return tuple(steps)
    printed = Counter(look.text for look in looks)
    told = list(steps)
    for t in headed:
        head = looks[t - 1]
        like_item = _begins(head) or head.text[:2] in begun
        if like_item and not (_begins(looks[t]) or head.theme_mark or printed[head.text] > 1):
            told[t - 1] = replace(told[t - 1], column=item, margin=SURE - 1, rival=theme)
            told[t] = replace(told[t], continues=True, margin=SURE - 1, rival=item)
    return tuple(told)


def _begins(look: Look) -> bool:
    """Tell a paragraph that begins as items do."""
    return TASK_WORDS.match(look.text) is not None
