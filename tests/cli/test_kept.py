"""What a stranger's file could not be kept from is said once, and only where a file was read."""

from __future__ import annotations

import pytest

from shishi.cli.door import run
from shishi.readers.apart import front

ZH, EN = "这台机器的内核不能限制", "Note: the kernel of this machine"


@pytest.fixture
def kept(monkeypatch):
    """A machine on which nothing can be taken from a child."""
    monkeypatch.setattr(front, "_KEPT", {"network", "files"})


@pytest.fixture
def page(tmp_path):
    file = tmp_path / "表.txt"
    file.write_text("序号 | 项目名称 | 牵头单位\n1 | 修路3条 | 住建局\n", encoding="utf-8")
    return str(file)


def test_what_is_not_kept_is_said_once_for_several_files(kept, page, capfd):
    run(["extract", page, page])

    out, err = capfd.readouterr()
    assert err.count(ZH) == 1
    assert "磁盘上的其他文件、网络" in err
    assert ZH not in out


def test_it_is_said_in_english_too_and_again_by_the_next_command(kept, page, capfd):
    for _ in range(2):
        run(["read", page, "--lang", "en", "--json"])

    out, err = capfd.readouterr()
    assert err.count(EN) == 2
    assert "other files on the disk, the network" in err
    assert EN not in out


def test_it_changes_no_exit_code(kept, page, monkeypatch, capfd):
    told = run(["check", page])
    monkeypatch.setattr(front, "_KEPT", set())

    assert run(["check", page]) == told


def test_nothing_is_said_where_the_walls_stand(page, monkeypatch, capfd):
    monkeypatch.setattr(front, "_KEPT", set())
    monkeypatch.setattr(front, "_listed", lambda value: [])
    run(["extract", page])

    assert ZH not in capfd.readouterr().err
