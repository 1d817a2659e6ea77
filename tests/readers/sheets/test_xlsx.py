import io
import zipfile

import openpyxl
import pytest

from shishi.errors import UnreadableSource
from shishi.findings import Severity, message
from shishi.places import Place
from shishi.readers import read
from shishi.readers.document import Flow, Grid
from tests.readers.sheets.written import codes, grid_of, read_written, shown, written


def changed(data: bytes, part: str, old: str, new: str) -> bytes:
    """Change the text of one part of a zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            target.writestr(
                name, text.replace(old.encode(), new.encode()) if name == part else text
            )
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def test_sheet_is_a_grid_with_its_name_and_the_rows_of_the_sheet() -> None:
    document = read_written(lambda book, sheet: sheet.write_row(2, 1, ["公园", "2座"]))

    grid = grid_of(document)
    assert (grid.name, grid.height, grid.width) == ("进度", 3, 3)
    assert grid.cells[0].text.place == Place("进度", 3, 2, None, (0, 2))
    assert document.source.format == "xlsx"


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.5, "0%", "50%"),
        (12, '0"家"', "12家"),
        (7, "000", "007"),
        (1234567.5, "#,##0.00", "1,234,567.50"),
        (45573, "yyyy/m/d", "2024/10/8"),
        (0.1 + 0.2, "General", "0.3"),
        (48414, '0!.0000,"亿"', "0.0048亿"),
    ],
)
def test_number_is_read_as_it_is_shown(value: float, code: str, text: str) -> None:
    document = read_written(
        lambda book, sheet: sheet.write_number(0, 0, value, book.add_format({"num_format": code}))
    )

    assert shown(document) == {(1, 1): text}


def test_merged_cell_stands_once_with_its_span() -> None:
    def write(book, sheet):  # type: ignore[no-untyped-def]
        sheet.merge_range("A1:B1", "合计")
        sheet.write("C1", "项目0")
        sheet.merge_range("A2:A4", "主题")
        for row in (1, 2, 3):
            sheet.write(row, 2, f"项目{row}")

    grid = read_written(write).parts[0]
    assert isinstance(grid, Grid)
    spans = {cell.text.value: (cell.rows, cell.columns) for cell in grid.cells}
    assert spans == {"合计": (1, 2), "主题": (3, 1)} | {f"项目{n}": (1, 1) for n in range(4)}  # fmt: skip


def test_merged_cell_that_reaches_beyond_the_words_is_cut_there() -> None:
    data = written(lambda book, sheet: (sheet.write_row(0, 0, ["a", "b"]), sheet.write("B2", "c")))
    everything = '</sheetData><mergeCells><mergeCell ref="A1:A1048576"/></mergeCells>'

    grid = grid_of(read(changed(data, SHEET, "</sheetData>", everything), "a.xlsx"))
    assert (grid.height, grid.width, grid.cells[0].rows, grid.cells[0].columns) == (2, 2, 2, 1)


def test_text_of_runs_breaks_and_pronunciation_is_the_text_that_is_printed() -> None:
    def write(book, sheet):  # type: ignore[no-untyped-def]
        bold = book.add_format({"bold": True})
        sheet.write_rich_string(0, 0, "新建", bold, "公园", "2座")
        sheet.write(0, 1, "一行\n二行")

    data = written(write)
    data = changed(
        data, "xl/sharedStrings.xml", "</si>", "<rPh sb='0' eb='1'><t>xin</t></rPh></si>"
    )

    assert shown(read(data, "a.xlsx")) == {(1, 1): "新建公园2座", (1, 2): "一行\n二行"}


def test_text_written_in_the_cell_itself_is_read() -> None:
    data = changed(
        written(lambda book, sheet: sheet.write_number(0, 0, 8)),
        SHEET,
        '<c r="A1"><v>8</v></c>',
        '<c t="inlineStr"><is><t>公园_x000D_\n</t></is></c><c t="b"><v>1</v></c><c t="str"><v>x</v></c>',
    )

    assert shown(read(data, "a.xlsx")) == {(1, 1): "公园\n", (1, 2): "TRUE", (1, 3): "x"}


def struck_cells(strike, *, shared):
    """Read a text of one run with this switch, kept beside the sheets or in its cell."""
    text = f"<r><rPr>{strike}</rPr><t>公园2座</t></r>"
    if shared:
        data = written(lambda book, sheet: sheet.write(0, 0, "公园2座"))
        data = changed(data, "xl/sharedStrings.xml", "<t>公园2座</t>", text)
    else:
        cell = f'<c r="A1" t="inlineStr"><is>{text}</is></c>'
        data = written(lambda book, sheet: sheet.write_number(0, 0, 8))
        data = changed(data, SHEET, '<c r="A1"><v>8</v></c>', cell)
    document = read(data, "a.xlsx")
    assert shown(document) == {(1, 1): "公园2座"}
    return [f.facts["cell"] for f in document.findings if f.code == "struck-cell"]


@pytest.mark.parametrize("shared", [True, False])
@pytest.mark.parametrize("strike", ["<strike/>", '<strike val="1"/>', '<strike val="true"/>'])
def test_text_of_one_run_that_is_struck_out_is_a_finding(strike: str, *, shared: bool) -> None:
    assert struck_cells(strike, shared=shared) == ["A1"]


@pytest.mark.parametrize("shared", [True, False])
@pytest.mark.parametrize("strike", ["<b/>", '<strike val="0"/>', '<strike val="false"/>'])
def test_text_of_one_run_that_is_not_struck_out_is_no_finding(strike: str, *, shared: bool) -> None:
    assert struck_cells(strike, shared=shared) == []


def test_hidden_rows_and_columns_go_aside_with_a_finding() -> None:
    def write(book, sheet):  # type: ignore[no-untyped-def]
        for row in range(4):
            sheet.write_row(row, 0, [f"{row}甲", f"{row}乙", f"{row}丙"])
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_column(1, 1, None, None, {"hidden": True})

    document = read_written(write)

    assert sorted(shown(document)) == [(r, c) for r in (1, 2, 4) for c in (1, 3)]
    assert codes(document) == ["hidden-rows", "hidden-columns"]
    assert all(f.severity is Severity.ASKS for f in document.findings)
    assert "第3行" in message(document.findings[0])
    hidden = document.aside[0]
    assert isinstance(hidden, Grid)
    assert {c.text.value for c in hidden.cells} == {"0乙", "1乙", "2甲", "2乙", "2丙", "3乙"}


def test_hidden_row_without_words_is_no_finding() -> None:
    def write(book, sheet):  # type: ignore[no-untyped-def]
        sheet.write(0, 0, "甲")
        sheet.set_row(5, None, None, {"hidden": True})

    assert codes(read_written(write)) == []


def test_merged_cell_whose_first_row_is_hidden_stands_where_it_is_seen() -> None:
    def write(book, sheet):  # type: ignore[no-untyped-def]
        sheet.merge_range("A1:A3", "主题")
        for row in range(3):
            sheet.write(row, 1, f"项目{row}")
        sheet.set_row(0, None, None, {"hidden": True})

    document = read_written(write)
    assert shown(document) == {(2, 1): "主题", (2, 2): "项目1", (3, 2): "项目2"}


def test_hidden_sheet_goes_aside_and_the_others_keep_their_order() -> None:
    def write(book, sheet):  # type: ignore[no-untyped-def]
        sheet.write(0, 0, "一")
        old = book.add_worksheet("旧表")
        old.write(0, 0, "旧")
        old.very_hidden()
        book.add_worksheet("十月").write(0, 0, "二")

    document = read_written(write)

    assert [part.name for part in document.parts] == ["进度 above", "十月 above"]
    assert [part.name for part in document.aside] == ["旧表"]
    assert codes(document) == ["hidden-sheet"]


def test_comments_go_aside_and_text_boxes_follow_their_sheet() -> None:
    def write(book, sheet):  # type: ignore[no-untyped-def]
        sheet.write(0, 0, "公园")
        sheet.write_comment(0, 0, "待核")
        sheet.insert_textbox(4, 0, "填报说明\n按月报")

    document = read_written(write)

    box, comments = document.parts[1], document.aside[0]
    assert isinstance(box, Flow)
    assert isinstance(comments, Flow)
    assert [p.text.value for p in box.paragraphs] == ["填报说明", "按月报"]
    assert [p.text.value for p in comments.paragraphs] == ["A1: 待核"]
    assert codes(document) == ["comments", "text-boxes"]
    assert all(finding.severity is Severity.NOTES for finding in document.findings)


def test_formula_with_a_saved_result_is_read_and_one_without_asks() -> None:
    buffer = io.BytesIO()
    book = openpyxl.Workbook()
    book.active.append([1, "=A1+1"])
    book.save(buffer)
    with_result = read_written(
        lambda book, sheet: (sheet.write(0, 0, 1), sheet.write_formula(0, 1, "=A1+1", None, 2))
    )

    assert shown(with_result) == {(1, 1): "1", (1, 2): "2"}
    assert codes(with_result) == ["formula-values"]
    without = read(buffer.getvalue(), "a.xlsx")
    assert shown(without) == {(1, 1): "1"}
    [finding] = without.findings
    assert (finding.code, finding.severity) == ("formula-without-value", Severity.ASKS)
    assert (finding.place.row, finding.place.column) == (1, 2)


def test_error_and_unknown_format_and_hidden_value_ask_at_their_cell() -> None:
    def write(book, sheet):  # type: ignore[no-untyped-def]
        sheet.write_formula(0, 0, "=1/0", None, "#DIV/0!")
        sheet.write_number(0, 1, -5, book.add_format({"num_format": "yyyy/m/d"}))
        sheet.write_string(0, 2, "秘密", book.add_format({"num_format": ";;;"}))
        sheet.write_number(0, 3, 0, book.add_format({"num_format": "0;-0;;@"}))

    document = read_written(write)

    asks = [(f.code, f.place.column) for f in document.findings if f.severity is Severity.ASKS]
    assert asks == [("error-cell", 1), ("number-format-unknown", 2), ("hidden-by-format", 3)]
    assert shown(document) == {(1, 1): "#DIV/0!", (1, 2): "-5"}
    for finding in document.findings:
        assert "…" not in message(finding) + message(finding, "en")


def test_words_under_a_merged_cell_go_aside_with_a_finding() -> None:
    data = written(lambda book, sheet: sheet.write_row(0, 0, ["甲", "乙", "丙"]))
    data = changed(
        data, SHEET, "</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
    )
    document = read(data, "a.xlsx")

    assert shown(document) == {(1, 1): "甲", (1, 3): "丙"}
    assert codes(document) == ["covered-cells"]


def test_cells_far_apart_are_refused_and_a_solitary_far_cell_in_a_column_is_read() -> None:
    far = written(lambda book, sheet: (sheet.write(0, 0, "a"), sheet.write(1_048_575, 16_383, "b")))
    column = written(lambda book, sheet: (sheet.write(0, 0, "a"), sheet.write(90_000, 0, "b")))

    with pytest.raises(UnreadableSource) as caught:
        read(far, "表.xlsx")
    assert caught.value.code == "far-cell"
    assert "XFD1048576" in caught.value.reason["zh"]
    assert len(shown(read(column, "a.xlsx"))) == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<row r="1"', '<row r="x"'),
        ('<c r="A1"', '<c r="AAAA1"'),
        ("<v>0</v>", "<v>99</v>"),
        ("</sheetData>", "</sheetData><mergeCells><mergeCell ref='A0'/></mergeCells>"),
        ("</row>", ""),
    ],
)
def test_sheet_that_is_not_what_it_should_be_is_refused(old: str, new: str) -> None:
    data = written(lambda book, sheet: sheet.write(0, 0, "公园"))

    with pytest.raises(UnreadableSource) as caught:
        read(changed(data, SHEET, old, new), "表.xlsx")
    assert caught.value.code == "damaged"


def test_formula_that_asks_another_program_is_refused() -> None:
    data = written(lambda book, sheet: sheet.write_formula(0, 0, "=cmd|'/C calc'!A0", None, 1))

    with pytest.raises(UnreadableSource) as caught:
        read(data, "表.xlsx")
    assert caught.value.code == "dde"


def test_strict_workbook_with_prefixes_is_read() -> None:
    data = written(lambda book, sheet: sheet.write(0, 0, "公园"))
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    data = changed(data, SHEET, "http://schemas.openxmlformats.org/spreadsheetml/2006/main", strict)

    assert shown(read(data, "a.xlsx")) == {(1, 1): "公园"}
