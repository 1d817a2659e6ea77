"""Changes to districts, units and people; and the one way to write an Event."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from django.db import connection, models, transaction

from shishi.web.accounts.changing import changing, gate
from shishi.web.accounts.models import District, Event, Post, Unit, User
from shishi.web.tenancy import current, open_district
from shishi.workflow import Role


def record_event(
    action: str, thing: models.Model, *, by: str, on: datetime, facts: Mapping[str, object]
) -> Event:
    """Write what was done, in the transaction of the change itself; without one, ValueError.

    The district's row is held by `changing`, so that numbers have no gaps and each digest names the
    one before it. `facts` are plain JSON values.
    """
    if not connection.in_atomic_block:
        raise ValueError("record_event belongs inside the transaction of the change it records")
    last = Event.objects.order_by("-number").first()
    event = Event(
        district_id=current(),
        number=last.number + 1 if last else 1,
        at=on,
        by=by,
        action=action,
        kind=type(thing).__name__.lower(),
        key=thing.pk,
        facts=dict(facts),
    )
    event.digest = digest_of(event, last.digest if last else "")
    event.save()
    return event


def digest_of(event: Event, before: str) -> str:
    """Chain an event to the one before it: SHA-256 over that digest and the event's own facts.

    Times are told in UTC, so that a database that gives them back in another zone changes nothing.
    """
    at = event.at.astimezone(UTC).isoformat()
    told = [before, event.number, at, event.by, event.action, event.kind]
    text = json.dumps([*told, event.key, event.facts], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def found_district(slug: str, name: str, *, rulebook: str, by: str, on: datetime) -> District:
    """Found a district."""
    with gate(), transaction.atomic():
        district = District.objects.create(slug=slug, name=name, rulebook=rulebook)
        with open_district(district), changing():
            facts = {"slug": slug, "name": name, "rulebook": rulebook}
            record_event("found-district", district, by=by, on=on, facts=facts)
    return district


@changing()
def add_unit(name: str, *, kind: str, aliases: Sequence[str] = (), by: str, on: datetime) -> Unit:
    """Add a unit to the open district's register."""
    unit = Unit(name=name, kind=kind, aliases=list(aliases))
    unit.save()
    facts = {"name": name, "kind": kind, "aliases": list(aliases)}
    record_event("add-unit", unit, by=by, on=on, facts=facts)
    return unit


def appoint(
    user: User, *, district: District, role: Role, unit: Unit | None, by: str, on: datetime
) -> Post:
    """Give a person a post in a district.

    Raises ValueError for a reporter without a unit, for anybody else with one, and for a unit of
    another district.
    """
    if (role is Role.REPORTER) != (unit is not None):
        raise ValueError("a reporter reports for a unit, and nobody else does: unit")
    if unit is not None and unit.district_id != district.pk:
        raise ValueError("the unit belongs to another district: unit")
    with open_district(district), changing():
        post = Post.objects.create(user=user, district=district, role=role, unit=unit)
        facts = {"user": user.username, "role": role.value, "unit": unit.name if unit else ""}
        record_event("appoint", post, by=by, on=on, facts=facts)
    return post
