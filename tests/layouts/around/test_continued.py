"""What a new page prints between a table and its rest, over the header printed again."""

import pytest

from tests.layouts.invented import TITLE, column, html, page_of

HEAD = "序号|项目名称|牵头单位|进展情况"
FIRST = ("一、教育惠民", "1|新建学校3所|区教育局|已开工", "二、宜居环境")
REST = ("1|新建公厕3座|区住建局|已开工", "2|新增绿地30亩|区园林局|已完工")


def themes(between, rest=REST, first=FIRST):
    tables = html(HEAD, *first), html(HEAD, *rest).partition("</h1>")[2]
    return column(page_of(f"<p>{between}</p>".join(tables), "a.html"), "theme")


@pytest.mark.parametrize("between", ["续表", "(续表)", "— 2 —", TITLE, f"{TITLE}(续)"])
def test_theme_reaches_over_what_a_new_page_prints(between):
    assert themes(between) == ["一、教育惠民", "二、宜居环境", "二、宜居环境"]


@pytest.mark.parametrize(
    "between", ["以下各项由各镇自行安排，供参考。", "2030年民生实事项目进度表"]
)
def test_theme_does_not_reach_over_other_lines(between):
    assert themes(between) == ["一、教育惠民", None, None]


def test_theme_with_rows_does_not_reach_over_the_title_to_numbers_that_begin_again():
    assert themes(TITLE, first=FIRST[:2]) == ["一、教育惠民", None, None]


def test_theme_with_rows_reaches_over_the_number_of_a_page_to_the_numbers_behind_its_own():
    assert (
        themes("— 2 —", first=FIRST[:2], rest=("2|新建公厕3座|区住建局|已开工",))
        == ["一、教育惠民"] * 2
    )
