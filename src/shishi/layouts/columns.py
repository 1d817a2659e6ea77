"""Columns of a project table: header words matched with fields, groups of two-level headers resolved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from shishi.layouts.words.composing import compose_word
from shishi.layouts.words.dating import is_part, prefer_latest
from shishi.layouts.words.dialect import COMMON, Dialect
from shishi.layouts.words.groups import deep_orders, flat_orders, place_row
from shishi.layouts.words.vocabulary import (
    OTHER,
    RESPONSIBLE,
    STARRED,
    HeaderWord,
    is_period,
    is_year,
    known_word,
    load_covers,
    sign_header,
)
from shishi.records import Field

_MOST_READINGS = 6
_LEADS_SURELY, _OVER_DOING = 9, 7
_FULLY = (RESPONSIBLE, 5)
"""The claim of 责任单位, where 单位 alone claims less."""
_NO_FIELD = ((OTHER, 5),)
_REPORTED = frozenset({Field.PROGRESS, Field.STATUS, Field.PERCENT})
_SCORES = ("得分", "分值", "扣分", "权重")
_WEAK, _OFTEN_ODD = 1, frozenset({Field.THEME})  # 项目 is one beside 建设内容
_THEME_SURELY, _CONTENTS = 6, 8


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the field it fills (None: kept as `other`), and the header word it got it from.

    `starred` marks the half of a shared unit column that holds the ★ leads. `printed` is False for a column that no word
    of the header names (codes such as 1.1), `sure` where the meaning of the word was guessed. `ticked` is the field that
    the word fills where a √ stands below; `unread` where a person is asked for it. `counted`: bare numbers stand below.
    """

    field: Field | None
    word: str = ""
    period: str = ""
    unit: str = ""
    starred: bool = False
    printed: bool = True
    sure: bool = True
    ticked: Field | None = None
    unread: bool = False
    counted: bool = False

    @property
    def is_known(self) -> bool:
        """Whether it is known what the word means: a field's, a tick's, or that of another time (二季度目标, 二季度)."""
        known = self.field is not None or self.ticked is not None
        return not self.unread and (known or bool(self.period) or is_period(self.word))


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
    words = prefer_latest(_settle_responsible(words, dialect), dialect.report)
    # a name that is a group in some order settles nothing there, nor does one that it leaves alone
    told = _settle_contents if _settle_contents(words) is not words else list
    readings = dict.fromkeys(_settle(told(order)) for order in flat_orders(words))
    if min(map(count_unnamed, readings)):
        distinct = {tuple(map(id, order)): order for order in deep_orders(words)}
        readings |= dict.fromkeys(_settle(told(order)) for order in distinct.values())
    return likeliest(readings)


def likeliest(readings: Iterable[tuple[Column, ...]]) -> list[tuple[Column, ...]]:
    """Give the readings that leave the fewest words without a field, those first that leave none."""
    told = sorted(dict.fromkeys(readings), key=lambda r: (count_unnamed(r), count_odd(r)))
    return [r for r in told if count_unnamed(r) <= count_unnamed(told[0]) + 2][:_MOST_READINGS]


def _settle_responsible(words: Sequence[HeaderWord], dialect: Dialect) -> Sequence[HeaderWord]:
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
    return [
        replace(w, claims=_NO_FIELD if others and w.word == "单位" else tuple(claims))
        if w.claims[0][0] == RESPONSIBLE
        else w
        for w in words
    ]


def _settle_contents(words: Sequence[HeaderWord]) -> Sequence[HeaderWord]:
    """Let 主要内容 say what is to be done where 类别 is the theme and 项目名称 beside it names the item.

    Without a theme of its own the name is the theme and the contents the item; with a column of goals
    the contents are no goal. 工作任务 beside them is the theme too.
    """
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


def without_parts(columns: tuple[Column, ...], dialect: Dialect) -> tuple[Column, ...]:
    """Let no quarter's goal be the goal where nothing was done, which would say what quarter it is."""
    if any(c.field in _REPORTED or c.ticked or c.unread for c in columns):
        return columns
    periods = [c.period or c.word for c in columns if c.period or is_period(c.word)]
    return tuple(
        replace(c, field=None)
        if c.field is Field.GOAL and c.period and is_part(c.period, periods, dialect.report)
        else c
        for c in columns
    )


def count_unnamed(columns: Sequence[Column]) -> int:
    """Count the columns without a field of their own."""
    return sum(c.field is None for c in columns)


def count_odd(columns: Sequence[Column]) -> int:
    """Count the columns that hold something else than their words say first: 具体内容 as the goal.

    >>> count_odd([Column(Field.GOAL, "具体内容"), Column(Field.ITEM, "任务")])
    1
    """
    return sum(c.field not in _OFTEN_ODD and _is_odd(c.word, c.field) for c in columns if c.field)


@lru_cache(maxsize=4096)
def _is_odd(word: str, field: Field) -> bool:
    known = known_word(word) or compose_word(word)
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
    told = [word for row in rows for word in row]
    found: list[tuple[Column, ...]] = []
    for grouped in (told, list(map(covering, told))):  # the words that are groups for sure first
        words = iter(prefer_latest(_settle_responsible(grouped, dialect), dialect.report))
        settled = [[next(words) for _ in row] for row in rows]
        orders = settled[:1]
        for number, below in enumerate(settled[1:], 2):
            lone = len(below) == 1 and number < len(settled)  # a group alone under a group
            orders = [w for order in orders for w in place_row(order, below, fewest=2 - lone)]
        found += map(_settle, orders)
    return list(dict.fromkeys(found))


def covering(word: HeaderWord) -> HeaderWord:
    """Let a word stand over the columns that fit what it says, besides those that it is listed to cover."""
    if not word.claims:
        return word
    return replace(word, covers=word.covers | load_covers().get(word.claims[0][0], frozenset()))


def _tasks(words: Sequence[HeaderWord]) -> list[int]:
    """Give the words that are an item rather than a goal, and no theme by themselves: 工作任务, not 目标任务."""
    item, goal, theme = Field.ITEM.value, Field.GOAL.value, Field.THEME.value
    claims = [dict(w.claims) for w in words]
    return [
        i
        for i, c in enumerate(claims)
        if _WEAK < c.get(goal, 0) < c.get(item, 0) < _CONTENTS and theme not in c
    ]


def _settle(words: Sequence[HeaderWord]) -> tuple[Column, ...]:
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
    return word.word.endswith(_SCORES)


def _name_theme(words: Sequence[HeaderWord], held: dict[str, int]) -> None:
    """Let 工程名称 be the theme of the 项目名称 behind it."""
    item, theme = (held.get(f.value, -1) for f in (Field.ITEM, Field.THEME))
    if 0 <= item < theme and "工程" in words[item].word and "项目" in words[theme].word:
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


def keys_of(columns: Sequence[Column]) -> tuple[str, ...]:
    """Name each column for what a record keeps as `other`: by its word, or by its number without one.

    A word that several columns have is the key of the first that no field has; the others have their
    number behind it. So a key is one column's in every row, whichever of them are blank.

    >>> keys_of([Column(None, "点位"), Column(None), Column(None, "点位")])
    ('点位', 'column 2', '点位 3')
    """
    keys: dict[int, str] = {}
    taken: set[str] = set()
    for index in sorted(range(len(columns)), key=lambda i: columns[i].field is not None):
        word, number = columns[index].word, index + 1
        ways = (word, f"{word} {number}" if word else "", f"column {number}")
        keys[index] = next(key for key in ways if key and key not in taken)
        taken.add(keys[index])
    return tuple(keys[index] for index in range(len(columns)))


def one_a_word(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Take the two halves of a column with ★ for the one column that they are where cells are marked off.

    >>> starred = [Column(Field.LEAD_UNITS, "单位", starred=True), Column(Field.SUPPORT_UNITS, "单位")]
    >>> len(one_a_word(starred))
    1
    """
    starred = {i for i, c in enumerate(columns) if c.starred}
    return tuple(c for i, c in enumerate(columns) if i - 1 not in starred)


def unparted(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Take a column with ★ as one in which a lead may stand anywhere among the units.

    >>> starred = [Column(Field.LEAD_UNITS, "单位", starred=True), Column(Field.SUPPORT_UNITS, "单位")]
    >>> unparted(starred) == (Column(Field.LEAD_UNITS, "单位"),)
    True
    """
    halves = [(None, columns[0]), *pairwise(columns)]
    return tuple(
        replace(c, starred=False)
        for before, c in halves
        if not (before and before.starred and c.field is Field.SUPPORT_UNITS)
    )


def with_star(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Part the column of leading units where ★ marks them and no column beside it holds the others.

    >>> [c.starred for c in with_star((Column(Field.ITEM), Column(Field.LEAD_UNITS)))]
    [False, True, False]
    """
    if any(c.field is Field.SUPPORT_UNITS for c in columns):
        return columns
    parted: list[Column] = []
    for column in columns:
        if column.field is Field.LEAD_UNITS:
            halves = replace(column, starred=True), replace(column, field=Field.SUPPORT_UNITS)
            parted += halves
        else:
            parted.append(column)
    return tuple(parted)


def keeps_order(columns: Sequence[Column], words: Sequence[str]) -> bool:
    """Tell columns whose words, those of one header row, stand in the order of that row.

    >>> keeps_order([Column(None, "乙"), Column(None, "甲")], ["甲", "乙"])
    False
    """
    found = list(dict.fromkeys(c.word for c in columns if c.word in words))
    return found == [w for w in dict.fromkeys(words) if w in found]


def is_project_table(columns: Sequence[Column]) -> bool:
    """Tell a table of projects from other tables: an item, and who does it or how far it is."""
    fields = {c.field for c in columns}
    if Field.ITEM not in fields and Field.THEME not in fields:
        return False
    return len(fields - {None}) >= 3 and bool(
        fields & {Field.LEAD_UNITS, Field.PROGRESS, Field.STATUS, Field.GOAL}
    )


def may_list_projects(columns: Sequence[Column]) -> bool:
    """Tell columns that may be those of a list of projects: an item, and a number or a theme or more of it.

    >>> may_list_projects([Column(Field.CODE), Column(Field.ITEM)]), may_list_projects([Column(Field.ITEM)])
    (True, False)
    """
    fields = {c.field for c in columns if c.sure and c.field}
    return Field.ITEM in fields and len(fields) > 1
