"""Snapshot: everything the public may see of one plan on one date, as plain JSON values.

Only approved facts get in: reports that the office accepted, with the reviewed status. What is not in
a Snapshot cannot be published; claimed and computed status are in it only where the rulebook says so.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

VERSION = 1


@dataclass(frozen=True, slots=True)
class PublicStatus:
    """A status as the public reads it: the word, what it means, and why."""

    word: str
    means: str  # a Status value: closed done ahead on_schedule partly_behind behind suspended adjusted not_judged
    because: str = ""


@dataclass(frozen=True, slots=True)
class PublicWaiver:
    """A rule that was not held against an accepted report: an office answers for it, why, until when."""

    rule: str
    who: str
    why: str
    until: str  # ISO date


@dataclass(frozen=True, slots=True)
class PublicReport:
    """One accepted report. Dates are ISO; `approved_on` is when the office accepted it.

    `claimed`, `computed` and `reasons` are None or empty unless the district publishes them.
    """

    period: str  # exchange spelling
    progress: str
    explanation: str
    reviewed: PublicStatus
    approved_on: str
    claimed: str | None = None
    computed: str | None = None
    reasons: tuple[str, ...] = ()
    measures: tuple[dict[str, Any], ...] = ()  # exchange measures of the progress
    waivers: tuple[PublicWaiver, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicItem:
    """One promise with its goals and its accepted reports, oldest first."""

    id: int  # stable: the address of its page
    order: int
    section: int
    code: str
    theme: str
    text: str
    lead_units: tuple[str, ...]
    support_units: tuple[str, ...]
    open_ended: bool
    leaders: tuple[str, ...]
    levels: tuple[str, ...]
    investment: str | None  # 元, decimal string
    goals: tuple[tuple[str, str], ...]  # (period, text)
    reports: tuple[PublicReport, ...]
    measures: tuple[dict[str, Any], ...] = ()  # exchange measures of the promise
    shares_item_with: int | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A plan as published. Three dates: what the figures are as of, when approved, when published."""

    district: str
    district_slug: str
    plan: str
    plan_slug: str
    year: int
    kind: str
    periods: tuple[str, ...]  # all that have an accepted report, oldest first
    items: tuple[PublicItem, ...]
    as_of: str  # ISO date: the end of the last period reported
    approved_on: str  # ISO date of the last acceptance
    published_on: str  # ISO date and time
    release: int
    rulebook: str
    statuses: tuple[PublicStatus, ...] = ()  # the district's words in order, for the legend
    version: int = VERSION

    def as_json(self) -> dict[str, Any]:
        """Give plain values for JSON, under these same names."""
        return asdict(self)


def snapshot_from_json(told: dict[str, Any]) -> Snapshot:
    """Read a Snapshot back. Raises ValueError for a version this program does not know."""
    if told.get("version") != VERSION:
        raise ValueError(f"a snapshot of version {VERSION} is wanted, not {told.get('version')!r}")
    items = tuple(_item(item) for item in told["items"])
    statuses = tuple(PublicStatus(**status) for status in told["statuses"])
    plain = {**told, "items": items, "statuses": statuses, "periods": tuple(told["periods"])}
    return Snapshot(**plain)


def _item(told: dict[str, Any]) -> PublicItem:
    reports = tuple(
        PublicReport(
            **{
                **report,
                "reviewed": PublicStatus(**report["reviewed"]),
                "reasons": tuple(report["reasons"]),
                "measures": tuple(report["measures"]),
                # Releases from before there were waivers have none.
                "waivers": tuple(PublicWaiver(**w) for w in report.get("waivers", ())),
            }
        )
        for report in told["reports"]
    )
    lists = ("lead_units", "support_units", "leaders", "levels", "measures")
    goals = tuple((period, text) for period, text in told["goals"])
    return PublicItem(
        **{**told, **{n: tuple(told[n]) for n in lists}, "goals": goals, "reports": reports}
    )
