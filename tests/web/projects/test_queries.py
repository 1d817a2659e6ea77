from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import translation

from shishi.web.projects import queries
from shishi.web.projects.actions.plans import open_slots, set_goal
from shishi.web.projects.actions.reports import Words, return_report, save_draft
from shishi.web.projects.actions.uploads import bring_in
from shishi.web.projects.models import Report, Slot
from shishi.web.tenancy import open_district
from tests.web.factories import DUE, NOON, ON, WORDS, accept, make_item, make_plan, submit

LATE = date(2031, 4, 20)
BEHIND = Words("完成改造老旧管网2公里。", "滞后", "因雨季施工放慢；下步增派队伍。")
YEAR = [f"2031-{month:02}" for month in range(1, 13)]


def show_board(world, *, inside=True, on=ON):
    return queries.board(world.plan, months=YEAR, inside=inside, on=on)


def cell(board, period="2031-03", row=0):
    rows = [row for group in board.groups for row in group.rows]
    return next(c for c in rows[row].cells if c.period == period)


# --- the year strip


def test_a_cell_tells_how_far_its_report_is(world):
    assert cell(show_board(world)).kind == "waiting"
    assert cell(show_board(world, on=LATE)).kind == "overdue"
    assert cell(show_board(world), "2031-04").kind == "nothing"
    save_draft(world.slot, WORDS, by=world.zhang, on=NOON, version=0)
    assert cell(show_board(world)).kind == "waiting"
    report = submit(world.slot, world.zhang)
    assert (cell(show_board(world)).kind, cell(show_board(world)).word) == ("claimed", "正常")
    returned = return_report(
        report, because="请补", by=world.office, on=NOON, version=report.version
    )
    assert cell(show_board(world)).kind == "returned"
    assert cell(show_board(world, on=LATE)).kind == "overdue"
    submit(world.slot, world.zhang, BEHIND)
    accept(Report.objects.get(pk=returned.pk), world.office, reviewed="滞后")
    found = cell(show_board(world))
    assert (found.kind, found.status, found.word) == ("reviewed", "behind", "滞后")


def test_outside_nothing_but_what_was_reviewed_is_told(world):
    report = submit(world.slot, world.zhang)
    told = cell(show_board(world, inside=False, on=LATE))
    assert (told.kind, told.word, told.slot_id) == ("nothing", "", None)
    accept(report, world.office)
    assert cell(show_board(world, inside=False)).kind == "reviewed"


def test_claimed_and_computed_that_differ_get_the_tick_inside_only(world):
    set_goal(world.slot.item, "2031-03", "完成改造老旧管网20公里。", by="office", on=NOON)
    report = submit(world.slot, world.zhang, Words("完成改造老旧管网8公里。", "办结"))
    assert cell(show_board(world)).differs
    accept(report, world.office, reviewed="办结")
    assert cell(show_board(world)).differs
    assert not cell(show_board(world, inside=False)).differs


def test_claimed_and_computed_that_agree_get_no_tick(world):
    set_goal(world.slot.item, "2031-03", "完成改造老旧管网12公里。", by="office", on=NOON)
    submit(world.slot, world.zhang, Words("完成改造老旧管网12公里。", "正常"))
    assert not cell(show_board(world)).differs


def test_a_quarterly_report_stands_in_its_last_month(world):
    open_slots(world.plan, "2031-04..2031-06", due_on=DUE, by="office", on=NOON)
    assert cell(show_board(world), "2031-06").kind == "waiting"
    assert cell(show_board(world), "2031-05").kind == "nothing"


def test_a_strip_of_quarters_is_named_by_the_plan(world):
    assert queries.columns_of_year(world.plan) == tuple(YEAR)
    quarterly = make_plan("quarterly", reports_every=3)
    assert queries.columns_of_year(quarterly) == ("2031Q1", "2031Q2", "2031Q3", "2031Q4")


def test_rows_stand_under_their_themes_with_counts(world):
    make_item(world.plan, world.other_unit, order=2, theme="水")
    make_item(world.plan, world.other_unit, order=3, theme="水")
    board = show_board(world)
    assert [(group.theme, group.count) for group in board.groups] == [("主题1", 1), ("水", 2)]
    assert (board.count, board.newest) == (3, "2031-03")
    assert {(t.kind, t.count) for t in board.tally} == {("waiting", 1), ("nothing", 2)}


def test_a_board_without_items_is_empty(world):
    board = queries.board(make_plan("empty"), months=YEAR, inside=True, on=ON)
    assert (board.groups, board.newest, board.count) == ((), "", 0)


# --- one item


def test_an_item_page_tells_the_promise_and_its_history_newest_first(world):
    accept(submit(world.slot, world.zhang), world.office, because="")
    open_slots(world.plan, "2031-04", due_on=DUE, by="office", on=NOON)
    page = queries.item_page(world.slot.item_id, on=ON)
    assert page.item.text == world.slot.item.text
    assert [(p.printed, p.duty, p.files) for p in page.parts] == [
        ("水务局", "lead", True),
        ("建设局", "support", False),
    ]
    assert [shown.period for shown in page.history] == ["2031-04", "2031-03"]
    march = page.history[1]
    assert march.words.progress == WORDS.progress
    assert [n.text for n in march.numbers if n.field == "progress"] == ["12公里", "60%"]
    assert march.facts.claimed.word == march.facts.reviewed.word == "正常"
    assert march.facts.computed.reasons[0].zh
    assert [n.text for n in page.numbers] == ["20公里"]


def test_a_draft_is_nobodys_business_on_the_item_page(world):
    save_draft(world.slot, WORDS, by=world.zhang, on=NOON, version=0)
    shown = queries.item_page(world.slot.item_id, on=ON).history[0]
    assert (shown.standing.stage, shown.words, shown.numbers) == ("draft", None, ())


def test_words_written_after_a_return_are_not_shown_before_they_are_submitted(world):
    report = submit(world.slot, world.zhang)
    return_report(report, because="请补", by=world.office, on=NOON, version=1)
    save_draft(world.slot, BEHIND, by=world.zhang, on=NOON, version=2)
    shown = queries.item_page(world.slot.item_id, on=ON).history[0]
    assert shown.words.progress == WORDS.progress
    assert shown.standing.returned_because == "请补"


def test_an_item_of_another_district_is_not_there(world):
    assert queries.item_page(world.far_slot.item_id, on=ON) is None


# --- the reporter


def test_a_reporter_sees_the_slots_her_unit_files_and_no_others(world):
    make_item(world.plan, world.other_unit, order=2)
    open_slots(world.plan, "2031-04", due_on=DUE, by="office", on=NOON)
    periods = [s.period for s in queries.my_slots(world.zhang, on=ON)]
    assert periods == ["2031-03", "2031-04"]
    assert [s.item.order for s in queries.my_slots(world.li, on=ON)] == [2]
    assert queries.my_slots(world.office, on=ON) == ()


def test_what_asks_for_work_comes_first(world):
    item = world.slot.item
    for month, day in (("2031-01", 5), ("2031-02", 6), ("2031-04", 25)):
        due = date(2031, 4, day)
        open_slots(world.plan, month, due_on=due, by="office", on=NOON)
    january = Slot.objects.get(item=item, period="2031-01")
    accept(submit(january, world.zhang), world.office)
    report = submit(world.slot, world.zhang)
    return_report(report, because="请补", by=world.office, on=NOON, version=1)
    mine = queries.my_slots(world.zhang, on=date(2031, 4, 10))
    assert [(s.group, s.period) for s in mine] == [
        ("returned", "2031-03"),
        ("late", "2031-02"),
        ("due", "2031-04"),
        ("accepted", "2031-01"),
    ]
    assert mine[0].last.period == "2031-01"
    assert mine[0].last_word == "正常"
    assert mine[0].goal == "完成改造老旧管网20公里。"


def test_a_form_has_the_goal_last_months_words_and_the_draft(world):
    accept(submit(world.slot, world.zhang), world.office)
    open_slots(world.plan, "2031-04", due_on=DUE, by="office", on=NOON)
    april = Slot.objects.get(item=world.slot.item, period="2031-04")
    save_draft(april, BEHIND, by=world.zhang, on=NOON, version=0)
    form = queries.report_form(queries.find_slot(world.zhang, april.pk), world.zhang, on=ON)
    assert (form.goal, form.goal_period) == ("完成改造老旧管网20公里。", "2031")
    assert (form.last.progress, form.last_word) == (WORDS.progress, "正常")
    assert (form.words.progress, form.version, form.refused) == (BEHIND.progress, 1, "")
    assert form.preview.numbers[0].text == "2公里"
    assert "正常" in form.statuses


def test_a_form_nobody_has_begun_has_no_doubts(world):
    slot = queries.find_slot(world.zhang, world.slot.pk)
    form = queries.report_form(slot, world.zhang, on=ON)
    assert (form.version, form.words.progress, form.preview.doubts) == (0, "", ())


def test_a_form_says_why_it_cannot_be_submitted(world):
    submit(world.slot, world.zhang)
    slot = queries.find_slot(world.zhang, world.slot.pk)
    assert queries.report_form(slot, world.zhang, on=ON).refused == "cannot-move"
    assert queries.report_form(slot, world.office, on=ON).refused == "cannot-move"


@pytest.mark.parametrize("who", ["li", "wang"])
def test_a_foreign_slot_is_not_found(world, who):
    assert queries.find_slot(getattr(world, who), world.slot.pk) is None


@pytest.mark.parametrize("who", ["office", "leader"])
def test_the_office_and_the_leader_find_every_slot_of_their_district(world, who):
    assert queries.find_slot(getattr(world, who), world.slot.pk)
    assert queries.find_slot(getattr(world, who), world.far_slot.pk) is None
    with open_district(world.other):
        assert queries.find_slot(world.far_office, world.slot.pk) is None


def test_rules_answer_before_anything_is_kept(world):
    told = queries.preview_findings(
        world.slot, progress="完成改造2公里。", claimed="滞后", explanation="", on=ON
    )
    assert [n.text for n in told.numbers] == ["2公里"]
    assert "explanation-missing" in [doubt.code for doubt in told.doubts]
    assert told.facts.computed.word
    assert not Report.objects.exists()


def test_rules_know_what_was_told_the_month_before(world):
    accept(submit(world.slot, world.zhang), world.office)
    open_slots(world.plan, "2031-04", due_on=DUE, by="office", on=NOON)
    april = Slot.objects.get(item=world.slot.item, period="2031-04")
    told = queries.preview_findings(
        april, progress=WORDS.progress, claimed="正常", explanation="", on=ON
    )
    submit(april, world.zhang)
    (waiting,) = queries.review_queue(on=ON, post=world.office)

    assert "progress-repeated" in [doubt.code for doubt in told.doubts]
    assert "progress-repeated" in [doubt.code for doubt in waiting.doubts]


def test_words_that_fit_raise_no_doubt(world):
    told = queries.preview_findings(
        world.slot, progress="完成改造12公里。", claimed="正常", explanation="", on=ON
    )
    assert told.doubts == ()


def test_a_sentence_is_said_in_the_language_of_the_screen(world):
    (doubt,) = queries.preview_findings(
        world.slot, progress="完成2公里。", claimed="滞后", explanation="", on=ON
    ).doubts
    with translation.override("en"):
        assert str(doubt.said) == doubt.said.en
    with translation.override("zh-hans"):
        assert str(doubt.said) == doubt.said.zh


# --- the office and the leader


def test_the_queue_is_oldest_first_with_what_is_odd(world):
    second = make_item(world.plan, world.lead_unit, order=2)
    open_slots(world.plan, "2031-03", due_on=DUE, by="office", on=NOON)
    late = NOON + timedelta(days=10)
    submit(Slot.objects.get(item=second), world.zhang, BEHIND, on=late)
    submit(world.slot, world.zhang, Words("完成2公里。", "滞后"))
    queue = queries.review_queue(on=ON, post=world.office)
    assert [(r.item.order, r.late, r.refused) for r in queue] == [(1, False, ""), (2, True, "")]
    assert "explanation-missing" in [doubt.code for doubt in queue[0].doubts]
    assert queue[0].statuses[-1] == "无法判断"
    assert queries.review_queue(make_plan("empty"), on=ON) == ()


def test_the_queue_says_who_may_not_accept(world):
    submit(world.slot, world.zhang)
    Report.objects.update(written_by="office")
    assert queries.review_queue(on=ON, post=world.office)[0].refused == "own-report"
    assert queries.review_queue(on=ON, post=world.second_office)[0].refused == ""
    assert queries.review_queue(on=ON, post=world.leader)[0].refused == "wrong-role"


def test_a_leader_sees_problems_first_and_how_long_they_last(world):
    item = world.slot.item
    for month in ("2031-01", "2031-02", "2031-04"):
        open_slots(world.plan, month, due_on=DUE, by="office", on=NOON)
    for month in ("2031-02", "2031-03"):
        slot = Slot.objects.get(item=item, period=month)
        accept(submit(slot, world.zhang, BEHIND), world.office, reviewed="滞后")
    make_item(world.plan, world.other_unit, order=2)
    page = queries.leader_page(world.plan, on=LATE)
    behind, overdue = page.problems
    assert (behind.kind, behind.period, behind.periods) == ("behind", "2031-03", 2)
    assert behind.words.explanation == BEHIND.explanation
    assert behind.item.leads == ("水务局",)
    assert (overdue.kind, overdue.periods) == ("overdue", 2)
    assert (page.items, page.quiet) == (2, 1)
    assert page.of("mismatch") == ()


def test_a_leader_sees_no_problem_where_all_is_well(world):
    accept(submit(world.slot, world.zhang), world.office)
    page = queries.leader_page(world.plan, on=LATE)
    assert (page.problems, page.quiet) == ((), 1)


def test_a_claim_the_numbers_do_not_bear_is_a_problem(world):
    set_goal(world.slot.item, "2031-03", "完成改造老旧管网20公里。", by="office", on=NOON)
    submit(world.slot, world.zhang, Words("完成改造老旧管网8公里。", "办结"))
    (problem,) = queries.leader_page(world.plan, on=ON).problems
    assert (problem.kind, problem.word) == ("mismatch", "办结")
    assert problem.why


# --- lists


def test_plans_are_listed_with_what_stands(world):
    submit(world.slot, world.zhang)
    make_item(world.plan, world.other_unit, order=2)
    open_slots(world.plan, "2031-03", due_on=DUE, by="office", on=NOON)
    (row,) = queries.plans(on=LATE)
    assert (row.items, row.waiting, row.overdue, row.accepted, row.release) == (2, 1, 1, 0, 0)


def test_uploads_are_listed_newest_first(world):
    for number in (1, 2):
        text = f"序号 | 项目名称 | 牵头单位\n1 | 修建步道{number}条 | 建设局\n"
        bring_in(text.encode(), f"{number}.txt", rulebook="default", by="office", on=NOON)
    assert [(row.name, row.records) for row in queries.uploads()] == [("2.txt", 1), ("1.txt", 1)]


def test_events_of_a_thing_name_who_did_it_by_office(world):
    report = submit(world.slot, world.zhang)
    (row,) = queries.events(report)
    assert (row.action, row.by, row.who) == ("submit-report", "zhang", "水务局张工")
    assert len(queries.events()) > 5
    with open_district(world.other):
        assert queries.events(report) == ()
