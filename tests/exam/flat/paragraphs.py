"""p1: every cell a paragraph, blank lines between; an empty cell is one more blank line, or nothing."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from tests.exam.damage import respell
from tests.exam.flat.lines import header_texts, lines_after, lines_before
from tests.exam.flat.spaced import is_seam_hidden
from tests.exam.knowable import blur, blur_shared, blur_vanished
from tests.exam.model import Lists, Page, Row, Written
from tests.exam.shape import Allowed, Maker


def write_paragraphs(rng: Random, make: Maker) -> Written:
    """Write a page with a paragraph a cell."""
    vanishing = rng.random() < 0.5
    page, shape = make(rng, Allowed(others=not vanishing))
    parted = rng.random() < 0.5  # lines of one cell are paragraphs of their own
    nothing = rng.choice(("", "", " ", "\u00a0"))
    marks_covered = not vanishing and rng.random() < 0.3
    _blur(page, shape, vanishing=vanishing, parted=parted)
    respell(rng, page)

    def paragraph(text: str) -> str:
        return text.replace("\n", "\n\n") if parted else text

    header = [paragraph(text) for text in header_texts(page.table)]
    pieces = (
        ["\n".join(lines_before(rng, page, "\n\n".join)), *header]
        if rng.random() < 0.5
        else [*lines_before(rng, page, "\n\n".join), *header]
    )
    for row in page.table.rows:
        if row.repeats_header:
            pieces += header
        elif row.heading:
            pieces.append(row.heading)
        else:
            for cell in row.cells:
                if cell is not None and cell.text:
                    pieces.append(paragraph(cell.text))
                elif not vanishing and (cell is not None or marks_covered):
                    pieces.append(nothing)
    pieces += lines_after(rng, page, "\n\n".join)
    return Written("paragraphs.txt", "\n\n".join(pieces).encode(), page.truths)


def _blur(page: Page, shape: Lists, *, vanishing: bool, parted: bool) -> None:
    columns = page.table.columns
    for row in page.table.rows:
        if row.truth is None:
            continue
        if vanishing:
            blur_vanished(row, columns)
        blur_shared(row, columns)
        if not parted:
            continue
        shown = [(column, text) for column, text in zip(columns, row.texts, strict=True) if text]
        for (left, before), (right, after) in pairwise(shown):
            if is_seam_hidden(left, before, right, after, shape):
                blur(row, left)
                blur(row, right)
        _blur_lonely_lists(page, row)
    if vanishing:
        _blur_open_ends(page)


def _blur_open_ends(page: Page) -> None:
    """A part that opens with a text, after a row whose last text column is empty: whose text is it?"""
    columns = page.table.columns
    for above, row in pairwise(page.table.rows):
        if not (above.truth and row.truth and row.truth.continues):
            continue
        opening = next((n for n, text in enumerate(row.texts) if text), None)
        if opening is None or columns[opening].kind != "text":
            continue
        last = max(n for n, text in enumerate(above.texts) if text)
        empty = [n for n in range(last + 1, len(columns)) if columns[n].kind == "text"]
        for number in empty:
            blur(above, columns[number])
        if empty:
            blur(row, columns[opening])


def _blur_lonely_lists(page: Page, row: Row) -> None:
    """A list on several paragraphs beside an empty column of bodies could fill both."""
    columns, texts = page.table.columns, row.texts
    units = [n for n, column in enumerate(columns) if column.kind == "units"]
    if (
        len(units) == 2
        and any("\n" in texts[n] for n in units)
        and not all(texts[n] for n in units)
    ):
        for number in units:
            blur(row, columns[number])
