import pytest

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.fit.columns import misfit
from shishi.layouts.flows.looks import look_at
from shishi.records import Field
from tests.layouts.flows.fit.test_columns import CLEAR, STATUSES


def other(text, word):
    return misfit(look_at(text, STATUSES), Column(None, word))


@pytest.mark.parametrize("text", ["新建绿道5公里。", "区水务局", "滞后", "3", "已全部完工"])
def test_name_of_an_item_fits_its_column_better_than_anything_else(text):
    assert other("畅行工程", "项目名称") + CLEAR <= other(text, "项目名称")


@pytest.mark.parametrize("text", ["新建绿道5公里。", "柳湖街道", "张三"])
def test_column_with_an_unknown_word_takes_anything(text):
    assert other(text, "其他") == other("畅行工程", "其他")


@pytest.mark.parametrize(
    ("word", "text", "other"),
    [
        ("联系人", "办公室主任", "完成投资60%。"),
        ("建设地点", "柳湖街道", "完成投资60%。"),
        ("完成时限", "2031年9月底前", "主体结构封顶。"),
        ("累计完成数", "138", "主体结构封顶。"),
        ("单位", "公里", "主体结构封顶。"),
        ("二季度", "完成桩基施工。", "柳湖街道"),
        ("二季度目标", "年内完成桩基施工。", "柳湖街道"),
    ],
)
def test_word_of_a_column_without_a_field_says_what_its_cells_hold(word, text, other):
    column = Column(None, word)
    fits, strange = (misfit(look_at(t, STATUSES), column) for t in (text, other))
    assert fits == 0
    assert strange - fits >= CLEAR


def test_people_parted_by_a_semicolon_fit_a_column_of_people():
    assert other("顾川;陆远帆", "联系人") == 0
    assert other("顾川;方案已定", "联系人") >= CLEAR


@pytest.mark.parametrize("text", ["2031.6", "2031.10", "2031.6.30"])
def test_month_in_figures_fits_a_column_of_dates_better_than_one_of_money(text):
    look = look_at(text, STATUSES)
    assert other(text, "完成时间") == 0
    assert misfit(look, Column(Field.INVESTMENT)) > 0


@pytest.mark.parametrize("text", ["3160.5", "2031.15", "2031", "320万元"])
def test_amount_that_is_no_month_fits_a_column_of_money_better_than_one_of_dates(text):
    assert misfit(look_at(text, STATUSES), Column(Field.INVESTMENT)) == 0
    assert other(text, "完成时间") >= CLEAR
