import pytest

from shishi.rules.damaged_text import check
from tests.rules.pages import make_subject


@pytest.mark.parametrize(
    ("text", "printed", "around"),
    [
        ("某某通”全过程系统上线。", "”", "某某通”全过程系"),
        ("完成50%累计完成80%", "50%", "完成50%累计完成"),
        ("道路,,绿化完工。", ",,", "道路,,绿化完工"),
    ],
)
def test_sentence_that_lost_a_mark_is_asked_about_where_it_did(text, printed, around):
    (finding,) = check(make_subject({"progress": text}))

    assert (finding.severity, finding.place.field) == ("asks", "progress")
    assert (finding.facts["printed"], finding.facts["around"]) == (printed, around)


@pytest.mark.parametrize(
    "text",
    ["“某某通”全过程系统上线。", "完成50%,累计完成80%", "1)进场;2)施工", "截至1024日完成。"],
)
def test_whole_sentences_and_damaged_numbers_pass(text):
    assert list(check(make_subject({"progress": text}))) == []
