"""Where a goal ends and the report begins, though no mark parts them: a goal never says what is done already."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PLANS = "完成|形成|组织|建成|开工|完工|竣工|实现|达到|全面|投入"
_NO_REPORT = "(?<![已未均其])(?<!累计)(?<!正在)(?<!目前)"
_DONE = "已(?!经)|未(?=启动|开工|完[工成]|办结)|尚未|暂未|正在"
_EXPECTS = re.compile("(?:预计|预期|有望)[^。;；]{0,10}$")
"""What a report goes on with, too: it says what will come."""
_SEAM = re.compile(
    f"{_NO_REPORT}(?:{_PLANS})[^,，。;；、已未正均全其0-9]{{0,14}}(?:[的率][0-9.]+%)?[。;；]?(?={_DONE})"
)


def seams_of_goals(text: str) -> Iterator[int]:
    """Yield where a report of what is done, or is not, follows words that say what is planned.

    >>> text = "区水务局形成实物工作量已办结"
    >>> [text[at:] for at in seams_of_goals(text)], list(seams_of_goals("已完成招标,正在施工"))
    (['已办结'], [])
    >>> list(seams_of_goals("已开工3处。预计9月完成入户走访。正在选址"))
    []
    """
    for seam in _SEAM.finditer(text):
        if not _EXPECTS.search(text[: seam.start()]):
            yield seam.end()
