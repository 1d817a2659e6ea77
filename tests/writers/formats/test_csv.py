from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from shishi.text.formulas import is_formula_like, unquote_formula
from shishi.writers.formats.csv import write_csv
from shishi.writers.office.laying import lay_out
from shishi.writers.office.layout import Themes
from shishi.writers.office.load import load_layout
from shishi.writers.office.table import PrintedTable
from tests.writers.sheets import PAGES, page_for


def table_of(name: str, layout: str = "") -> PrintedTable:
    return lay_out(page_for(name), load_layout(layout or name))


def rows_of(table: PrintedTable) -> list[list[str]]:
    return list(csv.reader(io.StringIO(write_csv(table).decode("utf-8-sig"), newline="")))


def test_a_file_begins_with_the_mark_that_excel_looks_for() -> None:
    assert write_csv(table_of("beilun-month")).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("name", PAGES)
def test_one_row_a_record_and_every_merged_value_in_each(name: str) -> None:
    page = page_for(name)
    header, *rows = rows_of(table_of(name, "plain"))
    theme = (
        header.index("类别")
        if "类别" in header
        else header.index("類別")
        if "類別" in header
        else None
    )

    assert len(rows) == len(page.records)
    if theme is not None:
        assert [row[theme] for row in rows] == [r.printed("theme") for r in page.records]


def test_of_a_two_level_header_the_lowest_words_are_kept() -> None:
    header = rows_of(table_of("beilun-month"))[0]

    assert header[:3] == ["序号", "重点工作", "主要内容"]


def test_heading_rows_are_left_out() -> None:
    layout = replace(load_layout("beilun-month"), themes=Themes.ROWS)
    table = lay_out(page_for("beilun-month"), layout)

    assert len(rows_of(table)) == 1 + 3


def test_a_formula_is_quoted_and_read_back_as_it_was() -> None:
    cells = [cell for row in rows_of(table_of("beilun-month")) for cell in row]

    assert not any(map(is_formula_like, cells))
    assert [unquote_formula(c) for c in cells if c.startswith("'")] == ["=已到位1260套"]
