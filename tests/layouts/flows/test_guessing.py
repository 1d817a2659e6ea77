import pytest

from tests.layouts.invented import TITLE, column, doubted, page_of

HEADER = "序号 项目名称 {lead} 进展情况 {last}"
SHORT = "序号 项目名称 {} 进展情况"
ROW = "{n} 新建公厕{n}座。 区住建局 已完成{n}座。 {last}"


def page(lead="牵头单位", last="备注", cells=("市级", "区级", "续建")):
    rows = [ROW.format(n=n, last=cell) for n, cell in enumerate(cells, 1)]
    return page_of("\n".join((TITLE, HEADER.format(lead=lead, last=last), *rows)))


def test_word_nobody_knows_over_units_is_who_leads_and_is_asked_about():
    read = page(lead="落实一方")
    assert column(read, "lead_units") == [["区住建局"]] * 3
    assert {(n, "lead_units") for n in (1, 2, 3)} <= doubted(read)


def again(header):
    first, rows = SHORT.format("落实一方"), [ROW.format(n=n, last="") for n in (1, 2, 3, 4)]
    return page_of("\n\n".join((TITLE, *" ".join((first, *rows[:3], header, rows[3])).split())))


def test_word_guessed_in_one_table_is_the_same_where_its_header_is_printed_again():
    read = again(SHORT.format("落实一方"))
    assert column(read, "lead_units") == [["区住建局"]] * 4
    assert (4, "lead_units") in doubted(read)


def test_word_guessed_in_one_table_tells_nothing_of_one_with_another_header():
    read = again(SHORT.format("另外一方"))
    assert "lead_units" not in read.records[3].texts


def test_word_nobody_knows_over_statuses_is_the_status_and_is_asked_about():
    read = page(last="眼下怎样", cells=("正常", "滞后", "正常"))
    assert column(read, "status") == ["正常", "滞后", "正常"]
    assert {(n, "status") for n in (1, 2, 3)} <= doubted(read)


@pytest.mark.parametrize(
    ("word", "cells"),
    [
        ("居民怎么看", ("越快越好", "地方小了", "晚上太暗")),
        ("联系人", ("方朔", "陆远帆", "方朔")),
        ("眼下谁管", ("区水务局", "区残联", "区水务局")),
    ],
)
def test_word_nobody_knows_takes_no_field_by_mere_texts_or_from_a_known_word(word, cells):
    read = page(last=word, cells=cells)
    assert column(read, "lead_units") == [["区住建局"]] * 3
    assert column(read, "progress")[0] == "已完成1座。"
    assert not {name for _, name in doubted(read)} & {"lead_units", "progress", "goal", "item"}


@pytest.mark.parametrize(("said", "asked"), [("新建{n}座", True), ("已建成{n}座", False)])
def test_circumstances_that_do_not_tell_what_was_done_are_asked_about(said, asked):
    header = HEADER.format(lead="牵头单位", last="备注").replace("进展", "具体")
    rows = (f"{n} 公厕工程。 区住建局 {said.format(n=n)}。 市级" for n in (1, 2, 3))
    read = page_of("\n".join((TITLE, header, *rows)))
    assert len(column(read, "progress")) == 3
    assert ((1, "progress") in doubted(read)) is asked
