import pytest

from shishi.layouts.flows.spaced.headers import header_ways
from shishi.layouts.words.dialect import COMMON


def rows(*lines):
    ways = header_ways(lines, COMMON)
    return [[w.printed for w in row] for row in ways[0]] if ways else None


def words(line):
    found = rows(line)
    return found and found[0]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("序 号 项目 名称 责 任 单 位", ["序号", "项目名称", "责任单位"]),
        ("序号 工作 推进情况 完成进度 (%)", ["序号", "工作推进情况", "完成进度(%)"]),
        ("序号 具体任务 牵头单位 甲乙丙", ["序号", "具体任务", "牵头单位", "甲乙丙"]),
        ("序号 内容 责 任 ★ 及 配 合 单 位", ["序号", "内容", "责任★及配合单位"]),
    ],
)
def test_words_broken_by_spaces_are_put_together(line, found):
    assert words(line) == found


@pytest.mark.parametrize(
    "line",
    [
        "1 新建公厕3座。 区住建局 已完成",
        "序号 甲乙丙 项目名称 丁戊己 牵头单位",
        "序号 项目名称。 牵头单位 新建公厕3座。",
        "项目名称 牵头单位",
    ],
)
def test_line_with_strangers_is_no_header(line):
    assert words(line) is None


def test_word_that_may_be_two_is_given_both_ways():
    ways = [[w.printed for w in row] for [row] in header_ways(["序号 目标 任务 牵头单位"], COMMON)]
    assert ["序号", "目标任务", "牵头单位"] in ways
    assert ["序号", "目标", "任务", "牵头单位"] in ways


def test_word_broken_by_a_line_end_is_put_together():
    assert rows("序号 项目内容及", "居民受益面 责任", "单位") == [
        ["序号", "项目内容及居民受益面", "责任单位"]
    ]


def test_word_broken_by_a_line_end_between_two_known_words_is_put_together():
    lines = ["序 号 内容", "与要求 主要责任单位 项目", "性质 年度目标进度 当前进度 完成", "成效"]
    whole = [
        "序号",
        "内容与要求",
        "主要责任单位",
        "项目性质",
        "年度目标进度",
        "当前进度",
        "完成成效",
    ]
    ways = header_ways(lines, COMMON)
    assert [whole] in [[[word.printed for word in row] for row in way] for way in ways]


def test_words_on_the_next_line_are_a_row_of_their_own():
    found = rows("序号 项目名称 责任分工 进展", "情况", "牵头单位 配合", "单位")
    assert found == [["序号", "项目名称", "责任分工", "进展情况"], ["牵头单位", "配合单位"]]


@pytest.mark.parametrize("below", ["1 新建公厕3座。", "便民出行", "牵头单位 甲乙丙"])
def test_line_below_that_holds_other_words_is_no_header(below):
    assert rows("序号 项目名称 牵头单位", below) is None


HEADER = "序号 项目名称 责任单位 进展情况"


@pytest.mark.parametrize("heading", ["一、按序时推进项目", "滞后项目", "便民出行"])
def test_heading_over_a_header_is_no_word_of_it(heading):
    assert rows(heading, HEADER) is None
    assert rows(HEADER) == [["序号", "项目名称", "责任单位", "进展情况"]]


def test_first_word_on_a_line_of_its_own_is_one_of_the_header():
    assert rows("序号", "项目名称 责任单位 进展") == [["序号"], ["项目名称", "责任单位", "进展"]]


def test_date_over_words_on_the_next_line_is_a_group_of_its_own():
    lines = [
        "序号 项目名称 牵头单位 2031年完成情况",
        "截至6月底 情况说明",
        "实际进度情况 任务完成率",
    ]
    found = [[[w.printed for w in row] for row in way] for way in header_ways(lines, COMMON)]
    assert [
        ["序号", "项目名称", "牵头单位", "2031年完成情况"],
        *(line.split() for line in lines[1:]),
    ] in found


def test_date_before_its_word_is_no_group():
    assert words("序号 项目名称 牵头单位 6月底 进展情况")[-1] == "6月底进展情况"


def test_times_of_works_are_words_of_a_header():
    line = "板块 序号 具体内容 投资额 主办单位 计划开工时间 竣工时间 备注"
    assert words(line) == line.split()


def test_quarter_behind_quarters_is_a_word_of_its_own():
    lines = [
        "序号 项目名称 进度安排 推进情况 备注",
        "一季度 二季度 三季度 四季度 目前进展 存在问题",
    ]
    ways = header_ways(lines, COMMON)
    assert [w.printed for w in ways[0][1][3:5]] == ["四季度", "目前进展"]


def test_quarter_behind_another_word_may_begin_one():
    lines = ["序号 项目名称 牵头单位 二季度 目标 备注"]
    assert "二季度目标" in [w.printed for w in header_ways(lines, COMMON)[0][0]]
