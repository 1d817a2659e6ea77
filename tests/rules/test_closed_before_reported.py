import pytest

from shishi.rules.closed_before_reported import check
from tests.rules.pages import month, read_subject

ITEM = {"item": "改造雨水泵站4座"}


def found(status, progress, *, report="2031-09", item=ITEM):
    last = month(ITEM | {"status": status, "progress": "已验收"}, report=report)
    return list(check(read_subject(item | {"progress": progress}, previous=(last,))))


def test_item_that_was_closed_and_reports_again_is_asked_about():
    (finding,) = found("办结", "绿化补种完成。")

    assert (finding.severity, finding.place.field) == ("asks", "progress")
    assert finding.facts == {"order": 1, "before": "2031-09", "status": "办结", "mark": "/"}


def test_other_words_for_closed_are_understood():
    assert len(found("已销号", "绿化补种完成。")) == 1


@pytest.mark.parametrize(
    ("status", "progress"),
    [("办结", "/"), ("办结", ""), ("完成", "绿化补种完成。"), ("正常", "施工。"), ("", "施工。")],
)
def test_item_that_is_marked_or_was_not_closed_passes(status, progress):
    assert found(status, progress) == []


def test_another_item_that_was_closed_says_nothing():
    assert found("办结", "主体结顶。", item={"item": "新建书房2家"}) == []


def test_page_without_an_earlier_one_passes():
    assert list(check(read_subject(ITEM | {"progress": "施工。"}))) == []


def test_later_page_is_no_earlier_one():
    assert found("办结", "绿化补种完成。", report="2031-11") == []
