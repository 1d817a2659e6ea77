"""Tables that a page prints twice, as copied pages do: they are read once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from shishi.layouts.layout import Layout
from shishi.layouts.terms import Terms
from shishi.readers.document import Cell, Document, Flow, Grid
from shishi.records import Field

_row_of = attrgetter("row")
_LEAST = 30
"""So many characters at least: two tables with hardly anything in them are not one printed twice."""


def part_repeats(
    document: Document, layouts: Sequence[Layout], terms: Terms
) -> tuple[list[Layout], list[Layout]]:
    """Part the tables that stand for the first time from those that say the same again.

    A table says the same as an earlier one when its columns and every character below its header
    are the same; a table that goes on after a page break says something else.
    """
    if len(layouts) < 2:
        return list(layouts), []
    seen: set[tuple[tuple[Field | None, ...], str]] = set()
    first: list[Layout] = []
    again: list[Layout] = []
    cells: dict[int, Sequence[Cell]] = {}  # by part, once for all its tables
    for layout in layouts:
        part = document.parts[layout.part]
        if isinstance(part, Grid) and layout.part not in cells:
            cells[layout.part] = sorted(part.cells, key=_row_of)
        texts = (
            _below(part, layout) if isinstance(part, Flow) else _rows(cells[layout.part], layout)
        )
        said = "|".join(terms.plain(text) for text in texts)
        told = tuple(c.field for c in layout.columns), said
        (again if told in seen else first).append(layout)
        if len(said) >= _LEAST:
            seen.add(told)
    return first, again


def _below(flow: Flow, layout: Layout) -> list[str]:
    start, end = layout.body
    return [p.text.value for p in flow.paragraphs[start:end]]


def _rows(cells: Sequence[Cell], layout: Layout) -> list[str]:
    """Give what stands in the rows of a table; `cells` are those of its grid, sorted by their rows."""
    first, last = (bisect_right(cells, at, key=_row_of) for at in layout.body)
    return [c.text.value for c in cells[first:last]]
