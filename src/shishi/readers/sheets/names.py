"""Names of cells as a spreadsheet writes them: B12, rows 4-7, columns C and F."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
LAST_COLUMN = 16_384
LAST_ROW = 1_048_576
"""The last row and column that a spreadsheet has."""


def parse_cell(name: str) -> tuple[int, int]:
    """Give row and column, from 1, of a cell name. Raises ValueError.

    >>> parse_cell("B12")
    (12, 2)
    """
    found = _CELL.fullmatch(name)
    if not found:
        raise ValueError(f"no cell: {name[:20]}")
    row, column = int(found[2]), parse_column(found[1])
    if not 1 <= row <= LAST_ROW:
        raise ValueError(f"no cell: {name[:20]}")
    return row, column


@lru_cache(maxsize=LAST_COLUMN)
def parse_column(letters: str) -> int:
    """Give the number, from 1, of a column of one to three letters. Raises ValueError.

    >>> parse_column("AB")
    28
    """
    number = 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z":
            raise ValueError(f"no column: {letters[:20]}")
        number = number * 26 + ord(letter) - 64
    if not 1 <= number <= LAST_COLUMN:
        raise ValueError(f"no column: {letters[:20]}")
    return number


def parse_range(name: str) -> tuple[int, int, int, int]:
    """Give first row, first column, last row, last column of a range. Raises ValueError.

    >>> parse_range("B2:A9")
    (2, 1, 9, 2)
    """
    first, _, last = name.partition(":")
    (top, left), (bottom, right) = parse_cell(first), parse_cell(last or first)
    return min(top, bottom), min(left, right), max(top, bottom), max(left, right)


def column_name(column: int) -> str:
    """Give the letters of a column.

    >>> column_name(1), column_name(28)
    ('A', 'AB')
    """
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(65 + letter) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """Give the name of a cell."""
    return f"{column_name(column)}{row}"


def ranges(numbers: Iterable[int], *, letters: bool = False) -> str:
    """Write rising numbers as ranges; as columns with `letters`.

    >>> ranges([4, 5, 6, 9]), ranges([3, 4], letters=True)
    ('4-6, 9', 'C-D')
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    named = [[column_name(n) if letters else str(n) for n in run] for run in runs]
    return ", ".join(first if first == last else f"{first}-{last}" for first, last in named)
