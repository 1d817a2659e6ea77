from dataclasses import replace

import pytest

from shishi.records import Field
from shishi.rulebook import Length
from tests.rules.pages import FOUR_WORDS, WHO_EXPLAINS, make_subject


def test_page_that_states_nothing_leaves_the_word_to_the_rulebook():
    subject = make_subject(rulebook="beilun")

    assert subject.words == ("正常", "超前", "滞后", "办结")
    assert subject.due == {
        "正常": (),
        "超前": ("circumstances",),
        "滞后": ("reason", "next_step"),
        "办结": (),
    }
    assert subject.length == Length(about=100, note_from=120, always=True)
    assert subject.closed_mark == "/"


def test_stated_rules_go_over_the_rulebook():
    stated = (
        {"statuses": ["快", "慢"], "closed_mark": "—"},
        {"length": 50},
        {"explain": ["慢"], "next_step": ["慢"]},
    )

    subject = make_subject(stated=stated)

    assert subject.words == ("快", "慢")
    assert subject.due == {"快": (), "慢": ("next_step",)}
    assert subject.length == Length(about=50, note_from=60, always=True)
    assert subject.closed_mark == "—"


@pytest.mark.parametrize("stated", [{"length": 0}, {"length": "百"}, {"statuses": []}, {}])
def test_stated_rule_that_says_nothing_usable_changes_nothing(stated):
    subject, silent = make_subject(stated=(stated,)), make_subject()

    assert replace(subject, page=silent.page) == silent


def test_length_is_asked_for_only_where_page_or_district_says_so():
    assert make_subject().length is None
    assert make_subject(rulebook="beilun").length == Length(100, note_from=120, always=True)


def test_words_bind_only_where_page_or_district_says_so():
    assert not make_subject().words_bind
    assert make_subject(rulebook="beilun").words_bind
    assert make_subject(stated=(FOUR_WORDS,)).words_bind


@pytest.mark.parametrize(
    ("status", "due"),
    [
        ("滞后", ("reason", "next_step")),
        ("部分滞后", ("reason", "next_step")),
        ("超前", ("circumstances",)),
        ("完成", ()),
        ("暂停", ()),
        ("前所未见", None),
    ],
)
def test_due_of_a_status_follows_its_nearest_word_on_the_page(status, due):
    assert make_subject(stated=(FOUR_WORDS, WHO_EXPLAINS)).find_due(status) == due


def test_column_is_there_when_one_record_fills_it():
    subject = make_subject({"goal": "甲", "support_units": "/"}, {"goal": " "})

    assert subject.has_column(Field.GOAL)
    assert not subject.has_column(Field.SUPPORT_UNITS)
    assert not subject.has_column(Field.PROGRESS)


def test_texts_are_listed_in_page_order_without_blank_ones():
    subject = make_subject({"progress": "乙", "item": "甲", "status": "正常"}, {"remark": "丙"})

    assert [(record.order, field) for record, field in subject.list_texts()] == [
        (1, "item"),
        (1, "progress"),
        (2, "remark"),
    ]
