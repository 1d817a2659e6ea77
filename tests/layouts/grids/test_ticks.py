import pytest

from tests.layouts.grids.test_cases import printed
from tests.layouts.invented import TITLE, codes, column, doubted, page_of

UPPER = "r2>序号|r2>项目名称|r2>责任单位|r2>进展情况|c3>{}"


def page(group, words, *ticks):
    rows = [f"{n}|新建公园{n}处|区园林局|已建成{n}处|{ticked}" for n, ticked in enumerate(ticks, 1)]
    table = printed([UPPER.format(group), words, *rows])
    return page_of(f"<h1>{TITLE}</h1>{table}", "a.html")


def test_word_over_the_tick_of_a_row_is_its_status():
    found = page("进度状态", "已完成|按序时进度|滞后", "√||", "||√", "|√|")
    assert column(found, "status") == ["已完成", "滞后", "按序时进度"]
    assert codes(found) == []


def test_tick_is_kept_under_its_word():
    [first, _] = page("进度状态", "已完成|按序时进度|滞后", "√||", "||√").records
    assert {word: text.value for word, text in first.other.items()} == {"已完成": "√"}


def test_words_of_a_group_of_statuses_that_no_list_has_are_statuses():
    found = page("项目状态", "前期|在建|完工", "√||", "||√")
    assert column(found, "status") == ["前期", "完工"]
    assert codes(found) == []


@pytest.mark.parametrize(
    ("group", "words", "ticks"),
    [
        ("项目进度", "前期|在建|完工", "√||"),
        ("进展情况", "立项|招标|开工", "√|√|√"),
        ("进展情况", "是否开工|是否完工|其他", "√||"),
        ("进展情况", "新建|续建|其他", "|√|"),
        ("进度状态", "是|否|未定", "√||"),
        ("进度状态", "已完成|按序时进度|滞后", "√||√"),
    ],
)
def test_ticks_that_may_say_no_status_are_asked_about(group, words, ticks):
    found = page(group, words, ticks)
    assert column(found, "status") == [None]
    assert "ticks-unsure" in codes(found)
    assert (1, "status") in doubted(found)


@pytest.mark.parametrize("mark", ["v", "V", "√", "☑"])
def test_any_mark_ticks_whatever_stands_in_the_other_rows(mark):
    found = page("进度状态", "已完成|按序时进度|滞后", f"{mark}||", "√||")
    assert column(found, "status") == ["已完成", "已完成"]


def test_column_of_words_beside_ticked_statuses_is_asked_about():
    rows = (
        "序号|项目名称|责任单位|推进中|滞后",
        "1|新建公园2处|区园林局|√|资金没有到位",
        "2|改造泵房9座|区水务局|√|",
    )
    found = page_of(f"<h1>{TITLE}</h1>{printed(rows)}", "a.html")
    assert column(found, "status") == ["推进中", "推进中"]
    assert doubted(found) == {(1, "status")}


def test_times_that_are_ticked_are_no_goals_and_are_asked_about():
    found = page("完成时限", "一季度|上半年|年底前", "√||")
    assert column(found, "goal") == [None]
    assert doubted(found) == {(1, "goal")}


def test_months_of_ticks_are_columns_that_nobody_knows():
    rows = ("序号|项目名称|责任单位|1月|2月|3月", "1|新建公园2处|区园林局||√|")
    found = page_of(f"<h1>{TITLE}</h1>{printed(rows)}", "a.html")
    assert codes(found) == ["columns-unsure"]


def of_units(*rows):
    upper = "r2>序号|r2>项目名称|r2>年度目标|c3>责任单位"
    table = printed([upper, "区住建局|区教育局|区财政局", *rows])
    return page_of(f"<h1>{TITLE}</h1>{table}", "a.html")


def test_star_beside_other_marks_leads_and_the_others_help():
    found = of_units("1|修路3条|完工|★|√|√", "2|新建学校|开工||★|√")
    assert column(found, "lead_units") == [["区住建局"], ["区教育局"]]
    assert column(found, "support_units") == [["区教育局", "区财政局"], ["区财政局"]]
    assert found.records[0].printed("support_units") == "区教育局、区财政局"
    assert codes(found) == []


def test_marks_of_one_kind_all_lead():
    found = of_units("1|修路3条|完工|★||★", "2|新建学校|开工||★|")
    assert column(found, "lead_units") == [["区住建局", "区财政局"], ["区教育局"]]


@pytest.mark.parametrize("marks", ["▲|●|", "●|○|", "★|☆|△"])
def test_marks_of_several_kinds_say_of_nobody_that_it_leads(marks):
    found = of_units(f"1|修路3条|完工|{marks}")
    assert column(found, "lead_units") == [[]]
    assert (1, "lead_units") in doubted(found)


def test_row_of_helping_units_alone_is_asked_who_leads():
    found = of_units("1|修路3条|完工|★|√|", "2|新建学校|开工|√||")
    assert column(found, "lead_units") == [["区住建局"], []]
    assert doubted(found) == {(2, "lead_units")}


def test_several_ticks_of_a_row_are_several_levels():
    found = page("项目级别", "省级|市级|区级", "|√|√", "√||")
    assert column(found, "levels") == [["市级", "区级"], ["省级"]]


def test_units_that_are_ticked_lead():
    found = page_of(
        f"<h1>{TITLE}</h1>"
        + printed(
            [
                "r2>序号|r2>项目名称|r2>进展情况|c2>责任单位",
                "区园林局|区水务局",
                "1|新建公园2处|已建成1处|√|",
                "2|改造泵房9座|全部完工||√",
            ]
        ),
        "a.html",
    )
    assert column(found, "lead_units") == [["区园林局"], ["区水务局"]]


def test_statuses_without_a_group_over_them_are_ticked():
    rows = ["序号|项目名称|责任单位|进展情况|完成|滞后", "1|新建公园2处|区园林局|建成1处||√"]
    found = page_of(f"<h1>{TITLE}</h1>{printed(rows)}", "a.html")
    assert column(found, "status") == ["滞后"]


@pytest.mark.parametrize(("yes", "no"), [("√", ""), ("是", "否")])
@pytest.mark.parametrize("words", ["进行中|滞后|备注", "备注|进行中|滞后"])
def test_blank_column_of_a_field_beside_ticked_statuses_keeps_its_field(words, yes, no):
    first = words.startswith("备注")
    rows = [
        f"序号|项目名称|责任单位|{words}",
        *(
            f"{n}|{what}|{unit}|" + (f"|{ticks}" if first else f"{ticks}|")
            for n, (what, unit, ticks) in enumerate(
                (
                    ("新建球场2处", "区体育局", f"{yes}|{no}"),
                    ("改造粮站9座", "区粮食局", f"{no}|{yes}"),
                ),
                1,
            )
        ),
    ]
    found = page_of(f"<h1>{TITLE}</h1>{printed(rows)}", "a.html")
    assert column(found, "status") == ["进行中", "滞后"]
    assert {c.word: c.field for c in found.headers[0].columns}["备注"] == "remark"
    assert "ticks-unsure" not in codes(found)


def test_blank_status_beside_ticked_ones_is_one_of_them():
    rows = ["序号|项目名称|责任单位|完成|滞后|进行中", "1|新建球场2处|区体育局|√||"]
    found = page_of(f"<h1>{TITLE}</h1>{printed(rows)}", "a.html")
    assert column(found, "status") == ["完成"]
    assert codes(found) == []


@pytest.mark.parametrize(
    ("group", "words", "ticks"),
    [
        ("完成时限", "一季度|二季度|三季度", "|√|"),
        ("点位情况", "已勘察|已定点|已公示", "|√|"),
        ("责任单位", "领导|科室|站所", "|√|"),
    ],
)
def test_ticks_under_words_of_other_things_say_no_status_and_nobody_leads(group, words, ticks):
    found = page(group, words, ticks)
    assert column(found, "status") == [None]
    assert column(found, "lead_units") == [["区园林局"]]


def test_ticks_beside_a_column_of_statuses_say_none():
    rows = ["序号|项目名称|责任单位|进度状态|完成|滞后", "1|新建公园2处|区园林局|正常||√"]
    found = page_of(f"<h1>{TITLE}</h1>{printed(rows)}", "a.html")
    assert column(found, "status") == ["正常"]


@pytest.mark.parametrize("word", ["是否完成", "是否达序时进度"])
def test_ticks_alone_under_a_question_are_asked_about(word):
    rows = [f"序号|项目名称|责任单位|进展情况|{word}"]
    rows += ["1|新建公园2处|区园林局|建成1处|√", "2|修路3条|区住建局|修2条|×"]
    found = page_of(f"<h1>{TITLE}</h1>{printed(rows)}", "a.html")
    assert column(found, "status") == [None, None]
    assert doubted(found) == {(1, "status"), (2, "status")}
    assert [record.other[word].value for record in found.records] == ["√", "×"]


def test_answers_in_words_under_a_question_are_the_status():
    rows = ["序号|项目名称|责任单位|进展情况|是否完成", "1|新建公园2处|区园林局|建成1处|否"]
    found = page_of(f"<h1>{TITLE}</h1>{printed(rows)}", "a.html")
    assert column(found, "status") == ["否"]
    assert doubted(found) == set()


def test_every_stretch_of_a_page_with_ticks_has_one_role():
    found = page("进度状态", "已完成|按序时进度|滞后", "√||", "||√")
    printed_words = [s.text.value for s in found.stretches]
    assert printed_words.count("√") == 2
    assert printed_words.count("已完成") == 1


@pytest.mark.parametrize(
    ("ticks", "asked"), [(("√", ""), {(1, "status")}), (("已开工", "√"), set())]
)
def test_column_of_progress_that_holds_nothing_but_ticks_is_asked_about(ticks, asked):
    rows = [f"{n}|新建公园{n}处|区园林局|{tick}|面积" for n, tick in enumerate(ticks, 1)]
    table = printed(["序号|项目名称|责任单位|完成情况|年度目标", *rows])
    assert doubted(page_of(f"<h1>{TITLE}</h1>{table}", "a.html")) == asked


@pytest.mark.parametrize("ticks", [("是||", "||是"), ("是|否|否", "否|否|是")])
def test_yes_under_one_of_several_statuses_ticks_it(ticks):
    found = page("进度状态", "已完成|按序时进度|滞后", *ticks)
    assert column(found, "status") == ["已完成", "滞后"]
    assert codes(found) == []


def test_yes_under_statuses_without_a_group_ticks_them():
    rows = (
        "序号|项目名称|责任单位|提前|滞后",
        "1|新建公园2处|区园林局|是|",
        "2|改造泵房9座|区水务局||是",
    )
    found = page_of(f"<h1>{TITLE}</h1>{printed(rows)}", "a.html")
    assert column(found, "status") == ["提前", "滞后"]


def test_yes_under_two_statuses_of_one_row_says_neither():
    found = page("进度状态", "已开工|已完工|滞后", "是|是|")
    assert column(found, "status") == [None]
    assert (1, "status") in doubted(found)


def test_yes_below_words_that_ask_is_no_tick_of_them():
    found = page("进展情况", "是否开工|是否完工|其他", "是||")
    assert "是否开工" not in column(found, "status")


def test_yes_in_one_column_answers_its_header():
    rows = (
        "序号|项目名称|责任单位|是否完成",
        "1|新建公园2处|区园林局|是",
        "2|改造泵房9座|区水务局|否",
    )
    found = page_of(f"<h1>{TITLE}</h1>{printed(rows)}", "a.html")
    assert column(found, "status") == ["是", "否"]
