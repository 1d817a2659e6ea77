"""Project tables in running text: find them by their headers, cut their rows by alignment.

Two flattenings are read here: one cell per paragraph with blank lines between, and cells that end
with a bar. Both lose the rulings; what stands where is the cheapest reading (see alignment).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from shishi.layouts.columns import Column, one_a_word
from shishi.layouts.cutting import cut, join
from shishi.layouts.flows.alignment import align, price
from shishi.layouts.flows.bands import find_bands, under_bands
from shishi.layouts.flows.cells import (
    FlowCell,
    cells_below,
    cells_of,
    grains_of,
    is_barred,
    is_lined,
    with_blanks,
)
from shishi.layouts.flows.counting import count_off
from shishi.layouts.flows.crossed import Token, cut_crossed, find_crossed
from shishi.layouts.flows.habits import Step
from shishi.layouts.flows.headers import FlowHeader, find_headers
from shishi.layouts.flows.joints import separator
from shishi.layouts.flows.labelled.blocks import cut_blocks, find_blocks
from shishi.layouts.flows.looks import Look, look_at
from shishi.layouts.flows.prices import Evidence
from shishi.layouts.flows.strips.tables import cut_lines, find_line_headers, line_layout
from shishi.layouts.flows.unruled.counted import cut_counted
from shishi.layouts.flows.unruled.told import cut_told
from shishi.layouts.headings import nest, read_heading
from shishi.layouts.layout import Because, Layout, RawCell, RawRow, RawTable, Shape
from shishi.layouts.terms import Terms
from shishi.layouts.words.codes import follow_codes
from shishi.layouts.words.notes import begins_note, is_title
from shishi.places import Place, Text
from shishi.readers.document import Flow, Paragraph
from shishi.records import Field

_FEW = 2
_ENOUGH = 120
"""So many paragraphs are enough to tell two readings of a header apart."""
_LONGEST_HEADING = 20
_NO_WORD = "。"
_LONGEST_WORD = 20
_LONGEST_ROW = 300
_LARGEST_OTHER = 30
_HEADING_END = re.compile("(?:项目|任务|事项|工程)(?:$|[(（:：共])")


def find_in_flow(
    flow: Flow, part: int, *, terms: Terms, first_name: int, labels: Set[str] = frozenset()
) -> list[Layout]:
    """Find the project tables of a flow; the first is named "table {first_name}".

    `labels` are those of the labelled blocks elsewhere on the page; then one block alone is no chance.
    """
    tokens = [terms.plain(p.text.value) for p in flow.paragraphs]
    ends = [p.bars > 0 for p in flow.paragraphs]
    words = [
        _NO_WORD if _says_heading(t, p, terms) else t
        for t, p in zip(tokens, flow.paragraphs, strict=True)
    ]
    found = find_headers(words, ends=ends, dialect=terms.dialect)
    if lined := _is_lined(flow.paragraphs, tokens, found, terms=terms):
        blanks = [p.gap > 0 for p in flow.paragraphs[1:]] + [True]
        again = [a or b for a, b in zip(ends, blanks, strict=True)]
        found = find_headers(words, ends=again, dialect=terms.dialect) or found
    headers = {h.start: h for h in found}
    crossed = {c.header[0]: c for c in find_crossed(_lines(flow.paragraphs, tokens, terms), terms)}
    within = {i for c in crossed.values() for i in range(c.header[0], c.body[1])}
    headers = {start: h for start, h in headers.items() if not within & {*range(start, h.end)}}
    taken = within | {i for h in headers.values() for i in range(h.start, h.end)}
    lines = {i: h for i, h in find_line_headers(flow.paragraphs, terms) if i not in taken}
    starts = sorted({*crossed, *headers, *lines, len(tokens)})
    bodies = {
        start: _body_end(flow.paragraphs, tokens, terms, start=headers[start].end, limit=limit)
        for start, limit in pairwise(starts)
        if start in headers
    }
    rows = [(headers[at].end, end, headers[at].readings[0]) for at, end in bodies.items()]
    bands = find_bands(flow.paragraphs, tokens, rows, terms=terms)
    layouts: list[Layout] = []
    for start, limit in pairwise(starts):
        if start in crossed:
            layout = crossed[start]
        elif start in headers:
            header = replace(headers[start], lined=lined)
            layout = _lay_out(flow, header, bodies[start], bands=bands, terms=terms)
        else:
            layout = line_layout(flow.paragraphs, (start, lines[start]), terms=terms, limit=limit)
        layouts.append(layout)
    if not layouts:  # the labels of a page with a table are notes around it
        layouts = find_blocks(flow.paragraphs, terms, labels=labels)
    return [
        replace(layout, name=f"table {first_name + i}", part=part)
        for i, layout in enumerate(layouts)
    ]


def _is_lined(
    paragraphs: Sequence[Paragraph],
    tokens: Sequence[str],
    headers: Sequence[FlowHeader],
    *,
    terms: Terms,
) -> bool:
    """Tell a page on which blank lines part the cells of its tables, and line ends the lines of a cell."""
    limits = [*(h.start for h in headers[1:]), len(tokens)]
    bodies = []
    for header, limit in zip(headers, limits, strict=False):
        end = _body_end(paragraphs, tokens, terms, start=header.end, limit=limit)
        bodies.append(paragraphs[header.end : end])
    close = [body for body in bodies if any(p.gap == 0 for p in body[1:])]
    return bool(close) and all(is_lined(body) for body in close)


def _lines(
    paragraphs: Sequence[Paragraph], tokens: Sequence[str], terms: Terms
) -> list[list[Token]]:
    """Give the cells of each paragraph: its words where it is a row of them, or all of it."""
    lines = []
    for index, (paragraph, token) in enumerate(zip(paragraphs, tokens, strict=True)):
        text = paragraph.text
        words = list(re.finditer(r"\S+", text.value)) if len(text.value) <= _LONGEST_ROW else []
        if paragraph.bars:
            blanks = [Token(Text("", text.place), "", index)] * (paragraph.bars - 1)
            lines.append([Token(text, token, index), *blanks])
        elif len(words) > _FEW and all(w.end() - w.start() <= _LONGEST_WORD for w in words):
            parts = [cut(text, *word.span()) for word in words]
            lines.append([Token(part, terms.plain(part.value), index) for part in parts])
        else:
            lines.append([Token(text, token, index)])
    return lines


def _lay_out(
    flow: Flow, header: FlowHeader, end: int, *, bands: frozenset[int], terms: Terms
) -> Layout:
    within = bands & {*range(header.end, end)}
    body = [p for i, p in enumerate(flow.paragraphs[:end]) if i >= header.end and i not in within]
    columns = _choose_columns(header, body, themed=bool(bands), terms=terms)
    known = [c for c in columns if c.field]
    return Layout(
        name="",
        part=0,
        columns=columns,
        header=(header.start, header.end),
        body=(header.end, end),
        score=100 * len(known) // len(columns),
        reasons=tuple(_reasons(columns)),
        bands=within,
        lined=header.lined,
    )


def _choose_columns(
    header: FlowHeader, body: Sequence[Paragraph], *, themed: bool, terms: Terms
) -> tuple[Column, ...]:
    """Of the ways to read the header, take the one that the rows below it fit best.

    `themed`: the themes of its rows are bands between them.
    """
    tokens = [terms.plain(p.text.value) for p in body]
    marked = sum(_is_mark(t, p, terms) for t, p in zip(tokens, body, strict=True)) >= _FEW
    named = [under_bands(r, terms) for r in header.readings] if themed else header.readings
    named = list(map(one_a_word, named)) if header.lined or is_barred(body) else named
    readings = [_with_unprinted(r, tokens, themed=marked) for r in named]
    cells = cells_of(body, lined=header.lined)
    readings = [r for r in (*readings, *named) if _count(cells, r, terms)] or readings
    readings = list(dict.fromkeys(readings))
    if len(readings) == 1:
        return readings[0]
    evidence = Evidence(grains_of(cells[:_ENOUGH], terms))
    return min(readings, key=lambda columns: price(evidence, columns))


def _reasons(columns: Sequence[Column]) -> list[Because]:
    reasons = [Because("header-found", {"words": [c.word for c in columns if c.printed]})]
    reasons += [
        Because("column-without-header", {"field": str(c.field)}) for c in columns if not c.printed
    ]
    return reasons


def _body_end(
    paragraphs: Sequence[Paragraph], tokens: Sequence[str], terms: Terms, *, start: int, limit: int
) -> int:
    """Find where the table ends: at the last bar, at a note below it, or before the next title."""

    def is_heading(at: int) -> bool:
        text = paragraphs[at].text
        given = read_heading(text, terms, over_rows=False) if at + 1 < len(tokens) else {}
        return _is_heading(tokens, at) or bool(given)

    barred = [i for i in range(start, limit) if paragraphs[i].bars]
    if len(barred) > (limit - start) // 4:
        return _end_of_cells(paragraphs, tokens, (start, barred[-1] + 1))
    for i in range(start, limit):
        if begins_note(tokens[i]):
            return i
    while limit > start + 1 and (is_title(tokens[limit - 1]) or is_heading(limit - 1)):
        limit -= 1
    return limit


def _end_of_cells(
    paragraphs: Sequence[Paragraph], tokens: Sequence[str], body: tuple[int, int]
) -> int:
    """Find where another small table begins in barred text: behind the only blank line, without codes."""
    start, end = body
    parted = [i for i in range(start + 1, end) if paragraphs[i].gap and paragraphs[i - 1].bars]
    if len(parted) != 1 or not 0 < end - parted[0] <= _LARGEST_OTHER:
        return end
    rest = [look_at(t, frozenset()) for t in tokens[parted[0] : end]]
    coded = any(look_at(t, frozenset()).is_code for t in tokens[start : parted[0]])
    other = all(k.length <= _LONGEST_WORD and not k.units for k in rest)
    return parted[0] if other and not (coded and rest[0].is_code) else end


def _is_heading(tokens: Sequence[str], at: int) -> bool:
    """Tell a section's heading right before the next header: 二、城乡建设方面."""
    return at + 1 < len(tokens) and bool(
        re.fullmatch(r"[一二三四五六七八九十]+、[^。,;:]{2,24}", tokens[at])
    )


def _is_mark(token: str, paragraph: Paragraph, terms: Terms) -> bool:
    """Tell a theme with its number, or a heading over rows that has none: 滞后项目(3项)."""
    if re.fullmatch(
        r"(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）])[^。,;]{2,16}", token
    ):
        return True
    return _says_heading(token, paragraph, terms)


def _says_heading(token: str, paragraph: Paragraph, terms: Terms) -> bool:
    """Tell a heading that gives the rows below it a status; 滞后项目 is then no header word."""
    likely = len(token) <= _LONGEST_HEADING and _HEADING_END.search(token)
    return bool(likely and read_heading(paragraph.text, terms, over_rows=False))


def _with_unprinted(
    columns: tuple[Column, ...], tokens: Sequence[str], *, themed: bool
) -> tuple[Column, ...]:
    """Add the columns that the body has and the header does not name: theme marks, codes."""
    fields = [c.field for c in columns]
    if Field.THEME not in fields and themed:
        columns = (Column(Field.THEME, printed=False), *columns)
    if Field.CODE not in fields:
        numbers = [t for t in tokens if re.fullmatch(r"[0-9]{1,2}(\.[0-9]{1,2})?", t)]
        coded = sum(follow_codes(numbers))
        if coded > _FEW:
            at = next(i for i, c in enumerate(columns) if c.field is not Field.THEME)
            columns = (*columns[:at], Column(Field.CODE, printed=False), *columns[at:])
    return columns


def cut_flow(flow: Flow, layout: Layout, *, terms: Terms) -> tuple[RawTable, list[Text]]:
    """Cut the rows of a table out of its flow; the second result are texts in it that hold no record."""
    if layout.shape is Shape.LABELLED:
        return cut_blocks(flow.paragraphs, layout, terms=terms), []
    if layout.shape is Shape.CROSS:
        tokens = [terms.plain(p.text.value) for p in flow.paragraphs]
        lines = _lines(flow.paragraphs, tokens, terms)
        return cut_crossed(lines, layout, terms=terms), []
    if layout.shape is Shape.COUNTED:
        return cut_counted(flow.paragraphs, layout, terms=terms)
    if layout.shape is Shape.TOLD:
        return cut_told(flow.paragraphs, layout, terms=terms)
    if layout.shape is not Shape.CELLS:
        return cut_lines(flow.paragraphs, layout, terms=terms)
    cells: Sequence[FlowCell] = cells_below(flow.paragraphs, layout)
    counted = _count(cells, layout.columns, terms)
    cells, steps = counted or (
        cells,
        align(Evidence(grains_of(cells, terms)), layout.columns).steps,
    )
    looks = [g.look for g in grains_of(cells, terms)]
    rows = _rows(layout, cells, looks, steps=steps, terms=terms)
    return RawTable(layout, tuple(rows)), []


def _count(
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
        if steps := count_off(grains_of(way, terms), columns):
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
            heading = read_heading(band, terms, over_rows=True) or {Field.THEME: band}
            given = nest(given, heading, terms)
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
