from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from shishi.web.accounts.actions import add_unit, record_event
from shishi.web.accounts.models import Event
from shishi.web.accounts.queries import verify_events
from shishi.web.tenancy import NoDistrictOpen, open_district
from tests.web.factories import NOON, submit


def test_a_log_that_nobody_touched_holds(world):
    submit(world.slot, world.zhang)
    chain = verify_events()
    assert chain.broken == ()
    assert chain.count == Event.objects.count() > 8
    assert chain.head == Event.objects.last().digest


def test_each_district_has_a_chain_of_its_own(world):
    ours = verify_events()
    with open_district(world.other):
        theirs = verify_events()
    assert ours.broken == theirs.broken == ()
    assert ours.head != theirs.head


def test_a_time_told_in_another_zone_holds_too(world):
    shanghai = datetime(2031, 4, 2, 12, 0, tzinfo=timezone(timedelta(hours=8)))
    add_unit("民政局", kind="bureau", by="office", on=shanghai)
    assert verify_events().broken == ()


@pytest.mark.parametrize(
    "tampered",
    [
        {"facts": {"version": 1, "claimed": "超前"}},
        {"by": "somebody"},
        {"action": "save-draft"},
        {"key": 999},
        {"kind": "plan"},
        {"at": NOON + timedelta(seconds=1)},
        {"digest": "0" * 64},
    ],
)
def test_a_changed_event_is_found(world, tampered):
    submit(world.slot, world.zhang)
    number = Event.objects.last().number - 1
    Event.objects.filter(number=number).update(**tampered)
    assert number in verify_events().broken


def test_a_removed_event_is_found(world):
    submit(world.slot, world.zhang)
    number = Event.objects.last().number - 2
    Event.objects.filter(number=number).delete()
    assert number in verify_events().broken


def test_events_that_changed_places_are_found(world):
    submit(world.slot, world.zhang)
    last = Event.objects.last().number
    Event.objects.filter(number=last).update(number=last + 10)
    Event.objects.filter(number=last - 1).update(number=last)
    assert verify_events().broken


def test_an_event_that_was_rewritten_with_a_fitting_digest_breaks_the_next(world):
    from shishi.web.accounts.actions import digest_of

    submit(world.slot, world.zhang)
    before, forged, _ = list(Event.objects.order_by("-number")[:3])[::-1]
    forged.by = "somebody"
    Event.objects.filter(pk=forged.pk).update(
        by="somebody", digest=digest_of(forged, before.digest)
    )
    assert verify_events().broken == (forged.number + 1,)


def test_an_event_outside_of_a_transaction_is_refused(lasting_world):
    with pytest.raises(ValueError, match="transaction"):
        record_event("x", lasting_world.plan, by="office", on=NOON, facts={})


def test_a_change_while_no_district_is_open_is_refused(db):
    with pytest.raises(NoDistrictOpen):
        add_unit("民政局", kind="bureau", by="office", on=NOON)
