"""The short cells that a page prints at the end of row after row: 点位名单另附, 项目完成。, 未启动.

Nothing parts them from the sentence before. But a phrase that comes again, always where a row or a unit
follows, behind other words each time and never behind a comma, is no part of those sentences.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

from shishi.layouts.flows.strips.words.said import MEASURES
from shishi.layouts.words.names.organizations import load_words

_SHORTEST, _LONGEST = 2, 12
_FEWEST = 2
_TAIL = re.compile("[\u4e00-\u9fff]{2,12}。?")
_ENDS = ("。", "!", "?", ";", "；", "！", "？")
_HAN = re.compile("[\u4e00-\u9fff]")
_GOES_ON = ",，、:：;；的和与及了为“”(（"
"""What no cell ends with, so that the phrase behind it goes on."""
_BEHIND_NUMBER = MEASURES | {"以"}


def tails_of_page(body: str, ends: Sequence[int], within: Callable[[int], bool]) -> frozenset[str]:
    """Find the phrases that stand before several of these positions, and nowhere else.

    `within` tells a position inside of a name or a status, where no phrase begins.

    >>> body = "1造林3亩跨年度2新建绿道跨年度3正在修路,改造泵房4供水已通,改造泵房"
    >>> sorted(tails_of_page(body, [8, 16, 26, len(body)], lambda at: False))
    ['跨年度']
    """
    lefts: defaultdict[str, list[str]] = defaultdict(list)
    for end in ends:
        for start in range(max(1, end - _LONGEST - 1), end - _SHORTEST + 1):
            phrase = body[start:end]
            if _TAIL.fullmatch(phrase) and not within(start):
                lefts[phrase].append(body[start - 1])
    found = {
        phrase: len(before)
        for phrase, before in lefts.items()
        if len(before) >= _FEWEST and body.count(phrase) == len(before) and _begins(phrase, before)
    }
    return frozenset(p for p, n in found.items() if not _is_rest(p, n, found))


def _begins(phrase: str, before: Sequence[str]) -> bool:
    """Tell that a phrase stands behind other words each time, and goes on with none of them.

    Where most have one character before it, it is the rest of a longer phrase: 通过|验收, 区级|验收.
    """
    if any(left in _GOES_ON or (left.isdigit() and phrase[0] in _BEHIND_NUMBER) for left in before):
        return False
    [(usual, times)] = Counter(before).most_common(1)
    return 2 * times <= len(before) or not _HAN.match(usual)


def _is_rest(phrase: str, times: int, found: Mapping[str, int]) -> bool:
    """Tell the end of a longer phrase that comes about as often."""
    longer = (n for p, n in found.items() if p != phrase and p.endswith(phrase))
    return 2 * max(longer, default=0) > times


def may_end_prose(phrase: str, before: str) -> bool:
    """Tell a phrase that could as well end the report right before it, of which no full stop parts it.

    >>> may_end_prose("推进顺利", "已进场施工"), may_end_prose("推进顺利", "已完成3座。")
    (True, False)
    """
    return not before.endswith(_ENDS) and phrase not in load_words().remarks


def spans_of(text: str, tails: frozenset[str]) -> list[tuple[int, int]]:
    """Give where these phrases stand in a text.

    >>> spans_of("新建绿道跨年度", frozenset({"跨年度"}))
    [(4, 7)]
    """
    longest_first = sorted(tails, key=lambda p: (-len(p), p))
    return [m.span() for phrase in longest_first for m in re.finditer(re.escape(phrase), text)]
