"""What is to be done, told from other words: 新建公厕3座 from 一等奖."""

from __future__ import annotations

import re

from shishi.layouts.words.names.organizations import load_words
from shishi.layouts.words.vocabulary import load_measures

_SHORTEST_TASK = 6
_NUMBER = re.compile(
    r"(?:^|[^0-9.])[0-9][0-9.,]*[多余]?[百千万亿]*(?:余|多)?([\u4e00-\u9fff%/]{1,4})"
)


def is_task(item: str) -> bool:
    """Tell words that say what is to be done: they begin with a verb or count something, and are no mere number.

    >>> is_task("新建公厕3座"), is_task("一等奖")
    (True, False)
    """
    if len(item) < _SHORTEST_TASK:
        return False
    bare = re.sub(r"^[(（]?[0-9一二三四五六七八九十①-⑳]{1,3}[)）、.．]*", "", item)
    if bare.startswith(load_words().not_before) or bare.startswith("为"):
        return True
    return any(m[1].startswith(tuple(load_measures())) for m in _NUMBER.finditer(bare))
