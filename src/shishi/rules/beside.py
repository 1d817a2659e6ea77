"""What a page is held against besides its own words: earlier pages, other goals, another plan, a register."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from shishi.matching import Companion, match_companion
from shishi.measures.measure import Measured
from shishi.records import Page, Record
from shishi.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Before:
    """A record of this page as another page of the same list has it."""

    page: Page
    record: Record
    measured: Measured


@dataclass(frozen=True, slots=True)
class Beside:
    """What a page is held against besides its own words.

    `previous` are earlier pages of the same list, newest first; `goals` further pages of it, which hold
    the goals of other periods; `against` is another plan; `register` the names of units that exist,
    where the caller knows them better than the rulebook.
    """

    previous: Sequence[Companion] = ()
    goals: Sequence[Companion] = ()
    against: Companion | None = None
    register: Collection[str] = ()


def sort_newest_first(companions: Sequence[Companion]) -> tuple[Companion, ...]:
    """Sort earlier pages by the end of their period, newest first.

    Pages that say no period stand in front, in the order given: a person named them as the last one.
    """
    known = [c for c in companions if _end(c.page)]
    unknown = [c for c in companions if not _end(c.page)]
    return (*unknown, *sorted(known, key=lambda c: _end(c.page) or date.max, reverse=True))


def is_earlier(other: Page, page: Page) -> bool:
    """Say whether a page may be an earlier one: its report ends before; pages that do not say may be."""
    ours, theirs = page.report, other.report
    return not ours or not theirs or theirs.end < ours.end


def line_up(
    page: Page, companions: Iterable[Companion], *, rulebook: Rulebook
) -> Mapping[int, tuple[Before, ...]]:
    """Find each record of a page on the other pages of its list: order → as they have it, in their order."""
    found: dict[int, list[Before]] = {record.order: [] for record in page.records}
    for companion in companions:
        records = {record.order: record for record in companion.page.records}
        for match in match_companion(page, companion, rulebook=rulebook):
            if match.other is not None:
                measured = companion.measured.get(match.other) or Measured(match.other)
                found[match.order].append(Before(companion.page, records[match.other], measured))
    return {order: tuple(befores) for order, befores in found.items()}


def _end(page: Page) -> date | None:
    period = page.report or page.plan
    return period.end if period else None
