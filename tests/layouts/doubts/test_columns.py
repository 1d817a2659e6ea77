"""Columns that do not hold what their header promises are asked about, whatever the format."""

import pytest

from shishi.layouts.doubts import columns as column_doubts
from shishi.layouts.terms import Terms
from shishi.records import Field
from shishi.text.characters import Script
from tests.layouts.invented import codes, doubted, html, lines, page_of

HEADER = ["序号", "项目名称", "牵头单位", "进展情况", "进度状态"]
ROWS = [
    ["1", "新建停车位300个", "区住建局", "已建成120个。", "正常"],
    ["2", "改造道路3条", "区交通局", "已完成1条。", "滞后"],
    ["3", "新增助餐点5家", "区民政局", "已完成2家。", "正常"],
    ["4", "种植行道树900株", "区城管局", "已种植200株。", "超前"],
]


def table(header, rows):
    return page_of(html("|".join(header), *("|".join(row) for row in rows)), "a.html")


def asked(page, field):
    return {order for order, name in doubted(page) if name == field}


def swapped(rows, a, b):
    changed = [list(row) for row in rows]
    for row in changed:
        row[a], row[b] = row[b], row[a]
    return changed


def test_column_most_of_whose_cells_cannot_stand_in_it_is_asked_about():
    page = table(HEADER, swapped(ROWS, 1, 2))
    assert asked(page, "item") == {1, 2, 3, 4}


def test_column_of_items_that_are_statuses_is_asked_about():
    page = table(HEADER, swapped(ROWS, 1, 4))
    assert asked(page, "item") == {1, 2, 3, 4}


def test_leads_that_the_header_promises_and_no_row_has_are_asked_about():
    page = table(HEADER, [[*row[:2], "", *row[3:]] for row in ROWS])
    assert asked(page, "lead_units") == {1, 2, 3, 4}
    assert "column-blank" in codes(page)


def test_blank_column_whose_words_stand_under_a_word_nobody_knows_is_asked_about():
    header = ["序号", "项目名称", "配合单位", "牵头单位", "甲乙丙", "进展情况"]
    rows = [[r[0], r[1], "", "区府办", r[2], r[3]] for r in ROWS]
    assert asked(table(header, rows), "support_units") == {1, 2, 3, 4}


def test_rows_wider_than_their_header_are_asked_about_as_a_whole():
    page = page_of(
        lines(
            "序号 | 项目名称 | 牵头单位 | 进展情况 | | ",
            *(" | ".join((*row[:3], "甲", "乙", row[3])) for row in ROWS),
        )
    )
    assert codes(page).count("row-unsure") == 4


@pytest.mark.parametrize(
    "rows",
    [
        ROWS,
        [ROWS[0], [*ROWS[1][:4], "已建成200个,正在验收。"], *ROWS[2:]],
        [[*row[:3], row[3], ""] for row in ROWS],
        ROWS[:2],
    ],
    ids=["all fit", "one cell does not", "statuses blank", "few rows"],
)
def test_columns_that_hold_what_they_promise_are_not_asked_about(rows):
    found = codes(table(HEADER, rows))
    assert not {"column-strange", "column-blank", "row-unsure"} & set(found)


def long_rows(*, strange=lambda number: False):
    """Make ninety rows; in those that are strange the item stands under 进展情况 and a status under 项目名称."""
    told = [[str(n), *ROWS[n % 4][1:]] for n in range(1, 91)]
    return [[r[0], r[4], *r[2:4], r[1]] if strange(int(r[0])) else r for r in told]


@pytest.mark.parametrize(
    "strange",
    [lambda n: True, lambda n: n % 3, lambda n: n > 30, lambda n: n <= 60],
    ids=["throughout", "two of three", "from the thirtieth on", "up to the sixtieth"],
)
def test_long_column_most_of_whose_cells_cannot_stand_in_it_is_asked_about_in_every_row(strange):
    assert asked(table(HEADER, long_rows(strange=strange)), "item") == set(range(1, 91))


@pytest.mark.parametrize(
    "strange",
    [lambda n: False, lambda n: n % 5 == 0, lambda n: n % 5 < 2],
    ids=["nowhere", "one of five", "two of five, which is looked at whole"],
)
def test_long_column_that_is_strange_in_the_lesser_part_is_not_asked_about(strange):
    assert "column-strange" not in codes(table(HEADER, long_rows(strange=strange)))


def test_blank_column_beside_columns_that_keep_their_word_is_not_asked_about():
    header = [*HEADER[:3], "配合单位", *HEADER[3:], "备注"]
    page = table(header, [[*row[:3], "", *row[3:], ""] for row in ROWS])
    assert doubted(page) == set()


def test_numbers_in_unusual_forms_are_not_asked_about():
    rows = [[f"第{n}项", *row[1:]] for n, row in enumerate(ROWS, 1)]
    assert asked(table(HEADER, rows), "code") == set()


def test_column_without_a_word_in_a_ruled_table_is_no_half_read_header():
    page = table([*HEADER, ""], [[*row, "甲"] for row in ROWS])
    assert "row-unsure" not in codes(page)


def most_are_short(*cells):
    """Ask the sample, a long column's first cells, and then the column, whether most are statuses."""
    rows = [[str(n), f"新建学校{n}所", "区教育局", cell] for n, cell in enumerate(cells, 1)]
    page = table(HEADER[:4], rows)
    terms = Terms(Script.SIMPLIFIED)
    key = (Field.PROGRESS, "进展情况")
    asked = column_doubts._Cells(key, page.records, some=range(min(24, len(cells))), terms=terms)
    return asked.are_mostly(lambda look: look.length < 3)


LONG_REPORT, SHORT_REPORT = "已建成教学楼1栋。", "正常"


@pytest.mark.parametrize(
    "first",
    [[LONG_REPORT] * 6 + [""] * 2, [""] * 5 + [LONG_REPORT] * 7, [""] * 24],
    ids=["six of eight", "seven behind blank ones", "a blank sample"],
)
def test_fewer_filled_cells_than_speak_for_a_long_column_do_not_speak_for_it(first):
    assert most_are_short(*first, *[SHORT_REPORT] * 36)


@pytest.mark.parametrize(
    "first", [[LONG_REPORT] * 8, [""] * 4 + [LONG_REPORT] * 8], ids=["at once", "behind blank ones"]
)
def test_eight_filled_cells_that_all_say_no_speak_for_a_long_column(first):
    assert not most_are_short(*first, *[SHORT_REPORT] * 36)


COUNTED_HEADER = "序号|项目名称|责任单位|年度目标|完成情况"
COUNTED = [
    "1|新增就业|区人社局|6800|5400",
    "2|新增床位|区民政局|300|260",
    "3|危房改造|区住建局|45|45",
]


def test_goals_and_progress_in_numbers_are_not_strange():
    assert "column-strange" not in codes(page_of(html(COUNTED_HEADER, *COUNTED), "a.html"))


def test_goals_in_numbers_beside_progress_in_words_are_strange():
    rows = [row.rpartition("|")[0] + "|已完成全部任务" for row in COUNTED]
    assert "column-strange" in codes(page_of(html(COUNTED_HEADER, *rows), "a.html"))
