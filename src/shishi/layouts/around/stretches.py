"""Account for every character: which role each paragraph and each cell of the source was given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from shishi.layouts.layout import RawTable
from shishi.places import Place, Text
from shishi.readers.document import Document, Flow
from shishi.records import Field, Record, Role, Stretch


def find_stretches(
    document: Document,
    tables: Sequence[RawTable],
    records: Sequence[Record],
    *,
    loose: Mapping[int, Role | None],
) -> Iterator[Stretch]:
    """Yield every paragraph and cell of the document, in reading order, with its role.

    `loose` gives the roles of the texts outside the tables by the identity of the Text.
    """
    owners = _owners(tables, records)
    headers = {(t.layout.part, i) for t in tables for i in range(*t.layout.header)}
    for index, part in enumerate(document.parts):
        texts: list[tuple[int, Text]]
        if isinstance(part, Flow):
            texts = [(i, p.text) for i, p in enumerate(part.paragraphs)]
        else:
            texts = [(c.row - 1, c.text) for c in part.cells]
            if part.caption:
                texts.insert(0, (-1, part.caption))
        for position, text in texts:
            if not text.value.strip():
                continue
            if (index, position) in headers:
                yield Stretch(text, Role.HEADER)
            elif owner := owners.get(_key(text)):
                yield Stretch(text, Role.CELL, *owner)
            else:
                yield Stretch(text, loose.get(id(text)) or Role.PARAGRAPH)


Owner = tuple[int | None, Field | None]


def _owners(tables: Sequence[RawTable], records: Sequence[Record]) -> dict[object, Owner]:
    """Map the place of each source text to the record and field its characters went to."""
    orders = {(r.place.part, r.place.row): r.order for r in records}
    owners: dict[object, Owner] = {}
    for table in tables:
        for number, row in enumerate(table.rows, 1):
            order = orders.get((table.layout.name, number))
            for name, text in row.given.items():
                owners.setdefault(_key(text), (order, name))
            for column, cell in row.cells.items():
                owner = (order, table.layout.columns[column].field)
                for piece in cell.text.pieces:
                    owners.setdefault(
                        _spot(piece.place),
                        owner,
                    )
                if not cell.text.pieces:
                    owners.setdefault(_key(cell.text), owner)
    return owners


def _key(text: Text) -> object:
    places = [p.place for p in text.pieces] or [text.place]
    return _spot(places[0])


def _spot(place: Place) -> object:
    return place.part, place.line, place.row, place.column
