import pytest

from shishi.layouts.around.when import find_page_periods
from shishi.layouts.columns.column import Column
from shishi.layouts.layout import Layout
from shishi.records import Field


def periods(*columns, title="", body="", dates=()):
    layout = Layout("table 1", 0, columns, (0, 1), (1, 2), 100, ())
    plan, report, inferred = find_page_periods([layout], title=title, body=[body], dates=dates)
    return str(plan or ""), str(report or ""), inferred


GOAL, PROGRESS = Column(Field.GOAL), Column(Field.PROGRESS)


@pytest.mark.parametrize(
    ("columns", "title", "expected"),
    [
        ([PROGRESS], "2031年民生实事10月进度表", ("", "2031-10", False)),
        ([GOAL], "2031年民生实事分解表", ("2031", "", False)),
        (
            [Column(Field.GOAL, period="四季度"), PROGRESS],
            "2031年10月进度表",
            ("2031Q4", "2031-10", False),
        ),
        (
            [GOAL, Column(Field.PROGRESS, period="1-9月")],
            "2031年进展表",
            ("2031", "2031-01..2031-09", False),
        ),
        (
            [Column(Field.GOAL, period="本月"), Column(Field.PROGRESS, period="本月")],
            "2031年9月进展表",
            ("2031-09", "2031-09", False),
        ),
        (
            [Column(Field.GOAL, period="本季度"), PROGRESS],
            "2031年8月进展表",
            ("2031Q3", "2031-08", False),
        ),
        (
            [Column(Field.GOAL, period="本月"), PROGRESS],
            "2031年进展表",
            ("2031", "", False),
        ),
        (
            [Column(Field.GOAL, period="8月份"), PROGRESS],
            "2031年情况",
            ("2031-08", "2031-08", False),
        ),
    ],
)
def test_periods_come_from_title_and_header_words(columns, title, expected):
    assert periods(*columns, title=title) == expected


def test_year_that_no_title_names_is_inferred_from_the_body_or_the_dates():
    column = Column(Field.PROGRESS, period="一季度")
    assert periods(column, body="2031年3月开工,2031年底完工,2030年立项") == ("", "2031Q1", True)
    assert periods(column, dates=["2031-04-07"]) == ("", "2031Q1", True)


@pytest.mark.parametrize("dates", [(), ("暂缺",), ("4月7日",)])
def test_page_without_a_year_has_no_periods(dates):
    assert periods(Column(Field.PROGRESS, period="一季度"), dates=dates) == ("", "", False)


def test_page_without_progress_has_no_report():
    assert periods(GOAL, title="2031年10月分解表")[1] == ""


def test_column_that_may_be_another_s_dates_nothing():
    quarter = Column(Field.GOAL, period="一季度", sure=False)
    assert periods(quarter, PROGRESS, title="2031年3月进度表") == ("2031", "2031-03", False)
