import pytest

from shishi.layouts.grids.headers import depths
from shishi.layouts.grids.spread import spread
from shishi.layouts.terms import terms_of
from shishi.readers import read
from shishi.rulebook import load_rulebook
from shishi.text.characters import Script
from tests.layouts.invented import html

ROWS = ("1|新建学校3所|区教育局|已开工2所|已封顶", "2|新增床位30张|区卫健局|已完成20张|已验收")


@pytest.mark.parametrize(
    ("header", "tried"),
    [("序号|项目名称|牵头单位|进展情况|进展情况", 1), ("序号|项目名称|牵头单位|进展情况|", 2)],
)
def test_no_deeper_header_is_tried_where_one_row_names_all_columns(monkeypatch, header, tried):
    asked = []
    name = depths.name_columns
    monkeypatch.setattr(depths, "name_columns", lambda *a, **k: asked.append(1) or name(*a, **k))
    terms = terms_of(load_rulebook("default"), Script.SIMPLIFIED)
    grid = read(html(header, *ROWS).encode(), "a.html").parts[-1]
    found = depths.read_header(spread(grid, terms), terms)
    assert found
    assert (found[0], len(asked)) == (1, tried)
