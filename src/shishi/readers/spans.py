"""Form a table: from rows of cells with spans to cells with a place in a grid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

WIDEST_SPAN = 1000  # of columns, as the HTML standard has it
MOST_SLOTS = 2_000_000


class Span(NamedTuple):
    """What a cell asks for: rows (0: all the rest of its group) and columns; and what it holds."""

    lines: tuple[str, ...]
    rows: int = 1
    columns: int = 1
    header: bool = False


class Spot(NamedTuple):
    """Where a cell has come to stand: row and column from 1, spans of at least 1."""

    span: Span
    row: int
    column: int
    rows: int
    columns: int


class TooManyCells(ValueError):
    """A table that covers more than MOST_SLOTS slots."""


def form_table(groups: Iterable[Sequence[Sequence[Span]]]) -> Iterator[Spot]:
    """Give each cell its place, group by group (thead, tbody, tfoot), in reading order.

    A cell stands in the first slot of its row that no cell from above covers. A span is cut at the
    end of its row group; a span of 0 rows reaches there. Where a wide cell meets one from above,
    both cover the slot, as the standard says. Raises TooManyCells.

    >>> [(s.row, s.column, s.rows) for s in form_table([[[Span(("甲",), rows=9), Span(("乙",))], [Span(("丙",))]]])]
    [(1, 1, 2), (1, 2, 1), (2, 2, 1)]

    Source: HTML standard, "forming a table", with spans cut to the group as browsers draw them.
    """
    top = slots = 0
    for group in groups:
        covered: list[int] = []  # column → first row of the group that is free
        for row, spans in enumerate(group):
            column = 0
            for span in spans:
                column = _free(covered, column, row)
                rest = len(group) - row
                spot = Spot(
                    span,
                    row=top + row + 1,
                    column=column + 1,
                    rows=min(span.rows, rest) or rest,
                    columns=max(1, min(span.columns, WIDEST_SPAN)),
                )
                slots += spot.rows * spot.columns
                if slots > MOST_SLOTS:
                    raise TooManyCells
                yield spot
                _cover(covered, spot, row)
                column += spot.columns
        top += len(group)


def _free(covered: list[int], column: int, row: int) -> int:
    while column < len(covered) and covered[column] > row:
        column += 1
    return column


def _cover(covered: list[int], spot: Spot, row: int) -> None:
    first, beyond = spot.column - 1, spot.column - 1 + spot.columns
    covered += [0] * (beyond - len(covered))
    for column in range(first, beyond):
        covered[column] = max(covered[column], row + spot.rows)
