import pytest

from shishi.rules.progress_copied import check
from tests.rules.pages import make_subject


@pytest.mark.parametrize(
    ("goal", "progress"),
    [
        ("完成管网铺设。", "完成管网铺设。"),
        ("完成管网铺设。", "完成管网铺设"),
        ("完成总工程量的70%。", "完成总工程量的\n70%;"),
    ],
)
def test_progress_equal_to_its_goal_but_for_punctuation_is_asked_about(goal, progress):
    (finding,) = check(make_subject({"goal": goal, "progress": progress}))

    assert (finding.severity, finding.place.field) == ("asks", "progress")
    assert finding.facts == {"order": 1}


@pytest.mark.parametrize(
    ("goal", "progress"),
    [
        ("完成管网铺设。", "已完成管网铺设。"),
        ("完成总工程量的70%。", "完成总工程量的70。"),
        ("完成总工程量的70%。", "完成总工程量的65%。"),
        ("完成。", "完成。"),
        ("", ""),
        ("完成管网铺设。", ""),
        ("完成管网铺设。", "完成管网铺设。其中两段待验收。"),
    ],
)
def test_progress_that_says_anything_else_or_is_very_short_passes(goal, progress):
    assert list(check(make_subject({"goal": goal, "progress": progress}))) == []
