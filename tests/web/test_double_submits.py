"""The double click as the server meets it: two equal POSTs at once, over HTTP, on a database file."""

from __future__ import annotations

import http.client
import re
import sqlite3
import subprocess
import sys
import urllib.parse
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from urllib.parse import urlsplit

import pytest

from tests.web.browser.office import environment, serving

FEW, MANY = 100, 1_000
HANDS = 8

PREPARE = """
import sys
from shishi.web.start import open_office
open_office()
from django.core.management import call_command
call_command("migrate", verbosity=0)
call_command("collectstatic", verbosity=0, interactive=False)
from django.test import Client
from shishi.web.projects.models import Slot
from tests.web.factories import make_item, make_slot, make_world
from shishi.web.tenancy import open_district
world = make_world()
with open_district(world.district):
    for order in range(2, int(sys.argv[1]) + 1):
        make_item(world.plan, world.lead_unit, order=order)
    make_slot(world.slot.item, "2031-02")
    slots = list(Slot.objects.filter(period="2031-02").values_list("pk", flat=True))
client = Client()
client.force_login(world.zhang.user, backend="django.contrib.auth.backends.ModelBackend")
print(client.cookies["sid"].value, *slots)
"""


@pytest.fixture
def prepared(request, tmp_path_factory):
    """A database with a slot for each pair, and the session of the liaison who files them all."""
    home = tmp_path_factory.mktemp("double") / "home"
    home.mkdir()
    command = [sys.executable, "-c", PREPARE, str(request.param)]
    told = subprocess.run(
        command, check=True, env=environment(home), capture_output=True, text=True
    )
    session, *slots = told.stdout.split()
    return home, session, slots


@pytest.mark.parametrize(
    "prepared", [FEW, pytest.param(MANY, marks=pytest.mark.long)], indirect=True
)
def test_every_double_submit_makes_one_report(prepared):
    home, session, slots = prepared
    pairs = len(slots)
    assert pairs in (FEW, MANY)
    with serving(home, workers=2) as office:
        cookies, token = open_form(office.url, session, slots[0])
        one = Submitter(office.url, cookies, token)
        with ThreadPoolExecutor(HANDS) as hands:
            firsts = [hands.submit(one.post, slot) for slot in slots for _ in range(2)]
            answers = [first.result() for first in firsts]
        other = one.post(slots[0], progress="别的话。")
    for first, second in zip(answers[::2], answers[1::2], strict=True):
        assert first == second
        assert first[0] == 302
        assert "/receipts/" in first[1]
    assert other[0] == 409
    assert count(home) == {"projects_report": pairs, "projects_receipt": pairs,
                           "projects_revision": pairs, "submit-report": pairs}  # fmt: skip


class Submitter:
    """Posts the same words under the same key for a slot, each time over a connection of its own."""

    def __init__(self, url: str, cookies: str, token: str) -> None:
        self.host, self.cookies, self.token = urlsplit(url).netloc, cookies, token

    def post(self, slot: str, progress: str = "完成改造12公里。") -> tuple[int, str]:
        body = urllib.parse.urlencode({
            "csrfmiddlewaretoken": self.token, "progress": progress,
            "claimed": "正常", "explanation": "", "version": 0, "key": f"key-of-{slot}",
            "do": "submit",
        })  # fmt: skip
        headers = {"Cookie": self.cookies, "Content-Type": "application/x-www-form-urlencoded"}
        with closing(http.client.HTTPConnection(self.host, timeout=30)) as line:
            line.request("POST", f"/d/yunxi/reports/{slot}/", body, headers)
            answer = line.getresponse()
            answer.read()
            return answer.status, answer.headers.get("Location", "")


def open_form(url: str, session: str, slot: str) -> tuple[str, str]:
    """Open one form for the cookie and the token that every POST needs."""
    with closing(http.client.HTTPConnection(urlsplit(url).netloc, timeout=30)) as line:
        line.request("GET", f"/d/yunxi/reports/{slot}/", headers={"Cookie": f"sid={session}"})
        answer = line.getresponse()
        page = answer.read().decode()
    csrf = re.search(r"csrf=([^;]+)", answer.headers["Set-Cookie"])
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert csrf
    assert token
    return f"sid={session}; csrf={csrf[1]}", token[1]


def count(home) -> dict[str, int]:
    """Count what was stored, and the Events of it."""
    tables = ("projects_report", "projects_receipt", "projects_revision")
    with closing(sqlite3.connect(home / "shishi.sqlite3")) as database:
        told = {t: database.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in tables}
        events = "SELECT count(*) FROM accounts_event WHERE action = 'submit-report'"
        return {**told, "submit-report": database.execute(events).fetchone()[0]}
