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


def test_words_below_several_groups_stand_under_them_where_rows_have_as_many_cells():
    page = page_of(
        lines(
            "序号 | 工作内容 | 责任分工 | 推进情况 | 备注 | | | | ",
            "牵头领导 | 责任单位 | 联络员 | 联系电话 | 进展情况 | 完成率 | | | ",
            "1 | 新建停车位300个 | 李主任 | 区住建局 | 王科长 | 6212345 | 已建成120个。 | 40% | 续建",
            "2 | 改造道路3条 | 张主任 | 区交通局 | 赵科长 | 6254321 | 已完成1条。 | 33% | 新增",
        )
    )
    assert column(page, "leaders") == [["李主任"], ["张主任"]]
    assert column(page, "lead_units") == [["区住建局"], ["区交通局"]]
    assert column(page, "percent") == ["40%", "33%"]
    assert column(page, "remark") == ["续建", "新增"]


def test_quarters_below_a_plan_stand_beside_words_below_another_group():
    page = page_of(
        lines(
            "序号 | 工作内容 | 工作进度安排 | 推进情况 | 责任单位 | | | | ",
            "一季度 | 二季度 | 三季度 | 四季度 | 进展情况 | 完成率 | | | ",
            "1 | 新建停车位300个 | 招标 | 开工 | 过半 | 完工 | 已建成120个。 | 40% | 区住建局",
            "2 | 改造道路3条 | 设计 | 招标 | 开工 | 通车 | 已完成1条。 | 33% | 区交通局",
        )
    )
    assert column(page, "progress") == ["已建成120个。", "已完成1条。"]
    assert column(page, "lead_units") == [["区住建局"], ["区交通局"]]


def test_units_in_the_third_row_stand_under_the_word_for_units_in_the_second():
    page = page_of(
        lines(
            "序号 | 工作内容 | 工作进展 | 责任体系 | 备注 | | ",
            "责任领导 | 责任单位 | | | | | ",
            "主办单位 | 配合部门 | | | | | ",
            "1 | 新建停车位300个 | 已建成120个。 | 李主任 | 区住建局 | 区城管局 | 续建",
            "2 | 改造道路3条 | 已完成1条。 | 张主任 | 区交通局 | 区财政局 | 新增",
        )
    )
    assert column(page, "leaders") == [["李主任"], ["张主任"]]
    assert column(page, "support_units") == [["区城管局"], ["区财政局"]]
