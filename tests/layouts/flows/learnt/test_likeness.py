from shishi.layouts.columns.column import Column
from shishi.layouts.flows.learnt.likeness import unlikeness
from shishi.layouts.flows.looks import look_at
from shishi.records import Field
from tests.layouts.invented import TITLE, column, doubted, page_of, paragraphs

ITEM, PROGRESS, LEAD = (Column(f) for f in (Field.ITEM, Field.PROGRESS, Field.LEAD_UNITS))
NAMED = ["修建步道3条", "修建步道5条", "修建步道8条", "修建步道9条", "修建步道7条"]
TOLD = ["已完工2处。", "已完工4处。", "已完工6处。", "已完工1处。", "已完工9处。"]


def costs(columns, cells):
    """Give the costs of cells that a first reading put into the columns by turns."""
    looks = [look_at(cell, frozenset()) for cell in cells]
    return unlikeness(columns, looks, [i % len(columns) for i in range(len(cells))])


def by_turns(first, second):
    return [cell for pair in zip(first, second, strict=True) for cell in pair]


def test_cell_worded_as_another_columns_cells_is_dear_where_it_was_put():
    cells = by_turns(NAMED, [*TOLD[:4], "修建步道6条"])
    item, progress = costs([ITEM, PROGRESS], cells)
    assert progress[-1] > 0
    assert item[-1] == 0


def test_cells_worded_as_those_of_their_own_column_cost_nothing_there():
    item, progress = costs([ITEM, PROGRESS], by_turns(NAMED, TOLD))
    assert set(item[::2]) == set(progress[1::2]) == {0}


def test_few_cells_make_no_column_known():
    assert costs([ITEM, PROGRESS], by_turns(NAMED[:4], TOLD[:4])) == ((0,) * 8, (0,) * 8)


def test_columns_of_names_are_not_told_by_their_words():
    assert costs([ITEM, LEAD], by_turns(NAMED, ["区住建局"] * 5))[1] == (0,) * 10


def test_report_left_blank_is_told_from_the_name_of_the_next_item():
    rows = [f"改造泵房{n}座 区水务局 已进场{n}处。" for n in range(11, 16)]
    page = page_of(
        paragraphs(TITLE, "项目名称 牵头单位 进展情况", *rows, "改造泵房9座 区水务局", *rows)
    )
    assert column(page, "progress")[5] is None or (6, "progress") in doubted(page)


def test_theme_without_a_number_is_dear_where_themes_have_one():
    theme = Column(Field.THEME)
    marked = ["一、便民", "二、安居", "三、养老", "四、教育", "五、就业", "创建商圈"]
    told = [*TOLD, "已完工3处。"]
    assert costs([theme, PROGRESS], by_turns(marked, told))[0][-2] == 4
    unmarked = ["便民", "安居", "三、养老", "教育", "就业", "创建商圈"]
    assert costs([theme, PROGRESS], by_turns(unmarked, told))[0][-2] < 4
