"""A table whose rows stand on lines with spaces between the cells, cut into its rows and cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from shishi.layouts.flows.habits import SURE
from shishi.layouts.flows.spaced.codes import find_codes
from shishi.layouts.flows.spaced.rows import Rows, Strip
from shishi.layouts.flows.spaced.tokens import Body
from shishi.layouts.flows.strips.spreading import CutCell, Spread
from shishi.layouts.headings import read_heading
from shishi.layouts.layout import Layout, RawCell, RawRow, RawTable
from shishi.layouts.terms import Terms
from shishi.places import Place, Text
from shishi.readers.document import Paragraph
from shishi.records import Field

_LONGEST_HEADING = 30
_ENOUGH = 12
_MARKED = re.compile(r"[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]")


def cut_spaced(paragraphs: Sequence[Paragraph], layout: Layout, *, terms: Terms) -> RawTable:
    """Cut the rows of a table out of its lines."""
    return RawTable(layout, tuple(_Table(paragraphs, layout, terms).rows()))


def price_spaced(paragraphs: Sequence[Paragraph], layout: Layout, *, terms: Terms) -> int:
    """Give what the first rows cost as this layout says, to tell one reading of a header from another."""
    start, end = layout.body
    table = _Table(paragraphs, replace(layout, body=(start, min(end, start + _ENOUGH))), terms)
    return table.price()


class _Table:
    """One table on lines. Where ★ tells leads from supporters in one column, that is one column here."""

    def __init__(self, paragraphs: Sequence[Paragraph], layout: Layout, terms: Terms) -> None:
        self._layout, self._terms = layout, terms
        shared = {k + 1 for k, c in enumerate(layout.columns) if c.starred}
        self._numbers = [k for k in range(len(layout.columns)) if k not in shared]
        self._columns = [layout.columns[k] for k in self._numbers]
        fields = [c.field for c in self._columns]
        code = fields.index(Field.CODE) if Field.CODE in fields else None
        self._body = Body(paragraphs[slice(*layout.body)], terms, coded=code == 0)
        codes = find_codes(self._body, code) if code is not None else frozenset()
        self._headings = dict(self._find_headings(codes))
        self._rows = Rows(self._body, self._columns, codes, headings=frozenset(self._headings))

    def price(self) -> int:
        strips = self._rows.read(passes=1)
        if not strips:
            return 10**6
        uncut = sum(s.cut is None for s in strips)
        margins = sum(min(c.margin, 8) for s in strips if s.cut for c in s.cut.cells.values())
        return 50 * uncut - margins

    def rows(self) -> Iterator[RawRow]:
        unsure: set[int] = set()
        for number, strip in enumerate(self._rows.read(), 1):
            found = strip.cut or self._uncut(strip)
            unsure = self._still_unsure(unsure, found) | {
                k for k, margin in found.blanks.items() if margin < SURE
            }
            cells = self._cells(strip, found, number)
            blank = {self._numbers[k] for k in unsure} - cells.keys()
            yield RawRow(cells, given=self._given(strip), unsure=frozenset(blank))

    def _still_unsure(self, unsure: set[int], found: Spread) -> set[int]:
        """Keep the doubt about a theme that was not found: the rows below would have shared it."""
        themes = {k for k, c in enumerate(self._columns) if c.field is Field.THEME}
        doubted = {c.rival for c in found.cells.values() if c.margin < SURE}
        return (unsure & themes - found.cells.keys()) | (doubted & themes)

    def _uncut(self, strip: Strip) -> Spread:
        """Give a row that nothing cuts whole, in the cell of its item, and doubt every other."""
        fields = [c.field for c in self._columns]
        item = fields.index(Field.ITEM if Field.ITEM in fields else Field.THEME)
        cells = {item: CutCell(0, strip.end - strip.first, 0, item)}
        if strip.coded and fields[0] is Field.CODE:
            cells[item] = CutCell(1, strip.end - strip.first, 0, item)
            cells[0] = CutCell(0, 1, SURE, 0)
        return Spread(cells, {k: 0 for k in range(len(fields)) if k not in cells})

    def _cells(self, strip: Strip, found: Spread, number: int) -> dict[int, RawCell]:
        made = {}
        for k, cell in sorted(found.cells.items()):
            at = self._numbers[k]
            field = self._columns[k].field
            place = Place(part=self._layout.name, row=number, column=at + 1, field=field or "")
            text = self._body.text(strip.first + cell.start, strip.first + cell.end, place)
            made[at] = RawCell(text, max(0, cell.margin), self._numbers[cell.rival])
        return made

    # --- headings ---

    def _find_headings(self, codes: frozenset[int]) -> Iterator[tuple[int, Mapping[Field, Text]]]:
        """Find lines of one token that say something of the rows below them: 二、便民出行."""
        fields = {c.field for c in self._columns}
        for number, line in enumerate(self._body.lines):
            if len(line) != 1 or line[0] in codes:
                continue
            lone = self._body.tokens[line[0]].plain
            if len(lone) <= _LONGEST_HEADING:
                text = self._body.text(line.start, line.stop, Place())
                given = read_heading(text, self._terms, over_rows=bool(_MARKED.match(lone)))
                given = {name: t for name, t in given.items() if name not in fields}
                if given:
                    yield number, given

    def _given(self, strip: Strip) -> Mapping[Field, Text]:
        """Give what the headings above a row say of it."""
        line = self._body.tokens[strip.first].line
        given: dict[Field, Text] = {}
        for number, said in self._headings.items():
            if number < line:
                given |= said
        return given
