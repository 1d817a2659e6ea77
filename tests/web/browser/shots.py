"""Pictures of every screen: `python -m tests.web.browser.shots OUT`, or `make shots OUT=folder`.

Starts an office with the demo in a folder that is gone afterwards, and saves each screen of the
office, by role, and each template of the public site at 1280 and 390 px, light and dark.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import BrowserContext, sync_playwright

from tests.web.browser.chromium import FLAGS, MISSING, find_chromium
from tests.web.browser.office import furnish, serving
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

TALLEST = 6_000
"""Pixels of a picture; what is further down is left out."""


def main(out: Path) -> int:
    """Save the pictures; 2 where there is no browser."""
    if not find_chromium():
        print(MISSING)
        return 2
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        furnish(home)
        _shoot(home, out)
    print(f"{len(list(out.glob('*.png')))} pictures in {out}")
    return 0


def _shoot(home: Path, out: Path) -> None:
    with serving(home) as office, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        for role in ROLES:
            context = sign_in(browser, office, office.account(role))
            save(context, find_screens(context, office, role), out)
        context = browser.new_context()
        save(context, [Screen("nobody-sign-in", office.url + "/sign-in/")], out)
        site = home / "site" / "current"
        with serving_site(site) as url:
            save(context, find_public(site, url), out)
        browser.close()


def save(context: BrowserContext, screens: Iterable[Screen], out: Path) -> None:
    """Save each screen four times."""
    page = context.new_page()
    for screen in screens:
        page.goto(screen.url)
        for size in (DESK, PHONE):
            for scheme in ("light", "dark"):
                draw(page, size=size, scheme=scheme)
                high = page.evaluate("document.documentElement.scrollHeight")
                clip = {"x": 0, "y": 0, "width": size[0], "height": min(high, TALLEST)}
                path = out / f"{screen.name}-{size[0]}-{scheme}.png"
                page.screenshot(path=path, full_page=True, clip=clip)
    page.close()


if __name__ == "__main__":
    from shishi.web.start import open_office

    if len(sys.argv) != 2:
        sys.exit("usage: python -m tests.web.browser.shots OUT")
    open_office()
    sys.exit(main(Path(sys.argv[1])))
