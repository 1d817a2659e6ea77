from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal

import pytest
from django.core.management import call_command

from shishi.web.accounts.models import District, Event, Post, Unit, User
from shishi.web.accounts.queries import verify_events
from shishi.web.demo import build as building
from shishi.web.demo import build_demo, demo_accounts, reset_passwords
from shishi.web.demo.page import page_of_plan
from shishi.web.demo.story import MONTHS, PlanStory, load_story, turn_of
from shishi.web.projects.judging import case_of, judge, mismatch_of
from shishi.web.projects.models import (
    GivenWaiver,
    Goal,
    Item,
    Plan,
    Release,
    Report,
    Slot,
    Upload,
    Verdict,
)
from shishi.web.tenancy import open_district
from shishi.workflow import Role, Stage
from tests.web.factories import NOON

pytestmark = pytest.mark.django_db

YEAR = 2031
PLANS = ("livelihood", "tasks", "county")


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """The demo, built once for all tests here and gone after them; gives the months told."""
    told = []
    with django_db_blocker.unblock():
        assert build_demo(year=YEAR, tell=lambda *months: told.append(months))
    yield told
    with django_db_blocker.unblock():
        call_command("flush", verbosity=0, interactive=False)


@pytest.fixture
def yunxi(demo):
    with open_district(District.objects.get(slug="yunxi")) as opened:
        yield opened


@pytest.fixture(params=["yunxi", "linqiao"])
def district(demo, request):
    found = District.objects.get(slug=request.param)
    with open_district(found):
        yield found


def sentences():
    """Every report of the story that says something: plan, item, period's number, words."""
    for name in PLANS:
        story = PlanStory(load_story(name), YEAR)
        for order, item in enumerate(story.items, 1):
            for number in range(1, MONTHS // story.every + 1):
                turn = turn_of(item, number, rulebook="demo")
                yield name, order, number, turn.words.progress


def test_the_demo_has_the_size_that_screens_need(yunxi):
    groups = Unit.objects.filter(kind=Unit.Kind.GROUP)
    livelihood, tasks = Plan.objects.order_by("pk")

    assert Unit.objects.exclude(kind=Unit.Kind.GROUP).count() == 24
    assert groups.get(name="各镇街").members.count() == 4
    assert livelihood.items.count() == 30
    assert livelihood.items.values("theme").distinct().count() == 8
    assert tasks.items.count() == 25
    assert tasks.items.values("section").distinct().count() == 3
    assert tasks.items.filter(open_ended=True).exists()
    assert Slot.objects.filter(item__plan=livelihood).values("period").distinct().count() == MONTHS


def test_the_second_district_is_smaller_and_reports_quarterly(demo):
    with open_district(District.objects.get(slug="linqiao")):
        plan = Plan.objects.get()

        assert (Unit.objects.count(), plan.items.count(), plan.reports_every) == (8, 10, 3)


def test_every_printed_unit_is_one_of_the_register(district):
    told = next(d for d in load_story("district")["districts"] if d["slug"] == district.slug)

    assert set(Unit.objects.values_list("name", flat=True)) == {u["name"] for u in told["units"]}


def test_the_plans_came_in_as_files_that_were_read_without_doubt(yunxi):
    confirmed = Upload.objects.filter(plan__isnull=False)

    assert [upload.doubts for upload in confirmed] == [0, 0]
    assert Upload.objects.get(plan=None).doubts > 0


def test_everything_that_stands_was_an_action(district):
    chain = verify_events()
    counted = Counter(Event.objects.values_list("action", flat=True))

    assert chain.broken == ()
    assert counted["submit-report"] >= Report.objects.exclude(stage=Stage.DRAFT).count()
    assert counted["release-plan"] == Release.objects.count()
    assert counted["set-goal"] <= Goal.objects.count()


def test_the_log_tells_the_year_in_its_order(district):
    moments = list(Event.objects.order_by("number").values_list("at", flat=True))

    assert moments == sorted(moments)
    assert {moment.year for moment in moments} == {YEAR}


def test_every_kind_of_report_is_there(yunxi):
    stages = Counter(Report.objects.values_list("stage", flat=True))
    october = Slot.objects.filter(period=f"{YEAR}-10")
    late = [r for r in Report.objects.select_related("slot") if is_late(r)]
    verdicts = list(Verdict.objects.all())

    assert set(stages) == set(Stage)
    assert october.filter(report__isnull=True).exists()
    assert late
    assert {"ahead", "behind", "closed", "partly_behind", "suspended"} <= {
        verdict.reviewed for verdict in verdicts
    }
    assert any(mismatch_of(verdict, "demo") for verdict in verdicts)
    assert any(verdict.claimed != verdict.reviewed_word and verdict.because for verdict in verdicts)


def is_late(report):
    return bool(report.submitted_on) and report.submitted_on.date() > report.slot.due_on


def test_a_report_was_amended_after_its_acceptance(yunxi):
    of_report = Event.objects.filter(kind="report").order_by("number").values_list("key", "action")
    moves: dict[int, list[str]] = {}
    for key, action in of_report:
        moves.setdefault(key, []).append(action)
    accepted_twice = [keys for keys, told in moves.items() if told.count("accept-report") == 2]

    assert len(accepted_twice) == 1
    report = Report.objects.get(pk=accepted_twice[0])
    assert report.stage == Stage.ACCEPTED
    assert len(set(report.revisions.values_list("progress", flat=True))) == 2


def test_what_waits_for_review_has_something_to_answer(yunxi):
    codes = set()
    for report in Report.objects.exclude(stage=Stage.ACCEPTED).select_related("slot__item__plan"):
        words = {"progress": report.progress, "claimed": report.claimed}
        case = case_of(report.slot, **words, explanation=report.explanation)
        judged = judge(case, "demo", on=report.slot.due_on)
        codes |= {finding.code for finding in judged.findings}
        codes |= {judged.mismatch.code} if judged.mismatch else set()

    assert "progress-copied" in codes
    assert len(codes) > 1


def test_what_was_not_accepted_is_in_no_release(yunxi):
    waiting = Report.objects.filter(stage__in=(Stage.DRAFT, Stage.SUBMITTED))
    released = str(list(Release.objects.values_list("snapshot", flat=True)))

    assert waiting.exists()
    assert not [r.progress for r in waiting if r.progress in released]


def test_nobody_can_sign_in_before_passwords_are_made(demo):
    assert not [user for user in User.objects.all() if user.has_usable_password()]


def test_passwords_are_made_anew_and_only_their_hashes_are_kept(demo):
    first, second = reset_passwords(on=NOON), reset_passwords(on=NOON)
    passwords = {account.password for account in (*first, *second)}
    kept = str(list(User.objects.values_list("password", flat=True)))
    for district in District.objects.all():
        with open_district(district):
            kept += str(list(Event.objects.values_list("facts", flat=True)))

    assert len(passwords) == len(first) + len(second)
    assert not [password for password in passwords if password in kept]
    for account in second:
        assert User.objects.get(username=account.username).check_password(account.password)


def test_the_accounts_are_of_every_role_and_listed_without_passwords(demo):
    roles = Counter(account.role for account in demo_accounts())

    assert roles == {Role.OFFICE: 2, Role.REPORTER: 3, Role.LEADER: 1}
    assert {account.password for account in demo_accounts()} == {""}
    assert Post.objects.count() > len(demo_accounts())


def test_each_liaison_who_can_sign_in_has_work_left(yunxi):
    for account in demo_accounts():
        if account.role == Role.REPORTER:
            unit = Post.objects.get(user__username=account.username).unit
            mine = Slot.objects.filter(
                period=f"{YEAR}-10", item__parts__unit=unit, item__parts__position=1,
                item__parts__duty="lead",
            )  # fmt: skip
            assert mine.exclude(report__stage=Stage.ACCEPTED).exists(), account.title


def test_a_second_build_keeps_what_stands(demo):
    before = Item.objects.model._base_manager.count(), Event._base_manager.count()

    assert build_demo(year=YEAR) is False
    assert (Item._base_manager.count(), Event._base_manager.count()) == before


def test_a_build_that_is_broken_off_leaves_nothing(demo):
    told = load_story("district")["districts"][1] | {
        "slug": "third",
        "people": [{"username": "third-office", "title": "督查室", "role": "office"}],
    }

    def give_up(name, month, last):
        if month == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        building._build_district(told, year=YEAR, tell=give_up)

    assert not District.objects.filter(slug="third").exists()
    assert not User.objects.filter(username__startswith="third-").exists()


def test_progress_is_told_month_by_month(demo):
    assert demo[0] == ("云溪区（示例）", 0, False)
    assert demo[MONTHS] == ("云溪区（示例）", MONTHS, True)
    assert len(demo) == 2 * (MONTHS + 1)


@pytest.mark.parametrize("name", PLANS)
def test_what_is_done_never_falls_and_goals_never_fall(name):
    for item in load_story(name)["items"]:
        for numbers in (item.get("done", []), item.get("due", [])):
            assert numbers == sorted(numbers), item["text"]
        assert len(item.get("due", [])) in (0, 12)


def test_no_report_counts_less_than_the_month_before():
    reached: dict[tuple[str, ...], Decimal] = {}
    for name, order, number, progress in sentences():
        for thing, value in re.findall(r"累计([^，。0-9]*)([0-9.]+)", progress):
            counted = (name, str(order), thing)
            assert Decimal(value) >= reached.get(counted, 0), (counted, number, progress)
            reached[counted] = Decimal(value)

    assert len(reached) > 30


def test_sentences_end_as_sentences_do():
    wrong = [told for told in sentences() if told[3] != "/" and not told[3].endswith("。")]

    assert wrong == []


def test_people_are_offices():
    people = [p for d in load_story("district")["districts"] for p in d["people"]]
    leaders = {item["leader"] for n in PLANS for item in load_story(n)["items"] if "leader" in item}

    assert {leader[:-1] for leader in leaders} == {"副区长", "副县长"}
    assert all(p["title"].endswith(("督查室", "联络员", "副区长")) for p in people)


def test_the_page_of_a_plan_escapes_what_it_prints():
    told = load_story("tasks") | {"title": "{year}<script>"}

    assert b"<script>" not in page_of_plan(PlanStory(told, YEAR))


def test_the_demo_waives_one_finding_and_publishes_it_with_the_reports_it_let_pass(yunxi):
    waiver = GivenWaiver.objects.get()

    assert (waiver.rule, waiver.who, waiver.until.month) == ("over-fulfilled", "区政府督查室", 12)
    kept = [v.report.slot.period for v in Verdict.objects.order_by("on") if v.waived]
    assert kept == [f"{YEAR}-07", f"{YEAR}-08"]
