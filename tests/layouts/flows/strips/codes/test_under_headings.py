"""Codes in Chinese numerals under headings that have numbers as well."""

import pytest

from shishi.layouts.flows.strips.codes.finding import find_codes


def codes(body):
    found = find_codes(body, statuses=frozenset({"正常"}))
    return [body[c.start : c.end] for c in found]


HEADED = "{0}便民出行{a}新建绿道3公里。区住建局正常{b}打通断头路。区住建局正常{1}供水保障{c}改造泵房。区水务局正常"


def filled(zero, one, *rows):
    body = HEADED.replace("{0}", zero).replace("{1}", one)
    for place, row in zip("abc", rows, strict=True):
        body = body.replace(f"{{{place}}}", row)
    return body


@pytest.mark.parametrize(
    "rows", [("(一)", "(二)", "(三)"), ("(一)", "(二)", "(一)"), ("（一）", "（二）", "（三）")]
)
def test_codes_in_brackets_under_numbered_headings_begin_rows(rows):
    assert codes(filled("一、", "二、", *rows)) == list(rows)


def test_codes_with_a_mark_under_headings_in_brackets_begin_rows():
    rows = ("一、", "二、", "三、")
    assert codes(filled("(一)", "(二)", *rows)) == list(rows)


def test_heading_that_counts_its_projects_is_none_of_the_codes_under_it():
    rows = ("(一)", "(二)", "(三)")
    body = filled("一、", "二、", *rows).replace("出行", "出行(2项)").replace("保障", "保障(1项)")
    assert codes(body) == list(rows)


@pytest.mark.parametrize("goal", ["(一)招标;(二)开工;(三)完工。", "(一)招标(二)开工。"])
def test_rows_with_lists_in_brackets_begin_with_their_own_codes(goal):
    rows = ("新建绿道3公里。", "打通断头路。", "改造泵房。")
    parts = [f"{n}、{row}{goal}区住建局正常" for n, row in zip("一二三", rows, strict=True)]
    assert codes("".join(parts)) == ["一、", "二、", "三、"]


def test_one_row_whose_item_a_list_follows_is_no_heading():
    parts = ["一、修路。区住建局", "二、更新水网(一)招标(二)开工。区水务局", "三、造林。区林业局"]
    assert codes("".join(parts)) == ["一、", "二、", "三、"]


ROWS = ("新建绿道3公里。区住建局", "打通断头路。区住建局正常推进", "改造泵房。区水务局")


def numbered(*themes, first=1):
    numerals = ["十一", "十二", "十三"] if first > 1 else [*"一二三"]
    parts = zip(numerals, themes, ROWS, strict=True)
    above = [f"{n}栽植行道树。区园林局" for n in "一二三四五六七八九十"] if first > 1 else []
    return "".join([*above, *(n + theme + row for n, theme, row in parts)])


@pytest.mark.parametrize(
    "themes",
    [
        ("一、便民出行", "", "二、供水保障"),
        ("一、便民出行", "二、道路畅通", "三、供水保障"),
        ("一、便民出行", "", ""),
    ],
)
def test_numerals_without_a_mark_begin_rows_before_numbered_themes(themes):
    assert codes(numbered(*themes)) == ["一", "二", "三"]


@pytest.mark.parametrize(
    "themes", [("二、便民出行", "", "三、供水保障"), ("", "九、安居", "十、供水")]
)
def test_numerals_that_touch_that_of_a_theme_are_parted_where_the_rows_count_on(themes):
    found = codes(numbered(*themes, first=11))
    assert found == [*"一二三四五六七八九十", "十一", "十二", "十三"]


@pytest.mark.parametrize("said", ["完成一、二级管网", "推进一、二期工程"])
def test_numerals_of_a_list_in_a_row_begin_none(said):
    body = numbered("", "", "").replace("打通断头路", said)
    assert codes(body) == ["一", "二", "三"]
