from __future__ import annotations

import json
from typing import Any

import pytest

from shishi.errors import UnreadableSource
from shishi.layouts import extract
from shishi.readers import read
from shishi.records import Field, Page
from shishi.rulebook import load_rulebook

RECORD = {
    "order": 1,
    "section": 1,
    "code": "1",
    "theme": "便民出行",
    "item": "新增泊位300个",
    "lead_units": ["住建局", "民政局(残联)"],
    "support_units": ["各街道"],
    "open_ended": True,
    "investment": {"value": "15000", "unit": "元"},
    "percent": "65.5",
    "status": "正常",
    "other": {"责任人": "周一鸣", "investment": "约300万"},
    "shares_item_with": None,
}
PAGE: dict[str, Any] = {
    "script": "simplified",
    "notice": {
        "title": "2031年云溪区实事项目",
        "attachments": ["表.xlsx"],
        "other": {"所属类目": "进展"},
    },
    "period": {"plan": "2031Q4", "report": None},
    "stated_rules": [{"number": "1", "text": "字数控制在100字左右"}],
    "records": [RECORD],
    "findings": [
        {
            "code": "lead-unit-unsure",
            "about": "reading",
            "severity": "asks",
            "place": {"part": "table 1", "row": 3, "field": "lead_units"},
            "facts": {"order": 1, "printed": "住建局"},
        },
        {
            "code": "lead-unit-missing",
            "about": "content",
            "severity": "asks",
            "place": {},
            "facts": {},
        },
        {
            "code": "damaged-number",
            "about": "reading",
            "severity": "asks",
            "place": {"field": "item"},
            "facts": {"order": 1},
        },
        {
            "code": "of-a-later-release",
            "about": "reading",
            "severity": "asks",
            "place": {},
            "facts": {},
        },
    ],
}


def page_of(value: object) -> Page:
    document = read(json.dumps(value, ensure_ascii=False).encode(), "云溪.json")
    return extract(document, rulebook=load_rulebook("default"))


def with_record(**changes: object) -> dict[str, object]:
    return PAGE | {"records": [RECORD | changes]}


def test_fields_come_back_under_their_names() -> None:
    [record] = page_of(PAGE).records

    assert {name.value: text.value for name, text in record.texts.items()} == {
        "code": "1",
        "theme": "便民出行",
        "item": "新增泊位300个",
        "lead_units": "住建局、民政局(残联)",
        "support_units": "各街道等部门、单位",
        "investment": "约300万",
        "percent": "65.5%",
        "status": "正常",
    }
    assert [n.value for n in record.names[Field.LEAD_UNITS]] == ["住建局", "民政局(残联)"]
    assert (record.open_ended, record.other["责任人"].value) == (True, "周一鸣")


def test_what_stands_around_the_records_comes_back() -> None:
    page = page_of(PAGE)

    assert (page.notice.title, page.notice.attachments) == ("2031年云溪区实事项目", ("表.xlsx",))
    assert page.notice.other == {"所属类目": "进展"}
    assert (str(page.plan), page.report) == ("2031Q4", None)
    assert [(r.number, r.facts) for r in page.stated_rules] == [("1", {"length": 100})]


def test_a_doubt_of_the_first_reading_stays_and_one_that_a_rule_raised_does_not() -> None:
    page = page_of(PAGE)

    assert [(f.code, f.facts["order"]) for f in page.findings] == [("lead-unit-unsure", 1)]
    assert page.findings[0].place == page.records[0].spot(Field.LEAD_UNITS)


def test_every_printed_entry_has_its_stretch() -> None:
    printed = [stretch.text.value for stretch in page_of(PAGE).stretches]

    assert {"住建局\n民政局(残联)", "周一鸣", "2031年云溪区实事项目", "2031Q4"} <= set(printed)


def test_half_a_character_becomes_a_whole_one() -> None:
    text = json.dumps(with_record(item="新增\ud800泊位"))
    page = extract(read(text.encode(), "a.json"), rulebook=load_rulebook("default"))

    assert page.records[0].printed(Field.ITEM) == "新增\ufffd泊位"


@pytest.mark.parametrize(
    ("value", "entry"),
    [
        (PAGE | {"records": {}}, "records"),
        (PAGE | {"records": ["1"]}, "records[0]"),
        (with_record(order="1"), "records[0].order"),
        (with_record(order=True), "records[0].order"),
        (with_record(order=0), "records[0].order"),
        (with_record(item=3), "records[0].item"),
        (with_record(lead_units="住建局"), "records[0].lead_units"),
        (with_record(lead_units=[1]), "records[0].lead_units"),
        (with_record(other={"a": 1}), "records[0].other"),
        (with_record(investment="3"), "records[0].investment"),
        (PAGE | {"records": [RECORD, RECORD]}, "records.order"),
        (PAGE | {"script": "latin"}, "script"),
        (PAGE | {"period": {"plan": "soon"}}, "period.plan"),
    ],
)
def test_an_entry_of_the_wrong_kind_is_named(value: object, entry: str) -> None:
    with pytest.raises(UnreadableSource) as caught:
        page_of(value)

    assert caught.value.code == "not-exchange"
    assert f"{entry}处不对" in caught.value.line("zh")


@pytest.mark.parametrize(
    "text",
    [
        '{"records": [',
        '{"records": []} {"records": []}',
        '{"records": ' + "[" * 100_000,
        '{"a": "records", "records": 1e999}',
    ],
)
def test_json_that_is_no_exchange_object_is_refused(text: str) -> None:
    with pytest.raises(UnreadableSource) as caught:
        read(text.encode(), "a.json")

    assert caught.value.code == "not-exchange"


@pytest.mark.parametrize("text", ['{"rows": []}', '["records"]', "{项目} records"])
def test_other_text_with_braces_is_not_taken_for_it(text: str) -> None:
    assert read(text.encode(), "a.txt").source.format == "text"
