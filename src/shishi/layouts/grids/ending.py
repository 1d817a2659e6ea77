"""Where the rows of a table end on a sheet that goes on with something else."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from shishi.layouts.columns.column import Column
from shishi.layouts.grids.spread import Rows, plain_row
from shishi.layouts.terms import Terms
from shishi.layouts.words.codes import parse_code
from shishi.layouts.words.names.listing import unit_share
from shishi.layouts.words.notes import names_other_list
from shishi.readers.document import Cell
from shishi.records import Field

_Filled = Callable[[int], list[int]]

_LARGEST = 30
_FEWEST_ROWS = 2
_DIGIT = re.compile("[0-9]")
_FEWEST_COLUMNS, _FEWEST_KNOWN, _LONGEST_WORD = 2, 2, 8


def find_end(rows: Rows, body: tuple[int, int], columns: Sequence[Column], *, terms: Terms) -> int:
    """Give the row at which a small table of something else begins below a blank row; else the body's end.

    Such a table fills no more than half of the columns, each of its rows as many of them from the first
    one on, and has neither codes nor units where the rows of the project table have them. Without a blank
    row it has a header of its own, and no more columns than the project table; or a title over its header.
    """
    start, end = body
    filled = cache(lambda at: _filled(rows[at]))
    while True:
        if at := _other_header(rows, (start, end), columns, terms=terms, filled=filled):
            return at
        if not (at := _titled_header(rows, (start, end), columns, terms=terms, filled=filled)):
            break
        end = at
    at = end
    while at > max(start, end - _LARGEST) and filled(at - 1):
        at -= 1
    if at <= start or filled(at - 1) or end - at < _FEWEST_ROWS:
        return end
    below = [plain_row(row, terms) for row in rows[at:end]]
    return at if _is_other(below, columns) else end


def _other_header(
    rows: Rows, body: tuple[int, int], columns: Sequence[Column], *, terms: Terms, filled: _Filled
) -> int | None:
    """Give the row that heads the last rows, all of which fill the same columns from the first one on."""
    start, end = body
    block = filled(end - 1) if end > start else []
    width = len(block)
    if not _is_block(block) or width > len(columns):
        return None
    at = end
    while at > max(start, end - _LARGEST) and filled(at - 1) == block:
        at -= 1
    headers = (row for row in range(at, end - 1) if _heads(rows[row], block, terms))
    return next(headers, None)


def _titled_header(
    rows: Rows, body: tuple[int, int], columns: Sequence[Column], *, terms: Terms, filled: _Filled
) -> int | None:
    """Give the row of a title over a header that only the last rows stand below, each in its columns or alone.

    Notes below such a table stand alone in their rows.
    """
    start, end = body
    seen: set[int] = set()
    wide = 0
    above = filled(end - 1) if end > start else []
    for at in range(end - 1, max(start, end - _LARGEST), -1):
        own, above = above, filled(at - 1)
        if len(own) > 1:
            is_header = wide and _is_block(own) and seen <= set(own) and len(above) <= 1
            if is_header and _heads_other(rows[at:end], own, columns, terms=terms):
                title = next((i for i in range(at - 1, start, -1) if filled(i)), at)
                return title if len(filled(title)) == 1 else at
            wide += 1
        seen |= set(own)
    return None


def _heads_other(
    rows: Rows, block: Sequence[int], columns: Sequence[Column], *, terms: Terms
) -> bool:
    """Tell the header of something else: short words, of contacts or places, and no codes where projects have them."""
    words, *below = [plain_row(row, terms) for row in rows]
    own = [words[i] for i in block]
    if any(len(w) > _LONGEST_WORD or _DIGIT.search(w) for w in own):
        return False
    code = next((i for i, c in enumerate(columns) if c.field is Field.CODE), -1)
    if code in block and any(row[code] and _is_code(row[code]) for row in below):
        return False
    known = sum(terms.dialect.guess(w) is not None for w in own)
    return any(map(names_other_list, own)) or (code in block and known > 0)


def _is_block(filled: Sequence[int]) -> bool:
    """Tell columns that stand side by side, as many as a table has."""
    return len(filled) >= _FEWEST_COLUMNS and list(filled) == list(
        range(filled[0], filled[0] + len(filled))
    )


def _heads(row: Sequence[Cell | None], block: Sequence[int], terms: Terms) -> bool:
    """Tell a row of short words without numbers, the first and another of them header words."""
    words: list[str] = []
    last = None
    for cell in (c for i in block if (c := row[i])):
        if cell is last:
            continue  # a merged cell is one word, a band no header
        words.append(terms.plain(cell.text.value))
        if len(words[-1]) > _LONGEST_WORD or _DIGIT.search(words[-1]):
            return False
        last = cell
    known = [terms.dialect.guess(w) is not None for w in words]
    return known[0] and sum(known) >= _FEWEST_KNOWN


def _filled(row: Sequence[Cell | None]) -> list[int]:
    """Give the columns of a row in which something stands."""
    return [i for i, c in enumerate(row) if c is not None and c[0][0].strip()]


def _is_other(below: Sequence[Sequence[str]], columns: Sequence[Column]) -> bool:
    filled = [[i for i, word in enumerate(row) if word] for row in below]
    width = len(filled[0])
    if width < 2 or width * 2 > len(columns) or any(f != filled[0] for f in filled):
        return False
    if not _is_block(filled[0]):
        return False
    for name, looks_right in ((Field.CODE, _is_code), (Field.LEAD_UNITS, unit_share)):
        for at in (i for i, c in enumerate(columns) if c.field is name):
            if any(row[at] and looks_right(row[at]) for row in below):
                return False
    return any(c.field in (Field.CODE, Field.LEAD_UNITS) for c in columns)


def _is_code(word: str) -> bool:
    return parse_code(word) is not None
