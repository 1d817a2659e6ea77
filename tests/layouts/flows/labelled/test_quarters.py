"""Tests for labelled blocks whose items have their quarters on the lines below them."""

import pytest

from tests.layouts.invented import TITLE, column, page_of

PLAN = "一季度:招标{n}次\n二季度:开工{n}处\n三季度:验收{n}处\n"
BODY = "牵头单位:区{unit}局\n进展情况:已选址{n}处"
UNITS = ("水务", "教育", "民政", "体育", "住建", "商务")
LEADERS = (
    "责任领导:欧阳岚",
    "牵头领导:司马青",
    "责任领导:诸葛敏",
    "牵头领导:上官文",
    "责任领导:夏侯宁",
    "责任领导:令狐冬",
)
NAMED = [[f"区{unit}局"] for unit in UNITS]


def blocks(item="主要任务:改造泵房{n}座。", plan=PLAN, led=(1, 2, 4, 6)):
    """Give six blocks, of which but some have their leader above the number."""
    each = f"序号:{{n}}\n{item}\n{plan}{BODY}"
    return [
        (LEADERS[n - 1] + "\n" if n in led else "") + each.format(n=n, unit=UNITS[n - 1])
        for n in range(1, 7)
    ]


def read(texts):
    return page_of("\n".join([TITLE, *texts]))


@pytest.mark.parametrize("item", ["主要任务:改造泵房{n}座。", "年度目标:改造泵房{n}座。"])
@pytest.mark.parametrize("led", [(1, 2, 4, 6), (1, 2, 3, 5), (1, 2, 4, 5, 6), (1, 2, 3, 4, 5, 6)])
def test_quarters_below_items_tear_no_block_that_lacks_the_leader_over_it(item, led):
    page = read(blocks(item, led=led))
    assert column(page, "code") == list("123456")
    assert column(page, "lead_units") == NAMED


def test_block_without_the_leader_over_it_begins_with_its_number_below_lines_of_text():
    page = read(blocks(plan="另行安排夜间施工。\n"))
    assert column(page, "lead_units") == NAMED


def test_number_that_its_block_lacks_tears_no_block():
    texts = blocks(led=(1, 2, 3, 4, 5, 6))
    page = read([texts[0], texts[1].replace("序号:2\n", ""), *texts[2:]])
    assert column(page, "lead_units") == NAMED


def others(page):
    return [list(record.other) for record in page.records]


@pytest.mark.parametrize("label", ["主要任务", "项目名称", "建设内容"])
@pytest.mark.parametrize("frame", ["{}:", "【{}】", "●{}:"])
def test_quarters_below_every_item_are_labels(label, frame):
    text = "\n".join(blocks(f"{label}:改造泵房{{n}}座。"))
    for word in (label, "序号", "一季度", "二季度", "三季度", "牵头单位", "进展情况"):
        text = text.replace(f"{word}:", frame.format(word))
    page = read([text])
    assert column(page, "item") == [f"改造泵房{n}座。" for n in range(1, 7)]
    assert others(page) == [["一季度", "二季度", "三季度"]] * 6
    assert column(page, "lead_units") == NAMED


def test_quarter_that_some_items_have_beside_those_of_every_item_is_a_label():
    first, second, *rest = blocks()
    more = [text.replace("牵头单位", "四季度:总结\n牵头单位") for text in (first, second)]
    assert others(read([*more, *rest]))[0] == ["一季度", "二季度", "三季度", "四季度"]


@pytest.mark.parametrize(
    "item",
    [
        "年度目标:改造泵房{n}座。",
        "目标任务:改造泵房{n}座。",
        "项目名称:泵房{n}\n主要任务:改造泵房{n}座。",
        "主要任务:改造泵房{n}座,分季度实施:",
        "主要任务:",
    ],
)
def test_quarters_below_a_goal_or_words_that_go_on_are_no_labels(item):
    assert others(read(blocks(item))) == [[]] * 6


@pytest.mark.parametrize(
    "plan",
    [
        "一季度:招标{n}次\n二季度:开工{n}处\n",
        "●一季度:招标{n}次\n●二季度:开工{n}处\n●三季度:验收{n}处\n",
        "1.一季度:招标{n}次\n2.二季度:开工{n}处\n3.三季度:验收{n}处\n",
    ],
)
def test_quarters_too_few_or_in_another_look_stay_words_of_the_item(plan):
    page = read(blocks(plan=plan))
    assert others(page) == [[]] * 6
    assert all("一季度" in item for item in column(page, "item"))


@pytest.mark.parametrize("left", ["三季度:验收2处\n", PLAN.format(n=2)])
def test_quarters_that_an_item_lacks_stay_words_of_the_others(left):
    texts = blocks()
    page = read([texts[0], texts[1].replace(left, ""), *texts[2:]])
    assert others(page) == [[]] * 6


def test_quarters_of_items_below_lines_of_their_own_stay_words_of_the_goal():
    body = f"主要任务:改造泵房{{n}}座。\n{PLAN}{BODY}"
    texts = [f"{n}.供水改造\n{body.format(n=n, unit=UNITS[n - 1])}" for n in range(1, 7)]
    assert others(read(texts)) == [[]] * 6
