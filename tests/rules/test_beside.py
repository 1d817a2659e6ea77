from dataclasses import replace

from shishi.matching import Companion
from shishi.measures import measure
from shishi.rulebook import load_rulebook
from shishi.rules.beside import Beside, line_up, sort_newest_first
from shishi.rules.subject import build_subject
from shishi.text.periods import Period
from tests.rules.pages import make_page

BOOK = load_rulebook("default")


def companion(*items, month=None, plan=None):
    page = make_page(*({"item": item} for item in items))
    report = Period(2031, month, month) if month else None
    page = replace(page, report=report, plan=plan)
    return Companion(page, {r.order: measure(r, year=2031) for r in page.records[:1]})


def test_earlier_pages_are_sorted_newest_first_and_pages_without_a_period_are_taken_for_the_last():
    march, may, bare = companion(month=3), companion(month=5), companion()
    plan = companion(plan=Period(2031, 4, 6))

    assert sort_newest_first((march, may, bare, plan)) == (bare, plan, may, march)


def test_records_are_lined_up_by_their_promise_with_their_numbers():
    page = make_page({"item": "改造泵站4座"}, {"item": "新建书房2家"}, {"item": "增设座椅"})
    last = companion("新建书房2家", "改造泵站4座")

    found = line_up(page, (last,), rulebook=BOOK)

    assert [before.record.order for before in found[1]] == [2]
    assert [len(found[order]) for order in (1, 2, 3)] == [1, 1, 0]
    assert found[1][0].measured.measures == ()
    assert found[2][0].measured.measures[0].text == "2家"


def test_record_that_the_last_page_lacks_has_nothing_before_it_though_an_older_page_has_it():
    page = make_page({"item": "改造泵站4座"})
    older, last = companion("改造泵站4座", month=2), companion("新建书房2家", month=3)

    subject = build_subject(page, {}, rulebook=BOOK, beside=Beside(previous=(older, last)))

    assert subject.before(page.records[0]) is None
    assert len(subject.history[1]) == 1


def test_page_that_is_alone_has_nothing_before_it():
    page = make_page({"item": "改造泵站4座"})

    assert build_subject(page, {}, rulebook=BOOK).before(page.records[0]) is None
