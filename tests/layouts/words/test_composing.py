import pytest

from shishi.layouts.words.composing import compose_word
from shishi.layouts.words.dialect import COMMON


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("theme", "民生实事大类 所属板块 实事分类 类别名称"),
        (
            "item",
            "民生实事项目内容 主要建设内容及规模 承诺事项 重点工作任务 项目名称及建设内容 民心工程",
        ),
        ("lead_units", "牵头处室 区级牵头部门 主责部门 牵头实施单位 承办部门 主管单位 牵头委办局"),
        ("support_units", "协同责任单位 配合镇街 参建单位 配合实施单位 其他责任单位 会办单位"),
        ("leaders", "挂钩联系领导 包案领导 分管副市长 区级责任领导 联系区领导"),
        ("leaders", "包抓旗级领导 包联县处级领导 联系师领导 分管副师长 包抓团级领导 盟级领导"),
        ("goal", "一季度节点目标 序时进度要求 三季度应达进度 1-9月目标 年度工作目标 时间进度安排"),
        ("progress", "截至9月30日进展情况 现阶段进展 工作推进落实情况 1至9月完成情况 当前完成情况"),
        ("status", "是否滞后 亮灯状态 推进评价 当前状态 完成情况评价 进展评估 项目进展评价"),
        ("percent", "年度目标完成率 占年度目标比例 任务完成度 资金完成率"),
        ("investment", "年度投资计划 所需资金 资金概算 投资总额(万元)"),
        ("explanation", "未达标原因 存在问题及原因 滞后情况说明 需协调解决的问题"),
        ("goal", "形象进度目标 分季度工作目标 分月工作目标 形象进度要求"),
        ("investment", "年度投资计划 年度投资计划(万元) 投资计划"),
        ("explanation", "未达进度原因 慢于计划的原因 未按期办结原因 提前完成原因 变动原因"),
        ("other", "下一步工作计划 下步工作安排 下一阶段目标"),
        ("goal", "年度绩效目标 绩效目标 预期绩效目标 考核目标 量化目标 整体目标 核心目标 责任目标"),
        ("item", "核心指标 绩效指标 关键任务"),
        ("responsible", "任务分工 工作分工 职责分工 责任单位及分工"),
    ],
)
def test_word_is_put_together_from_its_parts(field, words):
    found = {word: COMMON.guess(word) for word in words.split()}
    read = {word: known and known.claims[0][0] for word, known in found.items()}
    assert read == dict.fromkeys(words.split(), field)


@pytest.mark.parametrize(
    "words",
    [
        "正在招标 区教育局 新建公园3个 陆远帆 已完成 石埠镇 滞后",
        "集团领导 老师 集团长 教师级别说明会 姓名 性别 联系方法 日期栏 最高气温 岗位名额 学历 浏览次数",
        "分工明确 部门分工协作 完成桩基施工 计划于6月开工 推进老旧小区改造 牵头协调各方落实 群众评价 环境影响评价 社会稳定风险评估",
        "天气原因 疫情影响原因 不可抗力原因 征迁原因 因提前原因",
        "绩效评价 绩效奖励 核心部门 核心城区 日常管理 直接领导 督查通报 整体推进 预期收益",
        "督办单位 督查单位 督办责任单位 日常责任单位 直接责任单位 核心责任单位 关键牵头单位",
        "督办事项 督查内容 督办任务 督查进展 督查进度 日常工作内容 核心内容 整体完成率",
        "项目评估 项目评级 资金评估 投资评估 年度考核评价 资金情况评价 资金完成评价 年度任务评级",
    ],
)
def test_other_words_are_put_together_from_nothing(words):
    assert [word for word in words.split() if compose_word(word)] == []


@pytest.mark.parametrize(
    "word",
    [
        "开工情况说明",
        "启动情况说明",
        "按时办结情况说明",
        "提前完成情况说明",
        "上月情况说明",
        "变更情况说明",
        "上月问题",
    ],
)
def test_word_that_tells_what_was_done_or_was_before_is_no_explanation(word):
    claims = getattr(COMMON.guess(word), "claims", ())
    assert "explanation" not in [field for field, _ in claims]


@pytest.mark.parametrize("word", ["未按时开工原因", "逾期原因说明", "延期办结原因分析"])
def test_word_of_reasons_may_say_what_fell_short(word):
    assert COMMON.guess(word).claims[0][0] == "explanation"


@pytest.mark.parametrize("word", ["责任单位及分工", "责任部门和职责分工", "任务分工", "部门分工"])
def test_division_of_labour_says_who_is_responsible(word):
    assert COMMON.guess(word).claims[0][0] == "responsible"


def test_half_of_a_joined_word_that_is_unknown_spoils_it():
    assert compose_word("进展情况及某某") is None
