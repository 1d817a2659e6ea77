"""A waiver is public with the report that was accepted under it, and nothing of it before."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from shishi.portal import snapshot_from_json
from shishi.portal.snapshot import PublicWaiver
from shishi.web.projects.actions.releases import release_plan
from shishi.web.projects.actions.reports import Words, return_report
from shishi.web.projects.actions.waivers import Grounds, end_waiver, give_waiver
from shishi.web.projects.models import GivenWaiver, Slot
from shishi.web.publishing import publish_district
from shishi.web.snapshot import take_snapshot
from tests.web.factories import NOON, accept, make_slot, submit

LATER = datetime(2031, 4, 12, 1, 30, tzinfo=UTC)
CANARY = re.compile(r"金丝雀[0-9]+只")


@pytest.fixture(autouse=True)
def nobody_pulls_the_plug(monkeypatch):
    monkeypatch.setattr(os, "sync", lambda: None)


def taken(plan):
    return take_snapshot(plan, on=LATER, release=1)


def everything(site) -> str:
    return "\n".join(f.read_text(encoding="utf-8") for f in site.rglob("*") if f.is_file())


VAGUE = Words("各项工作正在有序推进。", "正常")


def waive(report, by, *, why="金丝雀1只"):
    grounds = Grounds("区政府督查室", why, date(2999, 5, 31))
    rule = "progress-without-fact"
    return give_waiver(report, rule, grounds, by=by, on=NOON, version=report.version)


def published(world, out, take=taken):
    release_plan(world.plan, take(world.plan).as_json(), by="office", on=LATER)
    return everything(publish_district(world.district, out=out).site)


def test_a_waiver_stands_with_the_report_that_was_accepted_under_it(world, tmp_path):
    report = submit(world.slot, world.zhang, VAGUE)
    waive(report, world.office)
    accept(report, world.office)
    (waiver,) = taken(world.plan).items[0].reports[0].waivers
    assert (waiver.rule, waiver.who) == ("progress-without-fact", "区政府督查室")
    assert (waiver.why, waiver.until) == ("金丝雀1只", "2999-05-31")
    site = published(world, tmp_path)
    assert site.count("金丝雀1只") >= 4  # each edition of the page, JSON and CSV
    assert "2999-05-31" in site


def test_nothing_of_a_waiver_is_public_before_its_report_is_accepted(world, tmp_path):
    waive(submit(world.slot, world.zhang, VAGUE), world.office)
    assert not CANARY.search(published(world, tmp_path))


def test_nothing_of_a_waiver_is_public_once_its_report_was_returned(world, tmp_path):
    report = submit(world.slot, world.zhang, VAGUE)
    waive(report, world.office)
    report = accept(report, world.office)
    return_report(report, because="数字有误", by=world.office, on=NOON, version=report.version)
    assert not CANARY.search(published(world, tmp_path))


def test_a_waiver_that_was_ended_before_the_acceptance_is_not_public(world, tmp_path):
    report = submit(world.slot, world.zhang, VAGUE)
    end_waiver(waive(report, world.office), report, by=world.office, on=NOON)
    accept(report, world.office)
    assert not CANARY.search(published(world, tmp_path))


def test_who_entered_a_waiver_is_not_public(world, tmp_path):
    report = submit(world.slot, world.zhang, VAGUE)
    waive(report, world.second_office)
    accept(report, world.office)
    site = published(world, tmp_path)
    assert "second-office" not in site
    assert "督查室二" not in site


def test_a_careless_snapshot_lets_a_waiver_out_and_is_caught(world, tmp_path):
    accept(submit(world.slot, world.zhang, VAGUE), world.office)
    make_slot(world.slot.item, "2031-04")
    waive(submit(Slot.objects.get(period="2031-04"), world.zhang, VAGUE), world.office)

    def take(plan):
        found = taken(plan)
        (one,) = found.items
        given = GivenWaiver.objects.all()
        leaked = tuple(PublicWaiver(w.rule, w.who, w.why, w.until.isoformat()) for w in given)
        reports = tuple(replace(report, waivers=leaked) for report in one.reports)
        return replace(found, items=(replace(one, reports=reports),))

    assert CANARY.search(published(world, tmp_path / "careless", take))


def test_a_snapshot_from_before_there_were_waivers_is_read(world):
    accept(submit(world.slot, world.zhang), world.office)
    told = json.loads(json.dumps(taken(world.plan).as_json()))
    del told["items"][0]["reports"][0]["waivers"]
    assert snapshot_from_json(told) == taken(world.plan)
