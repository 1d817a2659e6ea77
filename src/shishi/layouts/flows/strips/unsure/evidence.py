"""What tells that a cell beside a blank column holds nothing of that column: other rows, a full stop, whole names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from shishi.layouts.flows.fit.costs import UNITS
from shishi.layouts.flows.strips.anchors import VERB
from shishi.layouts.flows.strips.names import COUNT_END
from shishi.layouts.flows.strips.words.said import COUNTERS, theme_ends
from shishi.layouts.words.names.kinds import is_person, is_unit
from shishi.records import Field

_NUMBERS = frozenset({Field.PERCENT, Field.INVESTMENT})
_PROSE = frozenset({Field.ITEM, Field.GOAL, Field.PROGRESS, Field.EXPLANATION, Field.REMARK})
_NUMBER_WITHIN = re.compile(
    f"(?<=[。;；])[0-9]+(?:[.][0-9]+)?%?(?![0-9.{COUNTERS}项月日年、余多至-])"
)
"""A number that counts nothing and begins a sentence: 已开工。45因修改。"""
_NEVER_STOPPED = frozenset({*_NUMBERS, *UNITS, Field.STATUS, Field.LEVELS, Field.LEADERS})
"""Cells of these kinds end with no stop."""
_SAID_LAST = frozenset({Field.REMARK, Field.EXPLANATION})
_STOPPED = ("。", "!", "！", "?", "？")
_PARTED = re.compile(r"[、,，;；\s]+")
_HAN = re.compile("[\u4e00-\u9fff]+")
_LIKE_A_NUMBER = re.compile("[0-9./—%-]")
_SHORTEST_NAME, _LONGEST_NAME = 2, 3
_SHORTEST_THEME, _LONGEST_THEME = 3, 14
_USUAL_THEME = 4
_FEWEST = 3
_REPORTS = re.compile("已|正在")
"""What an item never says, and a report does."""


class Evidence:
    """The cells of the columns of one table as they were cut: `texts` by column, one for every row that has one."""

    def __init__(self, texts: Sequence[Sequence[str]], fields: Sequence[Field | None]) -> None:
        self._fields = fields
        self._counts = [Counter(cells) for cells in texts]
        self._parts = [Counter(p for cell in cells for p in _PARTED.split(cell)) for cells in texts]
        self._units = Counter(
            name
            for k, cells in enumerate(texts)
            for cell in cells
            for name in _PARTED.split(cell.replace("★", ""))
            if fields[k] in UNITS
        )
        self._leaders = {
            part
            for k in self._columns_of(Field.LEADERS)
            for part in self._parts[k]
            if is_person(part)
        }
        self._numeric = {
            k
            for k, cells in enumerate(texts)
            if fields[k] in _NUMBERS and len(cells) >= _FEWEST and all(map(_is_number, cells))
        }

    def clears(self, text: str, column: int, blank: int, *, filled: Collection[int]) -> bool:
        """Tell a cell of a column that holds no text of a blank one, however near another reading comes.

        A stop ends what stands before a blank column, unless a sentence of the next one may: 已开工。45因修改。
        """
        kind = self._fields[column]
        if kind is Field.LEADERS and self._fields[blank] in _SAID_LAST:
            return all(self._is_name(part, column) for part in _PARTED.split(text))
        if kind is Field.REMARK:
            return self._fields[blank] is Field.LEADERS and self._counts[column][text] > 1
        if kind is Field.ITEM and self._fields[blank] is Field.THEME:
            return blank < column and not may_begin_with_theme(text)
        if kind in UNITS and self._fields[blank] is Field.LEADERS:
            return all(self._units[name] > 1 for name in _PARTED.split(text.replace("★", "")))
        if self._fields[blank] in _NEVER_STOPPED and self._is_next(column, blank, filled):
            if self._fields[blank] in _NUMBERS:
                return text.endswith(_STOPPED) and not _NUMBER_WITHIN.search(text)
            if kind is Field.ITEM and not self._is_item_alone(text, blank):
                return False
            return text.endswith(_STOPPED) or _ends_in_count(text)
        before = blank == column - 1 and blank in self._numeric
        return before and bool(_HAN.match(text))

    def _is_next(self, column: int, blank: int, filled: Collection[int]) -> bool:
        """Tell a blank column behind a cell with no blank one of sentences before the cell that follows."""
        behind = range(
            column + 1, min((k for k in filled if k > column), default=len(self._fields))
        )
        told = blank in behind and self._fields[column] in _PROSE
        return told and all(self._fields[k] in _NEVER_STOPPED for k in behind)

    def _is_item_alone(self, item: str, blank: int) -> bool:
        """Tell an item that reports nothing done and names nobody: else it holds the cells behind it.

        Before blank units it has to say first what is to be done, if most others do not end in a count as it does.
        """
        if _REPORTS.search(item) or any(person in item for person in self._leaders):
            return False
        return self._fields[blank] not in UNITS or bool(VERB.match(item)) or self._count_items()

    def _count_items(self) -> bool:
        """Tell a table whose items end in counts, most of them."""
        items = [i for k in self._columns_of(Field.ITEM) for i in self._counts[k].elements()]
        return 2 * sum(map(_ends_in_count, items)) > len(items)

    def _columns_of(self, name: Field) -> list[int]:
        return [k for k, field in enumerate(self._fields) if field is name]

    def _is_name(self, part: str, column: int) -> bool:
        """Tell a name of other rows, or a person's that is too short for another word within it."""
        short = _SHORTEST_NAME <= len(part) <= _LONGEST_NAME and is_person(part)
        return short or self._parts[column][part] > 1

    def begins_with_leader(self, text: str) -> bool:
        """Tell units that begin with a person whom other rows name as a leader: 王甲乙县水利局."""
        first = _PARTED.split(text)[0]
        return any(first.startswith(part) and is_unit(first[len(part) :]) for part in self._leaders)

    def begins_with_theme(self, item: str) -> bool:
        """Tell an item that begins with a theme of other rows, or with a word that ends as themes do and is as long."""
        themes = {theme for k in self._columns_of(Field.THEME) for theme in self._counts[k]}
        if any(item.startswith(theme) and item != theme for theme in themes):
            return True
        lengths = {len(theme) for theme in themes}
        if lengths != {_USUAL_THEME} or VERB.match(item) or not _HAN.fullmatch(item[:_USUAL_THEME]):
            return False
        told = item.endswith(theme_ends(), 2, _USUAL_THEME) and len(item) > _USUAL_THEME + 1
        return told and not item.startswith(theme_ends(), _USUAL_THEME)


def opens_with_units(text: str) -> bool:
    """Tell a sentence that begins with a list of units, which the column before it may hold: 云溪镇、县水利局举办."""
    first, *others = _PARTED.split(text)
    return bool(others) and is_unit(first)


def _ends_in_count(text: str) -> bool:
    """Tell words the last of which count something: 新建站台9个."""
    return [m.end() for m in COUNT_END.finditer(text)][-1:] == [len(text)]


def _is_number(cell: str) -> bool:
    """Tell a cell of a column of numbers: a figure, or a mark that there is none."""
    return _LIKE_A_NUMBER.match(cell) is not None


def may_begin_with_theme(item: str) -> bool:
    """Tell an item that may begin with a theme: what is to be done is said later, or once more a few words on.

    >>> [may_begin_with_theme(i) for i in ("新建公厕3座", "提升居住环境改造泵房9座", "公交优化新建站台")]
    [False, True, True]
    """
    if not VERB.match(item):
        return True
    words = _HAN.match(item)
    last = min(words.end() if words else 0, _LONGEST_THEME)
    return any(VERB.match(item, at) for at in range(_SHORTEST_THEME, last))
