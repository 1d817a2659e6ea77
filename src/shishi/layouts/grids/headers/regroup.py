"""Headers of several rows whose merged cells a program lost: groups of one cell or of the same word again and again, or lower words that slid left."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from shishi.layouts.grids.spread import Rows
from shishi.readers.document import Cell

_FEWEST = 2


def span_gaps(header: Rows) -> Rows | None:
    """Let the words of a header be the groups that they were: over the gaps behind them that the rows below fill.

    None unless each lower row fills only such spots and the first of every group, and the last row leaves
    no gap: a row of the table has its number, its name or less than a whole group.
    """
    if len(header) < _FEWEST:
        return None
    spanned: Rows = []
    filled: set[int] = set()
    upper = header[0]
    for lower in header[1:]:
        groups = [
            g for g in _groups(upper) if _says(lower[g[0]]) and lower[g[0]] is not upper[g[0]]
        ]
        inside = {i for group in groups for i in group}
        beside = (c for i, c in enumerate(lower) if i not in inside and c is not upper[i])
        if not groups or any(map(_says, beside)):
            return None
        upper = list(upper)
        for group in groups:
            if (word := upper[group[0]]) is not None:
                upper[group[0] : group[-1] + 1] = [word._replace(columns=len(group))] * len(group)
        spanned.append(upper)
        upper = [lower[i] if i in inside else cell for i, cell in enumerate(upper)]
        filled |= inside
    return [*spanned, upper] if all(_says(upper[i]) for i in filled) else None


def _groups(row: Sequence[Cell | None]) -> list[range]:
    """Give the words of a row that cover several spots or have blank ones behind them, each with these."""
    starts = [i for i, c in enumerate(row) if _says(c) and (not i or c is not row[i - 1])]
    return [range(a, b) for a, b in pairwise([*starts, len(row)]) if b > a + 1]


def span_repeats(header: Rows) -> Rows | None:
    """Let a word that a program printed once for each column below it be the group that it was.

    None unless each lower row has words of its own under every such word, and beside them blanks or what stands
    above: a row of the table has its number, its name or less than a whole group.
    """
    if len(header) < _FEWEST:
        return None
    told: Rows = [header[0]]
    for lower in header[1:]:
        spanned = _over_repeats(told[-1], lower)
        if spanned is None:
            return None
        told[-1:] = spanned
    return told


def _over_repeats(upper: Sequence[Cell | None], lower: Sequence[Cell | None]) -> Rows | None:
    words, below = list(map(_word, upper)), list(map(_word, lower))
    groups = [g for g in _repeats(words) if len({id(upper[i]) for i in g}) == len(g)]
    inside = {i for group in groups for i in group}
    under_each = [{below[i] for i in g} for g in groups]
    own = all(len(u) > 1 and "" not in u for u in under_each)
    beside = all(w in ("", words[i]) for i, w in enumerate(below) if i not in inside)
    if not (groups and own and beside):
        return None
    over, under = list(upper), list(lower)
    for group in groups:
        if (first := upper[group[0]]) is not None:
            over[group[0] : group[-1] + 1] = [first._replace(columns=len(group))] * len(group)
    for i, cell in enumerate(upper):
        if i not in inside and below[i]:
            under[i] = cell  # the word of a cell that reached down, printed again
    return [over, under]


def repeats_word(row: Sequence[Cell | None]) -> bool:
    """Tell a row in which a word stands in several spots side by side."""
    return bool(_repeats(list(map(_word, row))))


def _repeats(words: Sequence[str]) -> list[Sequence[int]]:
    """Give the spots of each word that stands in several of them side by side."""
    runs = [list(run) for _, run in groupby(range(len(words)), key=words.__getitem__)]
    return [run for run in runs if len(run) >= _FEWEST and words[run[0]]]


def put_under_groups(header: Rows) -> Rows:
    """Put the words of each lower row under the groups of the row above where they fill just these.

    So only where the groups do not stand first, no cell reaches down beside them, and nothing stands below
    them; the words of a row that are no groups then reach down. Any other header is given back.
    """
    put = header[:1]
    for lower in header[1:]:
        below = _put_under(put[-1], lower)
        if below is None:
            return header
        put.append(below)
    return put


def _put_under(
    upper: Sequence[Cell | None], lower: Sequence[Cell | None]
) -> list[Cell | None] | None:
    repeated = {i for run in _repeats(list(map(_word, upper))) for i in run}
    groups = [i for i, c in enumerate(upper) if c is not None and (c.columns > 1 or i in repeated)]
    count = len(groups)
    if count < _FEWEST or groups == list(range(count)):
        return None
    if any(c is None or c.rows > 1 for c in upper):
        return None
    if not all(map(_says, lower[:count])) or any(map(_says, lower[count:])):
        return None
    below = list(upper)
    moved: dict[int, Cell] = {}
    for spot, word in zip(groups, lower[:count], strict=True):
        if word is not None:
            below[spot] = moved.setdefault(id(word), word._replace(column=spot + 1))
    return below


def _word(cell: Cell | None) -> str:
    return cell.text.value.strip() if cell else ""


def _says(cell: Cell | None) -> bool:
    return bool(_word(cell))
