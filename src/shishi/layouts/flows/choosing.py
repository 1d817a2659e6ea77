"""Of the ways to read the header of a table in running text, the one that the rows below it fit best."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from shishi.layouts.columns.column import Column, one_a_word, unparted, with_star
from shishi.layouts.flows.alignment import price
from shishi.layouts.flows.cells import cells_of, grains_of, is_barred
from shishi.layouts.flows.edges.bands import under_bands
from shishi.layouts.flows.edges.headings import says_heading
from shishi.layouts.flows.fit.columns import misfit
from shishi.layouts.flows.headers import FlowHeader
from shishi.layouts.flows.learnt.counted import with_counts
from shishi.layouts.flows.lone.units import lead_anywhere
from shishi.layouts.flows.looks import look_at
from shishi.layouts.flows.prices import Evidence
from shishi.layouts.flows.rows import count_cells
from shishi.layouts.terms import Terms
from shishi.layouts.words.codes import follow_codes
from shishi.readers.document import Paragraph
from shishi.records import Field

_FEW = 2
_ENOUGH = 120
"""So many paragraphs are enough to tell two readings of a header apart."""
_THEME = Column(Field.THEME, printed=False)
_NO_THEME = 6
_CLOSE = 1
"""Readings of a header of which one costs not so much more a row than another are both possible."""
_NO_ITEM = 4
"""What it costs each row that no column holds items."""


def choose_columns(
    header: FlowHeader, body: Sequence[Paragraph], *, themed: bool, terms: Terms
) -> tuple[Column, ...]:
    """Of the ways to read the header, take the one that the rows below it fit best.

    `themed`: the themes of its rows are bands between them.
    """
    tokens = [terms.plain(p.text.value) for p in body]
    marked = sum(_is_mark(t, p, terms) for t, p in zip(tokens, body, strict=True)) >= _FEW
    named = [under_bands(r, terms) for r in header.readings] if themed else header.readings
    if sum(t.startswith("★") for t in tokens) >= _FEW:
        named = [r for n in named for r in (n, with_star(n))]
    named = list(map(one_a_word, named)) if header.lined or is_barred(body) else named
    if any(c.starred for c in named[0]) and lead_anywhere(tokens):
        named = list(map(unparted, named))
    readings = [_with_unprinted(r, tokens, themed=marked) for r in named]
    readings += [_with_themes(r) for r in readings if _stands_theme(tokens, r)]
    cells = cells_of(body, lined=header.lined)
    readings = [r for r in (*readings, *named) if count_cells(cells, r, terms)] or readings
    readings = list(dict.fromkeys(with_counts(r, tokens) for r in readings))
    if len(readings) == 1:
        return readings[0]
    evidence = Evidence(grains_of(cells[:_ENOUGH], terms))
    most = max(map(len, readings))
    rows = len(evidence.grains) // most

    def cost(columns: tuple[Column, ...]) -> int:
        itemless = _NO_ITEM * all(c.field is not Field.ITEM for c in columns)
        return price(evidence, columns) + (most - len(columns) + itemless) * rows

    costs = [cost(columns) for columns in readings]
    least = min(costs)
    close = [r for r, c in zip(readings, costs, strict=True) if c < least + _CLOSE * rows]
    return _doubted(readings[costs.index(least)], close)


def _doubted(columns: tuple[Column, ...], rivals: Sequence[Sequence[Column]]) -> tuple[Column, ...]:
    """Mark the words as unsure that hold another field in a reading that the rows fit nearly as well."""
    own = _fields(columns)
    told = [{(c.word, c.field) for c in rival} for rival in rivals if _fields(rival) != own]
    return tuple(
        replace(c, sure=c.sure and all((c.word, c.field) in said for said in told))
        if c.printed and c.field
        else c
        for c in columns
    )


def _fields(columns: Sequence[Column]) -> list[Field]:
    """Give the fields that words of the header name, in order."""
    return [c.field for c in columns if c.printed and c.field]


def _stands_theme(tokens: Sequence[str], columns: Sequence[Column]) -> bool:
    """Tell words that stand over the first row, where its code should: the theme of the rows below."""
    fields = [c.field for c in columns]
    first = look_at(next(iter(tokens), ""), frozenset())
    return (
        fields[0] is Field.CODE
        and Field.THEME not in fields
        and not first.is_code
        and misfit(first, _THEME) < _NO_THEME
    )


def _is_mark(token: str, paragraph: Paragraph, terms: Terms) -> bool:
    """Tell a theme with its number, or a heading over rows that has none: 滞后项目(3项)."""
    if re.fullmatch(
        r"(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）])[^。,;]{2,16}", token
    ):
        return True
    return says_heading(token, paragraph, terms)


def _with_unprinted(
    columns: tuple[Column, ...], tokens: Sequence[str], *, themed: bool
) -> tuple[Column, ...]:
    """Add the columns that the body has and the header does not name: theme marks, codes."""
    fields = [c.field for c in columns]
    if Field.THEME not in fields and themed:
        columns = _with_themes(columns)
    if Field.CODE not in fields:
        numbers = [t for t in tokens if re.fullmatch(r"[0-9]{1,2}(\.[0-9]{1,2})?", t)]
        coded = sum(follow_codes(numbers))
        if coded > _FEW:
            at = next(i for i, c in enumerate(columns) if c.field is not Field.THEME)
            columns = (*columns[:at], Column(Field.CODE, printed=False), *columns[at:])
    return columns


def _with_themes(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Put a column for the themes before the others, that no header word names."""
    return (_THEME, *columns)
