import pytest

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.fit.columns import misfit
from shishi.layouts.flows.fit.costs import BLANK, COVERED, IMPOSSIBLE
from shishi.layouts.flows.looks import look_at
from shishi.records import Field

STATUSES = frozenset({"正常", "滞后", "完成"})
CLEAR = 4


def cost(text, field, *, starred=False):
    return misfit(look_at(text, STATUSES), Column(field, starred=starred))


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("12", Field.CODE, Field.THEME),
        ("12", Field.CODE, Field.LEAD_UNITS),
        ("便民出行", Field.THEME, Field.LEAD_UNITS),
        ("便民出行", Field.THEME, Field.ITEM),
        ("改造道路3条", Field.ITEM, Field.LEAD_UNITS),
        ("区水务局", Field.LEAD_UNITS, Field.ITEM),
        ("区水务局", Field.LEAD_UNITS, Field.LEADERS),
        ("区水务局", Field.LEAD_UNITS, Field.PROGRESS),
        ("区水务局", Field.SUPPORT_UNITS, Field.REMARK),
        ("陆远帆", Field.LEADERS, Field.LEAD_UNITS),
        ("陆远帆", Field.LEADERS, Field.STATUS),
        ("滞后", Field.STATUS, Field.PROGRESS),
        ("滞后", Field.STATUS, Field.THEME),
        ("1200", Field.INVESTMENT, Field.PROGRESS),
        ("65%", Field.PERCENT, Field.INVESTMENT),
        ("3.2亿元", Field.INVESTMENT, Field.PERCENT),
        ("市级", Field.LEVELS, Field.ITEM),
        ("已完成桩基施工。", Field.PROGRESS, Field.STATUS),
        ("因管线迁改,下一步加快协调。", Field.EXPLANATION, Field.PROGRESS),
        ("改造二次供水泵房9座。", Field.ITEM, Field.THEME),
        ("启动柳溪治理项目,", Field.ITEM, Field.THEME),
    ],
)
def test_text_fits_its_own_column_clearly_better(text, right, wrong):
    assert cost(text, right) + CLEAR <= cost(text, wrong)


@pytest.mark.parametrize("text", ["老有所养、", "碧水,蓝天", "生态宜居,"])
def test_short_theme_that_holds_a_comma_or_goes_on_fits_an_item_no_better_by_far(text):
    assert cost(text, Field.THEME) < cost(text, Field.ITEM) + CLEAR


@pytest.mark.parametrize(
    ("text", "better", "worse"),
    [
        ("年底前完成主体施工", Field.GOAL, Field.PROGRESS),
        ("已完成主体施工", Field.PROGRESS, Field.GOAL),
        ("受连续降雨影响进度偏慢", Field.EXPLANATION, Field.REMARK),
        ("续建项目", Field.REMARK, Field.EXPLANATION),
    ],
)
def test_texts_that_resemble_each_other_differ_a_little(text, better, worse):
    assert cost(text, better) < cost(text, worse)


@pytest.mark.parametrize("field", [Field.PERCENT, Field.INVESTMENT])
@pytest.mark.parametrize("text", ["已开工", "区水务局", "便民出行"])
def test_number_column_refuses_a_text_without_a_digit(field, text):
    assert cost(text, field) == IMPOSSIBLE


@pytest.mark.parametrize("text", ["完成65%", "约40万元左右"])
def test_number_column_takes_a_text_with_a_digit_unwillingly(text):
    assert 0 < cost(text, Field.PERCENT) < IMPOSSIBLE


def test_star_belongs_to_the_starred_half_of_a_unit_column():
    assert cost("★区水务局", Field.LEAD_UNITS, starred=True) == 0
    assert cost("★区水务局", Field.SUPPORT_UNITS) > CLEAR
    assert cost("区水务局", Field.LEAD_UNITS, starred=True) > CLEAR


@pytest.mark.parametrize("field", [Field.GOAL, Field.PROGRESS, Field.STATUS])
def test_units_in_a_column_of_words_cost_more_than_the_blanks_of_a_row_with_units_alone(field):
    row = (Field.CODE, Field.THEME, Field.ITEM)
    assert cost("柳湖街道", field) > sum(COVERED[f] for f in row) + BLANK[field]
    assert cost("滞后" if field is Field.STATUS else "已完工。", field) <= CLEAR


@pytest.mark.parametrize(
    ("text", "word", "fits"),
    [
        ("是", "是否达序时", True),
        ("否", "是否按期完成", True),
        ("是", "完成状态", False),
        ("已", "是否达序时", False),
    ],
)
def test_yes_and_no_fit_a_status_whose_word_asks(text, word, fits):
    assert (misfit(look_at(text, STATUSES), Column(Field.STATUS, word)) == 0) is fits


def test_semicolons_between_people_make_no_sentence_of_them():
    assert cost("陆远帆;顾川", Field.LEADERS) == 0


@pytest.mark.parametrize("text", ["陆远帆;区水务局", "已完工;顾川"])
def test_semicolon_between_a_name_and_something_else_makes_no_leaders(text):
    assert cost(text, Field.LEADERS) >= CLEAR


def test_sentence_that_ends_with_towns_is_rather_an_item_than_a_list_of_units_is():
    towns = "疏浚河道9公里,覆盖河口镇、山前镇、西原乡"
    assert cost(f"{towns}。", Field.ITEM) + CLEAR <= cost(towns, Field.ITEM)


def test_list_of_units_is_no_item_though_a_stop_ends_it():
    units = "水利局、河口镇、西原乡。"
    assert cost(units, Field.LEAD_UNITS) + CLEAR <= cost(units, Field.ITEM)
