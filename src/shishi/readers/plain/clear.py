"""Whether a table that a text lays out is so clear that its cells need not be asked about one by one.

Every gap that all lines leave open parts two columns, and no other; the rows are counted from 1, each on its
first line; and a cell goes on where its line was full and ended nothing, or a list or sentence part ended.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile, pairwise
from unicodedata import normalize

from shishi.readers.plain.gutters import Gap, cut_at, segments
from shishi.readers.plain.rows import Stretch
from shishi.readers.plain.widths import extent

_WIDEST = 2
"""So many places no sentence has between two words."""
_SLACK = 6
"""A line is full where less than this part of its column is left."""
_TELLING = 20
"""Lines of a column as narrow as a word or two are as wide as their words: that they are full tells nothing."""
_JOINS, _CLOSES, _OPENS = tuple(";；,，、:："), tuple("。！!？?"), tuple(":：")
_ENTRY = re.compile(r"\s*(?:[①-⒛★☆]|[(（]?[0-9]{1,2}[)）.、])")
_WORD = re.compile("[!-~]+[。，；、]?")
_NUMBER = re.compile(r"[^0-9]{0,3}0*([0-9]{1,3})[^0-9]{0,3}")


def are_gaps_clear(lines: Sequence[str], gaps: Sequence[Gap]) -> bool:
    """Tell gaps that part all the words of these lines that stand apart, and nothing else.

    >>> are_gaps_clear(["1  修路  区住建局", "2  架桥  区教育局"], [(1, 3), (5, 7)])
    True
    >>> are_gaps_clear(["1  修路  区住建局", "2  架桥  区教育局"], [(1, 3)])
    False
    """
    wide = all(end - start >= _WIDEST for start, end in gaps)
    return wide and all(_is_clear(line, gaps) for line in lines)


def _is_clear(line: str, gaps: Sequence[Gap]) -> bool:
    """Tell a line each of whose stretches begins in a column of its own and is cut out with it; it may end in the gap."""
    words = segments(line)
    columns = [sum(end <= at for _, end in gaps) for at, _ in words]
    cuts = cut_at(line, gaps) or []
    if not cuts or len({*columns}) < len(columns):
        return False
    within = zip(words, (cuts[k] for k in columns), strict=True)
    return all(a <= start and end <= b for (start, end), (a, b) in within)


def are_rows_clear(lines: Sequence[str], rows: Iterable[Sequence[Sequence[Stretch]]]) -> bool:
    """Tell rows that count on or begin anew with 1, all of whose cells begin on the line of the number.

    Those over the first number are the lower lines of the header.
    """
    kept = list(dropwhile(lambda row: not row[0], rows))
    last = 0
    for row in kept:
        number = _number(lines, row[0])
        if number not in (1, last + 1) or any(x and x[0].line != row[0][0].line for x in row):
            return False
        last = number
    columns = zip(*kept, strict=True)
    return bool(kept) and all(_go_on_clearly(list(_texts(lines, cells))) for cells in columns)


def _number(lines: Sequence[str], cell: Sequence[Stretch]) -> int | None:
    texts = [lines[s.line][s.start : s.end] for s in cell]
    found = _NUMBER.fullmatch(texts[0].strip()) if len(texts) == 1 else None
    return int(found[1]) if found else None


def _texts(lines: Sequence[str], cells: Iterable[Sequence[Stretch]]) -> Iterator[list[str]]:
    return ([lines[s.line][s.start : s.end].strip() for s in cell] for cell in cells)


def _go_on_clearly(cells: Sequence[Sequence[str]]) -> bool:
    """Tell a column each line of which that goes on is full and ends nothing, or joins on, or counts on from entries.

    Where the number stands in the middle of a row's lines, those over it look like the end of the row above.
    """
    widest = max((extent(text) for cell in cells for text in cell), default=0)
    full = widest - max(1, widest // _SLACK) if widest >= _TELLING else widest + 1
    return all(_counts_clearly(cell) and _joins_clearly(cell, full) for cell in cells)


def _joins_clearly(cell: Sequence[str], full: int) -> bool:
    return all(
        above.endswith(_JOINS)
        or _ENTRY.match(below) is not None
        or (not above.endswith(_CLOSES) and extent(above) + _unbroken(below) >= full)
        for above, below in pairwise(cell)
    )


def _counts_clearly(cell: Sequence[str]) -> bool:
    """Tell a cell whose entries count from the first, on its first line or behind a colon; of other marks all are alike."""
    last: tuple[int, str] = (0, "")
    for at, text in enumerate(cell):
        found = _ENTRY.match(text)
        if found is None:
            continue
        number, first = _entry_number(found[0]), not last[1]
        begins = at == 0 or cell[at - 1].endswith(_OPENS)
        if number != last[0] + (number > 0) or (first and not begins):
            return False
        last = (number, found[0])
    return True


def _entry_number(mark: str) -> int:
    """Give the number of an entry; 0 of a star."""
    digits = "".join(character for character in normalize("NFKC", mark) if character.isdigit())
    return int(digits or 0)


def _unbroken(text: str) -> int:
    """Give how wide the number or Latin word is that a line begins with, which is never broken."""
    found = _WORD.match(text)
    return extent(found[0]) if found else 0
