import pytest

from shishi.layouts.columns import match_columns
from shishi.layouts.words.vocabulary import known_word


def held(header):
    columns = match_columns([known_word(word) for word in header.split()])[0]
    return {str(c.field): c.word for c in columns if c.field}


@pytest.mark.parametrize(
    ("header", "goal", "progress"),
    [
        ("8月目标 8月完成情况 9月目标 9月完成情况", "9月目标", "9月完成情况"),
        ("9月目标 9月完成情况 8月目标 8月完成情况", "9月目标", "9月完成情况"),
        ("一季度目标 二季度目标 三季度目标 9月进展情况", "三季度目标", "9月进展情况"),
        ("2030年12月目标 2031年1月目标 2031年1月进展情况", "2031年1月目标", "2031年1月进展情况"),
    ],
)
def test_progress_goes_with_the_goal_of_its_time(header, goal, progress):
    fields = held(f"序号 项目名称 {header}")
    assert (fields["goal"], fields["progress"]) == (goal, progress)


@pytest.mark.parametrize(
    ("header", "goal"),
    [
        ("9月完成情况 10月目标", "10月目标"),
        ("8月目标 10月目标 9月完成情况", "8月目标"),
        ("9月目标 进展情况", "9月目标"),
        ("一季度目标 二季度目标 进展情况", "一季度目标"),
    ],
)
def test_goals_of_other_times_are_left_as_they_stand(header, goal):
    assert held(f"序号 项目名称 {header}")["goal"] == goal
