from __future__ import annotations

import pytest

from shishi.web.accounts.models import Event
from shishi.web.accounts.people import add_person, set_members, set_password
from shishi.web.tenancy import NoDistrictOpen, open_district
from tests.web.factories import NOON

DONE = {"by": "office", "on": NOON}


def last_event():
    return Event.objects.order_by("-number").first()


def test_a_person_who_was_added_cannot_sign_in_yet(world):
    person = add_person("new", "新联络员", **DONE)

    assert not person.has_usable_password()
    assert last_event().facts == {"user": "new", "display_name": "新联络员"}


def test_a_password_is_set_and_the_event_does_not_tell_it(world):
    set_password(world.zhang.user, "k4fz-w8pn-b2xc", **DONE)
    event = last_event()

    assert world.zhang.user.check_password("k4fz-w8pn-b2xc")
    assert (event.action, event.facts) == ("set-password", {"user": "zhang"})


def test_a_group_means_the_units_it_was_last_said_to_mean(world):
    set_members(world.lead_unit, [world.lead_unit, world.other_unit], **DONE)
    set_members(world.lead_unit, [world.other_unit], **DONE)

    assert list(world.lead_unit.members.all()) == [world.other_unit]
    assert last_event().facts == {"group": "水务局", "members": ["建设局"]}


def test_a_group_takes_in_no_unit_of_another_district(world):
    far = world.wang.unit

    with pytest.raises(NoDistrictOpen):
        set_members(world.lead_unit, [far], **DONE)
    with open_district(world.other), pytest.raises(NoDistrictOpen):
        set_members(world.lead_unit, [far], **DONE)


def test_outside_of_a_district_nobody_is_added(db):
    with pytest.raises(NoDistrictOpen):
        add_person("new", "新联络员", **DONE)
