import pytest

from shishi.rules.cumulative_fell import check
from tests.rules.pages import month, read_subject

ITEM = {"item": "新建充电桩200个"}


def found(now, then, *, report="2031-09", field="progress"):
    last = month(ITEM | {field: then}, report=report)
    return list(check(read_subject(ITEM | {field: now}, previous=(last,))))


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("累计建成充电桩120个", "累计建成充电桩150个"),
        ("累计完成总工程量的40%", "累计完成总工程量的45%"),
        ("已累计改造管网9公里", "已累计改造管网9200米"),
        ("目前已累计建成120个", "累计建成充电桩150个"),
        ("全区养老床位达到800张", "全区养老床位达到820张"),
    ],
)
def test_cumulative_number_that_fell_is_asked_about(now, then):
    (finding,) = found(now, then)

    assert (finding.severity, finding.place.field) == ("asks", "progress")
    assert finding.facts["before"] == "2031-09"
    assert finding.facts["now"] in now
    assert finding.facts["then"] in then
    assert finding.place.characters is not None


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("累计建成充电桩150个", "累计建成充电桩120个"),
        ("累计建成充电桩150个", "累计建成充电桩150个"),
        ("本月建成充电桩10个", "本月建成充电桩30个"),
        ("建成充电桩10个", "建成充电桩30个"),
        ("累计建成充电桩120个", "建成充电桩150个"),
        ("累计培训医护12人", "累计建成充电桩150个"),
        ("累计惠及老人120名", "累计惠及老人150次"),
        ("主体施工", "累计建成充电桩150个"),
    ],
)
def test_number_that_grew_or_is_of_the_month_or_counts_something_else_passes(now, then):
    assert found(now, then) == []


def test_column_of_percentages_that_fell_is_asked_about():
    (finding,) = found("60%", "65%", field="percent")

    assert finding.place.field == "percent"


def test_count_begins_anew_with_the_year():
    assert found("累计建成充电桩12个", "累计建成充电桩150个", report="2030-12") == []


def test_page_without_an_earlier_one_passes():
    assert list(check(read_subject(ITEM | {"progress": "累计建成12个"}))) == []
