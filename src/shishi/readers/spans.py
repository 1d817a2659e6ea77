"""Form a table: from rows of cells with spans to cells with a place in a grid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

WIDEST_SPAN = 1000  # of columns, as the HTML standard has it
MOST_SLOTS = 2_000_000


Asked = tuple[str, tuple[int, int], bool]
"""What a cell prints; the rows (0: all the rest of its group) and columns it asks for; whether it is
a header. A plain tuple, for it is gone in a moment."""

Spot = tuple[str, int, int, int, int, bool]
"""What a cell prints and where it has come to stand: row and column from 1, rows and columns of at
least 1; whether it is a header. As a Cell has them."""


class TooManyCells(ValueError):
    """A table that covers more than MOST_SLOTS slots."""


def form_table(groups: Iterable[Sequence[Iterable[Asked]]]) -> Iterator[Spot]:
    """Give each cell its place, group by group (thead, tbody, tfoot), in reading order.

    A cell stands in the first slot of its row that no cell from above covers. A span is cut at the
    end of its row group; a span of 0 rows reaches there. Where a wide cell meets one from above,
    both cover the slot, as the standard says. Raises TooManyCells.

    >>> list(form_table([[[("甲", (9, 1), True), ("乙", (1, 1), False)], [("丙", (1, 1), False)]]]))
    [('甲', 1, 1, 2, 1, True), ('乙', 1, 2, 1, 1, False), ('丙', 2, 2, 1, 1, False)]

    Source: HTML standard, "forming a table", with spans cut to the group as browsers draw them.
    """
    top = slots = 0
    for group in groups:
        height = len(group)
        covered: list[int] = []  # column → first row of the group that is free
        for row, cells in enumerate(group):
            column = 0
            for value, (rows, columns), header in cells:
                while column < len(covered) and covered[column] > row:
                    column += 1
                tall = 1 if rows == 1 else min(rows, height - row) or height - row
                wide = 1 if columns == 1 else max(1, min(columns, WIDEST_SPAN))
                slots += tall * wide
                if slots > MOST_SLOTS:
                    raise TooManyCells
                yield value, top + row + 1, column + 1, tall, wide, header
                if tall > 1:
                    _cover(covered, column, column + wide, below=row + tall)
                column += wide
        top += height


def _cover(covered: list[int], column: int, beyond: int, *, below: int) -> None:
    if beyond > len(covered):
        covered += [0] * (beyond - len(covered))
    for at in range(column, beyond):
        covered[at] = max(covered[at], below)
