"""Cross-tabs in pasted text: the words of the header in a row, then a name and its numbers, row by row.

Rulings and merged cells are lost, so nothing is found by its place: the header is a word for districts,
the indicators, and the same two words or more once for each of them (docs/decisions/0017).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.crossed.headers import Header, Line, header_at
from shishi.layouts.flows.crossed.pairs import pairs_of, percents_of
from shishi.layouts.flows.crossed.rows import find_rows, fits
from shishi.layouts.layout import Because, Layout, RawCell, RawRow, RawTable, Shape, placed_in
from shishi.layouts.terms import Terms
from shishi.layouts.words.crossed import value_field
from shishi.records import Field


def find_crossed(lines: Sequence[Line], terms: Terms) -> Iterator[Layout]:
    """Find the cross-tabs in lines of cells, in reading order; their names are blank."""
    tokens = [t for t in chain.from_iterable(lines) if t.plain]
    at = 0
    while at < len(tokens):
        header = header_at(tokens, at, terms)
        rows = list(find_rows(lines, header, terms)) if header else []
        if header is None or not fits(rows, header):
            at += 1
            continue
        last = max(t.line for t in (rows[-1].label, *filter(None, rows[-1].values)))
        yield _layout(header, last, terms)
        at = next((i for i, t in enumerate(tokens) if t.line > last), len(tokens))


def begins_crossed(lines: Sequence[Line], terms: Terms) -> bool:
    """Tell lines among which a cross-tab has its header; cheaper than to read its rows."""
    tokens = [t for t in chain.from_iterable(lines) if t.plain]
    return any(header_at(tokens, at, terms) for at in range(len(tokens)))


def cut_crossed(lines: Sequence[Line], layout: Layout, *, terms: Terms) -> RawTable:
    """Cut each row into as many records as there are indicators with a number in them.

    A row that lost cells is spread over the columns in every way that the signs % allow; what stands
    elsewhere in another of them is in doubt.
    """
    tokens = [t for t in chain.from_iterable(lines) if t.plain and t.line >= layout.header[0]]
    headers = (header_at(tokens, at, terms) for at in range(len(tokens)))
    header = next(filter(None, headers), None)
    if header is None:
        return RawTable(layout, ())
    rows = [r for r in find_rows(lines, header, terms) if r.label.line < layout.body[1]]
    percents = percents_of([r for r in rows if len(r.values) == header.width], header.width)
    cut: list[RawRow] = []
    for row in rows:
        for cells in pairs_of(row, header, percents):
            number = len(cut) + 1
            placed = {
                column: RawCell(
                    placed_in(token.text, layout, number, column=column),
                    0 if doubted else None,
                    column + 1 if column + 1 < len(layout.columns) else column - 1,
                )
                for column, (token, doubted) in cells.items()
            }
            cut.append(RawRow(placed, frozenset(), total=len(placed) == 1))
    return RawTable(layout, tuple(cut))


def _layout(header: Header, last: int, terms: Terms) -> Layout:
    label = Column(header.fields[0], header.label.plain)
    group = [Column(header.fields[1], "")] if header.groups else []
    seen: set[Field | None] = set()
    rest = []
    for word in header.words:
        field = value_field(word, terms.dialect)
        rest.append(Column(None if field in seen else field, word))
        seen.add(field)
    words = [t.plain for t in header.groups]
    return Layout(
        name="",
        part=0,
        columns=(label, *group, *rest),
        header=(header.tokens[0].line, header.last + 1),
        body=(header.last + 1, last + 1),
        score=100,
        reasons=(Because("cross-tab-found", {"words": words}),),
        shape=Shape.CROSS,
    )
