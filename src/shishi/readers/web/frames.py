"""Frames: tables that only arrange a page and hold no table of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from shishi.readers.web.trees import SILENT, Node

_CELLS = frozenset(("td", "th"))


def walk(root: Node | None) -> Iterator[tuple[Node, bool]]:
    """Go through the page in order; each element comes twice: (node, False), then (node, True)."""
    todo: list[tuple[Node, bool]] = [(root, False)] if root else []
    while todo:
        node, leaving = todo.pop()
        yield node, leaving
        if leaving or node.is_text_node:
            continue
        todo.append((node, True))
        if node.tag not in SILENT:
            child = node.last_child
            while child is not None:
                todo.append((child, False))
                child = child.prev


@dataclass(slots=True)
class _Counts:
    node: Node
    cells: int = 0
    plain: int = 0  # cells that print something and hold no table
    inner: int = 0  # cells of the tables inside
    prints: bool = False  # the open cell prints something
    nests: bool = False  # the open cell holds a table


def find_frames(root: Node | None) -> frozenset[int]:
    """Find the tables that are no tables of data, as the mem_id of their nodes.

    A frame has one cell, or says so (role="presentation"), or the tables in its cells have more
    cells than it has cells of text. A table of data with a small table in one cell is no frame.
    """
    frames: set[int] = set()
    opened: list[_Counts] = []
    for node, leaving in walk(root):
        if node.is_text_node:
            if opened and not opened[-1].prints:
                opened[-1].prints = bool((node.text_content or "").strip())
        elif node.tag == "table":
            if not leaving:
                opened.append(_Counts(node))
            else:
                _close(opened, frames)
        elif node.tag in _CELLS and opened:
            _count_cell(opened[-1], leaving)
    return frozenset(frames)


def _count_cell(counts: _Counts, leaving: bool) -> None:
    if leaving:
        counts.cells += 1
        counts.plain += counts.prints and not counts.nests
    counts.prints = counts.nests = False


def _close(opened: list[_Counts], frames: set[int]) -> None:
    counts = opened.pop()
    says_so = counts.node.attributes.get("role") in ("presentation", "none")
    if says_so or counts.cells == 1 or counts.inner > counts.plain:
        frames.add(counts.node.mem_id)
    if opened and counts.cells + counts.inner > 1:
        opened[-1].nests = True
        opened[-1].inner += counts.cells + counts.inner
