"""p4: a row on a line with single spaces; empty cells vanish, line ends inside cells break the row."""

from __future__ import annotations

import itertools
from random import Random

from tests.exam.damage import respell
from tests.exam.flat.lines import header_rows, header_texts, lines_after, lines_before
from tests.exam.knowable import blur, blur_vanished
from tests.exam.model import Column, Lists, Page, Written
from tests.exam.shape import Allowed, Maker


def write_spaced(rng: Random, make: Maker) -> Written:
    """Write a page with a row on a line, cells parted by one space."""
    allowed = Allowed(breaks=rng.random() < 0.5, no_codes=True, ended_stars=False)
    page, shape = make(rng, allowed)
    blur_spaced(page, shape)
    respell(rng, page)
    flat = rng.random() < 0.5
    levels = [header_texts(page.table)] if flat else header_rows(page.table)
    header = [" ".join(filter(None, level)) for level in levels]
    lines = lines_before(rng, page, " ".join) + header
    for row in page.table.rows:
        if row.repeats_header:
            lines += header
        else:
            lines.append(row.heading or " ".join(text for text in row.texts if text))
    lines += lines_after(rng, page, " ".join)
    return Written("spaced.txt", rng.choice(("\n", "\n", "\r\n")).join(lines).encode(), page.truths)


def blur_spaced(page: Page, shape: Lists) -> None:
    """Mark what the spaces hide: vanished cells, lists parted by spaces, broken texts beside texts."""
    columns = page.table.columns
    for row in page.table.rows:
        if row.truth is None:
            continue
        blur_vanished(row, columns)
        shown = [(column, text) for column, text in zip(columns, row.texts, strict=True) if text]
        for (left, before), (right, after) in itertools.pairwise(shown):
            if is_seam_hidden(left, before, right, after, shape):
                blur(row, left)
                blur(row, right)


def is_seam_hidden(left: Column, before: str, right: Column, after: str, shape: Lists) -> bool:
    """Say whether the space or line end between two cells looks like one inside a cell."""
    if left.kind == right.kind and left.kind in ("units", "leader"):
        inner = any(" " in text or "\n" in text for text in (before, after))
        return inner and (shape.separator in " \n" or not _is_broken_inside_names(before, after))
    if {left.kind, right.kind} <= {"text", "item"}:
        return "\n" in before + after and not _is_numbered(before + after)
    return False


def _is_numbered(text: str) -> bool:
    """Say whether every line after a line end opens with a number, as a list does."""
    return all(line[:1] in "①②③④⑤(" or line[:1].isdigit() for line in text.split("\n")[1:])


def _is_broken_inside_names(before: str, after: str) -> bool:
    """Say whether the line ends stand inside lists that 、 or a comma parts: those are seen."""
    return all("、" in text or "," in text or "\n" not in text for text in (before, after))
