from __future__ import annotations

import pytest
from django.db import transaction

from shishi.web.accounts.models import District, Event, Unit
from shishi.web.accounts.queries import verify_events
from shishi.web.projects.models import Item, Plan, Slot
from shishi.web.tenancy import open_district
from tests.web.access.asking import dump
from tests.web.factories import make_item, make_user, make_world, playing
from tests.web.kept import Kept


def meddle(world):
    """Change whatever a test could change: objects, what they hold, and rows."""
    world.lead_unit.aliases.append("改过")
    world.zhang.user.display_name = "改过"
    world.plan.title = "改过"
    world.plan.save()
    Unit.objects.filter(pk=world.other_unit.pk).update(name="改过")
    Slot.objects.all().delete()
    Event.objects.all().delete()
    District.objects.filter(pk=world.other.pk).update(name="改过")
    make_item(world.plan, world.other_unit, order=2)


def told(world):
    """What the objects of a world say, without asking the database."""
    posts = (world.office, world.zhang, world.li, world.wang, world.leader, world.visitor)
    units = [
        (unit.pk, unit.name, list(unit.aliases)) for unit in (world.lead_unit, world.other_unit)
    ]
    people = [(post.pk, getattr(post, "user", post).display_name) for post in posts]
    return units, people, world.plan.title, world.slot.pk, world.slot.item.plan.title


@pytest.fixture(scope="module")
def first_seen():
    """The first world that a test of this module saw, for the tests after it."""
    return []


def test_what_was_done_to_a_world_is_gone_in_the_next(db):
    with transaction.atomic():
        with playing() as world:
            before, said = dump(), told(world)
            meddle(world)
        assert (dump(), told(world)) != (before, said)
        transaction.set_rollback(True)
    with playing() as again:
        assert (dump(), told(again)) == (before, said)
        assert again.lead_unit is not world.lead_unit


@pytest.mark.parametrize("turn", ["once", "twice", "thrice"])
def test_each_test_starts_from_the_same_world_whatever_the_one_before_did(world, first_seen, turn):
    first_seen.append((dump(), told(world)))
    assert first_seen[-1] == first_seen[0]
    meddle(world)
    assert (dump(), told(world)) != first_seen[0]


def test_worlds_in_committed_rows_are_gone_with_their_tests(lasting_world):
    meddle(lasting_world)
    assert District.objects.count() == 2


def test_a_world_put_back_has_the_rows_and_the_objects_that_were_made(db):
    with transaction.atomic():
        said, rows = told(make_world()), everything_but_keys()
        transaction.set_rollback(True)
    with playing() as world:
        assert everything_but_keys() == rows
        for now, then in zip(told(world)[:2], said[:2], strict=True):
            assert [named[1:] for named in now] == [named[1:] for named in then]
        assert world.zhang.unit is world.lead_unit
        assert verify_events().broken == ()


def test_rows_made_after_a_world_was_put_back_get_keys_of_their_own(world):
    keys = set(Item._base_manager.values_list("pk", flat=True))
    assert make_item(world.plan, world.lead_unit, order=2).pk not in keys
    with open_district(world.other):
        assert make_item(world.far_plan, Unit.objects.get(), order=2).pk not in keys
    assert make_user("late").pk > world.visitor.pk


def test_what_is_made_into_a_database_with_rows_is_not_kept(world):
    with pytest.raises(RuntimeError, match="there is a District"):
        Kept(make_world).put_back()


def everything_but_keys():
    """Every row as text, without the numbers that name it and without the passwords nobody has."""
    left_out = {"id", "password", "key", "digest"}
    return sorted(
        repr(
            [
                model.__name__,
                *(
                    getattr(row, field.attname)
                    for field in model._meta.concrete_fields
                    if field.name not in left_out and not field.is_relation
                ),
            ]
        )
        for model in (District, Unit, Event, Plan, Item, Slot)
        for row in model._base_manager.all()
    )
