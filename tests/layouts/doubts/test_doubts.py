import pytest

from shishi.layouts.columns.column import Column
from shishi.layouts.doubts import doubts
from shishi.layouts.layout import Layout, RawCell, RawRow, RawTable
from shishi.places import Place, Text
from shishi.records import Field
from shishi.text.characters import Script
from tests.layouts.invented import codes, column, doubted, html, page_of, paragraphs

HEADER = "序号 项目名称 牵头单位 配合单位 进展情况"
UNSURE = f"{HEADER} 1 新建公厕3座。 区住建局 区水务局 柳湖街道 已完成1座。"
MERGED = "序号 类别 情况说明 牵头单位 项目名称 1 便民出行 养老托育 区住建局 新建公厕3座。 2 区水务局 改造泵房9座。"


def test_cell_that_may_stand_in_either_of_two_columns_is_doubted_in_both():
    assert {(1, "lead_units"), (1, "support_units")} <= doubted(page_of(paragraphs(UNSURE)))


def test_clear_row_is_not_doubted():
    text = f"{HEADER} 1 新建公厕3座。 区住建局 柳湖街道 已完成1座。"
    assert doubted(page_of(paragraphs(text))) == set()


def test_cell_with_rulings_is_not_doubted():
    page = page_of(html(HEADER.replace(" ", "|"), "1|新建公厕|区住建局|区水务局|已完成"), "a.html")
    assert doubted(page) == set()


def test_doubt_goes_with_a_merged_cell_to_the_rows_that_share_it():
    page = page_of(paragraphs(MERGED))
    assert column(page, "theme")[0] == column(page, "theme")[1]
    assert {(1, "theme"), (2, "theme")} <= doubted(page)


def test_without_margins_the_same_page_would_go_through_in_silence(monkeypatch):
    """The twin of the tests above: it shows that the margins and nothing else raise the doubt."""
    monkeypatch.setattr(doubts, "SURE", -1)
    assert doubted(page_of(paragraphs(UNSURE))) == set()
    assert doubted(page_of(paragraphs(MERGED))) == set()


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ("1|新建公厕|建成投用|区水务局|已完成", "lead-unit-unsure"),
        ("1|新建公厕|区住建局|建成投用|已完成", "support-unit-unsure"),
        ("1|新建公厕|住建局青桥街道妇联|区水务局|已完成", "lead-unit-unsure"),
        ("1||区住建局|区水务局|已完成", "item-missing"),
    ],
)
def test_strange_cell_is_named(cells, code):
    assert codes(page_of(html(HEADER.replace(" ", "|"), cells), "a.html")) == [code]


@pytest.mark.parametrize(
    ("units", "asked"),
    [
        ("区水务局、一季度:完成招标", ["support-unit-unsure"]),
        ("区水务局、做好验收。二季度完工", ["support-unit-unsure"]),
        ("区水务局、各镇(街道)", []),
        ("区水务局\n市公安局12345专班", []),
    ],
)
def test_sentence_among_units_is_asked_about(units, asked):
    page = page_of(html(HEADER.replace(" ", "|"), f"1|新建公厕|区住建局|{units}|已完成"), "a.html")
    assert codes(page) == asked


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("年度目标|一季度|二季度|三季度|四季度", []),
        ("年度目标|一季度目标|二季度目标|三季度目标|四季度目标", []),
        ("年度目标|批次|口径|片区|联络词", ["columns-unsure"]),
    ],
)
def test_columns_of_other_periods_are_known(words, asked):
    header = f"序号|项目名称|牵头单位|配合单位|{words}"
    rows = [f"{n}|新建公厕|区住建局|区水务局|建成{n}座|选址|招标|进场|建成{n}座" for n in (1, 2)]
    page = page_of(html(header, *rows), "a.html")
    assert codes(page) == asked


def test_leader_that_is_no_person_is_named():
    header = "序号|项目名称|牵头单位|分管领导"
    strange = page_of(html(header, "1|新建公厕|区住建局|3月底"), "a.html")
    known = page_of(html(header, "1|新建公厕|区住建局|陆远帆"), "a.html")
    assert (codes(strange), codes(known)) == (["leader-unsure"], [])


def test_half_of_a_name_among_leaders_is_named():
    header = "序号|项目名称|牵头单位|分管领导"
    page = page_of(html(header, "1|新建公厕|区住建局|陆远帆、方"), "a.html")
    assert codes(page) == ["leader-unsure"]


@pytest.mark.parametrize("task", ["新增充电端口不少于5200个", "整治黑臭水体不少于3条"])
def test_task_among_units_is_asked_about(task):
    page = page_of(html(HEADER.replace(" ", "|"), f"1|新建公厕|区住建局、{task}||已完成"), "a.html")
    assert doubted(page) == {(1, "lead_units")}


@pytest.mark.parametrize("unit", ["推进新型城镇化领导小组", "12345热线中心"])
def test_unit_that_begins_like_a_task_or_with_a_number_is_not_asked_about(unit):
    page = page_of(html(HEADER.replace(" ", "|"), f"1|新建公厕|区住建局、{unit}||已完成"), "a.html")
    assert doubted(page) == set()


def test_one_strange_name_among_units_is_not_asked_about():
    page = page_of(
        html(HEADER.replace(" ", "|"), "1|新建公厕|区住建局、北|区水务局|已完成"), "a.html"
    )
    assert codes(page) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (paragraphs(HEADER), "a.txt"),
        (html(HEADER.replace(" ", "|")), "a.html"),
        (html(HEADER.replace(" ", "|"), "||||"), "a.html"),
    ],
)
def test_header_without_rows_is_named(text, name):
    page = page_of(text, name)
    assert codes(page) == ["table-without-rows"]
    assert page.findings[0].place.part == "table 1"


@pytest.mark.parametrize(
    "rows",
    [
        ["1|新建公厕|区住建局|柳湖街道|已完成"],
        ["1|新建公厕|区住建局|柳湖街道|已完成", HEADER.replace(" ", "|")],
        [HEADER.replace(" ", "|"), "1|新建公厕|区住建局|柳湖街道|已完成"],
    ],
)
def test_header_with_rows_or_printed_again_is_not_named(rows):
    page = page_of(html(HEADER.replace(" ", "|"), *rows), "a.html")
    assert codes(page) == []


STARRED = "序号|项目名称|责任★及配合单位|进展情况"


@pytest.mark.parametrize("cell", ["★区老龄办第二人民医院", "★望湖新区建设指挥部栗园乡、区妇联"])
def test_starred_lead_right_behind_which_another_unit_stands_is_asked_about(cell):
    page = page_of(html(STARRED, f"1|新建公厕|{cell}|已完成"), "a.html")
    assert "lead-unit-unsure" in codes(page)


@pytest.mark.parametrize("cell", ["★区残疾人联合会 区妇联", "★区住建局、★区水务局", "★区水务局"])
def test_starred_leads_that_something_parts_are_not_asked_about(cell):
    page = page_of(html(STARRED, f"1|新建公厕|{cell}|已完成"), "a.html")
    assert "lead-unit-unsure" not in codes(page)


@pytest.mark.parametrize("cell", ["四团六团", "水利集团十团", "河东社区四团"])
def test_regiment_right_behind_another_name_is_asked_about(cell):
    page = page_of(html(STARRED.replace("★及配合", ""), f"1|新建公厕|{cell}|已完成"), "a.html")
    assert codes(page) == ["lead-unit-unsure"]


@pytest.mark.parametrize("cell", ["四团", "第五师八十三团", "四团、六团"])
def test_regiment_alone_or_behind_its_division_is_not_asked_about(cell):
    page = page_of(html(STARRED.replace("★及配合", ""), f"1|新建公厕|{cell}|已完成"), "a.html")
    assert codes(page) == []


@pytest.mark.parametrize("covered", [None, frozenset()])
def test_cell_whose_cut_is_unsure_is_doubted_whether_it_is_known_what_is_merged_or_not(covered):
    page = page_of(html("序号|项目名称|牵头单位|进展情况", "1|新建公厕|区住建局|已完成"), "a.html")
    columns = tuple(Column(f) for f in (Field.CODE, Field.ITEM, Field.LEAD_UNITS, Field.PROGRESS))
    cells = {at: RawCell(Text("1", Place())) for at in range(3)} | {
        3: RawCell(Text("1", Place()), 0, 3)
    }
    layout = Layout("table 1", 0, columns, (0, 1), (1, 2), 100, ())
    table = RawTable(layout, (RawRow(cells, covered),))
    found = doubts.find_doubts([table], page.records, script=Script.SIMPLIFIED)
    assert [(f.code, f.place.field) for f in found] == [("cell-end-unsure", "progress")]


@pytest.mark.parametrize(
    ("lead", "asked"),
    [
        ("区人力资源和社会保障局", []),
        ("城建投资集团有限公司", []),
        ("城建公司邻里办", ["lead-unit-unsure"]),
        ("城建公司老龄办", []),
        ("县高铁新城建设指挥部", []),
        ("县高铁新城住建局", ["lead-unit-unsure"]),
    ],
)
def test_starred_lead_is_asked_about_where_it_may_be_two(lead, asked):
    row = f"1|新建公厕|★{lead}|已完成"
    assert codes(page_of(html("序号|项目名称|责任★及配合单位|进展情况", row), "a.html")) == asked


TRADITIONAL = "序號|項目名稱|責任★及配合單位|進展情況"


@pytest.mark.parametrize(
    ("lead", "asked"),
    [
        ("縣人力資源和社會保障局", []),
        ("縣農業農村和水務局、縣財政局", []),
        ("縣住房和城鄉建設局", []),
        ("縣高鐵新城建設指揮部", []),
        ("城建公司鄰裡辦", ["lead-unit-unsure"]),
        ("區老齡辦第二人民醫院", ["lead-unit-unsure"]),
        ("望湖新區建設指揮部栗園鄉、區婦聯", ["lead-unit-unsure"]),
    ],
)
def test_starred_lead_in_traditional_script_is_asked_about_where_one_in_simplified_would_be(
    lead, asked
):
    row = f"1|新建公廁|★{lead}|已完成"
    assert codes(page_of(html(TRADITIONAL, row), "a.html")) == asked
