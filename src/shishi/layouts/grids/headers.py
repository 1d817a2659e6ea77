"""Headers of ruled tables: one to three rows whose words name the columns below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from shishi.layouts.columns import Column
from shishi.layouts.flows.crossed.tables import begins_crossed, find_crossed
from shishi.layouts.flows.fit.columns import misfit
from shishi.layouts.flows.looks import look_at
from shishi.layouts.grids.banding import count_bands, names_either, under_bands
from shishi.layouts.grids.ending import find_end
from shishi.layouts.grids.lists import Sure, lists_projects
from shishi.layouts.grids.naming import Named, name_columns, with_unprinted
from shishi.layouts.grids.pasted.contacts import end_of_rows
from shishi.layouts.grids.pasted.lowered import name_slid
from shishi.layouts.grids.regroup import (
    put_under_groups,
    repeats_word,
    span_gaps,
    span_repeats,
)
from shishi.layouts.grids.shapes.crosstabs import find_crosstab
from shishi.layouts.grids.shapes.pairs import begins_with_pairs, find_pairs
from shishi.layouts.grids.spread import (
    Rows,
    lines_of,
    lone_cell,
    merged_cells,
    plain_cells,
    plain_of,
    plain_row,
    spread,
    values_of,
)
from shishi.layouts.layout import MAY_BE_OTHER, Because, Layout
from shishi.layouts.terms import Terms
from shishi.layouts.words.names import TICKS
from shishi.layouts.words.notes import is_title
from shishi.layouts.words.vocabulary import is_listed, is_period, likely_listed
from shishi.readers.document import Cell, Grid
from shishi.text.characters import Script, squeeze

_DEEPEST = 4
_LONGEST_WORD = 40
_SAMPLE = 60
"""How many rows below a header are looked at to learn what its columns hold."""
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
    crossed: list[Layout] = []
    if pasted and begins_crossed(lines_of(grid, terms, height=_SEARCHED_ROWS), terms):
        crossed = list(find_crossed(lines_of(grid, terms), terms))
    if crosstab := find_crosstab(rows, part, terms=terms, name=name) if not pasted else None:
        crossed = [crosstab]
    if crossed:
        return [
            replace(layout, name=f"table {first_name + i}", part=part)
            for i, layout in enumerate(crossed)
        ]
    is_form = not pasted and begins_with_pairs(rows, terms)
    if is_form and (form := find_pairs(rows, part, terms=terms, name=name)):
        return [form]
    headers = list(_find_headers(rows, terms, grid=grid, trusted=not pasted))
    bands = _bands_over(rows, headers, terms)
    layouts: list[Layout] = []
    for index, (start, end, named) in enumerate(headers):
        limit = headers[index + 1][0] if index + 1 < len(headers) else grid.height
        if index + 1 < len(headers):
            limit = _end_before_title(rows, (headers[0][0], end, limit), terms)
        if not pasted and index + 1 == len(headers):
            limit = find_end(rows, (end, limit), named.columns, terms=terms)
        elif pasted:
            limit = end_of_rows(rows, end, limit, terms=terms)
        over = (bands[index], bands[-1]) if bands else ()
        columns = under_bands(named.columns, rows[end:limit], terms, over=over)
        reasons = [Because("header-found", {"words": [c.word for c in columns if c.word]})]
        if terms.few:
            body = [plain_cells(row, terms) for row in rows[end:limit][:_SAMPLE]]
            if (sure := lists_projects(columns, body, terms)) is Sure.NO:
                continue
            reasons += [Because(MAY_BE_OTHER)] if sure is Sure.DOUBTFUL else []
        layouts.append(
            Layout(
                name=f"table {first_name + len(layouts)}",
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
    return layouts


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
    rows: Rows, terms: Terms, *, grid: Grid, trusted: bool
) -> Iterator[tuple[int, int, Named]]:
    """Find the headers of a grid; far down only where one is printed again or has listed words."""
    at = 0
    first: list[Cell] = []
    for row in range(min(_SEARCHED_ROWS, len(rows))):
        if row >= at and (found := _header_from(rows, row, terms, trusted=trusted)):
            first = first or _own(rows, row)
            yield row, *found
            at = found[0]
    again = [c.text.value for c in first]
    for row in _rows_with_listed_words(grid, terms, again=again):
        if row < at or not _says_header(rows, row, terms, again=again):
            continue
        if found := _header_from(rows, row, terms, trusted=trusted):
            yield row, *found
            at = found[0]


def _header_from(rows: Rows, row: int, terms: Terms, *, trusted: bool) -> tuple[int, Named] | None:
    return _header_at(rows, row, terms, trusted=trusted) if _may_begin(rows, row, terms) else None


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
    texts.update(c.text.value for c in merged_cells(grid, terms) if c.row > _SEARCHED_ROWS)
    likely = likely_listed(texts) if terms.script is Script.SIMPLIFIED else texts
    listed = {text for text in likely if _is_listed(text, terms)} | texts.intersection(again)
    found = {c.row - 1 for c in grid.cells if c.text.value in listed} if listed else ()
    return sorted(row for row in found if row >= _SEARCHED_ROWS)


def _is_listed(text: str, terms: Terms) -> bool:
    if not 2 <= len(text) <= _LONGEST_WORD:
        return False
    raw = "".join(text.split())
    return is_listed(raw if terms.script is Script.SIMPLIFIED else terms.plain(raw))


def _says_header(rows: Rows, at: int, terms: Terms, *, again: Sequence[str]) -> bool:
    """Tell a row far down that is the header above once more, or has two of the commonest header words."""
    printed = [c.text.value for c in _own(rows, at)]
    return printed == again or sum(_is_listed(text, terms) for text in printed) >= _FEWEST_KNOWN


def _may_begin(rows: Rows, at: int, terms: Terms) -> bool:
    """Tell a row that can be the first of a header: short words, some of them known.

    Where one of its cells reaches down beside the words of a group, these are looked at, too.
    """
    cells: list[Cell] = []
    deepest, before = 1, None
    for cell in rows[at]:
        if cell is None or cell is before or cell.row != at + 1 or not (value := cell.text.value):
            continue
        if len(value) > _LONGEST_WORD:
            return False
        cells.append(cell)
        before, deepest = cell, max(deepest, cell.rows)
    if len({id(cell) for cell in cells}) < _FEWEST_KNOWN:
        return False
    if 1 < deepest <= _DEEPEST and any(c.columns > 1 for c in cells):
        below = rows[at + 1 : at + deepest]
        cells += {id(c): c for row in below for c in row if c and c.row > at + 1}.values()
    words = {terms.plain(cell.text.value) for cell in cells}
    left = len(words)
    needed = max(_FEWEST_KNOWN, -(-left // _OFTEN))
    for word in words:  # up to where it is clear
        left -= 1
        needed -= _is_known(word, terms)
        if not needed or left < needed:
            break
    return not needed


def _is_known(word: str, terms: Terms) -> bool:
    """Tell a header word; rows below a header have the same words again and again."""
    known = terms.known.get(word)
    if known is None:
        known = terms.known[word] = bool(word) and terms.dialect.guess(word) is not None
    return known


def read_header(rows: Rows, terms: Terms) -> tuple[int, Named] | None:
    """Read the header that the first rows of a grid are: how many, and its columns; only full rows below tell of them."""
    best: tuple[int, Named] | None = None
    for depth in range(1, min(_DEEPEST, len(rows)) + 1):
        header = span_repeats(rows[:depth]) or rows[:depth]
        if _holds_together(header, 0):
            header = put_under_groups(header)
            plain = [plain_row(r, terms) for r in header]
            body = _full(_below(rows, depth, first=plain[0], terms=terms))
            named = name_columns(header, plain, body, terms=terms)
            if named and (best is None or named.known > best[1].known):
                best = depth, named
    return best


def _header_at(rows: Rows, at: int, terms: Terms, *, trusted: bool) -> tuple[int, Named] | None:
    """Read the header that begins at a row: of one to four rows, the depth that names the most columns."""
    best: tuple[int, Named] | None = None
    for depth in range(1, min(_DEEPEST, len(rows) - at) + 1):
        end = at + depth
        repeats = span_repeats(rows[at:end])
        if not _holds_together(repeats or rows[at:end], at):
            continue
        body = _below(rows, end, first=plain_row(rows[at], terms), terms=terms)
        spanned = span_gaps(rows[at:end]) if trusted else None
        if spanned and not _says_words(spanned, rows[at], body=body, terms=terms):
            spanned = None
        spanned = repeats or spanned
        header = spanned or put_under_groups(rows[at:end])
        plain = [plain_row(row, terms) for row in header]
        named = name_columns(header, plain, body if trusted else _full(body), terms=terms)
        fills = header[-1] is not rows[end - 1] or _only_periods(header)
        if named and (best is None or spanned or named.known > best[1].known - fills):
            columns = with_unprinted(named.columns, body)
            best = end, Named(columns, named.known)
    for depth in (2, 3) if not trusted else ():
        if at + depth > len(rows):
            continue
        plain = [plain_row(row, terms) for row in rows[at : at + depth]]
        body = _below(rows, at + depth, first=plain[0], terms=terms)
        slid = _fitting(name_slid(plain, dialect=terms.dialect), body, terms)
        if slid and (best is None or slid.known + _leaves_over(best[1]) > best[1].known):
            best = at + depth, slid
    return best


def _leaves_over(named: Named) -> bool:
    """Tell a header with fewer words than the rows below have cells, as one has whose second row slid away."""
    return not named.columns[-1].word and not named.columns[-1].field


def _says_words(
    header: Rows, printed: Sequence[Cell | None], *, body: Sequence[Sequence[str]], terms: Terms
) -> bool:
    """Tell lower rows of words for what stands below them, or over ticks: a project has other words there.

    Below a printed group, which a project is not, any word may stand.
    """
    for lower in header[1:]:
        for column, word in enumerate(plain_row(lower, terms)):
            group = printed[column]
            known = not word or _is_known(word, terms) or is_period(word)
            if known or (group is not None and group.columns > 1):
                continue
            if not {row[column] for row in body} <= TICKS | {""}:
                return False
    return True


def _only_periods(header: Rows) -> bool:
    """Tell a lower row of nothing but periods: quarters below a group, whose columns nobody knows."""
    words = [c.text.value for c in header[-1] if c and c.row > 1 and c.text.value.strip()]
    return len(header) > 1 and len(words) > 1 and all(map(is_period, map(squeeze, words)))


def _fitting(ways: Sequence[Named], body: Sequence[Sequence[str]], terms: Terms) -> Named | None:
    """Of several ways to name the columns take the one that the whole rows below fit best."""
    if len(ways) < 2:
        return ways[0] if ways else None
    looks = [[look_at(word, terms.statuses) for word in row] for row in _full(body)]

    def misfits(named: Named) -> int:
        return sum(
            misfit(look, c) for row in looks for look, c in zip(row, named.columns, strict=False)
        )

    return min(ways, key=misfits)


def _full(body: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """Give the rows that have all their cells: none of these stands under another word than its own."""
    return [row for row in body if all(row)]


def _below(rows: Rows, end: int, *, first: list[str], terms: Terms) -> list[list[str]]:
    """Give the words of the rows below a header, up to where it is printed again."""
    body = []
    for row in rows[end : end + _SAMPLE]:
        words = plain_cells(row, terms)
        if words == first:
            break
        body.append(words)
    return body


def _holds_together(header: Rows, at: int) -> bool:
    """Tell rows that no cell reaches into or out of, each lower one under a gap or a group above it."""
    end = at + len(header)
    cells = [c for row in header for c in row if c]
    if any(c.row - 1 < at or c.row - 1 + c.rows > end for c in cells):
        return False
    for index, above in enumerate(header[:-1], at + 1):
        if not repeats_word(above) and not any(
            c is None or not c.text.value.strip() or c.columns > 1 or c.row - 1 + c.rows > index
            for c in above
        ):
            return False
    return True
