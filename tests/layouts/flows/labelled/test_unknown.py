"""Labels that no list of header words has."""

import pytest

from tests.layouts.invented import TITLE, column, doubted, page_of

NUMBERS = (1, 2, 3, 4)


def read(block):
    """Give the page of four such blocks."""
    return page_of(f"{TITLE}\n\n" + "\n".join(block.format(n) for n in NUMBERS))


RUN_ON = "{0}.架桥{0}座 责任单位:区住建局 配合单位:区水务局 %s进展情况:已开工"


def test_word_nobody_knows_between_the_labels_of_every_block_is_a_label():
    page = read(RUN_ON % "资金渠道:企业自筹 ")
    assert column(page, "support_units") == [["区水务局"]] * 4
    assert column(page, "progress") == ["已开工"] * 4
    assert doubted(page) == set()


@pytest.mark.parametrize("words", ["各街道:已报送 ", "其中:区级"])
def test_words_of_a_text_between_the_labels_are_none(words):
    page = read((RUN_ON % "").replace("已开工", "已开工 " + words))
    assert [x.endswith(words.strip()) for x in column(page, "progress")] == [True] * 4


def test_word_nobody_knows_in_one_block_is_a_part_of_the_value():
    blocks = [RUN_ON.format(n) % "" for n in NUMBERS]
    blocks[1] = blocks[1].replace("已开工", "已开工 后续安排:验收")
    page = page_of(f"{TITLE}\n\n" + "\n".join(blocks))
    assert column(page, "progress")[1] == "已开工 后续安排:验收"


GAP = "{0}.架桥{0}座%s责任单位:区住建局%s进展情况:主桥开工%s引桥部分:打桩{0}根%s投资:30万元"


@pytest.mark.parametrize("gap", [" ", "  "])
def test_part_of_a_report_behind_a_narrow_gap_is_no_label(gap):
    page = read(GAP % (gap, gap, " ", gap))
    assert column(page, "progress") == [f"主桥开工 引桥部分:打桩{n}根" for n in NUMBERS]
    assert [record.other for record in page.records] == [{}] * 4


def test_word_nobody_knows_behind_as_wide_a_gap_as_the_labels_is_one():
    page = read(GAP % ("  ", "  ", "  ", "  "))
    assert column(page, "progress") == ["主桥开工"] * 4


@pytest.mark.parametrize("gap", [" ", "  "])
def test_word_nobody_knows_before_a_status_claims_none(gap):
    page = read((GAP % ("  ", "  ", gap, "  ")).replace("打桩{0}根", "在建"))
    assert column(page, "status") == [None] * 4


LINES = "{0}.架桥{0}座\n实施级别:市级、区级\n%s目标:完成{0}座\n牵头单位:区住建局"


def test_words_before_a_label_on_its_line_in_every_block_are_none_of_the_value_above():
    page = read(LINES % "本轮")
    assert column(page, "levels") == [["市级", "区级"]] * 4
    assert column(page, "goal") == ["完成1座", "完成2座", "完成3座", "完成4座"]
    assert doubted(page) == set()


def test_words_of_one_line_before_a_label_are_a_part_of_the_value_above():
    blocks = [(LINES % "").replace("目标:", "年度目标:").format(n) for n in NUMBERS]
    blocks[1] = blocks[1].replace("区级\n", "区级\n余下目标:2座\n")
    page = page_of(f"{TITLE}\n\n" + "\n".join(blocks))
    assert column(page, "goal")[0] == "完成1座"
