"""The mark of a blank cell that ends a row, told from the dash inside a name: 区水务局-10新建, 城东-2泵站."""

from __future__ import annotations

from shishi.layouts.flows.strips.names import sure_names
from shishi.layouts.words.names.kinds import is_person
from shishi.layouts.words.names.organizations import load_words

_ENDS = ("。", ";", "；", "%", ")", "）", "”", "/")
_WINDOW = 30
_PERSON = (2, 3, 4)


def ends_before_blank(body: str, start: int, statuses: frozenset[str]) -> bool:
    """Tell that a cell surely ends before the dash in front of `start`: a sentence, a status, a unit, its leader.

    >>> [ends_before_blank(body, len(body), frozenset({"已完成"})) for body in ("区水务局方朔-", "修渠。--", "已完成-")]
    [True, True, True]
    >>> [ends_before_blank(body, len(body), frozenset()) for body in ("改造城东-", "开通高铁-", "开通河口镇-")]
    [False, False, False]
    """
    before = body[max(0, start - _WINDOW) : start].rstrip("-")
    if before.endswith((*_ENDS, *statuses, *load_words().levels)):
        return True
    ends = {end for _, end in sure_names(before)}
    if len(before) in ends:
        return True
    return any(len(before) - n in ends and is_person(before[-n:]) for n in _PERSON)
