"""The first days of a demo district: its units, its people, its plans as they were brought in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from typing import Any

from shishi.web.accounts.actions import add_unit, appoint, found_district
from shishi.web.accounts.changing import changing
from shishi.web.accounts.models import District, Post, Unit
from shishi.web.accounts.people import add_person, set_members
from shishi.web.demo.page import page_of_plan
from shishi.web.demo.story import PlanStory, goals_of
from shishi.web.projects.actions.plans import found_plan, set_goal
from shishi.web.projects.actions.uploads import bring_in, confirm_upload
from shishi.web.projects.models import Item, Plan
from shishi.web.tenancy import open_district
from shishi.workflow import Role

FOUNDER = "shishi demo"


@dataclass(frozen=True, slots=True)
class Cast:
    """A demo district with its office and the liaison of each unit, by the unit's key."""

    district: District
    office: Post
    liaisons: Mapping[int, Post]


def found(told: Mapping[str, Any], *, on: datetime) -> Cast:
    """Found a district with its units and its people; nobody can sign in before a password is set."""
    district = found_district(
        told["slug"], told["name"], rulebook=told["rulebook"], by=FOUNDER, on=on
    )
    with open_district(district), changing():
        units = {unit["name"]: _unit(unit, on=on) for unit in told["units"]}
        for unit in told["units"]:
            if unit.get("members"):
                members = [units[name] for name in unit["members"]]
                set_members(units[unit["name"]], members, by=FOUNDER, on=on)
        posts = _people(told, district=district, units=units, on=on)
    office = next(post for post in posts if post.role == Role.OFFICE)
    liaisons = {post.unit_id: post for post in posts if post.unit_id}
    return Cast(district, office, liaisons)


def _unit(told: Mapping[str, Any], *, on: datetime) -> Unit:
    kind = told.get("kind", Unit.Kind.BUREAU)
    return add_unit(told["name"], kind=kind, aliases=told.get("aliases", ()), by=FOUNDER, on=on)


def _people(
    told: Mapping[str, Any], *, district: District, units: Mapping[str, Unit], on: datetime
) -> list[Post]:
    wanted: list[tuple[str, str, Role, Unit | None]] = [
        (person["username"], person["title"], Role(person["role"]), None)
        for person in told["people"]
        if person["role"] != Role.REPORTER
    ]
    wanted += [
        (f"{told['slug']}-{unit['liaison']}", f"{unit['name']}联络员", Role.REPORTER, units[unit["name"]])
        for unit in told["units"]
        if "liaison" in unit
    ]  # fmt: skip
    posts = []
    for username, title, role, unit in wanted:
        person = add_person(username, title, by=FOUNDER, on=on)
        posts.append(appoint(person, district=district, role=role, unit=unit, by=FOUNDER, on=on))
    return posts


@changing()
def bring_in_plan(story: PlanStory, cast: Cast, *, on: datetime) -> Plan:
    """Bring a plan in as a file, confirm it, and set the goals of its quarters and months."""
    by = cast.office.user.username
    upload = bring_in(
        page_of_plan(story), story.text("file"), rulebook=cast.district.rulebook, by=by, on=on
    )
    plan = found_plan(
        story.text("slug"),
        story.text("title"),
        year=story.year,
        kind=story.text("kind"),
        reports_every=story.every,
        by=by,
        on=on,
    )
    confirm_upload(upload, plan=plan, as_published=False, by=by, on=on, version=upload.version)
    for item, told in zip(Item.objects.filter(plan=plan), story.items, strict=True):
        for period, text in goals_of(told, story.year).items():
            set_goal(item, period, text, by=by, on=on)
    return plan


def bring_in_drafts(told: Mapping[str, Any], cast: Cast, *, on: datetime) -> None:
    """Bring in the files that wait for somebody to look through them."""
    folder = files("shishi") / "data" / "demo"
    by = cast.office.user.username
    for name in told["drafts"]:
        data = (folder / name).read_bytes()
        shown = data.decode().splitlines()[0] + ".txt"
        bring_in(data, shown, rulebook=cast.district.rulebook, by=by, on=on)
