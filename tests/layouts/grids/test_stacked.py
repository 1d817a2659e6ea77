import pytest

from tests.layouts.grids.test_cases import printed
from tests.layouts.invented import TITLE, column, doubted, page_of

HEADER = "序号|项目名称|牵头单位|进度|8月|9月"
ROWS = [
    "r2>1|r2>新建学校|r2>区教育局|计划|开工|封顶",
    "实际|开工|主体2层",
    "r2>2|r2>修路|r2>区交通局|计划|设计|铺装",
    "实际|设计|铺装完成",
]


def page(title, *rows):
    return page_of(f"<h1>{title}</h1>{printed([HEADER, *rows])}", "a.html")


def test_every_cell_of_rows_in_pairs_has_one_role():
    found = page(TITLE, *ROWS)
    words = [stretch.text.value for stretch in found.stretches if stretch.role == "cell"]
    assert words.count("计划") == words.count("实际") == 2
    assert words.count("开工") == 2
    assert column(found, "goal") == ["封顶", "铺装"]
    assert doubted(found) == set()


def test_rows_in_pairs_without_a_time_to_choose_have_no_goal_and_keep_all_cells():
    found = page("2031年云溪区民生实事项目进度表", *ROWS)
    assert column(found, "goal") == column(found, "progress") == [None, None]
    assert [r.other["9月"].value for r in found.records] == ["封顶", "铺装"]
    assert [r.other["9月 9"].value for r in found.records] == ["主体2层", "铺装完成"]


def test_row_of_a_plan_without_one_of_what_was_done_leaves_all_rows_as_they_are():
    assert len(page(TITLE, *ROWS, "3|建园|区园林局|计划|设计|开工").records) == 5


def pairs_of(header, *rows):
    return page_of(
        f"<h1>2031年云溪区民生实事项目二季度进度表</h1>{printed([header, *rows])}", "a.html"
    )


def test_units_printed_in_both_rows_of_a_pair_lead_it():
    found = pairs_of(
        "序号|项目名称|类别|一季度|二季度|责任单位",
        "1|新建学校|计划|开工|封顶|区教育局",
        "1|新建学校|实际|开工|主体2层|区教育局",
        "2|修路|计划|设计|铺装|区交通局",
        "2|修路|实际|设计|铺装完成|区交通局",
    )
    assert column(found, "lead_units") == [["区教育局"], ["区交通局"]]
    assert column(found, "goal") == ["封顶", "铺装"]
    assert column(found, "progress") == ["主体2层", "铺装完成"]
    assert doubted(found) == set()


def test_units_that_differ_within_a_pair_are_all_kept_and_asked_about():
    found = pairs_of(
        "序号|项目名称|责任单位|类别|进度",
        "r2>1|r2>新建学校|区教育局|计划|封顶",
        "区财政局|实际|主体2层",
        "r2>2|r2>修路|区交通局|计划|铺装",
        "区交通局|实际|铺装完成",
    )
    assert column(found, "lead_units") == [["区教育局", "区财政局"], ["区交通局"]]
    assert doubted(found) == {(1, "lead_units")}
    assert column(found, "goal") == ["封顶", "铺装"]
    assert column(found, "progress") == ["主体2层", "铺装完成"]


def test_remarks_behind_the_values_of_a_pair_leave_goal_and_progress():
    found = pairs_of(
        "序号|项目名称|类别|进度|备注",
        "r2>1|r2>新建学校|计划|封顶|甲",
        "实际|主体2层|乙",
        "r2>2|r2>修路|计划|铺装|丙",
        "实际|铺装完成|丁",
    )
    assert column(found, "goal") == ["封顶", "铺装"]
    assert column(found, "progress") == ["主体2层", "铺装完成"]
    assert column(found, "remark") == ["甲\n乙", "丙\n丁"]


def test_units_beside_the_plan_and_what_was_done_are_neither_goal_nor_progress():
    found = pairs_of(
        "序号|项目名称|阶段|责任单位",
        "r2>1|r2>新建学校|计划|区教育局",
        "实际|区住建局",
        "r2>2|r2>修路|计划|区交通局",
        "实际|区交通局",
    )
    assert column(found, "goal") == column(found, "progress") == [None, None]
    assert column(found, "lead_units") == [["区教育局", "区住建局"], ["区交通局"]]


def test_values_below_a_word_that_nobody_knows_are_asked_about():
    found = pairs_of(
        "序号|项目名称|责任单位|阶段|甲乙",
        "r2>1|r2>新建学校|r2>区教育局|计划|封顶",
        "实际|主体2层",
        "r2>2|r2>修路|r2>区交通局|计划|铺装",
        "实际|铺装完成",
    )
    assert {(n, f) for n in (1, 2) for f in ("goal", "progress")} <= doubted(found)


def test_goals_and_what_was_reached_in_columns_of_their_own_come_from_their_rows():
    found = pairs_of(
        "序号|项目名称|责任单位|阶段|年度目标|完成情况",
        "r2>1|r2>新建学校|r2>区教育局|计划|3所|",
        "实际||2所",
        "r2>2|r2>修路|r2>区交通局|计划|60公里|",
        "实际||45公里",
    )
    assert column(found, "goal") == ["3所", "60公里"]
    assert column(found, "progress") == ["2所", "45公里"]


@pytest.mark.parametrize("word", ["任务类型", "投资类别", "进度"])
def test_items_that_take_turns_in_what_they_are_stay_items_of_their_own(word):
    found = pairs_of(
        f"序号|项目名称|责任单位|{word}",
        "1|新建学校|区教育局|计划",
        "2|改造小区|区住建局|完成",
        "3|修路|区交通局|计划",
        "4|建园|区园林局|完成",
    )
    assert column(found, "item") == ["新建学校", "改造小区", "修路", "建园"]


def test_unmerged_column_left_of_the_kind_that_prints_the_same_twice_stays_one():
    found = pairs_of(
        "序号|项目名称|规模|类别|进度",
        "r2>1|r2>新建学校|3所|计划|封顶",
        "3所|实际|主体2层",
        "r2>2|r2>修路|60公里|计划|铺装",
        "60公里|实际|铺装完成",
    )
    assert [w for r in found.records for w in r.other if w.startswith("规模")] == ["规模"] * 2
