"""The quarters of a year in a header of several rows that was flattened: which group of the row above they are of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from shishi.layouts.words.vocabulary import HeaderWord, is_period, load_headers
from shishi.records import Field
from shishi.text.periods import Period, find_periods

_ANY_YEAR = 2000
_FEWEST, _STRENGTH = 2, 6


def quarters_under_plan(words: Sequence[HeaderWord]) -> list[HeaderWord]:
    """Put the quarters of a whole year in the place of the one word for a plan by stages before them.

    Such a plan has a stage for every quarter, and a report on a quarter to come says nothing: of 时序安排
    and 完成情况 above them it is the first that covers the quarters. Elsewhere the words stay as they are.

    >>> from shishi.layouts.words.vocabulary import known_word, of_time
    >>> words = [known_word(w) for w in "项目 季度计划 完成情况 备注".split()]
    >>> words += [of_time(w) for w in "一季度 二季度 三季度 四季度".split()]
    >>> [w.printed for w in quarters_under_plan(words)]
    ['项目', '一季度', '二季度', '三季度', '四季度', '完成情况', '备注']
    """
    [row] = rows_under_plan([words])
    return row


def rows_under_plan(rows: Sequence[Sequence[HeaderWord]]) -> list[list[HeaderWord]]:
    """Put the quarters of a year in the place of the plan above them where the rows of a header are known.

    >>> from shishi.layouts.words.vocabulary import known_word, of_time
    >>> rows = [[known_word("季度计划"), known_word("进展情况")], [of_time("上半年"), of_time("下半年")]]
    >>> [[w.printed for w in row] for row in rows_under_plan(rows)]
    [['上半年', '下半年', '进展情况']]
    """
    told = [list(row) for row in rows]
    number, year = next(
        ((n, y) for n, row in enumerate(told) if (y := find_year([w.printed for w in row]))),
        (0, range(0)),
    )
    above = [(n, i) for n, row in enumerate(told[:number]) for i in range(len(row))]
    above += [(number, i) for i in range(year.start)]
    plans = [(n, i) for n, i in above if _is_plan(told[n][i])]
    if len(plans) != 1:
        return told
    [(upper, at)] = plans
    quarters = [_of_plan(told[upper][at], w) for w in told[number][year.start : year.stop]]
    del told[number][year.start : year.stop]
    told[upper][at : at + 1] = quarters
    return list(filter(None, told))


def _of_plan(plan: HeaderWord, quarter: HeaderWord) -> HeaderWord:
    """Give the column of what is planned for a quarter."""
    strength = dict(plan.claims).get(Field.GOAL, _STRENGTH)
    return replace(
        plan,
        printed=quarter.printed,
        period=quarter.printed,
        claims=((Field.GOAL.value, strength),),
        covers=frozenset(),
    )


def find_year(printed: Sequence[str]) -> range:
    """Find the words side by side that are the parts of one year, each behind the other; no range where none are.

    >>> find_year("项目 一季度 二季度 三季度 四季度".split()), find_year("上半年 下半年 四季度".split())
    (range(1, 5), range(0, 2))
    >>> find_year("一季度 二季度".split())
    range(0, 0)
    """
    told = [_period(word) for word in printed]
    for start, first in enumerate(told):
        if first is None or first.first != 1:
            continue
        end = start + 1
        for one, other in pairwise(told[start:]):
            if one is None or other is None or other.first != one.last + 1:
                break
            end += 1
        last = told[end - 1]
        if end - start >= _FEWEST and last is not None and last.last == 12:
            return range(start, end)
    return range(0)


def _period(printed: str) -> Period | None:
    found = find_periods(printed, year=_ANY_YEAR) if is_period(printed) else []
    return found[-1][1] if found else None


def _is_plan(word: HeaderWord) -> bool:
    """Tell a word for the goals of some times, which names none: 季度计划, 分季度目标, and 时序进度 for what is due."""
    looks = load_headers()["looks"]
    if not word.claims or word.period:
        return False
    goals = word.claims[0][0] == Field.GOAL or word.covers == {Field.GOAL}
    staged = goals and any(part in word.word for part in looks["staged"])
    return staged or word.word.startswith(tuple(looks["scheduled"]))
