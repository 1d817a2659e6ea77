"""Pages of the exam whose table is torn: cut in two, squeezed into a cell, its second header damaged."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from random import Random

from shishi.layouts import extract
from shishi.places import Place, Text
from shishi.readers import read
from shishi.readers.document import Cell, Document, Flow, Grid, Paragraph
from shishi.records import Page
from shishi.rulebook import load_rulebook
from tests.exam.formats import write_page

Tear = Callable[[Grid, Random], tuple[Grid | Flow, ...]]
_LEVELS = re.compile(r"^[(（【][^)）】]*[)）】]")
_BEGINNING = 8
"""So many characters tell an item: levels such as (市级) at its end are a field of their own."""
NAMED = frozenset({"rows-unread", "rows-not-told", "table-without-rows", "no-project-table"})
"""The findings that say that something of a table is not among the records."""


def lost_items(name: str, seed: int, tear: Tear) -> tuple[list[str], Page]:
    """Tear a page of the exam; give the items that it still prints and no record holds, and the page read."""
    written, rng = write_page(name, seed), Random(f"{name} {seed}")
    document = _torn(read(written.data, written.name), tear, rng)
    page = extract(document, rulebook=load_rulebook("default"))
    printed = "\0".join(map(_tight, _texts(document)))
    kept = "\0".join(
        _tight(text) for r in page.records for text in (*r.texts.values(), *r.other.values())
    )
    items = (str(t.values.get("item", "")) for t in written.truths if not t.continues)
    tight = (_LEVELS.sub("", "".join(item.split())) for item in items)
    begin = [item[:_BEGINNING] for item in tight]
    return [item for item in begin if item and item in printed and item not in kept], page


def _torn(document: Document, tear: Tear, rng: Random) -> Document:
    grids = [(len(p.cells), at) for at, p in enumerate(document.parts) if isinstance(p, Grid)]
    at = max(grids)[1]
    grid = document.parts[at]
    assert isinstance(grid, Grid)
    return replace(
        document, parts=(*document.parts[:at], *tear(grid, rng), *document.parts[at + 1 :])
    )


def under_a_heading(grid: Grid, rng: Random) -> tuple[Grid | Flow, ...]:
    """Put the last rows into a table of their own, under a heading and without a header."""
    at = _middle(grid, rng)
    return _rows(grid, 1, at), _line("二、其他"), _rows(grid, at, grid.height + 1)


def with_a_column_more(grid: Grid, rng: Random) -> tuple[Grid | Flow, ...]:
    """Put the last rows into a table of their own with a blank column in front."""
    at = _middle(grid, rng)
    rest = _rows(grid, at, grid.height + 1)
    cells = tuple(c._replace(column=c.column + 1) for c in rest.cells)
    return _rows(grid, 1, at), replace(rest, width=rest.width + 1, cells=cells)


def into_one_cell(grid: Grid, rng: Random) -> tuple[Grid | Flow, ...]:
    """Print the cells of a row in the middle one after the other in one cell over the whole width."""
    lone = [r for r in range(_middle(grid, rng), grid.height + 1) if _is_apart(grid, r)]
    if not lone:
        return (grid,)
    row = lone[0]
    value = " ".join(c.text.value for c in grid.cells if c.row == row)
    whole = Cell(Text(value, Place(grid.name, row, 1)), row, 1, 1, grid.width)
    cells = [c for c in grid.cells if c.row < row] + [whole]
    return (replace(grid, cells=(*cells, *(c for c in grid.cells if c.row > row))),)


TEARS = (under_a_heading, with_a_column_more, into_one_cell)


def _middle(grid: Grid, rng: Random) -> int:
    return rng.randint(grid.height // 2, grid.height - 1)


def _is_apart(grid: Grid, row: int) -> bool:
    """Tell a row of several cells into which none reaches and which none leaves."""
    own = [c for c in grid.cells if c.row <= row < c.row + c.rows]
    return len(own) > 2 and all(c.rows == 1 for c in own)


def _rows(grid: Grid, start: int, end: int) -> Grid:
    """Give the rows from `start` to before `end` as a table; a merged cell ends at the break."""
    cells = tuple(
        c._replace(row=c.row - start + 1, rows=min(c.rows, end - c.row))
        for c in grid.cells
        if start <= c.row < end
    )
    return replace(
        grid, height=end - start, cells=cells, caption=grid.caption if start == 1 else None
    )


def _line(words: str) -> Flow:
    return Flow("text 9", (Paragraph(Text(words, Place("text 9", line=1))),))


def _texts(document: Document) -> Iterable[Text]:
    for part in document.parts:
        yield from (
            (p.text for p in part.paragraphs)
            if isinstance(part, Flow)
            else (c.text for c in part.cells)
        )


def _tight(text: Text) -> str:
    return "".join(text.value.split())
