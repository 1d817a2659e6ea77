import pytest

from tests.layouts.grids.test_cases import printed
from tests.layouts.invented import codes, column, doubted, html, page_of


def page(header, *rows):
    return page_of(html(header, *rows), "a.html")


ROWS = ("1|新建学校3所|区教育局|已开工2所", "2|新增床位30张|区卫健局|已完成20张")


def test_unknown_word_is_guessed_from_its_cells_and_doubted():
    found = page("序号|项目名称|谁来干|进展情况", *ROWS)
    assert column(found, "lead_units") == [["区教育局"], ["区卫健局"]]
    assert doubted(found) == {(1, "lead_units"), (2, "lead_units")}


@pytest.mark.parametrize("word", ["牵头单位", "区级包联单位", "第一责任单位", "牵头实施单位"])
def test_word_that_is_known_or_put_together_is_not_doubted(word):
    found = page(f"序号|项目名称|{word.replace('包联', '牵头')}|进展情况", *ROWS)
    assert column(found, "lead_units") == [["区教育局"], ["区卫健局"]]
    assert found.findings == ()


def test_table_most_of_whose_columns_are_unknown_asks_about_them():
    found = page("项目名称|甲|乙|牵头单位|丙|进展情况|丁", "修路|a1|b1|区住建局|c1|已开工|d1")
    assert codes(found) == ["columns-unsure"]
    assert found.findings[0].facts["words"] == ["甲", "乙", "丙", "丁"]


def test_table_with_one_unknown_column_asks_nothing():
    found = page("序号|项目名称|甲|牵头单位|进展情况", "1|修路|a1|区住建局|已开工")
    assert found.findings == ()


@pytest.mark.parametrize(
    ("word", "cells", "field"),
    [
        ("完成进度", ("65%", "80%"), "percent"),
        ("完成进度", ("已开工2所", "已完成主体施工"), "progress"),
        ("形象进度", ("正在进行主体施工,完成三层", "已经完成桩基施工和地下室"), "progress"),
        ("形象进度(%)", ("65", "80"), "percent"),
    ],
)
def test_word_with_two_meanings_means_what_its_cells_hold(word, cells, field):
    rows = (f"{n}|修路{n}条|区住建局|{cell}" for n, cell in enumerate(cells, 1))
    found = page(f"序号|项目名称|牵头单位|{word}", *rows)
    assert column(found, field) == list(cells)


@pytest.mark.parametrize(
    ("cells", "units"),
    [(("个", "公里"), [[], []]), (("区教育局", "区住建局"), [["区教育局"], ["区住建局"]])],
)
def test_word_for_unit_is_a_measure_or_a_body_by_its_cells(cells, units):
    rows = (f"{n}|修路{n}条|{cell}|已完成{n}" for n, cell in enumerate(cells, 1))
    assert column(page("序号|项目名称|单位|完成情况", *rows), "lead_units") == units


def test_latest_of_several_dated_columns_is_the_report():
    found = page(
        "项目名称|牵头单位|8月进展情况|10月进展情况|9月进展情况", "修路|区住建局|开工|完工|过半"
    )
    assert column(found, "progress") == ["完工"]
    assert [*found.records[0].other] == ["8月进展情况", "9月进展情况"]
    assert str(found.report) == "2031-10"


def test_earlier_column_alone_is_the_report():
    assert column(page("项目名称|牵头单位|8月进展情况", "修路|区住建局|开工"), "progress") == [
        "开工"
    ]


@pytest.mark.parametrize(
    "header",
    [
        "姓名|单位|联系人|联系电话",
        "指标名称|计量单位|本月|1-9月累计|同比增长(%)",
        "序号|候选项目|得票数|是否入选",
        "序号|项目名称|满意(票)|基本满意(票)|不满意(票)|测评等次",
        "索引号|主题分类|发布机构|成文日期",
        "日|一|二|三|四|五|六",
    ],
)
def test_other_tables_of_a_page_are_no_project_tables(header):
    row = "|".join("1" for _ in header.split("|"))
    assert codes(page(header, row, row)) == ["no-project-table"]


def grouped(group, first, second):
    return page_of(
        f"<table><tr><td rowspan=2>序号</td><td rowspan=2>项目名称</td><td rowspan=2>进展情况</td>"
        f"<td colspan=2>{group}</td></tr><tr><td>{first}</td><td>{second}</td></tr>"
        "<tr><td>1</td><td>新建学校3所</td><td>已开工</td><td>区教育局</td><td>石埠镇</td></tr></table>",
        "a.html",
    )


@pytest.mark.parametrize(
    ("group", "first", "second"),
    [("责任单位", "牵头", "配合"), ("责任部门", "主办", "协办"), ("单位", "牵头", "配合")],
)
def test_word_that_its_group_completes_is_read_with_it(group, first, second):
    found = grouped(group, first, second)
    assert column(found, "lead_units") == [["区教育局"]]
    assert column(found, "support_units") == [["石埠镇"]]
    assert [c.word for c in found.headers[0].columns][3:] == [first, second]


@pytest.mark.parametrize("group", ["联系方式", "地点"])
def test_word_that_its_group_does_not_complete_stays_unknown(group):
    found = grouped(group, "牵头", "配合")
    assert column(found, "support_units") == [[]]


def test_group_over_all_columns_but_the_number_says_nothing_of_one():
    found = page_of(
        "<table><tr><td rowspan=2>序号</td><td colspan=5>2031年民生实事推进情况</td></tr>"
        "<tr><td>项目目标</td><td>项目级别</td><td>阶段目标</td><td>进展情况</td><td>责任单位</td></tr>"
        "<tr><td>1</td><td>新建学校3所</td><td>市级</td><td>开工</td><td>已开工</td><td>区教育局</td></tr>"
        "</table>",
        "a.html",
    )
    assert column(found, "item") == ["新建学校3所"]
    assert column(found, "goal") == ["开工"]


def test_header_word_over_all_columns_but_the_first_says_what_those_below_it_are():
    page = page_of(
        "<h1>2031年云溪区民生实事项目8月进展表</h1><table><tr><td rowspan=2>序号<td colspan=4>完成情况"
        "<tr><td>项目名称<td>责任单位<td>7月<td>8月<tr><td>1<td>新建学校1所<td>区教育局<td>招标<td>封顶</table>",
        "a.html",
    )
    assert column(page, "progress") == ["封顶"]


def test_title_over_all_columns_but_the_first_says_nothing_of_them():
    page = page_of(
        "<table><tr><td rowspan=2>项目名称<td colspan=3>2031年云溪区民生实事"
        "<tr><td>责任单位<td>目标<td>进展情况<tr><td>新建学校1所<td>区教育局<td>9月竣工<td>封顶</table>",
        "a.html",
    )
    assert column(page, "goal") == ["9月竣工"]


@pytest.mark.parametrize(
    ("cells", "field"), [(("封顶", "完工"), "progress"), (("60%", "100%"), "percent")]
)
def test_stage_of_the_works_is_told_in_words_or_in_per_cent(cells, field):
    rows = [f"{n}|新建学校{n}所|区教育局|{cell}" for n, cell in enumerate(cells, 1)]
    page = page_of(html("序号|项目名称|责任单位|形象进度", *rows), "a.html")
    assert column(page, field) == list(cells)


PLAN = "<h1>2031年云溪区民生实事任务分解表</h1>"


@pytest.mark.parametrize(
    ("group", "parts", "goal"),
    [
        ("r2>年度目标|c2>季度目标", "一季度|二季度", ["3所", "60公里"]),
        ("r2>建设地点|c2>进度安排", "1-6月|7-12月", [None, None]),
        ("r2>建设地点|c2>季度目标", "一季度|二季度", [None, None]),
    ],
)
def test_plan_for_the_year_has_the_goal_of_none_of_its_parts(group, parts, goal):
    head = [f"r2>序号|r2>工作任务|{group}|r2>牵头单位|r2>配合单位", parts]
    rows = ["1|新建学校|3所|开工|封顶|区教育局|区住建局", "2|修路|60公里|设计|完工|区交通局|"]
    found = page_of(PLAN + printed([*head, *rows]), "a.html")
    assert column(found, "goal") == goal
    assert [r.other[parts.split("|")[0]].value for r in found.records] == ["开工", "设计"]


def test_plan_whose_title_names_a_quarter_has_the_goal_of_that_one():
    rows = ["序号|工作任务|一季度目标|二季度目标|牵头单位", "1|新建学校|开工|封顶|区教育局"]
    title = PLAN.replace("任务分解表", "二季度任务分解表")
    assert column(page_of(title + printed(rows), "a.html"), "goal") == ["封顶"]


def test_column_beside_another_with_the_same_head_is_asked_about():
    rows = ["序号|项目名称|工作目标|牵头单位|工作目标|进展情况"]
    rows += ["1|修路|60公里|区交通局|45公里|50公里", "2|新建学校|3所|区教育局|封顶|封顶"]
    found = page_of(PLAN + printed(rows), "a.html")
    assert column(found, "goal") == ["60公里", "3所"]
    assert doubted(found) == {(1, "goal"), (2, "goal")}
    assert set(codes(found)) == {"column-twice"}


def test_two_columns_of_responsible_units_are_asked_about():
    rows = ["序号|项目名称|责任单位|责任单位|进展情况", "1|修路|区交通局|石埠镇|完工"]
    found = page_of(PLAN + printed(rows), "a.html")
    assert doubted(found) == {(1, "lead_units"), (1, "support_units")}


def test_same_words_below_two_groups_of_different_times_are_not_asked_about():
    head = ["r2>序号|r2>项目名称|r2>责任单位|c2>8月|c2>9月", "目标|完成|目标|完成"]
    found = page_of(PLAN + printed([*head, "1|修路|区交通局|5公里|4公里|6公里|6公里"]), "a.html")
    assert column(found, "goal") == ["6公里"]
    assert doubted(found) == set()


@pytest.mark.parametrize(("group", "progress"), [("投资及进度", "主体封顶"), ("投资", None)])
def test_progress_below_a_group_of_more_than_money_is_progress(group, progress):
    rows = (
        f"序号|项目名称|2>{group}|责任单位",
        "||总投资|完成情况|",
        "1|新建学校3所|300|主体封顶|区教育局",
    )
    page = page_of(html(*rows), "a.html")
    assert column(page, "progress") == [progress]


@pytest.mark.parametrize(
    ("word", "cells", "asked"),
    [
        ("完成情况评价", ("推进顺畅", "推进不力"), False),
        ("工作推进情况评价", ("黄灯", "绿灯"), False),
        ("谁亮灯", ("黄灯", "绿灯"), True),
        ("督办意见栏", ("慢序时", "按序时推进"), True),
    ],
)
def test_word_for_a_judgement_or_words_for_one_are_a_status(word, cells, asked):
    found = page(
        f"序号|项目名称|牵头单位|进展情况|{word}",
        *(f"{row}|{cell}" for row, cell in zip(ROWS, cells, strict=True)),
    )
    assert column(found, "status") == list(cells)
    assert doubted(found) == ({(1, "status"), (2, "status")} if asked else set())


@pytest.mark.parametrize("word", ["满意度评价", "群众评价", "片区归属"])
def test_other_words_with_short_cells_are_no_status(word):
    rows = (f"{row}|{cell}" for row, cell in zip(ROWS, ("城东", "城西"), strict=True))
    assert column(page(f"序号|项目名称|牵头单位|进展情况|{word}", *rows), "status") == [None, None]


def test_bare_word_for_what_was_done_is_the_progress_beside_a_goal():
    done = ("1|新建学校|区教育局|3所|2所", "2|新增床位|区卫健局|30张|20张", "3|修路|交通局|3|1.5")
    found = page("序号|项目名称|牵头单位|目标|完成", *done)
    assert column(found, "progress") == ["2所", "20张", "1.5"]


@pytest.mark.parametrize(
    ("words", "cells"),
    [
        ("目标|开工|完成", ("3所|3月|10月", "30张|4月|9月底")),
        ("目标|启动|完成", ("3所|已启动|2所", "30张|未启动|")),
        ("目标|完成", ("3所|10月", "30张|2031年9月")),
        ("目标|完成", ("3所|2031年10月底前", "30张|")),
        ("目标|完成", ("3所|2031.10", "30张|2031-09-30")),
    ],
)
def test_bare_word_for_when_it_is_due_is_no_progress(words, cells):
    bare = ("1|新建学校|区教育局", "2|新增床位|区卫健局")
    rows = (f"{row}|{cell}" for row, cell in zip(bare, cells, strict=True))
    found = page(f"序号|项目名称|牵头单位|{words}", *rows)
    assert column(found, "progress") == [None, None]
    assert "完成" in found.records[0].other


@pytest.mark.parametrize("words", ["目标|实际完成情况|完成", "批次|口径|完成"])
def test_bare_word_for_what_was_done_says_nothing_beside_progress_or_without_a_goal(words):
    found = page(f"序号|项目名称|牵头单位|{words}", f"{ROWS[0]}|已开工1所|旧口径")
    assert "完成" in found.records[0].other


def test_column_without_a_word_that_holds_statuses_is_the_status_and_asked_about():
    found = page(
        "序号|项目名称|牵头单位|进展情况|",
        *(f"{r}|{s}" for r, s in zip(ROWS, ("正常", "滞后"), strict=True)),
    )
    assert column(found, "status") == ["正常", "滞后"]
    assert doubted(found) == {(1, "status"), (2, "status")}


def test_column_without_a_word_that_holds_anything_else_is_left():
    found = page("序号|项目名称|牵头单位|进展情况|", *(f"{row}|城东" for row in ROWS))
    assert column(found, "status") == [None, None]


@pytest.mark.parametrize(
    ("words", "cells", "fields"),
    [
        ("项目名称|子项内容", "教育提升|新建学校3所", {"theme": "教育提升", "item": "新建学校3所"}),
        (
            "项目名称|子项目名称",
            "教育提升|新建学校3所",
            {"theme": "教育提升", "item": "新建学校3所"},
        ),
        ("项目名称|上年完成|今年目标", "新建学校|2所|3所", {"item": "新建学校", "goal": "3所"}),
        ("项目名称|时间进度|实际进度", "新建学校|75%|80%", {"percent": "80%", "progress": None}),
        ("项目名称|实际进度", "新建学校|主体封顶", {"percent": None, "progress": "主体封顶"}),
        ("项目名称|存在问题及整改措施", "新建学校|征地慢", {"explanation": "征地慢"}),
        ("项目名称|整改措施", "新建学校|抓紧征地", {"explanation": None}),
    ],
)
def test_words_of_offices_are_read_by_what_they_say(words, cells, fields):
    rows = (f"{n}|区教育局|{cells}" for n in (1, 2))
    found = page(f"序号|牵头单位|{words}|完成情况", *(f"{row}|已开工" for row in rows))
    told = {name: column(found, name)[0] for name in fields if name != "progress"}
    assert told == {name: value for name, value in fields.items() if name != "progress"}


DESCRIBED = ("1|建养老中心|新建养老中心2家|区民政局", "2|建学校|新建学校3所|区教育局")
DONE = ("1|建养老中心|已建成2家|区民政局", "2|建学校|正在施工|区教育局")


@pytest.mark.parametrize(
    ("cells", "asked"), [(DESCRIBED, {(1, "progress"), (2, "progress")}), (DONE, set())]
)
def test_circumstances_that_do_not_tell_what_was_done_are_asked_about(cells, asked):
    found = page("序号|项目名称|具体情况|牵头单位", *cells)
    assert doubted(found) == asked
    assert len(column(found, "progress")) == 2


def test_circumstances_of_a_project_beside_what_was_done_explain_nothing():
    rows = (f"{row}|已开工" for row in DESCRIBED)
    found = page("序号|项目名称|具体情况|牵头单位|进展情况", *rows)
    assert column(found, "explanation") == [None, None]
    assert column(found, "progress") == ["已开工", "已开工"]


def test_circumstances_below_a_word_for_progress_are_what_was_done():
    cells = (f"{n}|建校{n}所|区教育局|3所|新建{n}所" for n in (1, 2))
    head = "r2>序号|r2>项目名称|r2>牵头单位|c2>进展情况"
    rows = printed([head, "目标|具体情况", *cells])
    found = page_of(f"<h1>2031年云溪区民生实事项目9月进展表</h1>{rows}", "a.html")
    assert column(found, "progress") == ["新建1所", "新建2所"]
    assert doubted(found) == set()


@pytest.mark.parametrize(
    ("word", "cells", "status"),
    [
        ("资金评估", ("已到位", "有缺口"), None),
        ("项目评级", ("A级", "B级"), None),
        ("年度考核评价", ("95", "90"), None),
        ("项目评估", ("正常", "滞后"), "asked"),
        ("项目进展评价", ("正常", "滞后"), "sure"),
    ],
)
def test_judgement_is_the_status_only_of_progress_or_where_cells_are_statuses(word, cells, status):
    rows = (f"{row}|{cell}" for row, cell in zip(ROWS, cells, strict=True))
    found = page(f"序号|项目名称|牵头单位|进展情况|{word}", *rows)
    assert column(found, "status") == (list(cells) if status else [None, None])
    assert doubted(found) == ({(1, "status"), (2, "status")} if status == "asked" else set())


@pytest.mark.parametrize(
    ("more", "cells", "progress"),
    [
        ("", ("已完成1所", "正在施工"), "已完成1所"),
        ("", ("75%", "50%"), None),
        ("", ("3月至10月", "全年"), None),
        ("|实际进度", ("已过3个月|已完工", "已过4个月|已封顶"), "已完工"),
        ("|完成进度", ("已过3个月|已完工", "已过4个月|已封顶"), "已完工"),
    ],
)
def test_time_gone_is_what_was_done_only_where_cells_tell_it_and_no_other_does(
    more, cells, progress
):
    rows = (f"{n}|新建学校{n}所|区教育局|{n}所|{cell}" for n, cell in enumerate(cells, 1))
    found = page(f"序号|项目名称|牵头单位|年度目标|时间进度{more}", *rows)
    assert column(found, "progress")[0] == progress
