"""Labels that only a space parts from their values: 责任单位 区住建局."""

import pytest

from tests.layouts.invented import TITLE, column, doubted, page_of

ONE = "1.新建公厕3座\n责任单位 区住建局\n配合单位\n完成情况 已完成1座,区残联:已验收。\n"
TWO = "2.改造泵房9座\n责任单位 区水务局、区残联\n配合单位 各镇街\n完成情况 已完成4座\n"


@pytest.mark.parametrize("text", [ONE + TWO, (ONE + TWO).replace("\n", "\n\n"), ONE + "\n" + TWO])
def test_header_words_that_begin_line_after_line_are_labels(text):
    read = page_of(f"{TITLE}\n\n{text}")
    assert column(read, "item") == ["新建公厕3座", "改造泵房9座"]
    assert column(read, "lead_units") == [["区住建局"], ["区水务局", "区残联"]]
    assert column(read, "support_units") == [[], ["各镇街"]]
    assert column(read, "progress") == ["已完成1座,区残联:已验收。", "已完成4座"]
    assert doubted(read) == set()


def test_everything_may_have_such_a_label():
    text = (ONE + TWO).replace("1.新", "序号 1\n项目名称 新").replace("2.改", "序号 2\n项目名称 改")
    read = page_of(f"{TITLE}\n\n{text}")
    assert column(read, "item") == ["新建公厕3座", "改造泵房9座"]
    assert column(read, "code") == ["1", "2"]


@pytest.mark.parametrize(
    "words", ["完成情况 良好,其余进场", "责任单位 各司其职", "目标 明确\n任务 落实"]
)
def test_header_word_that_begins_a_line_of_a_value_is_none_on_a_page_with_colons(words):
    text = (ONE + TWO).replace("单位 ", "单位:").replace("情况 ", "情况:").replace("配合单位\n", "")
    read = page_of(f"{TITLE}\n\n{text.replace('已验收。', '已验收。' + chr(10) + words)}")
    assert "".join(column(read, "progress")[0].split()).endswith("".join(words.split()))


def test_label_with_a_space_goes_before_words_of_its_value_with_a_colon():
    text = (ONE + TWO).replace("已完成4座", "区水务局:已完成4座;区残联:已验收")
    read = page_of(f"{TITLE}\n\n{text}")
    assert column(read, "progress")[1] == "区水务局:已完成4座;区残联:已验收"


def test_table_of_spaced_lines_is_no_page_of_labels():
    read = page_of(
        f"{TITLE}\n序号 项目名称 责任单位\n1 新建公厕3座 区住建局\n2 改造泵房9座 区水务局"
    )
    assert column(read, "lead_units") == [["区住建局"], ["区水务局"]]


@pytest.mark.parametrize("label", ["9月目标", "1-9月目标", "2031年目标", "2031年9月目标"])
def test_label_that_begins_with_a_time_needs_no_colon_either(label):
    lines = [
        f"{n}.新建泵站{n}座\n牵头单位\t区水务局\n{label}\t全部开工\n进展情况\t9月开工{n}座"
        for n in (1, 2, 3)
    ]
    read = page_of(f"{TITLE}\n\n" + "\n".join(lines))
    assert column(read, "goal") == ["全部开工"] * 3
    assert column(read, "lead_units") == [["区水务局"]] * 3
    assert column(read, "progress") == ["9月开工1座", "9月开工2座", "9月开工3座"]


def test_time_before_words_that_are_no_label_stays_in_the_value():
    lines = [
        f"{n}.新建泵站{n}座\n牵头单位\t区水务局\n进展情况\t开工{n}座\n9月底前 全部完工"
        for n in (1, 2, 3)
    ]
    read = page_of(f"{TITLE}\n\n" + "\n".join(lines))
    assert column(read, "progress")[0].endswith("9月底前 全部完工")


def test_labels_between_tabs_or_spaces_are_several_on_one_line():
    lines = [
        f"{n}.新建泵站{n}座\n牵头单位\t区水务局\t配合单位\t区残联、青禾镇\n进展情况\t已开工{n}座"
        for n in (1, 2, 3)
    ]
    read = page_of(f"{TITLE}\n\n" + "\n".join(lines))
    assert column(read, "lead_units") == [["区水务局"]] * 3
    assert column(read, "support_units") == [["区残联", "青禾镇"]] * 3


def test_words_between_tabs_or_spaces_that_are_no_label_stay_in_the_value():
    lines = [
        f"{n}.新建泵站{n}座\n牵头单位\t区水务局\t区残联\t青禾街道\n进展情况\t已开工{n}座"
        for n in (1, 2, 3)
    ]
    read = page_of(f"{TITLE}\n\n" + "\n".join(lines))
    assert column(read, "lead_units") == [["区水务局", "区残联", "青禾街道"]] * 3
