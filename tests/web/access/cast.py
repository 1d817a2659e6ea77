"""Two districts that hold the same things, and the people who knock at their doors."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.test import Client

from shishi.web.accounts.actions import add_unit
from shishi.web.accounts.models import District, Post, Unit, User
from shishi.web.projects.actions.reports import Words
from shishi.web.projects.actions.uploads import bring_in
from shishi.web.projects.actions.waivers import Grounds, give_waiver
from shishi.web.projects.models import Plan, Receipt, Slot, Upload
from shishi.web.tenancy import open_district
from shishi.workflow import Role
from tests.web.access.asking import dump
from tests.web.factories import (
    NOON,
    make_item,
    make_plan,
    make_post,
    make_slot,
    make_world,
    submit,
)
from tests.web.kept import Kept

MISSING = 987_654
"""A number that nothing has."""

VAGUE = Words("各项工作正在有序推进。", "正常")
"""What a rule finds nothing done in, so that there is something to waive."""

PASTED = "序号 | 项目名称 | 牵头单位 | 进展情况\n1 | 修建{}步道3条 | 水务局 | 截至1024日完成２条\n"


@dataclass(frozen=True)
class Things:
    """What stands in one district, by the name and the kind of an address' position."""

    district: str
    at: dict[tuple[str, str], Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Cast:
    """Everything: the things of both districts, and a session cookie for each person."""

    near: Things
    far: Things
    sessions: dict[str, str]
    still: int  # the dump while nothing moves


def put_cast() -> Cast:
    """Put the cast into the database as it was made for the first test that asked."""
    return _cast.put_back()


def make_cast() -> Cast:
    """Make both districts and sign everybody in; no district is left open."""
    Path(settings.STATIC_ROOT).mkdir(exist_ok=True)  # or else whitenoise warns
    world = make_world()
    with open_district(world.district):
        idle = add_unit("民政局", kind="bureau", by="founder", on=NOON)
    stranger = make_post(world.district, Role.REPORTER, "stranger", title="民政局", unit=idle)
    near = _things(world.district, plan=world.plan, slot=world.slot, reporter=world.zhang)
    far = _things(world.other, plan=world.far_plan, slot=world.far_slot, reporter=world.wang)
    people = {
        "visitor": world.visitor,
        "far-office": world.far_office.user,
        "far-liaison": world.wang.user,
        "stranger": stranger.user,
        "supporter": world.li.user,
        "liaison": world.zhang.user,
        "office": world.office.user,
        "leader": world.leader.user,
    }
    sessions = {name: _session(user) for name, user in people.items()}
    return Cast(near, far, sessions, dump())


def _things(district: District, *, plan: Plan, slot: Slot, reporter: Post) -> Things:
    """Give a district a report that waits, its receipt, an upload and a plan of its own name."""
    with open_district(district):
        told = make_slot(slot.item, "2031-02")
        report = submit(told, reporter, VAGUE)
        judge = Post.objects.filter(district=district, role=Role.OFFICE).order_by("pk").first()
        grounds = Grounds("区政府督查室", "数据由市级统计。", date(2999, 12, 31))
        waiver = give_waiver(report, "progress-copied", grounds, by=judge, on=NOON, version=1)
        receipt = Receipt.objects.get(report=report)
        upload = _upload(district.name)
        own = make_plan(f"own-{district.slug}", year=2030)
        empty = make_plan(f"empty-{district.slug}", year=2029)
        make_item(own, Unit.objects.get(pk=reporter.unit_id))
    return Things(
        district.slug,
        {
            ("plan", "slug"): own.slug,
            ("plan", "int"): plan.pk,
            ("item", "int"): slot.item_id,
            ("slot", "int"): slot.pk,
            ("report", "int"): report.pk,
            ("receipt", "int"): receipt.pk,
            ("upload", "int"): upload.pk,
            ("order", "int"): 1,
            ("table", "int"): 1,
            ("waiver", "int"): waiver.pk,
            ("field", "slug"): "progress",
            ("told-slot", "int"): told.pk,
            ("empty", "int"): empty.pk,
        },
    )


def _upload(word: str) -> Upload:
    data = PASTED.format(word).encode()
    upload = bring_in(data, "三月.txt", rulebook="default", by="office", on=NOON)
    doubt = {"code": "item-missing", "about": "reading", "severity": "asks", "facts": {"order": 1}}
    upload.read["findings"].append(doubt | {"place": upload.read["records"][0]["place"]})
    upload.save()  # its row as a whole is in doubt, besides the cell
    return upload


def _session(user: User) -> str:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client.cookies["sid"].value


_cast = Kept(make_cast)
