import pytest

from shishi.rules.same_promise_agrees import check
from tests.rules.pages import month, read_subject


def found(ours, theirs, lead="住建局"):
    plan = month({"item": theirs, "lead_units": "住房和城乡建设局", "code": "15"})
    return list(check(read_subject({"item": ours, "lead_units": lead}, against=plan)))


@pytest.mark.parametrize(
    ("ours", "theirs", "numbers"),
    [
        ("发放购房码1000个", "保障品质交付,发放购房码1000个", ("1000个", "1000个")),
        ("新增婴幼儿托位300个", "新增托位数300个", ("300个", "300个")),
        ("新增绿道2公里", "新增绿道2000米", ("2公里", "2000米")),
        ("新建书房不少于6家", "新建书房7家", ("不少于6家", "7家")),
    ],
)
def test_number_that_both_plans_give_is_noted(ours, theirs, numbers):
    (finding,) = found(ours, theirs)

    assert (finding.severity, finding.place.field) == ("notes", "item")
    assert (finding.facts["ours"], finding.facts["theirs"]) == numbers


@pytest.mark.parametrize(
    ("ours", "theirs", "lead"),
    [
        ("发放购房码1000个", "发放购房码900个", "住建局"),
        ("发放购房码1000个", "慰问老人1000名", "住建局"),
        ("新增婴幼儿托位300个", "新增托位数300个", "教育局"),
    ],
)
def test_number_that_differs_or_counts_something_else_passes(ours, theirs, lead):
    assert found(ours, theirs, lead) == []


def test_page_without_another_plan_passes():
    assert list(check(read_subject({"item": "新建书房6家"}))) == []
