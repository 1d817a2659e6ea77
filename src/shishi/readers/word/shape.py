"""Shape: the rows of a Word table, and where its cells stand once merged cells are joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from shishi.readers.spans import MOST_SLOTS, WIDEST_SPAN, Spot, TooManyCells
from shishi.readers.word.tags import (
    ALTERNATE,
    CELL,
    CONTROL,
    CONTROL_CONTENT,
    DELETED,
    ROW,
    TABLE,
    THROUGH,
    VAL,
    Element,
    W,
    chosen,
    is_on,
    number_of,
)

_CELL_PROPERTIES, _ROW_PROPERTIES = f"{W}tcPr", f"{W}trPr"
_BEFORE, _HEADER, _HIDDEN = f"{W}gridBefore", f"{W}tblHeader", f"{W}hidden"
_SPAN, _SIDEWAYS, _DOWN = f"{W}gridSpan", f"{W}hMerge", f"{W}vMerge"
_MERGES = frozenset((_SPAN, _SIDEWAYS, _DOWN))
SLIVER = 110  # twips (1/20 pt); half the width of a small character


@dataclass(slots=True)
class Drawn:
    """A cell as it is drawn: its columns by the edges of the table's grid, counted from 0."""

    cell: Element
    left: int
    right: int
    header: bool = False
    down: str = ""  # what it does in a merge of rows: restart, continue or nothing
    goes_on: bool = False  # it continues the cell above


def rows_of(table: Element) -> Iterator[Element]:
    """Give the rows of a table, those in content controls and tracked insertions too."""
    yield from _descend(table, ROW)


def cells_of(row: Element) -> Iterator[Element]:
    """Give the cells of a row, likewise."""
    yield from _descend(row, CELL)


def _descend(parent: Element, wanted: str) -> Iterator[Element]:
    for node in parent:
        tag = node.tag
        if tag == wanted:
            yield node
        elif tag == CONTROL:
            content = node.find(CONTROL_CONTENT)
            if content is not None:
                yield from _descend(content, wanted)
        elif tag in THROUGH:
            yield from _descend(node, wanted)
        elif tag == ALTERNATE and (form := chosen(node)) is not None:
            yield from _descend(form, wanted)


def is_frame(table: Element) -> bool:
    """Tell a table that only arranges: of one cell, or with more cells in its tables than texts."""
    cells = [cell for row in rows_of(table) for cell in cells_of(row)]
    if len(cells) <= 1:
        return True
    inside = [inner for inner in table.iter(TABLE) if inner is not table]
    if not inside:
        return False
    lists = sum(1 for t in inside if is_list(t) for row in rows_of(t) for _ in cells_of(row))
    inner = sum(1 for _ in table.iter(CELL)) - len(cells) - lists
    plain = [c for c in cells if c.find(f".//{TABLE}") is None and c.find(f".//{W}t") is not None]
    return inner > len(plain)


def is_list(table: Element) -> bool:
    """Tell a table of one column; in a cell its rows are the lines of that cell."""
    return all(sum(1 for _ in cells_of(row)) <= 1 for row in rows_of(table))


@dataclass(slots=True)
class Look:
    """What a row says of itself."""

    before: int = 0  # columns left free
    header: bool = False
    deleted: bool = False
    hidden: bool = False


def look_of(row: Element) -> Look:
    """Read what a row says of itself."""
    look = Look()
    for properties in row.iterchildren(_ROW_PROPERTIES):
        for node in properties:
            if node.tag == _BEFORE:
                look.before = number_of(node.get(VAL), 0)
            elif node.tag == _HEADER:
                look.header = is_on(node)
            elif node.tag == _HIDDEN:
                look.hidden = is_on(node)
            elif node.tag in DELETED:
                look.deleted = True
    return look


def draw_row(row: Element, above: Sequence[Drawn] = ()) -> list[Drawn]:
    """Give the cells of a row their columns; a cell merged into the one on its left widens it.

    `above` is the row before: a cell goes on from the one there that has the same edges and merges.
    """
    look = look_of(row)
    left = min(look.before, WIDEST_SPAN)
    drawn: list[Drawn] = []
    for cell in cells_of(row):
        merges = {}
        for properties in cell.iterchildren(_CELL_PROPERTIES):
            merges = {
                node.tag: node.get(VAL, "continue") for node in properties if node.tag in _MERGES
            }
        wide = max(1, min(number_of(merges.get(_SPAN), 1), WIDEST_SPAN))
        if merges.get(_SIDEWAYS) == "continue" and drawn:
            drawn[-1].right += wide
        else:
            drawn.append(Drawn(cell, left, left + wide, look.header, merges.get(_DOWN, "")))
        left += wide
    merging = {(d.left, d.right) for d in above if d.down}
    for one in drawn:
        one.goes_on = one.down == "continue" and (one.left, one.right) in merging
    return drawn


def place(rows: Sequence[Sequence[tuple[Drawn, str]]], table: Element) -> Iterator[Spot]:
    """Give each cell its place in the grid, a merged cell once. Raises TooManyCells."""
    columns = _columns(rows, table)
    open_at: dict[tuple[int, int], _Open] = {}
    done: list[_Open] = []
    slots = 0
    for number, row in enumerate(rows, 1):
        going: dict[tuple[int, int], _Open] = {}
        for drawn, value in row:
            edges = columns[drawn.left], columns[drawn.right]
            if edges[0] == edges[1]:
                continue  # a sliver without words
            above = open_at.get(edges) if drawn.goes_on else None
            if above is None:
                above = _Open(value, drawn.header, number, *edges)
                done.append(above)
            above.rows += 1
            going[edges] = above
            slots += edges[1] - edges[0]
            if slots > MOST_SLOTS:
                raise TooManyCells
        open_at = going
    for cell in done:
        wide = cell.right - cell.left
        yield cell.value, cell.top, cell.left + 1, cell.rows, wide, cell.header


@dataclass(slots=True)
class _Open:
    value: str
    header: bool
    top: int
    left: int
    right: int
    rows: int = field(default=0)


def _columns(rows: Sequence[Sequence[tuple[Drawn, str]]], table: Element) -> dict[int, int]:
    """Number the edges of the table's grid; edges a sliver apart are one.

    Tables that were drawn by hand have edges that miss each other by a hair. Two edges stay apart
    where a cell with words stands between them. Where a table claims more columns than any page can
    hold, only the edges at which cells end are numbered.
    """
    used = {edge for row in rows for d, _ in row for edge in (d.left, d.right)}
    last = max(used, default=0)
    edges = range(last + 1) if last <= WIDEST_SPAN else sorted(used)
    at = positions(table, last)
    kept = {(d.left, d.right) for row in rows for d, value in row if value}
    numbers, number = {edges[0]: 0}, 0
    for before, edge in pairwise(edges):
        number += at is None or at[edge] - at[before] >= SLIVER or (before, edge) in kept
        numbers[edge] = number
    return numbers


def positions(table: Element, last: int) -> list[int] | None:
    """Give where the edges of the grid stand, in twips; None where the table does not say."""
    edges = [0]
    for column in table.iterchildren(f"{W}tblGrid"):
        for width in column.iterchildren(f"{W}gridCol"):
            edges.append(edges[-1] + number_of(width.get(f"{W}w"), 0))
    whole = edges[-1] >= SLIVER * len(edges)
    return edges if len(edges) > last and whole else None
