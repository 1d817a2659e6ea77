import pytest

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.strips.lexicon import Habits
from shishi.layouts.flows.strips.themes import Themes
from shishi.records import Field

COLUMNS = [Column(f) for f in (Field.CODE, Field.THEME, Field.ITEM, Field.LEAD_UNITS)]


def ends(text):
    return [text[1:end] for end in Themes(text, 1, COLUMNS, habits=Habits()).ends]


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("1便民出行新建公交站3座", "便民出行"),
        ("1住房保障改造更换配电设施9处", "住房保障改造"),
        ("1农村基础设施提升提升改造泵站3座", "农村基础设施提升"),
        ("1特殊群体关爱为300名老人提供照护", "特殊群体关爱"),
    ],
)
def test_theme_ends_with_such_words_before_what_is_to_be_done(text, theme):
    assert ends(text) == [theme]


@pytest.mark.parametrize(
    "text", ["1新建公交站3座", "1全区绿道总量达到30公里", "1管网漏损修复率达到90%"]
)
def test_item_alone_has_no_end_of_a_theme_in_it(text):
    assert ends(text) == []


def test_theme_that_ends_elsewhere_costs_more():
    themes = Themes("1便民出行新建公交站3座", 1, COLUMNS, habits=Habits())
    assert themes.end_cost(1, 5, 8) < themes.end_cost(1, 4, 8)
    assert themes.end_cost(1, 5, 8) < themes.end_cost(1, 7, 8)
    assert themes.is_before_end(4)
    assert not themes.is_before_end(5)
