from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shishi.matching import Ground, match_lists, match_pages, pages
from shishi.rulebook import load_rulebook
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


@pytest.mark.parametrize("match", [match_lists, match_pages])
def test_long_lists_weigh_only_the_records_that_are_alike(match, monkeypatch):
    weighed = []
    weigh = pages._weigh
    monkeypatch.setattr(pages, "_weigh", lambda *a, **k: weighed.append(a) or weigh(*a, **k))
    names = [chr(0x4E00 + 7 * n) + chr(0x6E00 + 5 * n) + chr(0x5A00 + 3 * n) for n in range(200)]
    page = make_page(*(row(f"改造{name}{n}座") for n, name in enumerate(names)))

    found = match(page, page, rulebook=BOOK)

    assert pairs(found) == [(n, n) for n in range(1, 201)]
    assert len(weighed) < 2 * len(names)
