from __future__ import annotations

import pytest

from shishi.web.accounts.actions import add_unit
from shishi.web.accounts.models import Event, Unit
from shishi.web.projects.actions.plans import give_parts, open_slots, set_goal
from shishi.web.projects.actions.releases import release_plan
from shishi.web.projects.models import Goal, Item, Part, Release, Slot
from shishi.web.projects.register import Register
from tests.web.factories import DUE, NOON, make_item

DONE = {"by": "office", "on": NOON}


def test_slots_are_opened_once_for_every_item(world):
    make_item(world.plan, world.other_unit, order=2)
    assert open_slots(world.plan, "2031-04", due_on=DUE, **DONE) == 2
    assert open_slots(world.plan, "2031-04", due_on=DUE, **DONE) == 0
    assert Slot.objects.filter(period="2031-04").count() == 2


def test_slots_that_exist_keep_their_day(world):
    make_item(world.plan, world.other_unit, order=2)
    later = DUE.replace(day=20)
    assert open_slots(world.plan, "2031-03", due_on=later, **DONE) == 1
    assert Slot.objects.get(pk=world.slot.pk).due_on == DUE


@pytest.mark.parametrize("period", ["三月", "2031-13", "2031-3", ""])
def test_a_period_in_another_spelling_is_refused(world, period):
    with pytest.raises(ValueError, match="text must be"):
        open_slots(world.plan, period, due_on=DUE, **DONE)


def test_a_goal_is_replaced_and_the_event_keeps_the_one_before(world):
    item = world.slot.item
    set_goal(item, "2031", "完成改造30公里。", **DONE)
    assert Goal.objects.get().text == "完成改造30公里。"
    assert Event.objects.last().facts["before"] == "完成改造老旧管网20公里。"


def test_the_same_goal_again_is_no_change(world):
    before = Event.objects.count()
    set_goal(world.slot.item, "2031", "完成改造老旧管网20公里。", **DONE)
    assert Event.objects.count() == before


def test_a_blank_goal_is_refused(world):
    with pytest.raises(ValueError, match="goal"):
        set_goal(world.slot.item, "2031", "  ", **DONE)


def test_units_are_found_by_name_alias_and_the_rulebooks_names(world):
    add_unit("发展和改革局", kind="bureau", aliases=["发改委"], **DONE)
    register = Register()
    assert register.find("区水务局") == world.lead_unit
    names = ["发改委", "发改局", "区发改局", "发展和改革局"]
    assert {register.find(name).name for name in names} == {"发展和改革局"}


def test_a_name_of_its_own_comes_before_the_rulebooks(world):
    add_unit("发改局", kind="bureau", **DONE)
    plain = add_unit("发展改革局", kind="bureau", **DONE)
    assert Register().find("发展改革局") == plain


def test_a_unit_that_nobody_registered_is_not_found(world):
    assert Register().find("水利局") is None


def test_a_unit_named_twice_has_one_part(world):
    item = Item(plan=world.plan, order=2, text="x")
    item.save()
    leads = ["水务局", "新设中心"]
    give_parts(item, Register(), leads=leads, supporters=["区水务局", "新设中心", "建设局"], **DONE)
    assert [(p.duty, p.position, p.unit.name) for p in item.parts.all()] == [
        ("lead", 1, "水务局"),
        ("lead", 2, "新设中心"),
        ("support", 3, "建设局"),
    ]
    assert Unit.objects.filter(name="新设中心").count() == 1
    assert Part.objects.filter(item=item).count() == 3


def test_releases_are_numbered_and_the_same_snapshot_gives_the_last_one(world):
    first = release_plan(world.plan, {"items": [1]}, **DONE)
    again = release_plan(world.plan, {"items": [1]}, **DONE)
    second = release_plan(world.plan, {"items": [2]}, **DONE)
    back = release_plan(world.plan, {"items": [1]}, **DONE)
    assert (first.number, again.pk, second.number, back.number) == (1, first.pk, 2, 3)
    assert Release.objects.count() == 3
