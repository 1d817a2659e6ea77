"""Headings between the rows of a table that name themes: a column that names the items is no theme then."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from shishi.layouts.bands import name_people
from shishi.layouts.columns.column import Column
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
_SENTENCE = re.compile("[。;；]|[:：].")
_SUMMED = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?[%％]?|[-—/]+")


def count_bands(
    over: Sequence[Sequence[Cell | None]], columns: Sequence[Column], terms: Terms
) -> list[int]:
    """Count the headings among the rows right over the headers of a grid, up to and with each of these rows."""
    own = [own_cells(row) for row in over]
    people = _name_leaders(own, columns, terms)
    return [*accumulate(not people and _is_band(cells, columns, terms) for cells in own)]


def names_either(columns: Sequence[Column], terms: Terms) -> bool:
    """Tell columns of a theme that may be a name of items as well: 项目名称 beside 具体内容."""
    at = next((i for i, c in enumerate(columns) if c.field is Field.THEME), None)
    word = terms.dialect.guess(terms.plain(columns[at].word)) if at is not None else None
    return word is not None and Field.ITEM in dict(word.claims)


def under_bands(
    columns: tuple[Column, ...], body: Rows, terms: Terms, *, over: Sequence[int] = ()
) -> tuple[Column, ...]:
    """Let a column that names the items be no theme where headings between the rows are the themes.

    `over` counts those right over this header and over all of the same grid, as count_bands does. One heading is
    enough where it has a number; the first of them stands over all rows, or those above it had no theme.
    So only where nothing of the column is merged beside several items: then it gathers them, and cannot name one.
    """
    if not names_either(columns, terms):
        return columns
    at = next(i for i, c in enumerate(columns) if c.field is Field.THEME)
    own = [cells for row in body if (cells := own_cells(row))]
    if _name_leaders(own, columns, terms):
        return columns
    begun = any(over[:1]) or (bool(own) and _is_band(own[0], columns, terms))
    if not begun:
        return columns
    numbered = any(_is_numbered(cells, terms) for cells in own)
    bands = sum(_is_band(cells, columns, terms) for cells in own) + sum(over[1:])
    item = next((i for i, c in enumerate(columns) if c.field is Field.ITEM), None)
    if bands < _FEWEST - numbered or (item is not None and _gathers(body, at, item)):
        return columns
    return (*columns[:at], replace(columns[at], field=None), *columns[at + 1 :])


def _name_leaders(rows: Sequence[Sequence[Cell]], columns: Sequence[Column], terms: Terms) -> bool:
    """Tell rows the headings among which are names of people: they lead what is below, and are no theme."""
    if any(c.field is Field.LEADERS for c in columns):
        return False
    lone = (terms.plain(own[0].text.value) for own in rows if len(own) == 1)
    return name_people(word for word in lone if not is_loose(word))


def _is_numbered(own: Sequence[Cell], terms: Terms) -> bool:
    """Tell a row that is nothing but a heading with a number, and no sentence or note."""
    word = terms.plain(own[0].text.value) if len(own) == 1 else ""
    return bool(_BAND.match(word)) and not _SENTENCE.search(word) and _names_theme(own[0], terms)


def _is_band(own: Sequence[Cell], columns: Sequence[Column], terms: Terms) -> bool:
    """Tell a row that is a heading: by its number, or where no name of an item stands.

    That is over most of the width, or where numbers do. Sums of what is below it may stand beside.
    """
    words = [terms.plain(cell.text.value) for cell in own[:_FEWEST]]
    if len(own) == 1 and _BAND.match(words[0]):
        return _is_numbered(own, terms)
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
