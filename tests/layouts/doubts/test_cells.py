"""A doubt about a cell of a sheet is a doubt about the field of its record."""

from __future__ import annotations

import pytest

from shishi.layouts import extract
from shishi.records import Field
from shishi.rulebook import load_rulebook
from shishi.rules.subject import build_subject
from tests.readers.sheets.written import read_written

HEADER = ("序号", "项目名称", "牵头单位", "计划目标", "进展情况", "完成率")
ROWS = (
    (1, "修建步道3条", "教育局", "开工3条", "已开工3条", "100%"),
    (2, "改造泵站5座", "水利局", "完成2座", "完成1座", "50%"),
    (3, "新增车位200个", "交通局", "完成50个", "完成60个", "120%"),
)


def page_of(*changes, top=0, header=HEADER, hide=None):
    """Make a page of a sheet; each change is (row from 0, column from 0, write)."""

    def write(book, sheet):
        for number, row in enumerate((header, *ROWS), top):
            sheet.write_row(number, 0, row)
        for row, column, how in changes:
            how(sheet, row + top, column)
        if hide is not None:
            sheet.set_column(hide, hide, None, None, {"hidden": True})

    return extract(read_written(write), rulebook=load_rulebook("default"))


def formula(sheet, row, column):
    sheet.write_formula(row, column, "=A1+1", None, "")


def error(sheet, row, column):
    sheet.write_formula(row, column, "=1/0", None, "#DIV/0!")


def doubts(page, code="formula-without-value"):
    return [
        (f.facts.get("order"), f.place.field, f.place.part, f.place.row)
        for f in page.findings
        if f.code == code
    ]


def test_formula_without_a_value_flags_the_field_of_its_record():
    assert doubts(page_of((2, 5, formula))) == [(2, "percent", "table 1", 2)]


def test_formula_in_place_of_a_text_flags_that_text_under_a_title_and_beside_a_hidden_column():
    assert doubts(page_of((3, 4, formula), top=2)) == [(3, "progress", "table 1", 3)]
    assert doubts(page_of((3, 4, formula), hide=0)) == [(3, "progress", "table 1", 3)]


def test_whole_column_of_formulas_flags_every_record():
    page = page_of(*((row, 5, formula) for row in (1, 2, 3)))

    assert [order for order, field, *_ in doubts(page) if field == "percent"] == [1, 2, 3]


def test_error_that_a_cell_shows_flags_its_field():
    assert doubts(page_of((1, 3, error)), "error-cell") == [(1, "goal", "table 1", 1)]


def test_field_that_is_blank_by_a_formula_is_doubtful_to_the_rules():
    page = page_of((2, 3, formula))
    subject = build_subject(page, {}, rulebook=load_rulebook("default"))

    assert [subject.is_doubtful(r, Field.GOAL) for r in page.records] == [False, True, False]


@pytest.mark.parametrize(
    ("row", "column"),
    [(0, 6), (2, 9), (6, 5), (2, 6)],
    ids=["in the header", "beside the table", "under the table", "in a column without a word"],
)
def test_formula_that_belongs_to_no_field_keeps_its_place_in_the_sheet(row, column):
    [(order, field, part, at)] = doubts(page_of((row, column, formula)))

    assert (order, field, part, at) == (None, "", "进度", row + 1)


def test_sheet_without_doubts_flags_nothing():
    assert not [f for f in page_of().findings if f.place.field]


def test_cell_stays_named_as_in_the_sheet():
    page = page_of((2, 5, formula))

    [facts] = [f.facts for f in page.findings if f.code == "formula-without-value"]
    assert (facts["sheet"], facts["cell"]) == ("进度", "F3")
