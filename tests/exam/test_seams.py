"""What the formats without rulings call knowable: a mark too many would excuse every mistake."""

from __future__ import annotations

import pytest

from tests.exam.flat.glued import is_seam_clear
from tests.exam.knowable import blur_vanished
from tests.exam.model import Cell, Column, Row, Truth

UNITS, SUPPORT = Column("lead_units", "units", ("",)), Column("support_units", "units", ("",))
REPORT = Column("progress", "text", ("",))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("水务局", "水利工程管理中心"),
        ("公安分局", "交警大队"),
        ("文旅集团", "公交公司"),
        ("长桥街道", "残联"),
    ],
)
def test_seam_before_a_body_that_may_be_part_of_the_one_before_is_hidden(before, after):
    assert not is_seam_clear(UNITS, before, SUPPORT, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("水务局", "区水利工程管理中心"),
        ("云溪区水务局", "云溪区交警大队"),
        ("水务局", "民政局"),
        ("住建局,残联", "公交公司"),
    ],
)
def test_seam_between_bodies_of_their_own_is_clear(before, after):
    assert is_seam_clear(UNITS, before, SUPPORT, after)


def test_seam_before_a_place_that_could_be_a_body_is_hidden_and_before_a_verb_clear():
    assert not is_seam_clear(UNITS, "水务局", REPORT, "月牙街道进场施工")
    assert is_seam_clear(UNITS, "水务局", REPORT, "完成月牙街道选址")


def test_text_that_speaks_like_a_column_the_table_has_not_leaves_its_row_knowable():
    texts = ("1", "新建书房3间", "水务局", "因管线迁改,暂停施工")
    columns = [Column("code", "code", ("",)), Column("item", "item", ("",)), UNITS, REPORT]
    row = Row([Cell(text) for text in texts], truth=Truth())
    blur_vanished(row, columns)
    assert row.truth.unknowable == set()
    reason = Column("explanation", "text", ("",))
    row = Row([Cell(text) for text in (*texts, "")], truth=Truth())
    blur_vanished(row, [*columns, reason])
    assert row.truth.unknowable == {"progress", "explanation"}
