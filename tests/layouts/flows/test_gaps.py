"""Blank lines between paragraphs: what they part, and where a blank cell leaves its trace."""

import pytest

from tests.layouts.invented import TITLE, column, doubted, page_of, paragraphs

HEADER = ["序号", "项目名称", "牵头单位", "目标进度", "进展情况", "备注"]


def pasted(rows, *, inner):
    """Print one cell a paragraph, blank lines between; `inner` parts the lines of one cell."""
    cells = [cell.replace("/", inner) for row in rows for cell in row]
    return "\n\n".join([TITLE, *HEADER, *cells])


ROWS = [
    ["1", "新建公厕3座。", "区住建局", "完成主体施工。", "已选址。/基础施工。", "续建"],
    ["2", "改造泵房9座。", "区水务局", "完成招标。/进场施工。", "已完成4座。", "新增"],
    ["3", "整修道路2条。", "区交通局", "完成主体施工。", "已完成1条。", "续建"],
]


def test_lines_without_a_blank_line_between_are_one_cell_where_blank_lines_part_cells():
    page = page_of(pasted(ROWS, inner="\n"))
    assert column(page, "goal")[1] == "完成招标。\n进场施工。"
    assert column(page, "progress")[0] == "已选址。\n基础施工。"
    assert doubted(page) == set()


def test_lines_that_blank_lines_part_all_alike_are_doubted():
    page = page_of(pasted(ROWS, inner="\n\n"))
    assert {(1, "progress"), (2, "goal")} & doubted(page)


def test_halves_of_a_header_word_stand_without_a_blank_line_between():
    text = pasted(ROWS, inner="\n").replace("牵头单位", "配合\n责任单位", 1)
    text = text.replace("目标进度", "牵头\n单位", 1)
    rows = text.replace("完成招标。\n进场施工。", "区财政局").replace("完成主体施工。", "区财政局")
    page = page_of(rows)
    assert column(page, "support_units")[0] == ["区住建局"]
    assert column(page, "lead_units")[0] == ["区财政局"]


def traced(rows, *, lines=1):
    """Print one cell a paragraph; a blank one is a blank line more, or so many `lines`."""
    head = "".join(f"{word}\n\n" for word in HEADER)
    cells = (f"{c}\n\n" if c else "\n" * lines for r in rows for c in r if c is not None)
    return f"{TITLE}\n\n{head}" + "".join(cells)


def row(number, goal, progress, remark):
    return [str(number), f"改造泵房{number}座。", "区水务局", goal, progress, remark]


def test_blank_line_in_the_place_of_a_blank_cell_says_which_cell_is_blank():
    rows = [row(n, "", "已完成招标。", "续建") for n in range(1, 5)]
    rows += [row(n, "完成招标。", "", "") for n in range(5, 9)]
    page = page_of(traced(rows))
    assert column(page, "goal") == [None] * 4 + ["完成招标。"] * 4
    assert column(page, "progress") == ["已完成招标。"] * 4 + [None] * 4
    assert doubted(page) == set()


def shared(lead, progress, remark):
    """Give a row of its own unit, which shares all else with the row above; None is a merged cell."""
    return [None, None, lead, None, progress, remark]


UNDER = [
    *(row(n, "完成招标。", "已选址。", "") for n in range(1, 4)),
    shared("区财政局", "", ""),
    shared("区民政局", "已进场施工。", ""),
    *(row(n, "完成招标。", "", "续建") for n in range(4, 6)),
    shared("区教育局", "已完成招标。", "新增"),
    shared("区体育局", "", ""),
    row(6, "完成招标。", "已选址。", ""),
]


@pytest.mark.parametrize("lines", [1, 2])
def test_row_that_holds_only_a_lead_is_told_by_the_blank_lines_behind_it(lines):
    page = page_of(traced(UNDER, lines=lines))
    assert [names[0] for names in column(page, "lead_units")] == [
        *(["区水务局"] * 3),
        *("区财政局", "区民政局", "区水务局", "区水务局", "区教育局", "区体育局", "区水务局"),
    ]
    assert "lead_units" not in {field for _, field in doubted(page)}


def merged(*leads, lists="区水务局、区住建局 区水务局 区教育局、区体育局 区残联"):
    """Read a table whose blank cells leave a blank line and whose merged ones leave nothing; its 4th and 10th rows go on with `leads`."""
    units = lists.split()
    rows = [f"{n}\n\n赵新\n\n改造泵房{n}座。\n\n{units[n % 4]}\n\n年内\n\n" for n in range(1, 13)]
    rows[5:8] = [row.replace("赵新\n", "").replace("年内\n", "") for row in rows[5:8]]
    below = [f"{lead}\n\n" for lead in leads]
    cells = [*rows[:4], *below, *rows[4:10], *below, *rows[10:]]
    head = "序号\n\n牵头领导\n\n项目名称\n\n牵头单位\n\n完成时限\n\n"
    return page_of(f"{TITLE}\n\n{head}{''.join(cells)}")


def test_units_in_merged_rows_lead_a_row_each_where_a_cell_has_its_units_on_one_line():
    page = merged("区财政局", "区民政局")
    assert column(page, "lead_units")[4:6] == [["区财政局"], ["区民政局"]]
    assert len(page.records) == 16


def test_units_in_merged_rows_are_asked_about_where_no_cell_says_how_it_prints_its_units():
    page = merged("区财政局", "区民政局", lists="区水务局 区教育局 区体育局 区残联")
    assert "lead_units" in {field for _, field in doubted(page)}


def test_row_that_merges_all_but_its_lead_is_one_row():
    page = merged("区财政局")
    assert column(page, "lead_units")[4] == ["区财政局"]
    assert len(page.records) == 14
    assert doubted(page) == set()


def test_units_that_blank_lines_part_are_rows_where_a_cell_has_its_lines_together():
    rows = [[str(n), f"改造泵房{n}座。", "区水务局/区住建局"] for n in range(1, 5)]
    rows[2:2] = [[None, None, "区财政局"], [None, None, "区民政局"]]
    cells = [c.replace("/", "\n") for r in rows for c in r if c is not None]
    page = page_of("\n\n".join([TITLE, "序号", "项目名称", "牵头单位", *cells]))
    assert column(page, "lead_units")[1:4] == [["区水务局", "区住建局"], ["区财政局"], ["区民政局"]]
    assert doubted(page) == set()


def test_lead_below_a_lead_behind_a_blank_line_is_asked_about_where_no_cell_has_lines():
    text = "1 改造泵房1座。 区水务局 区住建局 2 改造泵房2座。 区水务局 3 改造泵房3座。 区水务局"
    page = page_of("\n\n".join([TITLE, "序号", "项目名称", "牵头单位", *text.split()]))
    assert column(page, "lead_units")[:2] == [["区水务局"], ["区住建局"]]
    assert doubted(page) == {(2, "lead_units")}


HALVES = [
    "住建局 水务局、各街道 建成石桥养老综合体,年底前投用 完成可研批复,启动初步设计; 已完成招标,单位已进场;投入资金7万元。",
    "教育局 新增托位370个以上 力争完成149个,启动其余工作; 石桥镇172个已完成,南庄镇172个正在推进。",
    "民政局 司法局 改造老旧小区21个 完成全部21个任务; 目前已改造6个,完成率32%,资金已全部拨付。",
    "商务局 筹集租赁住房950套 力争完成692套,启动其余工作; 本月新增163套,累计817套,已组织督查2次。",
    "住建局 公安局、各街道 设立便民驿站15个 2月底前完成4个; 已完成全部15个任务;开展活动17场。",
    "水务局 各街道 安装报警器9千户 安装报警器1415户以上; 正在开展报警器摸排,已组织督查2次,设备已全部到位。",
    "住建局 加固山塘3座 完成竣工验收; 已取得可研批复,初步设计已通过评审。",
]
WIDE = "序号 主办单位 配合部门 内容与要求 2月份工作情况 一季度计划目标 实际进度情况 形象进度(%)"


def halved(goal_end):
    """Read rows whose goals end with this mark; give the goals that went wrong, and whether any is doubted."""
    rows = [row.replace("; ", f"{goal_end} ") for row in HALVES]
    page = page_of(paragraphs(TITLE, WIDE, *(f"{n} {row} {n}9" for n, row in enumerate(rows, 1))))
    told = zip(column(page, "goal"), rows, strict=True)
    wrong = [goal for goal, row in told if goal != row.split()[-2]]
    return wrong, {name for _, name in doubted(page)} & {"goal", "progress"}


@pytest.mark.parametrize("mark", [";", ","])
def test_goals_that_end_like_half_a_sentence_are_parted_from_the_reports_behind_them(mark):
    assert halved(mark) == ([], set())


def test_goals_that_end_like_sentences_are_parted_from_the_reports_as_before():
    assert halved("。") == ([], set())


def test_lines_that_end_like_half_a_sentence_stay_in_their_cell_where_cells_end_otherwise():
    rows = [
        ["1", "新建公厕1座。", "区住建局", "力争1月完工。", "完成招标1处;\n\n已进场施工。", "续建"]
    ]
    rows = [[cell.replace("1", str(n)) for cell in row] for n in range(1, 9) for row in rows]
    told = [f"完成招标{n}处;\n已进场施工。" for n in range(1, 9)]
    assert column(page_of(traced(rows)), "progress") == told
