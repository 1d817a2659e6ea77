from tests.layouts.grids.test_cases import printed
from tests.layouts.invented import TITLE, column, doubted, page_of

HEADER = "序号|项目名称|牵头单位|进度|8月|9月"
ROWS = [
    "r2>1|r2>新建学校|r2>区教育局|计划|开工|封顶",
    "实际|开工|主体2层",
    "r2>2|r2>修路|r2>区交通局|计划|设计|铺装",
    "实际|设计|铺装完成",
]


def page(title, *rows):
    return page_of(f"<h1>{title}</h1>{printed([HEADER, *rows])}", "a.html")


def test_every_cell_of_rows_in_pairs_has_one_role():
    found = page(TITLE, *ROWS)
    words = [stretch.text.value for stretch in found.stretches if stretch.role == "cell"]
    assert words.count("计划") == words.count("实际") == 2
    assert words.count("开工") == 2
    assert column(found, "goal") == ["封顶", "铺装"]
    assert doubted(found) == set()


def test_rows_in_pairs_without_a_time_to_choose_have_no_goal_and_keep_all_cells():
    found = page("2031年云溪区民生实事项目进度表", *ROWS)
    assert column(found, "goal") == column(found, "progress") == [None, None]
    assert [r.other["9月"].value for r in found.records] == ["封顶", "铺装"]
    assert [r.other["9月 9"].value for r in found.records] == ["主体2层", "铺装完成"]


def test_row_of_a_plan_without_one_of_what_was_done_leaves_all_rows_as_they_are():
    assert len(page(TITLE, *ROWS, "3|建园|区园林局|计划|设计|开工").records) == 5
