"""What the pages show, as plain values: the year strip, a period's table, an item's history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from shishi.portal import addresses
from shishi.portal.figures import spell_money, spell_number
from shishi.portal.goals import Standing, goal_of, is_late, period_of, standing_in
from shishi.portal.snapshot import PublicItem, PublicReport, PublicStatus, Snapshot
from shishi.portal.words import Words
from shishi.text.periods import Period

FOLDED = 6
"""How many periods a narrow screen shows."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the strip. `early` is left out on a narrow screen; `ahead` has no report yet."""

    period: str
    short: str
    full: str
    early: bool
    ahead: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """How many items have a status; `word` is "" for those without one."""

    word: str
    means: str
    count: int


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one theme that follow each other. `label` is "" where the list has no themes."""

    label: str
    theme: str
    rows: tuple[Any, ...]

    @property
    def count(self) -> int:
        """How many items stand in the group."""
        return len(self.rows)


@dataclass(frozen=True, slots=True)
class StripRow:
    """An item in the strip: one status or None for each column."""

    item: PublicItem
    cells: tuple[PublicStatus | None, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """The year strip (全年进度) of a plan."""

    columns: tuple[Column, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class MonthRow:
    """An item in the table of a period."""

    item: PublicItem
    standing: Standing
    goal_period: str
    goal: str


@dataclass(frozen=True, slots=True)
class Month:
    """The table of a period. `has` names the columns that have anything in them."""

    period: str
    groups: tuple[Group, ...]
    has: dict[str, bool]
    goal_label: str
    reported: int


@dataclass(frozen=True, slots=True)
class Number:
    """A number that was read: `key` is where it stands in the open data."""

    key: str
    what: str
    text: str
    comparator: str
    value: str
    high: str
    unit: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A report in an item's history, with the goal it is held against and the numbers read."""

    report: PublicReport
    goal_period: str
    goal: str
    numbers: tuple[Number, ...]


def columns_of(snapshot: Snapshot, words: Words) -> tuple[Column, ...]:
    """Name the columns of a plan's year: its quarters where all reports are quarterly, else months."""
    reported = [period_of(period) for period in snapshot.periods]
    step = 3 if reported and all(_is_quarter(period) for period in reported) else 1
    last = max((p.last for p in reported if p.year == snapshot.year), default=0)
    periods = [Period(snapshot.year, m, m + step - 1) for m in range(1, 13, step)]
    newest = max((n for n, p in enumerate(periods) if p.first <= last), default=0)
    end = max(newest, FOLDED - 1)
    return tuple(
        Column(
            period=str(period),
            short=words.short(str(period)),
            full=words.period(str(period)),
            early=not end - FOLDED < number <= end,
            ahead=number > newest,
        )
        for number, period in enumerate(periods)
    )


def strip_of(snapshot: Snapshot, words: Words) -> Strip:
    """Lay out the year strip; a report stands in the column that its last month falls into."""
    columns = columns_of(snapshot, words)
    spans = [period_of(column.period) for column in columns]
    rows = [StripRow(item, _cells(item, spans)) for item in snapshot.items]
    return Strip(columns, _groups(rows, words))


def tally_of(snapshot: Snapshot) -> tuple[Tally, ...]:
    """Count the items by their status in the newest period, in the district's order of words."""
    if not snapshot.periods:
        return ()
    standings = [standing_in(item, snapshot.periods[-1]).report for item in snapshot.items]
    found = Counter((r.reviewed.word, r.reviewed.means) if r else ("", "") for r in standings)
    order = {status.word: number for number, status in enumerate(snapshot.statuses)}
    counted = sorted(found.items(), key=lambda one: order.get(one[0][0], len(order)))
    return tuple(Tally(word, means, count) for (word, means), count in counted)


def late_items(snapshot: Snapshot) -> tuple[tuple[PublicItem, PublicReport], ...]:
    """Name the items that are behind in the newest period."""
    if not snapshot.periods:
        return ()
    found = [(item, standing_in(item, snapshot.periods[-1]).report) for item in snapshot.items]
    return tuple((item, report) for item, report in found if report and is_late(report))


def month_of(snapshot: Snapshot, period: str, *, words: Words) -> Month:
    """Lay out the table of a period: every item, those without a report of it too."""
    rows = [MonthRow(i, standing_in(i, period), *goal_of(i, period)) for i in snapshot.items]
    reports = [r.standing.report for r in rows if r.standing.report and not r.standing.earlier]
    goal_periods = {row.goal_period for row in rows if row.goal}
    one = len(goal_periods) == 1
    has = {
        "code": any(item.code for item in snapshot.items),
        "theme": any(item.theme for item in snapshot.items),
        "leaders": any(item.leaders for item in snapshot.items),
        "support_units": any(item.support_units for item in snapshot.items),
        "goal": bool(goal_periods),
        "goal_period": not one,
        "explanation": any(r.explanation or r.reviewed.because for r in reports),
    }
    label = words.say("goal_of", period=words.period(goal_periods.pop())) if one else ""
    return Month(
        period=period,
        groups=_groups(rows, words),
        has=has,
        goal_label=label or words.labels["goal"],
        reported=len(reports),
    )


def history_of(item: PublicItem, words: Words) -> tuple[Entry, ...]:
    """Give an item's reports, newest first."""
    return tuple(
        Entry(r, *goal_of(item, r.period), numbers_of(f"{item.id}/{r.period}", r.measures, words))
        for r in reversed(item.reports)
    )


def numbers_of(key: str, measures: Iterable[dict[str, Any]], words: Words) -> tuple[Number, ...]:
    """Show the numbers that were read in one text."""
    return tuple(
        Number(
            key=f"{key}/measures/{number}",
            what=(measure["action"] or "") + (measure["object"] or ""),
            text=measure["text"],
            comparator=words.comparators[measure["comparator"]],
            value=spell_number(measure["value"]),
            high=spell_number(measure["high"]) if measure["high"] else "",
            unit=measure["unit"],
            sure=measure["sure"],
        )
        for number, measure in enumerate(measures)
    )


def money_of(item: PublicItem, language: str) -> str:
    """Spell an item's planned investment; "" where there is none."""
    return spell_money(item.investment, language) if item.investment else ""


def neighbours(snapshot: Snapshot, number: int) -> tuple[PublicItem | None, PublicItem | None]:
    """Give the items before and after the one at an index."""
    items = snapshot.items
    before = items[number - 1] if number else None
    return before, items[number + 1] if number + 1 < len(items) else None


def address_of(snapshot: Snapshot, period: str) -> str:
    """Give the address of a period's table, for templates."""
    return addresses.month(snapshot, period)


def _is_quarter(period: Period) -> bool:
    return period.last - period.first == 2 and period.last % 3 == 0


def _cells(item: PublicItem, spans: Sequence[Period]) -> tuple[PublicStatus | None, ...]:
    by_month = {}
    for report in item.reports:
        period = period_of(report.period)
        by_month[period.year, period.last] = report.reviewed
    cells: list[PublicStatus | None] = []
    for span in spans:
        months = range(span.last, span.first - 1, -1)
        cells.append(next((s for m in months if (s := by_month.get((span.year, m)))), None))
    return tuple(cells)


def _groups(rows: Sequence[StripRow] | Sequence[MonthRow], words: Words) -> tuple[Group, ...]:
    """Group rows that follow each other under one theme of one section."""
    sections = {row.item.section for row in rows}
    grouped = groupby(rows, key=lambda row: (row.item.section, row.item.theme))
    found = []
    for (section, theme), run in grouped:
        part = words.say("section", number=section) if len(sections) > 1 else ""
        found.append(Group(" · ".join(filter(None, (part, theme))), theme, tuple(run)))
    return tuple(found)
