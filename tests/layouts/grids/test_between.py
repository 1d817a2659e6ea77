"""Lines without bars between pasted rows: headings, notes, and the rest of the cell above."""

import pytest

from tests.layouts.invented import TITLE, column, doubted, page_of

HEADER = "序号 | 项目名称 | 牵头单位 | 进展情况 | 备注"
ROWS = [
    "1 | 新建停车位300个。 | 区住建局 | 已建成120个。",
    "2 | 改造道路3条。 | 区交通局 | 已完成1条。 | 续建",
    "3 | 新增护理床位50张。 | 区民政局 | 已完成30张。",
]


def pasted(*rows):
    return page_of("\n".join((TITLE, *rows)) + "\n")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("便民出行", "养老托育"),
        ("一、便民出行", "二、养老托育"),
        ("(一)便民出行", "(二)养老托育"),
    ],
)
def test_line_that_reads_as_a_heading_is_the_theme_of_the_rows_below(first, second):
    page = pasted(HEADER, first, *ROWS[:2], second, ROWS[2])
    assert column(page, "theme") == [first, first, second]
    assert column(page, "remark") == [None, "续建", None]
    assert doubted(page) == set()


def test_line_of_a_person_gives_the_leader_of_the_rows_below():
    page = pasted(HEADER, "陆远帆", *ROWS[:2], "分管领导:方朔", ROWS[2])
    assert column(page, "leaders")[2] == ["方朔"]
    page = pasted(HEADER, "陆远帆", *ROWS[:2], "方朔", ROWS[2])
    assert column(page, "leaders") == [["陆远帆"], ["陆远帆"], ["方朔"]]


def test_line_behind_a_row_that_a_bar_closes_is_never_part_of_its_last_cell():
    rows = [f"| {row} |" for row in (HEADER, ROWS[0] + " | 新增", ROWS[1], ROWS[2] + " | 新增")]
    page = pasted(rows[0], "便民出行", rows[1], rows[2], "养老托育", rows[3])
    assert column(page, "theme") == ["便民出行", "便民出行", "养老托育"]
    assert column(page, "remark") == ["新增", "续建", "新增"]


@pytest.mark.parametrize(
    "note", ["注:数据截至9月底。", "说明:1.投资为估算数;\n2.以验收为准。", "扫一扫在手机打开当前页"]
)
def test_note_behind_the_last_row_is_no_part_of_it(note):
    page = pasted(HEADER, *ROWS[:2], note)
    assert column(page, "remark") == [None, "续建"]
    assert any(note.split("\n")[-1] in s.text.value for s in page.stretches)


def test_number_of_an_attachment_between_two_tables_is_no_part_of_either():
    rows = [ROWS[0], "附件2", HEADER.replace("备注", "存在问题"), *ROWS[1:]]
    page = pasted(HEADER, "便民出行", *rows)
    assert column(page, "remark")[0] is None
    assert column(page, "theme") == ["便民出行", None, None]


def test_row_of_the_foot_of_a_web_page_is_no_record():
    page = pasted(HEADER, *ROWS, "网站地图 | 联系我们")
    assert len(page.records) == 3


@pytest.mark.parametrize(
    "line",
    ["并通过竣工验收", "其中二标段完成60%。", "区财政局"],
)
def test_line_that_goes_on_in_the_cell_above_stays_there(line):
    rows = ["序号 | 项目名称 | 牵头单位 | 备注", "1 | 修路3条。 | 区住建局 | 已经完工", line]
    rows += ["2 | 建桥1座。 | 区交通局 | 续建", "并完成绿化。", "3 | 建亭2座。 | 区民政局 | 新建"]
    page = pasted(*rows)
    assert column(page, "theme") == [None, None, None]
    assert column(page, "remark")[0] == f"已经完工\n{line}"


def test_lines_of_units_behind_a_list_of_units_are_asked_about():
    header = "序号 | 项目名称 | 责任单位"
    rows = ["1 | 修路3条。 | 区住建局、区交通局", "青禾镇、区水务局", "2 | 建桥1座。 | 区财政局"]
    page = pasted(header, *rows, "3 | 建亭2座。 | 区民政局")
    assert doubted(page) == {(1, "lead_units")}
    assert column(page, "theme") == [None, None, None]


@pytest.mark.parametrize("second", ["方朔", "市级", "续建"])
def test_second_line_of_a_quoted_cell_is_no_heading(second):
    first = "陆远帆" if second == "方朔" else "新增"
    rows = ["序号\t项目名称\t牵头单位\t备注", f'1\t修路3条。\t区住建局\t"{first}\n{second}"']
    page = pasted(*rows, "2\t建桥1座。\t区交通局\t新建", "3\t建亭2座。\t区民政局\t新建")
    assert column(page, "remark")[0] == f"{first}\n{second}"
    assert column(page, "theme") == [None, None, None]


def test_numbered_lines_of_a_list_in_a_cell_are_no_headings():
    rows = ["序号 | 项目名称 | 牵头单位 | 进展情况"]
    for number in range(1, 4):
        rows += [f"{number} | 修路{number}条。 | 区住建局 | 一、完成招标", "二、启动施工"]
    page = pasted(*rows, "4 | 修路4条。 | 区住建局 | 已完工")
    assert column(page, "theme") == [None] * 4
    assert column(page, "progress")[:3] == ["一、完成招标\n二、启动施工"] * 3


def test_header_word_broken_over_two_lines_stays_one():
    page = pasted(
        "序号 | 项目名称 | 牵头单位 | 进展", "情况", *(r.removesuffix(" | 续建") for r in ROWS)
    )
    assert column(page, "progress") == ["已建成120个。", "已完成1条。", "已完成30张。"]
    assert column(page, "theme") == [None, None, None]


def test_person_over_the_header_printed_again_leads_the_rows_below():
    page = pasted("副区长甲", HEADER, *ROWS[:1], "副区长乙", HEADER, ROWS[2])
    assert column(page, "leaders") == [["副区长甲"], ["副区长乙"]]
    assert column(page, "progress") == ["已建成120个。", "已完成30张。"]


@pytest.mark.parametrize("end", ["正在验收", "区住建局"])
def test_other_words_over_the_header_printed_again_are_the_end_of_a_cell(end):
    page = pasted(HEADER, ROWS[0], end, HEADER, *ROWS[1:])
    assert column(page, "leaders") == [[], [], []]
    assert column(page, "progress")[0] == f"已建成120个。\n{end}"


def _tabbed(*rows):
    lines = [row.replace(" | ", "\t") for row in (HEADER, *rows)]
    return pasted(*lines)


def test_line_without_tabs_that_reads_as_a_heading_is_the_theme_of_the_rows_below():
    page = _tabbed("便民出行\t\t\t\t", ROWS[0] + " | ", ROWS[1], "养老托育", ROWS[2] + " | 新增")
    assert column(page, "theme") == ["便民出行", "便民出行", "养老托育"]
    assert column(page, "remark") == [None, "续建", "新增"]
    assert doubted(page) == set()


def test_line_without_tabs_that_goes_on_in_the_cell_above_stays_there():
    page = _tabbed(ROWS[0] + " | ", ROWS[1] + "项目,因管线迁改", "工期顺延。", ROWS[2] + " | ")
    assert column(page, "theme") == [None, None, None]
    assert column(page, "remark") == [None, "续建项目,因管线迁改\n工期顺延。", None]


def test_title_without_tabs_over_another_header_is_no_part_of_the_row_above():
    rows = [row.replace(" | ", "\t") for row in (*ROWS[:2], HEADER, ROWS[2] + " | ")]
    page = _tabbed(*rows[:2], "附件2 养老托育项目进展情况表", *rows[2:])
    assert column(page, "remark") == [None, "续建", None]
    assert "养老托育" not in (column(page, "theme")[0] or "")


def test_second_line_of_a_quoted_cell_between_tabs_is_no_heading():
    page = _tabbed(ROWS[0] + ' | "续建\n改建"', ROWS[1], "养老托育", ROWS[2] + " | ")
    assert column(page, "remark") == ["续建\n改建", "续建", None]
    assert column(page, "theme") == [None, None, "养老托育"]


QUOTED = [
    row.replace("区", '"区', 1).replace("局", '局\n区教育局"', 1)
    for row in (ROWS[0] + " | ", ROWS[1], ROWS[2] + " | ")
]


def test_headings_that_count_from_the_header_on_are_themes_whatever_lines_cells_have():
    page = _tabbed("一、便民出行", *QUOTED[:2], "二、养老托育", QUOTED[2])
    assert column(page, "theme") == ["一、便民出行", "一、便民出行", "二、养老托育"]


@pytest.mark.parametrize("first", ["二、便民出行", "便民出行"])
def test_line_below_the_header_that_counts_from_nowhere_is_no_theme_where_cells_have_lines(first):
    page = _tabbed(first, *QUOTED[:2], "三、养老托育", QUOTED[2])
    assert column(page, "theme") == [None, None, None]


SIGNED = "云溪区人民政府办公室", "2031年10月9日"
SHORT = HEADER.replace(" | 备注", "").replace("牵头单位 | 进展情况", "进展情况 | 牵头单位")
LAST = ["1 | 新建停车位300个。 | 已建成120个。 | 区住建局", "2 | 修路。 | 已完成1条。 | 区交通局"]


MENU = "网站地图 | 联系我们 | 隐私声明"


@pytest.mark.parametrize(
    "more", [(), ("打印本页",), (MENU,), ("主办单位:云溪区人民政府办公室", MENU)]
)
def test_who_signs_below_the_last_row_with_the_day_is_no_part_of_it(more):
    page = pasted(SHORT, *LAST, *SIGNED, *more)
    assert column(page, "lead_units") == [["区住建局"], ["区交通局"]]
    assert len(page.records) == 2


def test_office_that_signs_may_lead_the_last_row_as_well():
    page = pasted(SHORT, LAST[0], LAST[1].replace("区交通局", SIGNED[0]), *SIGNED, MENU)
    assert column(page, "lead_units")[1] == [SIGNED[0]]


@pytest.mark.parametrize("below", ["区水务局", "区政府办公室"])
def test_unit_below_the_last_row_without_a_day_is_one_of_it(below):
    page = pasted(SHORT, *LAST, below, MENU)
    assert column(page, "lead_units")[1] == ["区交通局", below]


def _reported(*rows):
    return pasted(
        *(row.replace(" | ", "\t") for row in ("序号 | 项目名称 | 牵头单位 | 进展情况", *rows))
    )


FOUR = [
    "1 | 新建驿站3座 | 区城管局 | 已开工。",
    "2 | 改造泵房9座 | 区水务局 | {}",
    "3 | 新建口袋公园 | 区住建局 | 已完工。",
    "4 | 修建步道 | 区交通局 | 已完工。",
]


@pytest.mark.parametrize(
    ("above", "line"),
    [
        ("分两批,", "正在采购"),
        ("已开工,", "预计年底完工"),
        ("分两批:", "管网工程"),
        ("分两批", "管网工程"),
        ("已开工。", "正在采购"),
    ],
)
def test_line_without_tabs_behind_an_open_cell_or_of_progress_is_no_heading(above, line):
    page = _reported(FOUR[0], FOUR[1].format(above), line, *FOUR[2:])
    assert column(page, "theme") == [None] * 4
    assert column(page, "progress") == ["已开工。", f"{above}\n{line}", "已完工。", "已完工。"]


@pytest.mark.parametrize(("above", "stop"), [("已开工。", "。"), ("已开工", "")])
def test_line_without_tabs_behind_a_cell_that_ends_as_the_others_do_is_the_theme(above, stop):
    rows = [row.replace("。", stop) for row in FOUR]
    page = _reported(rows[0], rows[1].format(above), "养老托育", *rows[2:])
    assert column(page, "theme") == [None, None, "养老托育", "养老托育"]


def test_headings_stay_where_another_line_is_the_tail_of_an_open_cell():
    page = _reported(
        "便民出行", FOUR[0], FOUR[1].format("已开工,"), "正在采购", FOUR[2], "养老托育", FOUR[3]
    )
    assert column(page, "theme") == ["便民出行"] * 3 + ["养老托育"]
    assert column(page, "progress")[1] == "已开工,\n正在采购"


def test_numbered_heading_behind_an_open_cell_stays_a_heading():
    page = _reported("一、便民出行", FOUR[0], FOUR[1].format("已开工,"), "二、养老托育", *FOUR[2:])
    assert column(page, "theme") == ["一、便民出行"] * 2 + ["二、养老托育"] * 2


def _browsed(last, below):
    """Write a table as a browser does, with this last cell and text below it."""
    rows = (["1", "新建停车位300个", "区住建局", "续建"], ["2", "改造道路3条", "区交通局", last])
    cells = "\n\n\n\n\n".join("\n\n\t\n\n".join(row) for row in rows)
    return page_of(f"{TITLE}\n序号\t项目名称\t牵头单位\t备注\n\n\n{cells}{below}")


def test_note_behind_a_browsed_table_whose_last_cell_is_blank_is_no_remark():
    page = _browsed("", "注：数据截至9月底，由各牵头单位提供。")
    assert column(page, "remark") == ["续建", None]


def test_remark_in_the_last_cell_of_a_browsed_table_stays():
    page = _browsed("年中调整点位", "\n\n填表人：王小明")
    assert column(page, "remark") == ["续建", "年中调整点位"]


CROSSED = [
    "镇(街道) | 公厕改造 | | | 停车位 | |",
    " | 目标 | 完成 | 完成率 | 目标 | 完成 | 完成率",
    "柳湖街道 | 20 | 10 | 50.0% | 40 | 30 | 75.0%",
    "石埠镇 | 30 | 15 | 50.0% | 60 | 15 | 25.0%",
]
SHARES = "序号 | 项目名称 | 牵头单位 | 完成率"
SHARED = ["1 | 新建停车位300个。 | 区住建局 | 40%", "2 | 改造道路3条。 | 区交通局 | 33%"]


@pytest.mark.parametrize(
    "lines", [("具体项目情况",), ("具体项目情况", "滞后项目"), ("表2:滞后项目",)]
)
def test_lines_between_a_cross_tab_and_the_projects_are_no_part_of_its_last_number(lines):
    page = pasted(*CROSSED, *lines, HEADER, *ROWS)
    crossed = ["公厕改造", "停车位"] * 2
    assert column(page, "item")[:4] == crossed
    assert column(page, "percent")[3] == "25.0%"
    late = "滞后" if "滞后" in lines[-1] else None
    assert column(page, "status") == [None] * 4 + [late] * 3


def test_line_between_the_number_of_a_row_and_a_heading_is_of_neither():
    page = pasted(SHARES, *SHARED, "具体项目情况", "表2:滞后项目", SHARES, *SHARED)
    assert column(page, "percent") == ["40%", "33%"] * 2
    assert column(page, "status") == [None, None, "滞后", "滞后"]


@pytest.mark.parametrize("line", ["区水务局", "万元"])
def test_line_behind_a_number_that_is_no_heading_is_no_row(line):
    page = pasted(SHARES, *SHARED, line, "表2:滞后项目", SHARES, *SHARED)
    assert len(page.records) == 4


def test_line_behind_words_over_the_header_printed_again_stays_in_their_cell():
    page = pasted(SHORT, LAST[0], f"{LAST[1]}、", "区发展改革局", SHORT, *LAST)
    assert column(page, "lead_units")[1] == ["区交通局", "区发展改革局"]
