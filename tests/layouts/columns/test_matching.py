from dataclasses import replace

import pytest

from shishi.layouts.columns.column import is_project_table
from shishi.layouts.columns.matching import covering, match_columns, match_rows, without_parts
from shishi.layouts.words.dialect import COMMON, Dialect
from shishi.layouts.words.vocabulary import OTHER, HeaderWord, is_period, known_word, of_time
from tests.layouts.invented import TITLE, column, page_of


def words(header):
    unknown = {w: HeaderWord(w, w, ((OTHER, 5),)) for w in header.split()}
    return [known_word(w) or unknown[w] for w in header.split()]


def fields(header, dialect=None):
    columns = match_columns(words(header), *([dialect] if dialect else []))[0]
    return [str(c.field) if c.field else "" for c in columns]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("序号 项目 责任单位 建设内容", "code theme lead_units item"),
        ("序号 重点工作 目标任务 牵头单位 配合单位", "code theme item lead_units support_units"),
        ("序号 主要内容 目标任务 牵头单位", "code item goal lead_units"),
        ("编号 目标任务 责任单位 完成情况", "code item lead_units progress"),
        ("序号 项目名称 责任单位 配合单位 进度", "code item lead_units support_units progress"),
        ("序号 项目名称 联系电话 牵头单位", "code item  lead_units"),
        ("序号 工作目标 牵头及配合单位 进展情况", "code item lead_units progress"),
        ("序号 类别 工作目标 牵头单位", "code theme item lead_units"),
        ("序号 重点工作 工作目标 牵头单位", "code theme item lead_units"),
        ("序号 2031年工作目标 牵头单位", "code item lead_units"),
        ("序号 项目名称 分工 责任单位 进展情况", "code item  lead_units progress"),
        ("序号 项目名称 责任单位 工作分工 进展情况", "code item lead_units  progress"),
        ("序号 项目名称 分工 进展情况", "code item lead_units progress"),
        ("序号 项目名称 责任分工 责任单位 配合单位", "code item lead_units support_units"),
    ],
)
def test_words_share_the_fields_by_the_strength_of_their_claims(header, expected):
    assert fields(header) == expected.split(" ")


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("序号 类别 三季度目标 牵头单位", "code theme goal lead_units"),
        ("序号 类别 上半年目标 牵头单位", "code theme goal lead_units"),
        ("序号 项目名称 工作目标 牵头单位", "code item goal lead_units"),
        ("序号 责任单位 工作目标 完成情况 得分", "code lead_units goal progress "),
    ],
)
def test_goal_of_a_part_of_the_year_or_beside_an_item_stays_a_goal(header, expected):
    assert fields(header) == expected.split(" ")


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("目标 进度 目标 进度", "goal progress  percent"),
        ("序号 项目名称 目标 完成情况 目标 完成情况", "code item goal progress  "),
        ("序号 目标任务 目标任务 责任单位", "code item goal lead_units"),
    ],
)
def test_word_that_stands_twice_makes_no_weak_claim(header, expected):
    assert fields(header) == expected.split(" ")


def test_group_over_the_last_words_may_take_them_in_its_place():
    readings = match_columns(words("序号 目标任务 牵头单位 重点工作 主要内容"))
    plain, grouped = "code goal lead_units theme item", "code theme item lead_units"
    told = [" ".join(str(c.field) for c in columns) for columns in readings[:2]]
    assert told == [grouped, plain]  # what words say first comes first: 目标任务 is an item rather


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("序号 类别 工作目标 责任单位", "code theme item lead_units"),
        ("序号 项目 工作目标 责任单位", "code item goal lead_units"),
        ("序号 类别 二季度目标 责任单位", "code theme goal lead_units"),
        ("序号 工程名称 项目名称 牵头单位", "code theme item lead_units"),
        ("序号 项目名称 工程名称 牵头单位", "code item theme lead_units"),
        ("序号 一季度目标 二季度目标 项目名称 完成率", "code goal  item percent"),
        ("序号 项目名称 项目类别 牵头单位", "code item theme lead_units"),
        ("序号 项目名称 单位 任务数 牵头单位", "code item  goal lead_units"),
        ("序号 项目名称 单位 目标值 完成情况", "code item lead_units goal progress"),
        ("序号 项目名称 单位 完成情况", "code item lead_units progress"),
    ],
)
def test_word_means_what_the_words_beside_it_leave_to_it(header, expected):
    told = [COMMON.guess(w) for w in header.split()]
    assert " ".join(str(c.field or "") for c in match_columns(told)[0]) == expected


def test_group_covers_its_own_word_of_another_time():
    header = "序号 项目名称 牵头单位 完成情况 备注 5月完成情况 完成比例"
    assert "code item lead_units progress percent remark" in readings_of(header)


QUARTERS = "一季度 二季度 三季度 四季度"


def readings_of(header):
    told = [of_time(w) if is_period(w) else COMMON.guess(w) for w in header.split()]
    ways = match_columns(told) + match_columns(list(map(covering, told)))
    return [" ".join(c.word if c.field is None else str(c.field) for c in way) for way in ways]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (
            f"序号 项目名称 工作进度安排 牵头单位 {QUARTERS}",
            "code item goal 二季度 三季度 四季度 lead_units",
        ),
        (
            f"序号 项目名称 年度推进计划 {QUARTERS} 牵头单位",
            "code item goal 二季度 三季度 四季度 lead_units",
        ),
        (
            f"序号 项目名称 年度工作计划及时间安排 责任部门 {QUARTERS} 责任部门 配合单位",
            "code item goal 二季度 三季度 四季度 lead_units support_units",
        ),
    ],
)
def test_periods_below_a_group_of_goals_are_its_columns_wherever_they_stand(header, expected):
    assert expected in readings_of(header)


@pytest.mark.parametrize(
    "header",
    [
        f"序号 项目名称 牵头单位 {QUARTERS}",
        f"序号 项目名称 牵头单位 备注 {QUARTERS}",
    ],
)
def test_periods_behind_words_for_units_or_remarks_have_no_field(header):
    assert not any("goal" in way or "progress" in way for way in readings_of(header))


def test_word_that_covers_nothing_further_on_is_no_group():
    assert len(match_columns(words("序号 目标任务 牵头单位 进展情况"))) == 1


def test_starred_word_heads_leads_and_supporters():
    columns = match_columns(words("编号 责任★及配合单位 目标 进展"))[0]
    assert [(str(c.field), c.starred) for c in columns[1:3]] == [
        ("lead_units", True),
        ("support_units", False),
    ]


@pytest.mark.parametrize(
    ("alone", "beside", "header", "expected"),
    [
        ("lead", "support", "项目名称 责任单位 进展", "item lead_units progress"),
        ("lead", "support", "项目名称 责任单位 实施主体", "item lead_units support_units"),
        ("lead", "support", "项目名称 建设单位 责任单位", "item support_units lead_units"),
        ("lead", "support", "项目名称 实施主体 进展", "item lead_units progress"),
        ("support", "support", "项目名称 责任单位 实施主体", "item support_units lead_units"),
        ("support", "support", "项目名称 责任单位 进展", "item support_units progress"),
        ("lead", "support", "项目名称 牵头单位 责任单位", "item lead_units support_units"),
        ("lead", "support", "项目名称 责任单位 牵头单位", "item support_units lead_units"),
        ("lead", "lead", "项目名称 牵头单位 责任单位", "item  lead_units"),
        ("lead", "support", "项目名称 责任单位 配合单位", "item lead_units support_units"),
        ("support", "support", "项目名称 责任单位 配合单位", "item lead_units support_units"),
    ],
)
def test_dialect_unit_is_what_the_district_says(alone, beside, header, expected):
    assert fields(header, Dialect(alone, beside)) == expected.split(" ")


@pytest.mark.parametrize("header", ["序号 项目名称 牵头单位", "类别 主要内容 进展情况"])
def test_table_of_items_with_units_or_progress_is_a_project_table(header):
    assert is_project_table(match_columns(words(header))[0])


@pytest.mark.parametrize("header", ["序号 姓名 电话", "项目名称 备注", "牵头单位 进展情况 备注"])
def test_table_without_items_or_without_who_and_how_far_is_none(header):
    assert not is_project_table(match_columns(words(header))[0])


THREE_ROWS = "序号 项目名称 工作推进情况 月度工作计划 工作进度 完成情况 完成率"


def test_group_under_a_group_gives_its_columns_their_place():
    readings = match_columns(words(THREE_ROWS))
    assert [str(c.field) for c in readings[0]] == ["code", "item", "goal", "progress", "percent"]


def test_group_of_the_third_row_may_hold_one_column_alone():
    header = (
        "序号 责任分工 建设内容 工作推进情况 牵头单位 配合单位 完成情况 工作进度 推进情况 完成率"
    )
    orders = [[c.word for c in r] for r in match_columns(words(header))]
    assert ["序号", "牵头单位", "配合单位", "建设内容", "推进情况", "完成率"] in orders


def test_column_of_another_time_stands_under_no_group_of_the_third_row():
    header = "序号 项目名称 工作推进情况 月度工作计划 3月进展情况 9月完成情况 完成率"
    orders = [[c.word for c in r] for r in match_columns(words(header))]
    assert not any(o[3:] == ["9月完成情况", "完成率"] and "3月进展情况" not in o for o in orders)


def test_contents_below_a_group_are_the_item_beside_a_theme():
    header = "序号 项目 责任单位 完成情况 重点工作 项目内容"
    orders = [[(c.word, str(c.field)) for c in r] for r in match_columns(words(header))]
    assert [("重点工作", "theme"), ("项目内容", "item")] in [order[1:3] for order in orders]
    assert [("重点工作", "theme"), ("项目内容", "goal")] in [order[4:] for order in orders]


def test_header_with_a_theme_named_project_keeps_the_investment_on_a_pasted_page():
    head = "序号 项目 责任单位 建设内容 总投资 (万元) 2031年 目标进度"
    rows = (
        "1 完善交通基础设施 区住建局 实施宏远路提升改造工程。 4841 一季度开工,年内完成工程量的50%。",
        "2 改善居住环境 区房管局 改造老旧小区3个。 900 二季度开工,年内完工。",
    )
    page = page_of("\n\n".join([TITLE, *head.split(), *(c for r in rows for c in r.split())]))
    assert column(page, "theme") == ["完善交通基础设施", "改善居住环境"]
    assert column(page, "investment") == ["4841", "900"]
    assert column(page, "goal") == ["一季度开工,年内完成工程量的50%。", "二季度开工,年内完工。"]


@pytest.mark.parametrize(
    ("group", "goal"), [("9月工作情况", "9月份目标"), ("9月底进展情况", "9月目标")]
)
def test_column_of_a_month_stands_under_the_group_of_that_month_however_they_name_it(group, goal):
    rows = [[COMMON.guess(w) for w in ("序号", "项目", group)]]
    rows += [[COMMON.guess(w) for w in ("类别", "主要内容", goal, "完成情况")]]
    assert ["code", "theme", "item", "goal", "progress"] in [
        [str(c.field) for c in way] for way in match_rows(rows)
    ]


def test_column_of_another_month_stands_under_no_group_of_this_one():
    rows = [[COMMON.guess(w) for w in ("序号", "项目", "9月工作情况")]]
    rows += [[COMMON.guess(w) for w in ("类别", "主要内容", "8月目标", "完成情况")]]
    assert match_rows(rows) == []


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("序号 实事名称 办理事项 责任单位 季度目标", "code theme item lead_units goal"),
        ("序号 工程名称 办理事项 责任单位", "code theme item lead_units"),
        ("序号 民生实事 工作任务 牵头单位 年度目标", "code theme item lead_units goal"),
        ("序号 实事项目 年度重点工作任务 牵头单位 节点目标", "code theme item lead_units goal"),
    ],
)
def test_name_over_tasks_that_are_no_goal_is_the_theme(header, expected):
    assert composed(header) == expected.split(" ")


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("序号 民生实事 工作任务 牵头单位", "code item goal lead_units"),
        ("序号 项目名称 目标任务 牵头单位 季度目标", "code item  lead_units goal"),
        ("序号 项目名称 年度目标任务 牵头单位 完成情况", "code item goal lead_units progress"),
        ("序号 类别 实事名称 工作任务 牵头单位 季度目标", "code theme item  lead_units goal"),
        ("序号 办理事项 实事名称 牵头单位", "code theme item lead_units"),
    ],
)
def test_name_beside_a_goal_a_theme_or_behind_the_tasks_stays_the_item(header, expected):
    assert composed(header) == expected.split(" ")


def composed(header):
    columns = match_columns([COMMON.guess(word) for word in header.split()])[0]
    return [str(c.field) if c.field else "" for c in columns]


@pytest.mark.parametrize(
    ("header", "goal"),
    [
        ("序号 项目名称 9月目标 2031年计划投资 牵头单位", "9月目标"),
        ("序号 项目名称 全年目标任务 一季度目标 二季度目标 牵头单位", "全年目标任务"),
        ("序号 项目名称 2031年目标 一季度 二季度 牵头单位", "2031年目标"),
        ("序号 项目名称 一季度目标 二季度目标 牵头单位", None),
        ("序号 项目名称 工期安排 一季度目标 二季度目标 牵头单位", None),
    ],
)
def test_goal_where_nothing_was_done_is_that_of_the_year_or_the_only_time_that_goals_name(
    header, goal
):
    words = [of_time(w) if is_period(w) else COMMON.guess(w) for w in header.split()]
    words = [w or HeaderWord("工期安排", "工期安排", ((OTHER, 5),)) for w in words]
    columns = without_parts(match_columns(words)[0], COMMON)
    assert [c.word for c in columns if c.field == "goal"] == ([goal] if goal else [])


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (
            "序号 项目名称 责任分工 投资情况 进展情况 牵头单位 配合单位 联系人 总投资 年度投资",
            "code item lead_units support_units  investment  progress",
        ),
        (
            "序号 项目名称 责任分解 进展情况 主办单位 协办单位 联系电话",
            "code item lead_units support_units  progress",
        ),
        (
            "序号 项目名称 资金情况 进展情况 总投资 开工以来完成投资",
            "code item investment  progress",
        ),
    ],
)
def test_people_and_money_without_a_field_stand_under_the_group_they_are_about(header, expected):
    assert composed(header) == expected.split(" ")


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("序号 项目名称 进展情况 牵头单位 联系人", "code item progress lead_units "),
        (
            "序号 项目名称 责任分工 进展情况 牵头单位 配合单位 建设地点",
            "code item  progress lead_units support_units ",
        ),
    ],
)
def test_column_without_a_field_stays_behind_where_no_group_is_about_it(header, expected):
    assert composed(header) == expected.split(" ")


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("单位责任人", True),
        ("责任单位联系人", True),
        ("年初以来完成投资", True),
        ("单位责任重大", False),
        ("年初以来的雨水", False),
    ],
)
def test_word_for_who_answers_or_what_was_spent_so_far_is_a_header_word(word, known):
    assert (COMMON.guess(word) is not None) is known


@pytest.mark.parametrize(
    ("header", "unit"),
    [
        ("序号 项目名称 投资情况(亿元) 进展情况 总投资 年度投资", "亿元"),
        ("序号 项目名称 投资情况 进展情况 总投资(万元) 年度投资", "万元"),
        ("序号 项目名称 投资情况(亿元) 进展情况 总投资(万元) 年度投资", "万元"),
        ("序号 项目名称 投资情况 进展情况 总投资 年度投资", ""),
    ],
)
def test_money_below_a_group_is_in_its_own_unit_or_else_in_that_of_the_group(header, unit):
    columns = match_columns([COMMON.guess(word) for word in header.split()])[0]
    assert [c.unit for c in columns if c.field == "investment"] == [unit]


def test_plan_of_stages_with_a_column_of_its_own_keeps_it_before_the_quarters():
    words = [COMMON.guess(w) for w in ["序号", "项目名称", "牵头单位", "序时进度安排"]]
    words += [of_time(w) for w in ["一季度", "二季度", "三季度", "四季度"]]

    [columns, *_] = match_columns([replace(word, covers=frozenset()) for word in words])

    assert [c.word for c in columns[3:]] == [w.printed for w in words[3:]]
    assert len(match_columns(words)[0]) == len(words) - 1  # where it may be the group above them
