"""Headings between the rows of a table that name themes: a column that names the items is no theme then."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from shishi.layouts.columns import Column
from shishi.layouts.grids.spread import Rows, own_cells
from shishi.layouts.headings import read_heading
from shishi.layouts.terms import Terms
from shishi.layouts.words.codes import parse_code
from shishi.layouts.words.notes import is_loose
from shishi.readers.document import Cell
from shishi.records import Field

_FEWEST = 2
_BAND = re.compile("[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]")
"""How a heading begins that numbers the theme of the rows below it."""
_NUMBER = re.compile("[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.]?")
"""Such a number in a cell by itself."""
_SUMMED = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?[%％]?|[-—/]+")


def under_bands(
    columns: tuple[Column, ...], body: Rows, terms: Terms, *, over: Sequence[list[Cell | None]] = ()
) -> tuple[Column, ...]:
    """Let a column that names the items be no theme where headings between the rows are the themes.

    `over` are the rows right over the headers of the same grid. One heading is enough where it has a number.
    So only where nothing of it is merged beside several items: then it gathers them, and cannot name one.
    """
    at = next((i for i, c in enumerate(columns) if c.field is Field.THEME), None)
    word = terms.dialect.guess(terms.plain(columns[at].word)) if at is not None else None
    if at is None or word is None or Field.ITEM not in dict(word.claims):
        return columns
    own = [own_cells(row) for row in (*body, *over)]
    numbered = any(len(o) == 1 and _BAND.match(terms.plain(o[0].text.value)) for o in own)
    bands = sum(_is_band(cells, columns, terms) for cells in own)
    item = next((i for i, c in enumerate(columns) if c.field is Field.ITEM), None)
    if bands < _FEWEST - numbered or (item is not None and _gathers(body, at, item)):
        return columns
    return (*columns[:at], replace(columns[at], field=None), *columns[at + 1 :])


def _is_band(own: Sequence[Cell], columns: Sequence[Column], terms: Terms) -> bool:
    """Tell a row that is a heading: by its number, or where no name of an item stands.

    That is over most of the width, or where numbers do. Sums of what is below it may stand beside.
    """
    words = [terms.plain(cell.text.value) for cell in own[:_FEWEST]]
    if len(own) == 1 and _BAND.match(words[0]):
        return True
    if not own or columns[own[0].column - 1].field is not Field.CODE:
        wide = len(own) == 1 and 1 < own[0].columns > len(columns) // 2
        return wide and _names_theme(own[0], terms)
    if len(own) == 1:
        return parse_code(words[0]) is None and _names_theme(own[0], terms)
    sums = (_SUMMED.fullmatch(terms.plain(cell.text.value)) for cell in own[_FEWEST:])
    return _NUMBER.fullmatch(words[0]) is not None and all(sums)


def _names_theme(cell: Cell, terms: Terms) -> bool:
    if is_loose(terms.plain(cell.text.value)):
        return False
    return Field.THEME in read_heading(cell.text, terms, over_rows=True)


def _gathers(body: Rows, theme: int, item: int) -> bool:
    """Tell a column one of whose merged cells stands beside several items: it cannot name them."""
    for above, row in pairwise(body):
        beside = above[item], row[item]
        if row[theme] is above[theme] is not None and beside[0] is not beside[1] and all(beside):
            return True
    return False
