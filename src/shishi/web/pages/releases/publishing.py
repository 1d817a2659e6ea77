"""What a release would hold, and the making of it: the stored snapshot and the public site."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from shishi.web.accounts.changing import changing
from shishi.web.projects.actions.releases import release_plan
from shishi.web.projects.models import Item, Plan, Release, Report, Slot
from shishi.web.projects.queries.facts import ItemShown, item_shown
from shishi.web.projects.refusals import Changed
from shishi.web.publishing import publish as publish_site
from shishi.web.snapshot import take_snapshot
from shishi.workflow import Stage


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A report that is not published, and why: nothing written, draft, submitted or returned."""

    item: ItemShown
    period: str
    why: str
    report_id: int | None


@dataclass(frozen=True, slots=True)
class Coming:
    """What a release of a plan would hold now. `periods` counts the accepted reports of each."""

    items: int
    accepted: int
    periods: tuple[tuple[str, int], ...]
    left_out: tuple[LeftOut, ...]


def what_is_published(plan: Plan) -> Coming:
    """Say what a release of this plan would hold, and what is left out. 4 queries."""
    slots = Slot.objects.filter(item__plan=plan).select_related("item", "report")
    accepted: dict[str, int] = {}
    left_out = []
    for slot in slots.prefetch_related("item__parts").order_by("period", "item__order"):
        report: Report | None = getattr(slot, "report", None)
        if report and report.stage == Stage.ACCEPTED:
            accepted[slot.period] = accepted.get(slot.period, 0) + 1
        else:
            why = report.stage if report else ""
            key = report.pk if report else None
            left_out.append(LeftOut(item_shown(slot.item), slot.period, why, key))
    return Coming(
        items=Item.objects.filter(plan=plan).count(),
        accepted=sum(accepted.values()),
        periods=tuple(accepted.items()),
        left_out=tuple(left_out),
    )


def publish(plan: Plan, *, after: int, by: str, on: datetime, out: Path) -> Release:
    """Make the next release of a plan and build the public site with it into `out`: both or neither.

    `after` is the number of the last release that the person saw. Where nothing new would be said
    the last release stays, and the site is built again. Raises Changed where somebody else published
    meanwhile, and NotPublishable where the site would be broken; then what was public stays.
    """
    with _site_to_itself(out), changing():
        release = _release(plan, after=after, by=by, on=on)
        publish_site(out)
    return release


def _release(plan: Plan, *, after: int, by: str, on: datetime) -> Release:
    last: Release | None = Release.objects.filter(plan=plan).order_by("-number").first()
    number = last.number if last else 0
    snapshot = take_snapshot(plan, on=on, release=number + 1).as_json()
    if last and _told(last.snapshot) == _told(snapshot):
        return last
    if number != after:
        raise Changed(number)
    return release_plan(plan, snapshot, by=by, on=on)


def _told(snapshot: dict[str, Any]) -> str:
    """Spell what a snapshot says, without what differs each time it is taken."""
    told = {n: value for n, value in snapshot.items() if n not in ("release", "published_on")}
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


@contextmanager
def _site_to_itself(out: Path) -> Iterator[None]:
    """Let one district after the other build the site: each sees the releases before its own."""
    out.mkdir(parents=True, exist_ok=True)
    lock = os.open(out.with_name(f"{out.name}-queue"), os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)
