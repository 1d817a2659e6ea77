import pytest

from shishi.rules.target_changed import check
from tests.rules.pages import month, read_subject


def found(now, then, *, report="2031-09", plans=(None, None)):
    last = month(then, report=report, plan=plans[1])
    return list(check(read_subject(now, plan=plans[0], previous=(last,))))


@pytest.mark.parametrize(
    ("now", "then", "facts"),
    [
        ("新建口袋公园5个", "新建口袋公园6个", ("5个", "6个")),
        ("新建口袋公园6个、绿道4公里", "新建口袋公园6个、绿道5公里", ("4公里", "5公里")),
    ],
)
def test_target_that_was_another_before_is_asked_about(now, then, facts):
    (finding,) = found({"item": now}, {"item": then})

    assert (finding.severity, finding.place.field) == ("asks", "item")
    assert (finding.facts["now"], finding.facts["then"]) == facts
    assert finding.facts["before"] == "2031-09"


def test_goal_for_the_same_period_that_was_another_before_is_asked_about():
    now = {"item": "新建口袋公园6个", "goal": "累计建成口袋公园4个"}
    then = now | {"goal": "累计建成口袋公园5个"}

    (finding,) = found(now, then, plans=("2031Q4", "2031Q4"))

    assert finding.place.field == "goal"
    assert found(now, then, plans=("2031-10", "2031-09")) == []
    assert found(now, then) == []


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ({"item": "新建口袋公园6个"}, {"item": "新建口袋公园6个"}),
        ({"item": "口袋公园建成6座"}, {"item": "新建口袋公园6个"}),
        ({"item": "新建口袋公园5个", "remark": "经批准目标调整"}, {"item": "新建口袋公园6个"}),
        ({"item": "新建口袋公园5个", "status": "目标调整"}, {"item": "新建口袋公园6个"}),
        ({"item": "新建口袋公园"}, {"item": "新建口袋公园6个"}),
        ({"item": "新增绿道8公里"}, {"item": "新建口袋公园6个"}),
    ],
)
def test_target_that_is_the_same_or_was_amended_passes(now, then):
    assert found(now, then) == []


def test_new_year_has_new_targets():
    assert found({"item": "新建口袋公园5个"}, {"item": "新建口袋公园6个"}, report="2030-12") == []


def test_page_without_an_earlier_one_passes():
    assert list(check(read_subject({"item": "新建口袋公园5个"}))) == []
