from __future__ import annotations

import pytest

from shishi.assessment import Assessment, Reason, Status, find_mismatches
from shishi.findings import About, Finding, message
from shishi.rulebook import load_rulebook
from tests.assessment.pages import judge_page, make_page, make_record


def find(claimed: str, computed: Status, *codes: str) -> tuple[Finding, ...]:
    book = load_rulebook("default")
    reasons = tuple(Reason(code) for code in codes or ("number-met",))
    assessment = Assessment(1, computed, book.word(computed.value), reasons, claimed=claimed)
    return find_mismatches(make_page(make_record(status=claimed)), [assessment], rulebook=book)


@pytest.mark.parametrize(
    ("claimed", "computed", "severity"),
    [
        ("正常", Status.BEHIND, "asks"),
        ("完成", Status.ON_SCHEDULE, "asks"),
        ("超前", Status.ON_SCHEDULE, "asks"),
        ("按序时", Status.BEHIND, "asks"),
        ("正常", Status.SUSPENDED, "asks"),
        ("暂停", Status.BEHIND, "asks"),
        ("滞后", Status.ON_SCHEDULE, "notes"),
        ("正常", Status.AHEAD, "notes"),
    ],
)
def test_mismatch_of_another_meaning_is_found(
    claimed: str, computed: Status, severity: str
) -> None:
    (finding,) = find(claimed, computed)

    assert (finding.code, finding.severity, finding.about) == (
        "status-mismatch",
        severity,
        About.CONTENT,
    )
    assert finding.place.field == "status"
    assert f"“{claimed}”" in message(finding)


@pytest.mark.parametrize(
    ("claimed", "computed"),
    [
        ("正常", Status.ON_SCHEDULE),
        ("按序时", Status.ON_SCHEDULE),
        ("办结", Status.DONE),
        ("完成", Status.CLOSED),
        ("", Status.BEHIND),
        ("绿灯", Status.BEHIND),
        ("正常", Status.NOT_JUDGED),
    ],
)
def test_mismatch_of_the_same_meaning_or_of_nothing_is_none(claimed: str, computed: Status) -> None:
    assert find(claimed, computed) == ()


@pytest.mark.parametrize(
    ("code", "severity"),
    [("number-short", "asks"), ("open-step", "asks"), ("step-unanswered", "notes")],
)
def test_claim_of_done_beside_something_unfinished_is_not_shown(code: str, severity: str) -> None:
    (finding,) = find("完成", Status.NOT_JUDGED, "goal-period-longer", code)

    assert (finding.code, finding.severity) == ("status-not-shown", severity)


@pytest.mark.parametrize(
    ("claimed", "code"),
    [("完成", "basis-differs"), ("正常", "number-short"), ("完成", "goal-blank")],
)
def test_claim_that_nothing_contradicts_is_let_be(claimed: str, code: str) -> None:
    assert find(claimed, Status.NOT_JUDGED, code) == ()


@pytest.mark.parametrize("code", ["goal-period-longer", "basis-unknown"])
def test_claim_to_be_ahead_stands_where_the_program_cannot_tell(code: str) -> None:
    assert find("超前", Status.ON_SCHEDULE, code, "number-met") == ()


def test_mismatch_of_a_whole_page_names_the_row_and_the_words() -> None:
    page = make_page(
        make_record(1, goal="累计修桥8座。", progress="累计修桥8座。本月验收。", status="正常"),
        make_record(2, goal="累计修桥8座。", progress="累计修桥3座。", status="正常"),
    )
    book = load_rulebook("default")

    (finding,) = find_mismatches(page, judge_page(page), rulebook=book)

    assert finding.place.row == 2
    assert finding.facts["claimed"] == "正常"
    assert finding.facts["computed"] == "滞后"
