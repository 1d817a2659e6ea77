"""Plain lists: plans, uploads, and what was done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Max, Model, Q

from shishi.web.accounts.models import Event, User
from shishi.web.projects.models import Item, Plan, Release, Report, Slot, Upload
from shishi.workflow import Stage


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan, how much of it stands, and its last release."""

    id: int
    slug: str
    title: str
    year: int
    kind: str
    reports_every: int
    items: int
    waiting: int  # submitted, not reviewed
    overdue: int
    accepted: int
    release: int  # number of the last one; 0 while there is none
    released_on: datetime | None


@dataclass(frozen=True, slots=True)
class UploadRow:
    """A file that was brought in, and whether it was confirmed."""

    id: int
    name: str
    by: str
    on: datetime
    records: int
    doubts: int  # findings that ask a person to look
    corrections: int
    plan_id: int | None
    plan_title: str
    confirmed_on: datetime | None


@dataclass(frozen=True, slots=True)
class EventRow:
    """One thing that was done; `who` is the display name, or the username of a person now gone."""

    number: int
    at: datetime
    by: str
    who: str
    action: str
    kind: str
    key: int
    facts: Mapping[str, object]


def plans(*, on: date) -> tuple[PlanRow, ...]:
    """List the plans of the open district, newest year first, with counts as seen on a day. 5 queries."""
    items = _count(Item.objects.values_list("plan_id").annotate(n=Count("pk")).order_by())
    by_stage = Report.objects.values_list("slot__item__plan_id", "stage").annotate(n=Count("pk"))
    stages = {(plan, stage): n for plan, stage, n in by_stage.order_by()}
    unsent = Q(report__isnull=True) | Q(report__stage__in=(Stage.DRAFT, Stage.RETURNED))
    late = Slot.objects.filter(unsent, due_on__lt=on).values_list("item__plan_id")
    overdue = _count(late.annotate(n=Count("pk")).order_by())
    releases = {
        plan: (number, when)
        for plan, number, when in Release.objects.values_list("plan_id")
        .annotate(Max("number"), Max("on"))
        .order_by()
    }
    return tuple(
        PlanRow(
            id=plan.pk,
            slug=plan.slug,
            title=plan.title,
            year=plan.year,
            kind=plan.kind,
            reports_every=plan.reports_every,
            items=items.get(plan.pk, 0),
            waiting=stages.get((plan.pk, Stage.SUBMITTED), 0),
            overdue=overdue.get(plan.pk, 0),
            accepted=stages.get((plan.pk, Stage.ACCEPTED), 0),
            release=releases.get(plan.pk, (0, None))[0],
            released_on=releases.get(plan.pk, (0, None))[1],
        )
        for plan in Plan.objects.order_by("-year", "pk")
    )


def uploads() -> tuple[UploadRow, ...]:
    """List the files that were brought in, newest first. 1 query."""
    found = Upload.objects.select_related("plan").defer("data", "read").order_by("-on", "-pk")
    return tuple(
        UploadRow(
            id=upload.pk,
            name=upload.name,
            by=upload.by,
            on=upload.on,
            records=upload.records,
            doubts=upload.doubts,
            corrections=len(upload.corrections),
            plan_id=upload.plan_id,
            plan_title=upload.plan.title if upload.plan else "",
            confirmed_on=upload.confirmed_on,
        )
        for upload in found
    )


def events(thing: Model | None = None, *, newest: int = 200) -> tuple[EventRow, ...]:
    """List what was done to a thing, or in the open district, newest first. 2 queries."""
    found = Event.objects.order_by("-number")
    if thing is not None:
        found = found.filter(kind=type(thing).__name__.lower(), key=thing.pk)
    return _event_rows(found[:newest])


def item_events(item_id: int, *, newest: int = 50) -> tuple[EventRow, ...]:
    """List what was done to an item and its reports, newest first; drafts are their writer's own.

    2 queries.
    """
    reports = Report.objects.filter(slot__item_id=item_id).values("pk")
    about = Q(kind="item", key=item_id) | Q(kind="report", key__in=reports)
    found = Event.objects.filter(about).exclude(action="save-draft").order_by("-number")
    return _event_rows(found[:newest])


def _event_rows(found: Iterable[Event]) -> tuple[EventRow, ...]:
    """Show events with the names of the people who did them."""
    rows = list(found)
    people = User.objects.filter(username__in={row.by for row in rows})
    names = dict(people.values_list("username", "display_name"))
    return tuple(
        EventRow(
            number=row.number,
            at=row.at,
            by=row.by,
            who=names.get(row.by) or row.by,
            action=row.action,
            kind=row.kind,
            key=row.key,
            facts=row.facts,
        )
        for row in rows
    )


def _count(pairs: object) -> dict[int, int]:
    return dict(pairs)  # type: ignore[call-overload, no-any-return]
