"""Project tables in running text: find them by their headers, and choose what their columns are.

Two flattenings are read here: one cell per paragraph with blank lines between, and cells that end
with a bar. Both lose the rulings; what stands where is the cheapest reading (see rows and alignment).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from shishi.layouts.columns.column import Column, one_a_word, unparted, with_star
from shishi.layouts.flows.alignment import price
from shishi.layouts.flows.cells import (
    cells_of,
    grains_of,
    is_barred,
    is_lined,
)
from shishi.layouts.flows.crossed.tables import find_crossed
from shishi.layouts.flows.edges.bands import (
    find_bands,
    find_leaders,
    find_over_headers,
    under_bands,
)
from shishi.layouts.flows.edges.bodies import body_end
from shishi.layouts.flows.edges.strays import with_stray_word
from shishi.layouts.flows.fit.columns import misfit
from shishi.layouts.flows.headers import FlowHeader, find_headers
from shishi.layouts.flows.labelled.blocks import find_blocks
from shishi.layouts.flows.learnt.counted import with_counts
from shishi.layouts.flows.lists import begins_row, find_list_headers, find_list_lines
from shishi.layouts.flows.lone_units import lead_anywhere
from shishi.layouts.flows.looks import look_at
from shishi.layouts.flows.prices import Evidence
from shishi.layouts.flows.rows import count_cells, lines_of
from shishi.layouts.flows.strips.headers import LineHeader
from shishi.layouts.flows.strips.tables import find_line_headers, line_layout
from shishi.layouts.headings import read_heading
from shishi.layouts.layout import Because, Layout
from shishi.layouts.terms import Terms
from shishi.layouts.words.codes import follow_codes, number_columns
from shishi.layouts.words.notes import is_title
from shishi.readers.document import Flow, Paragraph
from shishi.records import Field
from shishi.text.characters import squeeze

_FEW = 2
_ENOUGH = 120
"""So many paragraphs are enough to tell two readings of a header apart."""
_LONGEST_HEADING = 20
_NO_WORD = "。"
_THEME = Column(Field.THEME, printed=False)
_NO_THEME = 6
_HEADING_END = re.compile("(?:项目|任务|事项|工程)(?:$|[(（:：共])")


def find_in_flow(
    flow: Flow, part: int, *, terms: Terms, first_name: int, labels: Set[str] = frozenset()
) -> list[Layout]:
    """Find the project tables of a flow; the first is named "table {first_name}".

    `labels` are those of the labelled blocks elsewhere on the page; then one block alone is no chance.
    """
    tokens = [terms.plain(p.text.value) for p in flow.paragraphs]
    found, lined = _headers(flow.paragraphs, tokens, terms)
    headers = {h.start: _without_count(h, tokens) for h in found}
    tabs = find_crossed(lines_of(flow.paragraphs, tokens, terms), terms)
    crossed = {c.header[0]: c for c in tabs if not any(_is_part(c.header, of=h) for h in found)}
    within = {i for c in crossed.values() for i in range(c.header[0], c.body[1])}
    headers = {start: h for start, h in headers.items() if not within & {*range(start, h.end)}}
    taken = within | {i for h in headers.values() for i in range(h.start, h.end)}
    lines = _line_headers(flow.paragraphs, tokens, taken, terms=terms)
    starts = sorted({*crossed, *headers, *lines, len(tokens)})
    over = _over_headers(flow.paragraphs, tokens, headers, terms=terms)
    bodies = {
        start: body_end(
            flow.paragraphs,
            tokens,
            terms,
            start=headers[start].end,
            limit=limit - (limit - 1 in over),
            width=len(headers[start].readings[0]),
        )
        for start, limit in pairwise(starts)
        if start in headers
    }
    headers |= _with_strays(flow.paragraphs, tokens, headers, bodies=bodies, terms=terms)
    rows = [(headers[at].end, end, headers[at].readings[0]) for at, end in bodies.items()]
    themes = find_bands(flow.paragraphs, tokens, rows, terms=terms)
    bands = themes | find_leaders(flow.paragraphs, tokens, rows, terms=terms)
    below: dict[tuple[str, ...], list[Paragraph]] = {}
    for at, end in bodies.items():  # a header that is printed again names the same columns
        body = [flow.paragraphs[i] for i in range(headers[at].end, end) if i not in bands]
        below.setdefault(tuple(tokens[at : headers[at].end]), []).extend(body)
    named = {tuple(tokens[at : h.end]): replace(h, lined=lined) for at, h in headers.items()}
    chosen = {
        words: _choose_columns(header, below[words], themed=bool(themes), terms=terms)
        for words, header in named.items()
    }
    layouts: list[Layout] = []
    for start, limit in pairwise(starts):
        if start in crossed:
            layout = crossed[start]
        elif start in headers:
            columns = chosen[tuple(tokens[start : headers[start].end])]
            layout = _lay_out(headers[start], bodies[start], columns, bands=bands, lined=lined)
        else:
            layout = line_layout(flow.paragraphs, (start, lines[start]), terms=terms, limit=limit)
        layouts.append(layout)
    several = labels or sum(1 + p.text.value.count("\n") for p in flow.paragraphs) > 1
    if several and not layouts and not terms.few:  # a page with a table has notes with labels
        layouts = find_blocks(flow.paragraphs, terms, labels=labels)
    return [
        replace(layout, name=f"table {first_name + i}", part=part)
        for i, layout in enumerate(layouts)
    ]


def _with_strays(
    paragraphs: Sequence[Paragraph],
    tokens: Sequence[str],
    headers: Mapping[int, FlowHeader],
    *,
    bodies: Mapping[int, int],
    terms: Terms,
) -> dict[int, FlowHeader]:
    """Take the words that stand before the first rows for words of their headers, where they are."""
    return {
        at: with_stray_word(headers[at], paragraphs[headers[at].end : end], tokens, terms=terms)
        for at, end in bodies.items()
    }


def _headers(
    paragraphs: Sequence[Paragraph], tokens: Sequence[str], terms: Terms
) -> tuple[list[FlowHeader], bool]:
    """Find the headers whose words are cells, and tell whether blank lines part the cells below them."""
    ends = [p.bars > 0 for p in paragraphs]
    if terms.few:
        blanks = [p.gap > 0 for p in paragraphs[1:]] + [True]
        apart = find_list_headers(tokens, blanks, terms) if not any(ends) else []
        lists = [h for h in apart if begins_row(tokens, h.end)]
        return lists or find_list_headers(tokens, ends, terms), False
    words = [
        _NO_WORD if _says_heading(t, p, terms) else t
        for t, p in zip(tokens, paragraphs, strict=True)
    ]
    found = find_headers(words, ends=ends, dialect=terms.dialect)
    lined = _is_lined(paragraphs, tokens, found, terms=terms)
    if lined:
        blanks = [p.gap > 0 for p in paragraphs[1:]] + [True]
        again = [a or b for a, b in zip(ends, blanks, strict=True)]
        found = find_headers(words, ends=again, dialect=terms.dialect) or found
    return found, lined


def _over_headers(
    paragraphs: Sequence[Paragraph],
    tokens: Sequence[str],
    headers: Mapping[int, FlowHeader],
    *,
    terms: Terms,
) -> Set[int]:
    alike: dict[tuple[str, ...], list[int]] = {}
    for at, header in headers.items():
        alike.setdefault(tuple(tokens[at : header.end]), []).append(at)
    return {i for at in alike.values() for i in find_over_headers(paragraphs, at, terms=terms)}


def _without_count(header: FlowHeader, tokens: Sequence[str]) -> FlowHeader:
    """Leave out the row below a header that only counts its columns: 1, 2, 3."""
    for width in {sum(c.printed for c in one_a_word(reading)) for reading in header.readings}:
        if number_columns(tokens[header.end : header.end + width]):
            return replace(header, end=header.end + width)
    return header


def _is_part(words: tuple[int, int], *, of: FlowHeader) -> bool:
    """Tell words that are some of a longer header."""
    start, end = words
    return of.start <= start and end <= of.end and end - start < of.end - of.start


def _line_headers(
    paragraphs: Sequence[Paragraph], tokens: Sequence[str], taken: Set[int], *, terms: Terms
) -> dict[int, LineHeader]:
    """Find the headers on one line; a title over labelled blocks is none: 实事项目目标执行情况."""
    find = find_list_lines if terms.few else find_line_headers
    lines = {i: h for i, h in find(paragraphs, terms) if i not in taken}
    titles = {i for i in lines if is_title(squeeze(tokens[i]))}
    if titles and find_blocks(paragraphs, terms):
        return {i: h for i, h in lines.items() if i not in titles}
    return lines


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
        width = len(header.readings[0])
        end = body_end(paragraphs, tokens, terms, start=header.end, limit=limit, width=width)
        bodies.append(paragraphs[header.end : end])
    close = [body for body in bodies if any(p.gap == 0 for p in body[1:])]
    return bool(close) and all(is_lined(body) for body in close)


def _lay_out(
    header: FlowHeader,
    end: int,
    columns: tuple[Column, ...],
    *,
    bands: frozenset[int],
    lined: bool,
) -> Layout:
    known = [c for c in columns if c.is_known]
    return Layout(
        name="",
        part=0,
        columns=columns,
        header=(header.start, header.end),
        body=(header.end, end),
        score=100 * len(known) // len(columns),
        reasons=tuple(_reasons(columns)),
        bands=bands & {*range(header.end, end)},
        lined=lined,
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
    if sum(t.startswith("★") for t in tokens) >= _FEW:
        named = [r for n in named for r in (n, with_star(n))]
    named = list(map(one_a_word, named)) if header.lined or is_barred(body) else named
    if any(c.starred for c in named[0]) and lead_anywhere(tokens):
        named = list(map(unparted, named))
    readings = [_with_unprinted(r, tokens, themed=marked) for r in named]
    readings += [_with_themes(r) for r in readings if _stands_theme(tokens, r)]
    cells = cells_of(body, lined=header.lined)
    readings = [r for r in (*readings, *named) if count_cells(cells, r, terms)] or readings
    readings = list(dict.fromkeys(with_counts(r, tokens) for r in readings))
    if len(readings) == 1:
        return readings[0]
    evidence = Evidence(grains_of(cells[:_ENOUGH], terms))
    most = max(map(len, readings))
    rows = len(evidence.grains) // most
    return min(
        readings, key=lambda columns: price(evidence, columns) + (most - len(columns)) * rows
    )


def _stands_theme(tokens: Sequence[str], columns: Sequence[Column]) -> bool:
    """Tell words that stand over the first row, where its code should: the theme of the rows below."""
    fields = [c.field for c in columns]
    first = look_at(next(iter(tokens), ""), frozenset())
    return (
        fields[0] is Field.CODE
        and Field.THEME not in fields
        and not first.is_code
        and misfit(first, _THEME) < _NO_THEME
    )


def _reasons(columns: Sequence[Column]) -> list[Because]:
    reasons = [Because("header-found", {"words": [c.word for c in columns if c.printed]})]
    reasons += [
        Because("column-without-header", {"field": str(c.field)}) for c in columns if not c.printed
    ]
    return reasons


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
        columns = _with_themes(columns)
    if Field.CODE not in fields:
        numbers = [t for t in tokens if re.fullmatch(r"[0-9]{1,2}(\.[0-9]{1,2})?", t)]
        coded = sum(follow_codes(numbers))
        if coded > _FEW:
            at = next(i for i, c in enumerate(columns) if c.field is not Field.THEME)
            columns = (*columns[:at], Column(Field.CODE, printed=False), *columns[at:])
    return columns


def _with_themes(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Put a column for the themes before the others, that no header word names."""
    return (_THEME, *columns)
