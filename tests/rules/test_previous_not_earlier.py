import pytest

from shishi.rules.previous_not_earlier import check
from tests.rules.pages import month, read_subject


@pytest.mark.parametrize("report", ["2031-10", "2031-11", "2031Q4", "2032-01"])
def test_page_that_is_not_earlier_is_asked_about(report):
    (finding,) = check(read_subject({"item": "甲"}, previous=(month(report=report),)))

    assert finding.severity == "asks"
    assert finding.facts == {"name": "page.html", "theirs": report, "ours": "2031-10"}


@pytest.mark.parametrize("report", ["2031-09", "2031Q3", "2030-12", None])
def test_page_that_is_or_may_be_earlier_passes(report):
    assert list(check(read_subject({"item": "甲"}, previous=(month(report=report),)))) == []


def test_page_that_says_no_period_itself_passes():
    subject = read_subject({"item": "甲"}, report=None, previous=(month(report="2031-09"),))

    assert list(check(subject)) == []
