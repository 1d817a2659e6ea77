"""Files that only an office program reads, made by LibreOffice itself where it is installed."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from shishi.errors import UnreadableSource
from shishi.layouts import extract
from shishi.readers import read
from shishi.records import Field
from shishi.rulebook import load_rulebook
from tests.office_program import needs_office, save_as
from tests.readers.sheets.xlsb import as_xlsb
from tests.readers.test_compound import compound

TITLE = "2031年云溪区民生实事项目9月进展表"
ROWS = (
    "<td>序号</td><td>类别</td><td>项目名称</td><td>牵头单位</td><td>进展情况</td>",
    "<td>1</td><td rowspan=2>便民出行</td><td>新建公厕3座</td><td>区住建局、石埠镇</td><td>已完成1座</td>",
    "<td>2</td><td>改造泵房9座</td><td>区水务局</td><td>已完成4座，完成率45%</td>",
)
PAGE = (
    f'<html><head><meta charset="utf-8"></head><body><h1>{TITLE}</h1><table border=1>'
    f"{''.join(f'<tr>{row}</tr>' for row in ROWS)}</table></body></html>"
)
EXPECTED = [
    ("1", "便民出行", "新建公厕3座", ("区住建局", "石埠镇"), "已完成1座"),
    ("2", "便民出行", "改造泵房9座", ("区水务局",), "已完成4座，完成率45%"),
]
WRITERS = {
    "doc": ("writer", "doc:MS Word 97"),
    "wps": ("writer", "doc:MS Word 97"),  # what WPS writes under this name
    "rtf": ("writer", "rtf:Rich Text Format"),
    "odt": ("writer", "odt:writer8"),
    "et": ("calc", "xls:MS Excel 97"),  # what WPS writes under this name
}
SPREADSHEET_XML = ("calc", "xml:MS Excel 2003 XML")


def saved(folder: Path, writer: tuple[str, str]) -> bytes:
    """Let LibreOffice save the page in a format of its own."""
    program, target = writer
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    filters = {"writer": "HTML (StarWriter)", "calc": "HTML (StarCalc)"}
    page, filter_ = folder / "page.html", filters[program]
    save_as(target, [page], folder, profile=folder / "profile", infilter=filter_)
    return (folder / f"page.{target.partition(':')[0]}").read_bytes()


def told(data: bytes, name: str) -> list[tuple[object, ...]]:
    page = extract(read(data, name), rulebook=load_rulebook("default"))
    fields = (Field.CODE, Field.THEME, Field.ITEM, Field.PROGRESS)
    rows = []
    for record in page.records:
        code, theme, item, progress = (record.printed(f).replace("\n", "") for f in fields)
        names = tuple(t.value for t in record.names[Field.LEAD_UNITS])
        rows.append((code, theme, item, names, progress))
    return rows


@pytest.mark.long
@needs_office
@pytest.mark.parametrize("kind", WRITERS)
def test_table_that_libreoffice_saved_is_read_as_the_page_it_came_from(
    kind: str, tmp_path: Path
) -> None:
    data = saved(tmp_path, WRITERS[kind])
    assert told(data, f"表.{kind}") == EXPECTED
    assert read(data, f"表.{kind}").source.format == {"wps": "doc", "et": "xls"}.get(kind, kind)


BINARY_BOOK = as_xlsb(
    [
        [TITLE, "", "", "", ""],
        ["序号", "类别", "项目名称", "牵头单位", "进展情况"],
        [1, "便民出行", "新建公厕3座", "区住建局、石埠镇", "已完成1座"],
        [2, "", "改造泵房9座", "区水务局", "已完成4座，完成率45%"],
    ],
    (0, 0, 0, 4),
    (2, 3, 1, 1),
)


@pytest.mark.long
@needs_office
def test_binary_workbook_is_read_as_the_table_it_holds() -> None:
    assert told(BINARY_BOOK, "表.xlsb") == EXPECTED
    assert read(BINARY_BOOK, "表.xlsb").source.format == "xlsb"


def test_binary_workbook_written_by_hand_is_one_to_another_reader() -> None:
    rows = CalamineWorkbook.from_filelike(io.BytesIO(BINARY_BOOK)).get_sheet_by_index(0).to_python()

    assert rows[0] == [TITLE, "", "", "", ""]
    assert rows[3] == [2.0, "", "改造泵房9座", "区水务局", "已完成4座，完成率45%"]


@pytest.mark.parametrize("name", ["表.xlsb", "表.xlsx", "表.et"])
def test_binary_workbook_asks_for_the_office_program_whatever_its_name(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(UnreadableSource) as caught:
        read(BINARY_BOOK, name)
    assert caught.value.code == "no-office-program"
    assert "xlsb" in caught.value.reason["zh"]


@pytest.mark.parametrize("streams", [("CONTENTS", "MatOST"), ("Data", "WPSDraw")])
def test_wps_file_of_another_program_is_refused_with_what_to_do(streams: tuple[str, ...]) -> None:
    with pytest.raises(UnreadableSource) as caught:
        read(compound(*streams), "通知.wps")
    assert caught.value.code == "unsupported-ole"
    assert "WPS" in caught.value.remedy["zh"]
    assert "docx" in caught.value.remedy["zh"]


@pytest.mark.long
@needs_office
def test_cell_that_libreoffice_puts_under_a_merged_one_is_told(tmp_path: Path) -> None:
    """It writes no column behind a merged cell and reads none: 改造泵房9座 lands under 便民出行."""
    page = extract(
        read(saved(tmp_path, SPREADSHEET_XML), "表.xml"), rulebook=load_rulebook("default")
    )
    assert page.records[0].printed(Field.ITEM) == "新建公厕3座"
    assert "covered-cells" in [f.code for f in page.findings]


def package(*members: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for member in members:
            archive.writestr(member, "x")
    return made.getvalue()


@pytest.mark.long
@needs_office
@pytest.mark.parametrize(
    ("data", "name"),
    [
        (package("[Content_Types].xml", "xl/workbook.bin"), "表.xlsb"),
        (b"{\\rtf1", "表.doc"),
    ],
)
def test_file_that_libreoffice_makes_nothing_of_is_refused_with_a_reason(
    data: bytes, name: str
) -> None:
    with pytest.raises(UnreadableSource) as caught:
        read(data, name)
    assert caught.value.code in {"not-converted", "no-words", "damaged"}
    assert caught.value.reason["zh"]
    assert caught.value.remedy["zh"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (package("OFD.xml", "Doc_0/Document.xml"), "ofd"),
        (package("ppt/presentation.xml"), "pptx"),
    ],
)
def test_format_that_no_program_here_converts_is_named(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableSource) as caught:
        read(data, f"表.{kind}")
    assert caught.value.code == "unsupported"
    assert kind in caught.value.reason["zh"]
    assert "另存为" in caught.value.remedy["zh"]
