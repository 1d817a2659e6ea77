from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.acceptance.gold.hand import GOLD, load_hand_gold

LONGEST_NAME = 8
"""Han characters in a row: an office's name may be written out, a sentence of the page may not."""


def gold(name: str) -> Any:
    return json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("name", "sections"), [("001", [16]), ("002", [15, 25, 25])])
def test_hand_gold_holds_every_row_of_its_sections_in_order(name: str, sections: list[int]) -> None:
    rows = load_hand_gold(name).rows

    assert [row.order for row in rows] == list(range(1, sum(sections) + 1))
    assert [sum(row.section == n for row in rows) for n in range(1, len(sections) + 1)] == sections
    assert gold(name)["sections"] == sections


@pytest.mark.parametrize("name", ["001", "002"])
def test_hand_gold_goes_down_the_page_line_by_line(name: str) -> None:
    items = [line for row in gold(name)["records"] for line in row["texts"]["item"]["lines"]]

    assert items == sorted(set(items))


@pytest.mark.parametrize("name", ["001", "002"])
def test_hand_gold_holds_no_sentence_of_the_page(name: str) -> None:
    text = (GOLD / f"{name}.json").read_text(encoding="utf-8")

    assert max(map(len, re.findall(r"[一-鿿]+", text))) <= LONGEST_NAME


@pytest.mark.parametrize("name", ["001", "002"])
def test_hand_gold_wants_a_lead_and_an_item_in_every_row(name: str) -> None:
    for row in load_hand_gold(name).rows:
        assert row.names["lead_units"]
        assert "item" in row.texts
