import pytest

from shishi.records import Role
from tests.layouts.invented import TITLE, codes, column, html, page_of

AREAS = (("石埠镇", "300|210|70%|5|4|80%"), ("东湖区", "100|21|21%|||"))


def cross(
    label="县(市、区)",
    groups=("新增公共泊位(个)", "改造老旧小区(个)"),
    words="目标|进度|完成比例",
    rows=AREAS,
):
    lower = "".join(f"<td>{word}</td>" for _ in groups for word in words.split("|"))
    upper = "".join(f"<td colspan={len(words.split('|'))}>{group}</td>" for group in groups)
    body = "".join(
        f"<tr><td>{n}</td><td>{name}</td>{''.join(f'<td>{c}</td>' for c in cells.split('|'))}</tr>"
        for n, (name, cells) in enumerate(rows, 1)
    )
    head = f"<tr><td rowspan=2>序号</td><td rowspan=2>{label}</td>{upper}</tr><tr>{lower}</tr>"
    return page_of(f"<h1>{TITLE}</h1><table>{head}{body}</table>", "a.html")


@pytest.mark.parametrize(
    "words", ["目标|进度|完成比例", "年度目标|完成数|完成率", "任务数|实际完成|占比"]
)
@pytest.mark.parametrize("label", ["县(市、区)", "镇(街道)", "单位", "地区"])
def test_each_pair_of_district_and_indicator_is_a_record(words, label):
    page = cross(label, words=words)
    assert column(page, "item") == ["新增公共泊位(个)", "改造老旧小区(个)", "新增公共泊位(个)"]
    assert column(page, "lead_units") == [["石埠镇"], ["石埠镇"], ["东湖区"]]
    assert column(page, "goal") == ["300", "5", "100"]
    assert column(page, "progress") == ["210", "4", "21"]
    assert column(page, "percent") == ["70%", "80%", "21%"]
    assert page.findings == ()


def test_rows_of_indicators_and_groups_of_districts_are_read_the_other_way_round():
    rows = (("新增公共泊位", "300|210|100|21"),)
    page = cross("指标名称", ("石埠镇", "东湖区"), "目标|进度", rows)
    assert column(page, "item") == ["新增公共泊位", "新增公共泊位"]
    assert column(page, "lead_units") == [["石埠镇"], ["东湖区"]]


@pytest.mark.parametrize("total", ["合计", "全市", "总计"])
def test_row_of_totals_is_named_and_no_record(total):
    page = cross(rows=(*AREAS, (total, "400|231|58%|5|4|80%")))
    assert len(page.records) == 3
    assert codes(page) == ["row-left-out"]


def test_nothing_of_a_cross_tab_is_lost():
    printed = [s.text.value for s in cross().stretches if s.role is Role.CELL]
    assert printed == ["石埠镇", "300", "210", "70%", "5", "4", "80%", "东湖区", "100", "21", "21%"]


@pytest.mark.parametrize(
    ("label", "words"),
    [("姓名", "目标|进度|完成比例"), ("县(市、区)", "男|女|合计"), ("日期", "最高|最低|平均")],
)
def test_other_table_with_groups_is_no_cross_tab(label, words):
    assert codes(cross(label, words=words)) == ["no-project-table"]


def test_project_table_with_groups_is_no_cross_tab():
    page = page_of(html("序号|项目名称|牵头单位|进展情况", "1|修路|区住建局|已开工"), "a.html")
    assert page.headers[0].columns[1].word == "项目名称"


ANNEX = (
    "附表:各镇任务完成情况",
    "镇(街道),污水管网,,,路灯,,",
    ",目标,完成,完成率,目标,完成,完成率",
    "石埠镇,30,21,70%,50,40,80%",
    "柳湖街道,10,2,20%,60,33,55%",
)
PROJECTS = (
    "序号,项目名称,牵头单位,配合单位,进展情况,备注,",
    "1,修建通村道路12公里,交通运输局,财政局,路基完成8公里。,,",
    "2,改造中心卫生院,卫生健康局,住建局,门诊楼封顶。,,",
    "3,新建幼儿园一所,教育局,石埠镇,土地已平整。,,",
)


def sheet_of(*blocks, title="临河县民生实事进展情况,,,,,,"):
    lines = [title, *(line for block in blocks for line in block)]
    return page_of("\n".join(lines), "a.csv")


@pytest.mark.parametrize("blank", [(), (",,,,,,",)])
@pytest.mark.parametrize("ahead", [True, False])
def test_annex_of_districts_on_the_sheet_of_the_projects_has_its_own_header(ahead, blank):
    blocks = (ANNEX, blank, PROJECTS) if ahead else (PROJECTS, blank, ANNEX)
    page = sheet_of(*blocks)
    projects, annex = ["交通运输局", "卫生健康局", "教育局"], ["石埠镇", "柳湖街道"]
    leads = [name for (name,) in column(page, "lead_units")]
    pairs = [name for name in annex for _ in range(2)]
    assert leads == (pairs + projects if ahead else projects + pairs)
    items = column(page, "item")
    assert items.count("污水管网") == items.count("路灯") == 2
    assert "改造中心卫生院" in items
    assert codes(page) == []


def test_annex_of_one_indicator_behind_the_projects_is_read_by_its_title():
    annex = (
        "2031年各镇新增就业完成情况表,,,,,,",
        "镇(街道),目标,完成数,完成率,,,",
        "石埠镇,30,21,70%,,,",
        "柳湖街道,10,2,20%,,,",
    )
    page = sheet_of(PROJECTS, annex)
    assert column(page, "lead_units").count(["石埠镇"]) == 1
    assert column(page, "goal").count("30") == 1
    assert "改造中心卫生院" in column(page, "item")


def test_annex_with_bars_before_the_projects_leaves_these_their_header():
    rows = [f"|{line.replace(',', '|')}|" for line in (*ANNEX[1:], *PROJECTS)]
    page = page_of("\n".join(("临河县民生实事进展情况", *rows)), "a.txt")
    leads = [name for (name,) in column(page, "lead_units")]
    assert leads[4:] == ["交通运输局", "卫生健康局", "教育局"]
    assert column(page, "code")[4:] == ["1", "2", "3"]


def test_quarters_over_the_projects_are_no_annex():
    page = sheet_of(
        (
            "序号,项目名称,牵头单位,一季度,,二季度,",
            ",,,目标,完成,目标,完成",
            "1,修建通村道路,交通运输局,开工,已开工,完工,已完工",
            "2,改造卫生院,卫生健康局,开工,已开工,完工,已完工",
        )
    )
    assert [name for (name,) in column(page, "lead_units")] == ["交通运输局", "卫生健康局"]


def test_cross_tab_alone_keeps_its_rows_to_the_end():
    page = sheet_of(ANNEX, (",,,,,,", "东湖镇,10,2,20%,60,33,55%", "注:数据截至9月底。,,,,,,"))
    assert len(page.records) == 6


def test_cross_tab_without_merged_cells_over_wider_rows_of_projects_is_read():
    lines = (
        "镇(街道);泊位改造;;公园新建;;;",
        ";目标;完成;目标;完成;;",
        "石埠镇;300;210;5;4;;",
        "东湖街道;100;21;2;1;;",
        "序号;项目名称;牵头单位;年度目标;进展情况;存在问题;备注",
        "1;新建公厕3座;区住建局;建成3座;已建成2座;无;",
    )
    page = page_of("\n".join(lines), "a.csv")
    assert column(page, "item")[:2] == ["泊位改造", "公园新建"]
    assert column(page, "progress") == ["210", "4", "21", "1", "已建成2座"]
    assert column(page, "lead_units")[4] == ["区住建局"]


def test_cross_tab_whose_last_group_has_a_column_more_is_none():
    lines = (
        "镇(街道);泊位改造;;公园新建;;;",
        ";目标;完成;目标;完成;排名;",
        "石埠镇;300;210;5;4;1;",
    )
    assert "公园新建" not in column(page_of("\n".join(lines), "a.csv"), "item")
