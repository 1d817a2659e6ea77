"""Text whose cells end with bars, a cell a line: where all cells are printed, counting makes a grid of it.

Here its tables are found, and parted from each other and from the text around them; how the cells of one
make rows see evenly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, pairwise, takewhile

from shishi.layouts.flows.cells import cells_of, is_barred
from shishi.layouts.flows.crossed.headers import header_at
from shishi.layouts.flows.edges.headings import says_heading
from shishi.layouts.flows.rows import lines_of
from shishi.layouts.grids.pasted.evenly import count_evenly
from shishi.layouts.grids.pasted.headings import with_headings_ended
from shishi.layouts.grids.pasted.opened import read_closed, read_opened
from shishi.layouts.terms import Terms
from shishi.layouts.words.notes import is_title
from shishi.readers.document import Document, Flow, Grid, Paragraph
from shishi.records import Field

_MOST_LINES = 5
"""So many lines the first header cell may have before the bar that ends it."""
_FIRST_LINES, _FIRST_WORDS, _FEWEST_KNOWN, _FEWEST_CODED = 15, 6, 5, 3
"""So many of its first words must be known where a header may begin; fewer where the first is a number's."""


def count_bars(document: Document, terms: Terms) -> Document:
    """Make grids of the tables in barred text that print every cell; other text stays as it is."""
    if document.source.format != "text":
        return document
    parts: list[Grid | Flow] = []
    for part in document.parts:
        parts += _parted(part, terms) if isinstance(part, Flow) else [part]
    return replace(document, parts=tuple(parts)) if parts != [*document.parts] else document


def _parted(flow: Flow, terms: Terms) -> list[Grid | Flow]:
    """Part a flow at its tables; a title that no bar ends parts two of them, and so does another header."""
    parts: list[Grid | Flow] = []
    rest = flow.paragraphs
    limits = _limits(rest, terms) if any(p.bars for p in rest) else []
    for start, end in pairwise([0, *limits, len(rest)]):
        if found := _find(rest[start:end], terms):
            first, last, grid = found
            parts += [*_flow(flow, rest[start : start + first]), grid]
            parts += _flow(flow, rest[start + last : end])
        else:
            parts += _flow(flow, rest[start:end])
    return parts if any(isinstance(part, Grid) for part in parts) else [flow]


def _limits(paragraphs: Sequence[Paragraph], terms: Terms) -> list[int]:
    """Find where a table may begin below another: at a title, a cross-tab, or a header with other words or a line above it."""
    crossed = _crossed(paragraphs, terms)
    limits = [at for at, _ in crossed]
    inside = {at for start, last in crossed for at in range(start, last + 1)}
    last: list[str] = []
    within = 0  # the line behind the last cell that is a header word
    for at in range(len(paragraphs)):
        if at and _is_title(paragraphs, at, terms):
            limits.append(at)
        lines = _begins(paragraphs, at, terms) if at >= within else 0
        if lines and (at > within or not last) and (words := _header_words(paragraphs, at, terms)):
            below = bool(last) or any(limit < at for limit in limits)
            parted = below and (words != last or not paragraphs[at - 1].bars) and at not in inside
            if parted:
                limits.append(at)
            last = words
        if lines or (at == within and not paragraphs[at].text.value):
            within = at + max(lines, 1)
    return sorted({*limits})


def _crossed(paragraphs: Sequence[Paragraph], terms: Terms) -> list[tuple[int, int]]:
    """Find the first and last line of the header of each cross-tab that a line without a bar stands above."""
    lines = lines_of(paragraphs, [terms.plain(p.text.value) for p in paragraphs], terms)
    tokens = [t for t in chain.from_iterable(lines) if t.plain]
    found = filter(None, (header_at(tokens, at, terms) for at in range(len(tokens))))
    headers = ((header.tokens[0].line, header.last) for header in found)
    return [(at, last) for at, last in headers if at and not paragraphs[at - 1].bars]


def _header_words(paragraphs: Sequence[Paragraph], at: int, terms: Terms) -> list[str]:
    """Give the first words of a header that begins on this line; none where none does."""
    some = cells_of(paragraphs[at : at + _FIRST_LINES], lined=False, barred=True)[:_FIRST_WORDS]
    words = [w for w in (terms.plain(cell.text.value) for cell in some) if w]
    words = list(takewhile(terms.dialect.guess, words))
    first = terms.dialect.guess(words[0]) if words else None
    coded = first is not None and first.claims[0][0] == Field.CODE
    return words if len(words) >= (_FEWEST_CODED if coded else _FEWEST_KNOWN) else []


def _flow(whole: Flow, paragraphs: Sequence[Paragraph]) -> list[Flow]:
    return [Flow(whole.name, tuple(paragraphs))] if paragraphs else []


def _is_title(paragraphs: Sequence[Paragraph], at: int, terms: Terms) -> bool:
    if paragraphs[at].bars or not paragraphs[at - 1].bars:
        return False
    following = paragraphs[at + 1 : at + 2]
    if any(p.bars and not p.text.value for p in following):  # the bar that ends its cell
        return False
    return is_title(terms.plain(paragraphs[at].text.value))


def _find(paragraphs: Sequence[Paragraph], terms: Terms) -> tuple[int, int, Grid] | None:
    """Give the first line of the table in some text, the line after its last, and its grid."""
    start = next((i for i in range(len(paragraphs)) if _begins(paragraphs, i, terms)), None)
    if start is None:
        return None
    if opened := read_opened(paragraphs):
        return opened
    end = max(i for i, p in enumerate(paragraphs) if p.bars) + 1
    if not is_barred(paragraphs[start:end]):
        return None
    whole = with_headings_ended(paragraphs[start:end], terms)
    cells = cells_of(whole, lined=False, barred=True)
    texts = [cell.text for cell in cells]
    cropped = start > 0 and paragraphs[start - 1].bars > 0  # the cells above are of the table
    grid = count_evenly(texts, terms) or (None if cropped else read_closed(texts, terms))
    return (start, end, grid) if grid else None


def _begins(paragraphs: Sequence[Paragraph], at: int, terms: Terms) -> int:
    """Give of how many lines the cell is that begins here and is a known header word; 0 where none does.

    A line that says how far the projects below it are stands over the header, and no bar ends it: 滞后项目.
    """
    cell = paragraphs[at : at + _MOST_LINES]
    lines = next((n for n, p in enumerate(cell, 1) if p.bars), 0)
    if lines > 1 and says_heading(terms.plain(cell[0].text.value), cell[0], terms):
        return 0
    word = "".join(terms.plain(p.text.value) for p in cell[:lines])
    return lines if word and terms.dialect.guess(word) is not None else 0
