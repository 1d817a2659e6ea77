"""The words that a page has within its cells, put in order once so that each question about them is cheap."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

LONGEST = 24
"""What is longer is no theme, and is not looked for."""
_BEHIND_HAN = re.compile("(?<=[\u4e00-\u9fff])(?<![一二三四五六七八九十])")


class Within:
    """What stands on a page behind a Han character that is no number, the first letters of each place in order.

    >>> page = Within("1管网更新新建管网3公里2公园建设改造公园2座公园")
    >>> [page.holds(word) for word in ("管网", "管网更新", "公园")], page.holds("公园", 3)
    ([True, False, True], False)
    """

    def __init__(self, page: str) -> None:
        starts = (m.start() for m in _BEHIND_HAN.finditer(page))
        self._begin = sorted(page[at : at + LONGEST] for at in starts)

    def holds(self, words: str, times: int = 1) -> bool:
        """Tell whether words of up to `LONGEST` characters stand there so often."""
        if len(words) > LONGEST:
            return False
        last = bisect_left(self._begin, words) + times - 1
        return last < len(self._begin) and self._begin[last].startswith(words)


@lru_cache(maxsize=2)
def within(page: str) -> Within:
    """Give the words within the cells of a page, for all its rows the same."""
    return Within(page)


def is_within(text: str, at: int) -> bool:
    """Tell a position behind a Han character that is no number."""
    return _BEHIND_HAN.match(text, at) is not None
