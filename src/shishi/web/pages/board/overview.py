"""What stands above the year strip: problems first, then the next step; and the strip for one person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from shishi.web.projects.queries import Board
from shishi.web.projects.queries.strip import Cell, Row

CONCERNS = ("overdue", "returned", "behind", "partly_behind", "differs")
"""What asks for attention, gravest first."""

GRAVITY = (
    *("overdue", "returned", "behind", "partly_behind", "suspended", "adjusted", "not_judged", ""),
    *("waiting", "on_schedule", "ahead", "done", "closed", "nothing"),
)
"""Which cell of a month stands for a theme: the first of these that it has."""

GRAVE = 8
"""How many of them are worth a number."""

ON_A_PHONE = 6
"""How many columns a phone has room for."""


@dataclass(frozen=True, slots=True)
class Concern:
    """Items with one problem: overdue or returned in any period, the others in the newest one."""

    kind: str
    word: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Pulse:
    """A theme's month in one cell: the gravest of its items' cells, and how many are like it."""

    period: str
    kind: str
    status: str
    word: str
    count: int

    @property
    def is_grave(self) -> bool:
        """Whether the number is worth showing."""
        return (self.status if self.word else self.kind) in GRAVITY[:GRAVE]


@dataclass(frozen=True, slots=True)
class Theme:
    """The rows of one theme that this person sees."""

    name: str
    rows: tuple[Row, ...]
    pulses: tuple[Pulse, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The year strip as one person sees it. `folded` are the columns that a phone has no room for."""

    columns: tuple[str, ...]
    folded: frozenset[str]
    newest: str
    themes: tuple[Theme, ...]
    count: int
    concerns: tuple[Concern, ...]
    submitted: int  # waits for review, in any period
    due: int  # asked for in the newest period, and there is time left
    legend: tuple[tuple[str, str], ...]
    kinds: tuple[str, ...]  # of the cells without a status that stand on the strip
    differs: bool  # whether claimed and computed differ anywhere


def overview(board: Board, in_sight: Collection[int] | None) -> Overview:
    """Show a board to a person who sees these items; None for all of them."""
    themes = []
    for group in board.groups:
        rows = tuple(row for row in group.rows if in_sight is None or row.item.id in in_sight)
        if rows:
            themes.append(Theme(group.theme, rows, _pulses(rows)))
    every = [row for theme in themes for row in theme.rows]
    cells = [cell for row in every for cell in row.cells]
    used, kinds = {cell.status for cell in cells if cell.word}, {cell.kind for cell in cells}
    return Overview(
        columns=board.columns,
        folded=frozenset(_folded(board.columns, board.newest)),
        newest=board.newest,
        themes=tuple(themes),
        count=len(every),
        concerns=_concerns(every, board.newest),
        submitted=sum(cell.kind == "claimed" for cell in cells),
        due=sum(cell.kind == "waiting" and cell.period == board.newest for cell in cells),
        legend=tuple((status, word) for status, word in board.legend if status in used),
        kinds=tuple(k for k in ("overdue", "returned", "waiting", "nothing") if k in kinds),
        differs=any(cell.differs for cell in cells),
    )


def _pulses(rows: Sequence[Row]) -> tuple[Pulse, ...]:
    months = zip(*(row.cells for row in rows), strict=True)
    return tuple(_pulse(cells) for cells in months)


def _pulse(cells: Sequence[Cell]) -> Pulse:
    counted = Counter((_drawn(cell), cell.kind, cell.status, cell.word) for cell in cells)
    gravest = min(counted, key=lambda key: (GRAVITY.index(key[0]), key[1] == "claimed"))
    return Pulse(cells[0].period, *gravest[1:], count=counted[gravest])


def _drawn(cell: Cell) -> str:
    return cell.status if cell.kind in ("reviewed", "claimed") else cell.kind


def _folded(columns: Sequence[str], newest: str) -> list[str]:
    """Name the columns outside of the last six up to the newest."""
    end = max(columns.index(newest) + 1 if newest in columns else 0, ON_A_PHONE)
    return [c for i, c in enumerate(columns) if not end - ON_A_PHONE <= i < end]


def _concerns(rows: Sequence[Row], newest: str) -> tuple[Concern, ...]:
    found: dict[str, list[Row]] = {}
    words: dict[str, str] = {}
    for row in rows:
        for kind, word in _troubles(row, newest).items():
            found.setdefault(kind, []).append(row)
            words[kind] = word
    return tuple(Concern(k, words[k], tuple(found[k])) for k in CONCERNS if k in found)


def _troubles(row: Row, newest: str) -> dict[str, str]:
    told = {cell.kind: "" for cell in row.cells if cell.kind in ("overdue", "returned")}
    judged = [cell for cell in row.cells if cell.kind in ("reviewed", "claimed")]
    last = next((cell for cell in reversed(judged) if cell.period <= newest), None)
    if last and last.status in ("behind", "partly_behind"):
        told[last.status] = last.word
    if last and last.differs:
        told["differs"] = ""
    return told
