"""One name over several numbered tasks: the tasks are what is promised, the name gathers them."""

import pytest

from tests.layouts.invented import TITLE, column, doubted, html, lines, page_of

HEADER = "序号|工程名称|目标任务|牵头单位|进展情况"
NAMES = (
    ("饮水工程", "①铺设供水管道9公里", "②新打机井4眼", "③改造水厂1座"),
    ("出行工程", "①修补道路6条", "②更换公交车12辆"),
    ("养老工程", "①开办老年食堂5家"),
)
TASKS = [task for _, *tasks in NAMES for task in tasks]
GATHERED = ["饮水工程"] * 3 + ["出行工程"] * 2 + ["养老工程"]


def table_of(names, *, merged=True, header=HEADER):
    """Print each name once, or in every row, over its tasks."""
    made = "".join(f"<td>{word}</td>" for word in header.split("|"))
    rows = [f"<tr>{made}</tr>"]
    for number, (name, *tasks) in enumerate(names, 1):
        for at, task in enumerate(tasks):
            span = f" rowspan={len(tasks)}" if merged else ""
            first = f"<td{span}>{number}</td><td{span}>{name}</td>" if not (merged and at) else ""
            rows.append(f"<tr>{first}<td>{task}</td><td>区水务局</td><td>已完工{at}处</td></tr>")
    return f"<h1>{TITLE}</h1><table>{''.join(rows)}</table>"


@pytest.mark.parametrize("more", [0, 2], ids=["row by row", "column by column"])
@pytest.mark.parametrize("merged", [True, False])
def test_numbered_tasks_below_one_name_are_the_items_and_the_name_is_their_theme(merged, more):
    further = tuple((f"第{'甲乙'[n]}工程", "①种树3亩", "②修渠2条") for n in range(more))
    page = page_of(table_of(NAMES + further, merged=merged), "a.html")

    assert column(page, "item")[:6] == TASKS
    assert column(page, "theme")[:6] == GATHERED
    assert column(page, "goal")[:6] == [None] * 6
    assert column(page, "code")[:6] == ["1"] * 3 + ["2"] * 2 + ["3"]
    assert [r.shares_item_with for r in page.records] == [None] * len(page.records)
    assert page.records[1].texts["item"].place.field == "item"
    assert page.records[0].texts["theme"].place.field == "theme"
    assert {c.word: c.field for c in page.headers[0].columns}["目标任务"] == "item"


@pytest.mark.parametrize("marks", ["（{}）", "({})"])
def test_numbers_in_brackets_count_tasks_as_well(marks):
    names = [
        (name, *(marks.format(n) + t[1:] for n, t in enumerate(tasks, 1))) for name, *tasks in NAMES
    ]
    page = page_of(table_of(names), "a.html")

    assert column(page, "item") == [task for _, *tasks in names for task in tasks]


def test_task_in_two_rows_is_one_item():
    page = page_of(
        f"<h1>{TITLE}</h1><table>"
        "<tr><td>序号</td><td>工程名称</td><td>目标任务</td><td>牵头单位</td><td>进展情况</td></tr>"
        "<tr><td rowspan=3>1</td><td rowspan=3>饮水工程</td><td rowspan=2>①铺管9公里</td><td>区水务局</td><td>已铺2公里</td></tr>"
        "<tr><td>区住建局</td><td>已铺3公里</td></tr>"
        "<tr><td>②新打机井4眼</td><td>区水务局</td><td>已打1眼</td></tr>"
        "<tr><td>2</td><td>养老工程</td><td>①开办食堂5家</td><td>区民政局</td><td>已开1家</td></tr>"
        "</table>",
        "a.html",
    )

    assert column(page, "item") == ["①铺管9公里", "①铺管9公里", "②新打机井4眼", "①开办食堂5家"]
    assert [r.shares_item_with for r in page.records] == [None, 1, None, None]


def test_goals_of_a_time_beside_the_tasks_stay_goals():
    header = "序号|实事名称|目标任务|牵头单位|9月份计划目标"
    page = page_of(table_of(NAMES, header=header), "a.html")

    assert column(page, "item") == TASKS
    assert column(page, "goal") == [f"已完工{n}处" for n in (0, 1, 2, 0, 1, 0)]


def test_pasted_rows_that_leave_the_name_out_have_it_from_above():
    page = page_of(
        lines(
            "序号 工程名称 目标任务 牵头单位 配合单位",
            "1 饮水工程 ①铺设供水管道9公里 区水务局 区财政局",
            "②新打机井4眼 区农业农村局 区财政局",
            "2 出行工程 ①修补道路6条 区交通运输局 区住建局",
            "②更换公交车12辆 区交通运输局 区财政局",
        )
    )

    assert column(page, "item") == [
        "①铺设供水管道9公里",
        "②新打机井4眼",
        "①修补道路6条",
        "②更换公交车12辆",
    ]
    assert column(page, "theme") == ["饮水工程"] * 2 + ["出行工程"] * 2


def test_labelled_blocks_that_repeat_the_name_are_gathered_too():
    blocks = [
        f"{n}.目标任务:{task} 实事名称:{name} 牵头单位:区水务局 配合单位:区财政局"
        for n, (name, *tasks) in enumerate(NAMES, 1)
        for task in tasks
    ]
    page = page_of(lines(*blocks))

    assert column(page, "item") == TASKS
    assert column(page, "theme") == GATHERED


@pytest.mark.parametrize(
    "names",
    [
        [(f"新建{what}", f"①建成{what}2处②完成验收") for what in ("公园", "车站", "球场")],
        [(f"新建{what}", f"①建成{what}2处") for what in ("公园", "车站", "球场")],
        [("新建公园", "东街建2处", "西街建3处"), ("新建车站", "东街建1处", "西街建4处")],
        [("新建公园", "①3月底前开工", "②第四季度完工"), ("新建车站", "①上半年开工", "②12月完工")],
        [("新建公园8处", "①东街建2处", "②西街建6处"), ("新建车站3座", "①东街1座", "②西街2座")],
        [("新建公园", "①东街建2处", "西街建6处"), ("新建车站", "①东街1座", "②西街2座")],
        [("新建公园", "②东街建2处", "①西街建6处"), ("新建车站", "①东街1座", "①西街2座")],
    ],
    ids=["one row a name", "one task", "streets", "dates", "promises", "not all", "no count"],
)
def test_other_goals_below_a_name_stay_its_goals(names):
    page = page_of(table_of(names), "a.html")

    assert column(page, "item") == [name for name, *tasks in names for _ in tasks]
    assert column(page, "goal") == [task for _, *tasks in names for task in tasks]
    assert column(page, "theme") == [None] * len(page.records)


STEPS = (
    ("校舍迁建", "①浇筑地基", "②粉刷外墙", "③移交钥匙"),
    ("河堤加固", "①清理淤泥", "②砌筑护坡"),
    ("旧楼翻新", "①更换管线", "②铺贴地砖"),
)
UNITS = {"校舍迁建": "区教育局", "河堤加固": "区水务局", "旧楼翻新": "区住建局"}


def steps(below, *, again=False, span=False, header="序号|项目名称|目标任务|牵头单位|进展情况"):
    """Print the units of the first task, and `below` (unit, report) the further ones."""
    rows = []
    for number, (name, *tasks) in enumerate(STEPS, 1):
        over = f" rowspan={len(tasks)}"
        for at, task in enumerate(tasks):
            unit, report = below if at and not again else (UNITS[name], "已开工")
            first = "" if at and not again else f"{number}|{name}"
            named = "".join(f"<td{'' if again else over}>{c}</td>" for c in first.split("|") if c)
            leads = "" if span and at else f"<td{over if span else ''}>{unit}</td>"
            rows.append(f"<tr>{named}<td>{task}</td>{leads}<td>{report}</td></tr>")
    made = "".join(f"<td>{word}</td>" for word in header.split("|"))
    return page_of(f"<h1>{TITLE}</h1><table><tr>{made}</tr>{''.join(rows)}</table>", "a.html")


@pytest.mark.parametrize(
    "page",
    [
        steps(("", "已过半"), span=True),
        steps(("", "")),
        steps(("", "已过半")),
        steps((), again=True),
    ],
    ids=["units merged", "units blank", "own report", "all printed again"],
)
def test_steps_of_a_project_without_leads_of_their_own_stay_goals(page):
    assert column(page, "item") == [name for name, *tasks in STEPS for _ in tasks]
    assert column(page, "goal") == [task for _, *tasks in STEPS for task in tasks]
    assert column(page, "theme") == [None] * 7


def test_tasks_with_leads_of_their_own_are_items():
    page = steps(("区城管局", ""))
    assert column(page, "item") == [task for _, *tasks in STEPS for task in tasks]
    assert column(page, "lead_units")[:3] == [["区教育局"], ["区城管局"], ["区城管局"]]


def test_names_with_a_theme_of_their_own_stay_the_items():
    page = page_of(
        html(
            "序号|类别|项目名称|目标任务|牵头单位",
            "1|民生|饮水工程|①铺管9公里|区水务局",
            "1|民生|饮水工程|②打井4眼|区水务局",
            "2|民生|出行工程|①修路6条|区交通局",
            "2|民生|出行工程|②购车3辆|区交通局",
        ),
        "a.html",
    )

    assert column(page, "item") == ["饮水工程"] * 2 + ["出行工程"] * 2


def test_what_a_person_said_of_a_column_holds():
    from shishi.layouts import extract
    from shishi.readers import read
    from shishi.rulebook import load_rulebook

    document = read(table_of(NAMES).encode(), "a.html")
    page = extract(document, rulebook=load_rulebook("default"), meanings={"目标任务": "goal"})

    assert column(page, "goal") == TASKS
    assert not doubted(page)
