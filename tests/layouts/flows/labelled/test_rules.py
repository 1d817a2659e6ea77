"""How to fill a list in, printed below labelled blocks or above them: no block, and no value of one."""

import pytest

from tests.layouts.invented import TITLE, column, doubted, page_of

BLOCKS = "1.新建公厕3座\n牵头单位:区住建局\n完成情况:已完成1座\n2.改造泵房9座\n牵头单位:区水务局\n完成情况:已完成4座"
RULES = "填报说明:1.完成情况:简要写明;\n2.进度状态:分正常、滞后;\n3.情况说明:滞后的写明。"


def parts(text):
    page = page_of(text)
    assert doubted(page) == set()
    return [column(page, name) for name in ("item", "progress", "status", "explanation")]


@pytest.mark.parametrize(
    "rules",
    [
        RULES,
        RULES.replace("\n", "\n\n"),
        RULES.replace("\n", ""),
        RULES.replace("填报说明:", "填 表 说 明:\n"),
        RULES.replace("填报说明", "填报要求"),
    ],
)
def test_rules_below_the_blocks_are_no_values(rules):
    items = [["新建公厕3座", "改造泵房9座"], ["已完成1座", "已完成4座"], [None] * 2, [None] * 2]
    assert parts(f"{TITLE}\n\n{BLOCKS}\n{rules}") == items
    assert parts(f"{TITLE}\n\n{BLOCKS}\n\n{rules}\n\n当前页二维码") == items


@pytest.mark.parametrize(
    "rules", [RULES, "填报说明:完成情况:每月写明。", "填报说明:\n1.每月写明。"]
)
def test_rules_above_the_blocks_take_no_item(rules):
    assert parts(f"{TITLE}\n\n{rules}\n{BLOCKS}")[0] == ["新建公厕3座", "改造泵房9座"]


def test_entries_of_a_value_that_count_on_are_no_rules():
    listed = BLOCKS.replace("已完成1座", "1.填报说明会已开;\n2.其余进场。")
    assert parts(f"{TITLE}\n\n{listed}")[1][0] == "1.填报说明会已开;\n2.其余进场。"


def test_numbered_labels_that_no_rules_stand_over_are_labels():
    numbered = BLOCKS.replace("1.", "一、").replace("2.", "二、")
    numbered = numbered.replace("牵头", "1.牵头").replace("完成情况", "2.完成情况")
    assert parts(f"{TITLE}\n\n{numbered}")[1] == ["已完成1座", "已完成4座"]
