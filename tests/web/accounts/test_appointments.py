from __future__ import annotations

import pytest
from django.db import IntegrityError
from django.db.models import ProtectedError

from shishi.web.accounts.actions import add_unit, appoint, found_district
from shishi.web.accounts.models import Post
from shishi.workflow import Role
from tests.web.factories import NOON, make_user

DONE = {"by": "founder", "on": NOON}


@pytest.mark.parametrize("role", [Role.OFFICE, Role.LEADER])
def test_nobody_but_a_reporter_has_a_unit(world, role):
    with pytest.raises(ValueError, match="unit"):
        appoint(make_user("new"), district=world.district, role=role, unit=world.lead_unit, **DONE)


def test_a_reporter_without_a_unit_is_refused(world):
    with pytest.raises(ValueError, match="unit"):
        appoint(make_user("new"), district=world.district, role=Role.REPORTER, unit=None, **DONE)


def test_a_unit_of_another_district_is_refused(world):
    with pytest.raises(ValueError, match="another district"):
        appoint(
            make_user("new"),
            district=world.other,
            role=Role.REPORTER,
            unit=world.lead_unit,
            **DONE,
        )


def test_a_second_post_in_one_district_is_refused(world):
    with pytest.raises(IntegrityError):
        appoint(world.zhang.user, district=world.district, role=Role.LEADER, unit=None, **DONE)


def test_one_person_may_have_a_post_in_each_district(world):
    appoint(world.office.user, district=world.other, role=Role.OFFICE, unit=None, **DONE)
    assert Post.objects.filter(user=world.office.user).count() == 2


def test_two_units_of_one_name_are_refused(world):
    with pytest.raises(IntegrityError):
        add_unit("水务局", kind="bureau", **DONE)


def test_two_districts_of_one_address_are_refused(world):
    with pytest.raises(IntegrityError):
        found_district("yunxi", "另一个云溪", rulebook="default", **DONE)


def test_a_person_who_has_a_post_is_not_deleted(world):
    with pytest.raises(ProtectedError):
        world.zhang.user.delete()
