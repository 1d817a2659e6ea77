import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shishi.matching import Ground, match_lists, match_pages, pages
from shishi.rulebook import load_rulebook
from tests.matching.plain import match_plainly
from tests.rules.pages import make_page

BOOK = load_rulebook("default")


def row(item, lead="水利局", code=""):
    return {"item": item, "lead_units": lead, "code": code}


def pairs(matches):
    return [(match.order, match.other) for match in matches]


def test_months_of_one_list_are_matched_by_their_words_whatever_the_row():
    last = make_page(row("改造泵站4座", code="1"), row("新建口袋公园6个", code="2"))
    page = make_page(row("新建口袋公园6个", code="1"), row("改造泵站4座", code="2"))

    found = match_lists(page, last, rulebook=BOOK)

    assert pairs(found) == [(1, 2), (2, 1)]
    assert found[0].grounds == (Ground.SAME_ITEM, Ground.SAME_LEAD, Ground.SAME_NUMBERS)


def test_item_in_other_words_is_matched_by_code_and_lead_unit_too():
    last = make_page(row("改造老城泵站机组4座", code="3.1"))
    page = make_page(row("更新老城泵站3座(含机组)", code="3.1"))

    (found,) = match_lists(page, last, rulebook=BOOK)

    assert found.other == 1
    assert {Ground.SIMILAR_ITEM, Ground.SAME_CODE, Ground.SAME_LEAD} <= set(found.grounds)


def test_half_the_words_without_the_code_or_the_unit_match_nothing():
    last = make_page(row("改造老城泵站机组4座", code="7"))
    like = row("更新老城泵站管道3座", lead="城管局", code="3.1")
    known = row("更新老城泵站管道3座", code="7")

    assert pairs(match_lists(make_page(like), last, rulebook=BOOK)) == [(1, None)]
    assert pairs(match_lists(make_page(known), last, rulebook=BOOK)) == [(1, 1)]


@pytest.mark.parametrize("item", ["开设暑托班30个", "改造农贸市场4家", "推进建设", "", "公园"])
def test_item_that_is_another_stays_unmatched_whatever_its_code(item):
    last = make_page(row("改造泵站4座", code="1"))

    (found,) = match_lists(make_page(row(item, code="1")), last, rulebook=BOOK)

    assert (found.other, found.grounds) == (None, (Ground.NONE_ALIKE,))


def test_one_record_is_not_matched_twice():
    last = make_page(row("改造老城区雨水泵站4座"))
    page = make_page(row("改造老城区雨水泵站4座"), row("改造老城区雨水泵站"))

    first, second = match_lists(page, last, rulebook=BOOK)

    assert first.other == 1
    assert (second.other, second.grounds) == (None, (Ground.TAKEN,))


def test_record_that_two_others_are_equally_like_is_left_to_a_person():
    two = make_page(row("改造东片雨水泵站机组"), row("改造西片雨水泵站机组"))
    one = make_page(row("改造北片雨水泵站机组"))

    (of_list,) = match_lists(one, two, rulebook=BOOK)
    (of_plan,) = match_pages(one, two, rulebook=BOOK)

    assert (of_list.other, of_list.grounds) == (None, (Ground.SEVERAL_ALIKE,))
    assert (of_plan.other, of_plan.grounds) == (None, (Ground.SEVERAL_ALIKE,))


def test_same_promise_of_several_streets_goes_by_its_lead_unit():
    last = make_page(row("打造邻里中心8个", "东山街道"), row("打造邻里中心8个", "西湖街道"))
    page = make_page(row("打造邻里中心8个", "西湖街道"), row("打造邻里中心8个", "东山街道"))

    assert pairs(match_lists(page, last, rulebook=BOOK)) == [(1, 2), (2, 1)]


def test_same_promise_printed_twice_goes_by_its_place():
    page = make_page(row("打造邻里中心8个"), row("打造邻里中心8个"))

    assert pairs(match_lists(page, page, rulebook=BOOK)) == [(1, 1), (2, 2)]


def test_row_that_continues_an_item_is_matched_by_that_item():
    page = make_page(row("打造邻里中心8个", "东山街道"), row("", "西湖街道"))
    first, second = page.records
    page = replace(page, records=(first, replace(second, shares_item_with=1)))

    assert pairs(match_lists(page, page, rulebook=BOOK)) == [(1, 1), (2, 2)]


def test_several_promises_of_one_plan_may_stand_in_one_record_of_another():
    plan = make_page(
        row("建设口袋公园6个,新增绿道8公里", "住建局"), row("培育农创客120名", "农业农村局")
    )
    page = make_page(row("新建口袋公园9个", "住房和城乡建设局"), row("新增绿道8公里", "住建局"))

    found = match_pages(page, plan, rulebook=BOOK)

    assert pairs(found) == [(1, 1), (2, 1)]
    assert Ground.SAME_LEAD in found[0].grounds


def test_promise_that_the_other_plan_does_not_hold_says_so():
    plan = make_page(row("培育农创客120名", "农业农村局"))

    (found,) = match_pages(make_page(row("新建口袋公园9个")), plan, rulebook=BOOK)

    assert (found.other, found.grounds) == (None, (Ground.NONE_ALIKE,))


ITEMS = st.lists(st.text(alphabet="新建公园泵站改造座个4、,(“", max_size=12), max_size=5)


@given(ITEMS, ITEMS)
def test_any_two_pages_match_one_to_one_and_each_record_gets_an_answer(ours, theirs):
    page, other = (make_page(*(row(item) for item in items)) for items in (ours, theirs))

    found = match_lists(page, other, rulebook=BOOK)

    taken = [match.other for match in found if match.other]
    assert [match.order for match in found] == list(range(1, len(ours) + 1))
    assert len(taken) == len(set(taken))
    assert all(match.grounds for match in match_pages(page, other, rulebook=BOOK))


def test_short_item_of_one_list_is_matched_by_the_very_same_words():
    last, page = make_page(row("开设暑托班20个", "")), make_page(row("开设暑托班30个", ""))

    assert pairs(match_lists(page, last, rulebook=BOOK)) == [(1, 1)]
    assert pairs(match_pages(page, last, rulebook=BOOK)) == [(1, None)]


PHRASES = st.sampled_from(
    [
        "改造",
        "新建",
        "老旧小区",
        "口袋公园",
        "雨水泵站",
        "东片",
        "西片",
        "北片",
        "4座",
        "6个",
        "、",
        ",",
        "甲",
    ]
)
ROWS = st.lists(
    st.builds(
        row,
        st.lists(PHRASES, max_size=6).map("".join),
        st.sampled_from(["水利局", "住建局", "水利局、住建局", "教育局", ""]),
        st.sampled_from(["", "1", "2", "3"]),
    ),
    max_size=9,
)


@settings(max_examples=400, deadline=None)
@given(ROWS, ROWS)
def test_pages_are_matched_as_in_the_plain_way(ours, theirs):
    page, other = make_page(*ours), make_page(*theirs)

    assert match_lists(page, other, rulebook=BOOK) == match_plainly(page, other, same_list=True)
    assert match_pages(page, other, rulebook=BOOK) == match_plainly(page, other, same_list=False)


@pytest.mark.parametrize("seed", range(6))
def test_long_lists_of_look_alikes_are_matched_as_in_the_plain_way(seed):
    draw = random.Random(seed)

    def look_alike():
        words = "".join(draw.sample(["东片", "西片", "老旧小区", "口袋公园", "雨水泵站"], 3))
        lead = draw.choice(["水利局", "住建局"])
        return row(f"改造{words}{draw.randint(1, 9)}座", lead, str(draw.randint(1, 40)))

    page, other = (make_page(*(look_alike() for _ in range(n))) for n in (60, 45))

    assert match_lists(page, other, rulebook=BOOK) == match_plainly(page, other, same_list=True)
    assert match_pages(page, other, rulebook=BOOK) == match_plainly(page, other, same_list=False)


@pytest.mark.parametrize("match", [match_lists, match_pages])
def test_each_record_of_a_long_list_of_look_alikes_is_looked_for_once_or_twice(match, monkeypatch):
    asked = []
    nearest = pages._nearest
    monkeypatch.setattr(pages, "_nearest", lambda *a: asked.append(a) or nearest(*a))
    page = make_page(*(row(f"改造老旧小区口袋公园{n}座", code=str(n)) for n in range(300)))

    found = match(page, page, rulebook=BOOK)

    assert pairs(found) == [(n, n) for n in range(1, 301)]
    assert len(asked) <= 2 * 300


def test_look_alikes_that_crowd_at_the_other_end_of_a_list_are_looked_for_a_few_times(monkeypatch):
    asked = []
    nearest = pages._nearest
    monkeypatch.setattr(pages, "_nearest", lambda *a: asked.append(a) or nearest(*a))
    alike = [row("打造邻里中心8个")] * 150
    others = [row(f"{chr(0x4E00 + 9 * n)}{chr(0x6E00 + 7 * n)}") for n in range(150)]
    page, other = make_page(*alike, *others), make_page(*others, *alike)

    found = match_lists(page, other, rulebook=BOOK)

    assert all(match.other for match in found)
    assert len(asked) <= 10 * 300
