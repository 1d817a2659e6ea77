"""Where themes end that stand before an item with nothing between, and where what stands last in a row may begin.

A theme is a few words that name a group of projects, and most end as such names do (便民出行, 居住品质提升);
an item begins with what is to be done, as other items of the page do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.strips.anchors import VERB
from shishi.layouts.flows.strips.lexicon import Habits
from shishi.layouts.flows.strips.words.said import theme_ends
from shishi.records import Field

FREE_CUT = 8
"""What it costs that a theme ends, or a remark begins, where nothing says so."""
LIKE_AN_ITEM = 6
_TOLD_END, _OPENED, _SHORTEST, _LONGEST = 4, 3, 4, 13
_HAN_PAIR = re.compile("[\u4e00-\u9fff”)）%、]?[\u4e00-\u9fff0-9“(①]")
_HAN = re.compile("[\u4e00-\u9fff]+")
ONE_VERB = re.compile("(?:提升|更新|建设|完善|优化|整治)改造|(?:改造|优化|整治|完善|建设)提升")
"""Two verbs that go together at the beginning of an item."""


_NAMES = ("项目", "名称", "实事", "工程")


def names_projects(column: Column) -> bool:
    """Tell a column of names beside the one of the projects: 项目名称 where 项目内容 is the item."""
    return column.field is None and column.word.endswith(_NAMES)


def with_names_as_themes(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Cut the projects' names like themes, where headings say the themes: they end before what is to be done too.

    >>> [c.field for c in with_names_as_themes([Column(None, "项目名称"), Column(Field.ITEM)])]
    [<Field.THEME: 'theme'>, <Field.ITEM: 'item'>]
    """
    themed = any(c.field is Field.THEME for c in columns)
    told = [
        not themed and names_projects(c) and following.field is Field.ITEM
        for c, following in zip(columns, [*columns[1:], Column(None)], strict=True)
    ]
    return tuple(
        replace(c, field=Field.THEME) if names else c
        for c, names in zip(columns, told, strict=True)
    )


class Themes:
    """The theme that one row may begin with behind its code, of a table with these columns.

    `behind` are the columns that a theme may stand before, `free` the cuts that only it may end with.
    """

    def __init__(
        self, text: str, code_end: int, columns: Sequence[Column], *, habits: Habits
    ) -> None:
        self._text, self._start, self._habits = text, code_end, habits
        self._fields = [c.field for c in columns]
        self.behind: Sequence[Column] = ()
        self.free: set[int] = set()
        if Field.THEME in self._fields[:3]:
            first = self._fields.index(Field.THEME) + 1
            items = Field.ITEM in self._fields[first:]
            last = self._fields.index(Field.ITEM, first) if items else first
            self.behind = columns[first : last + 1]

    def free_cuts(self) -> Iterator[int]:
        """Yield where a theme may end behind the code, a theme or a remark begin at the end of the row."""
        text, begin, end = self._text, self._start, len(self._text)
        free: set[int] = set()
        if self.behind or Field.THEME in self._fields[:3]:
            free |= set(range(begin + 3, min(end, begin + _LONGEST + 4)))
        if self._fields and self._fields[-1] in {Field.THEME, Field.REMARK}:
            free |= set(range(max(begin, end - _LONGEST), end - 1))
        for at in sorted(free):
            if _HAN_PAIR.fullmatch(text[at - 1 : at + 1]):
                yield at

    def leave(self, free: set[int]) -> None:
        """Keep of these cuts, which nothing else may use, those that are near the beginning of the row."""
        self.free = {at for at in free if self.behind and at <= self._start + _LONGEST + 3}

    def end_cost(self, start: int, end: int, usual: int) -> int:
        """Give what it costs that a theme ends here; `usual` is what it costs any cell.

        It ends with such words as themes do, and an item begins behind it.
        """
        told = self._text.endswith(theme_ends(), start + 2, end)
        opens = self._opens_item(end) and end + 2 not in self.ends
        cost = (0 if opens else _TOLD_END) if told else _OPENED if opens else max(usual, FREE_CUT)
        if not told and VERB.match(self._text, start):
            cost += LIKE_AN_ITEM
        return cost + LIKE_AN_ITEM * sum(start < at < end for at in self.ends)

    def is_before_end(self, start: int) -> bool:
        """Tell a place behind the code where the theme has not ended yet."""
        return self._start < start and any(start < at for at in self.ends)

    @cached_property
    def ends(self) -> list[int]:
        """Where a theme seems to end for sure: of 住房|保障|改造|更换 the last place.

        >>> Themes("1便民出行新建公交站3座", 1, [], habits=Habits()).ends
        [5]
        """
        text, start = self._text, self._start
        found = [
            at
            for at in range(start + _SHORTEST, min(len(text), start + _LONGEST + 4))
            if text.endswith(theme_ends(), start + 2, at)
            and self._opens_item(at)
            and not ONE_VERB.match(text, at - 2)
        ]
        return [at for at in found if at + 2 not in found]

    def _opens_item(self, at: int) -> bool:
        """Tell words that items begin with: verbs, 为 and 在, and what other rows of the page begin with."""
        return bool(VERB.match(self._text, at)) or self._text[at : at + 2] in self._habits.firsts


_MOST_ITEMS, _FEWEST_ITEMS = 0.9, 6


def items_open(items: Sequence[str]) -> bool:
    """Tell a table whose items begin with what is to be done, nearly all of them.

    >>> items_open(["新建公厕3座", "改造泵房9座"] * 3), items_open(["公厕3座", "改造泵房9座"] * 3)
    (True, False)
    """
    found = sum(bool(VERB.match(item)) for item in items)
    return len(items) >= _FEWEST_ITEMS and found >= _MOST_ITEMS * len(items)


def may_hold_theme(item: str, *, opening: bool) -> bool:
    """Tell an item that may begin with the theme of the rows below; `opening`: all others say first what is to be done.

    >>> may_hold_theme("全民健身补短板新建步道", opening=True), may_hold_theme("推进技能引育组织培训", opening=False)
    (True, True)
    >>> may_hold_theme("健身步道9公里", opening=True), may_hold_theme("推进步道改造提升", opening=True)
    (False, False)
    """
    odd = opening and not VERB.match(item)
    for at in range(_SHORTEST, _LONGEST + 1):
        if not _HAN.fullmatch(item, 0, at):
            return False
        told = item.endswith(theme_ends(), 2, at) and not item.startswith(theme_ends(), at)
        if (odd or told) and VERB.match(item, at) and _HAN.match(item, at + 2):
            return True
    return False
