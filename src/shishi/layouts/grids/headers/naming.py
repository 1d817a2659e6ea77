"""What the columns of a ruled table mean, by the words over them and the cells below."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from shishi.layouts.columns.column import Column, is_project_table, may_list_projects, one_a_word
from shishi.layouts.columns.evidence import guess_word, load_reported, look_at_column, weigh
from shishi.layouts.columns.matching import covering_none, match_columns, without_parts
from shishi.layouts.grids.headers.shared import (
    Plain,
    doubt_lost,
    doubt_twins,
    fill_beside,
    goes_on,
    share_groups,
)
from shishi.layouts.grids.spread import Rows
from shishi.layouts.grids.ticks import find_ticks, with_ticks
from shishi.layouts.terms import Terms
from shishi.layouts.units.labelled import short_labels
from shishi.layouts.words.crossed import value_field
from shishi.layouts.words.dialect import SAID, Dialect, with_meaning
from shishi.layouts.words.vocabulary import (
    OTHER,
    RESPONSIBLE,
    HeaderWord,
    date_claims,
    find_forms,
    is_period,
    load_headers,
    sign_header,
)
from shishi.readers.document import Cell
from shishi.records import Field

_FEWEST, _FEWEST_OF_LIST = 3, 2
_NOUN = 2  # 单位, 领导, 情况
_VALUE = 7
_BODY = "单位"
_DEEP = 2
_MONTH, _TOTAL = ("本月", "当月", "本季度"), "累计"
_JOINTS = re.compile("[及和与、/]")
_DATE = re.compile(
    r"(?:[0-9]{4}[-./年][0-9]{1,2}[-./月]?|[0-9]{1,2}月份?)(?:[0-9]{1,2}日?)?[上中下]?[旬底末]?[之以]?前?"
)
_OF_A_TIME = (Field.PROGRESS, Field.GOAL)
_UNITS = (Field.LEAD_UNITS, Field.SUPPORT_UNITS, RESPONSIBLE)
_WHO: Mapping[str, Sequence[str]] = {
    "姓名": (Field.LEADERS,),
    **dict.fromkeys(("名称", "单位", "部门", "单位名称", "部门名称"), _UNITS),
}
"""Words that say only that names stand below, and of what fields a group makes them."""


@dataclass(frozen=True, slots=True)
class Named:
    """The columns of a header, and how many of them are known by their words."""

    columns: tuple[Column, ...]
    known: int


def name_columns(header: Rows, plain: Plain, body: Plain, *, terms: Terms) -> Named | None:
    """Name the columns under a header of one to three rows; None when it heads no project table.

    A column is named by the lowest word above it; a word over several columns is only their group.
    What the word leaves open, the cells below decide; a word that nobody knows is guessed from them.
    """
    words = _words(header, plain, body, dialect=terms.dialect)
    known = sum(word is not None and word.claims[0][0] != OTHER for _, word in words)
    if known < (_FEWEST_OF_LIST if terms.few else _FEWEST):
        return None
    distinct: list[HeaderWord] = []
    positions: list[int] = []
    blank: set[int] = set()
    ticks = find_ticks(header, plain, body, terms=terms)
    for column, (printed, word) in enumerate(words):
        if column in ticks:
            distinct.append(_unknown(printed))
            positions.append(column)
        elif printed and not goes_on(header, column):
            looks = look_at_column((row[column] for row in body), terms.statuses)
            blank |= {len(distinct)} if body and not looks.count else set()
            distinct.append(weigh(word, looks) if word else guess_word(_unknown(printed), looks))
            positions.append(column)
    distinct = _reported(distinct, blank)
    named = _spread_over(distinct, positions, len(words), dialect=terms.dialect)
    named = fill_beside(named, header, body, terms=terms)
    named = share_groups(with_ticks(named, ticks), header, plain, body=body, terms=terms)
    is_wanted = may_list_projects if terms.few else is_project_table
    if not is_wanted([c for c in named if c.sure]):
        return None
    named = doubt_lost(_by_item(named), header, plain, body=body, terms=terms)
    return Named(doubt_twins(named, body), known)


def _by_item(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Let the last of several columns of numbers before the items number them: those before it number themes."""
    fields = [c.field for c in columns]
    if Field.CODE not in fields or Field.ITEM not in fields:
        return columns
    own, item = fields.index(Field.CODE), fields.index(Field.ITEM)
    same = [i for i in range(own + 1, item) if columns[i] == replace(columns[own], field=None)]
    if not same or Field.THEME not in fields[own : same[-1]]:
        return columns
    moved = {own: replace(columns[own], field=None), same[-1]: columns[own]}
    return tuple(moved.get(i, c) for i, c in enumerate(columns))


def _reported(words: list[HeaderWord], blank: set[int]) -> list[HeaderWord]:
    """Let a column of progress that nobody has filled yet be no candidate beside a dated one that is filled.

    Without a date it is the one that the page is about, and the other is doubted.
    """
    done = {i for i, w in enumerate(words) if w.claims[0][0] == Field.PROGRESS}
    dated = {i for i in done if words[i].period}
    if not dated - blank:
        return words
    ahead, late = done & blank, bool((done - dated) & blank) and not (done - dated - blank)
    told = [replace(w, claims=((OTHER, 5),)) if i in ahead else w for i, w in enumerate(words)]
    return [replace(w, sure=False) if late and i in dated else w for i, w in enumerate(told)]


def _spread_over(
    words: Sequence[HeaderWord], positions: Sequence[int], width: int, *, dialect: Dialect
) -> tuple[Column, ...]:
    """Match the words with fields and put the columns where their words stand."""
    columns = match_columns([covering_none(w) for w in words], dialect)
    flat = without_parts(one_a_word(columns[0]), dialect)
    named: list[Column] = [Column(None)] * width
    for name, position in zip(flat, positions, strict=True):
        named[position] = name
    return tuple(named)


def _unknown(printed: str) -> HeaderWord:
    return HeaderWord(printed, printed, ((OTHER, 5),))


def _words(
    header: Rows, plain: Plain, body: Plain, *, dialect: Dialect
) -> list[tuple[str, HeaderWord | None]]:
    """Give the printed word over each column, and what is known of it.

    A group over all columns is the title of the table and says nothing of one; so is one over all but the
    first, unless it is a header word (完成情况 beside 序号).
    """
    found = []
    for column in range(len(header[0])):
        path: list[str] = []
        seen: list[int] = []
        for cells, words in zip(header, plain, strict=True):
            cell = cells[column]
            over_all = (
                cell and cell is not header[-1][column] and _is_over_all(cell, words, dialect)
            )
            if cell and words[column] and id(cell) not in seen and not over_all:
                seen.append(id(cell))
                path.append(words[column])
        if path and _is_gap(header, column):
            path = []
        found.append((path[-1] if path else "", _word_of(path, dialect) if path else None))
    found = _beside_goals(_with_totals(found), body, dialect)
    return _overruled(found, dialect) if dialect.said else found


def _with_totals(
    words: Sequence[tuple[str, HeaderWord | None]],
) -> list[tuple[str, HeaderWord | None]]:
    """Let 累计完成 mean what 本月完成 beside it does, up to now."""
    of_month = {w.word: w for _, w in words if w and w.period in _MONTH}
    return [
        (printed, replace(of_month[rest], printed=printed, period=""))
        if word is None and (rest := printed.removeprefix(_TOTAL)) != printed and rest in of_month
        else (printed, word)
        for printed, word in words
    ]


def _beside_goals(
    words: Sequence[tuple[str, HeaderWord | None]], body: Plain, dialect: Dialect
) -> list[tuple[str, HeaderWord | None]]:
    """Let 完成 mean what was done beside 目标, where no other column says that.

    Beside 开工, or over nothing but periods, it says when it is due.
    """
    claimed = {w.claims[0][0] for _, w in words if w}
    begun = any(printed in load_headers()["looks"]["begun"] for printed, _ in words)
    if Field.GOAL not in claimed or Field.PROGRESS in claimed or begun:
        return list(words)
    return [
        (printed, HeaderWord(printed, printed, ((Field.PROGRESS.value, _VALUE),)))
        if word is None
        and printed
        and value_field(printed, dialect) is Field.PROGRESS
        and not _says_when(row[column] for row in body)
        else (printed, word)
        for column, (printed, word) in enumerate(words)
    ]


def _says_when(cells: Iterable[str]) -> bool:
    told = [cell for cell in cells if cell]
    return bool(told) and all(is_period(cell) or _DATE.fullmatch(cell) for cell in told)


def _is_over_all(cell: Cell, words: Sequence[str], dialect: Dialect) -> bool:
    """Tell a title in the header: over all columns, or over all but the first and no header word."""
    left = len(words) - cell.columns
    return left <= 0 or (left == 1 and dialect.guess(words[cell.column - 1]) is None)


def _overruled(
    words: Sequence[tuple[str, HeaderWord | None]], dialect: Dialect
) -> list[tuple[str, HeaderWord | None]]:
    """Let the columns that a person named by number claim what the person says."""
    signature = sign_header(word.printed if word else printed for printed, word in words)
    said = [dialect.said_of(number, signature) for number in range(1, len(words) + 1)]
    return [
        (printed, with_meaning(word or _unknown(printed), name, SAID) if name else word)
        for (printed, word), name in zip(words, said, strict=True)
    ]


def _is_gap(header: Rows, column: int) -> bool:
    """Tell a blank column under a group whose other columns have words of their own."""
    printed = [r for r in header if (c := r[column]) and c.text.value.strip()]
    group, last = printed[-1][column], header[-1]
    if group is None or group.columns == 1 or group is last[column]:
        return False
    children = range(group.column - 1, min(len(last), group.column - 1 + group.columns))
    return any((c := last[i]) and c is not group and c.text.value.strip() for i in children)


def _word_of(path: Sequence[str], dialect: Dialect) -> HeaderWord | None:
    """Look up the lowest word of a column; a word that says little is read with the one above it."""
    word = dialect.guess(path[-1])
    if len(path) > 1 and (word is None or len(path[-1]) <= 2):
        together = dialect.guess("".join(path[-2:])) or dialect.guess("".join(path))
        word = _names_who(path[-1], path[-2], dialect) or together or word
        word = word or _of_its_group(path[-1], path[-2], dialect)
    if word is None and len(path) == 1:
        word = _of_a_role(path[0], dialect) or _of_a_time(path[0], dialect)
    if word is None and len(path) > 1 and is_period(path[-1]):
        # 完成情况 over 7月, 8月: the dates of one meaning
        above = dialect.guess(path[-2])
        word = replace(above, period=path[-1], covers=frozenset()) if above else None
    for group in reversed(path[:-1]):
        word = _with_group(word, group, dialect) if word else None
    return word


def _of_its_group(printed: str, group: str, dialect: Dialect) -> HeaderWord | None:
    """Read 牵头 below 责任单位 as 牵头单位: what the group names comes behind what parts it.

    Below a period or a word for progress or goals stands 完成 for what was done.
    """
    word = dialect.guess(printed + group) or dialect.guess(printed + group[-_NOUN:])
    if word:
        return replace(word, printed=printed)
    over = dialect.guess(group)
    if not is_period(group) and (over is None or over.claims[0][0] not in _OF_A_TIME):
        return None
    name = value_field(printed, dialect)
    return HeaderWord(printed, printed, ((name.value, _VALUE),)) if name else None


def _of_a_role(printed: str, dialect: Dialect) -> HeaderWord | None:
    """Read 牵头 and 配合 alone as 牵头单位 and 配合单位; without a number of columns they may be words of a sentence."""
    word = dialect.guess(printed + _BODY) if printed in short_labels() else None
    role = word is not None and word.claims[0][0] in (Field.LEAD_UNITS, Field.SUPPORT_UNITS)
    return replace(word, printed=printed) if word and role else None


def _of_a_time(printed: str, dialect: Dialect) -> HeaderWord | None:
    """Read 1-9月完成 as what was done by then; without a period the word may be anything's."""
    for word, period, unit in find_forms(printed):
        if period and (name := value_field(word, dialect)):
            claims = ((name.value, _VALUE),)
            return HeaderWord(printed, word, claims, frozenset(), period, unit)
    return None


def _names_who(printed: str, group: str, dialect: Dialect) -> HeaderWord | None:
    """Read 姓名 below 责任领导, and 名称 below 责任单位, as what the group says."""
    if printed not in _WHO:
        return None
    over = dialect.guess(group)
    said = over is not None and over.claims[0][0] in _WHO[printed]
    return replace(over, printed=printed, covers=frozenset()) if over and said else None


def _with_group(word: HeaderWord, above: str, dialect: Dialect) -> HeaderWord:
    """Take period and unit from the group above where the word itself names none."""
    group = dialect.guess(above)
    money = group is not None and group.claims[0][0] == Field.INVESTMENT
    if money and not _JOINTS.search(
        above
    ):  # 计划, 完成 below 投资 are of money, not below 投资及进度
        told = tuple(c for c in word.claims if c[0] not in _OF_A_TIME)
        word = replace(word, claims=told or ((OTHER, 5),))
    period = above if is_period(above) else group.period if group else ""
    unit = group.unit if group else next((u for _, _, u in find_forms(above) if u), "")
    of_progress = group is not None and group.claims[0][0] == Field.PROGRESS
    if group and of_progress and word.word in load_reported():
        word = replace(word, word=group.word)  # 具体情况 below 进展情况 tells nothing else
    dated = not word.period and not of_progress  # what was done dates no goal
    claims = date_claims(word.word, word.claims, period) if dated else word.claims
    return replace(word, claims=claims, period=word.period or period, unit=word.unit or unit)


def with_unprinted(columns: tuple[Column, ...], body: Plain) -> tuple[Column, ...]:
    """Name a column without header whose cells are codes, or statuses: those in doubt."""
    if all(c.field is not Field.STATUS for c in columns):
        columns = tuple(_as_status(c, [row[i] for row in body]) for i, c in enumerate(columns))
    if any(c.field is Field.CODE for c in columns):
        return columns
    for index, column in enumerate(columns):
        if column.field is not None or column.word:
            continue
        cells = [row[index] for row in body if row[index]]
        coded = sum(bool(re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,2})?", c)) for c in cells)
        if cells and coded * 4 >= len(cells) * 3:
            return (*columns[:index], Column(Field.CODE, printed=False), *columns[index + 1 :])
    return columns


def _as_status(column: Column, cells: Sequence[str]) -> Column:
    if column.field is not None or column.word:
        return column
    guessed = guess_word(_unknown(""), look_at_column(cells, frozenset())).claims[0][0]
    return replace(column, field=Field.STATUS, sure=False) if guessed == Field.STATUS else column
