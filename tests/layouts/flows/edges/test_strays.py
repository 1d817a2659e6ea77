import pytest

from tests.layouts.invented import TITLE, column, page_of, paragraphs

HEADER = "序号 项目名称 牵头单位 配合单位 进展情况"
ROWS = [
    ("1 新建小学1所,新增学位1080个。 区教育局 区住建局 已完成主体结构。", "征地进度偏慢"),
    ("2 改造提升村卫生室18家。 区卫健局 各镇街 已完成12家。", "资金缺口大"),
    ("3 新建公共停车位1200个。 区城管局 区交警大队、各镇街 累计完成900个。", "无"),
    ("4 新建城乡公交线路3条。 区交通局 区公交公司 开通1条。", "车辆交付延迟"),
]


@pytest.mark.parametrize("word", ["短板弱项", "推进难点"])
def test_word_that_nobody_knows_heads_a_column_where_each_row_has_one_more_cell(word):
    rows = [cell for row in ROWS for cell in row]
    found = page_of(paragraphs(TITLE, HEADER, word, *rows))

    assert column(found, "theme") == [None] * 4
    assert [record.other[word].value for record in found.records[:2]] == [ROWS[0][1], ROWS[1][1]]


@pytest.mark.parametrize("second", [[], ["便民出行"]], ids=["one theme", "two themes"])
def test_words_over_the_first_row_of_a_table_without_such_a_column_are_its_theme(second):
    rows = [row for row, _ in ROWS]
    found = page_of(paragraphs(TITLE, HEADER, "教育优学", *rows[:2], *second, *rows[2:]))

    assert column(found, "theme")[:2] == ["教育优学"] * 2
    assert column(found, "theme")[2:] == (second or ["教育优学"]) * 2


def test_theme_over_rows_whose_last_cell_has_two_units_is_no_column():
    rows = [
        "1 新建小学1所 已完成主体结构。 区教育局 区住建局",
        "2 改造村卫生室18家 已完成12家。 区卫健局 区财政局",
        "3 新建停车位1200个 累计完成900个。 区城管局 区交通局",
    ]
    found = page_of(paragraphs(TITLE, "序号 项目名称 进展情况 责任单位", "惠及民众", *rows))
    assert column(found, "lead_units")[0] == ["区教育局", "区住建局"]
    assert [dict(record.other) for record in found.records] == [{}] * 3
