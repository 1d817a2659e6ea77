"""Lists of something else below the rows of a table in text, of contacts and addresses: where they begin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from shishi.layouts.words.codes import parse_code
from shishi.layouts.words.contacts import tells_contact
from shishi.layouts.words.notes import names_other_list
from shishi.layouts.words.vocabulary import known_word
from shishi.records import Field

_LARGEST_OTHER = 30
_LONGEST_HEAD, _LONGEST_TITLE = 8, 12
_NARROWEST, _WIDEST = 2, 5
_LONGEST_GLUED_HEAD, _LONGEST_CONTACT = 20, 50
_FEWEST_ROWS, _LONGEST_REST = 2, 3
_ATTACHED = re.compile("附[件表]?[0-9一二三四五六七八九十]?[:：]?")
_NO_TITLE = re.compile("[0-9。;,:；，：]")
_GOES_ON = re.compile("[,，、:：]$|(?:正在|如下|分别[为是])$")
"""How words end that the lines below them go on with, whatever those lines look like."""
_TITLE_WITH_MARK = re.compile("(?!.*(?:已|设|公布|完成))[\u4e00-\u9fff]{2,10}[:：]")
_ENDS = ("。", ";", "；", "!", "|")
_OF_PROJECTS = frozenset({Field.ITEM, Field.GOAL, Field.PROGRESS, Field.STATUS, Field.PERCENT})
_CALLED, _DIGITS = ("电话", "手机", "联系方式"), re.compile("[0-9][0-9、/-]{2,}")


def other_rows(rows: Sequence[Sequence[str]]) -> int:
    """Give the row at which contacts or addresses begin in rows of words, their header included; else how many there are.

    >>> other_rows([["1", "修路", "已完工"], ["科室", "电话"], ["督查科", "0571-1234"], ["综合科", "0571-5678"], ["注"]])
    1
    """
    end = len(rows)
    while end and len(rows[end - 1]) < _NARROWEST:
        end -= 1
    for at in range(max(1, end - _LARGEST_OTHER), end - _FEWEST_ROWS):
        if _heads_other(rows[at]) and all(_is_row(row, rows[at]) for row in rows[at + 1 : end]):
            return at
    return len(rows)


def other_lines(tokens: Sequence[str], start: int, limit: int) -> int:
    """Give the line at which contacts or addresses begin below rows on lines, their title included; else `limit`.

    Their header has a word that no list of projects has (电话), and each line below as many words.

    >>> lines = ["1 修路3条 区住建局", "联系方式", "科室 联系人 电话", "督查科 方某 0571-1234", "综合科 李某 0571-5678"]
    >>> other_lines(lines, 0, 5)
    1
    """
    for at in range(start + 1, limit - _FEWEST_ROWS):
        words = tokens[at].split()
        if not _heads_other(words) or _goes_on(tokens[at - 1]):
            continue
        rows = (tokens[below].split() for below in range(at + 1, limit))
        if _are_rows(rows, words):
            return at - 1 if at - 1 > start and _is_title_over(tokens, at) else at
    return limit


def maybe_other_lines(tokens: Sequence[str]) -> int:
    """Give the last line that heads nothing but lines with numbers, which may be a list of something else or a cell.

    >>> maybe_other_lines(["1 改造大厅 区数据局 已设置", "咨询台 服务窗口", "一楼大厅 3个", "二楼大厅 4个"])
    1
    """
    for at in range(len(tokens) - 1, 0, -1):
        words = tokens[at].split()
        if _heads_other(words):
            rows = [line.split() for line in tokens[at + 1 :]]
            told = len(rows) >= _FEWEST_ROWS and all(_is_like(row, words) for row in rows)
            return at if told else len(tokens)
    return len(tokens)


def _is_title_over(tokens: Sequence[str], at: int) -> bool:
    """Tell the title of such a list from the last words of the row above, which is cut off by no means."""
    title, above = tokens[at - 1], tokens[at - 2].rstrip()
    if len(title.split()) != 1 or not _may_be_title(title) or _goes_on(above):
        return False
    return names_other_list(title) or above.endswith(_ENDS)


def _goes_on(above: str) -> bool:
    """Tell words that the lines below belong to; a title such as 联系电话: is none."""
    title = _TITLE_WITH_MARK.fullmatch(above.strip()) and names_other_list(above)
    return not title and _GOES_ON.search(above.rstrip()) is not None


def other_cells(tokens: Sequence[str], start: int, limit: int) -> int:
    """Give the paragraph at which contacts or addresses begin below cells on lines of their own; else `limit`.

    >>> cells = ["1", "修路3条", "联系方式", "科室", "电话", "督查科", "0571-1234", "综合科", "0571-5678"]
    >>> other_cells(cells, 0, 9)
    2
    """
    first = max(start + 1, limit - _WIDEST * _LARGEST_OTHER)
    for at in range(first, limit):
        for width in range(_NARROWEST, _WIDEST + 1):
            words = tokens[at : at + width]
            if at + (1 + _FEWEST_ROWS) * width > limit or not _heads_other(words):
                continue
            rows = (tokens[i : min(i + width, limit)] for i in range(at + width, limit, width))
            if not _goes_on(tokens[at - 1]) and _are_rows(rows, words):
                return at - 1 if names_other_list(tokens[at - 1]) and at - 1 > start else at
    return limit


def other_glued(tokens: Sequence[str], start: int, limit: int) -> int:
    """Give the line at which contacts begin below lines without separators, their title included; else `limit`.

    >>> lines = ["1修路3条区住建局", "附:联络员名单", "序号姓名电话", "1方某0571-12345678", "2李某0571-56781234"]
    >>> other_glued(lines, 0, 5)
    1
    """
    for at in range(start + 1, limit - _FEWEST_ROWS):
        head = tokens[at].strip()
        if len(head) > _LONGEST_GLUED_HEAD or _NO_TITLE.search(head) or not names_other_list(head):
            continue
        below = [tokens[i] for i in range(at + 1, limit)]
        own = sum(len(line) <= _LONGEST_CONTACT and tells_contact(line) for line in below)
        if own >= _FEWEST_ROWS and len(below) - own <= _LONGEST_REST:
            return at - 1 if at - 1 > start and _is_title_over(tokens, at) else at
    return limit


def _heads_other(words: Sequence[str]) -> bool:
    """Tell the header of a list of something else: a few short words, one of which no list of projects has."""
    if not _NARROWEST <= len(words) <= _WIDEST:
        return False
    short = all(len(w) <= _LONGEST_HEAD and not _NO_TITLE.search(w) for w in words)
    return (
        short and any(map(names_other_list, words[1:])) and not {*map(_field, words)} & _OF_PROJECTS
    )


def _field(word: str) -> str:
    """Give what a header word says first: the item (项目名称), a number (序号); nothing where it is unknown."""
    known = known_word(word)
    return known.claims[0][0] if known and known.claims else ""


def _is_like(row: Sequence[str], words: Sequence[str]) -> bool:
    """Tell a row of as many words as its header, with a number in it."""
    counted = any(re.search("[0-9]", cell) for cell in row[1:])
    return len(row) == len(words) and parse_code(row[0]) is None and counted


def _is_row(row: Sequence[str], words: Sequence[str]) -> bool:
    """Tell a row of such a list: as many words as its header, with a telephone, a house or a time where that names one."""
    if len(row) != len(words) or (
        parse_code(row[0]) is not None and _field(words[0]) != Field.CODE
    ):
        return False
    told = [(cell, word) for cell, word in zip(row, words, strict=True) if names_other_list(word)]
    return any(
        tells_contact(cell) or (any(w in word for w in _CALLED) and _DIGITS.fullmatch(cell))
        for cell, word in told
    )


def _are_rows(rows: Iterable[Sequence[str]], words: Sequence[str]) -> bool:
    """Tell the rows of such a list; a line or two may stand below them, as who signed the page, and when."""
    own = rest = 0
    for row in rows:
        if not rest and _is_row(row, words):
            own += 1
            continue
        rest += len(row)
        if rest > min(_LONGEST_REST, own):
            return False
    return own >= _FEWEST_ROWS


def _may_be_title(token: str) -> bool:
    token = _ATTACHED.sub("", token)
    short = len(token) <= _LONGEST_TITLE and not _NO_TITLE.search(token)
    return short and known_word(token) is None
