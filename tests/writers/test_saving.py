from __future__ import annotations

import os
from pathlib import Path

import pytest

from shishi.errors import NotWritten
from shishi.writers import saving
from shishi.writers.saving import check_target, save

FORMATS = ("xlsx", "html")


@pytest.mark.parametrize(
    ("name", "format"), [("表.xlsx", "xlsx"), ("表.XLSX", "xlsx"), ("a.htm", "html")]
)
def test_the_ending_of_the_name_says_the_format(tmp_path: Path, name: str, format: str) -> None:
    assert check_target(tmp_path / name, FORMATS, force=False) == format


@pytest.mark.parametrize("name", ["表", "表.xls", "xlsx", "表.csv"])
def test_a_name_that_says_no_format_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotWritten) as caught:
        check_target(tmp_path / name, FORMATS, force=True)

    assert caught.value.code == "unknown-format"
    assert all(".xlsx .html" in caught.value.line(language) for language in ("zh", "en"))


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotWritten) as caught:
        check_target(tmp_path / "没有" / "表.xlsx", FORMATS, force=False)

    assert caught.value.code == "no-folder"
    assert str(tmp_path / "没有") in caught.value.line("en")


def test_a_file_that_stands_there_is_replaced_only_when_asked(tmp_path: Path) -> None:
    file = tmp_path / "表.xlsx"
    file.write_bytes(b"old")

    with pytest.raises(NotWritten) as caught:
        check_target(file, FORMATS, force=False)
    assert caught.value.code == "exists"
    assert check_target(file, FORMATS, force=True) == "xlsx"


def test_a_saved_file_stands_alone_in_its_folder(tmp_path: Path) -> None:
    save(b"new", tmp_path / "表.xlsx")

    assert [(f.name, f.read_bytes()) for f in tmp_path.iterdir()] == [("表.xlsx", b"new")]


def test_a_failed_save_leaves_what_stood_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "表.xlsx"
    file.write_bytes(b"old")

    def no_space(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(saving.os, "fsync", no_space)
    with pytest.raises(NotWritten) as caught:
        save(b"new", file)

    assert caught.value.code == "unwritable"
    assert [(f.name, f.read_bytes()) for f in tmp_path.iterdir()] == [("表.xlsx", b"old")]


def test_a_save_over_a_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "表.xlsx"
    os.mkdir(folder)

    with pytest.raises(NotWritten):
        save(b"new", folder)
    assert [f.name for f in tmp_path.iterdir()] == ["表.xlsx"]
