"""Tables of labels and values, one block of rows an item: 项目名称 | … / 责任单位 | … / 完成情况 | …"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from shishi.layouts.columns.column import Column, is_project_table
from shishi.layouts.columns.matching import match_columns
from shishi.layouts.grids.spread import Rows
from shishi.layouts.layout import Because, Layout, RawCell, RawRow, Shape, placed_in
from shishi.layouts.terms import Terms
from shishi.layouts.words.vocabulary import OTHER, HeaderWord
from shishi.places import Text
from shishi.readers.document import Cell
from shishi.records import Field

_MOST_WIDE = 6
_LONGEST_LABEL = 16
_MANY = 60

Pair = tuple[str, Cell | None]
"""A label without white space, and the cell of its value."""


def begins_with_pairs(rows: Rows, terms: Terms) -> bool:
    """Tell a grid whose first row of several cells is labels that are header words, each with a value that is none."""
    cells = next((c for row in rows if len(c := _distinct(row)) > 1), [])
    known = [terms.dialect.guess(terms.plain(c.text.value)) is not None for c in cells]
    return len(cells) > 2 and len(cells) % 2 == 0 and all(known[::2]) and not any(known[1::2])


def find_pairs(rows: Rows, part: int, *, terms: Terms, name: str) -> Layout | None:
    """Read a grid without a header as labels and values; None when its labels are no header words."""
    columns = _columns(rows, terms)
    if columns is None:
        return None
    reasons = (Because("labels-found", {"words": [c.word for c in columns]}),)
    return Layout(
        name=name,
        part=part,
        columns=columns,
        header=(0, 0),
        body=(0, len(rows)),
        score=100,
        reasons=reasons,
        shape=Shape.PAIRS,
    )


def cut_pairs(rows: Rows, layout: Layout, *, terms: Terms) -> tuple[list[RawRow], list[Text]]:
    """Cut the blocks into rows; a label that the block has already begins the next one."""
    index = {c.word: i for i, c in enumerate(layout.columns)}
    cut: list[RawRow] = []
    loose: list[Text] = []
    cells: dict[int, RawCell] = {}
    seen: set[int] = set()
    for row in rows:
        pairs = list(_pairs_of(row, terms))
        if not pairs:
            loose += [c.text for c in _distinct(row) if c.text.value.strip()]
        for label, value in pairs:
            at = index[label]
            if at in seen:
                cut += [RawRow(cells, frozenset())] if cells else []
                cells, seen = {}, set()
            seen.add(at)
            if value is not None and value.text.value.strip():
                text = placed_in(value.text, layout, len(cut) + 1, column=at)
                cells[at] = RawCell(text)
    cut += [RawRow(cells, frozenset())] if cells else []
    return cut, loose


def _columns(rows: Rows, terms: Terms) -> tuple[Column, ...] | None:
    if not rows or not 2 <= len(rows[0]) <= _MOST_WIDE:
        return None
    labels: list[str] = []
    known: list[bool] = []
    behind: list[
        bool
    ] = []  # of the labels behind a value, which are values where a row lists projects
    for row in rows:
        own = [label for label, _ in _pairs_of(row, terms)]
        told = [_word(label, terms).claims[0][0] != OTHER for label in own]
        labels, known, behind = labels + own, known + told, behind + told[1:]
    if not labels or 100 * sum(known) < _MANY * len(labels) or 2 * sum(behind) < len(behind):
        return None
    words = [replace(_word(label, terms), covers=frozenset()) for label in dict.fromkeys(labels)]
    columns = match_columns(words, terms.dialect)[0]
    if len(columns) != len(words):
        return None  # one label for both kinds of unit; no block was seen to have it
    columns = tuple(replace(c, word=w.printed) for c, w in zip(columns, words, strict=True))
    if not is_project_table(columns) or Field.ITEM not in {c.field for c in columns}:
        return None
    return columns


def _word(label: str, terms: Terms) -> HeaderWord:
    return terms.dialect.guess(label) or HeaderWord(label, label, ((OTHER, 5),))


def _pairs_of(row: list[Cell | None], terms: Terms) -> Iterator[Pair]:
    """Read a row as label, value, label, value; nothing when its first cell is no label."""
    cells = _distinct(row)
    if len(cells) % 2 and cells[0].rows > 1:
        cells = cells[1:]  # 基本情况 beside the labels of several rows
    if len(cells) < 2 or len(cells) % 2:
        return
    for label, value in zip(cells[::2], cells[1::2], strict=True):
        word = terms.plain(label.text.value).rstrip(":：")
        if not word or len(word) > _LONGEST_LABEL:
            return
        yield word, value


def _distinct(row: list[Cell | None]) -> list[Cell]:
    return list({id(c): c for c in row if c}.values())
