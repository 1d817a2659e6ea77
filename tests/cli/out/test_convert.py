from __future__ import annotations

import json
from pathlib import Path

import pytest

from shishi.writers.formats import fonts
from tests.cli.conftest import TABLE, Run

FORMATS = ["xlsx", "docx", "html", "csv", "json", "pdf"]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "云溪.txt"
    file.write_text(TABLE, encoding="utf-8")
    return file


@pytest.mark.parametrize("format", FORMATS)
def test_a_table_is_written_in_the_format_its_name_ends_in(
    shishi: Run, source: Path, format: str
) -> None:
    if format == "pdf" and len(fonts.choose_pdf_fonts()) < 3:
        pytest.skip("no Chinese typeface is installed here")
    out = source.with_name(f"表.{format}")
    code, printed, _ = shishi("convert", source, out)

    begins = {"xlsx": b"PK", "docx": b"PK", "pdf": b"%PDF", "json": b"{", "csv": b"\xef\xbb\xbf"}
    assert code == 0
    assert f"已写出 {out}（2条" in printed
    assert out.read_bytes().startswith(begins.get(format, b"<!doctype html>"))


def test_a_json_file_holds_what_extract_prints(shishi: Run, source: Path) -> None:
    out = source.with_name("表.json")
    shishi("convert", source, out)
    _, printed, _ = shishi("extract", "--json", source)

    assert json.loads(out.read_text("utf-8")) == json.loads(printed)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("表.xls", []),
        ("没有/表.xlsx", []),
        ("云溪.html", []),
        ("表.xlsx", ["--layout", "没有"]),
    ],
)
def test_what_cannot_be_written_is_said_on_one_line_before_the_work(
    shishi: Run, source: Path, name: str, options: list[str], language: str
) -> None:
    stands = source.with_suffix(".html")
    stands.write_text("old")
    code, printed, said = shishi(
        "convert", source, source.parent / name, *options, "--lang", language
    )

    assert (code, printed, said.count("\n")) == (2, "", 1)
    assert stands.read_text() == "old"


def test_a_file_is_replaced_with_force(shishi: Run, source: Path) -> None:
    out = source.with_name("表.html")
    out.write_text("old")

    assert shishi("convert", source, out, "--force")[0] == 0
    assert "口袋公园" in out.read_text("utf-8")


def test_a_page_without_a_table_writes_nothing(shishi: Run, source: Path) -> None:
    source.write_text("今天天气很好。\n", encoding="utf-8")
    out = source.with_name("表.xlsx")
    code, printed, said = shishi("convert", source, out)

    assert (code, printed, said.count("\n"), out.exists()) == (2, "", 1, False)


def test_a_source_that_is_not_there_writes_nothing(shishi: Run, source: Path) -> None:
    out = source.with_name("表.xlsx")
    code, _, said = shishi("convert", source.with_name("没有.txt"), out)

    assert (code, said.count("\n"), out.exists()) == (2, 1, False)


def test_what_a_layout_leaves_out_is_said(shishi: Run, source: Path) -> None:
    out = source.with_name("表.csv")
    code, _, said = shishi("convert", source, out, "--layout", "baoshan-month", "--lang", "en")

    assert code == 0
    assert "no column for “status”: 2 cells" in said


def test_a_typeface_that_stands_in_is_named(shishi: Run, source: Path) -> None:
    _, _, said = shishi("convert", source, source.with_name("表.docx"), "--lang", "en")

    assert "a machine without it shows 宋体, 等线, 仿宋" in said


@pytest.mark.parametrize(("format", "told"), [("csv", True), ("json", False)])
def test_doubts_are_told_where_the_file_has_no_place_for_them(
    shishi: Run, source: Path, format: str, told: bool
) -> None:
    out = source.with_name(f"表.{format}")

    _, _, said = shishi("convert", source, out, "--column", "没有的表头=other")

    assert ("没有把握读对" in said) is told
