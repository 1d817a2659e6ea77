"""Levels in brackets at the end of items that hold a sentence more, in rows with nothing between their cells."""

from tests.layouts.invented import TITLE, column, doubted, page_of

HEADER = "序号具体内容9月计划进度目前实施情况责任部门"
FIRST = "（1）新建泵房6处（市级）累计建成5处目前1处已完成封顶县水务局"
LAST = "（3）修缮桥梁9座（市级、县级）启动桥面铺设已累计修缮3座县交通局"


def read(row):
    return page_of("\n".join((TITLE, HEADER, FIRST, row, LAST)))


def test_level_behind_the_second_sentence_of_an_item_is_its_level():
    page = read("（2）改造书屋15家。推动书屋管理机制落地（县级）完成设备采购已累计改造11家县文旅局")
    assert column(page, "item")[1] == "改造书屋15家。推动书屋管理机制落地"
    assert column(page, "levels") == [["市级"], ["县级"], ["市级", "县级"]]
    assert column(page, "goal")[1] == "完成设备采购"


def test_level_within_an_item_that_goes_on_ends_no_cell():
    for item in ("照护老人300名（县级），其中云溪镇50名", "铺管9公里（县级）、改造泵站3座"):
        assert column(read(f"（2）{item}累计照护200名已照护120名县民政局"), "item")[1] == item


def test_level_within_an_item_before_what_it_names_ends_no_cell():
    page = read("（2）增设站点（市级）试点9处累计增设5处已增设4处县交通局")
    assert column(page, "item")[1] == "增设站点（市级）试点9处"


def test_name_goes_on_behind_a_level_in_brackets():
    rows = (
        "1修建敬老院(县级)分部3所已封顶1所区民政局",
        "2加固水库(县级)泄洪道7处已加固2处区水利局",
        "3增设充电站(市级)快充桩40个已安装15个区发改局",
    )
    page = page_of("\n".join((TITLE, "序号项目名称进展情况责任单位", *rows)))
    named = ["修建敬老院(县级)分部3所", "加固水库(县级)泄洪道7处", "增设充电站(市级)快充桩40个"]
    assert column(page, "item") == named
    assert column(page, "progress") == ["已封顶1所", "已加固2处", "已安装15个"]


def test_name_that_may_go_on_behind_a_level_in_a_second_sentence_is_asked_about():
    item = "改造书屋15家。更换阅览室（县级）照明灯具80套"
    page = read(f"（2）{item}累计更换40套已更换35套县文旅局")
    assert {(2, "item"), (2, "goal"), (2, "progress")} <= doubted(page)


def test_level_behind_a_count_ends_the_item_before_its_report():
    page = page_of(
        "\n".join(
            (
                TITLE,
                "序号项目名称进展情况责任单位",
                "1修建敬老院3所(县级)已封顶1所区民政局",
                "2加固水库7处(县级)正在施工区水利局",
            )
        )
    )
    assert column(page, "item") == ["修建敬老院3所", "加固水库7处"]
