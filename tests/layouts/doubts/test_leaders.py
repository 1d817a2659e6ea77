"""Leaders that headings name, with no column of theirs."""

import pytest

from tests.layouts.invented import TITLE, codes, column, page_of

TABLE = (
    "<table><tr><th>序号</th><th>项目名称</th><th>责任单位</th><th>进展情况</th></tr>"
    "<tr><td>{n}</td><td>新建公厕{n}座</td><td>区城管局</td><td>已开工</td></tr></table>"
)


def asked(*names):
    parts = (f"<p>{who}牵头项目</p>{TABLE.format(n=n)}" for n, who in enumerate(names, 1))
    page = page_of(f"<h1>{TITLE}</h1>{''.join(parts)}", "云溪.html")
    return column(page, "leaders"), "leader-unsure" in codes(page)


def test_name_that_only_the_other_headings_tell_for_a_persons_is_asked_about():
    assert asked("沈知行", "陆远帆", "萨仁") == ([["沈知行"], ["陆远帆"], ["萨仁"]], True)


@pytest.mark.parametrize("third", ["副区长丁", "赵副区长", "周晓岚"])
def test_name_with_an_office_or_of_three_characters_is_not_asked_about(third):
    leaders, doubtful = asked("沈知行", "陆远帆", third)
    assert leaders[2]
    assert not doubtful
