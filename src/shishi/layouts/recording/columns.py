"""Records of a table in which nothing is special, column by column: what they print, and Records when asked for.

What a row takes from the one above it (a merged cell, a theme that is printed once) is what stands above it
in its column. Whatever asks for more than that gives the table back, to be recorded row by row
(docs/decisions/0031). A test holds that both ways make the same pages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from shishi.layouts.layout import CellColumn, CertainRows, RawTable
from shishi.layouts.recording.above import (
    Begun,
    is_again,
    is_alike,
    number_themes,
    starts_section,
)
from shishi.layouts.recording.filling import (
    bare_code,
    cut_code,
    find_levels,
    list_known,
    read_list,
    says_itself,
)
from shishi.layouts.recording.known import Known
from shishi.layouts.units.labelled import may_be_labelled
from shishi.layouts.units.lists import Listed, UnitCell, is_one_line, take_names
from shishi.layouts.words.codes import parse_code
from shishi.layouts.words.names.kinds import is_blank_mark
from shishi.places import Place, Text
from shishi.readers.collecting import collecting_later
from shishi.readers.document import Cell
from shishi.records import LISTS, Columns, Field, FoldedTexts, Record
from shishi.text.characters import squeeze

_T = TypeVar("_T")
_COUNTED = {str(n): (n,) for n in range(1000)}
"""The codes that most rows have: to look them up costs a tenth of reading them."""
_MARKED = re.compile("[.、．]$")
_Codes = Sequence[tuple[int, ...] | None]


def record_columns(table: RawTable, known: Known, begun: Begun) -> Columns | None:
    """Record a table column by column, if nothing in it asks for its rows; moves `begun` on behind it."""
    rows = table.rows
    if not isinstance(rows, CertainRows) or _is_special(table, rows, known):
        return None
    if begun.count and begun.follows and any(c.own[0] is None for c in rows.columns):
        return None
    columns = dict(zip(known.fields, rows.columns, strict=True))
    blank = (None,) * len(rows)
    code, theme = columns.get(Field.CODE), columns.get(Field.THEME)
    if not _say_enough(rows, known):
        return None
    if code and theme and not (code.is_full or theme.is_full):
        begin = zip(map(bool, code.own), map(bool, theme.own), strict=True)
        if number_themes([*begin]):
            return None
    spots: dict[int, Sequence[Cell | None]] = {i: c.spots for i, c in enumerate(rows.columns)}
    if theme:
        spots[known.fields.index(Field.THEME)] = _filled_down(theme.spots)
    codes = _read_codes(code) if code else blank
    shared = _shares(codes, columns, begun)
    if shared is None:
        return None
    sections = _sections(codes, begun)
    made = _Table(rows, known, spots, _read_lists(rows, known), shared, begun.count, sections)
    begun.count += len(rows)
    begun.section = sections[-1]
    begun.code = next((c for c in reversed(codes) if c), begun.code)
    return made.columns()


def _is_special(table: RawTable, rows: CertainRows, known: Known) -> bool:
    """Tell a table with a heading over it, or a cell that says itself what it is: a sum, a star, a label, no number."""
    fields = [f for f in known.fields if f]
    if table.given or known.has_stars or known.sums or known.mixed or len({*fields}) < len(fields):
        return True
    if table.ticks or known.has_roles or known.leads_behind or known.first_leads:
        return True
    if any(column.starred for column in known.columns) or _page_of(rows) or not fields:
        return True
    if known.has_brackets and _has_levels(rows, known):
        return True
    if known.has_labels and any(
        may_be_labelled(value) and says_itself(cell.text, field, known)
        for field, column in zip(known.fields, rows.columns, strict=True)
        for cell, value in zip(column.begun, column.values, strict=True)
    ):
        return True
    codes = rows.columns[known.fields.index(Field.CODE)].values if Field.CODE in fields else ()
    if all(map(str.isdigit, codes)):
        return False
    return any(not code.isdigit() and is_blank_mark(squeeze(code)) for code in codes)


def _page_of(rows: CertainRows) -> bool:
    """Tell rows of a source with pages."""
    firsts = (cell for column in rows.columns for cell in column.own[:1] if cell)
    return any(piece.place.page for cell in firsts for piece in cell.text.pieces[:1])


def _has_levels(rows: CertainRows, known: Known) -> bool:
    """Tell items, or names over them, that say their level in brackets, or a column of levels beside them."""
    if Field.ITEM not in known.named:
        return False
    if Field.LEVELS in known.named:
        return True
    told = [
        column
        for name, key, column in zip(known.fields, known.keys, rows.columns, strict=True)
        if name in (Field.ITEM, Field.THEME) or key in known.names
    ]
    return any(
        find_levels(cell.text, known.terms.script) for column in told for cell in column.begun
    )


def _say_enough(rows: CertainRows, known: Known) -> bool:
    """Tell rows that are records of their own: none lacks number and item, or has but cells that no field has."""
    columns = dict(zip(known.fields, rows.columns, strict=True))
    code, item = columns.get(Field.CODE), columns.get(Field.ITEM)
    if item and Field.LEVELS in known.named and item.own is not item.spots:
        return False
    if (code and code.is_full) or (item and item.is_full):
        return True
    if item and any(
        spot is None and not (code and code.own[at]) for at, spot in enumerate(item.spots)
    ):
        return False
    fields = [c.own for f, c in zip(known.fields, rows.columns, strict=True) if f]
    return all(map(any, zip(*fields, strict=True)))


def _filled_down(spots: Sequence[Cell | None]) -> Sequence[Cell | None]:
    """Let a theme that is printed once hold for the rows below it."""
    if all(spots):
        return spots
    filled: list[Cell | None] = []
    for cell in spots:
        filled.append(cell or (filled[-1] if filled else None))
    return filled


def _read_codes(column: CellColumn) -> _Codes:
    """Read the number of each row, its own or the one that reaches into it; most are just counted."""
    counted = _COUNTED.get
    codes = [counted(v) or parse_code(v) for v in column.values]
    if column.is_full:
        return codes
    by_cell = dict(zip(map(id, column.begun), codes, strict=True))
    return [by_cell[id(cell)] if cell else None for cell in column.spots]


def _sections(codes: _Codes, begun: Begun) -> Sequence[int]:
    """Count the sections: numbers that begin again at 1 begin a new one."""
    section, last, headed = begun.section, begun.code, begun.headed
    sections = []
    for code in codes:
        if code and code[-1] == 1:
            section += starts_section(last, code, new_heading=headed)
        last, headed = code or last, False
        sections.append(section)
    return sections


def _shares(
    codes: _Codes, columns: Mapping[Field | None, CellColumn], begun: Begun
) -> dict[int, int] | None:
    """Say which records share the item of which order: it is merged, or printed again under the same code.

    None where the first of them would have to be held against the table above.
    """
    last = begun.code
    if begun.count and (codes[0] is None or codes[0] == last):
        return None
    shared: dict[int, int] = {}
    item = columns.get(Field.ITEM)
    if item is None:
        return shared
    last = codes[0] or last
    merged = item.own is not item.spots
    if not merged and None not in codes and len({*codes}) == len(codes):
        return shared
    for at, code in enumerate(codes[1:], 1):
        reaches = merged and item.spots[at] is not None and item.spots[at] is item.spots[at - 1]
        if reaches or ((code is None or code == last) and _is_again(columns, at)):
            shared[at] = shared.get(at - 1, begun.count + at)
        last = code or last
    return shared


def _is_again(columns: Mapping[Field | None, CellColumn], at: int) -> bool:
    def is_same(name: Field) -> bool:
        above, cell = columns[name].spots[at - 1 : at + 1] if name in columns else (None, None)
        if cell is None or above is cell:
            return cell is not None
        printed = above.text.value if above else ""
        return is_alike(cell.text.value, bare_code(printed) if name is Field.CODE else printed)

    return is_again(is_same)


@dataclass(frozen=True, slots=True)
class _Lists:
    """The lists of names of a table: what those on one line say, and those on several, by their cells."""

    listed: Mapping[str, Listed]
    mended: Mapping[int, UnitCell]

    def printed(self, cell: Cell) -> str:
        mended = self.mended.get(id(cell)) if self.mended else None
        return mended.text.value if mended else cell.text.value


def _read_lists(rows: CertainRows, known: Known) -> dict[int, _Lists]:
    """Read the lists of names in each column that has such, one that is printed again but once."""
    found = {}
    for index, (name, column) in enumerate(zip(known.fields, rows.columns, strict=True)):
        if name in LISTS:
            broken = [cell for cell in column.begun if not is_one_line(cell.text)]
            mended = {id(cell): read_list(rows.place(cell), name, known) for cell in broken}
            whole = set(column.values)
            if mended:
                whole = {cell.text.value for cell in column.begun if id(cell) not in mended}
            found[index] = _Lists({v: list_known(v, name, known) for v in whole}, mended)
    return found


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of which everything is known that its Records are made of."""

    rows: CertainRows
    known: Known
    spots: Mapping[int, Sequence[Cell | None]]  # of every column, as they hold for the rows
    lists: Mapping[int, _Lists]
    shared: Mapping[int, int]
    begun: int
    sections: Sequence[int]

    def columns(self) -> Columns:
        fields, keys = self.known.fields, self.known.keys
        texts = [(at, self._printed(at, spots)) for at, spots in self.spots.items()]
        printed = {name: column for at, column in texts if (name := fields[at])}
        other = {keys[at]: column for at, column in texts if not fields[at]}
        listed = {
            name: set(self._names(lists))
            for at, lists in self.lists.items()
            if (name := fields[at])
        }
        return Columns(
            self.rows.name,
            printed,
            self._records,
            other=other,
            count=len(self.rows),
            listed=listed,
        )

    def _printed(self, at: int, spots: Sequence[Cell | None]) -> Sequence[str]:
        lists = self.lists.get(at)
        if lists and lists.mended:
            return [lists.printed(cell) if cell else "" for cell in spots]
        column = self.rows.columns[at]
        values = column.values if column.is_full else [cell[0][0] if cell else "" for cell in spots]
        if self.known.fields[at] is not Field.CODE or all(map(str.isdigit, values)):
            return values
        return [*map(bare_code, values)]

    @staticmethod
    def _names(lists: _Lists) -> Iterator[tuple[str, ...]]:
        for value, found in lists.listed.items():
            yield tuple([value[a:b].strip() for a, b in found.spans])
        for cell in lists.mended.values():
            yield tuple([name.value for name in cell.names])

    def _records(self) -> list[Record]:
        """Make the Records; what a row takes from the one above it is the same Text there and here."""
        with collecting_later():
            return list(self._made())

    def _made(self) -> Iterator[Record]:
        width, shapes = range(len(self.rows.columns)), dict[tuple[int, ...], _Shape]()
        units = {at: self._units(at) for at in self.lists}
        texts = [self._texts(at, units.get(at)) for at in width]
        owns = zip(*[column.own for column in self.rows.columns], strict=True)
        new, name, script = tuple.__new__, self.rows.name, self.known.terms.script
        for index, (own, row) in enumerate(zip(owns, zip(*texts, strict=True), strict=True)):
            told = tuple(
                [2 if cell else 1 if text else 0 for cell, text in zip(own, row, strict=True)]
            )
            shape = shapes.get(told)
            if shape is None:
                shape = shapes[told] = self._shape(told)
            listed = [(key, units[at][index], begins) for key, at, begins in shape.lists]
            fields = {key: row[at] for key, at in shape.fields}
            yield Record.of(
                {
                    "order": self.begun + index + 1,
                    "place": new(Place, (name, index + 1, None, None, None, "", None)),
                    "section": self.sections[index],
                    "texts": fields,
                    "names": {key: unit.names for key, unit, _ in listed if unit},
                    "other": {key: row[at] for key, at in shape.others},
                    "folded": FoldedTexts(fields, script),
                    "open_ended": any(
                        unit.open_ended for _, unit, begins in listed if begins and unit
                    ),
                    "investment_unit": self.known.money_unit,
                    "shares_item_with": self.shared.get(index),
                }
            )

    def _shape(self, told: tuple[int, ...]) -> _Shape:
        """Say where the texts of a row go of whose columns begin in it (2), reach into it (1) or are blank (0)."""
        fields, keys = self.known.fields, self.known.keys
        order = sorted((at for at, state in enumerate(told) if state), key=lambda at: -told[at])
        return _Shape(
            fields=[(name, at) for at in order if (name := fields[at])],
            others=[(keys[at], at) for at in order if not fields[at]],
            lists=[(name, at, told[at] == 2) for at in order if (name := fields[at]) in LISTS],
        )

    def _texts(self, at: int, units: Sequence[UnitCell | None] | None) -> Sequence[Text | None]:
        if units is not None:
            return [unit.text if unit else None for unit in units]
        texts = self._each_once(at, self.rows.place_all)
        if self.known.fields[at] is Field.CODE and any(
            map(_MARKED.search, self.rows.columns[at].values)
        ):
            return [cut_code(text) if text else None for text in texts]
        return texts

    def _units(self, at: int) -> Sequence[UnitCell | None]:
        lists = self.lists[at]

        def read(cells: Sequence[Cell]) -> list[UnitCell]:
            texts = self.rows.place_all(cells)
            return [
                lists.mended.get(id(cell)) or take_names(text, lists.listed[text.value])
                for cell, text in zip(cells, texts, strict=True)
            ]

        return self._each_once(at, read)

    def _each_once(
        self, at: int, make: Callable[[Sequence[Cell]], list[_T]]
    ) -> Sequence[_T | None]:
        """Make something of the cell of each row, once of one that several rows have."""
        column, spots = self.rows.columns[at], self.spots[at]
        if column.is_full:
            return make(column.begun)
        made = dict(zip(map(id, column.begun), make(column.begun), strict=True))
        return [made[id(cell)] if cell else None for cell in spots]


class _Shape(NamedTuple):
    """Where the texts of a row go: to fields, to `other`, and the lists of names among them, whether they begin there."""

    fields: Sequence[tuple[Field, int]]
    others: Sequence[tuple[str, int]]
    lists: Sequence[tuple[Field, int, bool]]
