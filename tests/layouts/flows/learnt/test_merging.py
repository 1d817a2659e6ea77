import pytest

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.fit.costs import BLANK
from shishi.layouts.flows.learnt.merging import Row, learn_merging, usual_merging
from shishi.records import Field
from tests.layouts.invented import TITLE, column, doubted, page_of, paragraphs

FIELDS = (Field.CODE, Field.ITEM, Field.LEAD_UNITS, Field.GOAL, Field.PROGRESS)
COLUMNS = [Column(field) for field in FIELDS]
USUAL = usual_merging(COLUMNS, [BLANK[field] for field in FIELDS])
ITEM, GOAL = 1, 3
WHOLE, UNDER = Row((0, 1, 2, 3, 4)), Row((2, 4))


def test_item_and_goal_that_rows_under_a_code_lack_are_merged_cheaply():
    learnt = learn_merging(COLUMNS, [WHOLE, UNDER, WHOLE, UNDER], USUAL)
    assert learnt.covered[ITEM] < USUAL.covered[ITEM]
    assert learnt.covered[GOAL] < USUAL.covered[GOAL]


def test_cell_that_no_row_under_a_code_has_is_dear_in_one():
    under = [Row((2, 4))] * 4
    learnt = learn_merging(COLUMNS, [WHOLE, *under], USUAL)
    assert learnt.covered[GOAL] == 0 < learnt.own[GOAL]
    assert learnt.own[4] == 0 < learnt.covered[4]


def test_item_that_rows_under_a_code_have_is_hardly_ever_merged():
    learnt = learn_merging(COLUMNS, [WHOLE, Row((1, 2, 4)), WHOLE, Row((1, 2, 4))], USUAL)
    assert learnt.covered[ITEM] > USUAL.covered[ITEM]


def test_item_is_never_merged_where_codes_number_the_themes():
    blank = [BLANK[field] for field in FIELDS]
    themed = usual_merging(COLUMNS, blank, own_items=True)
    assert themed.covered[ITEM] == BLANK[Field.ITEM] > USUAL.covered[ITEM]
    assert themed.own[ITEM] == 0 < USUAL.own[ITEM]


def test_code_that_many_rows_lack_is_merged_cheaply():
    learnt = learn_merging(COLUMNS, [WHOLE, UNDER, UNDER] * 3, USUAL)
    assert learnt.covered[0] < USUAL.covered[0]


def test_code_that_every_row_has_is_hardly_ever_merged():
    assert learn_merging(COLUMNS, [WHOLE] * 5, USUAL).covered[0] > USUAL.covered[0]


@pytest.mark.parametrize("rows", [[WHOLE] * 3, [WHOLE, UNDER, UNDER]])
def test_few_rows_teach_nothing(rows):
    assert learn_merging(COLUMNS, rows, USUAL) == USUAL


def test_one_row_under_a_code_says_nothing_of_its_item():
    learnt = learn_merging(COLUMNS, [WHOLE, UNDER, WHOLE, WHOLE], USUAL)
    assert learnt.covered[ITEM] == USUAL.covered[ITEM]


def test_tables_without_codes_learn_of_the_columns_that_rows_begin_behind():
    columns = COLUMNS[1:]
    usual = usual_merging(columns, [BLANK[c.field] for c in columns])
    rows = [Row((0, 1, 2, 3))] * 4
    assert learn_merging(columns, rows, usual).covered[0] > usual.covered[0]
    rows = [Row((0, 1, 2, 3)), Row((1, 2, 3))] * 2
    assert learn_merging(columns, rows, usual).covered[0] == usual.covered[0]


HEADER = "序号 项目名称 牵头单位 目标进度 进展情况"
SHARED = [
    "1 新建公厕30座。 区住建局 9月底前完工。 已完成选址。",
    "青湾镇 已建成4座。",
    "2 改造泵房9座。 区水务局 完成招标。 已完成4座。",
    "3 整修道路20条。 区交通局 完成主体施工。 已完成11条。",
    "柳湖街道 基础施工中。",
    "南坪镇 正在招标。",
]


def test_units_of_one_item_that_report_each_for_itself_are_rows_of_it():
    page = page_of(paragraphs(TITLE, HEADER, *SHARED))
    assert column(page, "code") == ["1", "1", "2", "3", "3", "3"]
    assert [names[0] for names in column(page, "lead_units")][4:] == ["柳湖街道", "南坪镇"]
    assert column(page, "goal")[4] == "完成主体施工。"
    assert doubted(page) == set()


def test_report_of_several_sentences_is_no_row_where_every_row_has_a_code():
    rows = [f"{n} 改造泵房{n}座。 区水务局 完成招标。 已完成{n}座。" for n in range(1, 6)]
    page = page_of(paragraphs(TITLE, HEADER, *rows, "目前正在招标。"))
    assert len(page.records) == 5


def test_code_that_few_rows_lack_is_no_dearer_to_lack_than_it_is_rare():
    one = learn_merging(COLUMNS, [*[WHOLE] * 7, UNDER], USUAL).covered[0]
    none = learn_merging(COLUMNS, [WHOLE] * 8, USUAL).covered[0]
    assert USUAL.covered[0] <= one < none


@pytest.mark.parametrize("field", [Field.INVESTMENT, Field.LEVELS, Field.LEADERS])
def test_what_is_said_of_a_whole_item_is_merged_cheaply_only_under_a_code(field):
    columns = [Column(Field.CODE), Column(field), Column(Field.PROGRESS)]
    blank = [BLANK[c.field] for c in columns]
    assert usual_merging(columns, blank).covered[1] < BLANK[field]
    assert usual_merging(columns[1:], blank[1:]).covered[0] == BLANK[field]
