import pytest

from shishi.rules.progress_repeated import check
from tests.rules.pages import month, read_subject

ITEM = {"item": "改造雨水泵站4座"}


def found(now, then, *, status="", before_status="", report="2031-09"):
    last = month(ITEM | {"progress": then, "status": before_status}, report=report)
    row = ITEM | {"progress": now, "status": status}
    return list(check(read_subject(row, previous=(last,))))


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("正在进行基础施工。", "正在进行基础施工。"),
        ("正在进行基础施工", " 正在进行 基础施工。"),
        ("累计完成总工程量的40%。", "累计完成总工程量的40%。"),
    ],
)
def test_text_of_the_last_period_is_asked_about(now, then):
    (finding,) = found(now, then)

    assert (finding.severity, finding.facts) == ("asks", {"order": 1, "before": "2031-09"})


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("正在进行主体施工。", "正在进行基础施工。"),
        ("累计完成总工程量的45%。", "累计完成总工程量的40%。"),
        ("施工中。", "施工中。"),
        ("", ""),
        ("/", "/"),
        ("4座泵站已投入使用。", "4座泵站已投入使用。"),
        ("活动暂停,待统一安排。", "活动暂停,待统一安排。"),
    ],
)
def test_other_or_very_short_or_finished_text_passes(now, then):
    assert found(now, then) == []


@pytest.mark.parametrize(("status", "before"), [("办结", ""), ("完成", ""), ("", "完成")])
def test_finished_item_may_say_so_again(status, before):
    text = "四座泵站改造到位。"

    assert found(text, text, status=status, before_status=before) == []


def test_earlier_page_without_a_period_is_the_last_one():
    text = "正在进行基础施工。"

    (finding,) = found(text, text, report=None)

    assert finding.facts["before"] == {"zh": "上一期", "en": "the last period"}


def test_page_without_an_earlier_one_passes():
    assert list(check(read_subject(ITEM | {"progress": "正在进行基础施工。"}))) == []
