"""Whether the units of a page stand without their level (卫健局), so that 传染病区|卫健局 is no 区卫健局.

A word that ends with 区 or 县 and a level before a department look alike: 口袋公园|区城管局, 传染病区|卫健局. Only the
other names of the page tell which.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from shishi.layouts.words.names.organizations import DISTRICTS, load_words

_ENOUGH = 2
"""So many names without a level tell that a page prints none."""


def names_behind_words(body: str) -> frozenset[str]:
    """Give the usual names behind a word such as 病区, of a page whose other names mostly have no level.

    >>> names_behind_words("改造病区卫健局2打井9眼水利局"), names_behind_words("建公园区城管局2打井9眼区水利局")
    (frozenset({'卫健局'}), frozenset())
    """
    bare, levelled = _counts(body)
    if bare <= levelled:
        return frozenset()
    return frozenset(m[1] for m in _behind_word().finditer(body))


def is_doubtful(body: str, at: int) -> bool:
    """Tell a name behind a word such as 病区 where no more than one other name of the page has no level, or another has one."""
    bare, levelled = _counts(body)
    return bool(_behind_word().match(body, at)) and (bare < _ENOUGH or levelled > 0)


@lru_cache(maxsize=4)
def _counts(body: str) -> tuple[int, int]:
    """Count the usual names without a level and with one; those behind words that may hold it tell nothing."""
    bare = levelled = 0
    for name in _usual().finditer(body):
        before, level = body[: name.start(1)][-1:], name["level"]
        if level and before in load_words().no_level:
            continue
        levelled += bool(level)
        bare += not level
    return bare, levelled


@cache
def _words() -> str:
    return "|".join(map(re.escape, sorted(load_words().usual, key=len, reverse=True)))


@cache
def _usual() -> re.Pattern[str]:
    return re.compile(f"((?P<level>[{DISTRICTS}省]委?)?(?:{_words()}))")


@cache
def _behind_word() -> re.Pattern[str]:
    no = "".join(load_words().no_level)
    return re.compile(f"(?<=[{no}][{DISTRICTS}省])({_words()})")
