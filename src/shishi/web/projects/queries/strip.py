"""The year strip: one row an item, one cell a period, grouped by theme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from shishi.rulebook import Rulebook, load_rulebook
from shishi.text.periods import Period
from shishi.web.projects.judging import case_of, judge, mismatch_of
from shishi.web.projects.models import Item, Plan, Slot
from shishi.web.projects.queries.facts import (
    ItemShown,
    item_shown,
    report_of,
    rulebook_name,
    standing_of,
    verdict_of,
)
from shishi.workflow import Stage

REVIEWED, CLAIMED, RETURNED, WAITING, OVERDUE, NOTHING = (
    *("reviewed", "claimed", "returned"),
    *("waiting", "overdue", "nothing"),
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One period of one item.

    `kind` is reviewed (审定), claimed (submitted, not reviewed: dashed), returned, waiting (due, time is
    not over), overdue, or nothing (no report was due: a dot). `status` and `word` stand with the
    first two; status is "" where the word means nothing to the rulebook. `differs` asks for the tick:
    claimed and computed status differ.
    """

    period: str
    kind: str
    status: str = ""
    word: str = ""
    differs: bool = False
    slot_id: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One item and its cells, one a column."""

    item: ItemShown
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many items have a status (or a kind, where there is none) in the newest column."""

    kind: str
    status: str
    word: str
    count: int


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one theme that stand together, with their count and their tally."""

    theme: str
    rows: tuple[Row, ...]
    tally: tuple[Tally, ...]

    @property
    def count(self) -> int:
        """How many items the theme has here."""
        return len(self.rows)


@dataclass(frozen=True, slots=True)
class Board:
    """The year strip of a plan. `newest` is the last column in which anything was due, or ""."""

    plan_id: int
    columns: tuple[str, ...]
    newest: str
    groups: tuple[Group, ...]
    tally: tuple[Tally, ...]
    legend: tuple[tuple[str, str], ...]  # (status, word), in the rulebook's order

    @property
    def count(self) -> int:
        """How many items the plan has."""
        return sum(group.count for group in self.groups)


def columns_of_year(plan: Plan) -> tuple[str, ...]:
    """Name the columns of a plan's year: its months, or its quarters where reports are quarterly."""
    step = plan.reports_every
    return tuple(str(Period(plan.year, m, m + step - 1)) for m in range(1, 13, step))


def board(plan: Plan, *, months: Sequence[str], inside: bool, on: date) -> Board:
    """Build the year strip of a plan, for these columns in the exchange spelling.

    A report stands in the column that its last month falls into, so that quarterly reports show in a
    strip of months too. Outside (`inside=False`) only what was reviewed is told; everything else is
    a dot. `on` decides what is overdue. 5 queries, however many items.
    """
    name = rulebook_name()
    columns = [Period.parse(month) for month in months]
    items = list(Item.objects.filter(plan=plan).prefetch_related("parts", "goals"))
    for item in items:
        item.plan = plan
    slots: dict[int, list[Slot]] = {}
    found = Slot.objects.filter(item__plan=plan).select_related("report__verdict")
    for slot in found.order_by("period"):
        slots.setdefault(slot.item_id, []).append(slot)
    rows = []
    for item in items:
        cells = _cells(item, slots.get(item.pk, []), columns=columns)
        shown = [_cell(slot, p, name=name, on=on, inside=inside) for slot, p in cells]
        rows.append(Row(item_shown(item), tuple(shown)))
    newest = _newest(rows)
    return Board(
        plan_id=plan.pk,
        columns=tuple(months),
        newest=newest,
        groups=_groups(rows, newest),
        tally=_tally(rows, newest),
        legend=_legend(load_rulebook(name)),
    )


def _cells(
    item: Item, slots: Iterable[Slot], *, columns: Sequence[Period]
) -> list[tuple[Slot | None, str]]:
    """Put each slot into the column that its last month falls into; the later one stays."""
    in_column: dict[str, Slot] = {}
    for slot in slots:
        slot.item = item
        period = Period.parse(slot.period)
        for column in columns:
            if column.year == period.year and column.first <= period.last <= column.last:
                in_column[str(column)] = slot
    return [(in_column.get(str(column)), str(column)) for column in columns]


def _cell(slot: Slot | None, column: str, *, name: str, on: date, inside: bool) -> Cell:
    if slot is None:
        return Cell(column, NOTHING)
    report = report_of(slot)
    verdict = verdict_of(report)
    if verdict and report and report.stage == Stage.ACCEPTED:
        differs = inside and mismatch_of(verdict, name) is not None
        word = verdict.reviewed_word
        return Cell(column, REVIEWED, verdict.reviewed, word, differs, slot.pk)
    if not inside:
        return Cell(column, NOTHING)
    if report and report.stage == Stage.SUBMITTED:
        case = case_of(
            slot,
            progress=report.progress,
            claimed=report.claimed,
            explanation=report.explanation,
        )
        differs = judge(case, name, on=on).mismatch is not None
        means = load_rulebook(name).meaning(report.claimed) or ""
        return Cell(column, CLAIMED, means, report.claimed, differs, slot.pk)
    standing = standing_of(slot, on=on)
    kind = OVERDUE if standing.late else WAITING
    if standing.stage == Stage.RETURNED and not standing.late:
        kind = RETURNED
    return Cell(column, kind, slot_id=slot.pk)


def _newest(rows: Iterable[Row]) -> str:
    shown = [cell.period for row in rows for cell in row.cells if cell.kind != NOTHING]
    return max(shown, key=lambda period: Period.parse(period).end, default="")


def _groups(rows: Sequence[Row], newest: str) -> tuple[Group, ...]:
    """Group rows that follow each other under one theme of one section."""
    grouped = groupby(rows, key=lambda row: (row.item.section, row.item.theme))
    groups = [(theme, tuple(run)) for (_, theme), run in grouped]
    return tuple(Group(theme, run, _tally(run, newest)) for theme, run in groups)


def _tally(rows: Iterable[Row], newest: str) -> tuple[Tally, ...]:
    cells = [cell for row in rows for cell in row.cells if cell.period == newest]
    counted = Counter((cell.kind, cell.status, cell.word) for cell in cells)
    return tuple(Tally(*key, count) for key, count in counted.most_common())


def _legend(rulebook: Rulebook) -> tuple[tuple[str, str], ...]:
    return tuple((status.means, status.word) for status in rulebook.statuses)
