"""Text whose cells end with bars, a cell a line: where all cells are printed, counting makes a grid of it.

A merged cell and a blank one are a bar more each, so that every row has as many cells as the header has.
That number is not printed anywhere: of those that divide all cells evenly it is the one whose header
names a project table and whose rows fit it best.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from shishi.layouts.flows.cells import cells_of, is_barred
from shishi.layouts.flows.fit import IMPOSSIBLE, misfit
from shishi.layouts.flows.looks import look_at
from shishi.layouts.grids.headers import find_in_grid
from shishi.layouts.grids.spread import plain_row, spread
from shishi.layouts.layout import Layout
from shishi.layouts.terms import Terms
from shishi.layouts.words.names import load_words
from shishi.layouts.words.notes import is_title
from shishi.places import Text
from shishi.readers.document import Cell, Document, Flow, Grid, Paragraph

_NARROWEST, _WIDEST = 3, 30
_FEWEST_ROWS = 3
_MOST_LINES = 5
"""So many lines the first header cell may have before the bar that ends it."""
_SAMPLE = 100
"""So many rows at either end of a table are looked at: a count that goes wrong stays wrong to the end."""
_MISFIT_A_CELL = 3
"""So much misfit a cell, on the average of a table, tells that the count went wrong."""


def count_bars(document: Document, terms: Terms) -> Document:
    """Make grids of the tables in barred text that print every cell; other text stays as it is."""
    if document.source.format != "text":
        return document
    parts: list[Grid | Flow] = []
    for part in document.parts:
        parts += _parted(part, terms) if isinstance(part, Flow) else [part]
    return replace(document, parts=tuple(parts)) if parts != [*document.parts] else document


def _parted(flow: Flow, terms: Terms) -> list[Grid | Flow]:
    """Part a flow at its tables; a title that no bar ends parts two of them."""
    parts: list[Grid | Flow] = []
    rest = flow.paragraphs
    while rest:
        limit = next((i for i in range(1, len(rest)) if _is_title(rest, i, terms)), len(rest))
        if found := _find(rest[:limit], terms):
            start, limit, grid = found
            parts += [*_flow(flow, rest[:start]), grid]
        else:
            parts += _flow(flow, rest[:limit])
        rest = rest[limit:]
    return parts if any(isinstance(part, Grid) for part in parts) else [flow]


def _flow(whole: Flow, paragraphs: Sequence[Paragraph]) -> list[Flow]:
    return [Flow(whole.name, tuple(paragraphs))] if paragraphs else []


def _is_title(paragraphs: Sequence[Paragraph], at: int, terms: Terms) -> bool:
    if paragraphs[at].bars or not paragraphs[at - 1].bars:
        return False
    return is_title(terms.plain(paragraphs[at].text.value))


def _find(paragraphs: Sequence[Paragraph], terms: Terms) -> tuple[int, int, Grid] | None:
    """Give the first line of the table in some text, the line after its last, and its grid."""
    start = next((i for i in range(len(paragraphs)) if _begins(paragraphs, i, terms)), None)
    if start is None:
        return None
    end = max(i for i, p in enumerate(paragraphs) if p.bars) + 1
    if not is_barred(paragraphs[start:end]):
        return None
    texts = [cell.text for cell in cells_of(paragraphs[start:end], lined=False, barred=True)]
    widths = [w for w in range(_NARROWEST, _WIDEST + 1) if len(texts) % w == 0]
    ways = (_weigh(texts, w, terms) for w in widths if len(texts) >= _FEWEST_ROWS * w)
    best = min(filter(None, ways), key=lambda way: way[0], default=None)
    return (start, end, best[1]) if best else None


def _begins(paragraphs: Sequence[Paragraph], at: int, terms: Terms) -> bool:
    """Tell a line on which a cell begins that is a known header word, to the bar that ends it."""
    cell = paragraphs[at : at + _MOST_LINES]
    lines = next((n for n, p in enumerate(cell, 1) if p.bars), 0)
    word = "".join(terms.plain(p.text.value) for p in cell[:lines])
    return bool(word) and terms.dialect.guess(word) is not None


def _weigh(texts: Sequence[Text], width: int, terms: Terms) -> tuple[int, Grid] | None:
    """Give the misfit of the cells, in hundredths a cell, under a header of so many columns."""
    cells = [
        Cell(text, i // width + 1, i % width + 1) for i, text in enumerate(texts) if text.value
    ]
    grid = Grid("table", len(texts) // width, width, tuple(cells), counted=True)
    layouts = find_in_grid(grid, 0, terms=terms, first_name=1)
    if not layouts or layouts[0].header[0]:
        return None
    costs = list(_misfits(grid, layouts, terms))
    if not costs:
        return None
    weight = 100 * sum(costs) // len(costs)
    return (weight, grid) if weight <= 100 * _MISFIT_A_CELL else None


def _misfits(grid: Grid, layouts: Sequence[Layout], terms: Terms) -> Iterator[int]:
    """Yield what it costs each cell to stand where it does; a row of one cell is a heading."""
    rows = spread(grid, terms)
    for layout in layouts:
        body = rows[slice(*layout.body)]
        for row in (*body[:_SAMPLE], *body[_SAMPLE:][-_SAMPLE:]):
            words = plain_row(row, terms)
            told = [(w, c) for w, c in zip(words, layout.columns, strict=True) if w]
            if len(told) < 2 or told[0][0] in load_words().totals:
                continue
            for word, column in told:
                named = column.field or column.word
                yield misfit(look_at(word, terms.statuses), column) if named else IMPOSSIBLE
