import pytest

from shishi.places import Text
from tests.layouts.grids.test_cases import printed
from tests.layouts.invented import TITLE, codes, column, page_of

ON_ITS_SIDE = (
    "序号|1|2",
    "项目名称|修路3条|新建学校",
    "责任单位|区住建局|区教育局",
    "进展情况|完工|开工",
)


def page(*rows):
    return page_of(f"<h1>{TITLE}</h1>{printed(rows)}", "a.html")


def test_table_on_its_side_is_read_a_column_a_record():
    found = page(*ON_ITS_SIDE)
    assert column(found, "code") == ["1", "2"]
    assert column(found, "lead_units") == [["区住建局"], ["区教育局"]]
    assert codes(found) == []


def test_cell_of_a_table_on_its_side_keeps_its_place_in_the_source():
    upright = page(*ON_ITS_SIDE).records[1].texts["item"]
    assert isinstance(upright, Text)
    [piece] = upright.pieces
    assert (piece.place.row, piece.place.column) == (2, 3)


def test_blank_value_of_a_table_on_its_side_is_blank():
    found = page(*ON_ITS_SIDE[:3], "进展情况||开工")
    assert column(found, "progress") == [None, "开工"]


@pytest.mark.parametrize(
    "rows",
    [
        ("项目名称|责任单位|进展情况", "修路3条|区住建局|完工", "新建学校|区教育局|开工"),
        ("项目名称|修路3条", "责任单位|区住建局", "进展情况|完工"),
        ("项目名称|修路3条|责任单位|区住建局", "年度目标|年底完工|进展情况|完工"),
    ],
)
def test_table_or_form_that_stands_upright_is_not_turned(rows):
    found = page(*rows)
    assert column(found, "item")[0] == "修路3条"
    assert column(found, "lead_units")[0] == ["区住建局"]


def test_fields_down_the_side_without_an_item_are_no_table_on_its_side():
    assert page("责任单位|区住建局|区教育局", "进展情况|完工|开工", "备注|续建|").records == ()


def test_header_word_among_the_values_of_a_table_on_its_side_is_a_value():
    wide = ("项目名称|修路|建校|造园", "牵头单位|区住建局|区教育局|区园林局", "目标|3条|1所|1个")
    found = page(*wide, "备注|无|进度|完")
    assert column(found, "item") == ["修路", "建校", "造园"]
    assert column(found, "remark") == ["无", "进度", "完"]


def test_table_on_its_side_with_many_header_words_is_no_form_of_one_project():
    wide = ("项目名称|修路|建校|造园", "牵头单位|区住建局|区教育局|区园林局", "目标|3条|1所|1个")
    found = page(*wide, "进展情况|完成|备注|进度")
    assert len(found.records) != 1


@pytest.mark.parametrize(
    "rows",
    [
        ("项目名称|修路3条|年度目标", "责任单位|区住建局|完工", "进展情况|开工|完工"),
        ("序号|1|2", "项目名称|修路3条|责任单位", "年度目标|完工|区住建局", "备注|无|无"),
    ],
)
def test_header_word_beside_the_names_or_the_numbers_turns_no_table(rows):
    assert [r for r in page(*rows).records if r.printed("item") == "责任单位"] == []
