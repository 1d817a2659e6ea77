"""The marks of a table with nothing between its cells: what parts names, says a status, stars who leads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_LISTED_UNITS = re.compile(
    "(?:局|委|办|中心|街道|镇|乡|公司|集团|队|部|联|会)([、, ])(?=[\u4e00-\u9fff])"
)
_FEWEST_LISTED = 3
_STATUS_MARK = re.compile(
    r"[●○◎◐◇◆□■√×△](?=\s*(?:[0-9(（一二三四五六七八九十]|\n|$))|(?<![A-Za-z])[A-D](?=\s*(?:[0-9]|\n|$))"
)


def marks_of_lists(body: str) -> str:
    """Give the marks that part the names in a cell of this table; nothing where there are few lists."""
    seen = Counter(m[1] for m in _LISTED_UNITS.finditer(body))
    most = max(seen.values(), default=0)
    return "".join(m for m, n in seen.items() if n >= _FEWEST_LISTED and 3 * n >= most)


def marks_of_status(body: str) -> frozenset[str]:
    """Give the signs and letters that say how far each project is, at the ends of several rows: ●, A.

    >>> sorted(marks_of_status("1修路区水务局●2造林区住建局○3供水区住建局●"))
    ['○', '●']
    """
    seen = _STATUS_MARK.findall(body)
    return frozenset(seen if len(seen) >= _FEWEST_LISTED else ())


def are_starred_behind(texts: Sequence[str], units: Sequence[Sequence[tuple[int, int]]]) -> bool:
    """Tell a table that prints the star of who leads behind the name: 区水务局★、区住建局."""
    behind = before = 0
    for text, spans in zip(texts, units, strict=True):
        behind += sum(text.startswith("★", end) for end in {end for _, end in spans})
        before += sum(text[start - 1 : start] == "★" for start in {start for start, _ in spans})
        behind += len(re.findall("★[、,，]", text)) - len(re.findall("[、,，]★", text))
    return behind > before
