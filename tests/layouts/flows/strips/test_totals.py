"""Totals in a table without separators."""

from collections import Counter

import pytest

from tests.layouts.invented import codes, column, doubted, lines, page_of

HEADER = "序号项目名称牵头单位总投资(万元)进展情况"
ROWS = ["1新建公厕3座。区住建局120已完成1座。", "2改造泵房9座。区水务局90已完成4座。"]
ONE, OTHER = ROWS


def printed(text):
    return Counter(c for c in text if not c.isspace())


@pytest.mark.parametrize(
    "rows",
    [
        [f"{HEADER}合计210.5{ONE}{OTHER}"],
        [f"{HEADER}合计210万元{ONE}{OTHER}"],
        [HEADER, f"合计:1,210{ONE}{OTHER}"],
        [HEADER, "合计共2项", ONE, OTHER],
        [HEADER, f"{ONE}{OTHER}合计210.5"],
        [HEADER, f"{ONE}{OTHER}总计210万元"],
        [HEADER, f"{ONE}{OTHER}", "合计210"],
        [HEADER, f"{ONE}小计120{OTHER}"],
    ],
)
def test_total_is_left_out_wherever_it_stands(rows):
    text = lines(*rows)
    page = page_of(text)
    assert column(page, "code") == ["1", "2"]
    assert column(page, "item") == ["新建公厕3座。", "改造泵房9座。"]
    assert column(page, "theme") == [None, None]
    assert column(page, "investment") == ["120", "90"]
    assert column(page, "progress") == ["已完成1座。", "已完成4座。"]
    assert codes(page) == ["row-left-out"]
    assert printed("".join(s.text.value for s in page.stretches)) == printed(text)


def test_totals_of_sections_are_left_out_before_the_headings_of_the_next():
    page = page_of(lines(f"{HEADER}一、便民出行{ONE}小计120二、安居保障{OTHER}小计90合计210"))
    assert column(page, "theme") == ["一、便民出行", "二、安居保障"]
    assert column(page, "progress") == ["已完成1座。", "已完成4座。"]
    left = [f for f in page.findings if f.code == "row-left-out"]
    assert [(f.place.row, f.facts["printed"]) for f in left] == [
        (2, "小计 120"),
        (4, "小计 90"),
        (5, "合计 210"),
    ]


def test_total_behind_the_investment_that_ends_a_row_is_left_out():
    rows = "1新建公厕3座。区住建局120万元2改造泵房9座。区水务局90万元合计210万元"
    page = page_of(lines(f"序号项目名称牵头单位总投资{rows}"))
    assert column(page, "investment") == ["120万元", "90万元"]
    assert codes(page) == ["row-left-out"]


@pytest.mark.parametrize(
    "said",
    [
        "已完成1座,合计完成12处。",
        "已完成1座,合计12处。",
        "已拨付资金合计90万元",
        "已拨付两笔,合计90万元。",
    ],
)
def test_sum_within_a_sentence_stays_in_it(said):
    rows = [f"1新建公厕3座。区住建局120{said}", f"2改造泵房9座。区水务局90{said}"]
    page = page_of(lines(HEADER, *rows))
    assert column(page, "progress") == [said, said]
    assert "row-left-out" not in codes(page)


def test_project_whose_name_begins_like_a_total_is_a_project():
    page = page_of(lines(HEADER, f"1合计改造泵房3座。区水务局30已完成1座。{OTHER}"))
    assert column(page, "item") == ["合计改造泵房3座。", "改造泵房9座。"]
    assert codes(page) == []


def test_count_that_a_first_code_may_not_be_cut_off_is_no_total():
    page = page_of(lines(f"{HEADER}合计11座公厕改造{ONE}{OTHER}"))
    assert "row-left-out" not in codes(page)


def test_total_before_a_number_that_is_no_code_keeps_every_character():
    text = lines(HEADER, f"{ONE}投入资金合计120{OTHER}")
    page = page_of(text)
    assert column(page, "progress")[0] == "已完成1座。投入资金合计120"
    assert printed("".join(s.text.value for s in page.stretches)) == printed(text)


REPORTS = "序号项目名称牵头单位进展情况"


def test_sums_in_the_remarks_of_rows_stay_remarks():
    rows = [
        "1新建公厕3座。区住建局已完成1座。合计9项",
        "2改造泵房9座。区水务局已完成4座。合计4项",
        "3铺设管网5公里。区水务局已完成2座。合计2项",
    ]
    page = page_of(lines(f"{REPORTS}备注", *rows))
    assert column(page, "remark") == ["合计9项", "合计4项", "合计2项"]
    assert codes(page).count("row-left-out") == 0


def test_total_behind_one_row_among_others_without_sums_is_asked_about():
    rows = ["1新建公厕3座。区住建局已完成1座。合计9项", "2改造泵房9座。区水务局已完成4座。"]
    page = page_of(lines(REPORTS, *rows))
    assert "row-left-out" not in codes(page)
    assert (1, "progress") in doubted(page)


def test_total_at_the_end_of_a_table_without_sums_is_left_out():
    rows = ["1新建公厕3座。区住建局已完成1座。", "2改造泵房9座。区水务局已完成4座。合计2项"]
    page = page_of(lines(REPORTS, *rows))
    assert column(page, "progress") == ["已完成1座。", "已完成4座。"]
    assert codes(page) == ["row-left-out"]


@pytest.mark.parametrize("last", [True, False])
@pytest.mark.parametrize(
    ("header", "said"),
    [
        (REPORTS, "完成拨付资金(区级,市级)合计210"),
        (REPORTS, "完成“两改一拆”合计210万元"),
        (HEADER, "已建成3座、改造6座(含改建)共计9"),
        (HEADER, "已完成投资合计12"),
    ],
)
def test_sum_behind_words_that_no_stop_ends_stays_in_the_report(header, said, last):
    sums = ("120", "90") if header == HEADER else ("", "")
    reports = ["已完成4座。", said] if last else [said, "已完成4座。"]
    rows = [
        f"{n}新建公厕{n}座。区住建局{s}{r}" for n, s, r in zip((1, 2), sums, reports, strict=True)
    ]
    page = page_of(lines(header, *rows))
    assert column(page, "progress") == reports
    assert "row-left-out" not in codes(page)


def test_line_that_goes_on_with_a_sum_stays_in_the_report_above():
    rows = ["1新建公厕3座。区住建局120已完成投资", "合计12万元", OTHER]
    page = page_of(lines(HEADER, *rows))
    assert column(page, "code") == ["1", "2"]
    assert "".join(column(page, "progress")[0].split()) == "已完成投资合计12万元"
    assert (1, "progress") in doubted(page)
    assert "row-left-out" not in codes(page)


@pytest.mark.parametrize(("word", "left"), [("合计", True), ("共计", False)])
def test_line_of_a_total_below_reports_without_stops_is_left_out_unless_its_word_is_a_verb(
    word, left
):
    rows = ["1新建公厕3座区住建局120已完成1座", "2改造泵房9座区水务局90已完成4座", f"{word}210"]
    page = page_of(lines(HEADER, *rows))
    assert column(page, "code") == ["1", "2"]
    assert ("row-left-out" in codes(page)) is left


def test_total_before_a_list_within_a_cell_is_none():
    row = "1公厕新建公厕3座。合计3项二、便民区住建局已完成1座。"
    page = page_of(lines("序号项目名称建设内容牵头单位进展情况", row))
    assert "row-left-out" not in codes(page)
    assert (1, "item") in doubted(page)


@pytest.mark.parametrize("before", ["", "\n"])
def test_total_with_two_figures_glued_is_left_out(before):
    page = page_of(lines(HEADER, ONE, f"{OTHER}{before}合计210100%"))
    assert column(page, "progress") == ["已完成1座。", "已完成4座。"]
    assert [f.facts["printed"] for f in page.findings] == ["合计 210100%"]
