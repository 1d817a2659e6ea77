"""A report that was acknowledged is there, whatever became of the server."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import Counter
from pathlib import Path

import pytest

from tests.web.kills.load import ROOT, kill_under_load, words_of
from tests.web.postgres import start_postgres, url_of

pytestmark = pytest.mark.long
KILLS = 100
OFFICE = "shishi.web.wsgi:application"
HASTY = "tests.web.kills.hasty:application"


@pytest.fixture(params=["sqlite", "postgres"])
def production(request):
    """The environment of an office with production settings on an empty, durable database."""
    home = Path(tempfile.mkdtemp(prefix="shishi-kills-"))
    home.chmod(0o755)
    env = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    env |= {"SHISHI_HOME": str(home), "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}"}
    env["DJANGO_SETTINGS_MODULE"] = "shishi.web.settings"
    server = None
    if request.param == "postgres":
        server = start_postgres(home / "postgres", durable=True)
        env["SHISHI_DATABASE_URL"] = url_of(server)
    yield env
    if server:
        server.cleanup()
    shutil.rmtree(home, ignore_errors=True)


def lost(reporters, found):
    """The acknowledged submissions whose words or receipt are not in the database."""
    return [
        slot
        for slot, key in reporters.acknowledged.items()
        if found["words"].get(str(slot)) != words_of(slot)
        or found["receipts"].get(str(slot)) != key
    ]


def test_a_hundred_kills_lose_no_acknowledged_report(production):
    reporters, found = kill_under_load(production, kills=KILLS, slots=12_000, application=OFFICE)
    others = Counter(status for status, _ in reporters.odd)
    print(f"{len(reporters.acknowledged)} acknowledged, other answers: {dict(others)}")
    assert len(reporters.acknowledged) >= 10 * KILLS
    assert lost(reporters, found) == []
    assert found["twice"] == []
    assert found["reports"] == found["events"] == len(found["receipts"])
    assert found["broken"] == []


def test_a_server_that_acknowledges_before_it_commits_loses_reports(production):
    """The twin: the same kills find what a hasty server loses, so the test above can fail."""
    reporters, found = kill_under_load(production, kills=3, slots=2_000, application=HASTY)
    assert lost(reporters, found)
