"""What holds for every action: one Event with the right name, and nothing at all where it fails."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re

import pytest
from django.apps import apps

import shishi.web.projects.actions as room
from shishi.web.accounts import actions as accounts_actions
from shishi.web.accounts.actions import add_unit, appoint, found_district
from shishi.web.accounts.models import Event
from shishi.web.projects.actions.checking import find_right
from shishi.web.projects.actions.meanings import choose_meanings
from shishi.web.projects.actions.plans import found_plan, open_slots, set_goal
from shishi.web.projects.actions.releases import release_plan
from shishi.web.projects.actions.reports import (
    accept_report,
    return_report,
    save_draft,
    submit_report,
)
from shishi.web.projects.actions.uploads import bring_in, confirm_upload, correct_cell
from shishi.web.projects.actions.waivers import Grounds, end_waiver, give_waiver
from shishi.workflow import Role
from tests.web.factories import DUE, NOON, WORDS, accept, make_plan, make_user, submit

PASTED = "序号 | 项目名称 | 牵头单位 | 进展情况\n1 | 修建步道3条 | 住建局 | 完成2条\n"
DONE = {"by": "office", "on": NOON}


DOUBTFUL = "序号 | 项目名称 | 牵头单位 | 进展情况\n1 | 修建步道3条 | 水务局 | 截至1024日完成2条\n"


def brought_in(world):
    return bring_in(PASTED.encode(), "三月.txt", rulebook="default", **DONE)


GROUNDS = Grounds("区政府督查室", "数据由市级统计，下月补。", DUE)


def given(world):
    report = submit(world.slot, world.zhang)
    waiver = give_waiver(
        report, "progress-without-fact", GROUNDS, by=world.office, on=NOON, version=1
    )
    return waiver, report


CHANGES = {
    "found-district": (
        lambda w: None,
        lambda w, _: found_district("nanshan", "南山区", rulebook="default", **DONE),
    ),
    "add-unit": (lambda w: None, lambda w, _: add_unit("民政局", kind="bureau", **DONE)),
    "appoint": (
        lambda w: make_user("new"),
        lambda w, user: appoint(
            user, district=w.district, role=Role.REPORTER, unit=w.other_unit, **DONE
        ),
    ),
    "found-plan": (
        lambda w: None,
        lambda w, _: found_plan("tasks", "任务", year=2031, kind="work_report", **DONE),
    ),
    "open-slots": (
        lambda w: None,
        lambda w, _: open_slots(w.plan, "2031-04", due_on=DUE, **DONE),
    ),
    "set-goal": (
        lambda w: w.slot.item,
        lambda w, item: set_goal(item, "2031Q2", "完成12公里", **DONE),
    ),
    "bring-in": (lambda w: None, lambda w, _: brought_in(w)),
    "correct-cell": (
        brought_in,
        lambda w, up: correct_cell(
            up, order=1, field="item", value="修建步道4条", version=1, **DONE
        ),
    ),
    "find-right": (
        lambda w: bring_in(DOUBTFUL.encode(), "表.txt", rulebook="default", **DONE),
        lambda w, up: find_right(up, [(1, "progress")], version=1, **DONE),
    ),
    "choose-meanings": (
        brought_in,
        lambda w, up: choose_meanings(
            up, "序号|项目名称|牵头单位|进展情况", {4: "goal"}, version=1, seen=0, **DONE
        ),
    ),
    "confirm-upload": (
        lambda w: (brought_in(w), make_plan("second")),
        lambda w, made: confirm_upload(made[0], plan=made[1], as_published=True, version=1, **DONE),
    ),
    "save-draft": (
        lambda w: None,
        lambda w, _: save_draft(w.slot, WORDS, by=w.zhang, on=NOON, version=0),
    ),
    "submit-report": (
        lambda w: None,
        lambda w, _: submit_report(w.slot, WORDS, by=w.zhang, on=NOON, version=0, key="k"),
    ),
    "return-report": (
        lambda w: accept(submit(w.slot, w.zhang), w.office),
        lambda w, report: return_report(
            report, because="请写明累计数", by=w.office, on=NOON, version=report.version
        ),
    ),
    "accept-report": (
        lambda w: submit(w.slot, w.zhang),
        lambda w, report: accept_report(
            report, reviewed="正常", because="", by=w.office, on=NOON, version=1
        ),
    ),
    "give-waiver": (
        lambda w: submit(w.slot, w.zhang),
        lambda w, report: give_waiver(
            report, "progress-without-fact", GROUNDS, by=w.office, on=NOON, version=1
        ),
    ),
    "end-waiver": (
        lambda w: given(w),
        lambda w, made: end_waiver(*made, by=w.office, on=NOON),
    ),
    "release-plan": (lambda w: None, lambda w, _: release_plan(w.plan, {"items": []}, **DONE)),
}
"""Every change: what must stand before it, and the change itself."""


def everything():
    """Every stored row of every table of ours, as plain values."""
    ours = [m for m in apps.get_models() if m.__module__.startswith("shishi.")]
    return {m.__name__: sorted(map(str, m._base_manager.values())) for m in ours}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_writes_an_event_of_its_name(world, name):
    prepare, change = CHANGES[name]
    before = Event._base_manager.count()
    change(world, prepare(world))
    last = Event._base_manager.order_by("pk").last()
    assert last.action == name
    assert last.by in {"office", "zhang"}
    assert Event._base_manager.count() > before


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_whose_event_fails_changes_nothing(world, monkeypatch, name):
    prepare, change = CHANGES[name]
    made = prepare(world)
    before = everything()

    class EventFailed(Exception):
        pass

    def fail(*args, **kwargs):
        raise EventFailed

    for module in modules():
        if hasattr(module, "record_event"):
            monkeypatch.setattr(module, "record_event", fail)
    with pytest.raises(EventFailed):
        change(world, made)
    assert everything() == before


def test_every_function_that_records_an_event_stands_in_the_table():
    """A new action without a row above would not be held to its Event."""
    written = {
        name
        for module in modules()
        for name in re.findall(r'record_event\(\s*"([a-z-]+)"', inspect.getsource(module))
    }
    assert written == set(CHANGES)


def modules():
    inside = [f"{room.__name__}.{found.name}" for found in pkgutil.iter_modules(room.__path__)]
    return [accounts_actions, *map(importlib.import_module, inside)]
