"""Labels in brackets: with their values, (责任单位:区住建局), or without, [责任单位]区住建局."""

import re

import pytest

from tests.layouts.invented import TITLE, column, doubted, page_of

ROUND = "1.新建公厕3座\n(牵头单位:区住建局)\n(进展情况:已完成1座)\n2.改造泵房9座\n(牵头单位:区残联(柳湖))\n(进展情况:已完成4座。)"  # fmt: skip
LABEL = re.compile(r"\((牵头单位|进展情况):(.*)\)")


def page(text):
    return page_of(f"{TITLE}\n\n{text}")


@pytest.mark.parametrize(
    "text",
    [
        ROUND,
        ROUND.replace("(牵", "（ 牵").replace("\n(进", "\n（进").replace(":", "： "),
        ROUND.replace("\n(", "("),
        ROUND.replace("\n(", " ("),
        ROUND.replace(")\n(", ";"),
        re.sub("([12])[.](.*)", r"\1.(项目名称:\2)", ROUND),
        re.sub("([12])[.](.*)", r"(\1) (项目名称:\2)", ROUND),
        LABEL.sub(r"[\1]\2", ROUND),
        LABEL.sub(r"[\1]:\2", ROUND),
        LABEL.sub(r"〔\1〕\2", ROUND),
        LABEL.sub(r"[\1]:\2", ROUND).replace("\n[", " ["),
    ],
)
def test_label_in_brackets_is_read_as_one_without(text):
    read = page(text)
    assert column(read, "item") == ["新建公厕3座", "改造泵房9座"]
    assert column(read, "lead_units") == [["区住建局"], ["区残联(柳湖)"]]
    assert [p.rstrip("。") for p in column(read, "progress")] == ["已完成1座", "已完成4座"]
    assert doubted(read) == set()


def test_bracket_closes_behind_the_last_of_several_paragraphs():
    listed = ROUND.replace("已完成1座", "1.已完成1座;\n2.其余进场(含验收)。")
    read = page(listed)
    assert column(read, "progress")[0] == "1.已完成1座;\n2.其余进场(含验收)。"
    assert column(read, "item") == ["新建公厕3座", "改造泵房9座"]


def test_empty_label_in_brackets_leaves_its_cell_blank():
    read = page(ROUND.replace("区住建局", ""))
    assert column(read, "lead_units")[0] == []


def test_text_behind_the_bracket_of_a_value_is_doubted():
    read = page(ROUND.replace("已完成1座)", "已完成1座)其余进场"))
    assert (1, "progress") in doubted(read)


@pytest.mark.parametrize(
    "item", ["新建公厕3座(含改造)", "新建公厕3座(续建:2座)", "(注:续建)新建公厕3座"]
)
def test_other_brackets_of_an_item_stay_with_it(item):
    read = page(ROUND.replace("新建公厕3座", item))
    assert column(read, "item")[0] == item
    assert column(read, "lead_units") == [["区住建局"], ["区残联(柳湖)"]]


@pytest.mark.parametrize("words", ["(各责任单位:倒排工期)", "(对照年度目标:超额)", "[2031]6号"])
def test_bracket_inside_a_value_that_is_no_label_stays_in_it(words):
    read = page(ROUND.replace("已完成1座", f"已完成1座{words}"))
    assert column(read, "progress")[0] == f"已完成1座{words}"
    assert doubted(read) == set()


def test_bracket_that_a_value_opens_itself_is_kept():
    read = page(LABEL.sub(r"\1:\2", ROUND).replace("已完成1座", "已完成1座(一期)"))
    assert column(read, "progress")[0] == "已完成1座(一期)"
    assert column(read, "lead_units")[1] == ["区残联(柳湖)"]
