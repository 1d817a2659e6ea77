"""What parts the cells of a table on lines: any space, or two of them, where a single one stands inside a cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_GAP = re.compile(r"(?<=\S)\s+(?=\S)")
_WIDE = 2
_FEWEST = 2
_MOSTLY = 2


def parts_by_two(header: Iterable[str], body: Iterable[str]) -> bool:
    """Tell a table that parts its cells by two spaces: nothing else stands in its header, and little else below.

    >>> parts_by_two(["序号  项目  单位"], ["1  修路  区水利局 区民政局"])
    True
    >>> parts_by_two(["序号  项目 单位"], ["1  修路  区水利局"]), parts_by_two(["序号  项目  单位"], ["1 修路 区水利局"])
    (False, False)
    """
    headed, below = list(_widths(header)), list(_widths(body))
    wide = sum(width >= _WIDE for width in below)
    return (
        len(headed) >= _FEWEST
        and min(headed) >= _WIDE
        and wide >= _MOSTLY * (len(below) - wide)
        and wide > 0
    )


def _widths(lines: Iterable[str]) -> Iterator[int]:
    for line in lines:
        yield from (len(gap[0]) for gap in _GAP.finditer(line))
