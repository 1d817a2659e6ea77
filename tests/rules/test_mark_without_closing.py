import pytest

from shishi.rules.mark_without_closing import check
from tests.rules.pages import month, read_subject

ITEM = {"item": "改造雨水泵站4座"}


def found(status, progress, *, before="主体施工。"):
    last = month(ITEM | {"status": status, "progress": before}, report="2031-09")
    return list(check(read_subject(ITEM | {"progress": progress}, previous=(last,))))


@pytest.mark.parametrize("status", ["正常", "滞后", "完成", "前所未见"])
def test_mark_of_an_item_that_was_not_closed_is_asked_about(status):
    (finding,) = found(status, "/")

    assert (finding.severity, finding.place.field) == ("asks", "progress")
    assert finding.facts == {"order": 1, "mark": "/", "before": "2031-09", "status": status}


@pytest.mark.parametrize(
    ("status", "progress", "before"),
    [
        ("办结", "/", "已验收"),
        ("已办结", "/", "已验收"),
        ("", "/", "主体施工。"),
        ("正常", "/", "/"),
        ("正常", "主体施工。", "基础施工。"),
        ("正常", "", "基础施工。"),
    ],
)
def test_mark_of_a_closed_item_and_no_mark_pass(status, progress, before):
    assert found(status, progress, before=before) == []


def test_page_without_an_earlier_one_passes():
    assert list(check(read_subject(ITEM | {"progress": "/"}))) == []
