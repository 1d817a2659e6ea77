"""Rows of ruled tables: cut out of their grid, headings and notes between them told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from shishi.layouts.bands import name_people, name_units, read_units
from shishi.layouts.cutting import cut, join
from shishi.layouts.flows.crossed.tables import cut_crossed
from shishi.layouts.flows.fit.costs import UNITS
from shishi.layouts.grids.certain import find_certain, place_cells
from shishi.layouts.grids.pasted.slid import put_back
from shishi.layouts.grids.shapes import crosstabs, pairs
from shishi.layouts.grids.spread import lines_of as tokens_of
from shishi.layouts.grids.spread import (
    merged_cells,
    overlaps,
    part_around,
    part_rows,
    plain_of,
    spread,
)
from shishi.layouts.grids.ticks import words_ticked
from shishi.layouts.headings import is_numbered, nest, read_heading
from shishi.layouts.layout import Layout, RawCell, RawRow, RawTable, Shape, names_of
from shishi.layouts.terms import Parted, Terms
from shishi.layouts.units.broken import lines_of
from shishi.layouts.units.labelled import split_labelled
from shishi.layouts.words.codes import number_columns, parse_code
from shishi.layouts.words.names.listing import unit_share
from shishi.layouts.words.notes import begins_note, is_furniture, is_loose
from shishi.places import Text
from shishi.readers.document import Cell, Grid, Ruling
from shishi.records import Field

_ALL = 100
_MOST_CELLS = 3
_NUMBERED = re.compile(r"\s*[(（]?[一二三四五六七八九十]{1,3}[)）、.]")
_COLON = re.compile("[:：]")
_BELOW = {Field.GOAL, Field.PROGRESS, Field.PERCENT, Field.EXPLANATION}
"""What a row of one cell may say of the row above it; who leads is said over the rows."""
_NOTHING: frozenset[int] = frozenset()


class _Bands:
    """The rows of one cell in all parts of a grid whose header is printed again, looked at once for all of them."""

    def __init__(self, grid: Grid, layouts: Sequence[Layout], terms: Terms) -> None:
        self._grid, self._layouts, self._terms = grid, layouts, terms
        self._named: dict[tuple[str, ...], Field | None] = {}
        self._words: list[str] | None = None
        self.themed = False  # the table right above ends under a theme, which may go on

    def who(self, names: Sequence[str], *, certain: bool) -> Field | None:
        """Say who they all name, in a table without a column for them: leaders or leads; `certain` has none itself."""
        key = tuple(names)
        if key not in self._named:
            self._named[key] = _named_by_bands(self._read(certain=certain), key)
        return self._named[key]

    def _read(self, *, certain: bool) -> list[str]:
        if self._words is None:
            alone = certain and len(self._layouts) == 1
            body = self._layouts[0].body
            rows = part_around(self._grid, body, self._terms) if alone else None
            rows = part_rows(self._grid, self._terms) if rows is None else rows
            self._words = list(_bands(rows, self._terms))
        return self._words


def cut_grids(
    grid: Grid, layouts: Sequence[Layout], *, terms: Terms
) -> list[tuple[RawTable, list[Text]]]:
    """Cut the rows of tables out of their grid.

    Beside each table are its cells that hold no record: notes below the rows and titles between them,
    each a cell over most of the width.
    """
    bands = _Bands(grid, layouts, terms)
    found: list[tuple[RawTable, list[Text]]] = []
    for layout in layouts:
        bands.themed = bool(found) and _goes_on_themed(found[-1][0], layout, themed=bands.themed)
        table, loose = _cut_grid(grid, layout, bands, terms=terms)
        found.append((table, loose))
    return found


def _goes_on_themed(above: RawTable, layout: Layout, *, themed: bool) -> bool:
    """Tell a table that goes on under a theme: below its header printed again, and no title between."""
    same = above.layout.columns == layout.columns and above.layout.body[1] == layout.header[0]
    under = bool(above.rows) and Field.THEME in above.rows[-1].given
    return same and (under or themed)


def _cut_grid(
    grid: Grid, layout: Layout, bands: _Bands, *, terms: Terms
) -> tuple[RawTable, list[Text]]:
    rows = spread(grid, terms)
    if layout.shape is Shape.CROSS and grid.pasted:
        return cut_crossed(tokens_of(grid, terms), layout, terms=terms), []
    if layout.shape is Shape.CROSS:
        return RawTable(layout, tuple(crosstabs.cut_crosstab(rows, layout, terms=terms))), []
    if layout.shape is Shape.PAIRS:
        blocks, texts = pairs.cut_pairs(rows, layout, terms=terms)
        return RawTable(layout, tuple(blocks)), texts
    if certain := find_certain(grid, layout, terms):
        people = bands.who(certain.names, certain=True) is Field.LEADERS
        return RawTable(
            layout, certain, people=people, last={}, ticks=words_ticked(rows, layout)
        ), []
    return _cut_rows(grid, layout, bands, terms=terms)


def _cut_rows(
    grid: Grid, layout: Layout, bands: _Bands, *, terms: Terms
) -> tuple[RawTable, list[Text]]:
    """Cut the rows of a table one by one."""
    pasted, told = grid.pasted, grid.ruling is Ruling.RULED  # told: which cells are merged
    rows = spread(grid, terms)
    cut_rows, loose = list[RawRow](), list[Text]()
    given: Mapping[Field, Text] = {}
    last: Mapping[Field, Text] | None = None
    names = names_of(layout)
    parted, crossing = part_rows(grid, terms), overlaps(grid, terms)
    who = bands.who(names, certain=False)
    leads_above = not pasted and Field.LEAD_UNITS not in names
    below = _said_below(parted, layout, terms)
    has_wide = any(_is_wide(c, grid) for c in merged_cells(grid, terms))
    for index, (own, covered) in enumerate(parted[slice(*layout.body)], layout.body[0]):
        wide = next((c for c in own if _is_wide(c, grid)), None) if has_wide else None
        alone = len(own) == 1
        first = own[0] if alone and _is_first(own[0], layout) else None
        counts = index == layout.body[0] and number_columns([plain_of(c, terms) for c in own])
        if counts or _is_around(own, wide or first, terms, covered=bool(covered)):
            loose += [c.text for c in own]
            continue
        if alone:
            plain = plain_of(own[0], terms)
            slid = pasted and unit_share(plain) == _ALL
            if index in below:
                _take_below(cut_rows, below[index], names.index(Field.ITEM))
                continue
            heading = {} if slid else _heading(own[0], layout, terms, who=who)
            is_theme = heading.keys() == {Field.THEME} and not pasted and not bands.themed
            if is_theme and _is_item(own[0], cut_rows, names):
                heading = {}
            if heading:
                is_new = not any(field in given for field in heading) and bool(cut_rows)
                last = heading if is_new and cut_rows[-1].given is given else None
                given = nest(given, heading, terms, line=own[0].text)
                continue
            given = _past(own[0], given, layout, terms=terms)
            if wide or (first and not pasted and _is_no_code(plain, first, layout)):
                loose.append(own[0].text)
                continue
        if leads_above and (heading := _heading_with_leads(own, layout, terms)):
            given, last = nest(given, heading, terms), None
            continue
        if crossing:  # a cell that another covers where it begins is lost
            own = [c for c in own if rows[index][c.column - 1] is c]
        if own:
            cells: Mapping[int, RawCell] = place_cells(
                own, part=layout.name, number=len(cut_rows) + 1, names=names
            )
            last = None
            if grid.ruling is Ruling.BARRED:
                cells = _doubted(cells, layout, terms)
            row = cells, covered if told else None, given, False, _NOTHING
            cut_rows.append(tuple.__new__(RawRow, row))
    if pasted:
        cut_rows = list(put_back(cut_rows, layout.columns, terms=terms))
    people, ticks = who is Field.LEADERS, words_ticked(rows, layout)
    return RawTable(layout, tuple(cut_rows), people=people, last=last or given, ticks=ticks), loose


def _is_item(cell: Cell, rows: Sequence[RawRow], names: Sequence[str]) -> bool:
    """Tell a cell alone where items stand, below rows that no theme is over: nobody leads that item yet."""
    if cell.columns > 1 or names[cell.column - 1] != Field.ITEM or not rows:
        return False
    return not rows[-1].given and not _NUMBERED.match(cell.text.value)


def _is_around(own: Sequence[Cell], over: Cell | None, terms: Terms, *, covered: bool) -> bool:
    """Tell a row of what a page has around its text, or of who signs below a table: 填报人:方某, 审核人:顾某.

    `over` is a cell over most of the width, or the only one: a note or a title may stand there.
    """
    if over and (plain := plain_of(over, terms)) and (is_loose(plain) or _labels_note(own, terms)):
        return True
    if covered:
        return False
    signed = bool(own) and begins_note(plain_of(own[0], terms))
    if signed and all(":" in plain_of(c, terms) for c in own):
        return True
    return all(is_furniture(plain_of(c, terms)) for c in own)


def _bands(parted: Sequence[Parted], terms: Terms) -> Iterator[str]:
    """Yield the words of the rows that are one cell, in all parts of a table whose header is printed again."""
    for own, _ in parted:
        if len(own) == 1 and not is_loose(word := terms.plain(own[0].text.value)):
            yield word


def _named_by_bands(bands: Sequence[str], names: Sequence[str]) -> Field | None:
    """Say who the rows of one cell all name, in a table without a column for them: leaders or leads."""
    if Field.LEADERS not in names and name_people(bands):
        return Field.LEADERS
    return Field.LEAD_UNITS if Field.LEAD_UNITS not in names and name_units(bands) else None


def _doubted(cells: Mapping[int, RawCell], layout: Layout, terms: Terms) -> Mapping[int, RawCell]:
    """Doubt the end of a list of units that goes on in a line of its own: it may be the next row."""
    last = len(layout.columns) - 1
    if last not in cells or layout.columns[last].field not in UNITS:
        return cells
    lines = lines_of(cells[last].text)
    printed = {piece.place.line for piece in cells[last].text.pieces}
    if len(printed) < 2 or any(unit_share(terms.plain(t.value)) < _ALL for t in lines):
        return cells
    return {**cells, last: RawCell(cells[last].text, 0, last)}


def _labels_note(own: Sequence[Cell], terms: Terms) -> bool:
    """Tell a note whose first word is a cell by itself: 备注 beside a cell over the rest of the row."""
    return len(own) == 2 and begins_note(f"{plain_of(own[0], terms)}:")


def _is_wide(cell: Cell, grid: Grid) -> bool:
    return cell.columns > 1 and cell.columns * 2 > grid.width


def _is_first(cell: Cell, layout: Layout) -> bool:
    first = next((i for i, c in enumerate(layout.columns, 1) if c.word or c.field), 1)
    return cell.column <= first


def _is_no_code(plain: str, cell: Cell, layout: Layout) -> bool:
    """Tell a line of text that stands alone where numbers should: a table without merged cells has such."""
    return layout.columns[cell.column - 1].field is Field.CODE and parse_code(plain) is None


def _heading(
    cell: Cell, layout: Layout, terms: Terms, *, who: Field | None
) -> Mapping[Field, Text]:
    """Read a row that is one heading: a cell over the whole width, or the row's first and only one."""
    if not _is_first(cell, layout) or cell.rows > 1:
        return {}
    fields = {c.field for c in layout.columns}
    units = read_units(cell.text, terms, bare=who is Field.LEAD_UNITS)
    given = units or read_heading(cell.text, terms, over_rows=True)
    if who is Field.LEADERS and Field.LEADERS not in given:
        given = {Field.LEADERS: cut(cell.text, 0, len(cell.text.value))}
    return {name: text for name, text in given.items() if name not in fields}


def _past(
    cell: Cell, given: Mapping[Field, Text], layout: Layout, *, terms: Terms
) -> Mapping[Field, Text]:
    """Let a heading that says what a column says end the theme that its number goes on from."""
    if not _is_first(cell, layout) or not read_heading(cell.text, terms, over_rows=True):
        return given
    return nest(given, {}, terms, line=cell.text)


def _heading_with_leads(own: Sequence[Cell], layout: Layout, terms: Terms) -> Mapping[Field, Text]:
    """Read a row that is a heading and who leads what is below it: 一、教育惠民 | 牵头单位:区教育局."""
    if not 1 < len(own) <= _MOST_CELLS or not all(_COLON.search(c.text.value) for c in own[1:]):
        return {}
    first, *rest = own
    if first.columns == 1 and not is_numbered(first.text, terms):
        return {}
    units = [read_units(c.text, terms, bare=False) for c in rest]
    theme = _heading(first, layout, terms, who=None)
    return {k: v for given in (theme, *units) for k, v in given.items()} if all(units) else {}


def _said_below(
    parted: Sequence[Parted], layout: Layout, terms: Terms
) -> Mapping[int, Mapping[Field, Text]]:
    """Read the rows of one cell that say more of the item above them, in no column of its own: 进展情况:已开工.

    By their index; only where none stands over an item or behind a heading, as it may say something of what is
    below there. Below the last item alone it may speak of the whole table, and of a section where another follows:
    so, unless nearly all items have it, only right above the next item.
    """
    fields = [c.field for c in layout.columns]
    rows = enumerate(parted[slice(*layout.body)], layout.body[0])
    said = {
        index: more
        for index, (own, _) in rows
        if len(own) == 1 and (more := _says_more(own[0], layout, terms))
    }
    if not said or Field.ITEM not in fields:
        return {}
    item, items, over, is_below = fields.index(Field.ITEM), list[set[Field]](), set[Field](), False
    begun: set[int] = set()
    for index, (own, covered) in enumerate(parted[slice(*layout.body)], layout.body[0]):
        if index in said:
            (items[-1] if is_below else over).update(said[index])
        elif not own or item in covered or _is_around(own, None, terms, covered=False):
            continue
        else:
            is_below = len(own) > 1 and not _heading_with_leads(own, layout, terms)
            if is_below and any(c.column - 1 == item for c in own):
                items.append(set())
                begun.add(index)
    free = _BELOW - over
    taken = {name for name in free if any(name in item for item in items[:-1])}
    often = {name for name in taken if 5 * sum(name in i for i in items) >= 4 * len(items)}
    return {
        index: more
        for index, more in said.items()
        if more.keys() <= (taken if index + 1 in begun else often)
    }


def _says_more(cell: Cell, layout: Layout, terms: Terms) -> Mapping[Field, Text]:
    said = dict(split_labelled(cell.text, terms)) if _is_first(cell, layout) else {}
    return said if said.keys() <= _BELOW - {c.field for c in layout.columns} else {}


def _take_below(rows: list[RawRow], more: Mapping[Field, Text], item: int) -> None:
    """Let all rows of the last item have what is said below it; what is said twice is kept, a line each."""
    first = len(rows) - 1
    while first and item in (rows[first].covered or ()):
        first -= 1
    for at, row in enumerate(rows[first:], first):
        given = {**row.given, **more}
        for name in more.keys() & row.given:
            both = [row.given[name], more[name]]
            given[name] = join(both, ["\n"], place=both[0].place)
        rows[at] = row._replace(given=given)
