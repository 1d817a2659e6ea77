"""One workbook as LibreOffice saved it in three formats: shown alike, told alike."""

from pathlib import Path

import pytest

from shishi.errors import UnreadableSource
from shishi.readers import office, read
from shishi.readers.document import Flow, Grid
from shishi.readers.formats import CONVERTED

SAMPLES = Path(__file__).parent / "samples"
FORMATS = ("xlsx", "xls", "ods")
TOLD = {"hidden-rows", "comments", "hidden-sheet"}

every_format = pytest.mark.parametrize("kind", FORMATS)


def load(kind: str):  # type: ignore[no-untyped-def]
    return read((SAMPLES / f"shown.{kind}").read_bytes(), f"表.{kind}")


@every_format
def test_workbook_of_any_format_shows_the_same_cells(kind: str) -> None:
    flow, grid = load(kind).parts

    assert isinstance(flow, Flow)
    assert [p.text.value for p in flow.paragraphs] == ["标题"]
    assert isinstance(grid, Grid)
    assert [(c.row, c.column, c.rows, c.columns, c.text.value) for c in grid.cells] == [
        (2, 1, 1, 1, "序号"), (2, 2, 1, 1, "项目"), (2, 3, 1, 1, "比例"), (2, 4, 1, 1, "日期"),
        (3, 1, 1, 1, "1"), (3, 2, 1, 1, "公园\n二"), (3, 3, 1, 1, "50%"), (3, 4, 1, 1, "2024年10月8日"),
        (4, 1, 1, 1, "2"), (4, 2, 1, 1, "学校"), (4, 3, 1, 1, "12家"), (4, 4, 1, 1, "007"),
        (6, 1, 2, 1, "合"), (6, 2, 1, 1, "x"), (7, 2, 1, 1, "y"),
    ]  # fmt: skip


@every_format
def test_workbook_of_any_format_keeps_what_it_hides_apart(kind: str) -> None:
    document = load(kind)

    row, comments, sheet = document.aside
    assert isinstance(row, Grid)
    assert [c.text.value for c in row.cells] == ["3", "隐藏", "1,234.50", "1235.5"]
    assert isinstance(comments, Flow)
    assert comments.paragraphs[0].text.value == "B3: 批注"
    assert (sheet.name, document.source.format) == ("旧", kind)
    assert {f.code for f in document.findings} - {"formula-values"} == TOLD


@every_format
def test_workbook_that_is_cut_short_is_damaged(kind: str) -> None:
    data = (SAMPLES / f"shown.{kind}").read_bytes()

    with pytest.raises(UnreadableSource) as caught:
        read(data[: len(data) // 2], f"表.{kind}")
    assert caught.value.code == "damaged"


def test_workbook_named_et_is_read_by_its_content() -> None:
    assert read((SAMPLES / "shown.xls").read_bytes(), "表.et").source.format == "xls"
    assert read((SAMPLES / "shown.xlsx").read_bytes(), "表.et").source.format == "xlsx"


def test_file_for_an_office_program_that_is_not_there_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(UnreadableSource) as caught:
        read(b"{\\rtf1 x}", "表.doc")
    assert caught.value.code == "no-office-program"
    assert "LibreOffice" in caught.value.reason["zh"]


def test_file_that_an_office_program_cannot_read_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setattr(office.shutil, "which", lambda name: str(program))

    with pytest.raises(UnreadableSource) as caught:
        read(b"{\\rtf1 x}", "表.doc")
    assert caught.value.code == "not-converted"


def test_every_converted_format_becomes_one_that_is_read() -> None:
    assert set(CONVERTED.values()) <= {"xlsx", "docx"}
