"""Tables with rulings as offices print them, by their shape; words, places and people invented."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from shishi.records import LISTS, Field, Page
from tests.layouts.invented import TITLE, page_of

CASES = Path(__file__).parents[2] / "cases" / "layouts" / "grids"


def load(name):
    cases = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["label"].split()[0]) for case in cases]


def printed(rows):
    """Write rows as an HTML table: cells parted by bars, `r2c3>` before one are its spans."""
    lines = []
    for row in rows:
        cells = []
        for cell in row.split("|"):
            span = re.match(r"(?:r([0-9]))?(?:c([0-9]))?>", cell)
            down, across = span.groups() if span else (None, None)
            words = cell[span.end() :] if span else cell
            spans = f' rowspan="{down or 1}" colspan="{across or 1}"'
            cells.append(f"<td{spans}>{words.replace(chr(10), '<br>')}</td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{''.join(lines)}</table>"


def read(case) -> Page:
    more = printed(case["more"]) if "more" in case else ""
    title = f"<h1>{TITLE}</h1><p>{case.get('title', '')}</p>"
    return page_of(title + printed(case["rows"]) + more, "a.html")


def value(record, name):
    if name == "section":
        return record.section
    if name == "unit":
        return record.investment_unit
    if name == "other":
        return {word: text.value for word, text in record.other.items()}
    if Field(name) in LISTS:
        return [text.value for text in record.names.get(Field(name), ())]
    return record.printed(Field(name))


def judged(case):
    page = read(case)
    wanted = case["expected"]
    got = [{n: value(r, n) for n in w} for r, w in zip(page.records, wanted, strict=False)]
    return len(page.records), got


@pytest.mark.parametrize("case", [*load("in-the-wild"), *load("synthetic")])
def test_table_is_read_as_a_careful_person_reads_it(case):
    assert judged(case) == (len(case["expected"]), case["expected"])


@pytest.mark.parametrize("case", load("negative"))
def test_other_table_is_not_read_as_projects(case):
    assert read(case).records == ()


@pytest.mark.parametrize("case", load("known-failures"))
@pytest.mark.xfail(strict=True, reason="not read yet")
def test_table_that_is_not_read_yet(case):
    assert judged(case) == (len(case["expected"]), case["expected"])


@pytest.mark.parametrize(
    "other",
    [
        ["序号|单位|联系人|联系电话", "1|区教育局|陆远帆|6688012"],
        ["1|2|3|4", "5|6|7|8"],
        ["序号|项目名称|满意(票)|测评等次", "3|新建学校|201|满意", "4|修桥|180|满意"],
        ["首页|政务公开|互动交流|走进云溪"],
        ["7|修桥|区住建局|开工"],
    ],
)
def test_other_table_as_wide_right_after_a_table_does_not_go_on(other):
    rows = ["序号|项目名称|责任单位|进展情况", "1|修路3条|区住建局|完工", "2|修桥|区住建局|完工"]
    assert len(read({"rows": rows, "more": other}).records) == 2
