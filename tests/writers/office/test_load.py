from __future__ import annotations

from dataclasses import replace

import pytest

from shishi.places import Place, Text
from shishi.records import Field
from shishi.writers.office.load import choose_layout
from tests.writers.sheets import PAGES, page_for


@pytest.mark.parametrize("name", PAGES)
def test_a_districts_page_takes_the_districts_own_layout(name: str) -> None:
    assert choose_layout(page_for(name), name.partition("-")[0]).name == name


@pytest.mark.parametrize("rulebook", ["default", "jiangbei", ""])
def test_a_page_that_no_layout_of_its_district_holds_takes_the_plain_one(rulebook: str) -> None:
    assert choose_layout(page_for("beilun-month"), rulebook).name == "plain"


def test_a_column_that_nobody_knows_asks_for_the_plain_layout() -> None:
    page = page_for("baoshan-month")
    first = replace(page.records[0], other={"责任人": Text("周一鸣", Place())})

    chosen = choose_layout(replace(page, records=(first, *page.records[1:])), "baoshan")

    assert chosen.name == "plain"


def test_a_form_that_nobody_filled_in_is_chosen_by_what_it_asks_for() -> None:
    page = replace(page_for("beilun-tasks"), columns=frozenset({Field.STATUS}))

    assert choose_layout(page, "beilun").name == "beilun-month"
