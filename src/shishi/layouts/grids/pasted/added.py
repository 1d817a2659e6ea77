"""Rows of two lines whose bars add up to those of one row, though each line is a row that lacks cells.

Whoever reads lines cannot tell; who knows units can: a row that has its code, its unit and the sentence of
its report is at its end, and what goes on with the name of a unit and a report of its own is a row that
shares the item of the one above.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from shishi.layouts.columns.evidence import look_at_column
from shishi.layouts.cutting import cut
from shishi.layouts.terms import Terms
from shishi.layouts.words.codes import parse_code
from shishi.layouts.words.names.listing import unit_share
from shishi.places import Text
from shishi.readers.document import Cell, Document, Grid, Ruling
from shishi.records import Field
from shishi.text.characters import squeeze

_ALL = 100


def part_added(document: Document, terms: Terms) -> Document:
    """Part rows that were put together of two lines, where the second begins with who does the work."""
    parts = [
        _parted(part, terms) if isinstance(part, Grid) and part.ruling is Ruling.BARRED else part
        for part in document.parts
    ]
    same = all(a is b for a, b in zip(parts, document.parts, strict=True))
    return document if same else replace(document, parts=tuple(parts))


def _parted(grid: Grid, terms: Terms) -> Grid:
    if not any("。\n" in cell.text.value for cell in grid.cells):
        return grid
    rows = [list(cells) for _, cells in groupby(grid.cells, key=lambda c: c.row)]
    reported = {cell.column for cell in grid.cells if _heads_reports(cell, terms)}
    parted = [part for row in rows for part in _rows_of(row, reported, terms)]
    if len(parted) == len(rows):
        return grid
    cells = (
        Cell(text, number, column)
        for number, texts in enumerate(parted, 1)
        for column, text in enumerate(texts, 1)
    )
    return replace(grid, height=len(parted), cells=tuple(cells))


def _heads_reports(cell: Cell, terms: Terms) -> bool:
    word = terms.dialect.guess(squeeze(terms.plain(cell.text.value)))
    return word is not None and word.claims[0][0] == Field.PROGRESS


def _rows_of(row: Sequence[Cell], reported: Container[int], terms: Terms) -> Iterator[list[Text]]:
    """Give a row as it is, or the two it was put together of; its last cell may have lines of its own.

    One row has its report where the header puts it, in one of the columns `reported`.
    """
    texts = [cell.text for cell in row]
    for at, text in enumerate(texts[1:-1], 1):
        end = text.value.find("。\n") + 1
        if end and row[at].column not in reported and _is_seam(texts, at, end, terms=terms):
            yield [*texts[:at], cut(text, 0, end)]
            yield [cut(text, end + 1, len(text.value)), *texts[at + 1 :]]
            return
    yield texts


def _is_seam(texts: Sequence[Text], at: int, end: int, *, terms: Terms) -> bool:
    """Tell a cell whose first line ends a row with code, unit and report, and whose second begins another."""
    plain = [terms.plain(text.value).strip() for text in texts]
    first, second = (terms.plain(t).strip() for t in (texts[at].value[:end], texts[at].value[end:]))
    has_unit = any(unit_share(cell) == _ALL for cell in plain[1:at])
    coded = parse_code(plain[0]) is not None
    ended = coded and has_unit and _reports(first) and unit_share(second) == _ALL
    return ended and any(map(_reports, plain[at + 1 :]))


def _reports(plain: str) -> bool:
    return look_at_column((plain,), frozenset()).reports == _ALL
