import pytest
from hypothesis import given
from hypothesis import strategies as st

from shishi.matching.counts import comparable, is_same_thing, list_counted, pair_counted
from shishi.measures.measure import Basis
from shishi.records import Field
from shishi.text.characters import Script
from tests.rules.pages import make_page, month


def counted(text, field="progress"):
    page = month({field: text})
    return list_counted(page.page.records[0], page.measured[1], Field(field))


def pairs(ours, theirs, **options):
    found = pair_counted(counted(ours), counted(theirs), **options)
    return [(one.measure.text, other.measure.text) for one, other in found]


def test_every_number_has_the_words_of_its_own_clause():
    assert [
        (c.measure.text, c.phrase) for c in counted("架桥30座、验桥20座,新建书房2家待验收")
    ] == [
        ("30座", "架桥"),
        ("20座", "验桥"),
        ("2家", "新建书房,待验收"),
    ]


def test_ranges_and_derived_numbers_are_no_counts():
    assert counted("施工至3~5层,实现全覆盖") == ()


def test_record_without_numbers_counts_nothing():
    assert list_counted(make_page({"item": "甲"}).records[0], None, Field.ITEM) == ()


def test_traditional_text_is_compared_in_simplified_characters():
    page = make_page({"progress": "新建書房2家"}, script=Script.TRADITIONAL)
    measured = month({"progress": "新建书房2家"}).measured[1]

    (number,) = list_counted(page.records[0], measured, Field.PROGRESS)

    assert number.phrase == "新建书房"


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("新建书房2家", "累计建成书房3家", [("2家", "3家")]),
        ("新建绿道2公里", "新建绿道1800米", [("2公里", "1800米")]),
        ("培训护工60人", "培训护工73名", [("60人", "73名")]),
        ("新建充电桩200个", "目前已累计完成145个", [("200个", "145个")]),
        ("淘汰老旧柴油货车300辆", "淘汰国四营运柴油货车500辆", [("300辆", "500辆")]),
        ("新建书房2家、驿站4家", "驿站3家、书房1家", [("2家", "1家"), ("4家", "3家")]),
    ],
)
def test_number_is_paired_with_what_counts_the_same(ours, theirs, expected):
    assert pairs(ours, theirs) == expected


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("新建书房2家", "培训护工60人"),
        ("新建书房2家", "新建驿站3家"),
        ("新建书房2家、驿站4家", "已完成3家"),
        ("新建书房2家", "书房1家、书房3家"),
        ("新建书房2家", ""),
        ("体检残疾人5000名", "累计培训1000名"),
    ],
)
def test_number_without_one_clear_partner_stays_alone(ours, theirs):
    assert pairs(ours, theirs) == []


def test_basis_chooses_between_two_equal_partners():
    theirs = "新增托位60个,累计新增托位568个"

    assert pairs("累计新增托位300个", theirs) == [("300个", "568个")]
    assert pairs("本月新增托位300个", theirs, prefer=Basis.CUMULATIVE) == [("300个", "568个")]
    assert pairs("本月新增托位300个", theirs) == []


def test_same_thing_has_the_same_words_and_a_unit_of_one_family():
    (book,), (library,), (length,) = map(counted, ("新建书房2家", "书房3个", "书房3公里"))

    assert is_same_thing(book, library) == comparable(book, library)
    assert not is_same_thing(book, length)
    assert not comparable(book, length)


def test_unknown_units_are_compared_only_with_themselves():
    (one,), (other,) = counted("新建箱位2箱位"), counted("新建箱位3箱位")

    assert comparable(one, other)


@given(st.text(alphabet="新建书房公园家个座2345、,。(累计 ", max_size=30))
def test_any_text_pairs_with_itself_without_raising(text):
    numbers = counted(text) if text else ()

    assert len(pair_counted(numbers, numbers)) <= len(numbers)
