"""Two at once: double clicks, two editors, two reviewers; on a real file and on real PostgreSQL."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction

from shishi.web.accounts.actions import add_unit
from shishi.web.accounts.models import Event
from shishi.web.accounts.queries import verify_events
from shishi.web.projects.actions import reports
from shishi.web.projects.actions.plans import open_slots
from shishi.web.projects.actions.reports import (
    Words,
    accept_report,
    return_report,
    save_draft,
    submit_report,
)
from shishi.web.projects.models import Item, Part, Receipt, Report, Revision, Slot, Verdict
from shishi.web.projects.refusals import Refused
from shishi.web.tenancy import open_district
from tests.web.factories import DUE, NOON, WORDS, submit

DOUBLES = 1000
ROUNDS = 25


def make_slots(world, number):
    """Open so many slots in one plan, as quickly as the database takes them."""
    orders = range(100, 100 + number)
    items = Item.objects.bulk_create(Item(plan=world.plan, order=n, text="修路") for n in orders)
    Part.objects.bulk_create(
        Part(item=item, unit=world.lead_unit, duty="lead", position=1, printed="水务局")
        for item in items
    )
    open_slots(world.plan, "2031-05", due_on=DUE, by="office", on=NOON)
    return list(Slot.objects.filter(period="2031-05", item__in=items))


def at_once(world, calls, *, workers=2):
    """Do calls in threads of their own, as many at once as there are workers; give what each gave."""

    def alone(call):
        with open_district(world.district):
            try:
                return call()
            except (Refused, IntegrityError) as stopped:
                return stopped
            finally:
                connection.close()

    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(alone, calls))


def together(world, *calls):
    """Do calls at the very same moment."""
    barrier = Barrier(len(calls))

    def meeting(call):
        barrier.wait(timeout=20)
        return call()

    gave = at_once(world, [lambda c=c: meeting(c) for c in calls], workers=len(calls))
    return [value for value in gave if not isinstance(value, Exception)], gave


def click_twice(world, slots, *, keys):
    """Submit each slot twice at once; `keys` gives the key of a slot's first and second click."""
    calls = [
        lambda slot=slot, key=key: submit_report(
            slot, WORDS, by=world.zhang, on=NOON, version=0, key=key
        )
        for slot in slots
        for key in keys(slot)
    ]
    return at_once(world, calls, workers=4)


def test_a_thousand_double_clicks_file_a_thousand_reports(lasting_world):
    world = lasting_world
    slots = make_slots(world, DOUBLES)
    gave = click_twice(world, slots, keys=lambda slot: [f"key-{slot.pk}"] * 2)
    assert [type(answer) for answer in gave] == [Report] * 2 * DOUBLES
    assert {first.pk == again.pk for first, again in zip(gave[::2], gave[1::2], strict=True)} == {
        True
    }
    for kept in (Report, Receipt, Revision, Event.objects.filter(action="submit-report")):
        rows = kept if not isinstance(kept, type) else kept.objects
        assert rows.count() == DOUBLES
    assert verify_events().broken == ()


def test_without_receipts_double_clicks_are_seen_twice(lasting_world, monkeypatch):
    """The twin: no key that both clicks share, no version, no stage. The test above can fail."""
    world = lasting_world

    def take_anything(slot, *, by, version):
        report = Report.objects.filter(slot=slot).first()
        return report or Report(slot=slot, unit=world.lead_unit, stage="draft", version=0)

    monkeypatch.setattr(reports, "_open", take_anything)
    monkeypatch.setattr(reports, "_move", lambda r, m, *, by: setattr(r, "stage", "submitted"))
    slots = make_slots(world, 20)
    click_twice(world, slots, keys=lambda slot: [f"one-{slot.pk}", f"two-{slot.pk}"])
    assert set(Counter(Revision.objects.values_list("report", flat=True)).values()) == {2}


def test_of_two_editors_one_is_told_that_the_other_was_first(lasting_world):
    world = lasting_world
    for slot in make_slots(world, ROUNDS):
        first, second = Words("甲写的。", "正常"), Words("乙写的。", "正常")
        won, _ = together(
            world,
            *(
                lambda words=words, slot=slot: save_draft(
                    slot, words, by=world.zhang, on=NOON, version=0
                )
                for words in (first, second)
            ),
        )
        assert len(won) == 1
        assert Report.objects.get(slot=slot).progress == won[0].progress
    assert verify_events().broken == ()


def test_of_acceptance_and_return_at_once_one_is_refused(lasting_world):
    world = lasting_world
    for slot in make_slots(world, ROUNDS):
        report = submit(slot, world.zhang)
        seen = {"on": NOON, "version": 1}
        won, _ = together(
            world,
            lambda r=report, s=seen: accept_report(
                r, reviewed="正常", because="", by=world.office, **s
            ),
            lambda r=report, s=seen: return_report(r, because="请补", by=world.second_office, **s),
        )
        assert len(won) == 1
        stands = Report.objects.get(slot=slot)
        assert (stands.stage == "accepted") == Verdict.objects.filter(report=stands).exists()


def test_nobody_accepts_words_that_they_did_not_see(lasting_world):
    """Accepting at once with a new submission binds to the version that was on the screen."""
    world = lasting_world
    for slot in make_slots(world, ROUNDS):
        report = submit(slot, world.zhang)
        return_report(report, because="请补", by=world.office, on=NOON, version=1)
        new = Words("补上了累计数。", "正常")
        together(
            world,
            lambda slot=slot, new=new: submit_report(
                slot, new, by=world.zhang, on=NOON, version=2, key=f"new-{slot.pk}"
            ),
            lambda r=report: accept_report(
                r, reviewed="正常", because="", by=world.office, on=NOON, version=1
            ),
        )
        assert Report.objects.get(slot=slot).stage == "submitted"
        assert not Verdict.objects.exists()


def test_events_written_at_once_keep_their_numbers_and_their_chain(lasting_world):
    world = lasting_world
    before = verify_events().count
    name = "单位{}".format
    calls = [
        lambda n=n: add_unit(name(n), kind="bureau", by="office", on=NOON) for n in range(ROUNDS)
    ]
    gave = at_once(world, calls, workers=8)
    assert not [answer for answer in gave if isinstance(answer, Exception)]
    chain = verify_events()
    assert (chain.count, chain.broken) == (before + ROUNDS, ())


def test_without_the_districts_lock_events_written_at_once_collide(lasting_world, monkeypatch):
    """The twin: a transaction, and no row held. SQLite lets one writer in anyhow."""
    if connection.vendor == "sqlite":
        pytest.skip("on SQLite a write transaction is the lock")
    world = lasting_world

    @contextmanager
    def careless():
        with transaction.atomic():
            yield

    careful = add_unit.__wrapped__
    calls = [
        lambda n=n: careless()(careful)(f"单位{n}", kind="bureau", by="office", on=NOON)
        for n in range(ROUNDS)
    ]
    gave = at_once(world, calls, workers=8)
    assert [answer for answer in gave if isinstance(answer, IntegrityError)]
