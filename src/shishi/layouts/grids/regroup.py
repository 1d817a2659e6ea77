"""Headers of several rows whose merged cells a program lost: the lower words slid left, out of their groups."""

from __future__ import annotations

from collections.abc import Sequence

from shishi.layouts.grids.spread import Rows
from shishi.readers.document import Cell

_FEWEST = 2


def put_under_groups(header: Rows) -> Rows:
    """Put the words of each lower row under the groups of the row above where they fill just these.

    So only where the groups do not stand first, no cell reaches down beside them, and nothing stands below
    them; the words of a row that are no groups then reach down. Any other header is given back.
    """
    put = header[:1]
    for lower in header[1:]:
        below = _put_under(put[-1], lower)
        if below is None:
            return header
        put.append(below)
    return put


def _put_under(
    upper: Sequence[Cell | None], lower: Sequence[Cell | None]
) -> list[Cell | None] | None:
    groups = [i for i, c in enumerate(upper) if c is not None and c.columns > 1]
    count = len(groups)
    if count < _FEWEST or groups == list(range(count)):
        return None
    if any(c is None or c.rows > 1 for c in upper):
        return None
    if not all(map(_says, lower[:count])) or any(map(_says, lower[count:])):
        return None
    below = list(upper)
    moved: dict[int, Cell] = {}
    for spot, word in zip(groups, lower[:count], strict=True):
        if word is not None:
            below[spot] = moved.setdefault(id(word), word._replace(column=spot + 1))
    return below


def _says(cell: Cell | None) -> bool:
    return cell is not None and bool(cell.text.value.strip())
