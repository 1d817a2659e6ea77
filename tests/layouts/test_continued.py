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


BARE = "序号|项目名称|进展情况"
ROWS = (("1|新建学校3所|已开工",), ("2|新建公厕3座|已开工",), ("3|新增绿地30亩|已完工",))


def page_under(*headings, rows=ROWS):
    tables = (html(BARE, *r).partition("</h1>")[2] for r in rows)
    under = (f"<p>{h}</p>{t}" for h, t in zip(headings, tables, strict=True))
    return page_of(f"<h1>{TITLE}</h1>{''.join(under)}", "a.html")


def test_unit_printed_again_behind_another_leads_the_rows_below_it():
    found = page_under("区教育局", "区园林局", "区教育局")
    assert column(found, "lead_units") == [["区教育局"], ["区园林局"], ["区教育局"]]


def test_leader_printed_again_behind_another_leads_the_rows_below_it():
    found = page_under("副区长甲", "副区长乙", "副区长甲")
    assert column(found, "leaders") == [["副区长甲"], ["副区长乙"], ["副区长甲"]]


@pytest.mark.parametrize(
    ("first", "second"), [("优质教育", "宜居环境"), ("（一）续建", "（二）新建")]
)
def test_theme_printed_again_behind_another_is_that_of_the_rows_below_it(first, second):
    rows = ROWS[0], ROWS[0], ROWS[0]  # the numbers begin again
    found = page_under(first, second, first, rows=rows)
    assert column(found, "theme") == [first, second, first]


def test_unit_with_a_word_that_it_goes_on_does_not_leave_its_rows_to_the_unit_between():
    found = page_under("区教育局", "区园林局", "区教育局(续)")
    assert column(found, "lead_units")[2] != ["区园林局"]


def test_title_printed_again_between_the_rows_of_a_unit_ends_nothing():
    found = page_under("区教育局", "区园林局", TITLE)
    assert column(found, "lead_units") == [["区教育局"], ["区园林局"], ["区园林局"]]


def test_title_printed_again_behind_that_of_another_list_begins_anew():
    other = "2031年云溪区民生实事项目储备情况"
    found = page_of(
        f"{html(HEAD, *FIRST)}<h1>{other}</h1>{html(HEAD, *FIRST).partition('</h1>')[2]}"
        + html(HEAD, *REST),
        "a.html",
    )
    assert column(found, "theme")[-2:] == [None, None]
