"""The marks of a table with nothing between its cells: what parts names, says a status, stars who leads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from shishi.layouts.flows.fit.costs import UNITS
from shishi.records import Field

SLASH = "/"
_ENDS = "(?:局|委|办|中心|街道|镇|乡|公司|集团|队|部|联|会)"
_LISTED_UNITS = re.compile(f"{_ENDS}([、, ])(?=[\u4e00-\u9fff])")
_SLASHED = re.compile(f"{_ENDS}/(?=[\u4e00-\u9fff]{{1,12}}?{_ENDS})")
"""A slash between two names; behind one it mostly fills a cell that is blank."""
_FEWEST_LISTED = 3
_STATUS_MARK = re.compile(
    r"[●○◎◐◇◆□■√×△](?=\s*(?:[0-9(（一二三四五六七八九十]|\n|$))|(?<![A-Za-z])[A-D](?=\s*(?:[0-9]|\n|$))"
)


def marks_of_lists(body: str, fields: Sequence[Field | None]) -> str:
    """Give the marks that part the names in a cell of this table; nothing where there are few lists.

    A slash does where it is seen most between two names, and three times or nowhere else; but not where another
    column stands between two of units, whose blank cells it may fill.

    >>> marks_of_lists("区水务局、区住建局2区司法局、石埠镇3区财政局、区残联", []), marks_of_lists("1区水务局/已完成", [])
    ('、', '')
    """
    seen = Counter(m[1] for m in _LISTED_UNITS.finditer(body))
    most = max(seen.values(), default=0)
    slashed = len(_SLASHED.findall(body))
    units = [k for k, name in enumerate(fields) if name in UNITS]
    beside = not units or units[-1] - units[0] == len(units) - 1
    if (
        beside
        and slashed > most
        and (slashed >= _FEWEST_LISTED or 1 < slashed == body.count(SLASH))
    ):
        return SLASH
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
