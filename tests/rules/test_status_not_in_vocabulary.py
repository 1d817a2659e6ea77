import pytest

from shishi.rules.status_not_in_vocabulary import check
from shishi.text.characters import Script
from tests.rules.pages import FOUR_WORDS, make_subject


@pytest.mark.parametrize(
    ("printed", "proposal"),
    [
        ("完成", "办结"),
        ("已完工", "办结"),
        ("部分滞后", "滞后"),
        ("正常推进", "正常"),
        ("一切顺利", None),
    ],
)
def test_status_outside_the_page_s_words_is_asked_about_with_the_nearest(printed, proposal):
    (finding,) = check(make_subject({"status": printed}, stated=(FOUR_WORDS,)))

    assert finding.severity == "asks"
    assert finding.place.field == "status"
    assert finding.facts == {
        "order": 1,
        "printed": printed,
        "allowed": ["正常", "超前", "滞后", "办结"],
        "proposal": proposal,
        "nearest": proposal or None,
    }


@pytest.mark.parametrize("printed", ["正常", "超前", " 滞后\n", "办结", "", "/", "—"])
def test_status_among_the_page_s_words_or_blank_or_marked_passes(printed):
    assert list(check(make_subject({"status": printed}, stated=(FOUR_WORDS,)))) == []


def test_page_that_states_nothing_is_held_to_the_rulebook():
    rows = ({"status": "完成"}, {"status": "部分滞后"}, {"status": "达序"}, {"status": "很顺利"})

    (finding,) = check(make_subject(*rows))

    assert (finding.facts["order"], finding.facts["proposal"]) == (4, None)


def test_district_with_four_words_is_held_to_them_without_a_stated_rule():
    (finding,) = check(make_subject({"status": "完成"}, rulebook="beilun"))

    assert finding.facts["proposal"] == "办结"


def test_traditional_status_is_compared_in_simplified_characters_and_kept_as_printed():
    rows = ({"status": "滯後"}, {"status": "較慢"})

    (finding,) = check(make_subject(*rows, stated=(FOUR_WORDS,), script=Script.TRADITIONAL))

    assert (finding.facts["printed"], finding.facts["proposal"]) == ("較慢", "滞后")


def test_words_of_another_page_are_that_page_s_law():
    stated = ({"statuses": ["超序时", "按序时", "慢序时"]},)
    rows = ({"status": "按序时"}, {"status": "正常"})

    (finding,) = check(make_subject(*rows, stated=stated))

    assert (finding.facts["order"], finding.facts["proposal"]) == (2, "按序时")
