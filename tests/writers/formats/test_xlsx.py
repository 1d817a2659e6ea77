from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from shishi.errors import NotWritten
from shishi.writers.formats.numbers import read_number
from shishi.writers.formats.xlsx import write_xlsx
from shishi.writers.office.laying import lay_out
from shishi.writers.office.load import load_layout
from shishi.writers.office.table import PrintedTable
from shishi.writers.writing import write_table
from tests.writers.sheets import PAGES, page_for

RISKY = ["=1+1", "=cmd|' /C calc'!A0", "+甲", "-拆除旧房", "@SUM(A1)", "\t=1", "|x", "%甲", "＝1"]


def table_of(name: str, layout: str = "") -> PrintedTable:
    return lay_out(page_for(name), load_layout(layout or name))


def sheet_of(table: PrintedTable) -> Worksheet:
    return openpyxl.load_workbook(io.BytesIO(write_xlsx(table))).worksheets[0]


def with_text(table: PrintedTable, text: str) -> PrintedTable:
    *others, last = table.cells
    return replace(table, cells=(*others, replace(last, text=text)))


@pytest.mark.parametrize("name", PAGES)
def test_merged_ranges_are_those_of_the_laid_out_table(name: str) -> None:
    table = table_of(name)
    sheet = sheet_of(table)
    top = next(row for row in range(1, 9) if sheet.cell(row, 1).value == table.cells[0].text) - 1
    inside = {
        (r.min_row - top, r.min_col, r.size["rows"], r.size["columns"])
        for r in sheet.merged_cells.ranges
        if top < r.min_row <= top + table.height
    }

    assert inside == {
        (c.row, c.column, c.rows, c.columns) for c in table.cells if c.rows > 1 or c.columns > 1
    }


@pytest.mark.parametrize("name", PAGES)
def test_a_sheet_prints_on_a4_with_its_header_on_every_page(name: str) -> None:
    table = table_of(name)
    sheet = sheet_of(table)
    repeated = sheet.print_title_rows.replace("$", "").split(":")

    assert sheet.page_setup.paperSize == 9
    assert sheet.page_setup.orientation == (
        "landscape" if table.layout.paper.landscape else "portrait"
    )
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)
    assert int(repeated[1]) - int(repeated[0]) + 1 == table.header_rows
    assert sheet.freeze_panes == f"A{int(repeated[1]) + 1}"
    assert all(cell.alignment.wrap_text for row in sheet.iter_rows() for cell in row if cell.value)


@pytest.mark.parametrize("text", RISKY)
def test_a_text_like_a_formula_stays_a_text_as_printed(text: str) -> None:
    table = with_text(table_of("beilun-month"), text)
    found = [c for row in sheet_of(table).iter_rows() for c in row if c.value == text]

    assert [(c.data_type, c.quotePrefix) for c in found] == [("s", True)]


@pytest.mark.parametrize("name", PAGES)
def test_no_cell_of_a_sheet_is_a_formula(name: str) -> None:
    cells = [c for row in sheet_of(table_of(name, "plain")).iter_rows() for c in row]

    assert [c.value for c in cells if c.data_type == "f"] == []


@pytest.mark.parametrize("text", ["-5", "1-3月", "约=30", "10%"])
def test_a_text_that_is_no_formula_is_not_quoted(text: str) -> None:
    table = with_text(table_of("beilun-month"), text)
    found = [c for row in sheet_of(table).iter_rows() for c in row if c.value == text]

    assert [c.quotePrefix for c in found] == [False]


def test_money_is_a_number_that_prints_as_it_was_printed() -> None:
    sheet = sheet_of(table_of("jiangbei-candidates"))
    money = [c for row in sheet.iter_rows() for c in row if c.data_type == "n" and c.value]

    assert [(Decimal(str(c.value)), c.number_format) for c in money] == [
        (Decimal("48414"), "0"),
        (Decimal("1000.5"), "0.00"),
        (Decimal("320"), "0"),
    ]


@pytest.mark.parametrize("text", ["1.3万", "约65%", "007", "1,25", "", "1234567890123456", "５"])
def test_what_would_not_print_the_same_stays_a_text(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize("text", ["65%", "-5.2%", "0", "1,250", "12345678.90"])
def test_what_prints_the_same_is_a_number(text: str) -> None:
    assert read_number(text) is not None


def test_the_same_table_gives_the_same_bytes() -> None:
    assert write_xlsx(table_of("beilun-month")) == write_xlsx(table_of("beilun-month"))


def test_a_row_is_tall_enough_for_its_longest_text() -> None:
    table = with_text(table_of("beilun-month"), "长" * 200)
    sheet = sheet_of(table)
    row = next(c.row for line in sheet.iter_rows() for c in line if c.value == "长" * 200)

    assert sheet.row_dimensions[row].height >= 200


@pytest.mark.parametrize(("length", "smaller"), [(200, False), (900, True)])
def test_a_text_too_long_for_the_tallest_row_is_set_smaller(length: int, smaller: bool) -> None:
    sheet = sheet_of(with_text(table_of("beilun-month"), "长" * length))
    [cell] = [c for row in sheet.iter_rows() for c in row if c.value == "长" * length]

    assert (cell.font.size < 9) is smaller


def test_text_longer_than_a_cell_holds_is_refused_and_not_cut() -> None:
    table = table_of(next(iter(PAGES)), "plain")

    with pytest.raises(NotWritten, match="32767"):
        write_table(with_text(table, "长" * 32_768), "xlsx")


def test_longest_text_that_a_cell_holds_is_written_whole() -> None:
    table = with_text(table_of(next(iter(PAGES)), "plain"), "长" * 32_767)

    book = openpyxl.load_workbook(io.BytesIO(write_table(table, "xlsx").data))

    assert max(len(str(c.value)) for row in book.worksheets[0].rows for c in row) == 32_767
