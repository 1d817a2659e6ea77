import pytest

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.strips.lexicon import Habits
from shishi.layouts.flows.strips.themes import Themes, items_open, may_hold_theme
from shishi.records import Field
from tests.layouts.invented import TITLE, doubted, page_of

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


ROWS = ["新建公厕3座", "改造泵房9座", "新增绿道5公里"] * 3


def test_items_that_nearly_all_begin_with_a_verb_open():
    assert items_open(ROWS)
    assert not items_open(["公厕3座", "泵房9座", *ROWS])
    assert not items_open(ROWS[:3])


@pytest.mark.parametrize("item", ["全民健身补短板新建步道9公里", "推进技能引育组织培训600人"])
def test_item_that_holds_another_beginning_may_hold_a_theme(item):
    assert may_hold_theme(item, opening=True)


@pytest.mark.parametrize(
    "item",
    ["健身步道9公里", "推进步道改造提升", "新建步道9公里改造公厕", "全民健身补短板新建,续建步道"],
)
def test_item_that_begins_once_holds_none(item):
    assert not may_hold_theme(item, opening=True)


def test_item_without_a_verb_holds_no_theme_where_others_begin_so_too():
    assert not may_hold_theme("全民健身补短板新建步道9公里", opening=False)


NAMED = "序号板块实事项目项目内容牵头单位目前进展"


def named_rows(*themes):
    told = [
        f"{n}{theme}改造站房{n}座，惠及居民9{n}户。区住建局完成站房{n}座。"
        for n, theme in enumerate(themes, 1)
    ]
    return page_of("\n".join((TITLE, NAMED + "".join(told))))


def test_theme_that_may_hold_the_name_of_its_project_is_asked_about():
    page = named_rows("一、城市更新泵站改造", "二、便民出行书房开放", "三、平安守护路灯亮化")
    assert {(n, "theme") for n in (1, 2, 3)} <= doubted(page)


def test_theme_right_before_what_is_done_is_not_asked_about_without_a_column_of_names():
    header = NAMED.replace("实事项目", "")
    rows = "1一、城市更新改造站房3座。区住建局完成站房3座。2二、便民出行改造站房9座。区水务局完成站房5座。"
    assert (2, "theme") not in doubted(page_of("\n".join((TITLE, header + rows))))
