"""Rows as cut → Records: merged cells carried down, lists split, levels and codes taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from shishi.layouts.columns import Column
from shishi.layouts.cutting import cut
from shishi.layouts.labelled import split_labelled
from shishi.layouts.layout import RawRow, RawTable
from shishi.layouts.terms import Terms
from shishi.layouts.units import (
    UnitCell,
    known_units,
    read_names,
    split_starred,
    stars_mark_lines,
)
from shishi.layouts.words.codes import parse_code
from shishi.layouts.words.names import is_blank_mark, load_words
from shishi.places import Place, Text
from shishi.records import LISTS, Field, Record
from shishi.text.characters import Folded, Script, fold, squeeze

_OPENS, _CLOSES = "(（【[", ")）】]"
_COLON, _SUM = re.compile("[:：]"), re.compile("[计計]")
_TOTAL_FIELDS = (Field.CODE, Field.THEME, Field.ITEM, None)
_UNITS = (Field.LEAD_UNITS, Field.SUPPORT_UNITS)
_CARRIED = (Field.CODE, Field.THEME)
"""Fields that a row without rulings takes from the row above when its own cell is blank."""


@dataclass(slots=True)
class _Draft:
    """A record in the making."""

    order: int
    place: Place
    section: int
    columns: Sequence[Column]
    texts: dict[Field, Text] = field(default_factory=dict)
    names: dict[Field, tuple[Text, ...]] = field(default_factory=dict)
    other: dict[str, Text] = field(default_factory=dict)
    open_ended: bool = False
    shares_item_with: int | None = None


def record_tables(tables: Sequence[RawTable], *, terms: Terms) -> list[Record]:
    """Make Records of the rows of a page's tables, numbered through from 1."""
    script = terms.script
    terms = replace(terms, units=known_units(_unit_cells(tables), script=script))
    records: list[Record] = []
    section, last_code = 1, None
    last_heading: Mapping[Field, Text] = {}
    above: Record | None = None
    for table in tables:
        above = above if table.follows else None
        by_line = stars_mark_lines(c.text for row in table.rows for c in row.cells.values())
        by_theme = _codes_number_themes(table)
        for number, row in enumerate(table.rows, 1):
            place = Place(part=table.layout.name, row=number, page=_page_of(row))
            draft = _Draft(len(records) + 1, place, section, table.layout.columns)
            _fill(draft, row, terms, by_line=by_line)
            if not draft.texts or is_total(row, table.layout.columns, script):
                continue
            heading = {**table.given, **row.given}
            _take_given(draft, heading, script)
            _carry(draft, row, above, by_theme=by_theme)
            code = _code_of(draft)
            if _starts_section(last_code, code, new_heading=heading != last_heading):
                section += 1
                draft.section = section
            last_code, last_heading = code or last_code, heading
            _share_item(draft, records, script)
            above = _finish(draft, script)
            records.append(above)
    return records


def _unit_cells(tables: Sequence[RawTable]) -> Iterator[Text]:
    for table in tables:
        indices = [i for i, c in enumerate(table.layout.columns) if c.field in _UNITS]
        yield from (row.cells[i].text for row in table.rows for i in indices if i in row.cells)


def _page_of(row: RawRow) -> int | None:
    """Give the page of a PDF that a row begins on; None for a source without pages."""
    places = (piece.place for cell in row.cells.values() for piece in cell.text.pieces[:1])
    return next((place.page for place in places if place.page), None)


def _fill(draft: _Draft, row: RawRow, terms: Terms, *, by_line: bool) -> None:
    script = terms.script
    fields = {c.field for c in draft.columns}
    for index, cell in row.cells.items():
        column = draft.columns[index]
        if _COLON.search(cell.text.value) and (
            parts := _labelled(cell.text, column, fields, terms=terms)
        ):
            _fill_parts(draft, parts, terms)
        elif column.field is None:
            draft.other[column.word or f"column {index + 1}"] = cell.text
        elif column.field in draft.texts:
            draft.other[column.word] = cell.text
        elif _leads_by_star(column, cell.text) and not _has(row, draft, Field.SUPPORT_UNITS):
            leads, supporters = split_starred(
                cell.text, by_line=by_line, script=script, known=terms.units
            )
            _fill_units(draft, Field.LEAD_UNITS, leads)
            if supporters:
                _fill_units(draft, Field.SUPPORT_UNITS, supporters)
        elif column.field in LISTS:
            _fill_units(draft, column.field, _names(cell.text, column.field, terms))
        elif not (column.field is Field.CODE and is_blank_mark(squeeze(cell.text.value))):
            draft.texts[column.field] = cell.text
    if Field.LEVELS not in draft.texts and Field.ITEM in draft.texts:
        _take_levels(draft, script)


def _leads_by_star(column: Column, text: Text) -> bool:
    """Tell a cell in which ★ marks the leads, whether its header says so or not."""
    return column.starred or (column.field is Field.LEAD_UNITS and "★" in text.value)


def _has(row: RawRow, draft: _Draft, name: Field) -> bool:
    return any(draft.columns[index].field is name for index in row.cells)


def _labelled(
    text: Text, column: Column, fields: Set[Field | None], *, terms: Terms
) -> list[tuple[Field, Text]]:
    """Split a cell whose parts say themselves what they are; other columns keep what is theirs."""
    parts = split_labelled(text, terms)
    if column.field not in LISTS and len(parts) < 2:
        return []
    return parts if all(f is column.field or f not in fields for f, _ in parts) else []


def _names(text: Text, name: Field, terms: Terms) -> UnitCell:
    """Read a list of names; only those of units are parted where they are glued."""
    known = terms.units if name in _UNITS else None
    return read_names(text, script=terms.script, known=known)


def _fill_parts(draft: _Draft, parts: Sequence[tuple[Field, Text]], terms: Terms) -> None:
    for name, part in parts:
        placed = part._replace(place=part.place._replace(field=name.value))
        if name in LISTS:
            _fill_units(draft, name, _names(placed, name, terms))
        else:
            draft.texts.setdefault(name, placed)


def is_total(row: RawRow, columns: Sequence[Column], script: Script) -> bool:
    """Tell a row that adds up the others: 合计 stands where the number or the name of a record does.

    In a row without either it may stand in any cell.
    """
    nameless = not {columns[i].field for i in row.cells} & {Field.CODE, Field.ITEM}
    return row.total or any(
        squeeze(fold(cell.text.value, script).plain) in load_words().totals
        for index, cell in row.cells.items()
        if (nameless or columns[index].field in _TOTAL_FIELDS) and _SUM.search(cell.text.value)
    )


def _take_given(draft: _Draft, given: Mapping[Field, Text], script: Script) -> None:
    """Take what a heading says of this record, where its own cells do not say it."""
    for name, text in given.items():
        if name not in draft.texts:
            placed = text._replace(place=draft.place._replace(field=name.value))
            if name in LISTS:
                _fill_units(draft, name, read_names(placed, script=script))
            else:
                draft.texts[name] = placed


def _fill_units(draft: _Draft, name: Field, units: UnitCell) -> None:
    draft.texts[name] = units.text
    draft.names[name] = units.names
    draft.open_ended |= units.open_ended


def _take_levels(draft: _Draft, script: Script) -> None:
    """Take (市级、区级) or 【市级】 at either end of an item out of it; both keep their places."""
    item = draft.texts[Field.ITEM]
    if item.value.strip()[:1] not in _OPENS and item.value.rstrip("。 \n")[-1:] not in _CLOSES:
        return
    folded = fold(item.value, script)
    words = "|".join(sorted(load_words().levels, key=len, reverse=True))
    listed = rf"[(（【\[]((?:{words})(?:[、,，/和](?:{words}))*)[)）】\]]"
    plain = folded.plain.rstrip()
    first, last = re.match(listed, plain), re.search(rf"{listed}。?$", plain)
    bracket = first or last
    if not bracket or len(bracket[0]) == len(plain):
        return
    spot = item.place._replace(field=Field.LEVELS.value)
    levels = cut(item, *folded.printed_span(*bracket.span(1)), place=spot)
    left = (bracket.end(), len(plain)) if first else (0, bracket.start())
    draft.texts[Field.ITEM] = cut(item, *folded.printed_span(*left))
    draft.texts[Field.LEVELS] = levels
    draft.names[Field.LEVELS] = read_names(levels, script=script).names


def _codes_number_themes(table: RawTable) -> bool:
    """Tell a table whose numbers stand in the rows that begin a theme, and in no others."""
    indices = {c.field: i for i, c in enumerate(table.layout.columns)}
    code, theme = indices.get(Field.CODE), indices.get(Field.THEME)
    if code is None or theme is None:
        return False
    printed = [(code in row.cells, theme in row.cells) for row in table.rows if not row.total]
    return (False, False) in printed and all(a is b for a, b in printed)


def _carry(draft: _Draft, row: RawRow, above: Record | None, *, by_theme: bool) -> None:
    """Fill the cells that a merged cell above reaches into, or that rows without rulings leave out."""
    if above is None:
        return
    if row.covered is None:
        has_code = Field.CODE in draft.texts
        carried = [f for f in _CARRIED if f not in draft.texts]
        if Field.ITEM not in draft.texts and not has_code:
            carried += [f for f in (Field.ITEM, Field.LEVELS, Field.GOAL) if f not in draft.texts]
    else:
        fields = [draft.columns[i].field for i in row.covered]
        fields += _printed_once(draft, merged=frozenset(fields))
        fields += [Field.CODE] if by_theme else []
        carried = [f for f in fields if f and f not in draft.texts]
        carried += (
            [Field.LEVELS] if Field.ITEM in carried and Field.LEVELS not in draft.texts else []
        )
    for name in carried:
        if name in above.texts:
            draft.texts[name] = above.texts[name]
            if name in above.names:
                draft.names[name] = above.names[name]
    if Field.ITEM in carried and Field.ITEM in above.texts:
        draft.shares_item_with = above.shares_item_with or above.order


def _printed_once(draft: _Draft, *, merged: Set[Field | None]) -> list[Field]:
    """Name the blank cells that go on from the row above although no merged cell says so.

    A theme is often printed once for all its items; a row with neither number nor item is a part of
    the item above it. Where the item itself is merged, a blank cell that is not is blank.
    """
    fields = {c.field for c in draft.columns}
    once = [Field.THEME] if Field.THEME in fields else []
    if Field.ITEM in merged or Field.ITEM not in fields:
        return once
    if Field.ITEM not in draft.texts and Field.CODE not in draft.texts:
        once += [Field.CODE, Field.ITEM, Field.LEVELS, Field.GOAL, Field.INVESTMENT]
    return once


def _share_item(draft: _Draft, records: Sequence[Record], script: Script) -> None:
    """An item printed again under the same code, after a page break, is not a new item."""
    if draft.shares_item_with or not records or Field.ITEM not in draft.texts:
        return
    before = records[-1]
    same_code = draft.texts.get(Field.CODE) and _same(draft, before, Field.CODE)
    if (
        same_code
        and _same(draft, before, Field.ITEM)
        and not _same(draft, before, Field.LEAD_UNITS)
    ):
        draft.shares_item_with = before.shares_item_with or before.order


def _same(draft: _Draft, record: Record, name: Field) -> bool:
    text = draft.texts.get(name)
    return text is not None and squeeze(text.value) == squeeze(record.printed(name))


def _code_of(draft: _Draft) -> tuple[int, ...] | None:
    text = draft.texts.get(Field.CODE)
    return parse_code(text.value) if text else None


def _starts_section(
    last: tuple[int, ...] | None, code: tuple[int, ...] | None, *, new_heading: bool
) -> bool:
    """Numbers that begin again at 1 begin a new section."""
    return bool(last and code and (code != last or new_heading) and set(code) == {1})


def _finish(draft: _Draft, script: Script) -> Record:
    texts = {name: _squeezed_code(name, text) for name, text in draft.texts.items()}
    folded: Mapping[Field, Folded] = {n: fold(t.value, script) for n, t in texts.items()}
    units = [c.unit for c in draft.columns if c.field is Field.INVESTMENT]
    return Record(
        order=draft.order,
        place=draft.place,
        section=draft.section,
        texts=texts,
        names=draft.names,
        other=draft.other,
        folded=folded,
        open_ended=draft.open_ended,
        investment_unit=units[0] if units else "",
        shares_item_with=draft.shares_item_with,
    )


def _squeezed_code(name: Field, text: Text) -> Text:
    """A serial number printed as "4." or "4、" is the code 4."""
    if name is Field.CODE and text.value.rstrip(".、．") != text.value:
        return cut(text, 0, len(text.value.rstrip(".、．")))
    return text
