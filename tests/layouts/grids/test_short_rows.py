"""Short rows of bars that lost cells: what the rest of their table says of what was lost."""

from tests.layouts.invented import column, doubted, lines, page_of

AGAIN = (
    "序号 | 类别 | 项目名称 | 进展情况 | 牵头单位 | 配合单位",
    "1 | 便民出行 | 新建停车位300个。 | 已建成120个。 | 区住建局 | 各街道",
    "2 | 便民出行 | 改造道路3条。 | 正在铺设管网。 | 区交通局 | 区城管局",
    "3 | 养老服务 | 新增助餐点5家。 | 已完成2家。 | 区民政局 | 区残联",
    "4 | 养老服务 | 新增护理床位50张。 | 正在招标。 | 区民政局 | 区财政局",
)


def test_theme_that_each_row_prints_is_not_merged_where_another_cell_was_lost():
    short = "5 | 养老服务 | 建设照料中心2处。 | 区民政局 | 各街道 |"
    page = page_of(lines(*AGAIN, short))
    assert column(page, "theme")[4] == "养老服务"
    assert column(page, "item")[4] == "建设照料中心2处。"
    assert column(page, "progress")[4] is None
    assert (5, "item") in doubted(page)


def test_theme_that_only_the_first_row_of_a_group_prints_is_merged_in_the_others():
    whole = [row.replace(f"{n} | {theme} |", f"{n} |") + " |" for n, theme, row in MERGED]
    page = page_of(lines(AGAIN[0], AGAIN[1], whole[0], AGAIN[3], whole[1]))
    assert column(page, "theme") == ["便民出行", "便民出行", "养老服务", "养老服务"]
    assert column(page, "item")[1::2] == ["改造道路3条。", "新增护理床位50张。"]
    assert doubted(page) == set()


RETURNING = (
    "类别 | 项目名称 | 进展情况 | 完成率 | 牵头单位",
    "养老服务 | 新增助餐点5家 | 正在招标 | 20% | 区民政局",
    "便民出行 | 改造道路3条 | 主体结构封顶 | 70% | 区交通局",
    "教育提升 | 新建学校2所 | 86% | 区教育局 |",
    "文化惠民 | 加装电梯34台 | 设备安装中 | 58% | 区文旅局",
    "文化惠民 | 改造公厕3座 | 已完工 | 67% | 区卫健局",
    "便民出行 | 新建停车位71个 | 已开工建设 | 59% | 区交通局",
)


def test_theme_of_a_short_row_is_no_item_where_whole_rows_print_theirs_again_further_down():
    page = page_of(lines(*RETURNING))
    assert column(page, "theme")[2] == "教育提升"
    assert column(page, "item")[2] == "新建学校2所"


MERGED = [(2, "便民出行", AGAIN[2]), (4, "养老服务", AGAIN[4])]
UNCODED = (
    "类别 | 项目名称 | 三季度目标 | 进展情况 | 配合单位 | 牵头单位 | 完成率",
    "便民出行 | 新建停车位300个 | 完成选址论证 | 已建成120个 | 各街道 | 区住建局 | 40",
    "改造道路3条 | 启动管线迁改 | 已完成1条 | 区城管局 | 区交通局 | 33 |",
    "养老服务 | 新增助餐点5家 | 启动设备采购 | 已完成2家 | 区残联 | 区民政局 | 40",
    "新增护理床位50张 | 完成公开采购 | 已完成30张 | 区财政局 | 区民政局 | 60 |",
    "教育提升 | 新建学校2所 | 完成主体封顶 | 已完成1所 | 区财政局 | 区教育局 | 50",
)


def test_row_without_theme_and_goal_has_an_item_of_its_own_where_no_item_is_merged():
    short = "启动社区书屋工程,翻新书屋3间 | 目前1间已完工 | 柳湖街道 | 区文旅局 | 40 | |"
    page = page_of(lines(*UNCODED, short))
    assert column(page, "item")[5] == "启动社区书屋工程,翻新书屋3间"
    assert column(page, "progress")[5] == "目前1间已完工"


def test_rows_without_their_merged_theme_alone_are_free_of_doubt():
    page = page_of(lines(*UNCODED))
    assert column(page, "item")[1::2] == ["改造道路3条", "新增护理床位50张"]
    assert doubted(page) == set()


MIXED = (
    "序号 | 项目名称 | 级别 | 牵头单位 | 三季度目标 | 进展情况",
    "1 | 新建停车位300个 | 区级 | 区住建局 |  | 已建成120个",
    "2 | 改造道路3条 | 区级 | 区交通局 | 启动管线迁改 | 已完成1条",
    "3 | 新增助餐点5家 | 区级 | 区民政局 | 全面进入装修阶段 | 已完成2家",
    "4 | 新建学校2所 | 区级 | 区教育局 | 完成年度任务的六成 | 主体结构封顶",
    "5 | 新增床位50张 | 区级 | 区民政局 | 完成公开采购 | 已新增30张",
)


def test_cell_before_a_blank_end_is_doubted_where_the_page_prints_other_blanks():
    page = page_of(lines(*MIXED, "6 | 更换井盖60个 | 区级 | 区水务局 | 8月底前完成招标 | "))
    assert {(6, "goal"), (6, "progress")} <= doubted(page)


def test_report_beside_a_blank_goal_that_is_printed_is_free_of_doubt():
    page = page_of(lines(*MIXED, "6 | 更换井盖60个 | 区级 | 区水务局 |  | 已更换20个"))
    assert column(page, "progress")[5] == "已更换20个"
    assert doubted(page) == set()
