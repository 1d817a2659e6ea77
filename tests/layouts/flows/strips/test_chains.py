import pytest

from shishi.layouts.flows.strips.chains import find_chains
from shishi.layouts.words.dialect import COMMON


def best(line):
    chains = [c for c in find_chains(line, 0, COMMON) if c.end == len(line)]
    return [w.printed for w in max(chains, key=lambda c: c.score).words] if chains else None


@pytest.mark.parametrize(
    "words",
    [
        "序号 实事类别 具体任务 牵头责任部门 完成情况",
        "序号 考核指标 实施地点 责任单位 2025年目标进度 累计进度",
        "编号 目标任务 承建方 责任单位 进展情况",
        "序号 大类 项目名称 牵头单位",
    ],
)
def test_glued_header_is_parted_into_known_composed_and_single_strange_words(words):
    assert best(words.replace(" ", "")) == words.split()


@pytest.mark.parametrize("line", ["承建方承建人", "新建口袋公园五处"])
def test_strange_words_begin_and_end_no_header(line):
    assert best(line) is None


def test_two_columns_that_could_be_one_word_are_read_as_two():
    assert best("序号本月目标完成情况") == ["序号", "本月目标", "完成情况"]
    assert best("序号年度目标任务") == ["序号", "年度目标任务"]


@pytest.mark.parametrize(
    "words",
    [
        "序号 项目名称 总投资(万元) 累计完成投资额(万元) 形象进度(%)",
        "序号 项目名称 投资额 累计完成 备注",
        "序号 项目名称 年度计划投资(万元) 进展情况",
        "序号 项目名称 年度计划 进展情况",
    ],
)
def test_investment_done_so_far_or_planned_is_one_column(words):
    assert best(words.replace(" ", "")) == words.split()


@pytest.mark.parametrize(
    "planned", ["年度计划投资(万元)", "年度投资计划(万元)", "2031年投资计划", "投资计划(亿元)"]
)
def test_investment_planned_for_a_year_is_one_column(planned):
    words = ["序号", "目标任务", "业主单位", "进展情况", "备注", planned]
    assert best("".join(words)) == words


@pytest.mark.parametrize(
    "words",
    [
        "序号 项目名称 年度计划 进展情况",
        "序号 年度计划 总投资(万元)",
        "序号 总投资 计划完成时间 备注",
    ],
)
def test_plan_beside_other_columns_is_a_column_of_its_own(words):
    assert best(words.replace(" ", "")) == words.split()
