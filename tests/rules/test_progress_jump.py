import pytest

from shishi.rules.progress_jump import check
from tests.rules.pages import month, read_subject

ITEM = {"item": "新建充电桩2000个"}


def found(now, then, *, report="2031-04", before="2031-03"):
    last = month(ITEM | {"progress": then}, report=before)
    return list(check(read_subject(ITEM | {"progress": now}, report=report, previous=(last,))))


def test_number_that_grew_ten_times_in_a_month_is_asked_about():
    (finding,) = found("累计建成充电桩200个", "累计建成充电桩20个")

    assert (finding.severity, finding.place.field) == ("asks", "progress")
    assert finding.facts == {
        "order": 1,
        "now": "200个",
        "then": "20个",
        "before": "2031-03",
        "times": "10.0",
    }


def test_pace_is_that_of_the_months_between_the_pages():
    assert len(found("累计建成充电桩55个", "累计建成充电桩20个")) == 1
    assert found("累计建成充电桩55个", "累计建成充电桩20个", report="2031-09") == []


@pytest.mark.parametrize(("now", "expected"), [("100", 1), ("99", 0)])
def test_without_periods_the_number_itself_is_weighed(now, expected):
    texts = f"累计建成充电桩{now}个", "累计建成充电桩20个"

    assert len(found(*texts, report=None, before=None)) == expected


@pytest.mark.parametrize(("now", "expected"), [("200", 1), ("199", 0)])
def test_number_of_a_month_is_held_against_the_last_month_s(now, expected):
    assert len(found(f"本月建成充电桩{now}个", "本月建成充电桩20个")) == expected


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("累计建成充电桩30个", "累计建成充电桩20个"),
        ("累计建成充电桩20个", "累计建成充电桩200个"),
        ("累计建成充电桩200个", "累计建成充电桩0个"),
        ("建成充电桩200个", "建成充电桩20个"),
        ("累计完成总工程量的50%", "累计完成总工程量的5%"),
        ("累计完成总工程量的50%", "累计建成充电桩5个"),
        ("累计投放单车200辆", "累计建成充电桩20个"),
    ],
)
def test_number_that_grew_steadily_or_cannot_be_compared_passes(now, then):
    assert found(now, then) == []


def test_count_begins_anew_with_the_year():
    texts = "累计建成充电桩200个", "累计建成充电桩20个"

    assert found(*texts, before="2030-12") == []


def test_page_without_an_earlier_one_passes():
    assert list(check(read_subject(ITEM | {"progress": "累计建成12个"}))) == []
