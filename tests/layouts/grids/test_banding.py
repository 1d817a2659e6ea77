from time import process_time

import pytest

from tests.layouts.invented import column, html, page_of

HEADER = "序号|实事项目|具体内容|责任单位"
ROWS = ["1|教育|新建学校3所|区教育局", "2|住房|改造小区2个|区住建局", "3|出行|修路60公里|区交通局"]


@pytest.mark.parametrize(
    "note", ["4>一、以上项目由区政府督查室督办。", "4>一、以上项目由区政府督查室督办"]
)
def test_numbered_note_below_the_rows_leaves_their_themes(note):
    found = page_of(html(HEADER, *ROWS, note), "a.html")
    assert column(found, "theme")[:3] == ["教育", "住房", "出行"]


def test_numbered_band_in_the_middle_leaves_the_themes_of_the_rows_above():
    found = page_of(html(HEADER, *ROWS[:2], "4>二、续建项目", ROWS[2]), "a.html")
    assert column(found, "theme")[:2] == ["教育", "住房"]


def test_numbered_band_over_the_first_row_is_the_theme():
    found = page_of(html(HEADER, "4>一、民生保障", *ROWS), "a.html")
    assert column(found, "theme") == ["一、民生保障"] * 3


def test_number_beside_a_name_is_a_band_only_where_nothing_but_sums_stand_behind():
    rows = [
        HEADER,
        "一|民生保障|新建3所|区教育局",
        ROWS[0],
        "二|出行保障|修路3条|区交通局",
        ROWS[1],
    ]
    assert "教育" in column(page_of(html(*rows), "a.html"), "theme")


def test_sections_with_headers_of_their_own_take_no_longer_each_the_more_there_are():
    def took(count):
        rows = [r for n in range(count) for r in (f"4>第{n}类", HEADER, *ROWS[:2])]
        start = process_time()
        page_of(html(*rows), "a.html")
        return process_time() - start

    took(10)
    assert took(240) < 12 * took(60)


def test_many_columns_of_one_word_take_no_longer_each_the_more_there_are():
    def took(count):
        head = "序号|项目名称|责任单位|" + "|".join(["备注"] * count)
        rows = [f"{n}|修路{n}条|区交通局|" + "|" * (count - 1) for n in range(1, 30)]
        start = process_time()
        page_of(html(head, *rows), "a.html")
        return process_time() - start

    took(10)
    assert took(320) < 16 * took(40)


@pytest.mark.parametrize("sums", ["3|区教育局", "新建3所|6"])
def test_number_and_name_beside_a_sum_and_more_are_no_band(sums):
    rows = [HEADER, f"一|民生保障|{sums}", ROWS[0], "二|出行保障|5|区交通局", ROWS[1]]
    assert "教育" in column(page_of(html(*rows), "a.html"), "theme")


def test_number_and_name_beside_nothing_but_sums_are_a_band():
    rows = [HEADER, "一|民生保障|3|120", ROWS[0], "二|出行保障|5|80", ROWS[1]]
    assert column(page_of(html(*rows), "a.html"), "theme") == ["民生保障", "出行保障"]


@pytest.mark.parametrize(
    ("bands", "field", "said"),
    [
        (("方一鸣", "陆远帆"), "leaders", [["方一鸣"], ["陆远帆"]]),
        (("一、滞后项目", "二、正常项目"), "status", ["滞后", "正常"]),
    ],
)
def test_headings_that_say_something_else_leave_the_names_to_be_themes(bands, field, said):
    first, second = (f"{band}|||" for band in bands)
    found = page_of(html(HEADER, first, ROWS[0], second, ROWS[1]), "a.html")
    assert column(found, "theme") == ["教育", "住房"]
    assert column(found, field) == said


def test_headings_that_look_like_people_are_themes_where_one_of_them_does_not():
    found = page_of(html(HEADER, "安居工程|||", ROWS[0], "方便出行|||", ROWS[1]), "a.html")
    assert column(found, "theme") == ["安居工程", "方便出行"]


@pytest.mark.parametrize(
    "bands", [("强基础", "惠民生"), ("富百姓", "方便行"), ("安居房", "康养院")]
)
def test_bands_that_only_begin_like_surnames_are_themes(bands):
    rows = (f"4>{bands[0]}", ROWS[0], f"4>{bands[1]}", *ROWS[1:])
    found = page_of(html(HEADER, *rows), "a.html")
    assert column(found, "theme") == [bands[0], bands[1], bands[1]]
    assert column(found, "leaders") == [[], [], []]


@pytest.mark.parametrize(
    "bands", [("文一鸣", "陆远帆", "方朔"), ("康宁副区长", "安平副区长"), ("方一鸣",)]
)
def test_bands_of_people_some_of_whom_have_surnames_like_words_are_leaders(bands):
    rows = (f"4>{bands[0]}", ROWS[0], *(f"4>{band}" for band in bands[1:2]), *ROWS[1:])
    more = (f"4>{bands[2]}", "4|救助|救助3户|区民政局") if len(bands) > 2 else ()
    found = page_of(html(HEADER, *rows, *more), "a.html")
    assert column(found, "leaders")[0] == [bands[0].removesuffix("副区长")]
