"""Statuses under a glued header word that asks whether a project is on schedule: 是否按序时."""

import pytest

from shishi.layouts.flows.strips.unsure.paces import may_begin_earlier_or_later
from shishi.layouts.flows.strips.words.statuses import statuses_of
from tests.layouts.invented import TITLE, column, doubted, page_of

ROWS = "新建公厕3座区住建局已开工2座", "改造泵房9座区水务局已完成4座", "新建桥梁2座区交通局已立项"


def read(*said, word="是否按序时"):
    rows = (
        f"{n}{row}。{status}" for n, (row, status) in enumerate(zip(ROWS, said, strict=True), 1)
    )
    return page_of("\n".join((TITLE, f"序号项目名称责任单位进展情况{word}", *rows)))


@pytest.mark.parametrize("word", ["是否按序时", "是否达序时", "完成状态"])
def test_statuses_under_a_word_that_asks_are_read(word):
    page = read("正常推进", "已完成", "滞后", word=word)
    assert column(page, "status") == ["正常推进", "已完成", "滞后"]
    assert [text[-1] for text in column(page, "progress")] == ["。"] * 3


@pytest.mark.parametrize("said", [("是", "否", "是"), ("是", "是", "是")])
def test_answers_under_a_word_that_asks_stay_answers(said):
    assert column(read(*said), "status") == [*said]


def test_answers_behind_units_and_before_the_next_number_are_those_of_the_word_that_asks():
    body = "1建园。正常开放。区住建局否2建桥区交通局是3造林区林业局否4清淤区水务局是"
    assert statuses_of(body, ["是否达序时"], frozenset({"正常"})) == {"是", "否"}


@pytest.mark.parametrize("blank", ["/", "—"])
def test_answers_behind_a_blank_mark_are_those_of_the_word_that_asks_and_no_part_of_a_unit(blank):
    rows = [
        f"{n}{row}。{blank}{said}{unit}"
        for n, (row, said, unit) in enumerate(
            zip(
                ("新建公厕3座已开工2座", "改造泵房9座。已完成4座", "新建桥梁2座。已立项"),
                "否是否",
                ("区住建局", "区水务局", "区交通局"),
                strict=True,
            ),
            1,
        )
    ]
    header = "序号项目名称进展情况情况说明是否达序责任单位"
    page = page_of("\n".join((TITLE, header, *rows)))
    assert column(page, "lead_units") == [["区住建局"], ["区水务局"], ["区交通局"]]
    assert column(page, "status") == ["否", "是", "否"]


def test_statuses_behind_a_blank_mark_are_no_answers():
    body = "1建园。/正常区住建局2建桥。/滞后区交通局3造林。/正常区林业局是"
    listed = frozenset({"正常", "滞后"})
    assert listed <= statuses_of(body, ["是否达序时"], listed)


@pytest.mark.parametrize("said", ["推进较慢", "进展较慢", "推进缓慢", "进展滞后"])
def test_status_of_pace_is_read_whole_though_its_end_is_a_status_too(said):
    page = read("较慢", said, "正常推进", word="进度状态")
    assert column(page, "status") == ["较慢", said, "正常推进"]
    assert [text[-1] for text in column(page, "progress")] == ["。"] * 3


@pytest.mark.parametrize(
    ("report", "status"),
    [
        ("清表正在有序推进", "滞后"),
        ("清表未有进展", "较慢"),
        ("清表已取得阶段性进展", "滞后"),
        ("各标段正在稳步推进", "偏慢"),
    ],
)
def test_status_of_pace_leaves_the_report_the_word_that_it_goes_on_with(report, status):
    rows = f"1建园3座。区住建局{report}{status}", "2建桥9座。区水务局已完工。正常"
    page = page_of("\n".join((TITLE, "序号项目名称责任单位进展情况进度状态", *rows)))
    assert column(page, "progress")[0] == report
    assert column(page, "status") == [status, "正常"]


@pytest.mark.parametrize(
    ("report", "status"), [("清表", "推进滞后"), ("土方外运", "进展较慢"), ("清表推进", "滞后")]
)
def test_status_whose_first_word_may_be_the_last_of_the_report_is_doubted(report, status):
    assert may_begin_earlier_or_later(report, status, {"滞后", "较慢"})


@pytest.mark.parametrize(
    ("report", "status"),
    [
        ("清表。", "推进滞后"),
        ("已清表3亩", "进展较慢"),
        ("清表正在推进", "滞后"),
        ("清表", "滞后"),
        ("清表", "进展顺利"),
    ],
)
def test_status_that_begins_in_one_place_alone_is_believed(report, status):
    assert not may_begin_earlier_or_later(report, status, {"滞后", "较慢"})


def test_status_of_pace_behind_a_report_that_nothing_ends_is_asked_about():
    rows = "1建园3座。区住建局土方外运推进滞后", "2建桥9座。区水务局已完工。正常"
    page = page_of("\n".join((TITLE, "序号项目名称责任单位进展情况进度状态", *rows)))
    assert {(1, "progress"), (1, "status")} <= doubted(page)
    assert not {(2, "progress"), (2, "status")} & doubted(page)


@pytest.mark.parametrize("rest", ["正在施工", "投入使用", "铺装过半"])
def test_status_behind_a_few_words_that_begin_no_status_is_believed(rest):
    rows = f"1建园3座。区住建局已完成选址。{rest}正常", "2建桥9座。区水务局已完工。正常"
    page = page_of("\n".join((TITLE, "序号项目名称责任单位进展情况进度状态", *rows)))
    assert column(page, "status")[0] == "正常"
    assert not {(1, "progress"), (1, "status")} & doubted(page)
