"""Which numbers a code may touch in a row with nothing between its cells, told by the columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shishi.records import Field

_NUMBERS = frozenset({Field.PERCENT, Field.INVESTMENT})
_OFTEN_BLANK = frozenset(
    {Field.THEME, Field.REMARK, Field.EXPLANATION, Field.SUPPORT_UNITS, *_NUMBERS, None}
)


@dataclass(frozen=True, slots=True)
class Numbers:
    """The fields that may stand first behind a code, and whether bare numbers may stand last in a row, or in it at all.

    More than one may be the first where the columns before it are often blank. `dated`: dates may stand last.
    """

    first: tuple[Field | None, ...] = ()
    last: bool = False
    some: bool = False
    dated: bool = False


def numbers_of(
    fields: Sequence[Field | None], *, alone: bool, dates: Sequence[bool] = ()
) -> Numbers:
    """Say which numbers a code may touch in a table with these columns behind its code.

    `alone`: no other columns stand before the code, so that the last of these ends the row above; `dates` says of
    each column whether it holds dates.

    >>> numbers_of([Field.THEME, Field.PERCENT, Field.ITEM], alone=True)
    Numbers(first=(<Field.THEME: 'theme'>, <Field.PERCENT: 'percent'>, <Field.ITEM: 'item'>), last=False, some=True, dated=False)
    """
    first = _until_filled(fields)
    last = _until_filled(fields[::-1]) if alone else ()
    dated = any(dates[len(dates) - len(last) :])
    some = bool(_NUMBERS.intersection(fields))
    return Numbers(first, bool(_NUMBERS.intersection(last)), some, dated)


def _until_filled(fields: Sequence[Field | None]) -> tuple[Field | None, ...]:
    """Give the first fields, up to one that is hardly ever blank."""
    filled = (i for i, name in enumerate(fields, 1) if name not in _OFTEN_BLANK)
    return tuple(fields[: next(filled, len(fields))])


NO_NUMBERS = Numbers()
