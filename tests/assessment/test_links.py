from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from shishi.assessment import By, Link, say
from shishi.records import Field
from tests.assessment.pages import judge_page, make_page, make_record

CASES = Path(__file__).parents[1] / "cases" / "assessment"


def load(name: str) -> list[Any]:
    rows = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    return [pytest.param(row, id=row["label"]) for row in rows]


def link(row: dict[str, Any]) -> tuple[Link, ...]:
    cells = {name: row.get(name, "") for name in ("item", "goal", "progress", "explanation")}
    page = make_page(make_record(**cells), plan=row.get("plan", "2031-05"), report="2031-05")
    return judge_page(page)[0].links


def asked(found: Link) -> str:
    return found.asked.text if found.asked else found.step


@pytest.mark.parametrize("row", load("links"))
def test_number_or_step_is_linked_with_what_answers_it(row: dict[str, Any]) -> None:
    found = {
        asked(one): (
            one.by.value,
            one.answer.text if one.answer else one.answer_step,
            one.reason.code,
        )
        for one in link(row)
    }

    assert {name: tuple(rest) for name, *rest in row["links"]}.items() <= found.items()


@pytest.mark.parametrize("row", load("unlinked"))
def test_number_or_step_that_nothing_answers_says_why(row: dict[str, Any]) -> None:
    found = {asked(one): one for one in link(row)}

    for name, code in row["links"]:
        if code:
            assert (found[name].by, found[name].reason.code) == (By.NOTHING, code)
            assert found[name].answer is None
        else:
            assert found[name].by is not By.NOTHING


@pytest.mark.parametrize("row", load("links") + load("unlinked"))
def test_every_link_can_be_said_in_both_languages(row: dict[str, Any]) -> None:
    links = link(row)

    assert links
    assert all("…" not in say(one.reason, language) for one in links for language in ("zh", "en"))


def test_links_of_a_goal_stand_before_those_of_the_item() -> None:
    row = {"item": "修缮廊桥60座", "goal": "累计修缮廊桥25座。", "progress": "累计修缮廊桥19座。"}

    assert [(one.field, asked(one)) for one in link(row)] == [
        (Field.GOAL, "25座"),
        (Field.ITEM, "60座"),
    ]


def test_record_that_cannot_be_judged_links_what_its_item_promises() -> None:
    row = {"item": "修缮廊桥60座", "goal": "/", "progress": "累计修缮廊桥19座。"}

    assert [(asked(one), one.by) for one in link(row)] == [("60座", By.NUMBER)]
