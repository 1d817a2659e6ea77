"""What a reader doubted in a cell of a sheet becomes a doubt about the field of the record it belongs to.

A formula without a saved result leaves its cell blank: only the sheet's row and column say whose it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from shishi.findings import About, Finding, Severity
from shishi.layouts.layout import RawCell, RawTable, Shape
from shishi.places import Place
from shishi.readers.document import Document, Grid
from shishi.records import Field, Record
from shishi.text.characters import squeeze

OF_A_CELL = frozenset(
    {
        "error-cell",
        "formula-without-value",
        "hidden-by-format",
        "number-format-unknown",
        "struck-cell",
    }
)
"""The findings of the spreadsheet readers that are about what one cell shows."""
STRUCK = "struck-text"
"""What the readers of Word files and web pages say of texts that are struck out."""
NESTED = "table-in-cell"
"""What they say of a table in a cell of another."""
_SHORTEST, _SHOWN, _MOST_LEFT = 2, 40, 50
OF_A_TABLE = frozenset({"table-by-gaps"})
"""The findings of the reader of text that are about all cells of a table."""


def give_fields(
    findings: Sequence[Finding], *, tables: Sequence[RawTable], records: Sequence[Record]
) -> Iterator[Finding]:
    """Give each finding about a cell the record and field it belongs to; the others stay as they are.

    A cell of the header, of a column that no field has, or of a row that is no record keeps its place in
    the sheet; sheet and cell stand in the facts of each.
    """
    if not any(finding.code in OF_A_CELL for finding in findings):
        yield from findings
        return
    rows = _index_rows(tables)
    by_place = {(r.place.part, r.place.row): r for r in records}
    for finding in findings:
        found = rows.get((finding.place.part, finding.place.row))
        record = by_place.get((found[0].layout.name, found[1])) if found else None
        if finding.code not in OF_A_CELL or not found or not record:
            yield finding
            continue
        table, number = found
        columns, index = table.layout.columns, _column_of(table, number, finding.place)
        field = columns[index].field if index is not None and index < len(columns) else None
        if field is None:
            yield finding
        else:
            facts = {**finding.facts, "order": record.order}
            yield replace(finding, place=record.spot(field), facts=facts)


def name_struck(findings: Sequence[Finding], records: Sequence[Record]) -> Iterator[Finding]:
    """Say of texts that are struck out in which fields of which records they stand; others stay as they are.

    What stands in no field of a record is left to the page's finding.
    """
    for finding in findings:
        if finding.code != STRUCK:
            yield finding
            continue
        spots = finding.facts.get("spots")
        struck = [_Struck(*spot) for spot in spots] if isinstance(spots, Sequence) else []
        printed, left = _find_struck(struck, records)
        for (order, name), words in printed.items():
            facts = {"order": order, "printed": " ".join(dict.fromkeys(words))}
            place = records[order - 1].spot(name)
            yield Finding("struck-field", About.READING, Severity.ASKS, place, facts)
        if left:
            facts = {"count": len(left), "texts": left[:_MOST_LEFT]}
            yield replace(finding, facts=facts)


class _Struck(NamedTuple):
    """A text that is struck out, and the cell it stands in: its part, row and all that it prints."""

    text: str
    part: str
    row: int
    printed: str


class _Said(NamedTuple):
    order: int
    name: Field
    value: str


def _find_struck(
    struck: Sequence[_Struck], records: Sequence[Record]
) -> tuple[dict[tuple[int, Field], list[str]], list[str]]:
    """Give the texts that are struck out by record and field, and those that no field holds."""
    by_row: dict[tuple[str, int | None], list[_Said]] = {}
    for record in records if struck else ():
        for name, text in record.texts.items():
            place = text.pieces[0].place if text.pieces else text.place
            row = (place.part, place.row) if place.row else ("", 0)
            by_row.setdefault(row, []).append(_Said(record.order, name, squeeze(text.value)))
    found: dict[tuple[int, Field], list[str]] = {}
    left = []
    for spot in struck:
        fields = _fields_of(spot, by_row.get((spot.part, spot.row), ()))
        for said in fields:
            found.setdefault((said.order, said.name), []).append(spot.text)
        if not fields:
            left.append(spot.text)
    return found, left


def _fields_of(spot: _Struck, row: Sequence[_Said]) -> list[_Said]:
    """Give the fields of a row that hold a struck text: those that are its cell, or else a part of it.

    A single character that may stand anywhere is only looked for where its cell is known.
    """
    text, cell = squeeze(spot.text), squeeze(spot.printed)
    holding = [said for said in row if text in said.value]
    whole = [said for said in holding if said.value == cell]
    parts = [said for said in holding if len(said.value) >= _SHORTEST and said.value in cell]
    return whole or parts or (holding if len(text) >= _SHORTEST else [])


def name_nested(
    findings: Sequence[Finding],
    document: Document,
    *,
    tables: Sequence[RawTable],
    records: Sequence[Record],
) -> Iterator[Finding]:
    """Give each finding about a table in a cell the record whose cell it was; the others stay as they are.

    Only a table in a project table counts that is none itself and prints something: a web page often sets
    tables in tables. A project table may go on in a second grid, whose rows keep the name of their own.
    """
    if not any(finding.code == NESTED for finding in findings):
        yield from findings
        return
    rows = _index_rows(tables)
    names = [part.name for part in document.parts]
    taken = {names[table.layout.part] for table in tables} | {part for part, _ in rows}
    grids = {part.name: part for part in document.parts if isinstance(part, Grid)}
    by_place = {(r.place.part, r.place.row): r for r in records}
    for finding in findings:
        inner, outer = str(finding.facts.get("inner")), finding.place.part
        if finding.code != NESTED:
            yield finding
        elif outer in taken and inner not in taken and inner in grids:
            printed = " ".join(filter(None, (c.text.value.strip() for c in grids[inner].cells)))
            row = rows.get((outer, finding.place.row))
            record = by_place.get((row[0].layout.name, row[1])) if row else None
            order = {"order": record.order} if record else {}
            place = record.place if record else finding.place
            facts = {"printed": printed[:_SHOWN], **order}
            if printed:
                yield replace(finding, place=place, facts=facts)


def name_records(
    findings: Sequence[Finding],
    document: Document,
    *,
    tables: Sequence[RawTable],
    records: Sequence[Record],
) -> Iterator[Finding]:
    """Say of each finding about a whole table of text which records come from it; the others stay as they are."""
    if document.source.format != "text":
        yield from findings
        return
    part_of = {table.layout.name: document.parts[table.layout.part].name for table in tables}
    for finding in findings:
        if finding.code not in OF_A_TABLE:
            yield finding
            continue
        orders = [r.order for r in records if part_of.get(r.place.part) == finding.place.part]
        facts = {**finding.facts, "orders": orders}
        if orders:
            yield replace(finding, facts=facts)


def _index_rows(tables: Sequence[RawTable]) -> dict[tuple[str, int | None], tuple[RawTable, int]]:
    """Find the row of a table by the part and the row of the source that its cells stand in."""
    found: dict[tuple[str, int | None], tuple[RawTable, int]] = {}
    for table in tables:
        if table.layout.shape is Shape.CELLS:
            for number, row in enumerate(table.rows, 1):
                for cell in row.cells.values():
                    place = _source_of(cell)
                    found.setdefault((place.part, place.row), (table, number))
    return found


def _column_of(table: RawTable, number: int, place: Place) -> int | None:
    """Give the index of the column that a cell of the source stands in, by the other cells of its row."""
    if place.column is None:
        return None
    for index, cell in table.rows[number - 1].cells.items():
        source = _source_of(cell)
        if source.column is not None:
            return index + place.column - source.column
    return None


def _source_of(cell: RawCell) -> Place:
    return cell.text.pieces[0].place if cell.text.pieces else cell.text.place
