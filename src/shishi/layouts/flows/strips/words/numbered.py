"""Headings with numbers of their own, and what looks like one: a report of the numbered parts of the works."""

from __future__ import annotations

import re

from shishi.layouts.flows.edges import numbered
from shishi.layouts.words.codes import parse_code

MARK = f"(?:第[一二三四五六七八九十]{{1,3}}(?:部分|类|方面)[、:： ]?|{numbered.MARK})"
"""What numbers a heading: 第二部分, 二、 or (二)."""
_NUMBER = re.compile(MARK)
_NUMERAL = re.compile("[一二三四五六七八九十]+")
_PART = re.compile(
    "^(?:[一二三四五六七八九十]+(?:期|层|楼|栋|幢|号|段|批|组团|分区|标)|(?:期|层|栋|幢|号楼)(?=[^刊限望货次级])|主体|装修|施工)|标段|封顶|[完开竣]工"
)


def rank(words: str) -> tuple[str, int]:
    """Give how the number before a heading is written, and the number; 0 if it has none.

    >>> [rank(words) for words in ("(二)便民出行", "三、便民出行", "便民出行")]
    [('(#)', 2), ('#、', 3), ('', 0)]
    """
    mark = _NUMBER.match(words)
    if mark is None:
        return "", 0
    (number,) = parse_code(mark[0]) or (0,)
    return _NUMERAL.sub("#", mark[0]), number


def without_mark(words: str) -> str:
    """Leave out the number before a heading.

    >>> without_mark("(二)便民出行 ")
    '便民出行'
    """
    return _NUMBER.sub("", words, count=1).strip()


def names_part(said: str) -> bool:
    """Tell words behind a number that say how far a part of the works is, as 一、二期主体 and (一)标段 do.

    >>> [names_part(said) for said in ("二期主体", "标段未进场", "三层", "便民出行", "期刊下乡", "市场主体壮大")]
    [True, True, True, False, False, False]
    """
    return _PART.search(said) is not None
