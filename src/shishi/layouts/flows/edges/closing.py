"""Rows of cells that bars end, with one more bar behind each row: it ends the row and is no blank cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from shishi.layouts.terms import Terms
from shishi.layouts.words.codes import parse_code
from shishi.readers.document import Document, Flow

_FEWEST_ROWS = 3


def without_row_ends(document: Document, terms: Terms) -> Document:
    """Take the bars that end rows from those that end cells, in the texts that have such."""
    parts = [_without(p, terms) if isinstance(p, Flow) else p for p in document.parts]
    same = all(a is b for a, b in zip(parts, document.parts, strict=True))
    return document if same else replace(document, parts=tuple(parts))


def _without(flow: Flow, terms: Terms) -> Flow:
    """Take a bar away behind each row, where the header ends with one too many, too.

    A table whose last column is blank has two bars there as well, but not behind its header.
    """
    paragraphs = flow.paragraphs
    barred = [at for at, paragraph in enumerate(paragraphs) if paragraph.bars]
    cells = [terms.plain(paragraphs[at].text.value) for at in barred]
    codes = list(_codes(cells, [paragraphs[at].bars > 1 for at in barred]))
    if len(codes) < _FEWEST_ROWS:
        return flow
    lasts = [  # before the code, or before the theme that stands before it
        at - 1 if paragraphs[barred[at - 1]].bars > 1 else max(at - 2, 0) for at in codes
    ]
    ends = {*(barred[at] for at in lasts), barred[-1]}
    if any(paragraphs[at].bars < 2 for at in ends):
        return flow
    less = [replace(p, bars=p.bars - 1) if at in ends else p for at, p in enumerate(paragraphs)]
    return replace(flow, paragraphs=tuple(less))


def _codes(cells: Sequence[str], closed: Sequence[bool]) -> Iterator[int]:
    """Yield which cells count on, 1, 2, 3 or 1.1, 1.2, 2.1; from 1 again where the cell before closes a row."""
    first = due = {(1,), (1, 1)}
    for at, cell in enumerate(cells[1:], 1):
        code = parse_code(cell)
        if code is not None and (code in due or (code in first and closed[at - 1])):
            yield at
            due = {(*code[:-1], code[-1] + 1)}
            due |= {(code[0] + 1, 1)} if len(code) > 1 else set()
