import pytest

from shishi.layouts.columns.matching import match_columns
from shishi.layouts.words.dating import are_apart, report_of
from shishi.layouts.words.vocabulary import known_word
from tests.layouts.invented import column, doubted, html, page_of


def held(header):
    columns = match_columns([known_word(word) for word in header.split()])[0]
    return {str(c.field): c.word for c in columns if c.field}


@pytest.mark.parametrize(
    ("header", "goal", "progress"),
    [
        ("8月目标 8月完成情况 9月目标 9月完成情况", "9月目标", "9月完成情况"),
        ("9月目标 9月完成情况 8月目标 8月完成情况", "9月目标", "9月完成情况"),
        ("一季度目标 二季度目标 三季度目标 9月进展情况", "三季度目标", "9月进展情况"),
        ("2030年12月目标 2031年1月目标 2031年1月进展情况", "2031年1月目标", "2031年1月进展情况"),
    ],
)
def test_progress_goes_with_the_goal_of_its_time(header, goal, progress):
    fields = held(f"序号 项目名称 {header}")
    assert (fields["goal"], fields["progress"]) == (goal, progress)


@pytest.mark.parametrize(
    ("header", "goal"),
    [
        ("9月完成情况 10月目标", "10月目标"),
        ("8月目标 10月目标 9月完成情况", "8月目标"),
        ("9月目标 进展情况", "9月目标"),
        ("一季度目标 二季度目标 进展情况", "一季度目标"),
    ],
)
def test_goals_of_other_times_are_left_as_they_stand(header, goal):
    assert held(f"序号 项目名称 {header}")["goal"] == goal


QUARTERS = "序号 | 项目名称 | 牵头单位 | 一季度目标 | 二季度目标 | 三季度目标 | 进展情况"
ROWS = (
    "1|新建道路3条。|住建局|完成招标。|年内开工2条。|力争全部完工。|已开工2条。",
    "2|新建桥梁10座。|交通局|完成设计。|年内开工4座。|力争通车6座。|已通车5座。",
)


def paged(title):
    """Print the quarters' goals beside an undated report: on the web, a row a line, a cell a paragraph."""
    web = html(QUARTERS, *ROWS).replace("2031年云溪区民生实事项目9月进展表", title)
    cells = [cell.strip() for row in (QUARTERS, *ROWS) for cell in row.split("|")]
    barred = "\n".join((title, *(row.replace("|", " | ") for row in (QUARTERS, *ROWS))))
    pasted = "\n\n".join([title, *cells])
    return [page_of(web, "云溪.html"), page_of(barred), page_of(pasted)]


@pytest.mark.parametrize(
    ("title", "goals"),
    [
        ("2031年云溪区民生实事项目6月进展表", ["年内开工2条。", "年内开工4座。"]),
        ("2031年云溪区民生实事项目1-9月进展情况表", ["力争全部完工。", "力争通车6座。"]),
    ],
)
def test_goal_of_the_titles_own_time_goes_with_a_report_without_a_date(title, goals):
    for page in paged(title):
        assert column(page, "goal") == goals
        assert doubted(page) == set()


@pytest.mark.parametrize(
    "title", ["2031年度云溪区民生实事项目进展情况表", "2031年云溪区民生实事项目12月进展表"]
)
def test_goals_of_several_times_are_asked_about_where_nothing_says_which_is_meant(title):
    for page in paged(title):
        assert {(1, "goal"), (2, "goal")} <= doubted(page)


@pytest.mark.parametrize("header", ["9月目标 进展情况", "年度目标 9月目标 进展情况"])
def test_goal_of_one_time_alone_is_sure(header):
    words = [known_word(word) for word in f"序号 项目名称 {header}".split()]
    assert all(c.sure for c in match_columns(words)[0])


def test_period_of_a_report_is_the_one_that_all_titles_name():
    titles = ["2031年云溪区实事项目9月进展表", "2031年云溪区实事项目10月进展表"]
    assert report_of(titles) is None
    assert report_of(titles[:1]).last == 9
    assert report_of([]) is None


@pytest.mark.parametrize(
    ("title", "taken"),
    [
        ("2031年云溪区民生实事项目4月进展表", "已招标"),
        ("2031年云溪区民生实事项目3月进展表", "已选址"),
    ],
)
def test_report_without_a_date_counts_beside_those_of_months_before_the_page(title, taken):
    rows = ("序号|项目名称|牵头单位|1-3月进展情况|进展情况", "1|建桥9座|区住建局|已选址|已招标")
    page = page_of(html(*rows).replace("2031年云溪区民生实事项目9月进展表", title), "a.html")
    assert column(page, "progress") == [taken]


ASKED = "2031年云溪区民生实事项目9月进展表"


def reported(title, *words, cells=("上期已开工", "本期已完工")):
    rows = (f"{n}|修路{n}条|区住建局|{'|'.join(cells)}" for n in (1, 2))
    page = html("序号|项目名称|牵头单位|" + "|".join(words), *rows).replace(ASKED, title)
    return page_of(page, "a.html")


@pytest.mark.parametrize(
    "words",
    [
        ("2030年12月进展情况", "进展情况"),
        ("12月进展情况", "进展情况"),
        ("12月进展情况", "3月进展情况"),
        ("2030年12月进展情况", "2031年3月进展情况"),
    ],
)
def test_report_of_last_december_is_not_that_of_a_page_of_march(words):
    found = reported("2031年云溪区民生实事项目3月进展表", *words)
    assert column(found, "progress") == ["本期已完工"] * 2
    assert found.findings == ()


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("2031年云溪区民生实事项目3月进展表", ("3月进展情况", "进展情况")),
        ("2031年云溪区民生实事项目3月进展表", ("4月进展情况", "3月进展情况")),
        ("2031年云溪区民生实事项目进展表", ("12月进展情况", "3月进展情况")),
    ],
)
def test_report_of_the_month_or_a_later_one_is_the_page_s(title, words):
    assert column(reported(title, *words), "progress") == ["上期已开工"] * 2


def test_earlier_report_beside_one_that_is_still_blank_is_taken_and_asked_about():
    found = reported(
        "2031年云溪区民生实事项目4月进展表", "1-3月进展情况", "进展情况", cells=("已开工", "")
    )
    assert column(found, "progress") == ["已开工"] * 2
    assert {finding.code for finding in found.findings} == {"time-unsure"}


def test_report_that_some_rows_have_is_the_page_s_beside_an_earlier_one():
    rows = ("1|修路1条|区住建局|已开工|已完工", "2|修路2条|区住建局|已开工|")
    text = html("序号|项目名称|牵头单位|1-3月进展情况|进展情况", *rows).replace("9月", "4月")
    found = page_of(text, "a.html")
    assert column(found, "progress") == ["已完工", None]
    assert found.findings == ()


def test_goals_of_several_quarters_on_a_page_of_no_month_are_asked_about_by_their_times():
    found = page_of(html(QUARTERS, *ROWS).replace("9月", ""), "a.html")
    assert {finding.code for finding in found.findings} == {"time-unsure"}


def test_title_with_the_months_of_a_year_names_its_year():
    assert report_of(["2031年云溪区民生实事项目3月进展表"]).year == 2031
    assert report_of(["云溪区民生实事项目2030年3月进展表", "2031年度项目"]).year == 2030


@pytest.mark.parametrize(
    ("one", "other"),
    [("2030年7月", "2031年7月份"), ("2030年", "2031年7月"), ("2030年", "2031年")],
)
def test_periods_of_different_years_are_apart(one, other):
    assert are_apart(one, other)
    assert are_apart(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2031年7月", "2031年7月份"),
        ("7月", "2031年7月"),
        ("2031年", "2031年7月"),
        ("7月", "2031年"),
    ],
)
def test_periods_of_one_year_or_without_one_are_apart_by_their_months_only(one, other):
    assert not are_apart(one, other)


@pytest.mark.parametrize("year", ["年度", "全年", "年", "本年", "2031年度"])
def test_word_for_a_year_is_apart_from_no_time_in_it(year):
    assert not are_apart(year, "2月")
    assert not are_apart("一季度", year)
