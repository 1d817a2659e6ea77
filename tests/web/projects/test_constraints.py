"""What the database itself refuses, whoever writes."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction

from shishi.web.accounts.models import Event, Post
from shishi.web.projects.models import (
    ColumnChoice,
    GivenWaiver,
    Goal,
    Item,
    Part,
    Plan,
    Receipt,
    Release,
    Report,
    Revision,
    Slot,
    Upload,
)
from tests.web.factories import DUE, NOON, accept, make_plan, submit


def refused(name, write):
    """Check that a constraint whose name has this in it stops the writing."""
    with pytest.raises(IntegrityError) as stopped, transaction.atomic():
        write()
    if connection.vendor == "postgresql":  # SQLite names the columns only
        assert name in str(stopped.value)


def test_what_there_is_once_cannot_be_written_twice(world):
    report, item = submit(world.slot, world.zhang), world.slot.item
    Release(plan=world.plan, number=1, snapshot={}, sha256="", by="x", on=NOON).save()
    ColumnChoice(key="k", signature="序号", by="x", on=NOON).save()
    words = {"report": report, "version": 1, "on": NOON}
    for name, row in {
        "plan_slug": Plan(slug=world.plan.slug, title="x", year=2031),
        "item_order": Item(plan=world.plan, order=1, text="x"),
        "part_unit": Part(item=item, unit=world.lead_unit, duty="support", position=9, printed="x"),
        "goal_period": Goal(item=item, period="2031", text="x"),
        "slot_period": Slot(item=item, period="2031-03", due_on=DUE),
        "report_slot_id": Report(slot=world.slot, unit=world.lead_unit, stage="draft"),
        "receipt_key": Receipt(key=Receipt.objects.get().key, digest="", **words),
        "revision_version": Revision(by="x", **words),
        "release_number": Release(
            plan=world.plan, number=1, snapshot={}, sha256="", by="x", on=NOON
        ),
        "column_choice_key": ColumnChoice(key="k", signature="序号", by="x", on=NOON),
        "event_number": Event(number=1, at=NOON, by="", action="x", kind="x", key=1, digest=""),
    }.items():
        refused(name, row.save)


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("waiver_one_open", {}),
        ("waiver_says_why", {"rule": "b", "why": ""}),
        ("waiver_says_why", {"rule": "b", "who": ""}),
        ("waiver_ended_together", {"rule": "b", "ended_by": "x"}),
        ("waiver_ended_together", {"rule": "b", "ended_on": NOON}),
    ],
)
def test_a_waiver_is_whole_and_one_a_rule(world, name, given):
    told = {"item": world.slot.item, "rule": "a", "who": "x", "why": "x", "until": DUE}
    told |= {"by": "x", "on": NOON}
    GivenWaiver(**told).save()
    refused(name, GivenWaiver(**told | given).save)


@pytest.mark.parametrize(
    "halves",
    [
        {"submitted_by": ""},
        {"submitted_on": None},
        {"stage": "returned", "returned_because": ""},
        {"stage": "somewhere"},
        {"stage": "accepted", "submitted_on": None, "submitted_by": ""},
        {"stage": "submitted", "submitted_on": None, "submitted_by": ""},
    ],
)
def test_half_a_report_is_refused(world, halves):
    submit(world.slot, world.zhang)
    refused("report", lambda: Report.objects.update(**halves))


@pytest.mark.parametrize(
    "halves",
    [
        {"confirmed_by": "office"},
        {"confirmed_on": NOON},
        {"confirmed_by": "office", "confirmed_on": NOON},
    ],
)
def test_half_a_confirmation_is_refused(world, halves):
    Upload(
        name="a", sha256="", data=b"", rulebook="default", read={}, records=0, doubts=0,
        by="office", on=NOON,
    ).save()  # fmt: skip
    refused("upload", lambda: Upload.objects.update(**halves))


def test_a_whole_report_is_taken(world):
    report = accept(submit(world.slot, world.zhang), world.office)
    assert Report.objects.filter(pk=report.pk).update(stage="accepted") == 1


@pytest.mark.parametrize("months", [0, 2, 12])
def test_a_plan_reports_monthly_or_quarterly(world, months):
    refused("plan", lambda: Plan.objects.update(reports_every=months))
    assert make_plan("quarterly", reports_every=3).pk


@pytest.mark.parametrize("change", [{"unit": None}, {"role": "office"}, {"role": "chief"}])
def test_a_reporter_without_a_unit_or_an_unknown_role_is_refused(world, change):
    refused("post", lambda: Post.objects.filter(pk=world.zhang.pk).update(**change))


def test_two_units_cannot_stand_first(world):
    item = world.slot.item
    row = Part(item=item, unit=world.other_unit, duty="lead", position=1, printed="x")
    Part.objects.filter(item=item, unit=world.other_unit).delete()
    refused("part_position", row.save)
