import pytest

from shishi.rules.steep_tail import check
from tests.rules.pages import month, read_subject

ITEM = "新建充电桩100个"


def goals(*pairs):
    return tuple(
        month({"item": ITEM, "goal": goal}, report=plan, plan=plan) for plan, goal in pairs
    )


def found(own, *others, plan="2031-10", **more):
    row = {"item": ITEM, "goal": own}
    beside = {"previous": goals(*others)} | more
    return list(check(read_subject(row, report=plan, plan=plan, **beside)))


def test_goals_that_leave_most_to_the_last_months_are_noted():
    (finding,) = found("累计新建充电桩40个", ("2031-08", "累计新建充电桩30个"))

    assert (finding.severity, finding.place.field) == ("notes", "goal")
    assert finding.facts == {
        "order": 1,
        "goal": "40个",
        "target": "100个",
        "month": 10,
        "left": "60.0",
        "months": 2,
    }


def test_goals_of_later_periods_are_seen_where_they_are_given():
    later = goals(("2031-11", "累计新建充电桩45个"))

    (finding,) = found("累计新建充电桩40个", goals=later)

    assert (finding.facts["month"], finding.facts["months"]) == (11, 1)


@pytest.mark.parametrize(
    ("own", "others", "plan"),
    [
        ("累计新建充电桩70个", [("2031-08", "累计新建充电桩30个")], "2031-10"),
        ("累计新建充电桩40个", [], "2031-10"),
        ("累计新建充电桩10个", [("2031-02", "累计新建充电桩5个")], "2031-04"),
        ("累计新建充电桩40个", [("2030-08", "累计新建充电桩30个")], "2031-10"),
        ("累计新建充电桩40个", [("2031-08", "完成招标")], "2031-10"),
        ("累计新建充电桩55个", [("2031-08", "累计新建充电桩30个")], "2031-09"),
    ],
)
def test_goals_that_are_steady_or_too_few_pass(own, others, plan):
    assert found(own, *others, plan=plan) == []
