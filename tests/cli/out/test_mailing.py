from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import TABLE, Run


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "云溪.txt"
    file.write_text(TABLE.replace("住建局", ""), encoding="utf-8")
    return file


@pytest.mark.parametrize("command", [["check"], ["assess", "--on", "2031-09-30"]])
def test_findings_are_written_into_a_workbook(
    shishi: Run, source: Path, command: list[str]
) -> None:
    out = source.with_suffix(".xlsx")
    code, printed, _ = shishi(*command, source, "--xlsx", out)
    sheet = openpyxl.load_workbook(out).worksheets[0]

    assert (code, printed.count("\n")) == (0, 1)
    assert f"已写出 {out}" in printed
    assert sheet.cell(2, 1).value == "牵头单位"
    assert sheet.max_row > 2


def test_the_exit_code_stays_that_of_the_check(shishi: Run, source: Path) -> None:
    source.write_text("今天天气很好。\n", encoding="utf-8")

    assert shishi("check", source, "--xlsx", source.with_suffix(".xlsx"))[0] == 1


def test_a_file_that_cannot_be_read_is_left_out(shishi: Run, source: Path) -> None:
    out = source.with_suffix(".xlsx")
    code, printed, said = shishi("check", source.with_name("没有.txt"), source, "--xlsx", out)

    assert (code, printed.count("\n"), said.count("\n")) == (2, 1, 1)
    assert out.exists()


@pytest.mark.parametrize("name", ["表.csv", "云溪.xlsx"])
def test_a_workbook_that_cannot_be_written_is_said_on_one_line(
    shishi: Run, source: Path, name: str
) -> None:
    source.with_suffix(".xlsx").write_text("old")
    code, printed, said = shishi("check", source, "--xlsx", source.with_name(name))

    assert (code, printed, said.count("\n")) == (2, "", 1)
    assert source.with_suffix(".xlsx").read_text() == "old"


def test_extract_writes_its_table_too(shishi: Run, source: Path) -> None:
    out = source.with_suffix(".csv")
    code, printed, _ = shishi("extract", source, "--csv", out)

    assert (code, out.read_bytes()[:3]) == (0, b"\xef\xbb\xbf")
    assert f"已写出 {out}" in printed


def test_extract_writes_one_table_only(shishi: Run, source: Path) -> None:
    out = source.with_suffix(".csv")
    code, printed, said = shishi("extract", source, source, "--csv", out)

    assert (code, printed, said.count("\n"), out.exists()) == (2, "", 1, False)
