import pytest

from shishi.rules.progress_over_length import check
from tests.rules.pages import make_subject, orders

ASKED = ({"length": 100},)


@pytest.mark.parametrize("length", [120, 121, 500])
def test_progress_from_120_characters_on_is_noted(length):
    subject = make_subject({"progress": "甲" * length}, stated=ASKED)

    (finding,) = check(subject)

    assert finding.severity == "notes"
    assert finding.facts == {"order": 1, "length": length, "about": 100, "note_from": 120}
    assert (finding.place.row, finding.place.field) == (2, "progress")


@pytest.mark.parametrize("text", ["甲" * 119, "甲" * 101, "", "甲 \n" * 119])
def test_progress_under_120_characters_without_white_space_is_not_noted(text):
    assert list(check(make_subject({"progress": text}, stated=ASKED))) == []


def test_length_that_the_page_states_moves_the_note_with_it():
    subject = make_subject(
        {"progress": "甲" * 239}, {"progress": "甲" * 240}, stated=({"length": 200},)
    )

    assert orders(check(subject)) == [2]


def test_goal_of_any_length_is_not_noted():
    assert list(check(make_subject({"goal": "甲" * 500, "progress": "完成"}, stated=ASKED))) == []


def test_page_that_asks_for_no_length_gets_no_note():
    assert list(check(make_subject({"progress": "甲" * 500}))) == []
