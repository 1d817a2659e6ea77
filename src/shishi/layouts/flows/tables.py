"""Project tables in running text: find them by their headers, and choose what their columns are.

Two flattenings are read here: one cell per paragraph with blank lines between, and cells that end
with a bar. Both lose the rulings; what stands where is the cheapest reading (see rows and alignment).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from shishi.layouts.columns.column import Column, one_a_word
from shishi.layouts.flows.cells import is_lined
from shishi.layouts.flows.choosing import choose_columns
from shishi.layouts.flows.crossed.tables import find_crossed
from shishi.layouts.flows.edges.bands import find_bands, find_leaders, find_over_headers
from shishi.layouts.flows.edges.bodies import body_end
from shishi.layouts.flows.edges.headings import says_heading
from shishi.layouts.flows.edges.strays import with_stray_word
from shishi.layouts.flows.headers import FlowHeader, counts_money, find_headers
from shishi.layouts.flows.labelled.blocks import find_blocks
from shishi.layouts.flows.lists import begins_row, find_list_headers, find_list_lines
from shishi.layouts.flows.rows import lines_of
from shishi.layouts.flows.strips.headers import LineHeader
from shishi.layouts.flows.strips.tables import find_line_headers, line_layout
from shishi.layouts.layout import Because, Layout
from shishi.layouts.terms import Terms
from shishi.layouts.words.codes import number_columns
from shishi.layouts.words.notes import is_title
from shishi.readers.document import Flow, Paragraph
from shishi.text.characters import squeeze

_NO_WORD = "。"


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
        words: choose_columns(header, below[words], themed=bool(themes), terms=terms)
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
        _NO_WORD if says_heading(t, p, terms) else t
        for t, p in zip(tokens, paragraphs, strict=True)
    ]
    found = find_headers(words, ends=ends, dialect=terms.dialect)
    lined = _is_lined(paragraphs, tokens, found, terms=terms)
    if lined:
        told = zip(paragraphs[1:], words[1:], strict=True)
        blanks = [p.gap > 0 and not counts_money(word) for p, word in told] + [True]
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


def _reasons(columns: Sequence[Column]) -> list[Because]:
    reasons = [Because("header-found", {"words": [c.word for c in columns if c.printed]})]
    reasons += [
        Because("column-without-header", {"field": str(c.field)}) for c in columns if not c.printed
    ]
    return reasons
