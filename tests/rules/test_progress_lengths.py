from shishi.rules.progress_lengths import check
from tests.rules.pages import make_subject

ASKED = ({"length": 100},)


def test_page_names_every_text_over_100_and_those_from_120_on_apart():
    subject = make_subject(
        *({"progress": "甲" * length} for length in (101, 100, 130, 119)),
        stated=ASKED,
    )

    (finding,) = check(subject)

    assert finding.severity == "notes"
    assert finding.place.row is None
    assert finding.facts["orders"] == [1, 3, 4]
    assert finding.facts["lengths"] == [101, 130, 119]
    assert finding.facts["far"] == [3]


def test_page_whose_long_texts_stay_under_120_names_none_to_shorten():
    (finding,) = check(make_subject({"progress": "甲" * 110}, stated=ASKED))

    assert finding.facts["far"] == {"zh": "无", "en": "none"}


def test_page_without_a_long_text_is_silent():
    assert (
        list(check(make_subject({"progress": "甲" * 100}, {"goal": "甲" * 300}, stated=ASKED)))
        == []
    )


def test_page_without_records_is_silent():
    assert list(check(make_subject(stated=ASKED))) == []


def test_page_that_asks_for_no_length_is_silent():
    assert list(check(make_subject({"progress": "甲" * 500}))) == []
