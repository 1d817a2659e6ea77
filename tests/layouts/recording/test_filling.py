import pytest

from shishi.layouts.page import extract
from shishi.layouts.recording.known import know_table
from shishi.layouts.terms import Terms, terms_of
from shishi.readers import read
from shishi.records import Field, FoldedTexts, Later
from shishi.rulebook import load_rulebook
from shishi.text import characters
from shishi.text.characters import Script
from tests.layouts import invented
from tests.layouts.invented import TITLE, column, html, paragraphs

HEADER = "序号|项目名称|牵头单位|进展情况"
PLAIN = ("1|新建学校3所|区教育局|已开工2所", "2|新增床位30张|区卫健局|已完成20张")


def known_of(*rows, header=HEADER):
    from shishi.layouts.parts import cut_document, find_tables

    document = read(html(header, *rows).encode(), "a.html")
    terms = terms_of(load_rulebook("default"), Script.SIMPLIFIED)
    (table,) = cut_document(document, find_tables(document, terms)[1], terms).tables
    return know_table(table, terms)


def signs(known):
    told = {name for name in ("labels", "stars", "brackets") if getattr(known, f"has_{name}")}
    return told | ({"sums"} if known.sums else set())


def test_table_without_signs_is_asked_no_more():
    assert signs(known_of(*PLAIN)) == set()


@pytest.mark.parametrize(
    ("row", "sign"),
    [
        ("3|新建公厕3座|牵头单位：区住建局|已开工", "labels"),
        ("3|新建公厕3座|★区住建局|已开工", "stars"),
        ("合计|新建公厕3座|区住建局|已开工", "sums"),
        ("合計|新建公厕3座|区住建局|已开工", "sums"),
        ("3|【市级】新建公厕3座|区住建局|已开工", "brackets"),
        ("3|新建公厕3座）|区住建局|已开工", "brackets"),
    ],
)
def test_one_cell_with_a_sign_lets_every_row_be_asked(row, sign):
    assert signs(known_of(*PLAIN, row)) == {sign}


def test_sum_within_a_text_is_no_sign():
    assert signs(known_of("1|累计新建学校3所|审计局|合计完成2所")) == set()


def page_of(*rows, header=HEADER):
    document = read(html(header, *rows).encode(), "a.html")
    return extract(document, rulebook=load_rulebook("default"))


def test_stretches_are_found_when_they_are_asked_for_and_then_kept():
    page = page_of(*PLAIN)
    assert isinstance(page.stretches, Later)
    assert page.stretches._find is not None
    assert [s.text.value for s in page.stretches][5:7] == ["1", "新建学校3所"]
    assert page.stretches._find is None
    assert page.stretches == tuple(page.stretches)
    assert page.stretches != ()


def test_stretches_of_the_same_page_read_again_are_the_same():
    assert page_of(*PLAIN) == page_of(*PLAIN)
    assert page_of(*PLAIN) != page_of(*reversed(PLAIN))


def test_no_text_is_folded_before_somebody_asks(monkeypatch):
    (record,) = page_of("1|新建学校３所|区教育局|已开工２所").records
    folded = record.folded
    assert isinstance(folded, FoldedTexts)
    assert folded._made == {}
    assert folded[Field.ITEM].plain == "新建学校3所"
    assert list(folded._made) == [Field.ITEM]


def test_folded_texts_compare_and_iterate_as_the_dict_they_stand_for():
    (record,) = page_of("1|新建学校３所|区教育局|已开工２所").records
    eager = {name: characters.fold(t.value, Script.SIMPLIFIED) for name, t in record.texts.items()}
    assert record.folded == eager
    assert list(record.folded) == list(eager)
    assert Field.REMARK not in record.folded
    assert repr(record.folded) == repr(eager)


def test_text_too_long_to_be_remembered_is_made_plain_all_the_same():
    long = "新 建２" * 60
    assert Terms(Script.SIMPLIFIED).plain(long) == "新建2" * 60


def divided(cell):
    document = read(
        html("序号|项目名称|分派情况|进展情况", f"1|新建学校3所|{cell}|已开工").encode(), "a.html"
    )
    (record,) = extract(document, rulebook=load_rulebook("default")).records
    return {name.value: [unit.value for unit in units] for name, units in record.names.items()}


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("牵头：区教育局", {"lead_units": ["区教育局"]}),
        ("配合单位：区财政局、青桥街道", {"support_units": ["区财政局", "青桥街道"]}),
    ],
)
def test_one_label_before_units_in_a_column_nobody_knows_says_what_they_are(cell, names):
    assert divided(cell) == names


@pytest.mark.parametrize("cell", ["牵头：见附件2", "区教育局", "牵头：", "备注：区教育局"])
def test_one_label_before_anything_else_in_such_a_column_says_nothing(cell):
    assert divided(cell) == {}


def records_of(*rows, header=HEADER):
    document = read(html(header, *rows).encode(), "a.html")
    return extract(document, rulebook=load_rulebook("default")).records


def test_columns_with_the_same_unknown_word_are_all_kept():
    (record,) = records_of(f"{PLAIN[0]}|甲|乙|丙", header=f"{HEADER}|选项|选项|选项")
    assert {text.value for text in record.other.values()} == {"甲", "乙", "丙"}


def test_field_that_a_cell_names_twice_has_both_parts():
    cell = "牵头单位:区教育局;配合单位:区财政局;牵头单位:区住建局"
    (record,) = records_of(f"1|新建学校3所|{cell}|已开工")
    assert [n.value for n in record.names[Field.LEAD_UNITS]] == ["区教育局", "区住建局"]
    assert [n.value for n in record.names[Field.SUPPORT_UNITS]] == ["区财政局"]


def test_field_that_a_cell_names_twice_but_once_without_words_has_what_is_there():
    (record,) = records_of("1|新建学校3所|牵头单位:区教育局;配合单位:区财政局;牵头单位:|已开工")
    assert [n.value for n in record.names[Field.LEAD_UNITS]] == ["区教育局"]


def test_people_beside_units_stay_in_the_text_and_are_no_units():
    head = "序号|项目名称|责任单位及责任人|进展情况"
    rows = (
        "1|新建学校1所|区教育局 方朔|封顶",
        "2|改造公路3公里|区交通局(顾舟)|完工",
        "3|种树9棵|区园林局：欧阳岚|完工",
    )
    page = page_of(*rows, header=head)
    assert column(page, "lead_units") == [["区教育局"], ["区交通局"], ["区园林局"]]
    assert page.records[0].printed(Field.LEAD_UNITS) == "区教育局 方朔"


def test_units_in_brackets_or_of_short_names_stay_in_a_list_that_may_name_people():
    head = "序号|项目名称|责任单位及责任人|进展情况"
    page = page_of("1|新建学校1所|区民政局(区残联)、文联|封顶", header=head)
    assert column(page, "lead_units") == [["区民政局(区残联)", "文联"]]


def test_merged_cell_of_a_column_without_a_field_holds_for_every_row_it_reaches():
    table = (
        "<table><tr><td>序号<td>项目名称<td>责任单位<td>进展情况<td>建设地点"
        "<tr><td>1<td>新建学校1所<td>区教育局<td>封顶<td rowspan=2>前路4号"
        "<tr><td>2<td>改造食堂3个<td>区教育局<td>完工<tr><td>3<td>种树9棵<td>区园林局<td>完工<td></table>"
    )
    document = read(f"<h1>2031年民生实事项目</h1>{table}".encode(), "a.html")
    page = extract(document, rulebook=load_rulebook("default"))
    places = [record.other.get("建设地点") for record in page.records]
    assert [text and text.value for text in places] == ["前路4号", "前路4号", None]


def others_of(*rows, head="杂项|杂项", under=""):
    """Read rows of a number, an item, a unit and two cells that no field has: source behind the number."""
    body = "".join(
        f"<tr><td>{n}<td>新建学校{n}所<td>区教育局<td>封顶{row}" for n, row in enumerate(rows, 1)
    )
    header = "".join(f"<td>{word}" for word in f"序号|项目名称|责任单位|进展情况|{head}".split("|"))
    source = f"<h1>2031年民生实事项目</h1><table><tr>{header}{under}{body}</table>"
    page = extract(read(source.encode(), "a.html"), rulebook=load_rulebook("default"))
    return [{key: text.value for key, text in record.other.items()} for record in page.records]


def test_merged_cell_of_the_second_of_two_columns_with_one_unknown_word_stays_in_its_column():
    rows = ["<td>甲<td rowspan=2>乙", "<td>", "<td>丙<td>丁"]
    assert others_of(*rows) == [
        {"杂项": "甲", "杂项 6": "乙"},
        {"杂项 6": "乙"},
        {"杂项": "丙", "杂项 6": "丁"},
    ]


def test_merged_cell_of_the_first_of_two_columns_with_one_unknown_word_stays_in_its_column():
    rows = ["<td rowspan=2>甲<td>乙", "<td>", "<td>丙<td>丁"]
    assert others_of(*rows)[1] == {"杂项": "甲"}


def test_cell_of_the_second_of_two_columns_with_one_unknown_word_is_not_taken_for_the_first():
    assert others_of("<td><td>丙", "<td>丁<td>") == [{"杂项 6": "丙"}, {"杂项": "丁"}]


def test_merged_cell_of_a_column_without_a_word_holds_for_every_row_it_reaches():
    rows = ["<td>甲<td rowspan=2>乙", "<td>丁", "<td>丙<td>"]
    assert others_of(*rows, head="杂项|") == [
        {"杂项": "甲", "column 6": "乙"},
        {"杂项": "丁", "column 6": "乙"},
        {"杂项": "丙"},
    ]


def test_labelled_parts_that_two_cells_have_are_kept_under_the_column_of_the_second():
    cell = "目标:{};配合单位:{}"
    row = f"<td>{cell.format('修路', '区财政局')}<td>{cell.format('架桥', '区水务局')}"
    assert others_of(row, head="地点|杂项") == [{"杂项": "架桥\n区水务局"}]


def test_labelled_parts_that_one_cell_has_are_kept_under_no_column():
    assert others_of("<td>目标:修路;配合单位:区财政局<td>前路4号", head="地点|杂项") == [
        {"杂项": "前路4号"}
    ]


STARRED = "序号 项目名称 责任单位(★为牵头单位) 进展情况"
APART = ["1 新建公厕3座。 ★区住建局、区水务局 区财政局、各街道 已完成1座。"]
ALONE = [
    "2 改造泵房9座。 ★区水务局、区教育局 已完成4座。",
    "3 改造泵房7座。 ★区水务局 区财政局 已完成2座。",
]
FIRST = ["1 新建公厕3座。 ★区住建局、区水务局、区财政局 已完成1座。"]


def leads_of(*rows):
    page = invented.page_of(paragraphs(TITLE, STARRED, *rows))
    return [[n.value for n in r.names[Field.LEAD_UNITS]] for r in page.records]


def test_star_of_a_cell_that_supporters_stand_apart_from_marks_all_of_it():
    assert leads_of(*APART, *ALONE) == [
        ["区住建局", "区水务局"],
        ["区水务局", "区教育局"],
        ["区水务局"],
    ]


def test_star_of_a_cell_that_holds_all_units_marks_one():
    assert leads_of(*FIRST, *ALONE)[:2] == [["区住建局"], ["区水务局"]]


@pytest.mark.parametrize(
    ("cell", "leads", "helps"),
    [
        ("区住建局(牵头)、区财政局", ["区住建局"], ["区财政局"]),
        ("区住建局(牵头单位)、区财政局(配合单位)", ["区住建局"], ["区财政局"]),
        ("区教育局牵头,区财政局、区民政局参与", ["区教育局"], ["区财政局", "区民政局"]),
        ("區住建局（牽頭）、區財政局", ["區住建局"], ["區財政局"]),
        ("区住建局、区财政局", ["区住建局", "区财政局"], []),
    ],
)
def test_cell_of_one_row_that_says_who_leads_is_split(cell, leads, helps):
    rows = (f"1|修路3条|{cell}|完工", "2|新建学校|区教育局|开工")
    found = invented.page_of(html("序号|项目名称|责任单位|进展情况", *rows), "a.html")
    assert column(found, "lead_units") == [leads, ["区教育局"]]
    assert column(found, "support_units") == [helps, []]
    assert invented.codes(found) == []


@pytest.mark.parametrize(
    "cell", ["区教育局（牵头）区财政局", "区住建局主办区财政局协办", "区住建局、区财政局(配合)"]
)
def test_name_that_still_says_its_role_is_asked_about(cell):
    rows = (f"1|修路3条|{cell}|完工", "2|新建学校|区教育局|开工")
    found = invented.page_of(html("序号|项目名称|责任单位|进展情况", *rows), "a.html")
    assert invented.doubted(found) == {(1, "lead_units")}


def test_role_in_a_goal_splits_no_units():
    rows = ("1|修路3条|区住建局、区财政局|由区交通局牵头完成", "2|新建学校|区教育局|开工")
    found = invented.page_of(html("序号|项目名称|责任单位|年度目标", *rows), "a.html")
    assert column(found, "lead_units") == [["区住建局", "区财政局"], ["区教育局"]]


def test_unit_alone_below_a_word_for_leaders_and_units_is_no_leader():
    rows = ("1|修路3条|区住建局|完工", "2|新建学校|方朔 区教育局|开工", "3|造园|方朔|开工")
    found = invented.page_of(html("序号|项目名称|责任领导及单位|进展情况", *rows), "a.html")
    assert column(found, "lead_units") == [["区住建局"], ["区教育局"], []]
    assert column(found, "leaders") == [[], ["方朔"], ["方朔"]]
    assert not found.records[0].printed("leaders")


BEHIND = [
    "1 新建公厕3座。 区财政局 ★区住建局 各街道 已完成1座。",
    "2 改造泵房9座。 区教育局、★区水务局 已完成4座。",
    "3 改造泵房7座。 ★区水务局 区财政局 已完成2座。",
]


def test_star_of_a_line_that_stands_behind_others_marks_one_of_the_cell():
    page = invented.page_of(paragraphs(TITLE, STARRED, *BEHIND))

    assert column(page, "lead_units") == [["区住建局"], ["区水务局"], ["区水务局"]]
    assert column(page, "support_units") == [["区财政局", "各街道"], ["区教育局"], ["区财政局"]]


BOTH = "序号|项目名称|牵头单位|目标及进展情况"


@pytest.mark.parametrize("between", ["", "<br>", "<p>"])
def test_goal_and_report_in_one_cell_are_parted_at_their_words_in_brackets(between):
    rows = [
        f"{n}|新建公厕{n}座|区住建局|【年度目标】建成{n}座。⏎【目前进展】已封顶。" for n in (1, 2)
    ]
    page = invented.page_of(html(BOTH, *rows).replace("⏎", between), "a.html")
    assert column(page, "goal") == ["建成1座。", "建成2座。"]
    assert column(page, "progress") == ["已封顶。", "已封顶。"]


@pytest.mark.parametrize(
    "cell", ["【目标】建成2座。", "【重要】建成2座。【市级】已封顶。", "落实【目标】和【进展】两项"]
)
def test_cell_with_one_word_in_brackets_or_with_words_of_no_field_stays_whole(cell):
    page = invented.page_of(html(BOTH, f"1|新建公厕2座|区住建局|{cell}"), "a.html")
    assert [v for name in ("goal", "progress") for v in column(page, name) if v] == [cell]


def test_shares_of_the_works_leave_the_report_to_the_cell_that_names_it():
    head = "序号|项目名称|牵头单位|计划与进展|形象进度|投资完成率"
    rows = [
        f"{n}|新建公厕{n}座|区住建局|目标:建成{n}座。⏎进展:已封顶。|{n}5%|{n}0%" for n in (1, 2)
    ]
    page = invented.page_of(html(head, *rows).replace("⏎", "<br>"), "a.html")
    assert column(page, "goal") == ["建成1座。", "建成2座。"]
    assert column(page, "progress") == ["已封顶。", "已封顶。"]


def test_words_below_the_stage_of_the_works_are_the_report_beside_a_share():
    head = "序号|项目名称|牵头单位|形象进度|投资完成率"
    page = invented.page_of(
        html(head, "1|新建公厕1座|区住建局|主体已封顶|15%", "2|新建公厕2座|区住建局|正在砌墙|20%"),
        "a.html",
    )
    assert column(page, "progress") == ["主体已封顶", "正在砌墙"]
