"""Names of the columns of pasted lines whose header of two or three rows lost its blank cells, and slid left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from shishi.layouts.columns.column import is_project_table, keeps_order, one_a_word
from shishi.layouts.columns.matching import covering, match_columns
from shishi.layouts.grids.headers.naming import Named
from shishi.layouts.grids.headers.shared import Plain
from shishi.layouts.words.dialect import Dialect
from shishi.layouts.words.groups import row_orders
from shishi.layouts.words.quarters import rows_under_plan
from shishi.layouts.words.vocabulary import (
    OTHER,
    RESPONSIBLE,
    STARRED,
    HeaderWord,
    is_period,
    of_time,
)
from shishi.records import Field

_FEWEST = 2
_NOUN = 2  # 牵头, 配合
_MOST_ORDERS = 500
_OF_A_TIME = (Field.PROGRESS, Field.GOAL)


def name_slid(plain: Plain, *, dialect: Dialect) -> list[Named]:
    """Name the columns of pasted lines whose header of two or three rows lost its blank cells, and slid left.

    The words of a lower row belong to the groups of the one above it, in order, and all are known; the
    second of three may be one group alone. All ways to put them there are given, the likeliest first.
    """
    rows = [[w for w in words if w] for words in plain]
    packed = all(list(a[: len(b)]) == b for a, b in zip(plain, rows, strict=True))
    width = len(plain[0])
    if not packed or len(rows[0]) < _FEWEST or len(rows[-1]) < _FEWEST or not all(rows):
        return []
    ways = [rows] if len(rows) == 2 else _one_lower(rows, dialect)
    found = (_under(upper, lower, width, dialect=dialect) for upper, lower in ways)
    return next(filter(None, found), [])


def _one_lower(rows: Sequence[list[str]], dialect: Dialect) -> list[tuple[list[str], list[str]]]:
    """Put the words of the third row in the place of a word of the second, the likeliest group first."""
    upper, middle, lower = rows
    below = [dialect.guess(w) for w in lower]

    def shared(at: int) -> int:
        group = dialect.guess(middle[at])
        over = {group.claims[0][0], *group.covers} if group else {OTHER}
        return sum(word is not None and not over.isdisjoint(dict(word.claims)) for word in below)

    order = sorted(range(len(middle)), key=shared, reverse=True)
    return [(upper, [*middle[:at], *lower, *middle[at + 1 :]]) for at in order]


def _under(
    upper: Sequence[str], lower: Sequence[str], width: int, *, dialect: Dialect
) -> list[Named]:
    """Name the columns of two rows of words, the lower ones under groups of the upper."""
    over = [dialect.guess(w) or _group(w) for w in upper]
    ways = _in_order(over, lower, width, dialect=dialect)
    return ways or list(_under_groups(over, lower, width, dialect=dialect))


def _in_order(
    over: Sequence[HeaderWord], lower: Sequence[str], width: int, *, dialect: Dialect
) -> list[Named]:
    """Name the columns where each lower word has a field, in any order that keeps both rows."""
    if all(map(is_period, lower)):
        return _under_time(over, lower, width, dialect=dialect)
    told = (dialect.guess(w) or _of_units(w, dialect) for w in lower)
    under = [word for word in told if word and word.claims[0][0] != OTHER]
    if len(under) < len(lower):
        return []
    ways = []
    found = match_columns([*over, *under], dialect)
    found += match_columns([*map(covering, over), *under], dialect)
    for columns in dict.fromkeys(map(one_a_word, found)):
        named = {c.word for c in columns if c.field}
        if not keeps_order(columns, [w.printed for w in over]) or not named.intersection(lower):
            continue
        if width <= len(columns) <= width + 1 and len(columns) < len(over) + len(under):
            known = sum(bool(c.field) or c.word in lower for c in columns)
            ways += [Named(columns, known)] if is_project_table(columns) else []
    return ways


def _under_groups(
    over: Sequence[HeaderWord], lower: Sequence[str], width: int, *, dialect: Dialect
) -> Iterator[Named]:
    """Put the words of the lower row, all known or periods, under as many groups as the rows below have cells for."""
    told = [
        of_time(w) if is_period(w) else dialect.guess(w) or _of_units(w, dialect) for w in lower
    ]
    known = [word for word in told if word]
    if len(known) < len(lower):
        return
    top, *rest = rows_under_plan([list(map(_over_units, over)), known])
    below = rest[0] if rest else []
    orders = row_orders([top, below], fewest=1) if below else iter([top])
    for order in islice(orders, _MOST_ORDERS):
        if len(order) != width:
            continue
        words = [replace(w, covers=frozenset()) for w in order]
        columns = one_a_word(match_columns(words, dialect)[0])
        if is_project_table(columns):
            yield Named(columns, sum(bool(c.field) or c.word in lower for c in columns))


def _over_units(group: HeaderWord) -> HeaderWord:
    """Let a group of lead units stand over 责任单位, too."""
    led = Field.LEAD_UNITS in group.covers
    return replace(group, covers=group.covers | {RESPONSIBLE, STARRED}) if led else group


def _under_time(
    over: Sequence[HeaderWord], lower: Sequence[str], width: int, *, dialect: Dialect
) -> list[Named]:
    """Put quarters or months in the place of the only word for goals or progress above them, or for a plan."""
    timed = [i for i, w in enumerate(over) if w.claims[0][0] in _OF_A_TIME]
    planned = rows_under_plan([over, list(map(of_time, lower))])
    if not width <= len(over) - 1 + len(lower) <= width + 1:
        return []
    if len(planned) == 1:
        [words] = planned
    elif len(timed) == 1:
        [at] = timed
        under = [replace(over[at], printed=w, period=w) for w in lower]
        words = [*over[:at], *under, *over[at + 1 :]]
    else:
        return []
    words = [replace(w, covers=frozenset()) for w in words]
    columns = one_a_word(match_columns(words, dialect)[0])
    known = sum(bool(c.field) or c.word in lower for c in columns)
    return [Named(columns, known)] if is_project_table(columns) else []


def _of_units(printed: str, dialect: Dialect) -> HeaderWord | None:
    """Read 牵头 in a lower row as 牵头单位."""
    word = dialect.guess(f"{printed}单位") if len(printed) <= _NOUN else None
    return replace(word, printed=printed) if word else None


def _group(printed: str) -> HeaderWord:
    """Let a period and a word that nobody knows stand over columns of the lower row: 任务分工 over 牵头单位."""
    stranger = HeaderWord(printed, printed, ((OTHER, 5),), frozenset(Field))
    return of_time(printed) if is_period(printed) else stranger
