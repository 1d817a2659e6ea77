"""What stands above the year strip: problems first, then the next step; and the strip for one person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from shishi.web.projects.queries import Board
from shishi.web.projects.queries.strip import Cell, Group, Row

LATE_FIRST = ("overdue", "returned", "behind", "partly_behind", "differs")
"""What asks for attention, gravest first."""

ON_A_PHONE = 6


@dataclass(frozen=True, slots=True)
class Concern:
    """Items of the newest period with one problem: overdue, returned, a status, or differs."""

    kind: str
    word: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The year strip as one person sees it. `folded` are the columns that a phone has no room for."""

    columns: tuple[str, ...]
    folded: frozenset[str]
    newest: str
    groups: tuple[Group, ...]
    count: int
    concerns: tuple[Concern, ...]
    waiting: int  # submitted, not reviewed, in any period
    open: int  # due in the newest period and not over
    legend: tuple[tuple[str, str], ...]


def overview(board: Board, in_sight: Collection[int] | None) -> Overview:
    """Show a board to a person who sees these items; None for all of them."""
    groups = tuple(_seen(group, in_sight) for group in board.groups)
    groups = tuple(group for group in groups if group.rows)
    rows = [row for group in groups for row in group.rows]
    cells = [cell for row in rows for cell in row.cells]
    newest = [cell for cell in cells if cell.period == board.newest]
    return Overview(
        columns=board.columns,
        folded=frozenset(_folded(board.columns, board.newest)),
        newest=board.newest,
        groups=groups,
        count=len(rows),
        concerns=_concerns(rows, board.newest),
        waiting=sum(cell.kind == "claimed" for cell in cells),
        open=sum(cell.kind == "waiting" for cell in newest),
        legend=_legend(board, cells),
    )


def _seen(group: Group, in_sight: Collection[int] | None) -> Group:
    rows = tuple(row for row in group.rows if in_sight is None or row.item.id in in_sight)
    return Group(group.theme, rows, group.tally)


def _folded(columns: tuple[str, ...], newest: str) -> list[str]:
    """Name the columns outside of the last six up to the newest."""
    last = columns.index(newest) + 1 if newest in columns else ON_A_PHONE
    first = max(0, min(last, len(columns)) - ON_A_PHONE)
    return [c for i, c in enumerate(columns) if not first <= i < max(last, ON_A_PHONE)]


def _concerns(rows: list[Row], newest: str) -> tuple[Concern, ...]:
    found: dict[str, list[Row]] = {}
    words: dict[str, str] = {}
    for row in rows:
        for kind, word in _troubles(row, newest):
            found.setdefault(kind, []).append(row)
            words[kind] = word
    return tuple(Concern(k, words[k], tuple(found[k])) for k in LATE_FIRST if k in found)


def _troubles(row: Row, newest: str) -> list[tuple[str, str]]:
    """Name what is wrong with an item: anything overdue or returned, the newest status otherwise."""
    told = [(cell.kind, "") for cell in row.cells if cell.kind in ("overdue", "returned")]
    last = next((cell for cell in row.cells if cell.period == newest), None)
    if last and last.status in ("behind", "partly_behind"):
        told.append((last.status, last.word))
    if last and last.differs:
        told.append(("differs", ""))
    return list(dict(told).items())


def _legend(board: Board, cells: list[Cell]) -> tuple[tuple[str, str], ...]:
    """Keep of the legend what stands on the strip."""
    used = Counter(cell.status for cell in cells)
    return tuple((status, word) for status, word in board.legend if used[status])
