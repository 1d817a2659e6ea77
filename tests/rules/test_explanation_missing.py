import pytest

from shishi.rules.explanation_missing import check
from tests.rules.pages import FOUR_WORDS, WHO_EXPLAINS, make_subject, orders

STATED = (FOUR_WORDS, WHO_EXPLAINS)


@pytest.mark.parametrize(
    ("status", "lacking"),
    [
        ("超前", ["具体情况"]),
        ("滞后", ["滞后原因", "下步计划"]),
        ("部分滞后", ["滞后原因", "下步计划"]),
        ("推进缓慢", ["滞后原因", "下步计划"]),
    ],
)
def test_blank_explanation_of_a_status_that_asks_for_one_is_asked_about(status, lacking):
    (finding,) = check(make_subject({"status": status}, stated=STATED))

    assert (finding.severity, finding.place.field) == ("asks", "explanation")
    assert (finding.facts["order"], finding.facts["status"]) == (1, status)
    assert [aspect["zh"] for aspect in finding.facts["lacking"]] == lacking


@pytest.mark.parametrize("status", ["正常", "办结", "完成", "", "前所未见"])
def test_blank_explanation_that_nobody_asked_for_passes(status):
    assert list(check(make_subject({"status": status}, stated=STATED))) == []


def test_mark_for_a_blank_cell_is_no_explanation():
    row = {"status": "超前", "explanation": "/"}

    assert orders(check(make_subject(row, stated=STATED))) == [1]


def test_explanation_that_is_there_passes():
    row = {"status": "超前", "explanation": "提前一个月开工"}

    assert list(check(make_subject(row, stated=STATED))) == []


def test_page_without_a_column_for_explanations_passes():
    assert list(check(make_subject({"status": "滞后"}, {"status": "超前"}))) == []


def test_page_that_states_nothing_follows_the_rulebook_once_anybody_explains():
    rows = (
        {"status": "滞后", "explanation": "因雨停工,下月复工"},
        {"status": "超前"},
        {"status": "滞后"},
    )

    assert orders(check(make_subject(*rows))) == [3]
    assert orders(check(make_subject(*rows, rulebook="beilun"))) == [2, 3]


def test_page_that_asks_only_the_late_ones_does_not_ask_the_early_ones():
    stated = (FOUR_WORDS, {"explain": ["滞后"], "reason": ["滞后"]})
    rows = ({"status": "超前"}, {"status": "滞后"})

    (finding,) = check(make_subject(*rows, stated=stated))

    (aspect,) = finding.facts["lacking"]
    assert (finding.facts["order"], aspect["zh"]) == (2, "滞后原因")
