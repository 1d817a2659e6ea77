import pytest

from shishi.rules.damaged_name import check
from shishi.text.characters import Script
from tests.rules.pages import make_subject, read_subject


@pytest.mark.parametrize("field", ["lead_units", "support_units"])
@pytest.mark.parametrize(("printed", "proposal"), [("大街道", "大碶街道"), ("新街道", "新碶街道")])
def test_unit_that_lost_its_rare_character_is_asked_about_with_the_registered_name(
    field, printed, proposal
):
    subject = make_subject({field: f"住建局、{printed}、财政局"}, rulebook="beilun")

    (finding,) = check(subject)

    assert (finding.severity, finding.place.field) == ("asks", field)
    assert finding.facts == {
        "order": 1,
        "printed": printed,
        "proposal": proposal,
        "nearest": [proposal],
        "why": "a character of the name is missing",
        "lost": ["碶"],
    }


@pytest.mark.parametrize(
    ("printed", "proposal"),
    [
        ("大□街道", None),
        ("新?街道", "新碶街道"),
        ("新\ufffd\ufffd街道", "新碶街道"),
        ("大qi街道", "大碶街道"),
        ("柴\ue001街道", "柴桥街道"),
    ],
)
def test_unit_with_a_sign_or_a_reading_for_a_character_is_asked_about(printed, proposal):
    (finding,) = check(make_subject({"lead_units": printed}, rulebook="beilun"))

    assert (finding.facts["printed"], finding.facts["proposal"]) == (printed, proposal)


def test_unit_with_a_sign_that_fits_nobody_is_asked_about_without_a_proposal():
    (finding,) = check(make_subject({"lead_units": "柳□街道"}, rulebook="beilun"))

    assert finding.facts["nearest"] is None


def test_name_of_the_register_that_the_caller_gives_is_proposed():
    (finding,) = check(read_subject({"lead_units": "埠街道"}, register=["石埠街道"]))

    assert finding.facts["proposal"] == "石埠街道"


def test_place_in_a_sentence_with_something_else_for_its_rare_character_is_asked_about():
    row = {"item": "扩建大□小学", "progress": "新qi街道已完工,大\ue001卫生院验收。"}

    found = check(make_subject(row, rulebook="beilun"))

    assert [(f.place.field, f.place.characters, f.facts["proposal"]) for f in found] == [
        ("item", (2, 6), "大碶小学"),
        ("progress", (9, 14), "大碶卫生院"),
        ("progress", (0, 5), "新碶街道"),
    ]


def test_place_in_a_sentence_with_its_rare_character_in_halves_is_asked_about():
    row = {"item": "扩建大石契小学", "progress": "新石契街道已完工。"}

    found = check(make_subject(row, rulebook="beilun"))

    assert [(f.place.field, f.place.characters, f.facts["proposal"]) for f in found] == [
        ("item", (2, 7), "大碶小学"),
        ("progress", (0, 5), "新碶街道"),
    ]
    assert {f.facts["why"] for f in check(make_subject(row, rulebook="beilun"))} == {
        "a character of the name is printed as its two halves"
    }


@pytest.mark.parametrize(
    "text", ["石契条款已签", "大石契约公园", "大石契 小学", "十大石契小学生", "大理石契合度"]
)
def test_characters_that_only_look_like_halves_pass(text):
    assert list(check(make_subject({"item": text}, rulebook="default"))) == []


@pytest.mark.parametrize("text", ["大石契约公园", "大石契合街道风貌", "扩建大石小学"])
def test_halves_before_other_words_pass_in_the_district_too(text):
    assert list(check(make_subject({"item": text}, rulebook="beilun"))) == []


@pytest.mark.parametrize("text", ["扩建大□公园", "大xie小学", "大A小学", "新增街道□座"])
def test_sign_or_letters_that_stand_for_no_rare_character_pass(text):
    assert list(check(make_subject({"item": text}, rulebook="beilun"))) == []


@pytest.mark.parametrize("printed", ["街道", "北"])
def test_unit_cut_to_a_stump_is_asked_about_without_a_proposal(printed):
    (finding,) = check(make_subject({"support_units": f"住建局、{printed}"}, rulebook="beilun"))

    assert (finding.facts["printed"], finding.facts["proposal"]) == (printed, None)
    assert (finding.facts["nearest"], finding.facts["lost"]) == (None, None)


@pytest.mark.parametrize(
    "printed",
    [
        "大碶街道",
        "区发改局",
        "北仑公交",
        "各街道",
        "相关街道",
        "天煦公司",
        "五水办",
        "妇联",
        "宁波滨港建设有限公司",
        "区委编办",
        "健康北仑建设领导小组成员单位",
        "/",
        "无",
    ],
)
def test_unit_that_is_whole_passes_registered_or_not(printed):
    assert list(check(make_subject({"support_units": printed}, rulebook="beilun"))) == []


def test_group_that_the_page_prints_is_not_proposed_for_a_stump():
    rows = ({"support_units": "各街道"}, {"support_units": "街道"})
    (finding,) = check(make_subject(*rows, rulebook="beilun"))

    assert finding.facts["nearest"] is None


def test_stump_in_a_district_without_such_a_name_gets_no_proposal():
    (finding,) = check(make_subject({"lead_units": "大街道"}, rulebook="default"))

    assert finding.facts["proposal"] is None


def test_place_in_a_sentence_that_lost_its_rare_character_is_asked_about_where_it_stands():
    row = {"item": "扩建大小学和东山中学", "progress": "某河沿岸、新街道老城片区已完工。"}

    first, second = check(make_subject(row, rulebook="beilun"))

    assert (first.place.field, first.place.characters) == ("item", (2, 5))
    assert (first.facts["printed"], first.facts["proposal"]) == ("大小学", "大碶小学")
    assert (second.place.field, second.facts["proposal"]) == ("progress", "新碶街道")


def test_place_that_is_damaged_twice_in_a_sentence_is_named_twice():
    found = check(make_subject({"goal": "大小学开工,大小学验收"}, rulebook="beilun"))

    assert [finding.place.characters for finding in found] == [(0, 3), (6, 9)]


@pytest.mark.parametrize(
    "text",
    [
        "扩大小学招生",
        "全区大中小学",
        "推进创新街道建设",
        "更新街道设施",
        "十大街道",
        "新建小学",
        "5大街道",
    ],
)
def test_ordinary_words_that_look_like_remains_pass(text):
    assert list(check(make_subject({"item": text}, rulebook="beilun"))) == []


def test_page_that_prints_the_rare_character_elsewhere_has_not_lost_it():
    rows = ({"item": "扩建大小学"}, {"support_units": "大碶街道"})

    assert list(check(make_subject(*rows, rulebook="beilun"))) == []


def test_traditional_page_is_read_in_simplified_characters_and_quoted_as_printed():
    subject = make_subject({"item": "擴建大小學"}, script=Script.TRADITIONAL, rulebook="beilun")

    (finding,) = check(subject)

    assert (finding.facts["printed"], finding.facts["proposal"]) == ("大小學", "大碶小学")


def test_name_that_the_page_prints_whole_elsewhere_is_proposed():
    rows = ({"lead_units": "石埠街道"}, {"lead_units": "埠街道"})
    (finding,) = check(make_subject(*rows))
    assert (finding.facts["order"], finding.facts["proposal"]) == (2, "石埠街道")


def test_name_of_a_group_that_is_printed_whole_is_left_alone():
    rows = ({"lead_units": "石埠街道"}, {"lead_units": "各街道"})
    assert list(check(make_subject(*rows))) == []
