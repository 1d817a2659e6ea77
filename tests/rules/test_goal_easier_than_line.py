import pytest

from shishi.rules.goal_easier_than_line import check
from tests.rules.pages import month, read_subject


def found(item, goal, plan="2031-08", **beside):
    subject = read_subject({"item": item, "goal": goal}, report=plan, plan=plan, **beside)
    return list(check(subject))


@pytest.mark.parametrize(
    ("goal", "plan", "share", "line"),
    [
        ("累计体检残疾人1000名", "2031-08", "20.0", "66.7"),
        ("累计体检残疾人1000名", "2031Q2", "20.0", "50.0"),
        ("累计体检残疾人0.1万名", "2031H1", "20.0", "50.0"),
    ],
)
def test_goal_far_below_the_straight_line_is_noted(goal, plan, share, line):
    (finding,) = found("体检残疾人5000名", goal, plan)

    assert (finding.severity, finding.place.field) == ("notes", "goal")
    assert (finding.facts["share"], finding.facts["line"]) == (share, line)
    assert finding.facts["target"] == "5000名"


def test_level_is_a_step_towards_the_target_too():
    assert len(found("养老床位达到1000张", "养老床位达到200张")) == 1


@pytest.mark.parametrize(
    ("item", "goal", "plan"),
    [
        ("体检残疾人5000名", "累计体检残疾人3000名", "2031-08"),
        ("体检残疾人5000名", "体检残疾人1000名", "2031-08"),
        ("体检残疾人5000名", "累计体检残疾人1000名", "2031-12"),
        ("体检残疾人5000名", "累计体检残疾人1000名", "2031"),
        ("体检残疾人5000名", "累计培训1000名", "2031-08"),
        ("体检残疾人5000名、老人3000名", "累计体检残疾人1000名", "2031-08"),
        ("体检残疾人5000名", "完成招标", "2031-08"),
        ("投诉不超过5000件", "累计投诉不超过1000件", "2031-08"),
        ("体检残疾人0名", "累计体检残疾人1000名", "2031-08"),
        ("体检残疾人", "累计体检残疾人1000名", "2031-08"),
    ],
)
def test_goal_on_the_line_or_not_of_the_year_passes(item, goal, plan):
    assert found(item, goal, plan) == []


def test_page_without_a_plan_period_passes():
    row = {"item": "体检残疾人5000名", "goal": "累计体检残疾人1000名"}

    assert list(check(read_subject(row, plan=None))) == []


def test_goals_of_earlier_pages_were_noted_there():
    row = {"item": "体检残疾人5000名", "goal": "累计体检残疾人500名"}
    june = month(row, report="2031-06", plan="2031-06")

    assert found("体检残疾人5000名", "累计体检残疾人4000名", previous=(june,)) == []
