import pytest

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.fit.costs import IMPOSSIBLE
from shishi.layouts.flows.joints import begins_unit, closing_marks, joint, leaving
from shishi.layouts.flows.looks import look_at
from shishi.records import Field


def look(text):
    return look_at(text, frozenset({"正常"}))


@pytest.mark.parametrize(
    ("first", "second"),
    [("区综合行政", "执法局"), ("区文化广电", "旅游局、柳湖街道"), ("自然资源和", "规划分局")],
)
def test_first_half_of_a_name_begins_a_unit(first, second):
    assert begins_unit(look(first), look(second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("区水务局", "柳湖街道"),
        ("养老托育", "民政局"),
        ("区综合行政", "区水务局"),
        ("区综合行政", "★执法局"),
        ("区里已开工。", "水务局"),
        ("", "水务局"),
    ],
)
def test_whole_name_theme_or_sentence_begins_no_unit(first, second):
    assert not begins_unit(look(first), look(second))


def cost(before, after, field, *, gap=1):
    return joint(look(before), look(after), column=Column(field), gap=gap)


@pytest.mark.parametrize(
    ("before", "after", "field"),
    [
        ("1.完成选址;", "2.启动招标。", Field.PROGRESS),
        ("完成选址;", "启动招标。", Field.ITEM),
        ("区水务局、", "柳湖街道", Field.LEAD_UNITS),
        ("7月底", "具备条件", Field.GOAL),
        ("便民", "出行", Field.THEME),
    ],
)
def test_paragraphs_of_one_cell_join_cheaply(before, after, field):
    assert cost(before, after, field) <= 2


@pytest.mark.parametrize(
    ("before", "after", "field"),
    [
        ("完成选址。", "启动招标。", Field.PROGRESS),
        ("区水务局", "柳湖街道", Field.LEAD_UNITS),
        ("一、便民出行", "二、养老托育", Field.THEME),
        ("1.完成选址;", "1.启动招标。", Field.PROGRESS),
    ],
)
def test_paragraphs_that_each_are_whole_join_dearly(before, after, field):
    assert cost(before, after, field) >= 4


@pytest.mark.parametrize("field", [Field.CODE, Field.STATUS, Field.PERCENT, Field.INVESTMENT])
def test_cells_of_one_word_have_no_second_paragraph(field):
    assert cost("1", "2", field) == IMPOSSIBLE


def test_blank_lines_between_paragraphs_part_them():
    close, far = (cost("7月底", "具备条件", Field.GOAL, gap=gap) for gap in (1, 3))
    assert close < far


PAGE = ("启动老城更新项目。", "青桥片区更新")


def left(*texts):
    """Give what it costs to end a cell between the last two paragraphs of a page."""
    return leaving([look_at(text, frozenset()) for text in (*PAGE, *texts)])[-1]


def test_cell_ends_dearly_in_the_middle_of_a_word_that_others_print_whole():
    assert left("启动柳林片区更", "新项目建设。") > left("启动柳林片区整", "治项目建设。") == 0


@pytest.mark.parametrize("texts", [("柳林更。", "新建绿道。"), ("12", "34"), ("/", "新建绿道。")])
def test_seam_behind_a_stop_a_number_or_nothing_parts_no_word(texts):
    assert left(*texts) == 0


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("一季度:完成选址。", "二季度:启动招标。"),
        ("第3季度:主体封顶。", "第4季度:竣工。"),
        ("上半年:完成选址。", "下半年:竣工。"),
    ],
)
def test_parts_of_a_plan_in_order_stand_in_one_cell(first, second):
    assert cost(first, second, Field.GOAL) == 0
    assert leaving([look(first), look(second)]) == [8]


@pytest.mark.parametrize(
    ("first", "second"),
    [("二季度:启动招标。", "一季度:完成选址。"), ("一季度完成选址。", "二季度启动招标。")],
)
def test_parts_of_a_plan_out_of_order_or_without_a_colon_are_not_held_together(first, second):
    assert leaving([look(first), look(second)]) == [0]


def test_three_characters_that_one_other_prints_side_by_side_are_such_a_word_too():
    pairs = left("改造农村供", "水管网46公里。")
    assert pairs == left("改造农村供", "水管网46公里。", "新建管网", "水表9只。") == 0
    assert leaving([look(t) for t in ("已铺供水管9公里。", "改造农村供", "水管网46公里。")])[-1] > 0


def closing(*pairs):
    """Give the marks that end cells, of (paragraph, whether a cell ends behind it) with others between."""
    looks = [look(text) for first, _ in pairs for text in (first, "已完成。")]
    return closing_marks(looks, [end for _, end in pairs for end in (end, True)])


def test_mark_behind_which_cells_end_again_and_again_ends_cells():
    ended = [("完成9户;", True)] * 3 + [("完成3户;", False)] * 6
    assert closing(*ended) == {";"}


def test_mark_behind_which_cells_mostly_go_on_ends_none():
    assert closing(*[("完成9户;", True)] * 3, *[("完成3户;", False)] * 7) == set()
    assert closing(*[("完成9户;", True)] * 2) == set()
    assert closing(*[("完成9户。", True)] * 9) == set()


def test_line_before_a_number_says_nothing_of_how_cells_end():
    looks = [look(t) for t in ("1.完成选址;", "2.完成招标;", "3.开工;", "4.封顶;", "5.竣工;")]
    assert closing_marks(looks, [True] * 4) == set()


def test_mark_that_ends_cells_leaves_no_cell_open():
    looks = [look("完成选址;"), look("启动招标。")]
    assert leaving(looks) != leaving(looks, ends={";"}) == [0]
    told = {"column": Column(Field.PROGRESS), "gap": 1}
    assert joint(*looks, **told) < joint(*looks, **told, ends={";"})
    assert joint(*looks, **told) == joint(*looks, **told, ends={","})


def test_two_whole_units_break_no_word_though_another_name_prints_their_seam():
    apart = [look("区住建局"), look("望湖燃气公司")]
    elsewhere = look("市生态环境局望湖分局")
    assert leaving([*apart, elsewhere])[0] == leaving([*apart, look("市生态环境局")])[0]
