import pytest

from tests.layouts.invented import codes, column, html, page_of

TASKS = ("新建幼儿园3所", "为12间教室更换灯具", "改造农村公路7公里，修复危桥1座")
TITLE = "2031年云溪区十大民生实事候选项目一览表"


def read(*rows, title=TITLE):
    table = html(*rows).partition("</h1>")[2]
    return page_of(f"<h1>{title}</h1>{table}", "a.html")


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("序号|项目名称", "{n}|{task}"),
        ("重点工作|主要内容|备注", "便民出行|{task}|续建"),
        ("序号|类别|民生实事|计划投资(万元)", "{n}|教育|{task}|300"),
        ("实施内容及工作目标|责任单位", "{task}|区教育局"),
    ],
)
def test_list_of_few_columns_under_a_title_that_names_projects_is_read(header, row):
    page = read(header, *(row.format(n=n, task=t) for n, t in enumerate(TASKS, 1)))
    assert column(page, "item") == list(TASKS)
    assert "list-unsure" not in codes(page)


def test_list_of_names_under_such_a_title_is_read_and_asked_about():
    page = read("序号|项目名称", "1|老旧小区改造", "2|公交优先", "3|明厨亮灶")
    assert column(page, "item") == ["老旧小区改造", "公交优先", "明厨亮灶"]
    assert codes(page).count("list-unsure") == 1


def test_list_of_tasks_without_a_title_is_read_and_asked_about():
    page = read("序号|项目内容", *(f"{n}|{t}" for n, t in enumerate(TASKS, 1)), title="首页")
    assert column(page, "item") == list(TASKS)
    assert codes(page).count("list-unsure") == 1


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        ("2031年民生实事项目投票结果公示", ("序号|项目名称|得票数", "1|新建幼儿园3所|279", "2|改造公路7公里|276")),
        ("2031年民生实事项目测评结果", ("序号|项目名称|满意率", "1|新建幼儿园3所|98%", "2|改造公路7公里|97%")),
        ("2031年统计公报", ("指标名称|数值|单位", "粮食产量|12|万吨", "在校学生|3900|人")),
        ("联系方式", ("序号|科室|电话", "1|综合科|0574-1", "2|督查科|0574-2")),
        ("办事指南", ("序号|项目|收费标准", "1|不动产登记|80元", "2|补证工本费|10元")),
        ("2031年民生实事项目进展情况", ("序号|附件名称", "1|新建幼儿园3所的说明", "2|改造公路7公里的说明")),
        ("栏目导航", ("序号|项目名称", "1|政务公开", "2|办事服务")),
        ("2031年部门预算", ("项目|金额", "教育支出|120", "卫生支出|80")),
    ],
)  # fmt: skip
def test_other_lists_of_few_columns_are_no_projects(title, rows):
    page = read(*rows, title=title)
    assert column(page, "item") == []
    assert "no-project-table" in codes(page)


def beside(items):
    rows = [f"{n}|{task}|区教育局|已开工" for n, task in enumerate(TASKS, 1)]
    few = html("序号|镇街|项目名称", *(f"{n}|石埠镇|{task}" for n, task in enumerate(items, 1)))
    return page_of(html("序号|项目名称|牵头单位|进展情况", *rows) + few, "a.html")


def test_list_that_sums_up_the_table_beside_it_is_not_read_for_another_table():
    page = beside(TASKS)
    assert column(page, "item") == list(TASKS)
    assert "list-unsure" not in codes(page)


def test_list_of_other_projects_beside_a_table_is_read_and_asked_about():
    page = beside(["新建文化广场1处", "改造农贸市场2个"])
    assert column(page, "item") == [*TASKS, "新建文化广场1处", "改造农贸市场2个"]
    assert codes(page).count("list-unsure") == 1
