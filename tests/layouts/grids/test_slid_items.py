"""Items of rows that slid to the left, in tables without numbers: own ones and merged ones."""

from tests.layouts.invented import column, lines, page_of

UNCODED = "建设内容 | 实际进展 | 牵头单位 | 总投资(万元)"
SECTIONS = [
    "一、便民出行 | | | ",
    "改造道路3条。 | 已完成1条;目前正在铺设管网。 | 区交通局 | 640",
    "新建停车位300个。 | 已建成120个。 | 区住建局 | 820",
    "二、养老托育 | | | ",
    "新增床位50张。 | 已签约。 | 区民政局 | 310",
    "增设托位90个。 | 已开工。 | 区卫健局 | 270",
]


def test_task_right_below_a_heading_whose_report_is_lost_is_no_report_of_the_item_above():
    rows = [*SECTIONS, "三、城市更新 | | | ", "改造小区6个。 | 区住建局 | 990 | "]
    page = page_of(lines(UNCODED, *rows))
    assert column(page, "item")[-1] == "改造小区6个。"
    assert column(page, "progress")[-1] is None


def test_task_whose_report_is_lost_between_rows_that_have_their_own_is_an_item():
    page = page_of(lines(UNCODED, *SECTIONS, "改造敬老院4所。 | 区民政局 | 450 | "))
    assert column(page, "item")[-1] == "改造敬老院4所。"
    assert column(page, "progress")[-1] is None


def test_report_whose_item_is_merged_still_goes_on_with_the_item_above():
    page = page_of(lines(UNCODED, *SECTIONS, "已完成选址,正在办理手续。 | 区财政局 | 450 | "))
    assert column(page, "item")[-1] == "增设托位90个。"
    assert column(page, "progress")[-1] == "已完成选址,正在办理手续。"


def test_unit_first_in_a_row_between_others_still_has_the_item_above():
    rows = ["改造道路3条。 | 区交通局 | 已完成1条。", "区水务局 | 管线已迁改。 | "]
    rows += ["新增床位50张。 | 区民政局 | 已签约。", "增设托位90个。 | 区卫健局 | 已开工。"]
    page = page_of(lines("建设内容 | 牵头单位 | 实际进展", *rows))
    assert column(page, "item")[:2] == ["改造道路3条。"] * 2
    assert column(page, "lead_units")[1] == ["区水务局"]
