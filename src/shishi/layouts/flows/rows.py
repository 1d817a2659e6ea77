"""Cut the rows of the tables of a flow: cells counted off, or aligned with the columns of their table."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from shishi.layouts.columns.column import Column
from shishi.layouts.cutting import cut, join
from shishi.layouts.flows.alignment import align
from shishi.layouts.flows.cells import (
    FlowCell,
    cells_below,
    grains_of,
    with_blanks,
)
from shishi.layouts.flows.counting import count_off
from shishi.layouts.flows.crossed.headers import Token
from shishi.layouts.flows.crossed.tables import cut_crossed
from shishi.layouts.flows.edges.bands import is_name
from shishi.layouts.flows.edges.lost import count_lost
from shishi.layouts.flows.guessing import guess_columns, share_guesses
from shishi.layouts.flows.habits import Step
from shishi.layouts.flows.joints import separator
from shishi.layouts.flows.labelled.blocks import cut_blocks
from shishi.layouts.flows.lone.units import may_be_rows
from shishi.layouts.flows.looks import Look
from shishi.layouts.flows.prices import Evidence, Grain
from shishi.layouts.flows.strips.tables import cut_lines
from shishi.layouts.flows.unruled.counted import cut_counted
from shishi.layouts.flows.unruled.told import cut_told
from shishi.layouts.headings import nest, read_heading
from shishi.layouts.layout import Layout, RawCell, RawRow, RawTable, Shape
from shishi.layouts.terms import Terms
from shishi.places import Place, Text
from shishi.readers.document import Flow, Paragraph
from shishi.records import Field

_FEW = 2
_LONGEST_WORD = 20
_LONGEST_ROW = 300


def cut_flow(
    flow: Flow, layouts: Sequence[Layout], *, terms: Terms
) -> list[tuple[RawTable, list[Text]]]:
    """Cut the rows of the tables of a flow, each with the texts in it that hold no record."""
    of_cells = iter(_cut_cells(flow, [k for k in layouts if k.shape is Shape.CELLS], terms=terms))
    cut = [
        (next(of_cells), [])
        if layout.shape is Shape.CELLS
        else _cut_other(flow, layout, terms=terms)
        for layout in layouts
    ]
    guessed = share_guesses([guess_columns(table, terms) for table, _ in cut])
    return [(table, loose) for table, (_, loose) in zip(guessed, cut, strict=True)]


def _cut_other(flow: Flow, layout: Layout, *, terms: Terms) -> tuple[RawTable, list[Text]]:
    if layout.shape is Shape.LABELLED:
        return cut_blocks(flow.paragraphs, layout, terms=terms), []
    if layout.shape is Shape.CROSS:
        tokens = [terms.plain(p.text.value) for p in flow.paragraphs]
        lines = lines_of(flow.paragraphs, tokens, terms)
        return cut_crossed(lines, layout, terms=terms), []
    if layout.shape is Shape.COUNTED:
        return cut_counted(flow.paragraphs, layout, terms=terms)
    if layout.shape is Shape.TOLD:
        return cut_told(flow.paragraphs, layout, terms=terms)
    return cut_lines(flow.paragraphs, layout, terms=terms)


def _cut_cells(flow: Flow, layouts: Sequence[Layout], *, terms: Terms) -> list[RawTable]:
    """Cut the tables of cells; those with the same columns have their habits in common."""
    placed: dict[int, tuple[Sequence[FlowCell], Sequence[Step]]] = {}
    alike: dict[tuple[object, ...], list[int]] = {}
    below = [cells_below(flow.paragraphs, layout) for layout in layouts]
    for index, (layout, cells) in enumerate(zip(layouts, below, strict=True)):
        if counted := count_cells(cells, layout.columns, terms):
            placed[index] = counted
        elif shorter := count_lost(grains_of(cells, terms), layout.columns):
            placed[index] = cells, shorter
        else:
            kind = (layout.columns, layout.lined, any(c.whole for c in cells))
            alike.setdefault(kind, []).append(index)
    guessed = {index for together in alike.values() for index in together}
    for together in alike.values():
        grains: list[Grain] = []
        for index in together:
            own = grains_of(below[index], terms)
            again = [replace(g, begins=True) for g in own[:1]] if grains else own[:1]
            grains += [*again, *own[1:]]
        steps = align(Evidence(grains), layouts[together[0]].columns).steps
        at = 0
        for index in together:
            placed[index] = below[index], steps[at : at + len(below[index])]
            at += len(below[index])
    tables = []
    for index, layout in enumerate(layouts):
        held, taken = placed[index]
        looks = [g.look for g in grains_of(held, terms)]
        rows = tuple(_rows(layout, held, looks, steps=taken, terms=terms))
        uneven = index in guessed and any(cell.whole for cell in held)
        loose = may_be_rows(taken, looks, layout.columns) if index in guessed and not uneven else []
        doubted = tuple(held[i].text.value for i in loose)
        tables.append(RawTable(layout, rows, uneven=uneven, maybe_rows=doubted))
    return tables


def count_cells(
    cells: Sequence[FlowCell], columns: Sequence[Column], terms: Terms
) -> tuple[Sequence[FlowCell], Sequence[Step]] | None:
    """Place the cells by counting them, blank ones as bars or blank lines tell; None where that goes wrong."""
    ways = [cells]
    if any(c.lined or c.gap > 1 for c in cells) and not cells[0].whole:
        first = replace(cells[0], gap=1)
        ways = [
            with_blanks([top, *cells[1:]], lines=lines, width=len(columns))
            for lines in (1, 2)
            for top in dict.fromkeys((cells[0], first))
        ]
    for way in ways:
        if steps := count_off(grains_of(way, terms), columns, padded=way is not cells):
            return way, steps
    return None


def _rows(
    layout: Layout,
    cells: Sequence[FlowCell],
    looks: Sequence[Look],
    *,
    steps: Sequence[Step],
    terms: Terms,
) -> list[RawRow]:
    texts = [c.text for c in cells]
    gathered: list[dict[int, list[int]]] = []
    bands: dict[int, tuple[Text, ...]] = {}
    for index, step in enumerate(steps):
        if step.new_row:
            gathered.append({})
        if cells[index].bands:
            bands[len(gathered) - 1] = cells[index].bands
        if looks[index].text:
            gathered[-1].setdefault(step.column, []).append(index)
    themes = {i for i, c in enumerate(layout.columns) if c.field is Field.THEME and not c.printed}
    rows: list[RawRow] = []
    given: Mapping[Field, Text] = {}
    for number, held in enumerate(gathered):
        for band in bands.get(number, ()):
            name = {Field.LEADERS: band} if is_name(terms.plain(band.value)) else {}
            heading = name or read_heading(band, terms, over_rows=True) or {Field.THEME: band}
            given = nest(given, heading, terms, line=band)
        for column in themes & held.keys():
            heading = read_heading(texts[held[column][0]], terms, over_rows=False)
            if heading and len(held[column]) == 1:
                given = {**given, **heading}
                del held[column]
        if held:
            placed = {
                c: _cell(
                    layout,
                    c,
                    len(rows) + 1,
                    texts=[texts[i] for i in indices],
                    looks=[looks[i] for i in indices],
                    steps=[steps[i] for i in indices],
                )
                for c, indices in held.items()
            }
            rows.append(RawRow(placed, given=given))
    return rows


def _cell(
    layout: Layout,
    column: int,
    number: int,
    *,
    texts: Sequence[Text],
    looks: Sequence[Look],
    steps: Sequence[Step],
) -> RawCell:
    field = layout.columns[column].field
    place = Place(
        part=layout.name, row=number, column=column + 1, field=field.value if field else ""
    )
    separators = [separator(field, a, b) for a, b in pairwise(looks)]
    least = min(steps, key=lambda s: s.margin)
    return RawCell(join(texts, separators, place=place), least.margin, least.rival)


def lines_of(
    paragraphs: Sequence[Paragraph], tokens: Sequence[str], terms: Terms
) -> list[list[Token]]:
    """Give the cells of each paragraph: its words where it is a row of them, or all of it.

    A bar on a line of its own ends the cell on the line above, if that has none.
    """
    lines = []
    for index, (paragraph, token) in enumerate(zip(paragraphs, tokens, strict=True)):
        text = paragraph.text
        words = list(re.finditer(r"\S+", text.value)) if len(text.value) <= _LONGEST_ROW else []
        if paragraph.bars:
            blanks = [Token(Text("", text.place), "", index)] * (paragraph.bars - 1)
            above = index > 0 and not token and not paragraphs[index - 1].bars
            lines.append(blanks if above else [Token(text, token, index), *blanks])
        elif len(words) > _FEW and all(w.end() - w.start() <= _LONGEST_WORD for w in words):
            parts = [cut(text, *word.span()) for word in words]
            lines.append([Token(part, terms.plain(part.value), index) for part in parts])
        else:
            lines.append([Token(text, token, index)])
    return lines
