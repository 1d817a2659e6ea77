from tests.layouts.invented import column, doubted, lines, page_of

UNKNOWN_GROUP = (
    "序号 | 工作内容 | 责任安排 | 进展情况 | 下月工作安排 |",
    "牵头单位 | 配合单位 | | | |",
    "1 | 新建停车位300个 | 区住建局 | 各街道 | 已建成120个。 | 加快施工。",
    "2 | 改造道路3条 | 区交通局 | 区城管局 | 已完成1条。 | 组织验收。",
)


def test_words_below_a_group_nobody_knows_stand_in_its_place():
    page = page_of(lines(*UNKNOWN_GROUP))
    assert column(page, "code") == ["1", "2"]
    assert column(page, "support_units") == [["各街道"], ["区城管局"]]
    assert column(page, "progress") == ["已建成120个。", "已完成1条。"]
    assert doubted(page) == set()


def test_row_of_values_below_a_word_nobody_knows_is_no_header():
    page = page_of(lines(UNKNOWN_GROUP[0], "新建停车位300个 | 各街道 | | | |"))
    assert [len(h.columns) for h in page.headers] == [5]
    assert [c.word for c in page.headers[0].columns][2] == "责任安排"


def test_group_alone_in_the_second_of_three_rows_stands_in_the_place_of_the_word_over_it():
    page = page_of(
        lines(
            "序号 | 工作内容 | 牵头单位 | 2031年 | 存在问题 | ",
            "工作进度 | | | | | ",
            "完成情况 | 完成率 | | | | ",
            "1 | 新建停车位300个 | 区住建局 | 已建成120个。 | 40% | 资金缺口较大。",
            "2 | 改造道路3条 | 区交通局 | 已完成1条。 | 33% | 场地狭小。",
        )
    )
    assert column(page, "progress") == ["已建成120个。", "已完成1条。"]
    assert column(page, "percent") == ["40%", "33%"]
    assert column(page, "explanation") == ["资金缺口较大。", "场地狭小。"]


def test_heading_alone_between_the_header_and_the_first_row_is_no_group():
    page = page_of(
        lines(
            "项目名称 | 主要建设内容 | 牵头单位 | 进展情况",
            "一、便民出行 | | | ",
            "停车位工程 | 新建停车位300个。 | 区住建局 | 已建成120个。",
        )
    )
    assert [len(h.columns) for h in page.headers] == [4]


def test_theme_below_a_group_is_one_where_whole_rows_have_as_many_cells_as_the_header():
    page = page_of(
        lines(
            "序号 | 项目 | 推进情况 | 牵头部门 | | ",
            "类别 | 主要内容 | 月度计划 | 完成情况 | | ",
            "（1） | 学有优教 | 建成柳溪小学南校区 | 完成30% | 正在施工。 | 区教育局",
            "（2） | 便民利企 | 新建服务站12个 | 完成8个 | 已建成7个。 | 区商务局",
        )
    )
    assert column(page, "theme") == ["学有优教", "便民利企"]
    assert column(page, "goal") == ["完成30%", "完成8个"]
