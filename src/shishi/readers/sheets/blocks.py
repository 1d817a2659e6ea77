"""Blocks: the running text above and below the table of a sheet.

A spreadsheet has no paragraphs, so titles, metadata and notes are written into cells: a row with one
filled cell over or under the rows that have several. They become Flows, as they are in any other format.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

Printed = tuple[int, int, str]
"""Row, column and text of a cell."""

_CODE = re.compile(r"[(（]?[0-9一二三四五六七八九十]{1,4}([.、-][0-9]{1,3})*[.、)）]?")


def split_blocks(
    cells: Sequence[Printed], spans: Mapping[tuple[int, int], tuple[int, int]]
) -> tuple[list[Printed], list[Printed], list[Printed]]:
    """Part the cells of a sheet, in order, into those above the table, in it, and below it.

    Above the first row with two filled cells every row is text. Below the last one a row is text when
    its one cell begins in the table's first column, or is merged over half of it, and is no bare code:
    a row of which only the number is filled in is a row.
    """
    filled = Counter(row for row, _, text in cells if text.strip())
    rows = [row for row, count in filled.items() if count > 1]
    if not rows:
        return list(cells), [], []
    first, last = min(rows), max(rows)
    left = min(column for row, column, _ in cells if first <= row <= last)
    right = max(column for row, column, _ in cells if first <= row <= last)
    covered = {
        line for (row, _), (height, _) in spans.items() for line in range(row + 1, row + height)
    }

    def is_text(cell: Printed) -> bool:
        row, column, text = cell
        width = spans.get((row, column), (1, 1))[1]
        wide = width > 1 and width * 2 >= right - left + 1
        return (wide or column <= left) and row not in covered and not _CODE.fullmatch(text.strip())

    above = [cell for cell in cells if cell[0] < first]
    under = [cell for cell in cells if cell[0] > last and cell[2].strip()]
    beyond = max((cell[0] for cell in under if not is_text(cell)), default=last)
    below = [cell for cell in under if cell[0] > beyond]
    table = [cell for cell in cells if first <= cell[0] <= beyond]
    return [c for c in above if c[2].strip()], table, below
