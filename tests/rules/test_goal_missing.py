from dataclasses import replace

import pytest

from shishi.findings import About, Finding, Severity
from shishi.places import Place
from shishi.rules.goal_missing import check
from tests.rules.pages import make_subject, orders, read_subject

FULL = {"goal": "主体结顶。", "progress": "主体施工。"}


def test_record_without_a_goal_among_others_with_one_is_asked_about():
    (finding,) = check(read_subject(FULL, FULL, {"progress": "主体施工。"}, plan="2031Q4"))

    assert (finding.severity, finding.place.field) == ("asks", "goal")
    assert finding.facts == {"order": 3, "plan": "2031Q4"}


def test_mark_for_a_blank_cell_is_no_goal():
    assert orders(check(read_subject(FULL, FULL, {"goal": "—", "progress": "甲"}))) == [3]


@pytest.mark.parametrize(
    "rows",
    [
        (FULL, FULL),
        (FULL, FULL, {"goal": "/", "progress": "/"}),
        (FULL, {"progress": "甲"}),
        ({"progress": "甲"}, {"progress": "乙"}),
        (),
    ],
)
def test_page_where_goals_are_complete_or_rare_passes(rows):
    assert list(check(read_subject(*rows))) == []


def test_row_that_continues_another_or_was_read_with_doubt_passes():
    doubt = Finding("x", About.READING, Severity.ASKS, Place(part="table 1", row=4, field="goal"))
    subject = make_subject(FULL, FULL, {"progress": "甲"}, findings=(doubt,))
    assert list(check(subject)) == []

    page = make_subject(FULL, FULL, {"progress": "甲"}).page
    sharing = (*page.records[:2], replace(page.records[2], shares_item_with=2))
    assert list(check(replace(subject, page=replace(page, records=sharing)))) == []
