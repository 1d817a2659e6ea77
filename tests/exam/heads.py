"""Where the header words of a table stand: one to three levels, headings over several columns."""

from __future__ import annotations

from typing import NamedTuple

from tests.exam.model import Table


class Head(NamedTuple):
    """One header cell: its word, where it stands in the header, how far it reaches."""

    text: str
    row: int
    column: int
    depth: int
    width: int


def header_cells(table: Table) -> list[Head]:
    """Give the header cells level by level, from left to right."""
    levels = table.header_levels
    found: list[Head] = []
    for level in range(levels):
        n = 0
        while n < len(table.columns):
            words = table.columns[n].words
            if len(words) <= level:
                n += 1
            elif len(words) == level + 1:
                found.append(Head(table.columns[n].spread, level, n, levels - level, 1))
                n += 1
            else:
                first = n
                while n < len(table.columns) and _is_under(
                    table.columns[n].words, words[: level + 1]
                ):
                    n += 1
                found.append(Head(words[level], level, first, 1, n - first))
    return found


def _is_under(words: tuple[str, ...], above: tuple[str, ...]) -> bool:
    return len(words) > len(above) and words[: len(above)] == above
