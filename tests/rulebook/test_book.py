from __future__ import annotations

import pytest

from shishi.rulebook import load_rulebook
from shishi.rulebook.book import MEANINGS

DEFAULT = load_rulebook("default")
BEILUN = load_rulebook("beilun")


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("正常", "on_schedule"),
        ("达到序时进度", "on_schedule"),
        ("未达到序时进度", "behind"),
        ("基本完工", "done"),
        ("慢序时", "behind"),
        ("未启动", None),
        ("一切顺利", None),
    ],
)
def test_meaning_of_a_printed_status_is_known_or_none(word: str, meaning: str | None) -> None:
    assert DEFAULT.meaning(word) == meaning


@pytest.mark.parametrize(
    ("word", "allowed", "proposal"),
    [
        ("完成", ("正常", "超前", "滞后", "办结"), "办结"),
        ("部分滞后", ("正常", "超前", "滞后", "办结"), "滞后"),
        ("正常推进", ("正常", "滞后"), "正常"),
        ("正常", ("超序时", "按序时", "慢序时"), "按序时"),
        ("一切顺利", ("正常", "滞后"), ""),
        ("暂停", ("正常", "滞后"), ""),
    ],
)
def test_proposal_is_the_allowed_word_of_the_same_or_the_nearest_meaning(
    word: str, allowed: tuple[str, ...], proposal: str
) -> None:
    assert BEILUN.propose(word, allowed) == proposal


def test_district_that_names_four_words_lets_units_fill_in_only_those() -> None:
    assert BEILUN.words == ("正常", "超前", "滞后", "办结")


def test_every_meaning_has_a_word_even_where_units_may_not_fill_it_in() -> None:
    assert [BEILUN.meaning(BEILUN.word(meaning)) for meaning in MEANINGS] == list(MEANINGS)


def test_word_of_an_unknown_meaning_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="on_schedule"):
        BEILUN.word("fine")


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("发改局", "发展和改革局"),
        ("区发展和改革局", "发展和改革局"),
        ("北仑区公建中心", "公共项目建设管理中心"),
        ("北仑公交", "北仑公交"),
        ("区", "区"),
    ],
)
def test_printed_unit_gets_its_registered_name_or_keeps_its_own(printed: str, name: str) -> None:
    assert BEILUN.unit(printed) == name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("区卫健局", "卫生健康局", True),
        ("区某某中心", "某某中心", True),
        ("住建局", "资规分局", False),
        ("区教育局", "教育发展公司", False),
    ],
)
def test_two_names_are_one_unit_by_register_or_but_for_a_prefix(
    one: str, other: str, same: bool
) -> None:
    assert BEILUN.is_same_unit(one, other) is same


def test_every_registered_name_is_listed_once() -> None:
    names = BEILUN.unit_names()

    assert len(names) == len(set(names))
    assert {"发展和改革局", "发改局", "大碶街道"} <= set(names)


def test_members_of_a_standing_group_are_registered_units() -> None:
    assert set(BEILUN.groups["各街道"]) <= set(BEILUN.units)


@pytest.mark.parametrize(
    ("name", "known"),
    [("区发改局", True), ("各街道", True), ("大街道", False), ("街道", False), ("北仑公交", False)],
)
def test_registered_is_a_unit_under_any_name_or_a_standing_group(name: str, known: bool) -> None:
    assert BEILUN.is_registered(name) is known
