import pytest

from tests.layouts.invented import TITLE, column, page_of

UNDER = "1.新建公厕3座。\n牵头单位:区住建局\n进展情况:已完成1座。\n2.改造泵房9座。\n牵头单位:区水务局\n进展情况:已完成4座。"
LABELLED = UNDER.replace("1.", "目标任务:").replace("2.", "目标任务:")


@pytest.mark.parametrize(
    "text",
    [
        UNDER,
        LABELLED,
        UNDER.replace("\n", "\n\n"),
        UNDER.replace("\n", "").replace("2.", "\n2."),
        UNDER.replace("1.", "").replace("2.", ""),
        UNDER.replace("1.", "(1)").replace("2.", "(2)"),
    ],
)
def test_projects_in_labelled_blocks_are_read(text):
    page = page_of(f"{TITLE}\n\n{text}")
    assert column(page, "item") == ["新建公厕3座。", "改造泵房9座。"]
    assert column(page, "lead_units") == [["区住建局"], ["区水务局"]]
    assert column(page, "progress") == ["已完成1座。", "已完成4座。"]


def test_value_of_several_paragraphs_goes_on_to_the_next_label():
    text = UNDER.replace("已完成1座。", "1.已完成1座。\n2.其余进场。")
    assert column(page_of(f"{TITLE}\n\n{text}"), "progress")[0] == "1.已完成1座。\n2.其余进场。"


def test_leader_over_several_projects_leads_each_of_them():
    one, two = UNDER.split("\n2.")
    text = f"一、分管领导:欧阳岚\n{one}\n二、分管领导:顾长河\n2.{two}"
    assert column(page_of(f"{TITLE}\n\n{text}"), "leaders") == [["欧阳岚"], ["顾长河"]]


@pytest.mark.parametrize(
    "text",
    [
        "责任单位:区住建局",
        "会议议题:预算\n责任单位:区财政局\n会议议题:决算\n责任单位:区审计局",
        "联系人:方朔\n完成时限:9月\n联系人:江枫\n完成时限:10月",
    ],
)
def test_labels_without_projects_are_no_blocks(text):
    assert page_of(f"{TITLE}\n\n{text}").records == ()


def test_notes_under_a_table_are_no_blocks():
    table = "序号 | 项目名称 | 牵头单位\n1 | 新建公厕3座。 | 区住建局\n2 | 改造泵房。 | 区水务局"
    page = page_of(f"{TITLE}\n{table}\n\n备注:进展情况另表。\n牵头单位:首位为主。")
    assert len(page.records) == 2


def block(number):
    return f"{number}.新建公厕{number}座\n责任单位:区住建局\n完成情况:已完成1座"


def themes(text):
    return column(page_of(text), "theme")


def test_short_words_alone_above_a_numbered_item_are_the_theme_of_its_block():
    text = f"便民出行\n{block(1)}\n{block(2)}\n城市更新\n{block(3)}"
    assert themes(text) == ["便民出行", "便民出行", "城市更新"]


def test_end_of_a_value_above_a_numbered_item_is_no_theme():
    text = f"{block(1)}\n其余点位在建\n{block(2)}\n{block(3)}"
    assert themes(text) == [None, None, None]


def test_furniture_above_the_first_item_is_no_theme():
    assert themes(f"字号 大 中 小\n{block(1)}\n{block(2)}") == [None, None]


def test_label_whose_value_sounds_like_a_title_belongs_to_its_block():
    page = page_of(f"{block(1)}\n备注:列入省级民生实事\n{block(2)}\n备注:续建")
    assert column(page, "remark") == ["列入省级民生实事", "续建"]
