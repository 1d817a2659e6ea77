import pytest

from shishi.records import Role
from tests.layouts.invented import TITLE, codes, column, doubted, page_of

TOP = ("区县", "老旧小区改造(个)", "新增停车泊位(个)")
WORDS = ("目标", "进度", "完成比例") * 2
WHOLE = (
    ("石埠区", "12", "9", "75%", "800", "650", "81%"),
    ("东篱县", "3", "2", "67%", "50", "20", "40%"),
)
FORMS = {
    "a row a line": lambda rows: "\n".join(" | ".join(row) for row in rows),
    "tabs": lambda rows: "\n".join("\t".join(row) for row in rows),
    "a cell a paragraph": lambda rows: "\n\n".join(c for row in rows for c in row if c),
    "a cell and a bar": lambda rows: "\n".join(f"{c} |" for row in rows for c in row),
    "single spaces": lambda rows: "\n".join(" ".join(filter(None, row)) for row in rows),
}
LOSING = ["a cell a paragraph", "single spaces"]


def cross(form, *rows, top=TOP, words=WORDS):
    return page_of(f"{TITLE}\n\n{FORMS[form]((top, words, *rows))}")


@pytest.mark.parametrize("form", FORMS)
def test_pasted_cross_tab_is_read_as_pairs_without_a_doubt(form):
    page = cross(form, *WHOLE)
    assert column(page, "item") == [TOP[1], TOP[2]] * 2
    assert column(page, "lead_units") == [["石埠区"]] * 2 + [["东篱县"]] * 2
    assert column(page, "goal") == ["12", "800", "3", "50"]
    assert column(page, "percent") == ["75%", "81%", "67%", "40%"]
    assert doubted(page) == set()


@pytest.mark.parametrize("form", FORMS)
def test_numbers_before_the_names_and_totals_are_no_values(form):
    numbered = [(str(n), *row) for n, row in enumerate(WHOLE, 1)]
    total = ("合计", "15", "11", "73%", "850", "670", "79%")
    page = cross(form, *numbered, total, top=("序号", *TOP))
    assert column(page, "goal") == ["12", "800", "3", "50"]
    assert "row-left-out" in codes(page)


@pytest.mark.parametrize("form", [form for form in FORMS if form not in LOSING])
def test_blank_cell_that_the_source_shows_keeps_the_others_in_place(form):
    page = cross(form, *WHOLE, ("柳湖区", "20", "", "100%", "", "500", ""))
    assert column(page, "goal")[4:] == ["20", None]
    assert column(page, "progress")[4:] == [None, "500"]
    assert doubted(page) == set()


@pytest.mark.parametrize("form", LOSING)
def test_value_beside_a_lost_blank_is_doubted_and_those_that_percents_pin_are_not(form):
    page = cross(form, *WHOLE, ("柳湖区", "20", "", "100%", "500", "480", "96%"))
    assert column(page, "percent")[4:] == ["100%", "96%"]
    assert doubted(page) == {(5, "goal"), (5, "progress")}


@pytest.mark.parametrize("form", LOSING)
def test_lost_group_leaves_the_indicator_in_doubt(form):
    page = cross(form, *WHOLE, ("柳湖区", "", "", "", "500", "480", "96%"))
    assert {(5, "item"), (5, "goal"), (5, "progress"), (5, "percent")} == doubted(page)


@pytest.mark.parametrize("form", LOSING)
def test_lost_rate_is_no_doubt_where_every_other_rate_has_its_sign(form):
    page = cross(form, *WHOLE, ("柳湖区", "20", "18", "", "500", "480", "96%"))
    assert column(page, "percent")[4:] == [None, "96%"]
    assert doubted(page) == set()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("top", "words"),
    [
        (("姓名", *TOP[1:]), WORDS),
        (TOP, ("最高", "最低", "平均") * 2),
        (("区县", "8月", "9月"), WORDS),
    ],
)
def test_other_tables_of_numbers_are_no_cross_tabs_in_silence(form, top, words):
    page = cross(form, *WHOLE, top=top, words=words)
    assert not page.records or doubted(page)


def test_text_below_a_cross_tab_is_no_row_and_not_lost():
    note = "各区县要加快进度，确保年底前全部完成。"
    page = page_of(f"{TITLE}\n\n{FORMS['a cell a paragraph']((TOP, WORDS, *WHOLE))}\n\n{note}")
    assert len(page.records) == 4
    assert [s.role for s in page.stretches if s.text.value == note] == [Role.PARAGRAPH]


def test_value_stands_where_it_is_printed():
    record = cross("single spaces", *WHOLE).records[3]
    piece = record.texts["progress"].pieces[0].place
    assert (piece.line, piece.characters) == (6, (15, 17))


@pytest.mark.parametrize("item", ["75%", "300", "/"])
def test_item_that_is_only_a_number_is_asked_about(item):
    rows = ("序号 项目名称 责任单位 进展情况", f"1 {item} 区住建局 完工", "2 修桥 区住建局 完工")
    table = "\n".join(" | ".join(row.split()) for row in rows)
    assert "item-unsure" in codes(page_of(f"{TITLE}\n{table}")) or item == "/"


PROJECTS = (
    ("序号", "实事项目", "责任单位", "完成情况"),
    ("1", "新建停车位300个。", "区住建局", "已建成120个。"),
    ("2", "改造道路3条。", "区交通局", "已完工1条。"),
    ("3", "新增助餐点5家。", "区民政局", "已完成2家。"),
)
ENDED = {"a cell a line": "{} |\n", "bars on lines of their own": "{}\n|\n"}
CLOSED = {"rows end": "", "a bar more closes each row": "|\n"}


def bars(rows, cell, closing):
    return "".join("".join(cell.format(c) if c else "|\n" for c in r) + closing for r in rows)


@pytest.mark.parametrize("closing", CLOSED.values(), ids=CLOSED)
@pytest.mark.parametrize("cell", ENDED.values(), ids=ENDED)
@pytest.mark.parametrize("first", [True, False])
def test_cross_tab_whose_groups_span_bars_is_read_beside_the_projects(first, cell, closing):
    tab = [(TOP[0], TOP[1], "", "", TOP[2], "", ""), ("", *WORDS), *WHOLE]
    tables = ["分区任务完成情况\n" + bars(tab, cell, closing), bars(PROJECTS, cell, closing)]
    if first:
        page = page_of(f"{TITLE}\n" + "具体进展\n".join(tables))
    else:
        page = page_of(f"{TITLE}\n" + "".join(reversed(tables)))
    items = [row[1] for row in PROJECTS[1:]]
    pairs = [TOP[1], TOP[2]] * 2
    assert column(page, "item") == (pairs + items if first else items + pairs)
    assert "具体进展" not in str(column(page, "code"))
    assert doubted(page) == set()


def test_bar_on_a_line_below_a_bar_is_a_blank_cell_of_the_cross_tab():
    text = "".join(f"{cell} |\n" for row in (TOP, WORDS, *WHOLE) for cell in row)
    page = page_of(f"{TITLE}\n{text}柳湖区 |\n|\n8 |\n|\n700 |\n500 |\n71% |\n")
    assert column(page, "goal")[4:] == [None, "700"]
    assert column(page, "progress")[4:] == ["8", "500"]
