"""Headers of several rows: which words stand below which."""

import pytest

from shishi.layouts.columns.matching import match_columns, match_rows
from shishi.layouts.words.dialect import COMMON
from shishi.layouts.words.vocabulary import OTHER, HeaderWord
from shishi.records import Field
from tests.layouts.columns.test_matching import fields, words


def under_groups(upper: str, lower: str) -> list[str]:
    """Give the words of a header of two rows in the order of their columns."""
    rows = [
        [COMMON.word(w) or HeaderWord(w, w, ((OTHER, 5),)) for w in row.split()]
        for row in (upper, lower)
    ]
    ways = match_rows(rows)
    return [c.word for c in ways[0]] if ways else []


def test_levels_below_whose_money_pays_stand_in_its_place():
    found = under_groups("序号 项目名称 总投资 资金来源 备注", "省级 县级 社会资本")
    assert found == ["序号", "项目名称", "总投资", "省级", "县级", "社会资本", "备注"]


def test_levels_below_no_word_for_money_stand_nowhere():
    assert under_groups("序号 项目名称 总投资 责任分工 备注", "省级 县级") == []


def test_next_steps_below_a_report_stand_in_its_place():
    found = under_groups("序号 项目名称 推进情况 备注", "目前进展 下一步计划")
    assert found == ["序号", "项目名称", "目前进展", "下一步计划", "备注"]


def test_group_that_would_cover_nothing_is_taken_for_one_first():
    found = under_groups(
        "序号 项目概况 投资情况 牵头单位", "子项目名称 建设内容 计划总投资 已完成投资"
    )
    assert found == ["序号", "子项目名称", "建设内容", "计划总投资", "已完成投资", "牵头单位"]


def test_units_with_a_star_stand_below_a_group_of_units():
    found = under_groups("序号 项目名称 责任分解 备注", "分管领导 牵头(★)及配合单位")
    assert found[:4] == ["序号", "项目名称", "分管领导", "牵头(★)及配合单位"]


def test_units_with_a_star_stand_below_no_group_of_reports():
    assert under_groups("序号 项目名称 推进情况 备注", "目前进展 牵头(★)及配合单位") == []


def orders(header):
    told = [COMMON.guess(w) or HeaderWord(w, w, ((OTHER, 5),)) for w in header.split()]
    return [" ".join(c.word for c in way) for way in match_columns(told)]


@pytest.mark.parametrize(
    ("header", "first"),
    [
        (
            "序号 工作要求 责任单位 工作进展 备注 项目名称 三季度目标 完成情况 存在问题",
            "序号 项目名称 三季度目标 责任单位 完成情况 存在问题 备注",
        ),
        (
            "序号 项目名称 牵头单位 工作进展情况 备注 最新进展 当前状态",
            "序号 项目名称 牵头单位 最新进展 当前状态 备注",
        ),
    ],
)
def test_group_in_a_flattened_header_first_takes_what_is_of_its_kind(header, first):
    assert orders(header)[0] == first


def test_group_for_what_is_to_be_done_may_stand_over_theme_and_item():
    header = "序号 任务安排 牵头单位 工作推进情况 备注 大类 任务名称"
    assert "序号 大类 任务名称 牵头单位 工作推进情况 备注" in orders(header)


def test_overall_word_may_stand_over_a_name_and_a_group_of_units():
    header = "落实情况 项目编号 完成情况 备注 项目名称 责任体系 分管领导 牵头单位"
    assert "项目名称 分管领导 牵头单位 项目编号 完成情况 备注" in orders(header)


@pytest.mark.parametrize("group", ["任务安排", "工作要求"])
def test_word_for_what_is_to_be_done_with_nothing_below_it_is_the_goal(group):
    header = f"序号 项目名称 {group} 牵头单位 完成情况"
    assert fields(header) == ["code", "item", "goal", "lead_units", "progress"]


@pytest.mark.parametrize("top", ["落实情况", "实施情况"])
def test_units_side_by_side_are_not_parted_where_their_cells_look_the_same(top):
    header = f"{top} 最新进展 项目名称 备注 责任主体 牵头部门 配合部门"
    assert not [way for way in orders(header) if "牵头部门 配合部门" not in way]


def test_overall_word_of_three_rows_stands_over_a_group_of_units():
    told = (
        "序号 实施情况 备注",
        "任务安排 责任分工 完成情况",
        "项目名称 年度目标 牵头单位 配合单位",
    )
    rows = list(map(words, told))
    told = " ".join(c.word for c in match_rows(rows)[0])
    assert told == "序号 项目名称 年度目标 牵头单位 配合单位 完成情况 备注"


def test_overall_word_of_two_rows_stands_over_no_units():
    rows = [words("序号 项目名称 实施情况 备注"), words("牵头单位 配合单位")]
    assert match_rows(rows) == []


@pytest.mark.parametrize(
    ("header", "order"),
    [
        (
            "序号 项目名称 责任分工 责任落实 推进情况 分管领导 责任部门 主办单位 协办单位",
            "序号 项目名称 分管领导 责任部门 主办单位 协办单位 推进情况",
        ),
        (
            "序号 项目名称 责任分工 责任落实 推进情况 主办单位 协办单位 主办单位 协办单位",
            "序号 项目名称 主办单位 协办单位 主办单位 协办单位 推进情况",
        ),
        (
            "序号 实事名称 任务分工 责任部门 协办单位 联系领导",
            "序号 实事名称 协办单位 联系领导 责任部门",
        ),
    ],
)
def test_units_side_by_side_may_stand_under_two_groups(header, order):
    assert order in orders(header)


def test_overall_word_is_over_no_persons_and_takes_no_report_away():
    header = (
        "序号 项目名称 责任分工 责任人 推进情况 主办单位 协办单位 分管领导 联络员 进展情况 完成率"
    )
    assert not [way for way in orders(header) if not {"进展情况", "推进情况"} & {*way.split()}]


def test_word_that_nobody_knows_may_be_over_persons():
    top, below = "序号 项目名称 责任分工 包联人员 推进情况", "主办单位 协办单位 分管领导 责任人"
    stranger = HeaderWord("包联人员", "包联人员", ((OTHER, 5),), frozenset(Field))
    told = [stranger if w == "包联人员" else COMMON.guess(w) for w in f"{top} {below}".split()]
    ways = [" ".join(c.word for c in way) for way in match_columns(told)]
    assert "序号 项目名称 主办单位 协办单位 分管领导 责任人 推进情况" in ways
