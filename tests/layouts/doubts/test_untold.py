"""Tables in running text that were not told: blocked, with the remedy, and never silent."""

from pathlib import Path

import pytest

from shishi.findings import Severity
from tests.layouts.invented import TITLE, column, page_of

TURNED = (Path(__file__).parent.parent / "samples" / "turned-to-text.txt").read_text(
    encoding="utf-8"
)
"""An invented Word table of two pages, printed by LibreOffice and turned into text by pdftotext."""
HEADER = ("序号", "项目内容", "责任单位", "进展情况")
ROWS = (
    ("1", "新建停车位300个。", "区住建局", "已建成120个。"),
    ("2", "改造道路3条。", "区交通局", "管线迁改已完成。"),
    ("3", "新增助餐点5家。", "区民政局", "已完成2家。"),
    ("4", "新建学校2所。", "区教育局", "主体结构封顶。"),
)


def pasted(*rows):
    """Print one cell a paragraph."""
    return "\n\n".join([TITLE, *(cell for row in rows for cell in row if cell)])


def blocked(text):
    return [f.code for f in page_of(text).findings if f.severity is Severity.BLOCKS]


def test_extract_pages_turned_to_text_never_give_records_in_silence():
    page = page_of(TURNED)

    (found,) = (f for f in page.findings if f.code == "pages-untold")
    assert found.facts == {"pages": 2, "orders": [record.order for record in page.records]}
    assert found.severity is (Severity.BLOCKS if page.records else Severity.ASKS)


def test_extract_table_in_text_with_form_feeds_is_blocked_as_a_whole():
    page = page_of(pasted(HEADER, *ROWS) + "\f")

    (found,) = (f for f in page.findings if f.code == "pages-untold")
    assert found.severity is Severity.BLOCKS
    assert found.facts["orders"] == [record.order for record in page.records] == [1, 2, 3, 4]


def test_extract_table_whose_rows_mostly_lack_the_lead_of_the_header_is_blocked():
    without = [(a, b, "", d) for a, b, _, d in ROWS[:3]]

    assert blocked(pasted(HEADER, *without, ROWS[3])) == ["leads-untold"]


@pytest.mark.parametrize(
    "text",
    [
        pasted(HEADER, *ROWS),
        pasted(HEADER, (*ROWS[0][:2], "", ROWS[0][3]), *ROWS[1:]),
        pasted(("序号", "项目内容", "进展情况"), *((a, b, d) for a, b, _, d in ROWS)),
        "\f".join(["关于报送材料的通知", "各单位:\n请按时报送。", "区政府办公室"]),
    ],
    ids=["all leads", "one lead missing", "no column of leads", "letter of three pages"],
)
def test_extract_table_that_was_told_or_none_is_not_blocked_as_untold(text):
    assert not {"pages-untold", "leads-untold"}.intersection(blocked(text))


@pytest.mark.parametrize(
    "tail", ["附件2:重点工程项目责任清单", "(此件公开发布)", "区政府办公室\n\n2031年9月30日"]
)
def test_extract_what_stands_below_a_pasted_table_is_no_silent_end_of_its_last_row(tail):
    page = page_of(pasted(HEADER, *ROWS) + "\n\n" + tail)

    found = [f for f in page.findings if f.code == "text-behind"]
    read = "".join(text.value for record in page.records for text in record.texts.values())
    assert [f.facts["order"] for f in found] == [page.records[-1].order] or tail[-4:] not in read


@pytest.mark.parametrize(
    "rows",
    [ROWS, [(a, b, c, f"2031年{n}月9日") for n, (a, b, c, _) in enumerate(ROWS, 3)]],
    ids=["reports", "a column of days"],
)
def test_extract_last_row_that_ends_as_the_others_do_is_not_asked_about(rows):
    page = page_of(pasted(HEADER, *rows))

    assert [f for f in page.findings if f.code == "text-behind"] == []


def led_by(*lines):
    page = page_of("\n".join((TITLE, " | ".join(HEADER), *lines)))
    asked = {f.facts["order"] for f in page.findings if f.place.field == "leaders"}
    return column(page, "leaders"), asked


def test_extract_first_rows_without_the_leader_that_the_rows_below_have_are_asked_about():
    rows = [" | ".join(row) for row in ROWS]

    assert led_by(*rows[:2], "分管领导:方朔", *rows[2:]) == ([[], [], ["方朔"], ["方朔"]], {1, 2})


def test_extract_rows_are_not_asked_about_leaders_where_all_or_none_have_them():
    rows = [" | ".join(row) for row in ROWS]

    assert led_by("分管领导:顾舟", *rows[:2], "分管领导:方朔", *rows[2:])[1] == set()
    assert led_by(*rows) == ([[], [], [], []], set())
