import pytest

from shishi.findings import message
from shishi.rules.explanation_incomplete import check
from tests.rules.pages import FOUR_WORDS, WHO_EXPLAINS, make_subject

STATED = (FOUR_WORDS, WHO_EXPLAINS)


@pytest.mark.parametrize(
    ("explanation", "lacking"),
    [
        ("受连续降雨影响,土方外运停了十天。", ["下步计划"]),
        ("管线迁改审批尚未办完。", ["下步计划"]),
        ("下步加派两个班组,月底前完成顶板浇筑。", ["滞后原因"]),
        ("进度滞后。", ["滞后原因", "下步计划"]),
        ("进度较慢,下月加快推进。", ["滞后原因"]),
    ],
)
def test_late_item_without_reason_or_next_step_is_asked_for_what_lacks(explanation, lacking):
    row = {"status": "滞后", "explanation": explanation}

    (finding,) = check(make_subject(row, stated=STATED))

    assert (finding.severity, finding.place.field) == ("asks", "explanation")
    assert (finding.facts["order"], finding.facts["status"]) == (1, "滞后")
    assert [aspect["zh"] for aspect in finding.facts["lacking"]] == lacking


@pytest.mark.parametrize(
    ("status", "explanation"),
    [
        ("滞后", "因管线未迁改停工,接下来与燃气公司对接,争取月底复工。"),
        ("部分滞后", "由于选址调整,开工推迟;计划下月进场。"),
        ("滞后", "三户房屋正在翻建,现场协调后与住户商定分两批补做。"),
        ("滞后", "租用商铺的消防检查没有通过,十月二十日前完成整改。"),
        ("超前", "已提前开工"),
        ("正常", "一切正常"),
        ("办结", "项目完成"),
        ("滞后", ""),
        ("前所未见", "进度滞后。"),
    ],
)
def test_complete_or_unasked_or_blank_explanation_passes(status, explanation):
    row = {"status": status, "explanation": explanation}

    assert list(check(make_subject(row, stated=STATED))) == []


def test_page_that_asks_only_for_the_reason_is_content_with_it():
    stated = (FOUR_WORDS, {"explain": ["滞后"], "reason": ["滞后"]})
    row = {"status": "滞后", "explanation": "受降雨影响。"}

    assert list(check(make_subject(row, stated=stated))) == []


def test_what_lacks_is_named_in_the_language_of_the_reader():
    row = {"status": "滞后", "explanation": "进度滞后。"}

    (finding,) = check(make_subject(row, stated=STATED))

    assert "看到滞后原因、下步计划；" in message(finding)
    assert "give: the reason, the next step." in message(finding, "en")
