"""Codes that begin anew under each theme tell where themes stand: right above a 1, and above no other code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.fit.wording import is_phrase
from shishi.layouts.flows.habits import SURE, Step
from shishi.layouts.flows.looks import Look
from shishi.layouts.words.codes import follow_codes, parse_code
from shishi.records import Field

_ODD = 6
"""What it costs that a theme stands above a code that goes on, or another phrase above one that begins anew."""
_FEW = 2
"""So many codes that begin anew, beside the first of the table, are a habit of it."""


class Beginnings:
    """What stands right above the codes of a table in which codes begin anew; nothing where they do not.

    >>> from shishi.layouts.flows.looks import look_at
    >>> words = ["便民出行", "1", "修路。", "续建", "2", "铺路。", "安居保障", "1", "建房。", "老有所养", "1"]
    >>> found = Beginnings([look_at(w, frozenset()) for w in words])
    >>> found.misfits(Column(Field.THEME, printed=False))
    [0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0]
    >>> found.misfits(Column(Field.REMARK))
    [6, 0, 0, 0, 0, 0, 6, 0, 0, 6, 0]
    """

    def __init__(self, looks: Sequence[Look]) -> None:
        in_order = follow_codes([look.text for look in looks])
        codes = [
            parse_code(k.text) if fits else None for k, fits in zip(looks, in_order, strict=True)
        ]
        below = [*codes[1:], None] if codes else []
        anew = [code is not None and code[-1] == 1 for code in below]
        goes_on = [code is not None and not new for code, new in zip(below, anew, strict=True)]
        phrases = [is_phrase(look) for look in looks]
        first = next((i for i, code in enumerate(below) if code), 0)  # the table begins there
        told = sum(anew[first + 1 :]) >= _FEW and not _may_go_on(phrases, goes_on)
        self._goes_on = [told and on for on in goes_on]
        self._begins = [told and new and said for said, new in zip(phrases, anew, strict=True)]

    def misfits(self, column: Column) -> list[int]:
        """Give what it costs each paragraph more to stand in a column, for the code right below it."""
        themes = column.field is Field.THEME and not column.printed
        return [_ODD * odd for odd in (self._goes_on if themes else self._begins)]


def _may_go_on(phrases: Sequence[bool], goes_on: Sequence[bool]) -> bool:
    """Tell codes of which one goes on below two phrases: a remark, and a theme under which codes do not begin anew."""
    pairs = zip(pairwise(phrases), goes_on[1:], strict=True)
    return any(on and all(said) for said, on in pairs)


def doubt_joined_themes(
    steps: Sequence[Step], looks: Sequence[Look], columns: Sequence[Column]
) -> tuple[Step, ...]:
    """Take the sureness from a phrase that ends a remark right above a row with a code: it may be the theme of that.

    >>> from shishi.layouts.flows.looks import look_at
    >>> table = [Column(Field.THEME, printed=False), Column(Field.CODE), Column(Field.REMARK)]
    >>> looks = [look_at(w, frozenset()) for w in ("1", "重点项目", "教育提质", "2", "分期实施")]
    >>> steps = [Step(c, c == 1, i == 2, 9, None) for i, c in enumerate((1, 2, 2, 1, 2))]
    >>> [s.margin for s in doubt_joined_themes(steps, looks, table)]
    [9, 9, 3, 9, 9]
    """
    fields = [c.field for c in columns]
    if Field.THEME not in fields or columns[fields.index(Field.THEME)].printed:
        return tuple(steps)
    theme = fields.index(Field.THEME)
    told = list(steps)
    for i, (step, below) in enumerate(pairwise(steps)):
        joined = step.continues and fields[step.column] is Field.REMARK and is_phrase(looks[i])
        if joined and below.new_row and looks[i + 1].is_code:
            told[i] = replace(step, margin=min(step.margin, SURE - 1), rival=theme)
    return tuple(told)
