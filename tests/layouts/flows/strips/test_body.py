import pytest

from tests.layouts.invented import TITLE, column, doubted, page_of

HEADED = "序号项目名称牵头单位进展情况"


def test_leader_alone_on_a_line_leads_the_rows_below():
    rows = [
        "副县长甲",
        HEADED,
        "1新建公厕3座。区住建局已完成1座。2改造泵房9座。区水务局已完成4座。",
        "副县长乙",
        HEADED,
        "3新建绿道5公里。区水务局已完工。",
    ]
    page = page_of("\n".join((TITLE, *rows)))
    assert column(page, "leaders") == [["副县长甲"], ["副县长甲"], ["副县长乙"]]


def test_leaders_with_a_space_between_are_all_read():
    header = "序号项目名称区领导牵头单位进展情况"
    rows = [
        "1新建公厕3座方朔 林知区住建局已完成1座。",
        "2改造泵房9座林知区水务局已完成4座。",
        "3新建绿道5公里方朔区水务局已完工。",
    ]
    page = page_of("\n".join((TITLE, header, *rows)))
    assert column(page, "item")[0] == "新建公厕3座"
    assert column(page, "leaders") == [["方朔", "林知"], ["林知"], ["方朔"]]


def test_report_that_ends_like_a_status_is_whole_before_yes_or_no():
    header = "序号项目名称牵头单位进展情况是否达序"
    rows = [
        "1新建公厕3座。区住建局设备采购基本完成是",
        "2改造泵房9座。区水务局已完成4座。否",
        "3新建绿道5公里。区水务局已完工。是",
    ]
    page = page_of("\n".join((TITLE, header, *rows)))
    assert column(page, "status") == ["是", "否", "是"]
    assert column(page, "progress")[0] == "设备采购基本完成"


def test_unit_before_which_its_source_of_money_was_read_as_blank_is_asked_about():
    header = "序号项目名称总投资(万元)资金来源责任单位进展情况"
    rows = [f"{n}新建公厕{n}座。{n}00专项债区住建局已完成{n}座。" for n in range(2, 7)]
    page = page_of(
        "\n".join((TITLE, header, "1改造泵房9座。300县财政水域治理所已完成4座。", *rows))
    )
    assert (1, "lead_units") in doubted(page)
    assert (2, "lead_units") not in doubted(page)


def test_leader_whose_surname_counts_as_well_is_read_behind_a_count():
    header = "序号项目名称区领导牵头单位进展情况"
    rows = [
        "1送戏下乡9场万朔区住建局已完成1场。",
        "2改造泵房9座万朔区水务局已完成4座。",
        "3新建良田7万亩。林知区水务局已完工。",
    ]
    page = page_of("\n".join((TITLE, header, *rows)))
    assert column(page, "leaders") == [["万朔"], ["万朔"], ["林知"]]
    assert column(page, "item") == ["送戏下乡9场", "改造泵房9座", "新建良田7万亩。"]


ROADS = "1修缮步道9公里。{}已修5公里。2增植行道树80棵。区林业局区水务局、区文旅局已植30棵。3更新泵房6座。区水务局区住建局、云溪街道已更新2座。"
BOTH = "序号项目名称牵头单位配合单位进展情况"


@pytest.mark.parametrize("office", ["区市场监管局", "区征收办"])
def test_streets_without_a_name_behind_an_office_begin_the_supporters(office):
    page = page_of("\n".join((TITLE, BOTH + ROADS.format(f"{office}街道、区住建局、区资规局"))))
    assert column(page, "lead_units")[0] == [office]
    assert column(page, "support_units")[0] == ["街道", "区住建局", "区资规局"]


def test_office_that_streets_without_a_name_run_into_is_asked_about_where_no_column_parts_them():
    page = page_of(
        "\n".join(
            (
                TITLE,
                BOTH.replace("配合单位", "") + ROADS.format("区市场监管局街道、区住建局、区资规局"),
            )
        )
    )
    assert (1, "lead_units") in doubted(page)


def test_office_before_streets_with_a_name_is_not_asked_about():
    page = page_of(
        "\n".join((TITLE, BOTH + ROADS.format("区市场监管局云溪街道、区住建局、区资规局")))
    )
    assert (1, "lead_units") not in doubted(page)
