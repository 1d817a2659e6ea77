import pytest

from tests.layouts.invented import codes, column, html, page_of

BLOCKS = (
    "项目名称|修路3条|责任单位|区住建局",
    "完成情况|已完成2条|备注|续建",
    "项目名称|新建学校|责任单位|区教育局",
    "完成情况|正在施工|备注|",
)


@pytest.mark.parametrize("across", [1, 2])
def test_each_block_of_labels_and_values_is_a_record(across):
    cells = [cell for row in BLOCKS for cell in row.split("|")]
    rows = ["|".join(cells[i : i + 2 * across]) for i in range(0, len(cells), 2 * across)]
    page = page_of(html(*rows), "a.html")
    assert column(page, "item") == ["修路3条", "新建学校"]
    assert column(page, "lead_units") == [["区住建局"], ["区教育局"]]
    assert column(page, "progress") == ["已完成2条", "正在施工"]
    assert column(page, "remark") == ["续建", None]
    assert page.findings == ()


def test_row_over_the_whole_width_between_blocks_is_no_value():
    rows = (*BLOCKS[:2], "4>二、教育惠民", *BLOCKS[2:])
    assert column(page_of(html(*rows), "a.html"), "item") == ["修路3条", "新建学校"]


def test_label_that_is_not_known_keeps_its_value():
    page = page_of(html(*(r.replace("备注", "建设地点") for r in BLOCKS)), "a.html")
    assert [t.value for t in page.records[0].other.values()] == ["续建"]


@pytest.mark.parametrize(
    "rows",
    [
        ("索引号|0032/0417|主题分类|民生", "发布机构|区府办|成文日期|2031-10-08"),
        ("姓名|陆远帆|电话|6688012", "单位|区教育局|备注|"),
        ("项目名称|修路3条|投资|300", "地点|老城区|备注|"),
    ],
)
def test_other_labels_make_no_project_table(rows):
    assert codes(page_of(html(*rows), "a.html")) == ["no-project-table"]
