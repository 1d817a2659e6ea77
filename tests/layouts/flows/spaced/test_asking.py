"""Columns whose word asks whether something is so: 是 and 否 answer it."""

from tests.layouts.invented import TITLE, column, page_of


def read(*lines):
    return page_of("\n".join((TITLE, *lines)))


ASKING = (
    "序号 项目名称 牵头单位 进展情况 完成率(%) 是否达序时进度 滞后原因 备注",
    "1 新建公厕3座。 区住建局 已完成1座。 33 否 用地未批。",
    "2 改造泵房9座。 区水务局 已完成9座。 100 是 跨年度",
    "3 打通断头路2条。 区住建局 已完成1条。 50 是",
)


def test_yes_and_no_below_a_word_that_asks_are_statuses_and_no_reasons():
    page = read(*ASKING)
    assert column(page, "status") == ["否", "是", "是"]
    assert column(page, "explanation") == ["用地未批。", None, None]


def test_yes_and_no_below_a_word_that_does_not_ask_are_no_statuses():
    page = read(ASKING[0].replace("是否达序时进度", "进度状态"), *ASKING[1:])
    assert column(page, "status") == [None] * 3
