import pytest

from shishi.layouts.flows.strips.words.wording import (
    BREAKS_OFF,
    COUNT_OF_TOWN,
    GOES_ON,
    PLAN_FIRST,
    ends_in_town,
)


def test_sum_before_what_is_planned_within_the_year_ends_there():
    assert GOES_ON.match("735年内开工", 3) is None


@pytest.mark.parametrize("words", ["735年开工", "12月开工", "35%", "35处泵站"])
def test_number_before_what_it_counts_goes_on(words):
    assert GOES_ON.match(words, 2 + (words[2].isdigit()))


@pytest.mark.parametrize(("text", "at"), [("河口镇3座已完成", 3), ("南湾街道1.5公里已完成", 4)])
def test_count_right_behind_a_town_belongs_to_it(text, at):
    assert COUNT_OF_TOWN.match(text, at)


@pytest.mark.parametrize(("text", "at"), [("河口镇5600已完成", 3), ("水务局3座已完成", 3)])
def test_sum_behind_a_town_and_count_behind_an_office_do_not(text, at):
    assert not COUNT_OF_TOWN.match(text, at)


def test_cell_breaks_off_with_actually_and_not_with_done():
    assert BREAKS_OFF.search("超额完成年度目标,实际")
    assert BREAKS_OFF.search("新建泵站3座超额")
    assert not BREAKS_OFF.search("超额完成年度目标")


def test_no_cell_ends_between_what_a_town_has_and_what_is_done_there():
    assert ends_in_town("河口镇3座已完成", 5)
    assert ends_in_town("南湾街道40家正在推进", 7)


@pytest.mark.parametrize(("text", "end"), [("新建泵站3座已完成", 6), ("河口镇3座年内完成", 5)])
def test_cell_may_end_with_a_count_elsewhere(text, end):
    assert not ends_in_town(text, end)


def test_no_cell_begins_within_a_count_but_one_may_begin_with_the_project():
    assert GOES_ON.match("6项已完工", 1)
    assert not GOES_ON.match("6项目收尾", 1)


def test_striving_begins_a_plan_and_ends_no_cell():
    assert PLAN_FIRST.match("争取6月完工")
    assert BREAKS_OFF.search("泵站进场。争取")
    assert not BREAKS_OFF.search("资金争取到位")


@pytest.mark.parametrize("words", ["完成用地预审,启动", "完成标段1、开展"])
def test_cell_breaks_off_with_what_is_to_begin_behind_a_comma(words):
    assert BREAKS_OFF.search(words)


@pytest.mark.parametrize("words", ["已启动", "方案已定,全面启动", "用地预审启动"])
def test_cell_may_end_with_what_has_begun(words):
    assert not BREAKS_OFF.search(words)
