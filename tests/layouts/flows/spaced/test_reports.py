"""Rows on a line that have a goal or a report, and not both: which of them it is."""

from tests.layouts.invented import TITLE, column, doubted, page_of

HEADER = "序号 项目名称 牵头单位 月度工作计划 落实情况"
ROWS = (
    "1 新建公厕3座。 区住建局 完成主体施工。 已完成1座。",
    "2 改造泵房9座。 区水务局 完成设备安装。 正在安装设备,已完成4座。",
    "3 打通断头路2条。 区交通局 全面进入路面施工阶段。 目前1条已通车。",
    "4 新增床位50张。 区民政局 启动公开采购。 截至9月已新增30张。",
    "5 更换井盖60个。 区水务局 累计更换40个。 已累计更换45个。",
    "6 新建停车位300个。 区住建局 柳湖街道完成选址,青湾乡启动招标。 已建成120个,正在划线。",
    "7 修缮校舍12间。 区教育局 加固30间,开展验收。 项目已进入验收阶段。",
    "8 新增助餐点5家。 区民政局 全面进入装修阶段。 截至9月已新增2家,占年度任务的四成。",
    "9 清淤河道7公里。 区水务局 开好推进会,部署清淤。 已清淤3公里,其余正在招标。",
)
LONE = (
    "10 新建学校2所。 区教育局 完成旧舍腾退50间。",
    "11 新建球场3片。 区体育局 全面进入草坪铺设阶段。",
    "12 打造书房4家。 区文旅局 完成书房选址4处。",
)


def read(*lines):
    return page_of("\n".join((TITLE, HEADER, *lines)))


def asked(page):
    """Give the rows below the whole ones of which the goal and the report are asked about."""
    return [n for n in (10, 11, 12) if {(n, "goal"), (n, "progress")} <= doubted(page)]


def test_texts_worded_as_the_goals_of_the_table_are_asked_about_where_they_stand_alone():
    assert asked(read(*ROWS, *LONE)) == [10, 11, 12]


def test_texts_worded_as_the_reports_of_the_table_are_reports_without_doubt():
    told = ("目前1所已封顶,另1所正在招标。", "已建成2片。", "截至9月已打造3家。")
    page = read(*ROWS, *(f"{row.rsplit(' ', 1)[0]} {t}" for row, t in zip(LONE, told, strict=True)))
    assert column(page, "progress")[9:] == [*told]
    assert asked(page) == []


def test_rows_that_have_both_are_free_of_doubt_however_they_are_worded():
    assert asked(read(*ROWS, *(f"{row} 全面进入调试阶段。" for row in LONE))) == []
