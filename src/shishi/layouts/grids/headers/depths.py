"""How deep a header is: of one to four rows, the depth that names the most columns."""

from __future__ import annotations

from collections.abc import Sequence

from shishi.layouts.flows.fit.columns import misfit
from shishi.layouts.flows.looks import look_at
from shishi.layouts.grids.headers.naming import Named, name_columns, with_unprinted
from shishi.layouts.grids.headers.regroup import (
    put_under_groups,
    repeats_word,
    span_gaps,
    span_repeats,
)
from shishi.layouts.grids.pasted.lowered import name_slid
from shishi.layouts.grids.spread import (
    Rows,
    plain_cells,
    plain_row,
)
from shishi.layouts.terms import Terms
from shishi.layouts.words.names.kinds import TICKS, YES
from shishi.layouts.words.vocabulary import is_period
from shishi.readers.document import Cell
from shishi.text.characters import squeeze

DEEPEST = 4
_LOST = 4
"""What it costs, for each row, that it lost a cell."""
SAMPLE = 60
"""How many rows below a header are looked at to learn what its columns hold."""


def is_known_word(word: str, terms: Terms) -> bool:
    """Tell a header word; rows below a header have the same words again and again."""
    known = terms.known.get(word)
    if known is None:
        known = terms.known[word] = bool(word) and terms.dialect.guess(word) is not None
    return known


def read_header(rows: Rows, terms: Terms) -> tuple[int, Named] | None:
    """Read the header that the first rows of a grid are: how many, and its columns; only full rows below tell of them."""
    best: tuple[int, Named] | None = None
    for depth in range(1, min(DEEPEST, len(rows)) + 1):
        if best and best[1].known == len(rows[0]):
            break  # no depth names more columns than there are
        header = span_repeats(rows[:depth]) or rows[:depth]
        if _holds_together(header, 0):
            header = put_under_groups(header)
            plain = [plain_row(r, terms) for r in header]
            body = _full(_below(rows, depth, first=plain[0], terms=terms))
            named = name_columns(header, plain, body, terms=terms)
            if named and (best is None or named.known > best[1].known):
                best = depth, named
    return best


def header_at(rows: Rows, at: int, terms: Terms, *, trusted: bool) -> tuple[int, Named] | None:
    """Read the header that begins at a row: of one to four rows, the depth that names the most columns."""
    best: tuple[int, Named] | None = None
    for depth in range(1, min(DEEPEST, len(rows) - at) + 1):
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

    Below a printed group, which a project is not, any word may stand; a word of the first row alone says nothing.
    """
    for lower in header[1:]:
        for column, word in enumerate(plain_row(lower, terms)):
            group = printed[column]
            known = not word or is_known_word(word, terms) or is_period(word)
            known = known or lower[column] is group  # stands above the lower row, too
            if known or (group is not None and group.columns > 1):
                continue
            if not {row[column] for row in body} <= TICKS | {YES, ""}:
                return False
    return True


def _only_periods(header: Rows) -> bool:
    """Tell a lower row of nothing but periods: quarters below a group, whose columns nobody knows."""
    words = [c.text.value for c in header[-1] if c and c.row > 1 and c.text.value.strip()]
    return len(header) > 1 and len(words) > 1 and all(map(is_period, map(squeeze, words)))


def _fitting(ways: Sequence[Named], body: Sequence[Sequence[str]], terms: Terms) -> Named | None:
    """Of several ways to name the columns take the one that the whole rows below fit best.

    A column more than they have cells is one that each of them lost.
    """
    if len(ways) < 2:
        return ways[0] if ways else None
    looks = [[look_at(word, terms.statuses) for word in row] for row in _full(body)]

    def misfits(named: Named) -> int:
        return sum(
            _LOST * (len(named.columns) - len(row))
            + sum(misfit(look, c) for look, c in zip(row, named.columns, strict=False))
            for row in looks
        )

    return min(ways, key=misfits)


def _full(body: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """Give the rows that have all their cells: none of these stands under another word than its own."""
    return [row for row in body if all(row)]


def _below(rows: Rows, end: int, *, first: list[str], terms: Terms) -> list[list[str]]:
    """Give the words of the rows below a header, up to where it is printed again."""
    body = []
    for row in rows[end : end + SAMPLE]:
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
