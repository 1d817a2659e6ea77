from __future__ import annotations

from typing import Any

import pytest

from shishi.cli.office import publish as command
from shishi.portal import Fault, NotPublishable
from shishi.web import publishing
from shishi.web.projects.actions.releases import release_plan
from shishi.web.snapshot import take_snapshot
from tests.cli.conftest import Run
from tests.web.factories import NOON, playing


@pytest.fixture
def released(db: Any) -> Any:
    with playing() as world:
        told = take_snapshot(world.plan, on=NOON, release=1).as_json()
        release_plan(world.plan, told, by="office", on=NOON)
        yield world


def test_publish_builds_the_site_and_says_where(shishi: Run, released: Any, tmp_path: Any) -> None:
    code, printed, complaint = shishi("publish", tmp_path / "site")
    assert (code, complaint) == (0, "")
    assert printed.startswith("已发布：1份清单、1项承诺、")
    assert (tmp_path / "site" / "current" / "index.html").exists()


@pytest.mark.parametrize(
    "asked", [("--district", "linqiao"), ("--plan", "no-such"), ("--district", "no-such")]
)
def test_publish_with_nothing_released_says_so_and_leaves_the_site(
    shishi: Run, released: Any, tmp_path: Any, asked: tuple[str, str]
) -> None:
    shishi("publish", tmp_path)
    before = (tmp_path / "current").resolve()
    code, printed, complaint = shishi("publish", tmp_path, *asked)
    assert (code, printed) == (2, "")
    assert complaint == "没有发布：index.html：没有可以发布的内容。原来的站点没有变。\n"
    assert (tmp_path / "current").resolve() == before


def test_publish_names_what_is_wrong_in_english_too(
    shishi: Run, released: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise NotPublishable([Fault("dead_link", "index.html", "x.html")])

    monkeypatch.setattr(publishing, "publish", refuse)
    code, _, complaint = shishi("publish", tmp_path, "--lang", "en")
    assert code == command.CANNOT
    assert "index.html: the link “x.html” leads nowhere" in complaint


def test_publish_without_a_folder_says_what_is_missing(shishi: Run) -> None:
    code, _, complaint = shishi("publish")
    assert code == 2
    assert "OUT" in complaint
