import pytest

from shishi.layouts.flows.labelled.alternatives import find_alternatives
from shishi.layouts.words.dialect import COMMON


def alternatives(page):
    found = find_alternatives(page.split(), headed=True, dialect=COMMON)
    return {word: common for word, common in found.items() if word != common}


@pytest.mark.parametrize(
    ("page", "same"),
    [
        ("进度状态 牵头领导 进度状态 牵头领导 进度状态 区领导", {"区领导": "牵头领导"}),
        ("区领导 进度状态 牵头领导 进度状态 牵头领导 进度状态", {"区领导": "牵头领导"}),
        ("进度状态 完成情况 进度状态 实际完成情况", {"实际完成情况": "完成情况"}),
        ("牵头单位 进展情况 牵头单位 进展情况 责任单位 完成情况", {"责任单位": "牵头单位", "完成情况": "进展情况"}),
    ],
)  # fmt: skip
def test_word_at_an_end_of_the_page_is_known_by_what_stands_on_its_other_side(page, same):
    assert alternatives(page) == same


@pytest.mark.parametrize(
    "page",
    [
        "牵头单位 责任单位 牵头单位 责任单位",
        "牵头单位 责任单位 进展情况 牵头单位 责任单位 进展情况",
        "进展情况 牵头单位 责任单位 进展情况 牵头单位 责任单位",
    ],
)
def test_words_of_one_block_stay_apart(page):
    assert alternatives(page) == {}


@pytest.mark.parametrize(("reason", "same"), [(2, {"原因": "情况说明"}), (7, {})])
def test_word_that_stands_behind_another_now_and_then_says_the_same(reason, same):
    page = " ".join(["责任单位 情况说明"] * 6 + ["责任单位 情况说明 原因"] * reason)
    assert alternatives(page) == same


@pytest.mark.parametrize(
    "page",
    [
        "总投资 投资额 牵头单位 总投资 投资额 牵头单位 投资额 牵头单位 总投资 投资额",
    ],
)
def test_words_right_behind_one_another_stay_apart_where_one_is_left_out(page):
    assert alternatives(page) == {}
