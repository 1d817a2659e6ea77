"""The judge of the exam, judged: what is right, wrong, silent, doubted for nothing, lost or too much."""

from __future__ import annotations

import pytest

from tests.exam.judging import judge
from tests.exam.model import Truth

TRUTHS = [
    Truth({"code": "1", "item": "新建口袋公园8个", "lead_units": ["住建局", "石桥街道"]}),
    Truth({"code": "2", "item": "改造农贸市场3家", "lead_units": ["商务局"]}),
]


def answer(*, doubts=(), **second):
    records = [{"order": number, **truth.values} for number, truth in enumerate(TRUTHS, 1)]
    records[1] |= second
    findings = [
        {"about": "reading", "severity": severity, "code": "odd", "facts": {"order": order}}
        | {"place": {"field": field} if field else {}}
        for severity, order, field in doubts
    ]
    return {"records": records, "findings": findings}


def cell(verdict, field, order=2):
    [found] = [c for c in verdict.cells if (c.order, c.field) == (order, field)]
    return found


def test_answer_that_says_what_the_page_says_is_right_in_every_cell():
    verdict = judge(TRUTHS, answer())
    assert verdict.found == verdict.wanted == verdict.returned == 2
    assert all(cell.is_right and not cell.is_over_flagged for cell in verdict.cells)


def test_wrong_lead_without_a_doubt_is_silent():
    assert cell(judge(TRUTHS, answer(lead_units=["民政局"])), "lead_units").is_silent


@pytest.mark.parametrize("field", ["lead_units", None])
def test_wrong_lead_with_a_doubt_on_cell_or_row_is_not_silent(field):
    doubted = answer(lead_units=["民政局"], doubts=[("asks", 2, field)])
    found = cell(judge(TRUTHS, doubted), "lead_units")
    assert not found.is_right
    assert not found.is_silent


@pytest.mark.parametrize(
    "doubt", [("notes", 2, "lead_units"), ("asks", 1, None), ("asks", 2, "item")]
)
def test_note_or_doubt_elsewhere_leaves_a_wrong_lead_silent(doubt):
    assert cell(judge(TRUTHS, answer(lead_units=[], doubts=[doubt])), "lead_units").is_silent


def test_doubt_on_a_right_cell_is_needless_but_not_where_the_page_does_not_tell():
    doubted = answer(doubts=[("blocks", 2, "item")])
    assert cell(judge(TRUTHS, doubted), "item").is_over_flagged
    unclear = [TRUTHS[0], Truth(TRUTHS[1].values, unknowable={"item"})]
    assert not cell(judge(unclear, doubted), "item").is_over_flagged


def test_wrong_cell_that_nobody_can_know_is_right_when_doubted_and_silent_when_not():
    unclear = [TRUTHS[0], Truth(TRUTHS[1].values, unknowable={"item"})]
    assert cell(
        judge(unclear, answer(item="改造农贸", doubts=[("asks", 2, "item")])), "item"
    ).is_right
    assert cell(judge(unclear, answer(item="改造农贸")), "item").is_silent


def test_lost_record_is_missing_and_its_cells_silent():
    short = answer()
    del short["records"][1]
    verdict = judge(TRUTHS, short)
    assert len(verdict.missing) == 1
    assert cell(verdict, "lead_units").is_silent


def test_record_that_the_page_does_not_have_is_extra():
    long = answer()
    long["records"].append({"order": 3, "code": "", "item": "填报说明", "lead_units": []})
    verdict = judge(TRUTHS, long)
    assert len(verdict.extra) == 1
    assert (verdict.found, verdict.returned) == (2, 3)
