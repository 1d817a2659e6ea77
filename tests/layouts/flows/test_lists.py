"""Lists of few columns whose cells are paragraphs, blank lines between them."""

import pytest

from tests.layouts.invented import codes, column, page_of, paragraphs

NAMED = "2031年云溪区民生实事候选项目表"
ROWS = ("1 新建绿道5公里。 1200", "2 改造道路3条。 340", "3 建设停车场2座。 96")


def read(*texts, title=NAMED):
    return page_of(f"{title}\n\n{paragraphs(*texts)}\n")


@pytest.mark.parametrize("head", ["序号 项目内容 总投资(万元)", "序 号 项目 名称 总投资(万元)"])
def test_list_of_items_and_their_money_is_read_where_the_title_names_projects(head):
    page = read(head, *ROWS)

    assert column(page, "item") == ["新建绿道5公里。", "改造道路3条。", "建设停车场2座。"]
    assert column(page, "investment") == ["1200", "340", "96"]


def test_themes_over_the_items_of_a_list_are_read():
    page = read(
        "序号 项目内容 备注",
        "便民出行",
        "1 新建绿道5公里。",
        "2 改造道路3条。",
        "安居保障 3 建设住房2套。",
    )

    assert column(page, "theme") == ["便民出行", "便民出行", "安居保障"]


@pytest.mark.parametrize(
    ("head", "rows", "title"),
    [
        ("序号 单位 联系电话", ("1 区教育局 0571-1234567", "2 区水务局 0571-7654321"), NAMED),
        ("序号 指标名称 同比", ("1 财政收入 5.2%", "2 用电量 3.1%"), "2031年云溪区主要指标"),
        ("序号 文件名称", ("1 公报", "2 年报"), "2031年云溪区文件目录"),
    ],
    ids=["contacts", "statistics", "files"],
)
def test_list_of_something_else_is_no_list_of_projects(head, rows, title):
    page = read(head, *rows, title=title)

    assert not page.records
    assert "no-project-table" in codes(page)
