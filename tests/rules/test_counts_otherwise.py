import pytest

from shishi.rules.counts_otherwise import check
from tests.rules.pages import read_subject


def found(item, progress, goal=""):
    return list(check(read_subject({"item": item, "goal": goal, "progress": progress})))


@pytest.mark.parametrize(
    ("item", "progress", "goal"),
    [
        ("全区养老床位增加至110张", "完成新增养老床位115张", ""),
        ("新增养老床位60张", "全区养老床位达到160张", ""),
        ("新建老年食堂", "完成投资计划的90%", "累计完成总工程量的65%"),
    ],
)
def test_number_of_another_kind_is_asked_about(item, progress, goal):
    (finding,) = found(item, progress, goal)

    assert (finding.severity, finding.place.field) == ("asks", "progress")
    assert finding.facts["reached"] in progress
    assert finding.facts["target"] in (item, goal)


def test_same_answer_to_target_and_goal_is_told_once():
    text = "全区养老床位增加至110张"

    assert len(found(text, "完成新增养老床位115张", goal=text)) == 1


@pytest.mark.parametrize(
    ("item", "progress"),
    [
        ("全区养老床位增加至110张", "全区养老床位达到115张"),
        ("新增养老床位60张", "已新增养老床位20张"),
        ("新增养老床位60张", "培训护理员20名"),
        ("新建书房5家", "书房5处完成选址"),
        ("新建托育点5个", "5所托育点完成改建"),
        ("新建书房5家", ""),
        ("新建书房", "已新建书房3家"),
    ],
)
def test_number_that_counts_alike_or_something_else_passes(item, progress):
    assert found(item, progress) == []
