import pytest

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.strips.codes.candidates import CodeAt
from shishi.layouts.flows.strips.parting import Strip, part, themes_over, with_heading
from shishi.records import Field

HEADER = "序号任务单位进展"
COLUMNS = tuple(
    Column(field, word)
    for field, word in zip(
        (Field.CODE, Field.ITEM, Field.LEAD_UNITS, Field.PROGRESS),
        ("序号", "任务", "单位", "进展"),
        strict=True,
    )
)
ONE, TWO = "1新建公厕3座。区住建局已完成1座。", "2改造泵房9座。区水务局已完成4座。"


def strips(body, columns=COLUMNS):
    found = part(body, columns, HEADER, statuses=frozenset({"正常"}))
    return [(body[s.start : s.end], {f: body[slice(*s.given[f])] for f in s.given}) for s in found]


@pytest.mark.parametrize("again", [HEADER, "序 号 任务单位进展", "序号任务单位"])
def test_header_printed_again_or_its_first_words_are_no_part_of_a_row(again):
    assert strips(ONE + again + TWO) == [(ONE, {}), (TWO, {})]


def test_two_words_of_the_header_in_a_sentence_are_part_of_it():
    row = "2改造泵房,任务单位另行公布。区水务局已完成4座。"
    assert strips(ONE + row) == [(ONE, {}), (row, {})]


@pytest.mark.parametrize("label", ["分管领导:", "区领导:", "牵头领导:"])
def test_leader_named_before_a_code_leads_the_rows_below(label):
    told = {Field.LEADERS: "欧阳岚"}
    assert strips(f"{ONE}{label}欧阳岚{TWO}") == [(ONE, {}), (TWO, told)]


def test_leaders_spoken_of_in_a_sentence_are_no_heading():
    row = "2改造泵房9座。区水务局分管领导:已现场督办。"
    assert strips(ONE + row) == [(ONE, {}), (row, {})]


def test_words_on_a_line_before_a_code_are_the_theme_of_the_rows_below():
    found = strips(f"便民出行\n{ONE}\n供水保障\n{TWO}")
    assert found == [(ONE, {Field.THEME: "便民出行"}), (TWO, {Field.THEME: "供水保障"})]


@pytest.mark.parametrize("count", ["(1项)", "（共1项）", "(1件)"])
def test_theme_on_a_line_may_count_its_projects(count):
    found = strips(f"便民出行{count}\n{ONE}\n供水保障{count}\n{TWO}")
    assert found == [
        (ONE, {Field.THEME: f"便民出行{count}"}),
        (TWO, {Field.THEME: f"供水保障{count}"}),
    ]


@pytest.mark.parametrize("above", ["已拆除旧厕,", "已拆除旧厕、", "已拆除旧厕"])
def test_line_below_an_open_sentence_is_no_theme_however_it_counts_rows(above):
    begun = f"1新建公厕3座。区住建局{above}"
    assert not any(given for _, given in strips(f"{begun}\n供水保障(1项)\n{TWO}"))


@pytest.mark.parametrize("count", ["(3项)", "（共两项）"])
def test_line_that_counts_other_than_the_rows_below_is_no_theme(count):
    assert [given for _, given in strips(f"{ONE}\n供水保障{count}\n{TWO}")] == [{}, {}, {}]


def test_line_that_counts_the_rows_below_is_a_theme_behind_a_whole_row():
    themed = {Field.THEME: "供水保障（共一项）"}
    assert strips(f"{ONE}\n供水保障（共一项）\n{TWO}") == [(ONE, {}), (TWO, themed)]


@pytest.mark.parametrize(
    "line", ["供水保障(1处)", "水务集团公司(1项)", "已完成(1项)", "改造泵房(1座)"]
)
def test_line_that_counts_no_projects_or_names_a_unit_or_a_status_is_no_theme(line):
    assert [given for _, given in strips(f"{ONE}\n{line}\n{TWO}")] == [{}, {}, {}]


@pytest.mark.parametrize("line", ["区水务局已完成4座。", "改造泵房已完成", "水务集团公司"])
def test_line_that_says_what_is_done_or_names_a_unit_is_no_theme(line):
    assert [given for _, given in strips(f"{ONE}\n{line}\n{TWO}")] == [{}, {}, {}]


COUNTING = (
    "二、供水保障(1项)",
    "(二)供水保障（共1项）",
    "二、供水保障(三项)",
    "二、供水保障(共两大项)",
)


@pytest.mark.parametrize("heading", COUNTING)
@pytest.mark.parametrize("row", [ONE, ONE + "正常", ONE[:-1] + "/"])
def test_numbered_heading_that_counts_its_projects_is_the_theme_of_the_rows_below(row, heading):
    assert strips(row + heading + TWO) == [(row, {}), (TWO, {Field.THEME: heading})]


@pytest.mark.parametrize(
    "words", ["(二)供水保障(1处)", "二、供水保障(两大处)", "供水保障(1项)", "二、供水保障。(1项)"]
)
def test_words_behind_a_row_without_a_number_or_that_count_no_projects_are_no_heading(words):
    assert [given for _, given in strips(ONE + words + TWO)] == [{}, {}]


@pytest.mark.parametrize(
    ("body", "field"), [("便民出行1修路。", Field.THEME), ("欧阳岚1修路。", Field.LEADERS)]
)
def test_words_before_the_first_code_are_headings_between_the_rows(body, field):
    added = with_heading(COLUMNS, body)[0]
    assert (added.field, added.printed) == (field, False)


@pytest.mark.parametrize("body", ["1修路。", "一、便民出行1修路。", "便民出行\n1修路。"])
def test_body_that_begins_with_a_code_or_a_line_of_its_own_has_no_such_column(body):
    assert with_heading(COLUMNS, body) == COLUMNS


COUNTED = "一城市安全\n1新建公厕3座。区住建局已完成\n二农村设施\n1改造泵房9座。区水务局已完成"


def test_lines_with_bare_numerals_that_count_one_another_are_themes_without_them():
    found = strips(COUNTED)
    assert [given for _, given in found] == [{Field.THEME: "城市安全"}, {Field.THEME: "农村设施"}]


def test_line_with_a_bare_numeral_that_counts_nothing_keeps_it():
    body = COUNTED.replace("二农村", "农村")
    assert [given[Field.THEME] for _, given in strips(body)][:1] == ["一城市安全"]


def test_number_of_a_theme_with_its_mark_is_a_part_of_the_theme():
    found = strips(COUNTED.replace("一城", "一、城").replace("二农", "二、农"))
    assert [given[Field.THEME] for _, given in found] == ["一、城市安全", "二、农村设施"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("便民出行1新建公厕", True),
        ("区水务局1新建公厕", False),
        ("已完成3座1新建公厕", False),
        ("便民出行\n1新建公厕", False),
    ],
)
def test_words_alone_on_the_line_of_a_code_before_it_are_a_theme_over_it(line, told):
    code = CodeAt(line.index("1"), line.index("1") + 1, (1,), 0)
    before, behind = Strip(0, line.index("1"), None), Strip(code.start, len(line), code)
    assert list(themes_over(line, [before, behind], frozenset())) == [told, False]
    assert not any(themes_over(line, [before], frozenset()))


@pytest.mark.parametrize(
    ("before", "fields"),
    [
        ("绿色生态（3项）", ["theme", "code", "item"]),
        ("绿色生态", ["theme", "code", "item"]),
        ("绿色生态（3公里）", ["code", "item"]),
        ("一、绿色生态（3项）", ["code", "item"]),
    ],
)
def test_heading_without_a_number_may_count_its_rows(before, fields):
    columns = with_heading((Column(Field.CODE), Column(Field.ITEM)), f"{before}1造林7亩。2修渠。")
    assert [str(c.field) for c in columns] == fields
