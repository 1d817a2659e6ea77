from __future__ import annotations

import json
import os
import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shishi.portal import snapshot_from_json
from shishi.portal.snapshot import PublicReport, PublicStatus
from shishi.rulebook import load_rulebook
from shishi.web import snapshot as taking
from shishi.web.projects.actions.releases import release_plan
from shishi.web.projects.actions.reports import (
    Words,
    accept_report,
    return_report,
    save_draft,
    submit_report,
)
from shishi.web.projects.models import Plan, Report, Slot, Upload
from shishi.web.projects.refusals import Refused
from shishi.web.publishing import last_releases, publish, publish_district
from shishi.web.snapshot import take_snapshot
from shishi.web.tenancy import open_district
from tests.web.factories import NOON, WORDS, accept, make_item, make_slot, submit

LATER = datetime(2031, 4, 12, 1, 30, tzinfo=UTC)
CANARY = re.compile(r"金丝雀[0-9]+只")
PERIODS = ("2031-01", "2031-02", "2031-03")


@pytest.fixture(autouse=True)
def nobody_pulls_the_plug(monkeypatch):
    monkeypatch.setattr(os, "sync", lambda: None)


@pytest.fixture
def shown(monkeypatch):
    """Switch what the rulebook shows."""

    def switch(**switches):
        book = load_rulebook("default")
        told = replace(book, show=replace(book.show, **switches))
        monkeypatch.setattr(taking, "load_rulebook", lambda name: told)

    return switch


def taken(plan):
    return take_snapshot(plan, on=LATER, release=1)


def only_item(plan):
    (one,) = taken(plan).items
    return one


def test_an_accepted_report_is_taken_with_its_reviewed_status_and_reason(world):
    accept(submit(world.slot, world.zhang), world.office, reviewed="部分滞后", because="少一处")
    (report,) = only_item(world.plan).reports
    assert (report.period, report.progress) == ("2031-03", WORDS.progress)
    assert (report.reviewed.word, report.reviewed.means) == ("部分滞后", "partly_behind")
    assert report.reviewed.because == "少一处"
    assert report.approved_on == "2031-04-02"


def test_the_promise_its_units_and_its_goal_are_taken(world):
    one = only_item(world.plan)
    assert one.text == world.slot.item.text
    assert (one.lead_units, one.support_units) == (("水务局",), ("建设局",))
    assert one.goals == (("2031", "完成改造老旧管网20公里。"),)
    assert [measure["text"] for measure in one.measures] == ["20公里"]


def test_the_numbers_of_a_report_are_taken_under_the_names_of_the_exchange(world):
    accept(submit(world.slot, world.zhang), world.office)
    (report,) = only_item(world.plan).reports
    assert {"12", "60"} <= {measure["value"] for measure in report.measures}
    assert {measure["field"] for measure in report.measures} == {"progress"}


def test_a_draft_is_not_taken(world):
    save_draft(world.slot, WORDS, by=world.zhang, on=NOON, version=0)
    assert not only_item(world.plan).reports


def test_a_report_that_waits_is_not_taken(world):
    submit(world.slot, world.zhang)
    assert not only_item(world.plan).reports


def test_a_report_returned_after_its_acceptance_is_not_taken_any_more(world):
    report = accept(submit(world.slot, world.zhang), world.office)
    return_report(report, because="数字有误", by=world.office, on=NOON, version=report.version)
    found = taken(world.plan)
    assert not found.items[0].reports
    assert found.periods == ()


def test_a_report_whose_words_are_not_those_that_were_judged_is_not_taken(world):
    report = accept(submit(world.slot, world.zhang), world.office)
    Report.objects.filter(pk=report.pk).update(version=report.version + 1)
    assert not only_item(world.plan).reports


def test_claimed_computed_and_reasons_stay_inside_by_default(world):
    accept(submit(world.slot, world.zhang), world.office)
    (report,) = only_item(world.plan).reports
    assert (report.claimed, report.computed, report.reasons) == (None, None, ())


def test_claimed_computed_and_reasons_are_taken_where_the_rulebook_shows_them(world, shown):
    shown(claimed=True, computed=True)
    accept(submit(world.slot, world.zhang), world.office, reviewed="滞后")
    (report,) = only_item(world.plan).reports
    assert report.claimed == "正常"
    assert report.computed
    assert report.reasons


@pytest.mark.parametrize(("switch", "leaders"), [(True, ("副区长",)), (False, ())])
def test_leaders_are_taken_where_the_rulebook_shows_them(world, shown, switch, leaders):
    shown(leaders=switch)
    item = world.slot.item
    item.leaders = ["副区长"]
    item.save()
    assert only_item(world.plan).leaders == leaders


def test_the_three_dates_are_those_of_the_facts(world):
    accept(submit(world.slot, world.zhang), world.office)
    found = taken(world.plan)
    assert (found.as_of, found.approved_on) == ("2031-03-31", "2031-04-02")
    assert found.published_on == "2031-04-12T09:30+08:00"


def test_figures_accepted_before_their_month_was_over_are_as_of_that_day(world):
    slot = make_slot(world.slot.item, "2031-12", due_on=date(2032, 1, 5))
    accept(submit(slot, world.zhang), world.office)
    assert taken(world.plan).as_of == "2031-04-02"


def test_a_plan_without_reports_has_no_day_of_figures(world):
    found = taken(world.plan)
    assert (found.as_of, found.approved_on, found.periods) == ("", "", ())


def test_a_plan_without_reports_is_approved_when_its_list_was_confirmed(world):
    Upload(
        name="a.html", sha256="", data=b"", rulebook="default", read={}, records=1, doubts=0,
        by="office", on=NOON,
        plan=world.plan, confirmed_by="office", confirmed_on=NOON,
    ).save()  # fmt: skip
    assert taken(world.plan).approved_on == "2031-04-02"


def test_a_snapshot_comes_back_from_its_json(world):
    accept(submit(world.slot, world.zhang), world.office)
    found = taken(world.plan)
    assert snapshot_from_json(json.loads(json.dumps(found.as_json()))) == found


def test_sixty_items_take_as_many_queries_as_one(world):
    def queries():
        with CaptureQueriesContext(connection) as seen:
            taken(world.plan)
        return len(seen)

    accept(submit(world.slot, world.zhang), world.office)
    alone = queries()
    for order in range(2, 61):
        make_item(world.plan, world.lead_unit, order=order)
    make_slot(Plan.objects.get().items.last())
    for slot in Slot.objects.filter(report__isnull=True).select_related("item"):
        accept(submit(slot, world.zhang), world.office)
    assert queries() == alone <= 6


def test_a_site_holds_the_last_release_and_nothing_that_came_after_it(world, tmp_path):
    report = accept(submit(world.slot, world.zhang), world.office)
    for number in (1, 2):
        told = take_snapshot(world.plan, on=LATER, release=number).as_json()
        release_plan(world.plan, told, by="office", on=LATER)
    return_report(report, because="数字有误", by=world.office, on=NOON, version=report.version)
    (last,) = last_releases(world.district)
    assert last.release == 2
    built = publish_district(world.district, out=tmp_path)
    assert WORDS.progress in (built.site / "d/yunxi/livelihood-2031/2031-03.html").read_text()


def test_a_site_of_one_district_has_nothing_of_another(world, tmp_path):
    release_plan(world.plan, taken(world.plan).as_json(), by="office", on=LATER)
    with open_district(world.other):
        release_plan(world.far_plan, taken(world.far_plan).as_json(), by="far", on=LATER)
    built = publish_district(world.district, out=tmp_path / "one")
    assert "临桥县" not in everything(built.site)
    assert publish(tmp_path / "all").plans == 2
    assert publish(tmp_path / "far", district="linqiao").plans == 1


# Nothing unapproved is public (T4): every text of every step carries a canary of its own, the whole
# output is searched, and only those of words that stand accepted may be in it.


@dataclass
class Aviary:
    """Lets canaries out, and remembers for each slot which ones were in the words accepted last."""

    numbers: count = field(default_factory=lambda: count(1))
    flown: set[str] = field(default_factory=set)
    written: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    approved: dict[int, set[str]] = field(default_factory=dict)

    def canary(self) -> str:
        bird = f"金丝雀{next(self.numbers)}只"
        self.flown.add(bird)
        return bird

    def words(self, slot: Slot) -> Words:
        progress, explanation = self.canary(), self.canary()
        self.written[slot.pk] = {progress, explanation}
        return Words(f"累计完成{progress}。", "滞后", f"因{explanation}；下步抓紧。")


def everything(site) -> str:
    files = [file for file in site.rglob("*") if file.is_file()]
    return "\n".join(f"{file}\n{file.read_text(encoding='utf-8')}" for file in files)


def step(aviary: Aviary, world, slot: Slot, move: str) -> None:
    report = Report.objects.filter(slot=slot).first()
    version = report.version if report else 0
    before = set(aviary.written[slot.pk])
    try:
        if move == "save":
            save_draft(slot, aviary.words(slot), by=world.zhang, on=NOON, version=version)
        elif move == "submit":
            key = aviary.canary()
            words = aviary.words(slot)
            submit_report(slot, words, by=world.zhang, on=NOON, version=version, key=key)
        elif report and move == "return":
            because = aviary.canary()
            return_report(report, because=because, by=world.office, on=NOON, version=version)
            aviary.approved.pop(slot.pk, None)
        elif report and move == "accept":
            because = aviary.canary()
            accept_report(
                report, reviewed="滞后", because=because, by=world.office, on=NOON, version=version
            )
            aviary.approved[slot.pk] = {*before, because}
    except Refused:
        aviary.written[slot.pk] = before


def let_out(world, moves, out, take=taken) -> tuple[set[str], set[str], set[str]]:
    """Walk a history, publish, and give the canaries flown, approved, and found in the output."""
    aviary = Aviary()
    slots = [make_slot(world.slot.item, period) for period in PERIODS]
    with open_district(world.other):
        far = make_slot(world.far_slot.item, "2031-01")
        step_far(aviary, world, far)
    for number, move in moves:
        step(aviary, world, slots[number], move)
    release_plan(world.plan, take(world.plan).as_json(), by="office", on=LATER)
    built = publish_district(world.district, out=out)
    found = set(CANARY.findall(everything(out)))
    assert built.items == 1
    return aviary.flown, set().union(*aviary.approved.values()), found


def step_far(aviary: Aviary, world, slot: Slot) -> None:
    words = aviary.words(slot)
    report = submit_report(slot, words, by=world.wang, on=NOON, version=0, key="far")
    accept_report(
        report, reviewed="正常", because=aviary.canary(), by=world.far_office, on=NOON, version=1
    )


moves = st.sampled_from(["save", "submit", "submit", "return", "accept", "accept"])
histories = st.lists(st.tuples(st.integers(0, len(PERIODS) - 1), moves), max_size=24)
patient = {"deadline": None, "suppress_health_check": list(HealthCheck)}


def no_canary_escapes(world, history, folder) -> None:
    with transaction.atomic(), TemporaryDirectory(dir=folder) as out:
        flown, approved, found = let_out(world, history, Path(out))
        transaction.set_rollback(True)
    assert found == approved
    assert flown - approved


@settings(max_examples=60, **patient)
@given(history=histories)
def test_no_unapproved_word_of_any_history_reaches_the_site(world, tmp_path, history):
    no_canary_escapes(world, history, tmp_path)


@pytest.mark.long
@settings(max_examples=2000, **patient)
@given(history=histories)
def test_no_unapproved_word_of_many_histories_reaches_the_site(world, tmp_path, history):
    no_canary_escapes(world, history, tmp_path)


def test_a_history_on_which_the_canaries_must_fly_shows_that_they_would_be_found(world, tmp_path):
    history = [(0, "submit"), (0, "accept"), (1, "submit"), (1, "accept"), (1, "return")]
    flown, approved, found = let_out(world, history, tmp_path)
    assert len(found) == len(approved) == 3
    assert len(flown) > 9


def take_whatever_is_written(plan):
    """A careless twin of take_snapshot: what units wrote, approved or not."""
    found = taken(plan)
    reports = Report.objects.filter(slot__item__plan=plan).select_related("slot")
    said = PublicStatus("正常", "on_schedule")
    leaked = tuple(
        PublicReport(r.slot.period, r.progress, r.explanation, said, "2031-04-02") for r in reports
    )
    (one,) = found.items
    return replace(found, items=(replace(one, reports=leaked),), periods=PERIODS)


@pytest.mark.parametrize("move", ["save", "submit"])
def test_a_careless_snapshot_lets_canaries_out_and_is_caught(world, tmp_path, move):
    _, approved, found = let_out(world, [(0, move)], tmp_path, take_whatever_is_written)
    assert found - approved
