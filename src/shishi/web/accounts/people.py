"""Changes to people and to groups of units, each an Event of the open district."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from shishi.web.accounts.actions import record_event
from shishi.web.accounts.changing import changing
from shishi.web.accounts.models import Unit, User


@changing()
def add_person(username: str, display_name: str, *, by: str, on: datetime) -> User:
    """Add a person who cannot sign in yet: a password is set later. `display_name` is an office."""
    person = User(username=username, display_name=display_name)
    person.set_unusable_password()
    person.save()
    facts = {"user": username, "display_name": display_name}
    record_event("add-person", person, by=by, on=on, facts=facts)
    return person


@changing()
def set_password(person: User, password: str, *, by: str, on: datetime) -> None:
    """Set a person's password; only its hash is kept, and the Event says no more than whose it is."""
    person.set_password(password)
    person.save(update_fields=["password"])
    record_event("set-password", person, by=by, on=on, facts={"user": person.username})


@changing()
def set_members(group: Unit, members: Sequence[Unit], *, by: str, on: datetime) -> None:
    """Say which units a standing group (各镇街) means. Raises NoDistrictOpen for one of another district."""
    # A table that only joins two rows has no district of its own to be held to.
    for unit in (group, *members):
        unit.enter_district()
    group.members.set(members)
    facts = {"group": group.name, "members": [unit.name for unit in members]}
    record_event("set-members", group, by=by, on=on, facts=facts)
