"""Codes that begin anew under each theme tell where themes stand: right above a 1, and above no other code."""

from __future__ import annotations

from collections.abc import Sequence

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.fit.wording import is_phrase
from shishi.layouts.flows.looks import Look
from shishi.layouts.words.codes import follow_codes, parse_code
from shishi.records import Field

_ODD = 6
"""What it costs that a theme stands above a code that goes on, or another phrase above one that begins anew."""
_FEW = 2


class Beginnings:
    """What stands right above the codes of a table in which codes begin anew; nothing where they do not.

    >>> from shishi.layouts.flows.looks import look_at
    >>> words = ["便民出行", "1", "修路", "续建", "2", "铺路", "安居保障", "1", "建房"]
    >>> found = Beginnings([look_at(w, frozenset()) for w in words])
    >>> found.misfits(Column(Field.THEME, printed=False))
    [0, 0, 0, 6, 0, 0, 0, 0, 0]
    >>> found.misfits(Column(Field.REMARK))
    [6, 0, 0, 0, 0, 0, 6, 0, 0]
    """

    def __init__(self, looks: Sequence[Look]) -> None:
        in_order = follow_codes([look.text for look in looks])
        codes = [
            parse_code(k.text) if fits else None for k, fits in zip(looks, in_order, strict=True)
        ]
        below = [*codes[1:], None] if codes else []
        anew = [code is not None and code[-1] == 1 for code in below]
        told = anew.count(True) >= _FEW
        self._goes_on = [
            told and code is not None and not new for code, new in zip(below, anew, strict=True)
        ]
        self._begins = [
            told and new and is_phrase(look) for look, new in zip(looks, anew, strict=True)
        ]

    def misfits(self, column: Column) -> list[int]:
        """Give what it costs each paragraph more to stand in a column, for the code right below it."""
        themes = column.field is Field.THEME and not column.printed
        return [_ODD * odd for odd in (self._goes_on if themes else self._begins)]
