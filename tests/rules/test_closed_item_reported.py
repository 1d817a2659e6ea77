import pytest

from shishi.rules.closed_item_reported import check
from tests.rules.pages import make_subject


def test_progress_beside_a_goal_that_is_the_mark_is_asked_about():
    (finding,) = check(make_subject({"goal": "/", "progress": "已完成堤岸加固。"}))

    assert (finding.severity, finding.place.field) == ("asks", "progress")
    assert finding.facts == {"order": 1, "mark": "/"}


@pytest.mark.parametrize(
    ("goal", "progress"),
    [("/", "/"), ("/", ""), ("", "已完成"), ("完成1/2", "已完成"), ("完成堤岸加固。", "/")],
)
def test_record_that_is_marked_in_both_or_in_neither_passes(goal, progress):
    assert list(check(make_subject({"goal": goal, "progress": progress}))) == []


def test_mark_that_the_page_states_takes_the_place_of_the_rulebook_s():
    rows = ({"goal": "—", "progress": "已完成"}, {"goal": "/", "progress": "已完成"})

    (finding,) = check(make_subject(*rows, stated=({"closed_mark": "—"},)))

    assert finding.facts == {"order": 1, "mark": "—"}
