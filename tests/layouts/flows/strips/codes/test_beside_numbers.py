"""Codes beside other numbers: of headings, months, counts and hotlines."""

import pytest

from shishi.layouts.flows.strips.codes.finding import find_codes
from shishi.layouts.flows.strips.codes.numbers import Numbers


def starts(body, *, number_last=False):
    numbers = Numbers(last=number_last)
    found = find_codes(body, statuses=frozenset({"正常"}), numbers=numbers)
    return [(c.code[-1], c.start) for c in found]


def codes_by(body, **numbers):
    found = find_codes(body, statuses=frozenset(), numbers=Numbers(**numbers))
    return [".".join(map(str, c.code)) for c in found]


def test_numbers_begin_anew_where_a_numbered_theme_touches_them():
    body = "1一、便民出行修路3条。区住建局1二、绿色生态造林。区林业局2供水。区水务局1三、平安照明。区住建局"
    assert codes_by(body) == ["1", "1", "2", "1"]


def test_numbered_headings_before_the_codes_are_touched_by_none():
    body = "一、便民出行1修路3条。区住建局二、绿色生态2造林。区林业局三、平安3照明。区住建局"
    assert codes_by(body) == ["1", "2", "3"]


def test_first_code_behind_a_numbered_heading_is_cut_off_the_count_it_touches():
    body = (
        "一、便民出行(1项)162条道路翻新。区住建局二、绿色生态1对林地补种。区林业局2供水。区水务局"
    )
    assert codes_by(body) == ["1", "1", "2"]


@pytest.mark.parametrize("count", ["12项", "13个项目", "15件", "12大项", "12项\n"])
def test_count_of_a_heading_with_the_first_code_behind_it_holds_no_code(count):
    body = f"一、便民出行{count}1道路翻新3条。区住建局2供水。区水务局"
    assert starts(body)[0] == (1, len("一、便民出行" + count))


@pytest.mark.parametrize("counted", ["12项审批下放", "162个路口翻新", "13件旧物10日内回收"])
def test_first_code_touches_a_count_that_no_first_code_stands_behind(counted):
    body = f"一、便民出行{counted}。区住建局2供水。区水务局"
    assert starts(body)[0] == (1, len("一、便民出行"))


@pytest.mark.parametrize("within", ["其中162条道路翻新", "绿色生态162条道路翻新"])
def test_count_behind_no_numbered_heading_holds_no_code(within):
    assert codes_by(f"1修路3条。{within}。区住建局2供水。区水务局") == ["1", "2"]


def test_code_with_a_zero_is_cut_off_the_month_before_it():
    assert codes_by("01修路3条。2031.802造林。2031.1003供水。", dated=True) == ["1", "2", "3"]


def test_codes_above_99_are_cut_off_the_months_before_them():
    days = ["2031.3", "2031.10", "2031.1", "2031.12", "2031.9"]
    rows = "".join(f"{n}造林{n % 7 + 2}亩。区林业局{days[n % 5]}" for n in range(1, 131))
    assert codes_by(rows, dated=True) == [str(n) for n in range(1, 131)]


def test_digits_behind_a_month_that_count_on_from_no_code_are_none():
    body = "1修路3条。2031.3120造林。2031.102供水。2031.9"
    assert codes_by(body, dated=True) == ["1", "2"]


def test_code_is_cut_off_the_number_of_a_hotline_behind_it():
    assert codes_by("1修路3条。212345热线提速。312328热线并线。4口袋公园建设。") == [
        "1",
        "2",
        "3",
        "4",
    ]


def test_code_with_a_point_is_cut_off_the_number_of_a_hotline():
    body = "1.1修路3条。2.112345热线提速。3.1供水。"
    assert codes_by(body) == ["1.1", "2.1", "3.1"]


def test_code_is_cut_off_the_month_that_a_percentage_touches():
    body = "1修路3条。88.62031.82人民公园翻新。962031.103供水。292031.9"
    assert codes_by(body, dated=True, some=True) == ["1", "2", "3"]


def test_people_behind_a_number_are_counted_where_no_word_begins_with_them():
    assert codes_by("1修路3条。2031.82人受益。2造林。", dated=True) == ["1", "2"]


@pytest.mark.parametrize("heading", ["绿色生态（2项）", "绿色生态(1项)"])
def test_numbers_begin_anew_behind_a_heading_that_counts_its_rows(heading):
    assert codes_by(f"1修路3条。区住建局{heading}1造林7亩。区林业局") == ["1", "1"]


def test_numbers_begin_anew_behind_a_heading_that_a_date_stands_before():
    body = "1修路3条。2031.9绿色生态1造林7亩。2031年12月底文化惠民1送戏。2031.10"
    assert codes_by(body, dated=True) == ["1", "1", "1"]


@pytest.mark.parametrize("within", ["绿色生态（3公里）1造林", "2031.9绿色生态，1造林"])
def test_numbers_go_on_behind_words_that_are_no_heading(within):
    body = f"1修路3条。区住建局{within}。区林业局2供水。区水务局"
    assert codes_by(body, dated=True) == ["1", "2"]


@pytest.mark.parametrize("count", ["212345户居民", "3口水井"])
def test_count_like_a_hotline_or_a_pocket_holds_no_code(count):
    assert codes_by(f"1修路3条。{count}受益。2造林。") == ["1", "2"]
