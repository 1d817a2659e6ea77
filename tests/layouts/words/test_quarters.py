import pytest

from shishi.layouts.columns.matching import match_rows
from shishi.layouts.words.dialect import COMMON
from shishi.layouts.words.quarters import quarters_under_plan
from shishi.layouts.words.vocabulary import of_time

QUARTERS = "一季度 二季度 三季度 四季度"


def words_of(header):
    return [COMMON.guess(word) or of_time(word) for word in header.split()]


def placed(header):
    return " ".join(w.printed for w in quarters_under_plan(words_of(header)))


@pytest.mark.parametrize("plan", ["时序安排", "季度计划", "分季度目标", "节点计划", "时序进度"])
def test_quarters_of_a_year_behind_a_plan_and_a_report_are_the_plans(plan):
    header = f"序号 项目名称 {plan} 推进情况 备注 {QUARTERS}"
    assert placed(header) == f"序号 项目名称 {QUARTERS} 推进情况 备注"


def test_quarters_of_a_plan_hold_goals_of_their_time():
    moved = quarters_under_plan(words_of(f"项目名称 节点计划 推进情况 {QUARTERS}"))
    told = [(w.claims[0][0], w.period) for w in moved[1:5]]
    assert told == [("goal", quarter) for quarter in QUARTERS.split()]


def test_quarters_between_the_columns_of_other_groups_leave_these_behind():
    header = f"项目名称 季度计划 资金 推进情况 {QUARTERS} 省级 县级"
    assert placed(header) == f"项目名称 {QUARTERS} 资金 推进情况 省级 县级"


@pytest.mark.parametrize(
    "header",
    [
        f"序号 项目名称 年度目标 推进情况 {QUARTERS}",
        f"序号 项目名称 工作进度 推进情况 {QUARTERS}",
        f"序号 项目名称 季度计划 节点计划 推进情况 {QUARTERS}",
        "序号 项目名称 季度计划 推进情况 一季度 二季度",
        "序号 项目名称 季度计划 推进情况 二季度 一季度 四季度 三季度",
        f"序号 项目名称 {QUARTERS} 季度计划 推进情况",
    ],
)
def test_quarters_of_no_one_plan_or_of_no_whole_year_stay_where_they_stand(header):
    assert placed(header) == header


def test_quarters_on_a_row_below_a_plan_leave_the_report_one_column():
    rows = [words_of("序号 项目名称 时序安排 推进情况"), words_of(QUARTERS)]
    ways = match_rows(rows)
    assert ways
    assert all(way[-1].field == "progress" for way in ways)
    assert all(len(way) == 7 for way in ways)


def test_two_sums_of_money_on_a_row_below_may_be_those_of_the_word_for_money():
    rows = [words_of("序号 类别 工作任务 资金安排 牵头单位"), words_of("估算总投资 本年计划投资")]
    ways = [" ".join(c.word for c in way) for way in match_rows(rows)]
    assert "序号 类别 工作任务 估算总投资 本年计划投资 牵头单位" in ways


def test_units_on_a_row_below_are_none_of_the_word_for_money():
    rows = [words_of("序号 工作任务 资金安排 责任"), words_of("牵头单位 配合单位")]
    ways = {" ".join(c.word for c in way) for way in match_rows(rows)}
    assert ways == {"序号 工作任务 资金安排 牵头单位 配合单位"}
