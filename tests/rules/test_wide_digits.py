import pytest

from shishi.rules.wide_digits import check
from tests.rules.pages import read_subject


def found(field, printed):
    subject = read_subject({"item": "改造", field: printed})
    return [
        (f.facts["printed"], f.facts["proposal"], f.severity)
        for f in check(subject)
        if f.place.field == field
    ]


@pytest.mark.parametrize(
    ("field", "printed", "stretch", "proposal"),
    [
        ("goal", "新建泵站１２座。", "１２", "12"),
        ("progress", "完成５０％", "５０％", "50%"),
        ("progress", "投资１，２００．５万元", "１，２００．５", "1,200.5"),
        ("progress", "新建１２座、改造３座", "１２座、改造３", "12座、改造3"),
        ("progress", "截至９月３０日已进场", "９月３０", "9月30"),
        ("percent", "７５", "７５", "75"),
        ("goal", "建成1２家", "1２", "12"),
    ],
)
def test_number_in_wide_digits_is_noted_with_the_same_in_ordinary_ones(
    field, printed, stretch, proposal
):
    assert found(field, printed) == [(stretch, proposal, "notes")]


@pytest.mark.parametrize(
    ("field", "printed"),
    [
        ("progress", "新建12座"),
        ("progress", "建设ＡＢ座连廊"),
        ("goal", "１．开工 ２．验收"),
        ("progress", "接入１２０急救"),
        ("percent", "75%"),
        ("code", "１．１"),
    ],
)
def test_ordinary_digits_and_those_that_count_nothing_pass(field, printed):
    assert found(field, printed) == []


def test_place_of_the_numbers_is_where_they_stand_in_the_printed_cell():
    (finding,) = check(read_subject({"goal": "新建泵站１２座、桥３座"}))

    assert finding.place.characters == (4, 10)
    assert finding.facts["count"] == 2
