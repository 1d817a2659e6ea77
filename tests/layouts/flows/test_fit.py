import pytest

from shishi.layouts.columns import Column
from shishi.layouts.flows.fit import BLANK, COVERED, IMPOSSIBLE, is_phrase, misfit
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
    ],
)
def test_text_fits_its_own_column_clearly_better(text, right, wrong):
    assert cost(text, right) + CLEAR <= cost(text, wrong)


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


@pytest.mark.parametrize("words", ["便民出行", "省心省力", "续建项目"])
def test_few_words_that_say_nothing_done_or_planned_are_a_phrase(words):
    assert is_phrase(look_at(words, STATUSES))


@pytest.mark.parametrize(
    "words", ["已开工", "年内完成", "正常", "3条", "方案编制中", "区水务局", "建成。"]
)
def test_report_status_number_or_unit_is_no_phrase(words):
    assert not is_phrase(look_at(words, STATUSES))


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


@pytest.mark.parametrize("field", [Field.GOAL, Field.PROGRESS, Field.STATUS])
def test_units_in_a_column_of_words_cost_more_than_the_blanks_of_a_row_with_units_alone(field):
    row = (Field.CODE, Field.THEME, Field.ITEM)
    assert cost("柳湖街道", field) > sum(COVERED[f] for f in row) + BLANK[field]
    assert cost("滞后" if field is Field.STATUS else "已完工。", field) <= CLEAR
