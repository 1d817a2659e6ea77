"""Lifting: take regular tables out of a page before a tree is made of it; most tables are regular.

A tree has two objects for a cell, and a reader asks each for its name and its neighbours. A regular
table needs none: its cells are cut out of the text. In the page a single cell with a mark stands in
for its rows. The parser is left by them as by the rows, so that all around is read as before; and a
mark that does not turn up where a cell of a table should stand tells that the rows were none (a
comment, a script, a text that is hidden): then the page is read whole (docs/decisions/0023).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, pairwise

from shishi.readers.spans import Asked
from shishi.readers.web.blocks import BLOCKS, Lines, one_line
from shishi.readers.web.markup import (
    GROUP,
    HEAD,
    PART,
    ROWS,
    TAIL,
    Irregular,
    cut,
    spans_said,
    unescape,
)

MARK = "\ufdd0"  # no character, and never will be
_REFERRED = re.compile(f"&#(?:[xX]0*+[fF][dD]{{2}}0|0*+{ord(MARK)})")
_ROW_AND_CELL = 2
_BLANKS = " \t\n\f\r"


@dataclass(slots=True)
class LiftedTable:
    """The rows of a table, group by group (thead, tbody, tfoot), and how many cells they have.

    `wide`: a row has several.
    """

    groups: list[tuple[str, list[Iterator[Asked]]]] = field(default_factory=list)
    cells: int = 0
    wide: bool = False


@dataclass(slots=True)
class LiftedPage:
    """A page without the rows of its regular tables, and those; a mark and a number stand for each."""

    text: str
    tables: list[LiftedTable] = field(default_factory=list)


def lift_tables(page: str) -> LiftedPage:
    """Take the rows of the regular tables out of a page; linear in its length.

    >>> page = lift_tables("<table><tr><td>1</td><td> 公园 </td></tr></table><p>x")
    >>> page.text.replace(MARK, "#"), page.tables[0].cells
    ('<table><tr><td>#0</td></tr></table><p>x', 2)
    """
    if MARK in page or "\0" in page or _REFERRED.search(page):
        return LiftedPage(page)
    found = LiftedPage("")
    kept: list[str] = []
    at = end = 0
    said = _Said()
    while head := HEAD.search(page, end):
        groups, end = _find_groups(page, head.end())
        try:
            table = _read(page, groups, said) if TAIL.match(page, end) else LiftedTable()
        except Irregular:
            continue
        if table.wide:  # one column only arranges where it stands in a cell
            kept += (page[at : head.end()], f"<tr><td>{MARK}{len(found.tables)}</td></tr>")
            found.tables.append(table)
            at = end
    found.text = "".join([*kept, page[at:]])
    return found


def marked(text: str) -> int | None:
    """Give the number of the lifted table that a text stands for; None for any other text."""
    return int(text[1:]) if text.startswith(MARK) else None


def _find_groups(page: str, at: int) -> tuple[list[tuple[str, str, int, int]], int]:
    """Find the groups from a place on: name, what it says, where its rows begin and end."""
    groups = []
    while True:
        if group := GROUP.match(page, at):
            groups.append((group[1].lower(), group[2], *group.span(3)))
        elif group := ROWS.match(page, at):
            groups.append(("tbody", "", *group.span()))
        else:
            return groups, at
        at = group.end()


class _Said(dict[str, tuple[int, int]]):
    """The spans that start tags ask for, by what they say: most say the same."""

    def __missing__(self, says: str) -> tuple[int, int]:
        """Read what a start tag says; raise Irregular where it is special."""
        spans = self[says] = spans_said(says)
        return spans


def _read(page: str, groups: list[tuple[str, str, int, int]], said: _Said) -> LiftedTable:
    """Read groups that are proven regular; raise Irregular where something in them is special."""
    table = LiftedTable()
    for name, says, start, end in groups:
        rows = page[start:end]
        pieces = PART.split(rows)  # in fours: what is left over, and what PART has
        kinds, saids, insides = pieces[1::4], pieces[2::4], pieces[3::4]
        for distinct in {says, *saids}:
            said[distinct]
        is_plain = rows.count("<") == 2 * len(kinds) and "&" not in rows
        values = _plain_lines(insides) if is_plain else [_lines(inside, said) for inside in insides]
        cells = zip(
            values, map(said.__getitem__, saids), map("hH".__contains__, kinds), strict=True
        )
        begins = [at for at, kind in enumerate(kinds) if kind in "rR"]
        counts = [after - at for at, after in pairwise([*begins, len(kinds)])]
        table.groups.append((name, [islice(cells, 1, count) for count in counts]))
        table.cells += len(kinds) - len(begins)
        table.wide = table.wide or max(counts, default=0) > _ROW_AND_CELL
    return table


def _plain_lines(insides: list[str]) -> list[str]:
    """Give what cells without markup and references print: most have no blanks but single ones."""
    return [
        inside.strip() if inside.isprintable() and "  " not in inside else one_line(inside)
        for inside in insides
    ]


def _lines(inside: str, said: _Said) -> str:
    """Give what any cell prints, its lines parted by line breaks."""
    if "<" not in inside:
        return one_line(unescape(inside))
    texts, names, says = cut(inside)
    for distinct in says:
        said[distinct]
    texts = [unescape(text) for text in texts]
    prints = [text for text in texts if text.strip(_BLANKS)]
    if len(prints) < 2:
        return one_line("".join(prints))
    lines = Lines()
    for text, name in zip(texts, [*names, ""], strict=True):
        lines.write(text)
        if name.removeprefix("/") in BLOCKS:
            lines.end_line()
    return "\n".join(lines.take())
