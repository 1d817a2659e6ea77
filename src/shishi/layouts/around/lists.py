"""The lists of projects of a page: tables of few columns, in grids, in cells that bars end and on lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from shishi.layouts.columns.column import Column
from shishi.layouts.columns.matching import overrule
from shishi.layouts.flows.rows import cut_flow
from shishi.layouts.flows.tables import find_in_flow
from shishi.layouts.grids.headers.finding import find_in_grid
from shishi.layouts.grids.lists import Sure, lists_projects, sums_up
from shishi.layouts.grids.pasted.barred import count_bars
from shishi.layouts.layout import MAY_BE_OTHER, Because, Layout, Shape
from shishi.layouts.terms import Terms
from shishi.readers.document import Document, Flow, Grid


def find_lists(document: Document, terms: Terms) -> tuple[Document, list[Layout]]:
    """Find the lists of a page without a table of projects, and give the document in which they stand.

    Cells that bars end are counted off where that comes out even, and read as running text where not.
    """
    counted = count_bars(document, replace(terms, few=True))
    for whole in (document, counted) if counted is not document else (document,):
        if found := _lists(whole, terms):
            return whole, found
    return document, _lists_in_text(document, terms)


def _lists(document: Document, terms: Terms, *, apart_from: Set[int] = frozenset()) -> list[Layout]:
    """Find the tables of few columns, in parts where nothing is a table of projects for sure."""
    found: list[Layout] = []
    terms = replace(terms, few=True)
    for index, part in enumerate(document.parts):
        if isinstance(part, Grid) and index not in apart_from:
            lists = find_in_grid(part, index, terms=terms, first_name=len(found) + 1)
            found += [x for x in lists if x.shape is Shape.CELLS and not _has_numbers(x)]
    return [replace(layout, columns=overrule(layout.columns, terms.dialect)) for layout in found]


def _has_numbers(layout: Layout) -> bool:
    """Tell a header with a number among its words: it is counted off beyond its end, into the first row."""
    return any(column.word.isdigit() for column in layout.columns)


def _lists_in_text(document: Document, terms: Terms) -> list[Layout]:
    """Find the lists of few columns in running text, of a page that has no table at all."""
    found: list[Layout] = []
    for index, part in enumerate(document.parts):
        if isinstance(part, Flow):
            few = replace(terms, few=True)
            layouts = find_in_flow(part, index, terms=few, first_name=len(found) + 1)
            found += _told_as_lists(part, layouts, terms)
    return [replace(layout, name=f"table {n}") for n, layout in enumerate(found, 1)]


def _told_as_lists(flow: Flow, layouts: Sequence[Layout], terms: Terms) -> Iterator[Layout]:
    """Yield those that list projects; the rows of all tables with the same columns speak for them together."""
    rows: dict[tuple[Column, ...], list[list[str]]] = {}
    for layout, (table, _) in zip(layouts, cut_flow(flow, layouts, terms=terms), strict=True):
        numbers = range(len(layout.columns))
        rows.setdefault(layout.columns, []).extend(
            [terms.plain(row.cells[k].text.value) if k in row.cells else "" for k in numbers]
            for row in table.rows
        )
    sure = {columns: lists_projects(columns, body, terms) for columns, body in rows.items()}
    for layout in layouts:
        asked = [Because(MAY_BE_OTHER)] if sure[layout.columns] is Sure.DOUBTFUL else []
        columns = overrule(layout.columns, terms.dialect)
        if sure[layout.columns] is not Sure.NO:
            yield replace(layout, columns=columns, reasons=(*layout.reasons, *asked))


def with_lists(document: Document, layouts: list[Layout], terms: Terms) -> list[Layout]:
    """Add the lists of projects in tables of their own beside those of other columns; they are asked about.

    A list of the items that the other tables have only sums them up.
    """
    taken = {layout.part for layout in layouts}
    lists = [
        layout
        for layout in _lists(document, terms, apart_from=taken)
        if not any(reason.code == MAY_BE_OTHER for reason in layout.reasons)
        and not sums_up(document, layout, taken, terms=terms)
    ]
    asked = [replace(x, reasons=(*x.reasons, Because(MAY_BE_OTHER))) for x in lists]
    every = sorted([*layouts, *asked], key=lambda layout: (layout.part, layout.header[0]))
    return [replace(x, name=f"table {n}") for n, x in enumerate(every, 1)] if asked else layouts
