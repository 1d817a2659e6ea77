"""What the sums of a table are counted in, as a line around it says: 单位:万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from shishi.layouts.terms import Terms
from shishi.places import Text
from shishi.text.characters import squeeze

_UNIT = "([百千万亿]{0,2}元)"
_STATED = re.compile(
    f"(?<![\u4e00-\u9fff])(?:金额|货币|计量|投资)?单位[::][^:：。]{{0,12}}?{_UNIT}"
    f"|单位[::]{_UNIT}(?![\u4e00-\u9fff])"
    f"|(?:投资|金额)(?:总?额)?(?:的?单位)?(?:[::]|均?为|均?以|均?按){_UNIT}(?:计算?|为单位)?(?![0-9A-Za-z\u4e00-\u9fff])"
)
"""Also in words, in a title or a note: (投资:万元), 所列投资均为万元, 总投资以万元计."""
_NOTE = re.compile("[(（]?(?:[备附]?注|说明)[::]")
_ALONE = re.compile(f"[(（]?(?:金额|货币|计量|投资)?单位[::]{_UNIT}[)）]?")


def read_money_unit(texts: Sequence[Text], terms: Terms) -> str:
    """Give the unit that the first text with one states, "" where none does.

    >>> from shishi.places import Place
    >>> from shishi.text.characters import Script
    >>> lines = ["2031年重点项目(投资:亿元)", "注:总投资以万元计。", "总投资为万元以上的项目"]
    >>> [read_money_unit([Text(line, Place())], Terms(Script.SIMPLIFIED)) for line in lines]
    ['亿元', '万元', '']
    """
    likely = (terms.plain(text.value) for text in texts if "元" in text.value)
    stated = filter(None, map(_STATED.search, likely))
    return next((next(filter(None, found.groups())) for found in stated), "")


def say_below(texts: Sequence[Text], terms: Terms, *, last: bool) -> Iterator[Text]:
    """Yield the texts below a table that speak of it: notes, and right below the last table its unit alone.

    Below any other table a unit alone is the next one's.
    """
    for at, text in enumerate(texts):
        plain = squeeze(terms.plain(text.value))
        if _NOTE.match(plain) or (last and not at and _ALONE.fullmatch(plain)):
            yield text
