"""Headers of ruled tables: one to three rows whose words name the columns below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import islice

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.crossed.tables import begins_crossed, find_crossed
from shishi.layouts.grids.banding import count_bands, names_either, under_bands
from shishi.layouts.grids.ending import find_end
from shishi.layouts.grids.headers.depths import DEEPEST, SAMPLE, header_at, is_known_word
from shishi.layouts.grids.headers.naming import Named
from shishi.layouts.grids.lists import Sure, lists_projects
from shishi.layouts.grids.pasted.contacts import end_of_rows
from shishi.layouts.grids.shapes.crosstabs import find_crosstabs
from shishi.layouts.grids.shapes.pairs import begins_with_pairs, find_pairs
from shishi.layouts.grids.spread import (
    Rows,
    lines_of,
    lone_cell,
    merged_cells,
    plain_cells,
    plain_of,
    spread,
    values_of,
)
from shishi.layouts.layout import MAY_BE_OTHER, Because, Layout
from shishi.layouts.terms import Terms
from shishi.layouts.words.notes import is_title
from shishi.layouts.words.vocabulary import is_listed, likely_listed
from shishi.readers.document import Cell, Grid
from shishi.text.characters import Script

_LONGEST_WORD = 40
_WITH_READINGS = 6
"""So many times as long a word is with a reading in brackets behind each character: 責(zé)任單(dān)位."""
_LONGEST_CODE = 3
_FEWEST_KNOWN = 2
_OFTEN = 3
_CONTINUED = re.compile("[(（]?[续接]上?[表页]?[)）]?$")
_NUMBERED_PART = re.compile("(?:附[件表]|表)[0-9一二三四五六七八九十]{1,2}[::]?.{0,30}")
"""What begins another table: 附件2, 表2."""
_SEARCHED_ROWS = 40
"""Further down than this a header is a repeated one or has words that everybody uses."""


def find_in_grid(grid: Grid, part: int, *, terms: Terms, first_name: int) -> list[Layout]:
    """Find the project tables of a grid: each header begins one, up to the next header or the end.

    Where cells may have slid, what stands below a word says nothing of it.
    """
    pasted = grid.pasted
    rows = spread(grid, terms)
    name = f"table {first_name}"
    crossed = _find_crossed(grid, rows, terms)
    is_form = not crossed and not pasted and begins_with_pairs(rows, terms)
    if is_form and (form := find_pairs(rows, part, terms=terms, name=name)):
        return [form]
    within = {row for layout in crossed for row in range(*_stretch(layout, pasted=pasted))}
    headers = list(_find_headers(rows, terms, grid=grid, trusted=not pasted, without=within))
    starts = sorted([*(start for start, _, _ in headers), *(c.header[0] for c in crossed)])
    bands = _bands_over(rows, headers, terms)
    layouts = [layout if pasted else _ended(layout, rows, starts) for layout in crossed]
    for index, (start, end, named) in enumerate(headers):
        limit = next((at for at in starts if at > start), grid.height)
        if limit < grid.height:
            limit = _end_before_title(rows, (starts[0], end, limit), terms)
        if not pasted and limit == grid.height:
            limit = find_end(rows, (end, limit), named.columns, terms=terms)
        elif pasted:
            limit = end_of_rows(rows, end, limit, terms=terms)
        over = (bands[index], bands[-1]) if bands else ()
        columns = under_bands(named.columns, rows[end:limit], terms, over=over)
        reasons = [Because("header-found", {"words": [c.word for c in columns if c.word]})]
        if terms.few:
            body = [plain_cells(row, terms) for row in rows[end:limit][:SAMPLE]]
            if (sure := lists_projects(columns, body, terms)) is Sure.NO:
                continue
            reasons += [Because(MAY_BE_OTHER)] if sure is Sure.DOUBTFUL else []
        layouts.append(
            Layout(
                name=name,
                part=part,
                columns=columns,
                header=(start, end),
                body=(end, limit),
                score=_score(columns),
                reasons=tuple(reasons),
            )
        )
    if not layouts:
        pairs = find_pairs(rows, part, terms=terms, name=name)
        layouts += [pairs] if pairs else []
    return [
        replace(layout, name=f"table {first_name + i}", part=part)
        for i, layout in enumerate(sorted(layouts, key=lambda found: found.header))
    ]


def _find_crossed(grid: Grid, rows: Rows, terms: Terms) -> list[Layout]:
    """Find the cross-tabs of a grid, before its projects or behind them; their names are blank."""
    if not grid.pasted:
        return find_crosstabs(rows, terms=terms)
    lines = lines_of(grid, terms)
    ends = [*lines[:_SEARCHED_ROWS], *lines[_SEARCHED_ROWS:][-_SEARCHED_ROWS:]]
    return list(find_crossed(lines, terms)) if begins_crossed(ends, terms) else []


def _stretch(crossed: Layout, *, pasted: bool) -> tuple[int, int]:
    """Give the rows among which no project table begins: of a ruled cross-tab, only its header is known."""
    return crossed.header[0], crossed.body[1] if pasted else crossed.header[1]


def _ended(crossed: Layout, rows: Rows, starts: Sequence[int]) -> Layout:
    """End a cross-tab before the lines over the next header."""
    start, end = crossed.body
    if (limit := next((at for at in starts if at > crossed.header[0]), end)) >= end:
        return crossed
    while limit > start and lone_cell(rows, limit - 1):
        limit -= 1
    return replace(crossed, body=(start, limit))


def _bands_over(
    rows: Rows, headers: Sequence[tuple[int, int, Named]], terms: Terms
) -> Sequence[int]:
    """Count the headings right over several headers of a grid, where they may be themes; see count_bands."""
    either = (named.columns for _, _, named in headers if names_either(named.columns, terms))
    columns = next(either, None) if len(headers) > 1 else None
    over = (rows[start - 1] if start else [] for start, _, _ in headers)
    return count_bands([*over], columns, terms) if columns else ()


def _end_before_title(rows: Rows, first_and_body: tuple[int, int, int], terms: Terms) -> int:
    """Give the row at which the lines over the next header begin, if a title of its own is among them.

    A title that stands over the first header too is printed on every page.
    """
    first, start, end = first_and_body
    above = {plain_of(cell, terms) for row in rows[:first] for cell in row if cell}
    at = found = end
    while at > start and (line := lone_cell(rows, at - 1)):
        at -= 1
        plain = _CONTINUED.sub("", plain_of(line, terms))
        if plain not in above and (is_title(plain) or _NUMBERED_PART.fullmatch(plain)):
            found = at
    return found


def _score(columns: Sequence[Column]) -> int:
    """Give in hundredths how many of the printed words are known; a guess counts half."""
    printed = [c for c in columns if c.word]
    known = sum(c.is_known + (c.is_known and c.sure) for c in printed)
    return 50 * known // max(1, len(printed))


def _find_headers(
    rows: Rows, terms: Terms, *, grid: Grid, trusted: bool, without: Set[int]
) -> Iterator[tuple[int, int, Named]]:
    """Find the headers of a grid; far down only where one is printed again or has listed words.

    `without` are the rows of other tables.
    """
    at = 0
    first: list[Cell] = []
    searched = (row for row in range(len(rows)) if row not in without)
    coded = False  # the rows below a header begin with numbers, as it did not
    for row in islice(searched, _SEARCHED_ROWS):
        if row < at or (coded and _is_numbered(rows[row])):
            continue
        if found := _header_from(rows, row, terms, trusted=trusted):
            first = first or _own(rows, row)
            coded = not _is_numbered(rows[row])
            yield row, *found
            at = found[0]
    again = [c.text.value for c in first]
    for row in _rows_with_listed_words(grid, terms, again=again):
        if row < at or row in without or not _says_header(rows, row, terms, again=again):
            continue
        if found := _header_from(rows, row, terms, trusted=trusted):
            yield row, *found
            at = found[0]


def _header_from(rows: Rows, row: int, terms: Terms, *, trusted: bool) -> tuple[int, Named] | None:
    return header_at(rows, row, terms, trusted=trusted) if _may_begin(rows, row, terms) else None


def _is_numbered(row: Sequence[Cell | None]) -> bool:
    """Tell a row whose first cell is a number of few digits, as those of projects are; a year is none."""
    first = row[0] if row else None
    return first is not None and len(first[0][0]) <= _LONGEST_CODE and first[0][0].isdigit()


def _own(rows: Rows, at: int) -> list[Cell]:
    """Give the cells that begin in a row and say something, each once."""
    cells = {id(c): c for c in rows[at] if c and c.row == at + 1 and c.text.value.strip()}
    return list(cells.values())


def _rows_with_listed_words(grid: Grid, terms: Terms, *, again: Sequence[str]) -> Sequence[int]:
    """List, at less cost than looking at each row, those far down that have a common header word.

    `again` are the words of a header above, as printed.
    """
    if grid.height <= _SEARCHED_ROWS:
        return ()
    texts = set(values_of(grid, terms)[_SEARCHED_ROWS * grid.width :])
    texts.update([c[0][0] for c in merged_cells(grid, terms) if c[1] > _SEARCHED_ROWS])
    likely = likely_listed(texts) if terms.script is Script.SIMPLIFIED else texts
    listed = {text for text in likely if _is_listed(text, terms)} | texts.intersection(again)
    found = {c.row - 1 for c in grid.cells if c.text.value in listed} if listed else ()
    return sorted(row for row in found if row >= _SEARCHED_ROWS)


def _is_listed(text: str, terms: Terms) -> bool:
    if not 2 <= len(text) <= _longest_word(terms):
        return False
    raw = "".join(text.split())
    return is_listed(raw if terms.script is Script.SIMPLIFIED else terms.plain(raw))


def _longest_word(terms: Terms) -> int:
    """Give how long a header word is at most, as printed."""
    return _LONGEST_WORD * (_WITH_READINGS if terms.script is Script.TRADITIONAL_PINYIN else 1)


def _says_header(rows: Rows, at: int, terms: Terms, *, again: Sequence[str]) -> bool:
    """Tell a row far down that is the header above once more, or has two of the commonest header words."""
    printed = [c.text.value for c in _own(rows, at)]
    return printed == again or sum(_is_listed(text, terms) for text in printed) >= _FEWEST_KNOWN


def _may_begin(rows: Rows, at: int, terms: Terms) -> bool:
    """Tell a row that can be the first of a header: short words, some of them known.

    Where one of its cells reaches down beside the words of a group, these are looked at, too.
    """
    own = {id(c): c for c in rows[at] if c and c[1] == at + 1 and c[0][0]}
    cells = [*own.values()]
    printed = [c[0][0] for c in cells]
    if len(cells) < _FEWEST_KNOWN or max(map(len, printed)) > _longest_word(terms):
        return False
    deepest = max([c[3] for c in cells])
    if 1 < deepest <= DEEPEST and any(c.columns > 1 for c in cells):
        below = rows[at + 1 : at + deepest]
        lower = {id(c): c for row in below for c in row if c and c.row > at + 1}
        printed += [c[0][0] for c in lower.values()]
    words = set(terms.plain_all(printed))
    left = len(words)
    needed = max(_FEWEST_KNOWN, -(-left // _OFTEN))
    for word in words:  # up to where it is clear
        left -= 1
        needed -= is_known_word(word, terms)
        if not needed or left < needed:
            break
    return not needed
