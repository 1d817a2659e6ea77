"""What a careful person can still know of a row whose empty cells left no trace.

The cells of such a row are laid onto the columns in every way that keeps their order and suits what
they look like. Where a cell could stand in two columns, neither is knowable.
"""

from __future__ import annotations

from collections.abc import Sequence

from tests.exam.model import NONE_MARKS, Column, Row
from tests.exam.words.sentences import speaks_as

_STATUS_LIKE_TEXT = ("完成", "完工", "办结", "验收", "暂停", "暂缓", "推进", "启动")


_TEXTS = frozenset({"goal", "progress", "explanation", "remark"})


def looks_like(text: str, kind: str) -> frozenset[str]:
    """Give the kinds of column, and the fields of text, where a cell could stand by its look."""
    if text in NONE_MARKS:
        return _TEXTS | {kind, "units", "leader", "percent", "money", "status", "other"}
    if kind == "status" and any(word in text for word in _STATUS_LIKE_TEXT):
        return _TEXTS | {"status"}
    if kind == "text":
        said = speaks_as(text)
        if said:
            return frozenset({said})
        return _TEXTS | ({"status"} if len(text) < 10 else set())
    if kind in ("money", "other") or (kind == "percent" and "%" not in text):
        return frozenset({"money", "percent", "other"})
    return frozenset({kind})


def blur_vanished(row: Row, columns: Sequence[Column]) -> None:
    """Mark as unknowable what the vanished cells of this row leave open."""
    truth = row.truth
    if truth is None:
        return
    tokens = [
        (n, looks_like(text, columns[n].kind) | {_tag(columns[n])})
        for n, text in enumerate(row.texts)
        if text
    ]
    first = not truth.continues
    required = {
        n
        for n, column in enumerate(columns)
        if column.name == "lead_units" or (first and column.name == "item")
    }
    feasible = _feasible([looks for _, looks in tokens], columns, required)
    for (own, _), places in zip(tokens, feasible, strict=True):
        if places != {own}:
            for number in places | {own}:
                blur(row, columns[number])
    blur_shared(row, columns)


def blur_shared(row: Row, columns: Sequence[Column]) -> None:
    """Mark what a part shares with the row above through a merged cell: without rulings it looks blank."""
    if row.truth is None or not row.truth.continues:
        return
    for number, column in enumerate(columns):
        if row.cells[number] is None and column.name not in ("code", "theme", "item"):
            blur(row, column)
            if column.name is not None:
                row.truth.accept(column.name, "", [])


def blur(row: Row, column: Column) -> None:
    """Mark what this column holds as unknowable."""
    if row.truth is not None and column.name is not None:
        row.truth.unknowable.add(column.name)


def _tag(column: Column) -> str:
    return column.name if column.kind == "text" and column.name else column.kind


def _feasible(
    looks: Sequence[frozenset[str]], columns: Sequence[Column], required: set[int]
) -> list[set[int]]:
    """Give, for each token, the columns where it can stand in some whole assignment."""
    count, width = len(looks), len(columns)
    # ahead[t][c]: tokens t… can be laid onto columns c…
    ahead = [[False] * (width + 1) for _ in range(count + 1)]
    ahead[count][width] = True
    for c in range(width - 1, -1, -1):
        for t in range(count, -1, -1):
            skip = c not in required and ahead[t][c + 1]
            take = t < count and _tag(columns[c]) in looks[t] and ahead[t + 1][c + 1]
            ahead[t][c] = skip or take
    found: list[set[int]] = [set() for _ in looks]
    reached = {0}
    for c in range(width):
        following = set()
        for t in reached:
            if c not in required and ahead[t][c + 1]:
                following.add(t)
            if t < count and _tag(columns[c]) in looks[t] and ahead[t + 1][c + 1]:
                found[t].add(c)
                following.add(t + 1)
        reached = following
    return found
