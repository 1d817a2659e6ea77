from dataclasses import replace

import pytest

from shishi.places import Place, Text
from shishi.records import Notice
from shishi.rulebook import load_rulebook
from shishi.rules.notice_printed_differently import check
from shishi.rules.subject import build_subject
from tests.rules.pages import make_page


def found(*pairs):
    printed = tuple((label, Text(value, Place())) for label, value in pairs)
    page = replace(make_page({"item": "修路"}), notice=Notice(printed=printed))
    findings = check(build_subject(page, {}, rulebook=load_rulebook("default")))
    return [(f.facts["label"], f.facts["printed"]) for f in findings]


def test_label_with_two_values_is_asked_about():
    pairs = (("发布日期", "2031-10-09"), ("来源", "区府办"), ("发布日期", "2031-10-10"))
    assert found(*pairs) == [("发布日期", ["2031-10-09", "2031-10-10"])]


@pytest.mark.parametrize(
    "values",
    [
        ("2031-10-09", "2031-10-09"),
        ("2031-10-09", "2031年10月9日 15:20"),
        ("2031-10-09", "无"),
        ("区 府 办", "区府办"),
    ],
)
def test_same_value_spelt_otherwise_passes(values):
    assert found(*(("发布日期", value) for value in values)) == []


def test_several_attachments_pass():
    assert found(("附件1", "甲.xlsx"), ("附件1", "乙.xlsx")) == []
