import pytest

from tests.layouts.invented import TITLE, column, page_of

HEADER = ("序号", "项目名称", "牵头单位", "进展情况")
ROWS = (
    ("1", "新建公办幼儿园3所并投入使用", "区教育局", "已开工2所,完成主体结构"),
    ("2", "改造老旧小区12个,惠及居民", "区住建局", "已完成8个小区改造工作"),
    ("3", "新增停车位500个以上", "区城管局", "已完成选址工作共3处"),
)


def pasted(*cells):
    return page_of("\n\n".join((TITLE, *cells)))


def test_last_word_that_nobody_knows_heads_what_each_row_ends_with():
    cells = [
        c for row, end in zip(ROWS, ("城东", "城西", "城东"), strict=True) for c in (*row, end)
    ]
    found = pasted(*HEADER, "片区归属", *cells)
    assert column(found, "theme") == [None] * 3
    assert [r.other["片区归属"].value for r in found.records] == ["城东", "城西", "城东"]
    assert column(found, "progress")[2] == "已完成选址工作共3处"


@pytest.mark.parametrize("behind", [("云溪区政府督查室", "2031年10月8日"), ("合计 共3项",)])
def test_last_word_heads_what_rows_end_with_whatever_stands_behind_them(behind):
    cells = [c for row in ROWS for c in (*row, "城东")]
    found = pasted(*HEADER, "片区归属", *cells, *behind)
    assert column(found, "theme")[:3] == [None] * 3
    assert [r.other["片区归属"].value for r in found.records[:2]] == ["城东"] * 2


def test_words_over_the_first_row_are_the_theme_where_the_rows_have_no_cell_more():
    found = pasted(*HEADER, "便民利民", *(c for row in ROWS for c in row))
    assert column(found, "theme") == ["便民利民"] * 3


def test_who_signs_a_page_below_the_last_cell_and_the_day_are_no_row():
    found = pasted(
        *HEADER, *(c for row in ROWS for c in row), "云溪区人民政府督查室", "2031年10月8日"
    )
    assert len(found.records) == 3
    assert all("督查室" not in str(name) for names in column(found, "lead_units") for name in names)


def test_office_that_leads_rows_with_days_of_their_own_signs_no_page():
    rows = (
        ("1", "修建通村道路", "区交通局", "2031年9月30日"),
        ("2", "改造卫生院", "区卫健局", "2031年11月30日"),
        ("3", "升级服务大厅", "区政府办公室", "2031年12月31日"),
    )
    found = pasted("序号", "项目名称", "责任单位", "完成时限", *(c for row in rows for c in row))
    assert column(found, "lead_units")[-1] == ["区政府办公室"]


def test_office_that_leads_a_row_above_signs_no_page():
    rows = (*ROWS[:2], ("3", "升级服务大厅", "区政府办公室", "已完成"))
    found = pasted(*HEADER, *(c for row in rows for c in row), "区政府办公室", "2031年10月8日")
    assert len(found.records) >= 3


@pytest.mark.parametrize("terms", [("2031年6月", "2031年8月"), ("12月底", "年底前"), ("", "")])
def test_office_and_day_that_the_last_row_lacks_else_are_its_own(terms):
    rows = (
        ("1", "新建环卫驿站3座", "区城管局", terms[0]),
        ("2", "改造泵房9座", "区水务局", terms[1]),
        ("3", "优化便民热线", "区政府办公室", "2031年9月30日"),
    )
    cells = (c for row in rows for c in row if c)
    word = "完成时间" if all(terms) else "备注"
    found = pasted("序号", "项目名称", "责任单位", word, *cells)
    assert column(found, "lead_units")[-1] == ["区政府办公室"]
    assert column(found, "goal" if all(terms) else "remark")[-1] == "2031年9月30日"


def test_office_and_day_of_a_last_row_without_codes_are_its_own():
    rows = (
        ("新建环卫驿站3座", "区城管局", "已开工"),
        ("改造泵房9座", "区水务局", "已完工"),
        ("优化便民热线", "区政府办公室", "2031年9月30日"),
    )
    found = pasted("项目名称", "责任单位", "进展情况", *(c for row in rows for c in row))
    assert ["区政府办公室"] in column(found, "lead_units")


def test_who_signs_below_rows_of_which_some_have_a_remark_is_no_row():
    rows = ((*ROWS[0], "续建"), *ROWS[1:])
    signed = ("云溪区人民政府督查室", "2031年10月8日")
    found = pasted(*HEADER, "备注", *(c for row in rows for c in row), *signed)
    assert column(found, "remark") == ["续建", None, None]


def test_who_signs_below_rows_without_codes_is_no_row():
    cells = (c for row in ROWS for c in row[1:])
    found = pasted(*HEADER[1:], *cells, "云溪区人民政府督查室", "2031年10月8日")
    assert len(found.records) == 3
    assert column(found, "lead_units")[-1] == ["区城管局"]


def test_office_and_day_behind_an_item_on_several_lines_are_those_of_its_row():
    rows = (*ROWS[:2], ("3", "优化便民热线,", "增设座席9个,", "开通夜间服务"))
    last = ("区政府办公室", "2031年10月8日")
    found = pasted(*HEADER, *(c for row in rows for c in row), *last)
    assert column(found, "lead_units")[-1] == ["区政府办公室"]
