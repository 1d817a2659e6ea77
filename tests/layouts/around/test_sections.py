import pytest

from shishi.layouts import extract
from shishi.readers import read
from shishi.rulebook import load_rulebook
from tests.layouts.invented import TITLE, column, html, page_of

HEAD = "序号|项目名称|牵头单位|进展情况"
A, B, C = (
    "1|新建学校3所|区教育局|已开工",
    "2|新建公厕3座|区住建局|已开工",
    "3|新增床位30张|区卫健局|已开工",
)


def themes(*parts):
    return column(page_of("".join(parts), "a.html"), "theme")


def table(*rows):
    return html(HEAD, *rows).partition("</h1>")[2]


@pytest.mark.parametrize("mark", ["p", "h3"])
@pytest.mark.parametrize(("first", "second"), [("一、教育", "二、环境"), ("优质教育", "宜居环境")])
def test_lines_over_tables_of_the_same_columns_are_their_themes(mark, first, second):
    page = f"<{mark}>{first}</{mark}>{table(A, B)}<{mark}>{second}</{mark}>{table(C)}"
    assert themes(page) == [first, first, second]


def test_line_over_the_first_of_several_headers_of_one_sheet_is_a_theme_as_the_others_are():
    rows = f"优质教育,,,\n{HEAD}\n{A}\n{B}\n宜居环境,,,\n{HEAD}\n{C}\n"
    page = page_of(rows.replace("|", ","), "a.csv")
    assert column(page, "theme") == ["优质教育", "优质教育", "宜居环境"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("优质教育", ""),  # one line over one of two tables
        ("优质教育", "优质教育"),  # printed on every page
        ("打印本页", "关闭窗口"),
        ("2031年民生实事项目进度表", "2031年民生实事项目进度表(续)"),
        ("续表一", "续表二"),
    ],
)
def test_other_lines_over_tables_are_no_themes(first, second):
    page = f"<p>{first}</p>{table(A, B)}<p>{second}</p>{table(C)}"
    assert themes(page) == [None, None, None]


@pytest.mark.parametrize("between", ["单位：万元", "全年安排2项，进展顺利。"])
def test_unit_of_money_or_a_sentence_may_stand_between_a_numbered_line_and_its_table(between):
    lines = [f"<p>{line}</p><p>{between}</p>" for line in ("一、教育", "二、环境")]
    assert themes(f"{lines[0]}{table(A, B)}{lines[1]}{table(C)}") == [
        "一、教育",
        "一、教育",
        "二、环境",
    ]


def test_line_without_a_number_over_a_sentence_is_no_theme():
    page = f"<p>教育</p><p>进展顺利。</p>{table(A, B)}<p>环境</p><p>进展顺利。</p>{table(C)}"
    assert themes(page) == [None, None, None]


def test_numbered_lines_over_tables_of_other_columns_are_their_themes():
    other = table(C).replace("进展情况", "实施进展")
    assert themes(f"<p>一、工程类</p>{table(A)}<p>二、服务类</p>{other}") == [
        "一、工程类",
        "二、服务类",
    ]


def test_numbered_parts_of_a_report_over_tables_of_other_columns_are_no_themes():
    other = table(C).replace("进展情况", "实施进展")
    page = f"<p>一、总体进展情况</p>{table(A)}<p>二、下步工作安排</p>{other}"
    assert themes(page) == [None, None]


@pytest.mark.parametrize("line", ["三、项目明细", "二、具体项目台账", "任务详情"])
def test_line_that_names_the_rows_of_a_table_is_no_theme_beside_headings_between_them(line):
    rows = table("4>沈知行同志牵头项目", A, "4>陆远帆同志牵头项目", B, C)
    assert themes(f"<p>{line}</p>{rows}") == [None, None, None]


@pytest.mark.parametrize("word", ["明细", "汇总", "台账", "详情"])
@pytest.mark.parametrize(("first", "second"), [("供水项目", "养老项目"), ("一、供水", "二、养老")])
def test_lines_that_name_which_rows_of_several_tables_are_below_are_their_themes(
    first, second, word
):
    page = f"<p>{first}{word}</p>{table(A, B)}<p>{second}{word}</p>{table(C)}"
    assert themes(page) == [first + word, first + word, second + word]


def test_lines_that_name_the_rows_of_several_tables_are_no_themes_of_them():
    page = f"<p>一、项目明细</p>{table(A, B)}<p>二、具体任务台账</p>{table(C)}"
    assert themes(page) == [None, None, None]


def test_line_over_a_table_is_a_theme_as_those_between_its_rows_are():
    rows = table(A, B, "4>宜居环境", C)
    assert themes(f"<p>优质教育</p>{rows}") == ["优质教育", "优质教育", "宜居环境"]


def test_bare_status_over_each_of_several_tables_is_the_status_of_its_rows():
    page = page_of(f"<h3>已完成</h3>{table(A, B)}<h3>滞后（1项）</h3>{table(C)}", "a.html")
    assert column(page, "status") == ["已完成", "已完成", "滞后"]


NUMERALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")


def numbered(numerals):
    """Give a page of tables of different columns, each under a line with a number."""
    heads = (HEAD.replace("进展情况", word) for word in ("进展情况", "目标任务") * len(numerals))
    tables = (html(head, A).partition("</h1>")[2] for head in heads)
    return "".join(f"<p>{n}、教育</p>{t}" for n, t in zip(numerals, tables, strict=False))


def test_more_than_ten_numbered_lines_over_tables_are_their_themes():
    assert themes(numbered(NUMERALS)) == [f"{n}、教育" for n in NUMERALS]


def test_line_that_breaks_the_numbers_over_tables_leaves_them_without_themes():
    assert set(themes(numbered(("一", "三")))) == {None}


@pytest.mark.parametrize("people", [("副区长甲", "副区长乙"), ("副区长 顾舟", "副区长 方朔")])
def test_people_over_each_of_several_tables_lead_their_rows(people):
    page = page_of(f"<p>{people[0]}</p>{table(A, B)}<p>{people[1]}</p>{table(C)}", "a.html")
    names = [who.split()[-1] for who in people]
    assert column(page, "leaders") == [[names[0]], [names[0]], [names[1]]]


def test_person_below_one_table_alone_leads_nothing():
    page = page_of(f"{table(A, B)}<p>副区长甲</p>", "a.html")
    assert column(page, "leaders") == [[], []]


@pytest.mark.parametrize(
    ("first", "second"),
    [("副区长甲", "副区长乙"), ("一、副区长甲牵头项目", "二、副区长乙牵头项目")],
)
def test_person_over_the_first_of_several_headers_of_one_sheet_leads_as_the_others_do(
    first, second
):
    rows = f"{first},,,\n{HEAD}\n{A}\n{B}\n{second},,,\n{HEAD}\n{C}\n"
    page = page_of(rows.replace("|", ","), "a.csv")
    assert column(page, "leaders") == [["副区长甲"], ["副区长甲"], ["副区长乙"]]


def test_heading_of_the_first_table_is_found_behind_the_last_where_the_title_stands_there():
    tables = f"{table(A, B)}<p>副区长乙</p>{table(C)}"
    page = page_of(f"{tables}<p>打印本页</p><h1>{TITLE}</h1><p>副区长甲</p>", "a.html")
    assert column(page, "leaders") == [["副区长甲"], ["副区长甲"], ["副区长乙"]]


@pytest.mark.parametrize(
    ("top", "bottom"),
    [("", "<p>副区长甲</p>"), (f"<h1>{TITLE}</h1>", f"<p>{TITLE}</p><p>副区长甲</p>")],
)
def test_line_behind_the_last_table_leads_none_where_the_title_stands_over_the_first(top, bottom):
    page = page_of(f"{top}{table(A, B)}<p>副区长乙</p>{table(C)}{bottom}", "a.html")
    assert column(page, "leaders")[:2] == [[], []]


@pytest.mark.parametrize(("between", "leaders"), [("打印", ["方朔"]), ("附件2", [])])
def test_leader_behind_the_only_title_leads_unless_it_heads_what_is_attached(between, leaders):
    above = f"<p>现将情况公示如下。</p>{html(HEAD, A, B).partition('</h1>')[2]}"
    page = page_of(f"{above}<p>{between}</p><p>{TITLE}</p><p>责任领导:方朔</p>", "a.html")
    assert column(page, "leaders")[0] == leaders


@pytest.mark.parametrize(("label", "expected"), [("主题分类", None), ("一、", "综合政务")])
def test_value_beside_a_label_over_a_table_with_headings_is_no_theme(label, expected):
    lines = (
        f"{label},综合政务,,",
        "序号,项目名称,责任单位,进展情况",
        "责任领导：孔副县长,,,",
        "1,修渠5公里,区水利局,已修2公里",
        "责任领导：戴副县长,,,",
        "2,修路5公里,区交通局,已修2公里",
    )
    page = extract(read("\n".join(lines).encode(), "a.csv"), rulebook=load_rulebook("default"))
    assert column(page, "theme") == [expected] * 2
