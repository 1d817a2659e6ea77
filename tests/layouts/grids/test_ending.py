import pytest

from tests.layouts.invented import column, html, page_of

HEAD = "序号|类别|项目名称|责任单位|进展情况|备注"
ROWS = ("1|便民|修路3条|住建局|已开工|", "2|便民|建桥1座|交通局|已完工|")
BLANK = "|||||"


def items(*below):
    return column(page_of(html(HEAD, *ROWS, *below), "a.html"), "item")


@pytest.mark.parametrize(
    "other",
    [
        ("指标|上年|本年|||", "满意率|96.1%|97.4%|||", "参评人数|1200|1350|||"),
        ("附件名称|大小||||", "汇总表.xlsx|35KB||||"),
        ("部门|咨询电话||||", "督查科|0000-6123456||||"),
    ],
    ids=["figures", "attachments", "telephones"],
)
def test_small_table_of_something_else_below_a_blank_row_is_no_project(other):
    assert items(BLANK, *other) == ["修路3条", "建桥1座"]


def test_small_table_below_stays_in_the_page_as_text():
    found = page_of(html(HEAD, *ROWS, BLANK, "附件名称|大小||||", "汇总表.xlsx|35KB||||"), "a.html")

    assert [s.order for s in found.stretches if s.text.value == "汇总表.xlsx"] == [None]


@pytest.mark.parametrize(
    "other",
    [
        ("序号|单位|联络员|||", "1|住建局|方朔|||", "2|交通局|顾舟|||"),
        ("类别|项目数|已完成|完成率||", "便民|2|1|50%||", "合计|2|1|50%||"),
        ("序号|单位|联络员|电话|传真|邮编", "1|住建局|方朔|01|02|03", "2|交通局|顾舟|01|02|03"),
    ],
    ids=["contacts", "sums", "as wide"],
)
def test_small_table_with_a_header_of_its_own_is_no_project_without_a_blank_row(other):
    assert items(*other) == ["修路3条", "建桥1座"]


@pytest.mark.parametrize(
    "rest",
    [
        ("3|利民|种树9棵|园林局||", "4|利民|通水2处|水利局||"),
        ("类别|其他|种树9棵|||", "4|利民|通水2处|||"),
    ],
    ids=["shorter rows", "one known word"],
)
def test_shorter_rows_without_a_header_of_their_own_are_projects(rest):
    assert items(*rest) == ["修路3条", "建桥1座", "种树9棵", "通水2处"]


@pytest.mark.parametrize(
    "rest",
    [
        ("3|利民|种树9棵|||", "4|利民|通水2处|||"),
        ("3|利民|种树9棵|园林局||", "4|利民|通水2处|水利局|施工中|"),
    ],
    ids=["codes", "units"],
)
def test_rows_that_go_on_below_a_blank_row_are_projects(rest):
    assert items(BLANK, *rest)[2:] == ["种树9棵", "通水2处"]


def test_rows_right_below_the_others_are_part_of_the_table():
    assert len(items("其他|利民|种树9棵|||", "其他|利民|通水2处|||")) == 4


NOTES = ("填报说明:|||||", "1.请在每月5日前填报。|||||", "打印本页|||||")


@pytest.mark.parametrize("notes", [(), NOTES], ids=["last", "notes below"])
@pytest.mark.parametrize(
    "other",
    [
        ("联系方式|||||", "科室|联系人|电话|||", "综合科|方某|0574-6|||", "督查科|顾某|0574-7|||"),
        ("办事窗口|||||", BLANK, "街道|服务窗口地址|服务时间|||", "石埠街道|前路4号|8:30—17:00|||"),
        ("办事窗口|||||", "街道|窗口地址||||", "石埠街道|前路4号||||", "云栖街道|||||"),
    ],
    ids=["contacts", "below a blank row", "a blank cell"],
)
def test_small_table_under_a_title_is_no_project_and_its_title_no_theme(other, notes):
    found = page_of(html(HEAD, *ROWS, *other, *notes), "a.html")
    assert column(found, "item") == ["修路3条", "建桥1座"]
    assert column(found, "theme") == ["便民", "便民"]


@pytest.mark.parametrize(
    "rest",
    [
        ("利民|||||", "其他|利民|种树9棵|||", "其他|利民|通水2处|||"),
        ("利民|||||", "3|利民|种树|||", "4|利民|通水|||"),
        ("利民|||||", "类别|其他|种树9棵|||", "4|利民|通水2处|||"),
    ],
    ids=["words for codes", "short words", "one known word"],
)
def test_shorter_rows_under_a_heading_are_projects(rest):
    assert len(items(*rest)) == 4


def test_many_small_tables_under_titles_are_no_projects():
    block = (BLANK, "联系方式|||||", "科室|电话||||", "综合科|0574-6||||", "督查科|0574-7||||")
    found = page_of(html(HEAD, *ROWS, *(block * 300)), "a.html")
    assert column(found, "item") == ["修路3条", "建桥1座"]


def test_projects_between_small_tables_under_titles_are_projects():
    block = (BLANK, "联系方式|||||", "科室|电话||||", "综合科|0574-6||||")
    third = "3|利民|种树9棵|园林局|已开工|"
    assert "种树9棵" in items(*block * 2, third, *block)
