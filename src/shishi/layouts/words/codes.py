"""Serial numbers and codes of records: 1, 1.1, (1), 一; and whether they follow each other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from shishi.text.characters import squeeze

_SHORT = 40
_CHINESE = "一二三四五六七八九十"
_NUMERAL = re.compile("(?=.)([一二三四五六七八九](?=十))?(十)?([一二三四五六七八九])?")
_MARKED = re.compile(
    rf"[A-Z]-([0-9]{{1,3}})|20[0-9]{{2}}-([1-9][0-9]{{0,2}})|第([0-9]{{1,3}}|[{_CHINESE}]{{1,3}})项"
)
"""A code with a letter, with its year, or in words: A-12, 2031-8, 第3项."""
_LETTERS = "甲乙丙"
_FEWEST_COLUMNS = 3


def parse_code(text: str) -> tuple[int, ...] | None:
    """Read a code as numbers, outermost first; None when it is none. Its letter or year counts nothing.

    >>> parse_code("10.4"), parse_code("(二)"), parse_code("十三"), parse_code("3.5个")
    ((10, 4), (2,), (13,), None)
    >>> [parse_code(code) for code in ("A-12", "2031-8", "第3项", "⑦")]
    [(12,), (8,), (3,), (7,)]
    """
    return (_parse_short if len(text) <= _SHORT else _parse)(text)


def _parse(text: str) -> tuple[int, ...] | None:
    bare = squeeze(text).strip("()（）.、．")
    if len(bare) == 1 and "①" <= bare <= "⑳":
        return (int(unicodedata.numeric(bare)),)
    if marked := _MARKED.fullmatch(bare):
        bare = next(filter(None, marked.groups()))
    if re.fullmatch(r"[0-9]{1,3}(?:[.．\-][0-9]{1,2})*", bare):
        return tuple(int(n) for n in re.split(r"[.．\-]", bare))
    if numeral := _NUMERAL.fullmatch(bare):
        tens, ten, ones = (_CHINESE.find(part) + 1 if part else 0 for part in numeral.groups())
        return (ten * (tens or 1) + ones,)
    return None


_parse_short = lru_cache(maxsize=4096)(_parse)  # every page counts from 1


def number_columns(words: Sequence[str]) -> bool:
    """Tell the words of a row that only count the columns: 1, 2, 3 or ①, ②, ③, behind 甲, 乙 or not.

    >>> number_columns(["甲", "乙", "1", "2", "3"]), number_columns(["1", "2", "30"])
    (True, False)
    """
    letters = sum(word == letter for word, letter in zip(words, _LETTERS, strict=False))
    counted = [_counted(word) for word in words[letters:]]
    return len(words) >= _FEWEST_COLUMNS and counted == list(range(1, len(counted) + 1))


def _counted(word: str) -> int | None:
    if len(word) == 1 and "①" <= word <= "⑳":
        return int(unicodedata.numeric(word))
    bare = word.strip("()（）[]")
    return int(bare) if re.fullmatch("[0-9]{1,2}", bare) else None


def follow_codes(texts: Sequence[str]) -> list[bool]:
    """Say of each paragraph whether it is a code that follows the codes before it.

    A code follows when it is the next one (2 after 1, 1.2 after 1.1, 2.1 after 1.4), the same again,
    or a new beginning (1, 1.1). A paragraph that is no code gets False.

    >>> follow_codes(["1", "修路", "300", "2"])
    [True, False, False, True]
    """
    last: tuple[int, ...] | None = None
    followed = []
    for text in texts:
        code = parse_code(text)
        fits = code is not None and follows(last, code)
        followed.append(fits)
        last = code if fits else last
    return followed


def follows(last: tuple[int, ...] | None, code: tuple[int, ...]) -> bool:
    """Tell whether a code may come after the last one: the next, the same again, or a new beginning.

    >>> follows((1, 4), (2, 1)), follows((1, 4), (1, 6))
    (True, False)
    """
    if last is None or set(code) == {1}:
        return True
    if code == last:
        return True
    for depth in range(min(len(last), len(code))):
        if code[: depth + 1] == (*last[:depth], last[depth] + 1):
            return set(code[depth + 1 :]) <= {1}
    return code[:-1] == last and code[-1] == 1
