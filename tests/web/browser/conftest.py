from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.web.browser.chromium import FLAGS, MISSING, find_chromium
from tests.web.browser.office import Office, furnish, serving

HERE = Path(__file__).parent


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if find_chromium():
        return
    browsing = [item for item in items if HERE in item.path.parents]
    items[:] = [item for item in items if item not in browsing]
    config.hook.pytest_deselected(items=browsing)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not find_chromium():
        terminalreporter.write_line(MISSING, yellow=True)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium of the module's own: its loop would be in the way of other modules' databases."""
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        yield chromium
        chromium.close()
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with the demo, made once for all processes of the tests; to be copied, not used."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    home = shared / "furnished"
    with (shared / "furnished.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (home / "accounts.json").exists():
            furnish(home)
    return home


@pytest.fixture(scope="module")
def office(furnished: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office of the module's own that runs."""
    home = tmp_path_factory.mktemp("office") / "home"
    shutil.copytree(furnished, home, symlinks=True)
    with serving(home) as running:
        yield running
