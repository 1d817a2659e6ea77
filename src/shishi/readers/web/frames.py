"""Frames: tables that only arrange a page and hold no table of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from shishi.readers.web.lifting import LiftedTable, marked
from shishi.readers.web.trees import SILENT, Node

_CELLS = frozenset(("td", "th"))
_TELLS, _TELLING = 3, 2
"""Cells of a row that print something beside a table, and such rows: no frame of a page has so many."""
_BLOCKS = frozenset(("p", "div", "br", "h1", "h2", "h3", "h4"))
_BESIDE, _PAGE = 3, 8
"""So many columns a page is set in at most, one of which has so many paragraphs: 通知公告 | the text."""


class Turn(IntEnum):
    """What happens at a step through a page."""

    ENTER = 0
    LEAVE = 1
    TEXT = 2
    LEAF = 3  # a cell that holds one text and nothing else, or nothing at all: most cells do


_ENTER, _LEAVE, _TEXT, _LEAF = Turn


def walk(root: Node | None) -> Iterator[tuple[Node, Turn]]:
    """Go through the page in order: an element is entered and left, a text or a leaf comes once."""
    todo: list[tuple[Node, Turn]] = [(root, _ENTER)] if root else []
    while todo:
        node, turn = todo.pop()
        if turn is _LEAVE:
            yield node, turn
            continue
        if node.is_text_node:
            yield node, _TEXT
            continue
        tag = node.tag
        if tag in _CELLS and _is_leaf(node):
            yield node, _LEAF
            continue
        yield node, _ENTER
        todo.append((node, _LEAVE))
        if tag not in SILENT:
            child = node.last_child
            while child is not None:
                todo.append((child, _ENTER))
                child = child.prev


def leaf_text(node: Node) -> str:
    """Give the text of a leaf."""
    inside = node.last_child
    return (inside.text_content or "") if inside is not None else ""


def _is_leaf(node: Node) -> bool:
    inside = node.last_child
    return inside is None or (inside.is_text_node and inside.prev is None)


@dataclass(slots=True)
class _Counts:
    node: Node
    cells: int = 0
    plain: int = 0  # cells that print something and hold no table
    inner: int = 0  # cells of the tables inside
    in_row: int = 0  # cells of the open row
    plain_in_row: int = 0
    nests_in_row: bool = False
    told: int = 0  # rows that say several things beside a table of their own
    wide: bool = False  # a row has several cells
    prints: bool = False  # the open cell prints something
    nests: bool = False  # the open cell holds a table
    rows: int = 0
    blocks: int = 0  # paragraphs of the open cell
    most_blocks: int = 0


def find_frames(
    steps: Iterable[tuple[Node, Turn]], lifted: Sequence[LiftedTable] = ()
) -> frozenset[int]:
    """Find the tables that are no tables of data in a walk, as the mem_id of their nodes.

    A frame has one cell, or says so (role="presentation"), or the tables in its cells have more
    cells than it has cells of text; or it stands in a cell and has one column: its rows are the lines
    of that cell; or it has one row of few cells, one of which is a page of text. A table of data with a small
    table in one cell, or in a cell of each row, is no frame.
    """
    frames: set[int] = set()
    opened: list[_Counts] = []
    for node, turn in steps:
        if turn is _LEAF:
            if opened:
                _count_leaf(opened[-1], leaf_text(node), lifted)
        elif turn is _TEXT:
            if opened and not opened[-1].prints:
                opened[-1].prints = bool((node.text_content or "").strip())
        elif node.tag == "table":
            if turn is _ENTER:
                opened.append(_Counts(node))
            else:
                _close(opened, frames)
        elif node.tag in _CELLS and opened:
            _count_cell(opened[-1], turn)
        elif node.tag == "tr" and opened:
            opened[-1].rows += turn is _ENTER
            _end_row(opened[-1])
        elif node.tag in _BLOCKS and opened:
            opened[-1].blocks += turn is _ENTER
    return frozenset(frames)


def _count_leaf(counts: _Counts, text: str, lifted: Sequence[LiftedTable]) -> None:
    number = marked(text) if lifted else None
    if number is None:
        counts.cells += 1
        _count_plain(counts, prints=bool(text.strip()))
    else:
        counts.cells += lifted[number].cells  # how many print matters only where a table is inside
        counts.wide = True  # one column is never lifted
    _count_in_row(counts)
    counts.prints = counts.nests = False


def _count_cell(counts: _Counts, turn: Turn) -> None:
    if turn is _LEAVE:
        counts.cells += 1
        counts.most_blocks = max(counts.most_blocks, counts.blocks)
        _count_plain(counts, prints=counts.prints and not counts.nests)
        counts.nests_in_row = counts.nests_in_row or counts.nests
        _count_in_row(counts)
    counts.prints = counts.nests = False
    counts.blocks = 0


def _count_plain(counts: _Counts, *, prints: bool) -> None:
    counts.plain += prints
    counts.plain_in_row += prints


def _end_row(counts: _Counts) -> None:
    counts.told += counts.nests_in_row and counts.plain_in_row >= _TELLS
    counts.in_row = counts.plain_in_row = 0
    counts.nests_in_row = False


def _count_in_row(counts: _Counts) -> None:
    counts.in_row += 1
    counts.wide = counts.wide or counts.in_row > 1


def _close(opened: list[_Counts], frames: set[int]) -> None:
    counts = opened.pop()
    says_so = counts.node.attributes.get("role") in ("presentation", "none")
    is_list = bool(opened) and not counts.wide
    holds_more = counts.inner > counts.plain and counts.told < _TELLING
    is_page = counts.rows == 1 and counts.cells <= _BESIDE and counts.most_blocks >= _PAGE
    if says_so or is_list or counts.cells == 1 or holds_more or is_page:
        frames.add(counts.node.mem_id)
    if opened and not is_list and counts.cells + counts.inner > 1:
        opened[-1].nests = True
        opened[-1].inner += counts.cells + counts.inner
