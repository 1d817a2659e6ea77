"""Goals and reports that stand side by side with no mark between: a goal never says what is done."""

import pytest

from shishi.layouts.flows.strips.unsure.plans import goals_like_reports, reports_like_goals
from shishi.layouts.flows.strips.words.goals import seams_of_goals
from shishi.records import Field
from tests.layouts.invented import TITLE, column, doubted, page_of

HEADER = "序号项目名称责任单位阶段目标进展情况"
ROWS = (
    "1修缮步道9公里区住建局完成方案编制已贯通4公里。",
    "2增植行道树80棵区水务局年内完工。已植52棵。",
    "3改造泵房3座区财政局组织设备安装尚未进场。",
    "4新建公厕5座区城管局形成样板未开工,正在选址。",
)


def test_report_of_what_is_done_begins_behind_what_is_planned():
    page = page_of("\n".join((TITLE, HEADER, *ROWS)))
    assert column(page, "goal") == ["完成方案编制", "年内完工。", "组织设备安装", "形成样板"]
    assert column(page, "progress") == [
        "已贯通4公里。",
        "已植52棵。",
        "尚未进场。",
        "未开工,正在选址。",
    ]


@pytest.mark.parametrize("text", ["完成方案|已印发", "组织吊装。|正在调试", "形成样板|未开工"])
def test_words_of_a_plan_before_what_is_done_end_there(text):
    plain = text.replace("|", "")
    assert list(seams_of_goals(plain)) == [text.index("|")]


@pytest.mark.parametrize(
    "text",
    [
        "已完成吊装,正在调试",
        "累计完成吊装。正在调试",
        "步道完工,正在调试",
        "泵房均已运行",
        "完成已经批准的步道",
        "完成步道9公里,已植树",
    ],
)
def test_words_of_a_report_have_no_such_end(text):
    assert list(seams_of_goals(text)) == []


def test_table_without_goals_keeps_what_is_said_of_one_project_whole():
    rows = [row.replace("年内完工。", "完成整地。") for row in ROWS]
    page = page_of("\n".join((TITLE, "序号项目名称责任单位进展情况", *rows)))
    assert column(page, "progress")[:2] == ["完成方案编制已贯通4公里。", "完成整地。已植52棵。"]


ONLY_PLANS = ("5改造球场9片区体育局完成设备安装。", "6铺设管道8公里区水务局已铺设2公里。")


def test_report_that_says_what_is_planned_beside_a_blank_goal_is_asked_about():
    page = page_of("\n".join((TITLE, HEADER, *ROWS, *ONLY_PLANS)))
    assert {(5, "goal"), (5, "progress")} & doubted(page)


@pytest.mark.parametrize(
    "said", ["已铺设2公里", "正在完成吊装", "3座泵房运行", "完成2公里,其余正在铺设"]
)
def test_report_of_what_is_done_beside_a_blank_goal_is_no_goal(said):
    assert list(reports_like_goals({1: said}, (Field.GOAL, Field.PROGRESS))) == []


def test_report_beside_a_goal_that_is_printed_is_no_other_goal():
    told = {0: "年内完工", 1: "完成总工程量的六成"}
    assert list(reports_like_goals(told, (Field.GOAL, Field.PROGRESS))) == []


@pytest.mark.parametrize(
    "goal", ["目前已选址,图纸同步深化。", "已开工3处。", "截至6月底,已植52棵。"]
)
def test_goal_that_says_what_is_done_is_asked_about_with_the_report_beside_it(goal):
    told = {0: goal, 1: "正在办理移交。"}
    assert list(goals_like_reports(told, (Field.GOAL, Field.PROGRESS))) == [(0, 1)]


@pytest.mark.parametrize(
    "told", [{0: "年底前完工。", 1: "正在砌墙。"}, {0: "已批的3处全部开工。"}, {1: "已开工3处。"}]
)
def test_goal_that_says_what_is_planned_or_stands_alone_is_not_asked_about(told):
    assert list(goals_like_reports(told, (Field.GOAL, Field.PROGRESS))) == []
