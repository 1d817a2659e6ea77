"""Who leads of the units in one cell: said there, or once for all of them."""

import pytest

from shishi.layouts.page import extract
from shishi.layouts.recording.roles import notes_first_leads, says_first_leads
from shishi.readers import read
from shishi.rulebook import load_rulebook
from tests.layouts.invented import html

ROWS = ("1|新建学校3所|{}|已开工2所", "2|新增床位30张|区卫健局|已完成20张")
HEAD = "序号|项目名称|{}|进展情况"


def units_of(head, cell, note=""):
    rows = [row.format(cell) for row in ROWS]
    page = html(HEAD.format(head), *rows) + f"<p>{note}</p>"
    record = extract(read(page.encode(), "a.html"), rulebook=load_rulebook("default")).records[0]
    return [
        [t.value for t in record.names.get(name, ())] for name in ("lead_units", "support_units")
    ]


@pytest.mark.parametrize(
    ("head", "note"),
    [
        ("责任单位(排第一位的为牵头单位)", ""),
        ("责任单位(首位为牵头)", ""),
        ("责任单位", "注:责任单位中排名第一的单位为牵头单位。"),
        ("责任单位", "注:排序第一的为牵头单位。"),
        ("責任單位", "註:責任單位排在首位的為牽頭單位。"),
        ("责任单位", "注:责任单位列首位的为牵头单位,其余配合。"),
        ("责任单位", "备注:责任单位栏中排在最前的即为牵头单位。"),
        ("责任单位", "说明:责任单位中第一家列出的单位作为牵头单位。"),
        ("责任单位", "注:牵头单位为责任单位中排名第一的单位。"),
        ("责任单位", "填报说明</p><p>1.每周五报送。</p><p>2.责任单位排序首位的为牵头单位。"),
    ],
)
def test_first_of_the_units_leads_where_the_page_says_so(head, note):
    assert units_of(head, "区教育局、区财政局、各镇街", note) == [
        ["区教育局"],
        ["区财政局", "各镇街"],
    ]


@pytest.mark.parametrize(
    ("head", "note"),
    [
        ("责任单位", ""),
        ("责任单位", "注:第一牵头单位每月报送。"),
        ("责任单位", "注:首批由区教育局牵头。"),
        ("责任单位", "注:责任领导中第一位为牵头领导。"),
        ("责任单位", "注:责任单位不以第一个为牵头单位。"),
        ("责任单位", "注:附件2的责任单位中第一个为牵头单位。"),
        ("责任单位", "各推进专班第一单位为牵头单位。"),
        ("责任单位", "举办全国首个为主办城市的运动会。"),
        ("责任单位", "注:牵头单位为责任单位的,由第一分管领导签字。"),
        ("责任单位", "注:责任单位填写全称。</p><p>会议要求</p><p>2.责任单位第一个为牵头单位。"),
        ("责任单位", "注:责任单位走在最前的予以表扬。"),
    ],
)
def test_all_of_the_units_lead_where_the_page_does_not_say_that_the_first_does(head, note):
    assert units_of(head, "区教育局、区财政局", note) == [["区教育局", "区财政局"], []]


def written(note):
    rows = [["序号", "项目名称", "责任单位", "进展情况"]]
    rows += [[f"{n}", f"新建学校{n}所", "区教育局、区财政局", f"已开工{n}所"] for n in range(1, 10)]
    return "\n".join(map(",".join, [*rows, [f"注:{note}", "", "", ""]]))


@pytest.mark.parametrize(("note", "leads"), [("责任单位第一个为牵头单位。", 1), ("每月报送。", 2)])
def test_first_of_the_units_leads_in_many_plain_rows_where_the_page_says_so(note, leads):
    page = extract(read(written(note).encode(), "a.csv"), rulebook=load_rulebook("default"))
    assert [len(r.names["lead_units"]) for r in page.records] == [leads] * 9


def test_unit_that_is_said_to_help_is_not_the_first():
    found = units_of("责任单位(排第一位的为牵头单位)", "区财政局(配合)、区水务局")
    assert found == [["区水务局"], ["区财政局"]]


def test_head_of_one_table_says_nothing_of_another():
    heads = (HEAD.format("责任单位"), HEAD.format("责任单位(排第一位的为牵头单位)"))
    rows = [f"{n}|新建学校{n}所|区教育局、区财政局|已开工{n}所" for n in range(1, 5)]
    tables = zip(heads, (rows[:2], rows[2:]), strict=True)
    page = "".join(f"<h3>表{n}</h3>{html(h, *body)}" for n, (h, body) in enumerate(tables))
    records = extract(read(page.encode(), "a.html"), rulebook=load_rulebook("default")).records
    assert [len(record.names["lead_units"]) for record in records[::2]] == [2, 1]


def test_roles_said_in_the_cell_go_before_the_place():
    found = units_of("责任单位(排第一位的为牵头单位)", "区财政局、区教育局(牵头)")
    assert found == [["区教育局"], ["区财政局"]]


@pytest.mark.parametrize("cell", ["人社局(牽頭)、總工會", "人社局牽頭,總工會配合"])
def test_roles_in_traditional_script_are_told_like_those_in_simplified(cell):
    assert units_of("責任單位", cell) == [["人社局"], ["總工會"]]


@pytest.mark.parametrize("text", ["第一牵头单位", "首批牵头单位", "第一季度牵头单位", "责任单位"])
def test_words_of_other_firsts_say_nothing_of_who_leads(text):
    assert not says_first_leads(text)


@pytest.mark.parametrize("begins", ["備注:", "备註:", "填報说明:", "填报說明：", "附註:", "注："])
def test_note_that_the_first_unit_leads_may_begin_in_either_script_or_both(begins):
    assert notes_first_leads(f"表\n{begins}责任单位第一个为牵头单位")


@pytest.mark.parametrize("begins", ["關注:", "总注:", "会议说明:", ""])
def test_line_that_begins_otherwise_is_no_note_that_the_first_unit_leads(begins):
    assert not notes_first_leads(f"表\n{begins}责任单位第一个为牵头单位")
