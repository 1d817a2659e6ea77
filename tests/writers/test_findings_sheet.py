from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from shishi.findings import About, Finding, Severity, Waiver, load_messages, message_parts
from shishi.places import Place
from shishi.writers.findings_sheet import Checked, write_findings
from tests.writers.sheets import page_for

PAGE = page_for("beilun-month")


def finding(code: str, order: int, severity: Severity = Severity.ASKS, **facts: object) -> Finding:
    place = Place(part="table 1", row=order, field="status") if order else Place(part="page")
    facts = {"order": order} | facts if order else facts
    return Finding(code, About.CONTENT, severity, place, facts)


LATE = finding("explanation-missing", 1, Severity.NOTES, status="滞后", lacking="滞后原因")
WORD = finding(
    "status-not-in-vocabulary", 1, printed="完成", allowed=["正常", "办结"], nearest="办结"
)
ROADS = finding("lead-unit-missing", 3)
SEATS = finding("lead-unit-missing", 2)
WHOLE = finding("no-project-table", 0)


def sheet_of(*findings: Finding, language: str = "zh") -> Worksheet:
    data = write_findings([Checked("云溪.xlsx", PAGE, findings)], language=language)
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]


def rows_of(sheet: Worksheet) -> list[tuple[object, ...]]:
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=2)]


def test_a_row_says_whose_item_it_is_what_is_wrong_and_what_to_do() -> None:
    head, row = rows_of(sheet_of(WORD))

    assert head == ("牵头单位", "第几条", "项目", "级别", "问题", "怎么办", "所在位置")
    assert row == (
        "教育局、城投公司",
        1,
        "新建云溪三小。",
        "请核实",
        "进度状态印作“完成”，不在规定的用语（正常、办结）之中",
        "请改填规定的用语（最接近的是：办结），或与督查室确认。",
        "进度状态 · 表中第1行",
    )


def test_the_same_row_can_be_had_in_english() -> None:
    row = rows_of(sheet_of(WORD, language="en"))[1]

    assert row[3:] == (
        "look at",
        "The status reads “完成”, which is none of the words allowed (正常, 办结)",
        "Please use one of them (nearest: 办结), or ask the supervision office.",
        "status · row 1 of the table",
    )


def test_rows_go_by_unit_and_item_the_whole_page_first_and_the_gravest_before_the_rest() -> None:
    rows = rows_of(sheet_of(ROADS, LATE, WORD, WHOLE, SEATS))[1:]

    assert [(row[0], row[1], row[3]) for row in rows] == [
        ("", "", "请核实"),
        ("交通局", 3, "请核实"),
        ("教育局", 2, "请核实"),
        ("教育局、城投公司", 1, "请核实"),
        ("教育局、城投公司", 1, "供参考"),
    ]


def test_a_waived_finding_says_who_answers_for_it() -> None:
    waiver = Waiver("lead-unit-missing", 2, "周宁", "机构改革", date(2031, 12, 31))
    row = rows_of(sheet_of(replace(SEATS, waived=waiver)))[1]

    assert row[5] == "已豁免至2031-12-31（周宁：机构改革）"


def test_several_files_are_told_apart_by_a_column() -> None:
    checked = [Checked(name, PAGE, (WORD,)) for name in ("甲.xlsx", "乙.xlsx")]
    sheet = openpyxl.load_workbook(io.BytesIO(write_findings(checked))).worksheets[0]

    assert [row[0] for row in rows_of(sheet)] == ["文件", "甲.xlsx", "乙.xlsx"]


def test_a_page_without_findings_says_so() -> None:
    assert rows_of(sheet_of())[1][0] == "没有发现问题。"


def test_a_sheet_prints_and_holds_no_formula() -> None:
    risky = finding("status-not-in-vocabulary", 1, printed="=1", allowed=["正常"], nearest="=2")
    sheet = sheet_of(risky)

    assert [c for row in sheet.iter_rows() for c in row if c.data_type == "f"] == []
    assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$2:$2")
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A3", "A2:G3")


@pytest.mark.parametrize(
    "code", sorted(c for c, t in load_messages().items() if "{order}" in t["zh"])
)
def test_what_is_said_of_a_record_says_what_to_do_in_both_languages(code: str) -> None:
    parts = [message_parts(finding(code, 1), language) for language in ("zh", "en")]

    assert all(fault and remedy for fault, remedy in parts)
    assert not any(fault.startswith(("第", "Item")) for fault, _ in parts)
