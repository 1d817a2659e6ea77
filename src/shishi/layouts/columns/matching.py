"""Columns of a project table: header words matched with fields, groups of two-level headers resolved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from shishi.layouts.columns.column import Column, count_unnamed
from shishi.layouts.columns.settling import (
    settle,
    settle_contents,
    settle_remarks,
    settle_responsible,
)
from shishi.layouts.words.dating import is_part, prefer_latest
from shishi.layouts.words.dialect import COMMON, Dialect
from shishi.layouts.words.groups import deep_orders, flat_orders, row_orders
from shishi.layouts.words.quarters import quarters_under_plan, rows_under_plan
from shishi.layouts.words.vocabulary import (
    OTHER,
    RESPONSIBLE,
    STARRED,
    HeaderWord,
    bare_word,
    covered_by,
    is_period,
    is_year,
    load_covers,
    sign_header,
)
from shishi.records import Field

_MOST_READINGS = 6
_OFTEN_ODD = frozenset({Field.THEME})  # 项目 is one beside 建设内容
_REPORTED = frozenset({Field.PROGRESS, Field.STATUS, Field.PERCENT})


def match_columns(
    words: Sequence[HeaderWord], dialect: Dialect = COMMON
) -> list[tuple[Column, ...]]:
    """Give each header word its field, in every way that makes sense, the likeliest first.

    A word may be a group whose columns are named further on (目标任务 … 重点工作, 主要内容), when a header
    of several rows was flattened into one: of three only where two leave words without a field. Of the
    ways to read the words as groups and columns, those that leave the fewest words without a field come
    first, and then those with fewer groups.

    >>> from shishi.layouts.words.vocabulary import known_word
    >>> header = [known_word(w) for w in "序号 项目 责任单位 建设内容".split()]
    >>> [str(c.field) for c in match_columns(header)[0]]
    ['code', 'theme', 'lead_units', 'item']
    """
    if any(word.covers for word in words):  # else each word is known to have its own column
        words = quarters_under_plan(words)
    words = settle_remarks(settle_responsible(words, dialect))
    return list(_match(tuple(prefer_latest(words, dialect.report))))


@lru_cache(maxsize=1024)  # an archive has the same headers again and again
def _match(words: tuple[HeaderWord, ...]) -> tuple[tuple[Column, ...], ...]:
    # a name that is a group in some order settles nothing there, nor does one that it leaves alone
    told = settle_contents if settle_contents(words) is not words else list
    readings = dict.fromkeys(settle(told(order)) for order in flat_orders(words))
    if min(map(count_unnamed, readings)):
        distinct = {tuple(map(id, order)): order for order in deep_orders(words)}
        readings |= dict.fromkeys(settle(told(order)) for order in distinct.values())
    found = likeliest(readings)
    return tuple(dict.fromkeys([*found, *filter(None, map(_with_report, found))]))


def _with_report(columns: tuple[Column, ...]) -> tuple[Column, ...] | None:
    """Give a reading without a report again, the stage of the works as such: 形象进度 is a share or words."""
    at = next((i for i, c in enumerate(columns) if says_stage(c)), None)
    if at is None or any(c.field is Field.PROGRESS for c in columns):
        return None
    return (*columns[:at], replace(columns[at], field=Field.PROGRESS), *columns[at + 1 :])


def says_stage(column: Column) -> bool:
    """Tell a column of shares that may as well hold reports, as its word says."""
    known = COMMON.guess(column.word)
    claims = known.claims if known else ()
    return column.field is Field.PERCENT and Field.PROGRESS in dict(claims)


def likeliest(readings: Iterable[tuple[Column, ...]]) -> list[tuple[Column, ...]]:
    """Give the readings that leave the fewest words without a field, those first that leave none."""
    told = sorted(dict.fromkeys(readings), key=lambda r: (count_unnamed(r), count_odd(r)))
    return [r for r in told if count_unnamed(r) <= count_unnamed(told[0]) + 2][:_MOST_READINGS]


def without_parts(columns: tuple[Column, ...], dialect: Dialect) -> tuple[Column, ...]:
    """Let no quarter's goal be the goal where nothing was done, which would say what quarter it is.

    The goal of the whole year beside them is the goal then: 全年目标任务.
    """
    if any(c.field in _REPORTED or c.ticked or c.unread for c in columns):
        return columns
    periods = [c.period or c.word for c in columns if _sets_goal(c)]
    told = tuple(
        replace(c, field=None)
        if c.field is Field.GOAL and c.period and is_part(c.period, periods, dialect.report)
        else c
        for c in columns
    )
    whole = [i for i, c in enumerate(told) if c.field is None and _is_whole_goal(c)]
    if told == columns or len(whole) != 1:
        return told
    return (*told[: whole[0]], replace(told[whole[0]], field=Field.GOAL), *told[whole[0] + 1 :])


def _sets_goal(column: Column) -> bool:
    """Tell a period, or a word with one, that may say a goal: 一季度目标, but not 2031年计划投资."""
    if is_period(column.word):
        return True
    known = COMMON.guess(column.word)
    return bool(column.period) and (known is None or known.claims[0][0] in (Field.GOAL, OTHER))


def _is_whole_goal(column: Column) -> bool:
    """Tell the goal of a whole year: 全年目标任务, 2031年目标."""
    known = COMMON.guess(column.word)
    claims = dict(known.claims) if known else {}
    yearly = not column.period or is_year(column.period)
    return "目标" in column.word and Field.GOAL in claims and yearly


def count_odd(columns: Sequence[Column]) -> int:
    """Count the columns that hold something else than their words say first: 具体内容 as the goal.

    >>> count_odd([Column(Field.GOAL, "具体内容"), Column(Field.ITEM, "任务")])
    1
    """
    return sum(c.field not in _OFTEN_ODD and _is_odd(c.word, c.field) for c in columns if c.field)


@lru_cache(maxsize=4096)
def _is_odd(word: str, field: Field) -> bool:
    known = COMMON.guess(word)
    first = known.claims[0][0] if known else OTHER
    return first not in {field.value, OTHER, RESPONSIBLE, STARRED}


def match_rows(
    rows: Sequence[Sequence[HeaderWord]], dialect: Dialect = COMMON
) -> list[tuple[Column, ...]]:
    """Give each word its field in every way that puts each row's words under groups of the row above.

    >>> from shishi.layouts.words.vocabulary import known_word
    >>> rows = [[known_word(w) for w in words.split()] for words in ("序号 责任分工", "牵头单位 配合单位")]
    >>> [[str(c.field) for c in way] for way in match_rows(rows)]
    [['code', 'lead_units', 'support_units']]
    """
    rows = rows_under_plan(rows)
    told = [word for row in rows for word in row]
    found: list[tuple[Column, ...]] = []
    for grouped in (told, list(map(covering, told))):  # the words that are groups for sure first
        answered = settle_remarks(settle_responsible(grouped, dialect))
        words = iter(prefer_latest(answered, dialect.report))
        settled = [[next(words) for _ in row] for row in rows]
        found += map(settle, row_orders(settled))
    return sorted(dict.fromkeys(found), key=_count_bare_groups)


def _count_bare_groups(columns: Sequence[Column]) -> int:
    """Count the words that only groups have and that cover nothing: 投资情况."""
    return sum(c.field is None and bool(covered_by(bare_word(c.word))) for c in columns)


def covering(word: HeaderWord) -> HeaderWord:
    """Let a word stand over the columns that fit what it says, besides those that it is listed to cover."""
    if not word.claims:
        return word
    return replace(word, covers=word.covers | load_covers().get(word.claims[0][0], frozenset()))


def covering_none(word: HeaderWord) -> HeaderWord:
    """Let a word stand over its own column alone: cells that are parted say what is below it."""
    return replace(word, covers=frozenset()) if word.covers else word


def overrule(columns: tuple[Column, ...], dialect: Dialect) -> tuple[Column, ...]:
    """Let the columns that a person named by number hold what the person says, and no others that."""
    signature = sign_header(c.word for c in columns) if dialect.said else ""
    said = {n: dialect.said_of(n, signature) for n in range(1, len(columns) + 1)}
    taken = {name for name in said.values() if name}
    named = []
    for number, column in enumerate(columns, 1):
        if name := said[number]:
            column = replace(column, field=None if name == OTHER else Field(name), sure=True)
        elif column.field in taken:
            column = replace(column, field=None)
        named.append(column)
    return tuple(named)
