from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shishi.text import periods
from shishi.text.periods import Period, find_periods, parse_period


@pytest.mark.parametrize(
    ("printed", "period"),
    [
        ("2024年", "2024"),
        ("2022年度", "2022"),
        ("二〇二四年", "2024"),
        ("2024年10月", "2024-10"),
        ("10月", "2024-10"),
        ("十一月", "2024-11"),
        ("1-3月", "2024-01..2024-03"),
        ("1—11月", "2024-01..2024-11"),
        ("元至3月", "2024-01..2024-03"),
        ("1月至9月", "2024-01..2024-09"),
        ("2023年1-12月", "2023-01..2023-12"),
        ("前三季度", "2024-01..2024-09"),
        ("1-1月", "2024-01"),
        ("截至10月31日", "2024-10"),
        ("一季度", "2024Q1"),
        ("第三季度", "2024Q3"),
        ("2025年四季度", "2025Q4"),
        ("4季度末", "2024Q4"),
        ("上半年", "2024H1"),
        ("2023年下半年", "2023H2"),
        ("年内", "2024"),
        ("年底前", "2024"),
        ("2024年底前", "2024"),
        ("全年", "2024"),
        ("7月底", "2024-07"),
        ("7月底前", "2024-07"),
        ("11月中旬", "2024-11"),
        ("8月20日", "2024-08"),
        ("2024-10-31", "2024-10"),
        ("2024/3/5", "2024-03"),
        ("2024.10", "2024-10"),
        ("明年3月", "2025-03"),
        ("去年", "2023"),
    ],
)
def test_a_stretch_of_time_is_read_as_whole_months(printed: str, period: str) -> None:
    assert str(parse_period(printed, year=2024)) == period
    assert parse_period(printed, year=2024) == Period.parse(period)


@pytest.mark.parametrize(
    "printed",
    [
        *("1024日", "2023—2025年", "三个月", "每年底", "13月", "3-1月", "120急救", "第四批", ""),
        *("329国道", "12345热线", "0.5月", "五季度", "半年", "2024", "15分钟", "1900-13-01"),
    ],
)
def test_what_names_no_months_of_one_year_is_left_out(printed: str) -> None:
    assert find_periods(printed, year=2024) == []
    with pytest.raises(ValueError, match="period"):
        parse_period(printed, year=2024)


@pytest.mark.parametrize(
    ("printed", "month", "period"),
    [
        ("本月", 12, "2024-12"),
        ("当月底前", 5, "2024-05"),
        ("月底前", 5, "2024-05"),
        ("月内", 5, "2024-05"),
        ("上月", 1, "2023-12"),
        ("下个月", 12, "2025-01"),
        ("次月中旬", 3, "2024-04"),
        ("本季度末", 8, "2024Q3"),
        ("当季", 8, "2024Q3"),
        ("上季度", 2, "2023Q4"),
        ("下季度内", 11, "2025Q1"),
        ("春节前", 10, "2025-01"),
        ("春节前", 1, "2024-02"),
        ("春节期间", 1, "2024-02"),
        ("国庆假期前", 11, "2024-09"),
        ("五一前", 3, "2024-04"),
        ("元旦前", 11, "2024-12"),
    ],
)
def test_a_time_near_the_page_is_read_by_its_month(printed: str, month: int, period: str) -> None:
    assert [str(p) for _, p in find_periods(printed, year=2024, month=month)] == [period]
    assert find_periods(printed, year=None, month=month) == []


@pytest.mark.parametrize(
    "printed",
    [
        "每月底前",
        "三个月内",
        "几个月底",
        "半月内",
        "春节",
        "国庆文艺演出",
        "上季节",
        "月份",
        "次要",
    ],
)
def test_what_only_sounds_near_is_no_time(printed: str) -> None:
    assert find_periods(printed, year=2024, month=10) == []


def test_a_festival_of_a_year_that_nobody_listed_is_not_read() -> None:
    assert find_periods("春节前完工", year=2300, month=3) == []
    assert find_periods("本月完工,下季度验收", year=2024, month=None) == []


def test_two_periods_are_not_one() -> None:
    with pytest.raises(ValueError, match="one period"):
        parse_period("2024年和2025年")


def test_a_month_without_a_year_needs_the_page_year() -> None:
    assert find_periods("10月完工,2025年3月验收", year=None) == [((6, 13), Period(2025, 3, 3))]


def test_a_list_marker_before_a_month_is_not_part_of_a_number() -> None:
    assert find_periods("1.3月初完成选址", year=2024) == [((2, 5), Period(2024, 3, 3))]


@pytest.mark.parametrize("text", ["2024Q5", "2024-13", "2024-3", "2024H3", "2024-05..2024-03", ""])
def test_what_is_not_the_exchange_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="2024Q4"):
        Period.parse(text)


def test_a_period_knows_its_first_and_last_day() -> None:
    assert (Period(2024, 1, 2).start, Period(2024, 1, 2).end) == (
        date(2024, 1, 1),
        date(2024, 2, 29),
    )
    assert Period(2024).end == date(2024, 12, 31)


@given(st.integers(1900, 2099), st.integers(1, 12), st.integers(1, 12), st.booleans())
def test_every_period_reads_back_from_its_exchange_form(
    year: int, first: int, last: int, run: bool
) -> None:
    period = Period(year, min(first, last), max(first, last), run=run)

    assert Period.parse(str(period)) == period
    assert str(Period.parse(str(period))) == str(period)


@given(st.text(alphabet="0123456789年月日季度上下半底前至-—.一二三四全内元", max_size=40))
def test_no_text_makes_the_search_fail(text: str) -> None:
    end = 0
    for span, period in find_periods(text, year=2024):
        assert end <= span[0] < span[1] <= len(text)
        assert 1 <= period.first <= period.last <= 12
        end = span[1]


PIECES = [
    *"0129一二三十元〇零年月日季度底末内前初旬份上下本当次今明去第全半至到-~—.截止的 号亮节,。:个每",
    *(
        "截至",
        "季度",
        "半年",
        "2024",
        "2023年",
        "二〇二四年",
        "三季度",
        "年内",
        "月底",
        "个月",
        "春节前",
    ),
    *("一至三季度", "国庆期间", "2024.3", "2024-03", "10月", "1-9月", "完成", "12处"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=10).map("".join))
def test_times_are_sought_only_where_one_may_begin_and_none_is_missed(text):
    found = [match.span() for match in periods._matches(text)]

    assert found == [match.span() for match in periods._PATTERN.finditer(text)]


def test_no_time_is_sought_in_a_text_that_names_none():
    assert not periods._BEGIN.search("改造17处口袋公园,铺设步道12公里,完成65%,总投资1200万元")
