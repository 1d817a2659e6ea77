import pytest

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.learnt.counted import with_counts
from shishi.records import Field
from tests.layouts.invented import codes, column, page_of

MEASURE = Column(None, "计量单位")
TABLE = (Column(Field.ITEM), MEASURE, Column(Field.GOAL), Column(Field.PROGRESS))
HEAD = "序号 考核指标 计量单位 年度目标 实际完成 完成率(%) 责任单位"
ROWS = (
    "1 改造农村公厕 座 23 19 82.6% 区农业农村局",
    "2 加装住宅电梯 台 24 2 8.3% 区住建局",
    "3 新增公办学位 个 7050 3 0.1% 区教育局",
    "4 新建微型消防站 个 14 15 107.1% 区消防大队",
)


def counted(words, columns=TABLE):
    return [c.counted for c in with_counts(columns, words.split())]


def pasted(*rows):
    return page_of("\n".join(" ".join((HEAD, *rows)).split()))


def test_goals_and_progress_in_bare_numbers_behind_their_measure_are_counts():
    assert counted("改造公厕 座 23 18 加装电梯 台 90 40") == [False, False, True, True]


def test_progress_in_words_beside_goals_in_numbers_is_no_count():
    assert counted("改造公厕 座 23 已完工 加装电梯 台 90 已加装") == [False, False, True, False]


@pytest.mark.parametrize(
    ("words", "columns"),
    [
        ("改造公厕 座 年内完工 18 加装电梯 台 年内完工 40", TABLE),  # goals in words
        ("改造公厕 座 23 18", TABLE),  # a single row
        ("改造公厕 23 18 加装电梯 90 40", (TABLE[0], *TABLE[2:])),  # no measures
        ("座 23 18 台 90 40", (TABLE[0], Column(Field.LEAD_UNITS, "单位"), *TABLE[2:])),
    ],
)
def test_goals_without_numbers_right_behind_a_measure_of_theirs_are_as_usual(words, columns):
    assert counted(words, columns) == [False] * len(columns)


def test_table_of_counts_a_cell_a_paragraph_is_read_by_its_measures():
    page = pasted(*ROWS)
    assert column(page, "code") == ["1", "2", "3", "4"]
    assert column(page, "goal") == ["23", "24", "7050", "14"]
    assert column(page, "progress") == ["19", "2", "3", "15"]
    assert column(page, "percent") == ["82.6%", "8.3%", "0.1%", "107.1%"]
    assert codes(page) == []


def test_measure_of_goals_in_words_leaves_their_table_as_it_is_read_without():
    rows = [
        "1 改造农村公厕 座 年底前改造23座 已改造19座 82.6% 区农业农村局",
        "2 加装住宅电梯 台 年底前加装24台 已加装2台 8.3% 区住建局",
    ]
    page = pasted(*rows)
    assert column(page, "goal") == ["年底前改造23座", "年底前加装24台"]
    assert column(page, "progress") == ["已改造19座", "已加装2台"]
