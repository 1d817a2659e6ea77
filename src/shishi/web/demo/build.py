"""Build the demo once, and give its people new passwords."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from shishi.web.accounts.changing import changing, gate
from shishi.web.accounts.models import District, Post
from shishi.web.accounts.people import set_password
from shishi.web.demo.founding import FOUNDER, Cast, bring_in_drafts, bring_in_plan, found
from shishi.web.demo.story import MONTHS, PlanStory, load_story
from shishi.web.demo.telling import moment, tell_periods
from shishi.web.projects.actions.releases import release_plan
from shishi.web.projects.models import Plan, Release
from shishi.web.snapshot import take_snapshot
from shishi.web.tenancy import open_district

YEAR = 2025
"""The year that the demo tells when nobody names another."""

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that look alike
_QUARTER = 3
_PUBLISHED = (3, 6, 9, MONTHS)
"""The months whose table was published."""

Tell = Callable[[str, int, bool], None]
"""Hears a district's name, the month that was told (0: it was founded), and whether it was the last."""


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody of the demo who can sign in; `password` is "" unless it was made just now."""

    district: str
    username: str
    title: str
    role: str
    password: str = ""


def build_demo(*, year: int = YEAR, tell: Tell = lambda name, month, last: None) -> bool:
    """Build the demo's districts, each Event at a moment of that year or of the weeks before it.

    A district that stands is kept as it is. Says whether anything was built. Nobody can sign in
    afterwards: see reset_passwords.
    """
    built = False
    for told in load_story("district")["districts"]:
        if not District.objects.filter(slug=told["slug"]).exists():
            _build_district(told, year=year, tell=tell)
            built = True
    return built


def reset_passwords(*, on: datetime) -> tuple[Account, ...]:
    """Give everybody who can sign in to the demo a new random password, and tell it this once."""
    accounts = []
    for account, post in _signing_in():
        password = make_password()
        with open_district(post.district), changing():
            set_password(post.user, password, by=FOUNDER, on=on)
        accounts.append(Account(*account, password))
    return tuple(accounts)


def demo_accounts() -> tuple[Account, ...]:
    """List who can sign in to the demo, without passwords: those are not kept."""
    return tuple(Account(*account) for account, _ in _signing_in())


def make_password() -> str:
    """Make a password of four groups of four letters and digits: 79 bits.

    >>> len(make_password()), make_password() == make_password()
    (19, False)
    """
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))
    return "-".join(groups)


def _signing_in() -> list[tuple[tuple[str, str, str, str], Post]]:
    found = []
    for told in load_story("district")["districts"]:
        for person in told["people"]:
            posts = Post.objects.select_related("user", "district")
            post = posts.filter(
                user__username=person["username"], district__slug=told["slug"]
            ).first()
            if post:
                shown = (post.district.name, person["username"], person["title"], post.role)
                found.append((shown, post))
    return found


def _build_district(told: Mapping[str, Any], *, year: int, tell: Tell) -> None:
    # One transaction: a build that was broken off leaves nothing, and is begun again by the next.
    with gate(), transaction.atomic():
        _tell_district(told, year=year, tell=tell)


def _tell_district(told: Mapping[str, Any], *, year: int, tell: Tell) -> None:
    cast = found(told, on=moment(date(year, 1, 6), 30))
    tell(told["name"], 0, False)
    with open_district(cast.district):
        plans = []
        for number, name in enumerate(told["plans"]):
            story = PlanStory(load_story(name), year)
            on = moment(date(year, 1, 8), 60 + 30 * number)
            plans.append((story, bring_in_plan(story, cast, on=on)))
        for month in range(1, MONTHS + 1):
            _tell_month(plans, month, cast=cast)
            tell(told["name"], month, month == MONTHS)
        bring_in_drafts(told, cast, on=moment(date(year, MONTHS + 1, 21), 90))


@changing()
def _tell_month(plans: Sequence[tuple[PlanStory, Plan]], month: int, *, cast: Cast) -> None:
    due = [(s, plan, month // s.every) for s, plan in plans if month % s.every == 0]
    tell_periods(due, cast=cast)
    for story, plan, number in due:
        if month in _PUBLISHED:
            _release(plan, story.period(number).end, cast=cast)


def _release(plan: Plan, end: date, *, cast: Cast) -> None:
    on = moment(end + timedelta(days=20), 400)
    number = Release.objects.filter(plan=plan).count() + 1
    snapshot = take_snapshot(plan, on=on, release=number)
    release_plan(plan, snapshot.as_json(), by=cast.office.user.username, on=on)
