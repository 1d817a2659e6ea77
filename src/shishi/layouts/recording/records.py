"""Rows as cut → Records: merged cells carried down, sections counted, one item in several rows told."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from types import MappingProxyType

from shishi.layouts.layout import RawRow, RawTable, printed_in, texts_in
from shishi.layouts.recording.above import (
    Begun,
    is_again,
    is_alike,
    number_themes,
    starts_section,
)
from shishi.layouts.recording.columns import record_columns
from shishi.layouts.recording.drafts import Draft, take_given, take_ticks
from shishi.layouts.recording.filling import cut_code, fill
from shishi.layouts.recording.known import UNITS, Known, know_table
from shishi.layouts.recording.ticked import say_ticks, unit_marks
from shishi.layouts.terms import Terms
from shishi.layouts.units.lists import known_units
from shishi.layouts.words.codes import parse_code
from shishi.places import Place, Text
from shishi.records import Columns, Field, FoldedTexts, Record, Records

_TOTAL_FIELDS = (Field.CODE, Field.THEME, Field.ITEM, None)
_CARRIED = (Field.CODE, Field.THEME)
"""Fields that a row without rulings takes from the row above when its own cell is blank."""
_OF_THE_ITEM = (Field.ITEM, Field.LEVELS, Field.GOAL, Field.INVESTMENT)
"""Fields that a row with neither number nor item takes from the row above: it is a part of that item."""

_NO_HEADING: Mapping[Field, Text] = MappingProxyType({})


def record_tables(tables: Sequence[RawTable], *, terms: Terms) -> Sequence[Record]:
    """Make Records of the rows of a page's tables, numbered through from 1.

    Those of a table in which nothing is special are made when they are first asked for.
    """
    units = known_units(_unit_cells(tables), script=terms.script)
    terms = replace(terms, units=units)
    page = _Recording()
    for table in tables:
        page.record(table, know_table(table, terms))
    if any(isinstance(part, Columns) for part in page.parts):
        return Records(page.parts)
    return tuple(chain.from_iterable(page.parts))


@dataclass(slots=True)
class _Recording:
    """The records of a page while they are made, table by table."""

    parts: list[Sequence[Record]] = field(default_factory=list)
    begun: Begun = field(default_factory=Begun)
    _heading: Mapping[Field, Text] = field(default_factory=lambda: _NO_HEADING)

    def record(self, table: RawTable, known: Known) -> None:
        """Record one table: column by column, or else row by row."""
        self.begun.follows, self.begun.headed = table.follows, bool(self._heading)
        columns = record_columns(table, known, self.begun)
        if columns is None:
            self.parts.append(self._record_rows(table, known))
        else:
            self.parts.append(columns)
            self._heading = _NO_HEADING

    def _last(self) -> Record | None:
        return next((part[-1] for part in reversed(self.parts) if len(part)), None)

    def _record_rows(self, table: RawTable, known: Known) -> list[Record]:
        begun, made = self.begun, list[Record]()
        last = self._last()
        above = last if table.follows else None
        by_theme = _codes_number_themes(table, known)
        marks = unit_marks(table)
        name = table.layout.name
        paged = any(_page_of(row) for row in table.rows[:1])
        for number, row in enumerate(table.rows, 1):
            page = _page_of(row) if paged else None
            place = tuple.__new__(Place, (name, number, None, None, None, "", page))
            draft = Draft(begun.count + 1, place, begun.section, {}, {}, {})
            fill(draft, row, known)
            if not draft.texts or row.total or (known.sums and is_total(row, known)):
                continue
            if table.ticks:
                take_ticks(draft, say_ticks(row, table, marks), known.terms.script)
            heading = _NO_HEADING
            if table.given or row.given:
                heading = {**table.given, **row.given}
                take_given(draft, heading, known.terms.script)
            if above and not _is_whole(draft, row, known):
                _carry(draft, row, above, known=known, by_theme=by_theme)
            code = _code_of(draft)
            new_heading = heading is not self._heading and heading != self._heading
            if starts_section(begun.code, code, new_heading=new_heading):
                begun.section += 1
                draft.section = begun.section
            if last and (code is None or code == begun.code):
                _share_item(draft, last)
            begun.code, self._heading = code or begun.code, heading
            last = above = _finish(draft, known)
            begun.count += 1
            made.append(above)
        return made


def _unit_cells(tables: Sequence[RawTable]) -> Iterator[str]:
    for table in tables:
        indices = [i for i, c in enumerate(table.layout.columns) if c.field in UNITS]
        yield from printed_in(table.rows, indices)


def _page_of(row: RawRow) -> int | None:
    """Give the page of a PDF that a row begins on; None for a source without pages."""
    places = (piece.place for cell in row.cells.values() for piece in cell.text.pieces[:1])
    return next((place.page for place in places if place.page), None)


def is_total(row: RawRow, known: Known) -> bool:
    """Tell a row that adds up the others: 合计 stands where the number or the name of a record does.

    In a row without either it may stand in any cell. A row with a number and a lead is a project: 全区用水合计.
    """
    named = {
        known.fields[i]: text.value for i, text in zip(row.cells, texts_in(row.cells), strict=True)
    }
    if named.get(Field.CODE, "").isdigit() and Field.LEAD_UNITS in named:
        return False
    nameless = not {known.fields[i] for i in row.cells} & {Field.CODE, Field.ITEM}
    return any(
        text.value in known.sums
        for index, text in zip(row.cells, texts_in(row.cells), strict=True)
        if nameless or known.fields[index] in _TOTAL_FIELDS
    )


def _codes_number_themes(table: RawTable, known: Known) -> bool:
    """Tell a table whose numbers stand in the rows that begin a theme, and in no others."""
    indices = {c.field: i for i, c in enumerate(table.layout.columns)}
    code, theme = indices.get(Field.CODE), indices.get(Field.THEME)
    if code is None or theme is None:
        return False
    printed = [
        (code in row.cells, theme in row.cells)
        for row in table.rows
        if not (row.total or (known.sums and is_total(row, known)))
    ]
    return number_themes(printed)


def _is_whole(draft: Draft, row: RawRow, known: Known) -> bool:
    """Tell a row that takes nothing from the one above: no cell of it is merged or blank."""
    return (
        row.covered is not None
        and not row.covered
        and len(draft.texts) >= len(known.named)
        and known.named <= draft.texts.keys()
    )


def _carry(draft: Draft, row: RawRow, above: Record, *, known: Known, by_theme: bool) -> None:
    """Fill the cells that a merged cell above reaches into, or that rows without rulings leave out."""
    if row.covered is None:
        has_code = Field.CODE in draft.texts
        carried = [f for f in _CARRIED if f not in draft.texts]
        if Field.ITEM not in draft.texts and not has_code:
            carried += [f for f in _OF_THE_ITEM if f not in draft.texts]
    else:
        alike = (row.covered, *draft.texts)
        if alike not in known.carried:
            known.carried[alike] = _reached(draft, row.covered, known, by_theme=by_theme)
        carried = known.carried[alike]
        if known.unnamed and above.other:
            _carry_others(draft, row.covered, above, known=known)
    for name in carried:
        if name in above.texts:
            draft.texts[name] = above.texts[name]
            if name in above.names:
                draft.names[name] = above.names[name]
    if Field.LEVELS not in draft.texts and _reaches_down(above, row.covered or (), carried):
        draft.texts[Field.LEVELS] = above.texts[Field.LEVELS]
        draft.names[Field.LEVELS] = above.names[Field.LEVELS]
    if Field.ITEM in carried and Field.ITEM in above.texts:
        draft.shares_item_with = above.shares_item_with or above.order


def _reaches_down(above: Record, covered: Collection[int], carried: Collection[Field]) -> bool:
    """Tell levels that stand in the name over several items: they are those of each."""
    levels, theme = above.texts.get(Field.LEVELS), above.texts.get(Field.THEME)
    if levels is None or levels.place.column is None or Field.LEVELS not in above.names:
        return False
    of_theme = theme is not None and theme.place.column == levels.place.column
    return levels.place.column - 1 in covered or (of_theme and Field.THEME in carried)


def _carry_others(draft: Draft, covered: Set[int], above: Record, *, known: Known) -> None:
    """Take the merged cells of columns that no field has over from the row above."""
    for key in (known.keys[i] for i in sorted(covered & known.unnamed)):
        if key in above.other:
            draft.other.setdefault(key, above.other[key])


def _reached(draft: Draft, covered: Set[int], known: Known, *, by_theme: bool) -> list[Field]:
    """Name the blank cells that a row takes from the one above where the source says what is merged, by column."""
    merged = [known.fields[i] for i in covered]
    once = _printed_once(draft, known, merged=merged)
    fields = [*merged, *once, *([Field.CODE] if by_theme else [])]
    carried = [f for f in fields if f and f not in draft.texts]
    carried.sort(key=lambda f: known.fields.index(f) if f in known.named else len(known.fields))
    if Field.ITEM in carried and Field.LEVELS not in draft.texts:
        carried.append(Field.LEVELS)
    return carried


def _printed_once(
    draft: Draft, known: Known, *, merged: Sequence[Field | None]
) -> list[Field | None]:
    """Name the blank cells that go on from the row above although no merged cell says so.

    A theme is often printed once for all its items; a row with neither number nor item is a part of
    the item above it. Where the item itself is merged, a blank cell that is not is blank.
    """
    once: list[Field | None] = [Field.THEME] if Field.THEME in known.named else []
    if Field.ITEM in merged or Field.ITEM not in known.named:
        return once
    if Field.ITEM not in draft.texts and Field.CODE not in draft.texts:
        once += [Field.CODE, *_OF_THE_ITEM]
    return once


def _share_item(draft: Draft, before: Record) -> None:
    """An item printed again under the same code, after a page break, is not a new item."""
    if draft.shares_item_with or Field.ITEM not in draft.texts:
        return
    if is_again(partial(_same, draft, before)):
        draft.shares_item_with = before.shares_item_with or before.order


def _same(draft: Draft, record: Record, name: Field) -> bool:
    text, other = draft.texts.get(name), record.texts.get(name)
    if text is other:
        return text is not None
    return text is not None and is_alike(text.value, other.value if other else "")


def _code_of(draft: Draft) -> tuple[int, ...] | None:
    text = draft.texts.get(Field.CODE)
    return parse_code(text.value) if text else None


def _finish(draft: Draft, known: Known) -> Record:
    texts = draft.texts
    if code := texts.get(Field.CODE):
        texts[Field.CODE] = cut_code(code)
    return Record.of(
        {
            "order": draft.order,
            "place": draft.place,
            "section": draft.section,
            "texts": texts,
            "names": draft.names,
            "other": draft.other,
            "folded": FoldedTexts(texts, known.terms.script),
            "open_ended": draft.open_ended,
            "investment_unit": known.money_unit,
            "shares_item_with": draft.shares_item_with,
        }
    )
