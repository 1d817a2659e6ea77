"""Headers of ruled tables: one to three rows whose words name the columns below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from shishi.layouts.columns import Column, is_project_table, match_columns
from shishi.layouts.grids.spread import Rows, plain_of, spread
from shishi.layouts.layout import Because, Layout
from shishi.layouts.terms import Terms
from shishi.layouts.words.dialect import SAID, Dialect, with_meaning
from shishi.layouts.words.vocabulary import OTHER, HeaderWord, known_word
from shishi.readers.document import Grid
from shishi.records import Field

_DEEPEST_HEADER = 3
_SEARCHED_ROWS = 12


def find_in_grid(grid: Grid, part: int, *, terms: Terms, first_name: int) -> list[Layout]:
    """Find the project tables of a grid: each header row begins one, up to the next header or the end."""
    rows = spread(grid)
    plain = [[plain_of(cell, terms) for cell in row] for row in rows]
    headers = list(_find_headers(rows, plain, terms.dialect))
    layouts = []
    for index, (start, end, columns) in enumerate(headers):
        limit = headers[index + 1][0] if index + 1 < len(headers) else grid.height
        columns = _with_unprinted(columns, plain[end:limit])
        known = sum(c.field is not None for c in columns)
        layouts.append(
            Layout(
                name=f"table {first_name + index}",
                part=part,
                columns=columns,
                header=(start, end),
                body=(end, limit),
                score=100 * known // max(1, sum(bool(c.word) for c in columns)),
                reasons=(Because("header-found", {"words": [c.word for c in columns if c.word]}),),
            )
        )
    return layouts


def _find_headers(
    rows: Rows, plain: Sequence[Sequence[str]], dialect: Dialect
) -> Iterator[tuple[int, int, tuple[Column, ...]]]:
    at = 0
    while at < len(rows):
        best: tuple[int, int, tuple[Column, ...]] | None = None
        for depth in range(1, min(_DEEPEST_HEADER, len(rows) - at) + 1):
            if not _is_one_header(rows, plain, at, depth=depth):
                continue
            columns = _columns(rows[at : at + depth], plain[at : at + depth], dialect)
            if columns and (best is None or _named(columns) > _named(best[2])):
                best = (at, at + depth, columns)
        if best:
            yield best
            at = best[1]
        else:
            at += 1
            if at > _SEARCHED_ROWS and not _starts_again(plain[at : at + 1]):
                while at < len(rows) and not _starts_again(plain[at : at + 1]):
                    at += 1


def _starts_again(plain: Sequence[Sequence[str]]) -> bool:
    return bool(plain) and sum(known_word(w) is not None for w in set(plain[0]) if w) >= 3


def _named(columns: Sequence[Column]) -> int:
    return sum(c.field is not None for c in columns)


def _is_one_header(rows: Rows, plain: Sequence[Sequence[str]], at: int, *, depth: int) -> bool:
    """A deeper header holds together: some cell of its first row reaches down, or spans its children."""
    if depth == 1:
        return True
    if not any(known_word(word) for word in plain[at] if word):
        return False  # a title or a row of totals over the header
    first = [c for c in rows[at] if c]
    return any(c.rows >= depth or c.columns > 1 for c in first)


def _columns(
    rows: Rows, plain: Sequence[Sequence[str]], dialect: Dialect
) -> tuple[Column, ...] | None:
    """Name the columns of a header of one to three rows; None when it heads no project table.

    A column is named by the lowest word above it that is known; a word spanning several columns is
    only their group.
    """
    words: list[HeaderWord] = []
    for column in range(len(rows[0])):
        word = _word_over(rows, plain, column, dialect=dialect)
        said = dialect.said_of(column + 1)
        words.append(with_meaning(word, said, SAID) if said else word)
    if sum(w.claims[0][0] != OTHER for w in words) < 3:
        return None
    distinct, positions = _merge_repeats(words, rows)
    columns = match_columns(distinct, dialect)[0]
    starred = {i for i, c in enumerate(columns) if c.starred}
    if not is_project_table(columns):
        return None
    named: list[Column] = [Column(None)] * len(words)
    flat = [c for i, c in enumerate(columns) if i - 1 not in starred]
    for name, position in zip(flat, positions, strict=False):
        named[position] = name
    return tuple(named)


def _merge_repeats(words: Sequence[HeaderWord], rows: Rows) -> tuple[list[HeaderWord], list[int]]:
    """Keep one word for a header cell that spans several columns and has nothing below it."""
    distinct, positions = [], []
    for column, word in enumerate(words):
        same = column and rows[-1][column] is rows[-1][column - 1] and rows[-1][column] is not None
        if not same and word.printed:
            distinct.append(word)
            positions.append(column)
    return distinct, positions


def _word_over(
    rows: Rows, plain: Sequence[Sequence[str]], column: int, *, dialect: Dialect
) -> HeaderWord:
    seen = [p[column] for p in plain if p[column]]
    cells = [r[column] for r in rows if r[column]]
    whole = "".join(dict.fromkeys(seen))
    for text in (*reversed(seen), whole):
        if word := dialect.word(text):
            above = seen[0] if seen and seen[0] != text else ""
            return _with_period(word, above)
    return HeaderWord(seen[-1] if seen and cells else "", seen[-1] if seen else "", ((OTHER, 5),))


def _with_period(word: HeaderWord, above: str) -> HeaderWord:
    """Take the period from the group word above when the word itself names none."""
    group = known_word(above) if above and not word.period else None
    if group is None or not group.period:
        return word
    return HeaderWord(word.printed, word.word, word.claims, word.covers, group.period, word.unit)


def _with_unprinted(
    columns: tuple[Column, ...], body: Sequence[Sequence[str]]
) -> tuple[Column, ...]:
    """Name a column without header whose cells are codes."""
    if any(c.field is Field.CODE for c in columns):
        return columns
    for index, column in enumerate(columns):
        cells = [row[index] for row in body if row[index]]
        coded = sum(bool(re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,2})?", c)) for c in cells)
        if column.field is None and cells and coded * 4 >= len(cells) * 3:
            return (*columns[:index], Column(Field.CODE, printed=False), *columns[index + 1 :])
    return columns
