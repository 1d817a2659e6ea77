"""What was done to an item and to its reports."""

from __future__ import annotations

from django.db.models import Q

from shishi.web.accounts.models import Event, User
from shishi.web.projects.models import Report
from shishi.web.projects.queries.lists import EventRow

NEWEST = 50
"""How many events a page shows."""


def happened(item_id: int) -> tuple[EventRow, ...]:
    """List what was done to an item and its reports, newest first; drafts are their writer's own.

    2 queries.
    """
    reports = Report.objects.filter(slot__item_id=item_id).values("pk")
    about = Q(kind="item", key=item_id) | Q(kind="report", key__in=reports)
    found = Event.objects.filter(about).exclude(action="save-draft").order_by("-number")
    events = list(found[:NEWEST])
    people = User.objects.filter(username__in={event.by for event in events})
    names = dict(people.values_list("username", "display_name"))
    return tuple(
        EventRow(
            number=event.number,
            at=event.at,
            by=event.by,
            who=names.get(event.by) or event.by,
            action=event.action,
            kind=event.kind,
            key=event.key,
            facts=event.facts,
        )
        for event in events
    )
