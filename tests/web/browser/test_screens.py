"""Every screen of the office and every template of the public site, measured as it is drawn."""

from __future__ import annotations

import pytest

from tests.web.access.routes import find_routes
from tests.web.browser.axe import find_violations
from tests.web.browser.looks import find_hidden_focus, find_overflow, find_small_targets
from tests.web.browser.screens import (
    DESK,
    PHONE,
    ROLES,
    Screen,
    draw,
    find_public,
    find_screens,
    serving_site,
    sign_in,
)
from tests.web.browser.watch import Watch

NARROW = (320, 640)
WITHOUT_A_SCREEN = {
    "start", "sign-out", "display", "language", "report-check", "report-draft", "upload-columns",
    "upload-proposal", "upload-right", "upload-rows-right", "waiver-new", "waiver-end",
}  # fmt: skip
"""Routes that only lead on, or answer a script."""
IN_THE_JOURNEY = {"report-receipt"}
"""Seen in test_journey.py: there is no link to what has not been done."""


ALIKE = ("item", "plan", "leaders")
"""What other roles see as the office does; measured once."""


def faults(context, screens, home):
    """Name everything that is wrong with the screens, each fault with the screen and the size."""
    page = context.new_page()
    watch, found = Watch(page, home), []
    for screen in screens:
        page.goto(screen.url)
        for size in (DESK, PHONE):
            for scheme in ("light", "dark"):
                draw(page, size=size, scheme=scheme)
                at = f"{screen.name} {size[0]} {scheme}"
                found += [f"{at}: {line}" for line in find_violations(page)]
            found += [f"{at}: {line}" for line in find_small_targets(page)]
            found += [f"{at}: scrolls sideways: {line}" for line in find_overflow(page)]
        draw(page, size=NARROW, scheme="light")
        found += [f"{screen.name} 320: scrolls sideways: {line}" for line in find_overflow(page)]
        draw(page, size=DESK, scheme="light")
        found += [f"{screen.name}: {line}" for line in find_hidden_focus(page)]
        found += [f"{screen.name}: {line}" for line in watch.take()]
    page.close()
    return "\n".join(found)


@pytest.mark.parametrize("role", ROLES)
def test_every_screen_of_a_role_is_fit_for_everybody(role, browser, office):
    context = sign_in(browser, office, office.account(role))
    screens = find_screens(context, office, role)
    if role != "office":
        screens = [s for s in screens if s.name.split("-")[1] not in ALIKE]
    assert faults(context, screens, office.url) == ""
    context.close()


def test_the_screens_of_nobody_are_fit_for_everybody(browser, office):
    context = browser.new_context()
    screens = [Screen("sign-in", office.url + "/sign-in/")]
    assert faults(context, screens, office.url) == ""
    context.close()


def test_every_template_of_the_public_site_is_fit_for_everybody(browser, furnished):
    context = browser.new_context(java_script_enabled=True)
    site = furnished / "site" / "current"
    with serving_site(site) as url:
        screens = find_public(site, url)
        assert len(screens) >= 20
        assert faults(context, screens, url) == ""
    context.close()


def test_every_route_is_seen_by_following_links(browser, office):
    seen = {"sign-in"}
    for role in ROLES:
        context = sign_in(browser, office, office.account(role))
        for screen in find_screens(context, office, role):
            seen.add(screen.name.removeprefix(f"{role}-").rstrip("-0123456789"))
        context.close()
    routes = {route.name for route in find_routes()} - WITHOUT_A_SCREEN - IN_THE_JOURNEY
    assert routes - seen == set()
