import pytest

from shishi.layouts.flows.spaced.headers import header_ways
from shishi.layouts.words.dialect import COMMON


def words(line):
    ways = header_ways(line, COMMON)
    return [w.printed for w in ways[0]] if ways else None


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("序 号 项目 名称 责 任 单 位", ["序号", "项目名称", "责任单位"]),
        ("序号 工作 推进情况 完成进度 (%)", ["序号", "工作推进情况", "完成进度(%)"]),
        ("序号 具体任务 牵头单位 甲乙丙", ["序号", "具体任务", "牵头单位", "甲乙丙"]),
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
    ways = [[w.printed for w in way] for way in header_ways("序号 目标 任务 牵头单位", COMMON)]
    assert ["序号", "目标任务", "牵头单位"] in ways
    assert ["序号", "目标", "任务", "牵头单位"] in ways
