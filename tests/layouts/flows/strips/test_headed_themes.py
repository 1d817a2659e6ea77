"""Themes that stand before the codes of a glued table that has no column for them."""

from tests.layouts.invented import TITLE, column, page_of

HEADER = "序号项目名称责任单位进展情况"
ROWS = (
    "1新建公厕3座区住建局已开工2座。2改造泵房9座区水务局已完成4座。",
    "3新建桥梁2座区交通局已立项。4补植绿篱8处区园林局已完成6处。",
)


def themes_asked(page):
    return [
        finding.facts.get("order")
        for finding in page.findings
        if finding.place.field == "theme" and finding.severity == "asks"
    ]


def test_theme_on_a_line_over_its_rows_is_not_asked_about():
    page = page_of("\n".join((TITLE, HEADER, "城乡出行", ROWS[0], "环境整治", ROWS[1])))
    assert column(page, "theme") == ["城乡出行"] * 2 + ["环境整治"] * 2
    assert not themes_asked(page)
