"""Tables that a page prints twice, as copied pages do: they are read once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from shishi.layouts.layout import Layout
from shishi.layouts.terms import Terms
from shishi.readers.document import Document, Flow
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
    for layout in layouts:
        said = _body(document, layout, terms)
        told = tuple(c.field for c in layout.columns), said
        (again if told in seen else first).append(layout)
        if len(said) >= _LEAST:
            seen.add(told)
    return first, again


def _body(document: Document, layout: Layout, terms: Terms) -> str:
    part = document.parts[layout.part]
    start, end = layout.body
    if isinstance(part, Flow):
        texts = [p.text.value for p in part.paragraphs[start:end]]
    else:
        first, last = (bisect_right(part.cells, at, key=_row_of) for at in (start, end))
        texts = [c.text.value for c in part.cells[first:last]]
    return "|".join(terms.plain(text) for text in texts)
