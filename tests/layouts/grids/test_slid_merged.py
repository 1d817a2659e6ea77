"""Rows with tabs or bars of tables that print, or lost, the blanks of merged cells."""

from tests.layouts.invented import column, doubted, lines, page_of

GOALS = "序号 | 类别 | 项目名称 | 牵头单位 | 年度目标 | 进展情况"
MERGED = (
    "1 | 便民出行 | 新建停车位300个 | 区住建局 | 年底建成300个。 | 已建成120个。",
    " | | | 区交通局 | | 已划线80个。",
    " | | | 区城管局 | | 已完成验收。",
    "2 | | 改造道路3条 | 区交通局 | 完成2条,开展绿化施工 | ",
    "3 | | 更换路灯90盏 | 区城管局 | 年底更换90盏。 | 已更换40盏。",
)


def test_goal_worded_as_a_report_stays_where_the_table_prints_the_blanks_of_merged_cells():
    page = page_of(lines(GOALS, *MERGED))
    assert (column(page, "goal")[3], column(page, "progress")[3]) == (
        "完成2条,开展绿化施工",
        None,
    )
    assert (4, "goal") not in doubted(page)


def test_goal_worded_as_a_report_is_moved_or_asked_about_where_merged_cells_were_lost():
    lost = [row.replace(" | | ", " | ", 1) for row in MERGED if row[0] != " "]
    page = page_of(lines(GOALS, *lost[:1], *(row + " | " for row in lost[1:])))
    asked = {(2, "goal"), (2, "progress")} & doubted(page)
    assert column(page, "theme") == ["便民出行"] * 3
    assert column(page, "progress")[1] or asked
