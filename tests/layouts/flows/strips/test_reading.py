import pytest

from tests.layouts.flows.strips.test_tables import FULL, PLENTY, ROWS, glued
from tests.layouts.invented import TITLE, column, page_of

SAID = "序号 任务 牵头单位 配合单位 分管领导 本月目标 进展情况"


def read_of(header, *rows):
    return page_of(TITLE + "\n" + "".join(map(glued, (header, *rows))))


def test_no_word_that_fills_a_blank_behind_a_unit_is_part_of_the_next_cell():
    rows = (
        "1 新建公厕3座 区住建局 无 副区长甲 年内完工 已完成1座",
        "2 改造泵房9座 区水务局 区财政局 副区长乙 确保9月投用 已完成4座",
        "3 新建无障碍坡道8处 区残联 无 副区长甲 年内完工 已完成3处",
    )
    page = read_of(SAID, *rows)
    assert column(page, "support_units") == [[], ["区财政局"], []]
    assert column(page, "item")[2] == "新建无障碍坡道8处"


def test_person_by_office_ends_with_the_sign_that_stands_for_the_name():
    rows = (
        "1 新建公厕3座 区住建局 区财政局 副区长甲 年内完工 已完成1座",
        "2 改造泵房9座 区水务局 区财政局 副区长乙 计划完成3座 已完成4座",
        "3 新建绿道8公里 区住建局 区水务局 副区长甲 年内完工 已完成3公里",
    )
    assert column(read_of(SAID, *rows), "leaders") == [["副区长甲"], ["副区长乙"], ["副区长甲"]]


STOOD = "序号 任务 牵头单位 进展情况 进度状态"


def test_status_that_no_rulebook_knows_ends_the_report_before_it():
    rows = (
        "1 新建公厕3座 区住建局 已完成1座 达到序时",
        "2 改造泵房9座 区水务局 正在进行招标 未达序时",
        "3 新建绿道8公里 区住建局 已完成3公里 达到序时",
    )
    page = read_of(STOOD, *rows)
    assert column(page, "status") == ["达到序时", "未达序时", "达到序时"]
    assert column(page, "progress")[1] == "正在进行招标"


@pytest.mark.parametrize("word", ["分管项目", "领办事项", "包联项目(1项)"])
def test_heading_that_says_who_leads_the_rows_below_names_their_leader(word):
    header, *rows = "序号 任务 牵头单位 进展情况", *ROWS[:2]
    page = read_of(header, f"副区长甲{word}", rows[0], f"副区长乙{word}", rows[1])
    assert column(page, "leaders") == [["副区长甲"], ["副区长乙"]]
    assert column(page, "theme") == [None, None]


def test_item_that_leads_projects_is_no_heading():
    page = read_of("序号 任务 牵头单位 进展情况", ROWS[0], "2 推进重点项目 区住建局 已完成1座")
    assert column(page, "item")[1] == "推进重点项目"
    assert column(page, "leaders") == [[], []]


def test_row_that_may_be_two_is_asked_about_and_no_other_is():
    rows = [glued(row) for row in PLENTY]
    page = page_of(TITLE + "\n" + "".join((glued(FULL), rows[0], rows[1][1:], *rows[2:])))
    found = [f.place.row for f in page.findings if f.code == "rows-not-told"]
    assert found == [1]
