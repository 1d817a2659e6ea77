"""Where contacts and addresses below a table in running text begin."""

import pytest

from shishi.layouts.flows.edges.ending import (
    maybe_other_lines,
    other_cells,
    other_glued,
    other_lines,
)
from tests.layouts.invented import TITLE, column, doubted, page_of, paragraphs

HEADER = "序号 项目名称 牵头单位 进展情况"
ROWS = ["1 新建公厕3座。 区住建局 已完成1座。", "2 改造泵房9座。 区水务局 已完成4座。"]
CONTACTS = ["联系方式", "科室 联系人 电话", "督查科 方某 0571-6612", "综合科 李某 0571-6613"]
WINDOWS = [
    "服务窗口",
    "街道 窗口地址 服务时间",
    "柳湖街道 柳湖路3号 8:30-17:00",
    "青湾镇 镇前街1号 9:00-17:00",
]
PLACES = ["公厕位置", "街道 位置", "柳湖街道 湖滨路", "青湾镇 镇前街"]


@pytest.mark.parametrize("other", [CONTACTS, WINDOWS, CONTACTS[1:]])
def test_contacts_below_the_rows_are_none_of_them(other):
    flat = [word for line in [*ROWS, *other] for word in line.split()]
    cells = len([word for line in ROWS for word in line.split()])
    assert other_lines([*ROWS, *other], 0, 2 + len(other)) == 2
    assert other_cells(flat, 0, len(flat)) == cells


@pytest.mark.parametrize(
    "other", [PLACES, CONTACTS[:3], ["3 设立热线电话 区数据局 已开通12345", *ROWS]]
)
def test_rows_are_kept_where_nothing_tells_of_contacts(other):
    flat = [word for line in [*ROWS, *other] for word in line.split()]
    assert other_lines([*ROWS, *other], 0, 2 + len(other)) == 2 + len(other)
    assert other_cells(flat, 0, len(flat)) == len(flat)


@pytest.mark.parametrize("print_page", [lambda *lines: "\n".join(lines), paragraphs])
def test_page_with_contacts_below_its_table_has_the_records_of_the_table(print_page):
    page = page_of(print_page(TITLE, HEADER, *ROWS, *CONTACTS))
    assert column(page, "progress") == ["已完成1座。", "已完成4座。"]


HALLS = ["咨询台 服务窗口", "一楼大厅 3个", "二楼大厅 4个"]


def test_lines_that_only_count_below_a_word_of_contacts_end_no_row():
    rows = [ROWS[0], "2 改造大厅 区数据局 已设置"]
    assert other_lines([*rows, *HALLS], 0, 5) == 5
    page = page_of("\n".join((TITLE, HEADER, *rows, *HALLS)))
    assert column(page, "progress")[1:] == ["已设置\n咨询台 服务窗口", "3个", "4个"]
    assert {(3, "lead_units"), (4, "lead_units")} <= doubted(page)


def test_lines_that_count_below_other_words_are_doubted_by_nobody():
    assert maybe_other_lines([*ROWS, "咨询台 服务台", *HALLS[1:]]) == 5
    assert maybe_other_lines([*ROWS, *HALLS[:2]]) == 4


def test_cells_that_only_count_below_a_word_of_contacts_end_no_cell():
    rest = ["大厅名称", "服务窗口", "一楼大厅", "3个", "二楼大厅", "4个"]
    rows = ["1", "新建公厕3座。", "区住建局", "已完成1座。"]
    flat = [*rows, "2", "改造大厅", "区数据局", "已完成:", *rest]
    assert other_cells(flat, 0, len(flat)) == len(flat)


@pytest.mark.parametrize("last", ["已完成,分别为:", "已完成,分别为", "正在"])
def test_places_that_the_words_above_lead_up_to_are_a_part_of_their_cell(last):
    places = ["大厅 地址", "城东大厅 中山路12号", "城西大厅 湖滨街3号"]
    tokens = [ROWS[0], f"2 改造大厅 区数据局 {last}", *places]
    assert other_lines(tokens, 0, 5) == 5
    flat = [word for line in tokens for word in line.split()]
    assert other_cells(flat, 0, len(flat)) == len(flat)


@pytest.mark.parametrize("title", ["联系电话:", "服务窗口:"])
def test_title_of_contacts_may_end_with_a_mark(title):
    assert other_lines([*ROWS, title, *CONTACTS[1:]], 0, 6) == 3


def test_end_of_a_row_over_contacts_is_no_title_of_theirs():
    rows = [ROWS[0], "2 改造泵房9座。 区水务局 已完成招标，正在", "办理施工许可"]
    assert other_lines([*rows, *CONTACTS[1:]], 0, 6) == 3
    rows = [ROWS[0], "2 改造泵房9座。 区水务局 已完成招标", "办理施工许可"]
    assert other_lines([*rows, *CONTACTS[1:]], 0, 6) == 3


def test_title_over_contacts_behind_a_full_stop_is_one_of_theirs():
    assert other_lines([*ROWS, "各科室通讯录", *CONTACTS[1:]], 0, 6) == 2


def test_rows_below_a_header_of_contacts_are_split_a_few_times_each():
    split = []

    class Line(str):
        def split(self, *args, **kwargs):
            split.append(self)
            return super().split(*args, **kwargs)

    tokens = [Line(line) for line in ["科室 电话", "督查科 0571-6612345"] * 50]
    other_lines(tokens, 0, 100)
    assert len(split) <= 400


NUMBERED = [
    "序号 部门 姓名 职务 电话",
    "1 区住建局 方某 科员 65431234",
    "2 区水务局 李某 科长 65431235",
]


@pytest.mark.parametrize("title", ["联系方式", "附:联络员名单", "附件2:各单位通讯录"])
def test_contacts_may_be_numbered_themselves(title):
    assert other_lines([*ROWS, title, *NUMBERED], 0, 6) == 2
    flat = [word for line in NUMBERED for word in line.split()]
    assert other_cells(["1", "新建公厕3座。", title, *flat], 0, 3 + len(flat)) == 2


def test_numbered_rows_are_kept_below_a_header_without_numbers():
    words = [NUMBERED[0].removeprefix("序号 ").replace("部门", "部门 单位"), *NUMBERED[1:]]
    assert other_lines([*ROWS, *words], 0, 5) == 5


@pytest.mark.parametrize("word", ["项目名称", "进展情况"])
def test_header_of_projects_with_a_telephone_heads_no_contacts(word):
    header = f"序号 {word} 部门 姓名 电话"
    assert other_lines([*ROWS, header, *NUMBERED[1:]], 0, 5) == 5


def test_contacts_below_cells_that_bars_end_are_none_of_them():
    header = [*HEADER.split(), "备注"]
    rows = [word for line in ROWS for word in (*line.split(), "市级项目")]
    others = ["附:联络员名单", *(f"{word} |" for line in NUMBERED for word in line.split())]
    cells = [f"{word} |" for word in (*header, *rows)]
    page = page_of("\n".join((TITLE, *cells, *others)))
    assert column(page, "remark") == ["市级项目", "市级项目"]


@pytest.mark.parametrize(
    "below", [["云溪区人民政府办公室"], ["云溪区人民政府办公室", "2031年10月8日"]]
)
def test_who_signed_the_page_may_stand_below_the_contacts(below):
    other = ["联系方式", *NUMBERED, *below]
    assert other_lines([*ROWS, *other], 0, 2 + len(other)) == 2
    flat = [word for line in other for word in line.split()]
    assert other_cells(["1", "新建公厕3座。", *flat], 0, 2 + len(flat)) == 2


@pytest.mark.parametrize("below", [ROWS, ["科室", "姓名", "职务", "以下无正文"]])
def test_more_than_a_few_lines_below_contacts_are_rows(below):
    other = ["联系方式", *NUMBERED, *below]
    assert other_lines([*ROWS, *other], 0, 2 + len(other)) == 2 + len(other)


def barred(*below):
    cells = [*HEADER.split(), *ROWS[0].split(), *ROWS[1].split()[:-1]]
    return page_of("\n".join((TITLE, *(f"{cell}|" for cell in cells), *below)))


def test_last_cell_whose_bar_was_lost_is_one_of_its_row():
    page = barred("正在招标", "联系人:方某")
    assert column(page, "progress") == ["已完成1座。", "正在招标"]
    assert not page.findings


@pytest.mark.parametrize(
    "below",
    [["注:数据截至9月底。"], ["联系人:方某"], ["", "正在招标"], ["已完成4座。|", "正在招标"]],
)
def test_line_below_the_last_bar_that_is_no_cell_is_none(below):
    page = barred(*below)
    assert column(page, "progress")[1] == ("已完成4座。" if "|" in below[0] else None)


GLUED_CONTACTS = [
    "附:联络员名单",
    "单位联络员联系电话",
    "区水务局方甲0571-12345678",
    "区住建局李乙0571-56781234",
]


def test_contacts_below_glued_rows_begin_at_their_title():
    lines = ["1修路3条区住建局", "2造林5亩区林业局", *GLUED_CONTACTS]
    assert other_glued(lines, 0, len(lines)) == 2


@pytest.mark.parametrize("line", ["3公布服务电话0571-12345678", "联系电话"])
def test_telephone_in_a_row_or_below_the_rows_begins_no_list_of_contacts(line):
    lines = ["1修路3条区住建局", "2造林5亩区林业局", line, "4供水到户区水务局已完成"]
    assert other_glued(lines, 0, len(lines)) == len(lines)
