from __future__ import annotations

import pytest

from shishi.web.accounts.models import Event
from shishi.web.projects.actions.reports import (
    Words,
    accept_report,
    return_report,
    save_draft,
    submit_report,
)
from shishi.web.projects.models import Part, Receipt, Report, Revision, Verdict
from shishi.web.projects.refusals import (
    Changed,
    KeyReused,
    MoveRefused,
    NothingLeft,
    NotYours,
    PersonNamed,
    Refused,
    WaivedAlready,
)
from shishi.web.tenancy import open_district
from tests.web.factories import NOON, WORDS, accept, submit

OTHER = Words("完成改造老旧管网9公里。", "滞后", "因雨季停工；下步增派队伍。")


def test_a_draft_is_kept_and_counted(world):
    report = save_draft(world.slot, WORDS, by=world.zhang, on=NOON, version=0)
    assert (report.stage, report.version, report.written_by) == ("draft", 1, "zhang")
    again = save_draft(world.slot, OTHER, by=world.zhang, on=NOON, version=1)
    assert (again.pk, again.version, again.progress) == (report.pk, 2, OTHER.progress)


def test_a_draft_saved_again_with_the_same_words_is_no_change(world):
    save_draft(world.slot, WORDS, by=world.zhang, on=NOON, version=0)
    before = Event.objects.count()
    again = save_draft(world.slot, WORDS, by=world.zhang, on=NOON, version=1)
    assert again.version == 1
    assert Event.objects.count() == before


def test_a_submission_keeps_its_words_as_a_revision(world):
    report = submit(world.slot, world.zhang)
    kept = Revision.objects.get(report=report)
    assert (kept.version, kept.progress, kept.claimed) == (1, WORDS.progress, WORDS.claimed)
    assert (report.stage, report.submitted_by, report.unit) == (
        "submitted",
        "zhang",
        world.lead_unit,
    )


def test_the_whole_way_of_a_report_ends_with_one_verdict(world):
    report = submit(world.slot, world.zhang)
    report = return_report(report, because="请补累计数", by=world.office, on=NOON, version=1)
    assert (report.stage, report.returned_because) == ("returned", "请补累计数")
    report = submit(world.slot, world.zhang, OTHER)
    report = accept(report, world.office, reviewed="滞后")
    verdict = Verdict.objects.get()
    assert (verdict.claimed, verdict.reviewed, verdict.version) == (
        "滞后",
        "behind",
        report.version,
    )
    assert verdict.reasons
    assert [r.version for r in Revision.objects.filter(report=report)] == [1, 3]


def test_a_report_returned_after_its_acceptance_has_no_verdict_any_more(world):
    report = accept(submit(world.slot, world.zhang), world.office)
    return_report(report, because="数字有误", by=world.office, on=NOON, version=report.version)
    assert not Verdict.objects.exists()
    told = Event.objects.filter(action="accept-report").get()
    assert told.facts["reviewed"] == "on_schedule"


@pytest.mark.parametrize("who", ["li", "wang", "far_office"])
def test_a_person_of_another_unit_or_district_cannot_write(world, who):
    for version, write in ((0, save_draft), (0, submit_report)):
        extra = {"key": "k"} if write is submit_report else {}
        with pytest.raises(NotYours):
            write(world.slot, WORDS, by=getattr(world, who), on=NOON, version=version, **extra)
    assert not Report.objects.exists()


@pytest.mark.parametrize("who", ["office", "leader"])
def test_the_office_and_the_leader_do_not_write_reports(world, who):
    with pytest.raises(MoveRefused, match="wrong-role"):
        submit_report(world.slot, WORDS, by=getattr(world, who), on=NOON, version=0, key="k")


@pytest.mark.parametrize("who", ["zhang", "li", "leader"])
def test_nobody_but_the_office_reviews(world, who):
    report = submit(world.slot, world.zhang)
    with pytest.raises(MoveRefused, match="wrong-role"):
        accept_report(
            report, reviewed="正常", because="", by=getattr(world, who), on=NOON, version=1
        )


def test_the_office_of_another_district_does_not_review(world):
    report = submit(world.slot, world.zhang)
    with pytest.raises(NotYours):
        accept_report(report, reviewed="正常", because="", by=world.far_office, on=NOON, version=1)
    with open_district(world.other), pytest.raises(Report.DoesNotExist):
        accept_report(report, reviewed="正常", because="", by=world.far_office, on=NOON, version=1)


def test_nobody_accepts_what_they_wrote_themselves(world):
    report = submit(world.slot, world.zhang)
    Report.objects.filter(pk=report.pk).update(written_by="office")
    report.refresh_from_db()
    with pytest.raises(MoveRefused, match="own-report"):
        accept_report(report, reviewed="正常", because="", by=world.office, on=NOON, version=1)
    assert accept(report, world.second_office).stage == "accepted"


def test_a_report_that_waits_for_its_review_cannot_be_written_over(world):
    submit(world.slot, world.zhang)
    with pytest.raises(MoveRefused, match="cannot-move"):
        save_draft(world.slot, OTHER, by=world.zhang, on=NOON, version=1)


def test_a_version_that_was_not_seen_is_refused_everywhere(world):
    report = submit(world.slot, world.zhang)
    seen = {"by": world.office, "on": NOON, "version": 7}
    with pytest.raises(Changed) as stopped:
        accept_report(report, reviewed="正常", because="", **seen)
    assert stopped.value.version == 1
    with pytest.raises(Changed):
        return_report(report, because="请改", **seen)
    with pytest.raises(Changed):
        save_draft(world.slot, OTHER, by=world.zhang, on=NOON, version=0)


def test_a_return_without_a_reason_is_refused(world):
    report = submit(world.slot, world.zhang)
    with pytest.raises(ValueError, match="because"):
        return_report(report, because="  ", by=world.office, on=NOON, version=1)


def test_a_status_that_is_not_the_claimed_one_needs_a_reason(world):
    report = submit(world.slot, world.zhang)
    with pytest.raises(ValueError, match="because"):
        accept_report(report, reviewed="滞后", because=" ", by=world.office, on=NOON, version=1)
    assert Report.objects.get().stage == "submitted"


def test_a_status_word_outside_the_rulebook_is_refused(world):
    report = submit(world.slot, world.zhang)
    with pytest.raises(ValueError, match="reviewed"):
        accept_report(report, reviewed="挺好", because="x", by=world.office, on=NOON, version=1)
    assert Report.objects.get().stage == "submitted"


def test_the_same_key_with_the_same_words_gives_the_first_answer(world):
    first = submit_report(world.slot, WORDS, by=world.zhang, on=NOON, version=0, key="one")
    again = submit_report(world.slot, WORDS, by=world.zhang, on=NOON, version=0, key="one")
    assert (again.pk, again.version) == (first.pk, 1)
    assert (Receipt.objects.count(), Revision.objects.count()) == (1, 1)


def test_the_same_key_with_other_words_is_refused(world):
    submit_report(world.slot, WORDS, by=world.zhang, on=NOON, version=0, key="one")
    with pytest.raises(KeyReused):
        submit_report(world.slot, OTHER, by=world.zhang, on=NOON, version=1, key="one")


def test_a_key_tells_a_stranger_nothing(world):
    submit_report(world.slot, WORDS, by=world.zhang, on=NOON, version=0, key="one")
    with pytest.raises(NotYours):
        submit_report(world.slot, WORDS, by=world.li, on=NOON, version=0, key="one")


@pytest.mark.parametrize(("words", "key"), [(Words("  ", "正常"), "k"), (WORDS, "")])
def test_a_submission_without_words_or_key_is_refused(world, words, key):
    with pytest.raises(ValueError, match="progress"):
        submit_report(world.slot, words, by=world.zhang, on=NOON, version=0, key=key)


def test_an_item_without_a_lead_is_filed_by_nobody(world):
    Part.objects.filter(item=world.slot.item, duty="lead").delete()
    with pytest.raises(NotYours):
        submit(world.slot, world.zhang)


def test_every_refusal_has_words_in_both_languages():
    kinds = [NotYours(), Changed(3), KeyReused(), NothingLeft(), WaivedAlready()]
    kinds += [PersonNamed("周宁")]
    kinds += [MoveRefused("accept", code) for code in ("cannot-move", "wrong-role", "own-report")]
    assert {type(kind) for kind in kinds} == set(Refused.__subclasses__())
    for kind in kinds:
        assert kind.words("zh").endswith("。")
        assert kind.words("en").endswith(".")
