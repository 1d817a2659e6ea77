import pytest

from shishi.rules.explanation_not_due import check
from tests.rules.pages import FOUR_WORDS, WHO_EXPLAINS, make_subject

STATED = (FOUR_WORDS, WHO_EXPLAINS)


@pytest.mark.parametrize("status", ["办结", "正常", "完成", "已完工"])
def test_explanation_of_a_status_that_asks_for_none_is_only_noted(status):
    row = {"status": status, "explanation": "项目完成"}

    (finding,) = check(make_subject(row, stated=STATED))

    assert (finding.severity, finding.place.field) == ("notes", "explanation")
    assert finding.facts == {"order": 1, "status": status}


@pytest.mark.parametrize(
    ("status", "explanation"),
    [
        ("滞后", "因雨停工,下月复工"),
        ("部分滞后", "因雨停工,下月复工"),
        ("超前", "已提前开工"),
        ("办结", ""),
        ("办结", "/"),
        ("正常", "无"),
        ("/", "项目完成"),
        ("", "项目完成"),
        ("前所未见", "项目完成"),
    ],
)
def test_explanation_that_is_due_or_blank_or_of_an_unknown_status_passes(status, explanation):
    row = {"status": status, "explanation": explanation}

    assert list(check(make_subject(row, stated=STATED))) == []


def test_page_that_does_not_say_who_explains_is_left_alone():
    row = {"status": "办结", "explanation": "项目完成"}

    assert list(check(make_subject(row))) == []
    assert len(list(check(make_subject(row, rulebook="beilun")))) == 1
