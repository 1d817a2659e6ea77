"""Every screen of the office and every template of the public site, found by following links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from django.urls import Resolver404, resolve
from playwright.sync_api import Browser, BrowserContext, Page

from tests.web.browser.office import Office

ROLES = ("office", "reporter", "leader")
SEVERAL = {"report": 5, "review": 3, "item": 3, "upload": 2, "release-new": 2}
"""Addresses that look different from case to case: how many of them to take; of others one."""

LINKS = re.compile(r'href="(/[^"#]*)')
NUMBERS = re.compile("[0-9]+(-[0-9]+|Q[0-9])?")
DESK, PHONE = (1280, 900), (390, 844)


@dataclass(frozen=True)
class Screen:
    """A page to look at: a name for a file, and its address."""

    name: str
    url: str


def sign_in(browser: Browser, office: Office, account: dict[str, str]) -> BrowserContext:
    """Sign in as a person does."""
    context = browser.new_context(viewport={"width": DESK[0], "height": DESK[1]}, locale="zh-CN")
    page = context.new_page()
    page.goto(office.url + "/sign-in/")
    page.fill("[name=username]", account["username"])
    page.fill("[name=password]", account["password"])
    page.click("main button[type=submit]")
    page.wait_for_url(re.compile("/d/"))
    page.close()
    return context


def find_screens(context: BrowserContext, office: Office, role: str) -> list[Screen]:
    """Follow links as a person who is signed in; one screen an address of urls.py, of SEVERAL more."""
    found: list[Screen] = []
    seen: set[str] = set()
    taken: Counter[str] = Counter()
    waiting = ["/"]
    while waiting:
        path = waiting.pop(0)
        name = name_of(path)
        if path in seen or not name or taken[name] >= SEVERAL.get(name, 1):
            continue
        seen.add(path)
        answer = context.request.get(office.url + path)
        if not answer.ok:
            raise AssertionError(f"{path} as {role}: {answer.status}")
        taken[name] += 1
        number = f"-{taken[name]}" if name in SEVERAL else ""
        found.append(Screen(f"{role}-{name}{number}", office.url + path))
        waiting += [link.replace("&amp;", "&") for link in LINKS.findall(answer.text())]
    return [screen for screen in found if not screen.name.endswith("-start")]


def name_of(path: str) -> str:
    """Name the route of a path; "" for files and for what is not an address of the office."""
    try:
        return resolve(path.partition("?")[0]).url_name or ""
    except Resolver404:
        return ""


def find_public(site: Path, url: str) -> list[Screen]:
    """Give one page of the public site for each template of each edition."""
    kinds: dict[str, Screen] = {}
    for file in sorted(site.rglob("*.html")):
        address = file.relative_to(site).as_posix()
        kind = NUMBERS.sub("n", address.removesuffix("index.html"))
        kind = re.sub(r"\bd/[^/]+/[^/]+/", "plan/", kind)
        kind = re.sub(r"\bd/[^/]+/", "district/", kind)
        name = "public-" + (kind.strip("/").replace("/", "-").removesuffix(".html") or "home")
        kinds.setdefault(name, Screen(name, f"{url}/{address}"))
    return list(kinds.values())


@contextmanager
def serving_site(site: Path) -> Iterator[str]:
    """Serve a published site as any web server of files would."""
    handler = partial(_Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def draw(page: Page, *, size: tuple[int, int], scheme: str) -> None:
    """Draw the page anew at a size, in light or dark."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    # Without motion: a colour that is on its way from light to dark is neither.
    page.emulate_media(
        color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""
