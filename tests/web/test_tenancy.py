from __future__ import annotations

import pytest
from django import forms
from django.apps import apps
from django.db import models

from shishi.web import tenancy
from shishi.web.accounts.models import Unit
from shishi.web.projects.models import Item, Part, Plan, Slot
from shishi.web.tenancy import ClosedQuerySet, DistrictModel, NoDistrictOpen, current, open_district

LAZY = {"none", "using", "all", "as_manager"}
METHODS = sorted(
    name
    for name in dir(models.QuerySet)
    if not name.startswith("_") and callable(getattr(models.QuerySet, name)) and name not in LAZY
)
OURS = [m for m in apps.get_models() if issubclass(m, DistrictModel)]
ARGUMENTS = {"aggregate": (), "in_bulk": ([1],), "bulk_create": ([],), "bulk_update": ([], [])}


@pytest.fixture
def outside(world):
    """The cast stands, and no district is open."""
    token = tenancy._open.set(None)
    yield world
    tenancy._open.reset(token)


@pytest.mark.parametrize("model", OURS)
@pytest.mark.parametrize("name", METHODS)
def test_every_public_method_is_refused_while_no_district_is_open(name, model):
    assert current() is None
    with pytest.raises(NoDistrictOpen, match=name):
        getattr(model.objects.all(), name)(*ARGUMENTS.get(name, ()))


@pytest.mark.parametrize("name", [name for name in METHODS if hasattr(models.Manager, name)])
def test_a_manager_has_no_way_around_the_closed_queryset(name):
    with pytest.raises(NoDistrictOpen):
        getattr(Item.objects, name)(*ARGUMENTS.get(name, ()))


@pytest.mark.parametrize(
    "look",
    [
        list,
        len,
        bool,
        repr,
        iter,
        lambda rows: rows[0],
        lambda rows: rows[:3],
        lambda rows: 1 in rows,
    ],
)
def test_looking_at_rows_is_refused_while_no_district_is_open(look):
    with pytest.raises(NoDistrictOpen):
        look(Item.objects.all())


def test_a_method_that_a_later_django_adds_is_refused_too():
    class Later(models.QuerySet):
        def vanish(self):
            return "reached"

    assert "vanish" not in dir(ClosedQuerySet)
    assert set(METHODS) <= set(vars(ClosedQuerySet))  # found by looking, not by a list of ours
    assert Later(Item).vanish() == "reached"


def test_rows_of_another_district_are_not_there(world):
    with open_district(world.other):
        assert Plan.objects.get().pk == world.far_plan.pk
        assert not Plan.objects.filter(pk=world.plan.pk).exists()
        assert Slot.objects.count() == 1
    assert Plan.objects.get().pk == world.plan.pk


def test_related_rows_are_not_reached_while_no_district_is_open(outside):
    with pytest.raises(NoDistrictOpen):
        list(outside.plan.items.all())


def test_related_rows_of_another_district_are_none(world):
    with open_district(world.other):
        assert list(world.plan.items.all()) == []


def test_a_form_offers_the_units_of_the_open_district_only(world):
    class PartForm(forms.ModelForm):
        class Meta:
            model = Part
            fields = ("unit",)

    offered = {unit.pk for unit in PartForm().fields["unit"].queryset}
    assert offered == {world.lead_unit.pk, world.other_unit.pk}
    with open_district(world.other):
        assert not PartForm({"unit": world.lead_unit.pk}).is_valid()
        assert {u.pk for u in PartForm().fields["unit"].queryset}.isdisjoint(offered)


def test_a_form_can_be_defined_while_no_district_is_open_but_not_used(outside):
    class ItemForm(forms.ModelForm):
        class Meta:
            model = Item
            fields = ("plan",)

    with pytest.raises(NoDistrictOpen):
        list(ItemForm().fields["plan"].choices)


def test_a_queryset_that_outlives_its_district_brings_nothing_of_it(world):
    plans = Plan.objects.all()
    with open_district(world.other):
        assert [plan.pk for plan in plans.all()] == [world.far_plan.pk]
        assert not plans.filter(pk=world.plan.pk).exists()


def test_a_queryset_that_outlives_its_district_is_refused_outside_of_one(world):
    plans = Plan.objects.all()
    token = tenancy._open.set(None)
    try:
        for send in (list, len, lambda rows: rows.count(), lambda rows: rows.update(year=1)):
            with pytest.raises(NoDistrictOpen):
                send(plans.all())
    finally:
        tenancy._open.reset(token)


def test_saving_a_row_of_another_district_is_refused(world):
    world.far_plan.title = "改了"
    with pytest.raises(NoDistrictOpen, match="another district"):
        world.far_plan.save()


def test_saving_while_no_district_is_open_is_refused(outside):
    with pytest.raises(NoDistrictOpen):
        outside.plan.save()


def test_deleting_a_row_of_another_district_is_refused(world):
    with pytest.raises(NoDistrictOpen, match="another district"):
        world.far_slot.delete()


def test_a_row_that_points_into_another_district_is_refused(world):
    item = Item(plan=world.far_plan, order=9, text="越界")
    with pytest.raises(NoDistrictOpen, match=r"Item\.plan"):
        item.save()


def test_many_rows_at_once_are_held_to_the_district_too(world):
    with pytest.raises(NoDistrictOpen, match=r"Item\.plan"):
        Item.objects.bulk_create([Item(plan=world.far_plan, order=9, text="越界")])
    made = Unit.objects.bulk_create([Unit(name="新单位")])
    assert made[0].district_id == world.district.pk


def test_rows_cannot_be_moved_to_another_district(world):
    with pytest.raises(NoDistrictOpen, match="move"):
        Unit.objects.update(district=world.other)
    assert Unit.objects.update(kind="company") == 2


def test_the_district_that_was_open_before_is_open_again(world):
    with pytest.raises(ZeroDivisionError), open_district(world.other):
        _ = 1 / 0
    assert current() == world.district.pk
