"""Which word gets which field: each asks for its best, a field keeps its strongest, and what neighbours tell of each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from shishi.layouts.columns.column import Column
from shishi.layouts.words.dialect import Dialect
from shishi.layouts.words.vocabulary import (
    OTHER,
    RESPONSIBLE,
    STARRED,
    HeaderWord,
    is_year,
    load_headers,
)
from shishi.records import Field

_LEADS_SURELY, _OVER_DOING = 9, 7
_FULLY = (RESPONSIBLE, 5)
"""The claim of 责任单位, where 单位 alone claims less."""
_NO_FIELD = ((OTHER, 5),)
_WEAK = 1


_THEME_SURELY, _CONTENTS = 6, 8
_TWO = 2


def settle_responsible(words: Sequence[HeaderWord], dialect: Dialect) -> Sequence[HeaderWord]:
    """Let 责任单位 claim what it means in this district; a surer word for the same field still wins."""
    lead, support = Field.LEAD_UNITS.value, Field.SUPPORT_UNITS.value
    beside = any(w.claims[0][0] == lead and w.claims[0][1] >= _LEADS_SURELY for w in words)
    if not beside and dialect.alone == "lead":
        # Beside 实施主体 or 建设单位 it is who answers for the project, and they who carry it out.
        claims = [(lead, _OVER_DOING), (support, 5)]
    elif not beside:
        claims = [(support, 5), (lead, 5)]
    elif dialect.beside_lead == "lead":
        claims = [(lead, _LEADS_SURELY + 1), (support, 5)]
    else:
        claims = [(support, 5)]
    # 单位 beside another column of units is that of a measure: 个, 公里
    others = any(w.claims[0][0] == lead or w.claims[0] == _FULLY for w in words)
    # and 分工 beside 责任单位 says who does what; the group over it claims nothing anyway
    whole = any(w.claims[0] == _FULLY for w in words)
    return [
        replace(w, claims=_NO_FIELD if _is_less(w, others=others, whole=whole) else tuple(claims))
        if w.claims[0][0] == RESPONSIBLE
        else w
        for w in words
    ]


def settle_remarks(words: Sequence[HeaderWord]) -> Sequence[HeaderWord]:
    """Let 说明 be a remark, unless it may say why a status stands beside it, which is asked.

    Beside 备注 or 滞后原因 it is what that one is not.
    """
    first = [w.claims[0][0] for w in words]
    if Field.REMARK in first or sum(map(_may_remark, words)) != 1:
        return words
    if Field.STATUS in first and first.count(Field.EXPLANATION) == 1:
        return [replace(w, sure=False) if _may_remark(w) else w for w in words]
    return [replace(w, claims=w.claims[::-1]) if _may_remark(w) else w for w in words]


def _may_remark(word: HeaderWord) -> bool:
    return [name for name, _ in word.claims] == [Field.EXPLANATION, Field.REMARK]


def _is_less(word: HeaderWord, *, others: bool, whole: bool) -> bool:
    return (others and word.word == "单位") or (whole and word.claims[0][1] <= _WEAK)


def settle_contents(words: Sequence[HeaderWord]) -> Sequence[HeaderWord]:
    """Let 主要内容 say what is to be done where 类别 is the theme and 项目名称 beside it names the item.

    Without a theme of its own the name is the theme and the contents the item; with a column of goals
    the contents are no goal. 工作任务 beside them is the theme too.
    """
    if (named := _name_tasks(words)) is not None:
        return named
    item, goal, theme = Field.ITEM.value, Field.GOAL.value, Field.THEME.value
    first = [w.claims[0] if w.claims else ("", 0) for w in words]
    themes = [f for f, strength in first if f == theme and strength >= _THEME_SURELY]
    names = [i for i, w in enumerate(words) if first[i][0] == item and theme in dict(w.claims)]
    contents = [
        i
        for i, w in enumerate(words)
        if first[i][0] == item and first[i][1] >= _CONTENTS and dict(w.claims).get(goal) == _WEAK
    ]
    if not themes and len(contents) == 1 and len(tasks := _tasks(words)) == 1:
        [at] = tasks
        (_, strength), *rest = words[at].claims
        claims = ((item, strength), (theme, strength), *rest)
        return [replace(w, claims=claims) if i == at else w for i, w in enumerate(words)]
    others = [w for i, w in enumerate(words) if i not in contents and goal in dict(w.claims)]
    if not (themes and len(names) == len(contents) == 1) or others:
        return words
    settled = {names[0]: ((item, 10),), contents[0]: ((goal, 9),)}
    return [replace(w, claims=settled.get(i, w.claims)) for i, w in enumerate(words)]


def _name_tasks(words: Sequence[HeaderWord]) -> Sequence[HeaderWord] | None:
    """Let 实事名称 be the theme of the 办理事项 or 工作任务 behind it, where that is no goal.

    It is none beside another column of goals; then what it says would be of no field at all, and 事项
    before the name that gathers them would be theme.
    """
    item, goal, theme = Field.ITEM.value, Field.GOAL.value, Field.THEME.value
    claims = [dict(w.claims) for w in words]
    first = [w.claims[0] if w.claims else ("", 0) for w in words]
    if any(field == theme for field, _ in first):
        return None
    ends = tuple(load_headers()["looks"]["tasks"])
    items = [i for i, (field, _) in enumerate(first) if field == item]
    tasks = [i for i in items if words[i].word.endswith(ends) and first[i][1] < _CONTENTS]
    if (
        len(items) != _TWO
        or len(tasks) != 1
        or tasks[0] != items[1]
        or theme not in claims[items[0]]
    ):
        return None
    name, task = items
    is_goal = claims[task].get(goal, 0)
    if is_goal and (is_goal >= first[task][1] or all(f != goal for f, _ in first)):
        return None
    settled = {name: ((theme, first[name][1]),), task: ((item, first[task][1]),)}
    return [replace(w, claims=settled.get(i, w.claims)) for i, w in enumerate(words)]


def _tasks(words: Sequence[HeaderWord]) -> list[int]:
    """Give the words that are an item rather than a goal, and no theme by themselves: 工作任务, not 目标任务."""
    item, goal, theme = Field.ITEM.value, Field.GOAL.value, Field.THEME.value
    claims = [dict(w.claims) for w in words]
    return [
        i
        for i, c in enumerate(claims)
        if _WEAK < c.get(goal, 0) < c.get(item, 0) < _CONTENTS and theme not in c
    ]


def settle(words: Sequence[HeaderWord]) -> tuple[Column, ...]:
    """Match words with fields: each word asks for its best field, a field keeps its strongest word."""
    held: dict[str, int] = {}
    turn = dict.fromkeys(range(len(words)), 0)
    waiting = list(range(len(words)))[::-1]
    while waiting:
        asking = waiting.pop()
        claims = words[asking].claims
        if turn[asking] >= len(claims) or claims[turn[asking]][0] == OTHER:
            continue
        field, strength = claims[turn[asking]]
        if strength <= _WEAK and turn[asking] and _is_one_of_several(words, asking):
            continue  # 目标 twice is no goal and an item, nor is 一季度目标
        holder = held.get(field)
        if holder is None or strength > dict(words[holder].claims)[field]:
            held[field] = asking
            asking = holder if holder is not None else -1
        if asking >= 0:
            turn[asking] += 1
            waiting.append(asking)
    _name_item(words, held)
    _name_theme(words, held)
    given = {index: field for field, index in held.items()}
    return tuple(c for i, word in enumerate(words) for c in _columns_of(word, given.get(i)))


def _name_item(words: Sequence[HeaderWord], held: dict[str, int]) -> None:
    """Let 工作目标 be the promise itself where no other column says what is promised.

    So only beside numbers: a table of scores has goals as well.
    """
    item, goal = Field.ITEM.value, Field.GOAL.value
    if item in held or Field.CODE.value not in held or any(map(_scores, words)):
        return
    index = held.get(goal, -1)
    if index < 0 or item not in dict(words[index].claims) or _stands_twice(words, index):
        return
    if _of_a_year(words[index].period):
        held[item] = held.pop(goal)


def _scores(word: HeaderWord) -> bool:
    return word.word.endswith(tuple(load_headers()["looks"]["scores"]))


def _name_theme(words: Sequence[HeaderWord], held: dict[str, int]) -> None:
    """Let 工程名称 be the theme of the 项目名称 behind it."""
    item, theme = (held.get(f.value, -1) for f in (Field.ITEM, Field.THEME))
    over, under = load_headers()["looks"]["over"]
    if 0 <= item < theme and over in words[item].word and under in words[theme].word:
        held[Field.ITEM.value], held[Field.THEME.value] = theme, item


def _of_a_year(period: str) -> bool:
    return not period or is_year(period)


def _is_one_of_several(words: Sequence[HeaderWord], index: int) -> bool:
    return _stands_twice(words, index) or not _of_a_year(words[index].period)


def _stands_twice(words: Sequence[HeaderWord], index: int) -> bool:
    return sum(w.printed == words[index].printed for w in words) > 1


def _columns_of(word: HeaderWord, field: str | None) -> Iterator[Column]:
    if field == STARRED:
        yield Column(Field.LEAD_UNITS, word.printed, starred=True)
        yield Column(Field.SUPPORT_UNITS, word.printed)
    else:
        known = Field(field) if field else None
        yield Column(known, word.printed, word.period, word.unit, sure=word.sure or known is None)
