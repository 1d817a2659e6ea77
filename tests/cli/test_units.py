"""`--units FILE` holds the units of a page against a register."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

PAGE = """云溪区2031年民生实事项目9月进展表
序号 | 项目名称 | 牵头单位 | 配合单位 | 进展情况
1 | 修路3条 | 教育居 | 区水力局 | 完成2条
2 | 建馆1座 | 园林局 | 水利局、大□街道 | 已开工
3 | 植树9棵 | 水利局 | 教育局、各街道 | 完成9棵
"""
REGISTER = "# 云溪区\n教育局\n水利局、水务局\n大碶街道\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "page.txt"
    file.write_text(PAGE, encoding="utf-8")
    return file


@pytest.fixture(params=["utf-8", "utf-8-sig", "gb18030"])
def units(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    file = tmp_path / "units.txt"
    file.write_text(REGISTER, encoding=request.param)
    return file


def told(shishi: Run, command: str, *arguments: object) -> set[tuple[str, int, str | None]]:
    _, printed, _ = shishi(command, *arguments, "--json")
    return {
        (f["code"], f["facts"]["order"], f["facts"]["proposal"])
        for f in json.loads(printed)["findings"]
        if f["code"] in {"lead-unit-unknown", "support-unit-unknown", "damaged-name"}
    }


UNKNOWN = {
    ("lead-unit-unknown", 1, "教育局"),
    ("support-unit-unknown", 1, "区水利局"),
    ("lead-unit-unknown", 2, None),
    ("damaged-name", 2, "大碶街道"),
}


@pytest.mark.parametrize(
    ("command", "more"),
    [("read", ()), ("extract", ()), ("check", ()), ("assess", ("--on", "2031-09-30"))],
)
def test_units_that_the_register_lacks_and_slips_are_told_by_every_command(
    shishi: Run, page: Path, units: Path, command: str, more: tuple[str, ...]
) -> None:
    assert told(shishi, command, page, "--units", units, *more) == UNKNOWN


def test_without_a_register_only_what_sounds_alike_or_is_damaged_is_asked_about(
    shishi: Run, page: Path
) -> None:
    assert ("lead-unit-unknown", 2, None) not in told(shishi, "check", page)
    assert told(shishi, "read", page) == set()


def test_unknown_units_stand_on_the_lines_of_a_read_too(
    shishi: Run, page: Path, units: Path
) -> None:
    _, printed, _ = shishi("read", page, "--units", units)

    assert "[lead-unit-unknown]" in printed


def test_register_that_cannot_be_read_is_named(shishi: Run, page: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("# 没有\n", encoding="utf-8")

    for file in (empty, tmp_path / "none.txt"):
        code, printed, said = shishi("check", page, "--units", file)

        assert (code, printed) == (2, "")
        assert str(file) in said
