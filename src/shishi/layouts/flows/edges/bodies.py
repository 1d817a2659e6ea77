"""Where the rows of a table in running text end: at its last bar, a note below it, or before the next title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median_high, median_low

from shishi.layouts.flows.edges.ending import other_cells
from shishi.layouts.flows.looks import look_at
from shishi.layouts.headings import read_heading
from shishi.layouts.terms import Terms
from shishi.layouts.words.codes import follow_codes
from shishi.layouts.words.notes import (
    begins_note,
    is_caption_above_rows,
    is_loose,
    is_remark,
    is_signed,
    is_term,
    is_title,
)
from shishi.readers.document import Paragraph

_LONGEST_WORD, _LARGEST_OTHER, _LONGEST_REST = 20, 30, 4
_ALL = 100  # names of a cell, in hundredths
_SIGNED = 2  # lines: who, and the day


def body_end(
    paragraphs: Sequence[Paragraph],
    tokens: Sequence[str],
    terms: Terms,
    *,
    start: int,
    limit: int,
    width: int,
) -> int:
    """Find where a table of so many columns ends: at the last bar, at a note below it, or before the next title."""

    def is_heading(at: int) -> bool:
        text = paragraphs[at].text
        given = read_heading(text, terms, over_rows=False) if at + 1 < len(tokens) else {}
        return _is_heading(tokens, at) or bool(given)

    barred = [i for i in range(start, limit) if paragraphs[i].bars]
    if len(barred) > (limit - start) // 4:
        end = _end_of_cells(paragraphs, tokens, (start, barred[-1] + 1))
        last = min(limit, end + _LONGEST_REST)  # the last cell of such a list may have no bar
        other = other_cells(tokens, start, last)
        if other < last:
            return other
        cells = sum(p.bars for p in paragraphs[start:end])
        lacks = end < limit and (cells + 1) % width == 0 and _is_cell(paragraphs[end], tokens[end])
        return end + lacks
    for i in range(start, limit):
        if begins_note(tokens[i]) and not is_caption_above_rows(tokens[:limit], i):
            return other_cells(tokens, start, i)
    limit = other_cells(tokens, start, limit)
    while limit > start + 1 and (is_title(tokens[limit - 1]) or is_heading(limit - 1)):
        limit -= 1
    return limit - _SIGNED * _is_signed(tokens[start:limit], width)


def _is_signed(body: Sequence[str], width: int) -> bool:
    """Tell who signs the page and the day at the end of cells, none of which names that office or says when."""
    if len(body) < width + _SIGNED or not is_signed(*body[-_SIGNED:]):
        return False
    above = body[:-_SIGNED]
    return not any(body[-2] in cell or is_term(cell) for cell in above) and _is_whole(above, width)


def _is_whole(cells: Sequence[str], width: int) -> bool:
    """Tell cells whose last row is as long as others and has its unit; what stands behind it else is its own.

    Of rows without codes all that is told is whether they fill the columns.
    """
    starts = [i for i, told in enumerate(follow_codes(cells)) if told]
    if len(starts) <= 1:
        return len(cells) % width == 0
    *rows, last = [cells[start:end] for start, end in pairwise([*starts, len(cells)])]
    usual = median_low if len(last) + _SIGNED > width else median_high  # has it room for two more?
    has_unit = not all(map(_names_unit, rows)) or _names_unit(last)
    return has_unit and len(last) >= usual(map(len, rows))


def _names_unit(row: Sequence[str]) -> bool:
    return any(look_at(cell, frozenset()).units == _ALL for cell in row)


def _is_cell(paragraph: Paragraph, token: str) -> bool:
    """Tell what stands right below the last bar, and is no note or title: the last cell, whose bar was lost."""
    return not (paragraph.gap or is_loose(token) or is_remark(token) or re.search("[:：]", token))


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
