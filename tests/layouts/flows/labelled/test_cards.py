"""Cards as a content system writes them: labels on one line, lists that end below, numbers in frames."""

import pytest

from tests.layouts.invented import TITLE, column, doubted, page_of

LISTED = (
    "阶段目标:建成{n}座 牵头单位:区水务局 进展情况:①已选址;\n②招标已完成;\n③资金已到位。 备注:无"
)
CONTACT = "牵头单位:区水务局\n联络员:欧阳岚\n联系方式:555010{n}\n进展情况:已选址{n}处。"
QUARTERS = (
    "牵头单位:区水务局 阶段目标:建成{n}座 一季度:选址,定点 二季度:招标 三季度:开工 四季度:验收"
)


def cards(body, head="{n}.改造泵房{n}座", parted="\n\n"):
    """Give three cards, each with its number and a body, and blank lines between them."""
    return "\n\n".join(f"{head.format(n=n)}{parted}{body.format(n=n)}".strip() for n in (1, 2, 3))


def read(text):
    return page_of(f"{TITLE}\n\n{text}")


@pytest.mark.parametrize(
    "head", ["{n}.改造泵房{n}座", "{n}、改造泵房{n}座", "项目{n}:改造泵房{n}座"]
)
def test_label_behind_the_last_entry_of_a_list_leaves_the_items_above_the_cards(head):
    page = read(cards(LISTED, head))
    assert column(page, "code") == ["1", "2", "3"]
    assert column(page, "item") == ["改造泵房1座", "改造泵房2座", "改造泵房3座"]
    assert column(page, "progress") == ["①已选址;\n②招标已完成;\n③资金已到位。"] * 3
    assert column(page, "remark") == ["无"] * 3


def test_section_headings_over_cards_with_lists_are_their_themes():
    first, second, third = (f"{n}、改造泵房{n}座\n\n{LISTED.format(n=n)}" for n in (1, 2, 3))
    page = read(f"一、饮水安全\n\n{first}\n\n二、便民出行\n\n{second}\n\n{third}")
    assert column(page, "theme") == ["一、饮水安全", "二、便民出行", "二、便民出行"]
    assert column(page, "remark") == ["无"] * 3


def test_entries_counted_like_the_items_are_still_their_numbers():
    text = "\n".join(f"{n}.改造泵房{n}座 牵头单位:区水务局 进展情况:1.已选址" for n in (1, 2, 3))
    assert column(read(text), "item") == ["改造泵房1座", "改造泵房2座", "改造泵房3座"]


def test_numbered_items_over_a_label_whose_value_has_labels_below_are_items():
    body = "阶段目标:建成{n}座 责任单位:牵头单位:区水务局\n配合单位:区住建局 进展情况:已选址"
    page = read(cards(body, "【{n}】改造泵房{n}座"))
    assert column(page, "item") == ["改造泵房1座", "改造泵房2座", "改造泵房3座"]
    assert column(page, "goal") == ["建成1座", "建成2座", "建成3座"]


def test_words_without_numbers_over_parted_labels_of_the_item_are_themes():
    body = "实事项目:改造泵房{n}座\n牵头单位:区水务局\n进展情况:已选址"
    text = "\n\n".join(
        f"{w}\n\n{body.format(n=n)}" for n, w in enumerate(["饮水安全", "便民出行"], 1)
    )
    assert column(read(text), "item") == ["改造泵房1座", "改造泵房2座"]


@pytest.mark.parametrize("frame", ["【{n}】", "〔{n}〕", "【0{n}】", "【{n}】 "])
def test_number_in_a_frame_before_a_name_is_the_code(frame):
    page = read(cards("牵头单位:区水务局\n进展情况:已选址", frame + "改造泵房{n}座"))
    assert [int(code) for code in column(page, "code")] == [1, 2, 3]
    assert column(page, "item") == ["改造泵房1座", "改造泵房2座", "改造泵房3座"]


def test_year_of_a_paper_in_a_frame_is_no_number():
    page = read(cards("牵头单位:区水务局\n进展情况:已选址", "〔203{n}〕改造泵房{n}座"))
    assert [code for code in column(page, "code") if code] == []


def test_contacts_in_every_card_are_its_labels():
    page = read(cards(CONTACT))
    assert column(page, "item") == ["改造泵房1座", "改造泵房2座", "改造泵房3座"]
    assert column(page, "progress") == ["已选址1处。", "已选址2处。", "已选址3处。"]


def test_contact_below_the_last_card_alone_ends_the_page():
    body = "牵头单位:区水务局\n进展情况:已选址{n}处。"
    page = read(cards(body) + "\n联系方式:5550100")
    assert column(page, "progress") == ["已选址1处。", "已选址2处。", "已选址3处。"]
    assert len(column(page, "code")) == 3


def test_quarters_on_the_line_of_every_cards_labels_are_none_of_its_goal():
    page = read(cards(QUARTERS))
    assert column(page, "goal") == ["建成1座", "建成2座", "建成3座"]
    assert doubted(page) == set()


@pytest.mark.parametrize("left", [" 二季度:招标 三季度:开工 四季度:验收", " 四季度:验收"])
def test_quarters_that_not_every_line_has_stay_words_of_the_goal(left):
    text = cards(QUARTERS).replace(left, "", 1)
    assert "一季度" in column(read(text), "goal")[1]


def test_remark_below_the_last_cards_own_is_no_card():
    body = "牵头单位:区水务局\n进展情况:已选址\n备注:无"
    page = read(cards(body) + "\n\n备注:各镇每月5日前报区督查室,联系电话:5550100。")
    assert column(page, "code") == ["1", "2", "3"]
    assert column(page, "remark") == ["无"] * 3


def test_remarks_on_the_list_below_each_other_are_no_cards():
    body = "牵头单位:区水务局\n进展情况:已选址\n备注:无"
    last = "备注:各镇每月5日前报区督查室。\n\n说明:本表一式两份。\n\n填表说明:1.请如实填写;2.须写明原因。"
    page = read(f"{cards(body)}\n\n{last}")
    assert column(page, "remark") == ["无"] * 3
    assert column(page, "explanation") == [None] * 3


def test_last_remark_of_a_card_that_has_none_yet_is_kept():
    body = "牵头单位:区水务局\n进展情况:已选址"
    page = read(cards(body + "\n备注:无").rsplit("\n", 1)[0] + "\n备注:林地未批。")
    assert column(page, "remark") == ["无", "无", "林地未批。"]
