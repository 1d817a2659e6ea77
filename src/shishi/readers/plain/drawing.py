"""Find the tables that a text draws, in the order of its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from shishi.readers.plain.dashed import find_dashed, rules_of
from shishi.readers.plain.drawn import DrawnTable
from shishi.readers.plain.framed import find_framed
from shishi.readers.plain.laid import find_laid


def find_drawn(lines: Sequence[str]) -> Iterator[DrawnTable]:
    """Find the tables whose columns a line of dashes draws, or whose cells a frame; else those that spaces lay out.

    >>> [t.height for t in find_drawn(["序号  项目", "----  ----", "1     修路", "2     架桥"])]
    [3]
    """
    drawn = list(_find_ruled(lines))
    yield from drawn or find_laid(lines)


def _find_ruled(lines: Sequence[str]) -> Iterator[DrawnTable]:
    rules = rules_of(lines)
    line = 0
    while line < len(lines):
        table = find_framed(lines, line) or find_dashed(lines, line, rules)
        if table:
            yield table
        line = table.last if table else line + 1
