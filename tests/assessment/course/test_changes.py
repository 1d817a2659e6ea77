from __future__ import annotations

from collections.abc import Mapping

import pytest

from shishi.assessment import Change, find_changes, say
from shishi.matching import Companion
from shishi.measures import measure
from shishi.records import Page
from shishi.rulebook import load_rulebook
from tests.assessment.pages import judge_page, make_page, make_record

MAY = {"item": "修缮廊桥60座", "progress": "累计修缮廊桥19座。", "status": "正常"}


def page_of(*rows: Mapping[str, str], month: str) -> Page:
    records = [make_record(order, **cells) for order, cells in enumerate(rows, 1)]
    return make_page(*records, plan=month, report=month)


def compare(now: Page, then: Page) -> tuple[Change, ...]:
    measured = {record.order: measure(record, year=2031) for record in then.records}
    return find_changes(
        now,
        judge_page(now, on="2031-07-03"),
        previous=Companion(then, measured),
        before=judge_page(then, on="2031-06-03"),
        rulebook=load_rulebook("default"),
    )


def changed(now: Mapping[str, str], then: Mapping[str, str] = MAY) -> list[str]:
    (found,) = compare(page_of(now, month="2031-06"), page_of(then, month="2031-05"))
    return [reason.code for reason in found.reasons]


@pytest.mark.parametrize(
    ("cells", "codes"),
    [
        ({"progress": "累计修缮廊桥25座。"}, ["number-rose"]),
        ({"progress": "累计修缮廊桥18座。"}, ["number-fell"]),
        ({"progress": "目前累计修缮廊桥19座。"}, ["number-same"]),
        ({}, ["number-same", "text-same"]),
        ({"progress": "修缮廊桥25座。"}, ["number-not-alike"]),
        ({"progress": "召开例会。"}, []),
        ({"item": "修缮廊桥50座"}, ["promise-changed", "number-same", "text-same"]),
        ({"item": "修缮廊桥50处"}, ["text-same"]),
        ({"progress": "累计修缮廊桥25处。"}, ["number-not-alike"]),
        ({"status": "滞后", "progress": "累计修缮廊桥25座。"}, ["claim-changed", "number-rose"]),
        (
            {"goal": "累计修缮廊桥30座。", "progress": "累计修缮廊桥25座。"},
            ["status-changed", "number-rose"],
        ),
    ],
)
def test_change_of_a_record_is_named(cells: dict[str, str], codes: list[str]) -> None:
    assert changed(MAY | cells) == codes


@pytest.mark.parametrize("text", ["召开例会。", "修缮廊桥9座。", "修缮廊桥点位摸排9座。"])
def test_number_that_was_not_counted_alike_before_neither_rose_nor_fell(text: str) -> None:
    codes = changed(MAY, MAY | {"progress": text})

    assert not {"number-rose", "number-fell", "number-same"} & set(codes)


def test_levels_may_be_compared_without_a_word_of_their_time() -> None:
    row = {"item": "床位达到300张", "progress": "床位达到276张。"}

    assert changed(row | {"progress": "床位达到290张。"}, row) == ["number-rose"]


def test_goal_that_was_rewritten_is_a_change() -> None:
    row = {"item": "修缮廊桥60座", "goal": "完成招标。", "progress": "正在招标。"}

    assert "goal-changed" in changed(row | {"goal": "完成验收。"}, row)


def test_short_text_may_be_the_same_by_chance() -> None:
    row = {"item": "修缮廊桥60座", "progress": "推进中。"}

    assert changed(row, row) == []


def test_items_that_came_and_went_are_named() -> None:
    now = page_of(MAY, {"item": "添置渔船8艘", "progress": "招标。"}, month="2031-06")
    then = page_of({"item": "移栽古树9株", "progress": "招标。"}, MAY, month="2031-05")

    found = [(c.order, c.previous, [r.code for r in c.reasons]) for c in compare(now, then)]

    assert found == [
        (1, 2, ["number-same", "text-same"]),
        (2, None, ["item-new"]),
        (None, 1, ["item-gone"]),
    ]


def test_every_change_can_be_said_in_both_languages() -> None:
    row = {"item": "修缮廊桥50座", "goal": "完成招标。", "progress": "累计修缮廊桥25座。"}
    page = page_of(row, month="2031-06")

    for change in compare(page, page_of(MAY | {"goal": "完成验收。"}, month="2031-05")):
        assert change.grounds
        assert all("…" not in say(r, language) for r in change.reasons for language in ("zh", "en"))


def test_two_counts_of_unknown_time_are_not_alike() -> None:
    then, now = ({"progress": f"修缮廊桥{n}座。"} for n in (9, 25))

    assert changed(MAY | now, MAY | then) == ["number-not-alike"]
