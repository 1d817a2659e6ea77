"""Cells that end with bars, a cell a line: where all are printed, counting tells their columns."""

import pytest

from tests.layouts.invented import TITLE, codes, column, doubted, page_of

GROUPED = ["序号", "实事项目", "责任分工", "", "推进情况", ""]
BELOW = ["", "", "牵头单位", "配合单位", "三季度目标", "9月进展"]
ROWS = [
    ["1", "新建停车位300个。", "区住建局", "柳湖街道", "建成200个。", "已建成120个。"],
    ["2", "改造道路3条。", "区交通局", "", "完成1条。", ""],
    ["", "", "区水务集团", "区财政局", "", "管线迁改已完成。"],
    ["3", "新增助餐点5家。", "区民政局", "各街道", "完成3家。", "已完成2家。"],
]


def barred(*rows, title=TITLE):
    """Print one cell a line and its bar; a blank one is a bar alone."""
    cells = [cell for row in rows for cell in row]
    return title + "\n\n" + "".join(f"{cell} |\n".lstrip(" ") for cell in cells)


def leads(page):
    return column(page, "lead_units")


LEADS = [["区住建局"], ["区交通局"], ["区水务集团"], ["区民政局"]]


def test_header_of_two_rows_that_prints_its_merged_cells_names_every_column():
    page = page_of(barred(GROUPED, BELOW, *ROWS))
    assert leads(page) == LEADS
    assert column(page, "support_units") == [["柳湖街道"], [], ["区财政局"], ["各街道"]]
    assert column(page, "goal") == ["建成200个。", "完成1条。", "完成1条。", "完成3家。"]
    assert column(page, "progress") == ["已建成120个。", None, "管线迁改已完成。", "已完成2家。"]
    assert doubted(page) == set()


def test_bars_of_blank_cells_in_a_run_count_the_same():
    runs = barred(GROUPED, BELOW, *ROWS).replace(" |\n|\n", " ||\n").replace("||\n|\n", "|||\n")
    assert "cells-uneven" not in codes(page_of(runs))
    assert leads(page_of(runs)) == LEADS


def test_row_without_number_and_item_goes_on_with_the_money_of_the_item_above():
    header = ["序号", "项目名称", "总投资(万元)", "牵头单位", "进展情况"]
    rows = [
        ["1", "新建停车位300个。", "1200", "区住建局", "已建成120个。"],
        ["", "", "", "区水务集团", "管线迁改已完成。"],
        ["2", "改造道路3条。", "", "区交通局", "完成1条。"],
    ]
    assert column(page_of(barred(header, *rows)), "investment") == ["1200", "1200", None]


def test_heading_over_the_whole_width_is_the_theme_of_the_rows_below():
    header = ["序号", "项目名称", "牵头单位", "进展情况"]
    bands = [["便民出行", "", "", ""], ["养老托育", "", "", ""]]
    rows = [
        ["1", "改造道路3条。", "区交通局", "完成1条。"],
        ["2", "新增床位50张。", "区民政局", "已完成。"],
    ]
    page = page_of(barred(header, bands[0], rows[0], bands[1], rows[1]))
    assert column(page, "theme") == ["便民出行", "养老托育"]
    assert leads(page) == [["区交通局"], ["区民政局"]]


@pytest.mark.parametrize("bands", [("便民出行", "养老托育"), ("一、便民出行", "二、养老托育")])
def test_heading_that_is_a_cell_by_itself_is_the_theme_too(bands):
    header = ["序号", "项目名称", "牵头单位", "进展情况", "备注"]
    rows = [
        ["1", "改造道路3条。", "区交通局", "完成1条。", ""],
        ["2", "新增停车位80个。", "区住建局", "", "续建"],
        ["3", "新增床位50张。", "区民政局", "已完成。", ""],
    ]
    page = page_of(barred(header, bands[:1], *rows[:2], bands[1:], rows[2]))
    assert column(page, "theme") == [bands[0], bands[0], bands[1]]
    assert column(page, "progress") == ["完成1条。", None, "已完成。"]
    assert doubted(page) == set()


def test_leaders_over_the_rows_are_people_in_each_part_of_a_table():
    header = ["类别", "项目名称", "牵头单位", "进展情况"]
    rows = [["一、道路", f"改造道路{n}条。", "区交通局", f"完成{n}条。"] for n in range(1, 5)]
    page = page_of(barred(header, ["欧阳岚"], *rows[:2], header, ["方朔"], *rows[2:]))
    assert column(page, "leaders") == [["欧阳岚"], ["欧阳岚"], ["方朔"], ["方朔"]]


def test_last_column_of_short_words_is_no_run_of_headings():
    header = ["序号", "项目名称", "牵头单位", "亮灯情况"]
    rows = [[str(n), f"改造道路{n}条。", "区交通局", "绿灯"] for n in range(1, 7)]
    page = page_of(barred(header, *rows))
    assert column(page, "theme") == [None] * 6
    assert leads(page) == [["区交通局"]] * 6


def test_stars_in_a_column_that_does_not_speak_of_them_do_not_spoil_the_count():
    header = ["序号", "项目名称", "责任单位", "", "备注"]
    below = ["", "", "", "进展情况", ""]
    rows = [[str(n), "改造道路。", "★区交通局\n区住建局", "", ""] for n in range(1, 5)]
    page = page_of(barred(header, below, *rows))
    assert leads(page) == [["区交通局"]] * 4
    assert column(page, "support_units") == [["区住建局"]] * 4


def test_row_that_adds_up_is_no_record():
    total = ["合计", "", "", "", "", "共3项"]
    assert leads(page_of(barred(GROUPED, BELOW, *ROWS, total))) == LEADS


def test_table_that_goes_on_with_its_header_again_is_one():
    page = page_of(barred(GROUPED, BELOW, *ROWS[:3], GROUPED, BELOW, ROWS[3]))
    assert leads(page) == LEADS


def test_page_that_is_printed_twice_is_read_once():
    once = barred(GROUPED, BELOW, *ROWS)
    page = page_of(once + once)
    assert leads(page) == LEADS
    assert "table-printed-twice" in codes(page)


def test_table_with_another_header_below_the_first_is_counted_by_its_own_width():
    header = ["编号", "具体任务", "实施主体", "当前进展", "存在问题"]
    rows = [
        ["一", "种植行道树900株。", "区城管局", "已种植200株。", ""],
        ["二", "新增床位50张。", "区民政局", "", "资金未到位。"],
        ["三", "建设绿道9公里。", "区水务局", "已建成2公里。", ""],
    ]
    page = page_of(barred(GROUPED, BELOW, *ROWS, header, *rows))
    assert leads(page) == [*LEADS, ["区城管局"], ["区民政局"], ["区水务局"]]
    assert column(page, "explanation")[4:] == [None, "资金未到位。", None]


def test_heading_above_a_header_that_is_printed_again_is_no_part_of_it():
    page = page_of(
        barred(GROUPED, BELOW, *ROWS)
        + "(二)公共服务类\n"
        + barred(GROUPED, BELOW, *ROWS[:2], ROWS[3], title="")[2:]
    )
    assert column(page, "code") == ["1", "2", "2", "3", "1", "2", "3"]


@pytest.mark.parametrize("word", ["项目", "重点\n工作"])
def test_words_of_one_header_begin_no_other(word):
    header = ["序号", word, "主要内容", "责任单位", "配合单位", "进展情况"]
    rows = [[str(n), "道路", f"改造道路{n}条。", "区交通局", "", "已完成。"] for n in range(1, 5)]
    assert leads(page_of(barred(header, *rows))) == [["区交通局"]] * 4


def test_every_character_of_a_counted_table_stands_in_one_stretch():
    text = barred(GROUPED, BELOW, *ROWS) + "打印本页\n"
    printed = "".join(s.text.value for s in page_of(text).stretches)
    wanted = "".join(text.replace("|", "").split())
    assert sorted("".join(printed.split())) == sorted(wanted)


@pytest.mark.parametrize(
    "rows",
    [
        [*ROWS[:3], ROWS[3][:-1]],
        [ROWS[0], ROWS[1][:3] + ROWS[1][4:], *ROWS[2:]],
    ],
    ids=["one short at the end", "one lost inside"],
)
def test_table_that_lost_a_bar_is_read_by_what_its_cells_say(rows):
    page = page_of(barred(GROUPED[:2] + BELOW[2:], *rows))
    assert leads(page) == LEADS
    assert column(page, "item")[::3] == ["新建停车位300个。", "新增助餐点5家。"]
    assert "cells-uneven" in codes(page)


def test_words_with_bars_that_head_no_project_table_make_no_records():
    menu = ["首页", "政务公开", "互动交流", "便民服务", "走进云溪", "联系我们"]
    assert not page_of(barred(menu, menu)).records


def test_codes_under_no_word_make_no_wider_table():
    header = ["项目名称", "牵头单位", "进展情况"]
    rows = [["改造道路3条。", "区交通局", "完成1条。"], ["新增床位50张。", "区民政局", "已完成。"]]
    page = page_of(barred(header, *rows, *rows, *rows))
    assert len(page.records) == 6
    assert leads(page) == [["区交通局"], ["区民政局"]] * 3


def closed(*rows, title=TITLE):
    """Print one cell a line and its bar, and one more bar behind each row."""
    return title + "\n\n" + "".join(barred(row, title="").strip("\n") + "|\n" for row in rows)


@pytest.mark.parametrize("first", ["1", "第一类"], ids=["codes", "no codes"])
def test_bar_behind_each_row_of_header_and_body_is_no_blank_cell(first):
    header, below = (row if first == "1" else row[1:] for row in (GROUPED, BELOW))
    page = page_of(closed(header, below, *[row[-len(header) :] for row in ROWS]))
    assert leads(page) == LEADS
    assert column(page, "progress") == ["已建成120个。", None, "管线迁改已完成。", "已完成2家。"]
    assert doubted(page) == set()


def test_bar_behind_each_row_closes_headings_and_sums_too():
    total = ["合计", "", "", "", "", "共3项"]
    page = page_of(closed(GROUPED, BELOW, ["便民出行"], *ROWS[:3], ["养老托育"], ROWS[3], total))
    assert column(page, "theme") == ["便民出行"] * 3 + ["养老托育"]
    assert leads(page) == LEADS
    assert doubted(page) == set()


def test_last_row_may_lack_the_bar_that_closes_the_others():
    page = page_of(closed(GROUPED, BELOW, *ROWS).removesuffix("|\n"))
    assert leads(page) == LEADS
    assert doubted(page) == set()


def test_last_column_that_is_always_blank_is_no_bar_behind_each_row():
    header = ["序号", "项目名称", "牵头单位", "进展情况", "备注"]
    rows = [[str(n), f"改造道路{n}条。", "区交通局", f"完成{n}条。", ""] for n in range(1, 5)]
    page = page_of(barred(header, *rows))
    assert column(page, "progress") == [f"完成{n}条。" for n in range(1, 5)]
    assert doubted(page) == set()


def test_cells_below_a_word_of_two_meanings_say_which_it_has():
    header = ["项目名称", "总投资(万元)", "牵头单位", "形象进度", "备注"]
    said = ["主体封顶,正在装修。", "完成招标,已经开工。", "方案通过评审。"]
    rows = [
        [f"改造道路{n}条。", "900", "区交通局", text, "续建"[: 2 * n]]
        for n, text in enumerate(said)
    ]
    page = page_of(barred(header, *rows, *rows))
    assert column(page, "progress") == said * 2
    assert column(page, "percent") == [None] * 6


def test_shares_below_a_word_of_two_meanings_stay_shares():
    header = ["项目名称", "总投资(万元)", "牵头单位", "形象进度", "备注"]
    rows = [[f"改造道路{n}条。", "900", "区交通局", f"{n}5%", ""] for n in range(1, 5)]
    page = page_of(barred(header, *rows))
    assert column(page, "percent") == ["15%", "25%", "35%", "45%"]
    assert column(page, "progress") == [None] * 4


PACKED = ["序号", "实事项目", "牵头单位", "推进情况", "备注", "最新进展", "当前状态"]
UNDER = [
    ["1", "新建停车位300个。", "区住建局", "已建成120个。", "已完成", "新增点位2个"],
    ["2", "改造道路3条。", "区交通局", "完成1条,其余正在施工。", "滞后", ""],
    ["3", "新增助餐点5家。", "区民政局", "已完成2家。", "已完成", "跨年度项目"],
    ["4", "改造公厕9座。", "区城管局", "已完成4座。", "按序时推进", ""],
]


def test_words_below_a_group_that_end_within_the_next_row_are_counted_as_no_row():
    page = page_of(barred(PACKED, *UNDER))
    assert column(page, "status") == [row[4] for row in UNDER]
    assert column(page, "remark") == [row[5] or None for row in UNDER]


def test_header_that_is_printed_again_right_below_itself_is_still_counted():
    words = ["序号", "实事项目", "牵头单位", "推进情况", "当前状态", "备注"]
    page = page_of(barred(words, words, *UNDER))
    assert column(page, "status") == [row[4] for row in UNDER]
    assert doubted(page) == set()


def test_header_without_its_merged_cells_does_not_end_in_a_row_of_the_table():
    words = ["序号", "工作要求", "牵头单位", "工作进度", "备注", "项目名称", "年度目标", "完成情况"]
    words += ["存在问题"]
    rows = [
        ["1", "修路3条。", "年内完工。", "区住建局", "已完成1条。", "", ""],
        ["2", "建公厕9座。", "年内完工。", "区城管局", "已完成4座。", "", ""],
        ["3", "新增助餐点5家。", "完成5家。", "区民政局", "已完成2家。", "", ""],
        ["4", "植树900棵。", "完成900棵。", "区园林局", "已完成700棵。", "", ""],
        ["5", "改造小区6个。", "完成6个。", "区住建局", "已完成2个。", "", ""],
    ]
    page = page_of(barred(words, *rows))
    assert leads(page) == [[row[3]] for row in rows]
    assert column(page, "item") == [row[1] for row in rows]


THEMED = [
    "类别",
    "项目内容",
    "牵头领导",
    "牵头部门",
    "配合部门",
    "年度目标",
    "推进情况",
    "是否达序时",
]
THEMED += ["情况说明"]
MERGED = [
    ["便民出行", "改造道路3条", "高远", "区交通局", "区财政局", "完成3条", "已完成1条", "正常", ""],
    [
        "养老托育",
        "新增床位50张",
        "林晓",
        "区民政局",
        "区卫健局",
        "",
        "1.已签约;\n2.已进场",
        "滞后",
        "图纸未定",
    ],
    ["城市更新", "改造小区6个", "林晓", "区住建局", "区水利局", "完成6个", "外墙施工", "正常", ""],
    ["加装电梯79部", "许言、林晓", "区房管局", "区城管局", "完成焊接", "正在勘察", "正常", ""],
    [
        "稳定就业",
        "培训工人500人次",
        "高远",
        "区人社局",
        "区总工会",
        "",
        "已开班",
        "滞后",
        "场地未定",
    ],
]


def test_row_whose_merged_theme_prints_no_bar_stands_under_the_theme_above():
    page = page_of(barred(THEMED, *MERGED))
    themes = ["便民出行", "养老托育", "城市更新", "城市更新", "稳定就业"]
    assert column(page, "theme") == themes
    assert leads(page) == [["区交通局"], ["区民政局"], ["区住建局"], ["区房管局"], ["区人社局"]]
    assert column(page, "item")[3] == "加装电梯79部"
    assert column(page, "progress")[1] == "1.已签约;\n2.已进场"


def test_months_behind_the_words_of_a_header_are_no_row_below_it():
    months = [f"{n}月" for n in range(1, 6)]
    words = ["序号", "实事项目", "牵头单位", *months]
    rows = [
        ["1", "改造道路3条。", "区交通局", *["已完成1条。"] * 5],
        ["2", "新增床位50张。", "区民政局", *["已签约。"] * 5],
        ["3", "植树900棵。", "区园林局", *["已完成70棵。"] * 5],
    ]
    page = page_of(barred(words, *rows))
    assert leads(page) == [["区交通局"], ["区民政局"], ["区园林局"]]


def test_header_word_nobody_knows_among_known_ones_is_no_row_below_it():
    words = ["序号", "实事项目", "牵头单位", "推进情况", "蓝绿标", "甲乙档"]
    rows = [
        ["1", "改造道路3条。", "区交通局", "已完成1条。", "蓝", "甲"],
        ["2", "新增床位50张。", "区民政局", "已签约。", "绿", "乙"],
        ["3", "植树900棵。", "区园林局", "已完成70棵。", "绿", "甲"],
    ]
    page = page_of(barred(words, *rows))
    assert column(page, "progress") == [row[3] for row in rows]
    assert leads(page) == [["区交通局"], ["区民政局"], ["区园林局"]]
