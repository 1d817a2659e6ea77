"""Cells that bars end, a cell a line, in rows that a bar of their own begins: | 1 | over 修路3条 | and 区住建局 |.

Such a row is told from the next one whatever it lacks, as a row on one line is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from shishi.layouts.flows.cells import cells_of
from shishi.layouts.terms import Terms
from shishi.places import Text
from shishi.readers.document import Cell, Grid, Paragraph, Ruling

_FEWEST_ROWS, _FEWEST_CELLS, _DEEPEST = 3, 3, 3


def read_opened(paragraphs: Sequence[Paragraph]) -> tuple[int, int, Grid] | None:
    """Give the first line of the rows in some text that bars begin, the line after their last, and their grid.

    A bar behind each row, those of the header too, closes it and is no blank cell.

    >>> from shishi.readers import read
    >>> text = "| 序号 |\\n项目 |\\n单位 |\\n| 1 |\\n修路 |\\n住建局 |\\n| 2 |\\n建桥 ||\\n打印"
    >>> found = read_opened(read(text.encode(), "a.txt").parts[0].paragraphs)
    >>> found[:2], [(c.row, c.column, c.text.value) for c in found[2].cells][-2:]
    ((0, 8), [(3, 1, '2'), (3, 2, '建桥')])
    """
    starts = [at for at, p in enumerate(paragraphs) if p.before and p.text.value]
    if len(starts) < _FEWEST_ROWS:
        return None
    end = max(at for at, p in enumerate(paragraphs) if p.bars or p.before) + 1
    rows: list[Sequence[Text]] = [
        [cell.text for cell in cells_of(paragraphs[a:b], lined=False, barred=True)]
        for a, b in zip(starts, [*starts[1:], end], strict=True)
    ]
    [(width, _)] = Counter(map(len, rows)).most_common(1)
    if width < _FEWEST_CELLS:
        return None
    rows = [part for row in rows for part in _parted(row, width)]
    if all(not row[-1].value for row in rows[:-1]):
        rows = [row[:-1] if not row[-1].value else row for row in rows]
    return starts[0], end, _grid(rows)


def read_closed(texts: Sequence[Text], terms: Terms) -> Grid | None:
    """Make a grid of cells in rows of one length that a blank cell closes, below a header whose rows are shorter.

    A header of two rows may have lost the cells that merged ones reach into, and the rows below it nothing.
    It ends with a word of its own: what ends with something else is a row of the table, whose last cells are blank.
    """
    blank = [not text.value for text in texts]
    ends = [at + 1 for at, is_blank in enumerate(blank) if is_blank][:_DEEPEST]
    if not ends or not _is_word(texts[max(ends[0] - 2, 0)], terms):
        return None
    for depth, start in enumerate(ends, 1):
        for period in range(_FEWEST_CELLS + 1, (len(texts) - start) // _FEWEST_ROWS + 1):
            closers = range(start + period - 1, len(texts), period)
            even = len(texts) in (closers[-1] + 1, closers[-1] + period)
            shorter = ends[0] < period and depth > 1
            if even and shorter and all(blank[at] for at in closers):
                starts = [0, *ends[:depth], *(at + 1 for at in closers)]
                rows = [texts[a : b - 1] for a, b in pairwise(starts)]
                return _grid([*rows, texts[starts[-1] :]] if starts[-1] < len(texts) else rows)
    return None


def _is_word(text: Text, terms: Terms) -> bool:
    return terms.dialect.guess(terms.plain(text.value)) is not None


def _parted(row: Sequence[Text], width: int) -> Iterator[Sequence[Text]]:
    """Part a row where another one begins with a bar and a blank cell: || is both."""
    while len(row) > width and not row[width].value:
        yield row[:width]
        row = row[width + 1 :]
    if row:
        yield row


def _grid(rows: Sequence[Sequence[Text]]) -> Grid:
    cells = tuple(
        Cell(text, row, column)
        for row, texts in enumerate(rows, 1)
        for column, text in enumerate(texts, 1)
        if text.value
    )
    width = max(map(len, rows))
    told = all(len(row) == width for row in rows)
    return Grid("table", len(rows), width, cells, ruling=Ruling.COUNTED if told else Ruling.BARRED)
