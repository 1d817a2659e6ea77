"""What holds for every reading: as many queries at 60 items as at 1, frozen values, no models."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, is_dataclass
from datetime import date

import pytest
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from shishi.web.projects import queries
from shishi.web.projects.actions.plans import open_slots
from shishi.web.projects.actions.reports import Words
from shishi.web.projects.models import Item, Slot
from tests.web.factories import DUE, NOON, WORDS, accept, make_item, make_plan, submit

LATE = date(2031, 4, 20)
BEHIND = Words("完成改造老旧管网2公里。", "滞后", "因雨季施工放慢；下步增派队伍。")
MONTHS = [f"2031-{month:02}" for month in range(1, 13)]

READS = {
    "board": lambda w: queries.board(w.plan, months=MONTHS, inside=True, on=LATE),
    "item_page": lambda w: queries.item_page(w.slot.item_id, on=LATE),
    "my_slots": lambda w: queries.my_slots(w.zhang, on=LATE),
    "report_form": lambda w: queries.report_form(
        queries.find_slot(w.zhang, w.slot.pk), w.zhang, on=LATE
    ),
    "review_queue": lambda w: queries.review_queue(on=LATE, post=w.office),
    "leader_page": lambda w: queries.leader_page(w.plan, on=LATE),
    "plans": lambda w: queries.plans(on=LATE),
    "uploads": lambda w: queries.uploads(),
    "events": lambda w: queries.events(),
    "open_waivers": lambda w: queries.open_waivers(w.slot.item_id, on=LATE),
    "item_events": lambda w: queries.item_events(w.slot.item_id),
}


def fill(world, *, items, first):
    """Give a plan items in every state, each with several units and a month before."""
    for order in range(first, first + items):
        make_item(world.plan, world.lead_unit, order=order, supporters=(world.other_unit,))
    for month in ("2031-02", "2031-03"):
        open_slots(world.plan, month, due_on=DUE, by="office", on=NOON)
    slots = Slot.objects.filter(item__order__gte=first, item__order__lt=first + items)
    for number, slot in enumerate(slots.select_related("item__plan")):
        words = (WORDS, BEHIND)[number % 2]
        if number % 4 < 3:
            report = submit(slot, world.zhang, words)
            if number % 4 < 2:
                accept(report, world.office, reviewed=("正常", "滞后")[number % 2])


@pytest.fixture
def grown(world):
    """Count the queries of each reading at 1 item and again at 60."""
    submit(world.slot, world.zhang)
    fill(world, items=1, first=2)
    few = {name: count(read, world) for name, read in READS.items()}
    fill(world, items=58, first=3)
    for number in range(3):
        make_plan(f"more-{number}")
    assert Item.objects.filter(plan=world.plan).count() == 60
    return few, {name: count(read, world) for name, read in READS.items()}


def count(read, world):
    with CaptureQueriesContext(connection) as made:
        read(world)
    return len(made)


def test_every_reading_takes_as_many_queries_at_60_items_as_at_1(grown):
    few, many = grown
    assert many == few
    assert max(many.values()) <= 9


def test_every_reading_of_the_front_door_is_counted():
    told = {name for name in queries.__all__ if name[0].islower()}
    assert told - set(READS) == {"find_slot", "columns_of_year", "preview_findings"}


def test_what_is_read_is_frozen_and_holds_no_model(world):
    submit(world.slot, world.zhang)
    for read in READS.values():
        found = read(world)
        for value in found if isinstance(found, tuple) else (found,):
            assert not models_in(value)
            with pytest.raises(FrozenInstanceError):
                setattr(value, fields(value)[0].name, None)


def models_in(value):
    if isinstance(value, (models.Model, models.QuerySet, models.Manager)):
        return [value]
    if is_dataclass(value):
        return [m for f in fields(value) for m in models_in(getattr(value, f.name))]
    if isinstance(value, (tuple, list)):
        return [m for inner in value for m in models_in(inner)]
    return []
