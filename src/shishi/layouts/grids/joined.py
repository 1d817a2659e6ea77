"""Joined: a ruled table that goes on in the next grid, after a page break, without its header."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from operator import is_

from shishi.layouts.continued import only_goes_on, titles_above
from shishi.layouts.grids.continuing import goes_on
from shishi.layouts.grids.headers.finding import find_in_grid
from shishi.layouts.headings import read_heading
from shishi.layouts.layout import Layout
from shishi.layouts.terms import Terms
from shishi.layouts.words.notes import is_loose
from shishi.places import Text
from shishi.readers.document import Cell, Document, Flow, Grid
from shishi.records import Field

_FEWEST_COLUMNS = 3
_MOST_LINES = 2
_LABEL = re.compile(r"[\u4e00-\u9fff ]{2,10}[:：]")


def join_grids(document: Document, terms: Terms) -> Document:
    """Join grids that stand directly one after the other, as wide, the later one without a header.

    Where the later one begins with a header of its own it stays apart; RawTable.follows joins it. Cells keep
    their places in the source. Lines of pasted text are left as they are.
    """
    if document.source.format == "text":
        return document
    parts: list[Grid | Flow] = []
    for part in _with_last_rows(document.parts):
        between = _headings_before(parts, terms)
        after = len(parts) - (between is not None)  # how many parts end with the one that may go on
        before = parts[after - 1] if after > 0 else None
        layout = _goes_on(before, part, terms)
        if layout and isinstance(before, Grid) and isinstance(part, Grid):
            del parts[after - 1 :]
            parts.append(_joined(_with_rows(before, between or ()), part, layout, terms=terms))
        else:
            parts.append(part)
    same = len(parts) == len(document.parts) and all(map(is_, parts, document.parts))
    return document if same else replace(document, parts=tuple(parts))


def _with_last_rows(parts: Sequence[Grid | Flow]) -> list[Grid | Flow]:
    """Give a sheet its last row back where that stood alone and begins as others do that stand alone: 进展情况:…"""
    given: list[Grid | Flow] = []
    for part in parts:
        above = given[-1] if given else None
        if isinstance(above, Grid) and isinstance(part, Flow) and _is_last_row(part, above):
            given[-1] = _with_rows(above, [part.paragraphs[0].text])
            part = replace(part, paragraphs=part.paragraphs[1:])
            if not part.paragraphs:
                continue
        given.append(part)
    return given


def _is_last_row(flow: Flow, above: Grid) -> bool:
    label = _LABEL.match(flow.paragraphs[0].text.value) if flow.paragraphs else None
    return label is not None and any(c.text.value.startswith(label[0]) for c in above.cells)


def _headings_before(parts: Sequence[Grid | Flow], terms: Terms) -> list[Text] | None:
    """Give the lines behind a grid that are headings of rows that go on; None where there are others, or no line.

    What only says that the rows go on is no heading: 续表, the number of the page, the title again.
    """
    last = parts[-1] if parts else None
    if not isinstance(last, Flow) or len(last.paragraphs) > _MOST_LINES:
        return None
    titles = titles_above([_lines_of(part) for part in parts[:-1]], terms)
    texts = [p.text for p in last.paragraphs if p.text.value.strip()]
    texts = [text for text in texts if not only_goes_on(text, titles, terms)]
    return texts if all(_heads(text, terms) for text in texts) else None


def _lines_of(part: Grid | Flow) -> list[Text]:
    """Give the lines between grids, or the caption of one."""
    if isinstance(part, Flow):
        return [p.text for p in part.paragraphs]
    return [part.caption] if part.caption else []


def _heads(text: Text, terms: Terms) -> bool:
    plain = terms.plain(text.value)
    return bool(read_heading(text, terms, over_rows=True)) and not is_loose(plain)


def _with_rows(grid: Grid, headings: Sequence[Text]) -> Grid:
    """Put headings below a grid, a row over all columns for each."""
    rows = [Cell(text, grid.height + n, 1, 1, grid.width) for n, text in enumerate(headings, 1)]
    return (
        replace(grid, height=grid.height + len(rows), cells=(*grid.cells, *rows)) if rows else grid
    )


def _goes_on(before: Grid | Flow | None, after: Grid | Flow, terms: Terms) -> Layout | None:
    """Give the project table that a grid without a header is the rest of."""
    if not (isinstance(before, Grid) and isinstance(after, Grid)):
        return None
    if before.width != after.width or before.width < _FEWEST_COLUMNS or after.caption:
        return None
    headers = find_in_grid(before, 0, terms=terms, first_name=1)
    again = find_in_grid(after, 0, terms=terms, first_name=1)
    above = _rows_above(after, again[0].header[0]) if again else after
    if not headers or not above.cells:
        return None
    return headers[-1] if goes_on(before, above, headers[-1], terms=terms) else None


def _rows_above(grid: Grid, row: int) -> Grid:
    """Give the first rows of a grid, those over a header that the next page prints again."""
    return replace(grid, height=row, cells=tuple(c for c in grid.cells if c.row <= row))


def _joined(before: Grid, after: Grid, layout: Layout, *, terms: Terms) -> Grid:
    """Put one grid under the other; a merged cell that the break cut is made whole.

    So only in columns that have others below the header, unless the row itself was cut.
    """
    cells = list(before.cells)
    top = 0 if _begins_inside(after, layout, terms) else layout.body[0]
    body = [*(c for c in before.cells if c.row > top), *after.cells]
    merging = {c.column for c in body if c.rows > 1}
    bottom = {
        (c.column, c.columns): number
        for number, c in enumerate(cells)
        if c.row + c.rows - 1 == before.height
    }
    for cell in after.cells:
        above = bottom.get((cell.column, cell.columns)) if cell.row == 1 else None
        if above is not None and cell.column in merging and not cell.text.value.strip():
            cells[above] = cells[above]._replace(rows=cells[above].rows + cell.rows)
        else:
            cells.append(cell._replace(row=cell.row + before.height))
    return replace(before, height=before.height + after.height, cells=tuple(cells))


def _begins_inside(after: Grid, layout: Layout, terms: Terms) -> bool:
    """Tell a first row that is the rest of the row above: it has neither a number nor an item of its own."""
    own = {n for n, c in enumerate(layout.columns, 1) if c.field in (Field.CODE, Field.ITEM)}
    first = (c for c in after.cells if c.row == 1 and c.column in own)
    return bool(own) and not any(terms.plain(c.text.value).strip() for c in first)
