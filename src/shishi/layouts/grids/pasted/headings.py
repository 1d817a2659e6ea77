"""Headings between rows of cells that bars end, which have no bar of their own: each is a cell by itself.

Such a line stands behind the last cell of a row and over the number of the next one, or over the header that is
printed again, whose bar would otherwise make both one cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shishi.layouts.headings import read_heading
from shishi.layouts.terms import Terms
from shishi.layouts.words.codes import parse_code
from shishi.readers.document import Paragraph

_FIRST_WORDS = 2


def with_headings_ended(paragraphs: Sequence[Paragraph], terms: Terms) -> list[Paragraph]:
    """Let each heading over a number that comes next, or over the header printed again, end as the cells do."""
    ended = list(paragraphs)
    last: tuple[int, ...] = ()
    for at in range(1, len(ended)):
        if at > 1 and _heads_again(ended, at, terms):
            ended[at - 1] = replace(ended[at - 1], bars=1)
        code = parse_code(terms.plain(ended[at].text.value)) if ended[at].bars else None
        if code is None or not _comes_next(code, last):
            continue
        above = ended[at - 1]
        if above.bars:
            last = code
        elif at > 1 and ended[at - 2].bars and read_heading(above.text, terms, over_rows=True):
            ended[at - 1] = replace(above, bars=1)
            last = code
    return ended


def _heads_again(paragraphs: Sequence[Paragraph], at: int, terms: Terms) -> bool:
    """Tell a line that says of the rows below what no theme is, over the first words of the first header.

    A theme may be the end of the row above.
    """
    above = paragraphs[at - 1]
    if above.bars or not paragraphs[at - 2].bars or not paragraphs[at].bars:
        return False
    again = zip(paragraphs[at : at + _FIRST_WORDS], paragraphs[:_FIRST_WORDS], strict=False)
    if any(terms.plain(a.text.value) != terms.plain(b.text.value) for a, b in again):
        return False
    return bool(read_heading(above.text, terms, over_rows=False))


def _comes_next(code: tuple[int, ...], last: tuple[int, ...]) -> bool:
    """Tell the number behind another, or the first of all or of a section."""
    return code[-1] == 1 or code == (*last[:-1], last[-1] + 1 if last else 0)
