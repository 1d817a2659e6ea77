"""An invented page of three rows, as a careful person reads it and as the program should print it."""

from __future__ import annotations

import copy
from decimal import Decimal
from typing import Any

from tests.acceptance.answers import Answer
from tests.acceptance.gold.expected import Quantity, Row, Seed, Step
from tests.acceptance.gold.spelling import Exactly, Opening, Spelling, fingerprint

ITEM = "新建青禾路口袋公园4个,改造柳林社区食堂不少于12家。"
GOAL = "6月开工,完成总工程量的30%。"

GOLD_ROW: dict[str, Any] = {
    "section": 1,
    "names": {
        "lead_units": (Exactly("园林局"),),
        "support_units": (Exactly("青禾街道"), Exactly("各社区")),
        "leaders": (Exactly("林某某"),),
    },
    "open_ended": True,
    "investment": "12000000",
    "measures": {
        "item": (
            Quantity(Decimal(4), ("个",), kinds=("count",)),
            Quantity(Decimal(12), ("家",), ">="),
            Quantity(Decimal(100), ("%",), optional=True),
        ),
        "goal": (Quantity(Decimal(30), ("%",), kinds=("rate", "works")),),
    },
    "steps": {"goal": (Step("开工", "2031-06"),)},
}


def seed() -> Seed:
    """Give the gold: rows 1 to 3, the third with a damaged support cell."""
    texts: dict[str, Spelling] = {
        "theme": Exactly("青绿家园"),
        "item": Opening(ITEM[:12]),
        "goal": fingerprint(GOAL),
        "progress": Exactly(""),
    }
    rows = tuple(
        Row(
            order=order,
            texts=texts | {"code": Exactly(str(order))},
            plain={"item": fingerprint(ITEM)},
            plain_names={"lead_units": (Exactly("园林局"),)},
            damaged=frozenset({"support_units"} if order == 3 else ()),
            **GOLD_ROW,
        )
        for order in (1, 2, 3)
    )
    notice: dict[str, Spelling] = {
        "title": fingerprint("青禾区实事项目表"),
        "issuer": Exactly("区府办"),
    }
    period: dict[str, tuple[str | None, ...]] = {"plan": ("2031",), "report": (None,)}
    return Seed(
        "900", "900.txt", rows, "traditional", notice, period, 1, {"statuses": ["建成", "在建"]}
    )


def measure(field: str, value: str, unit: str, **more: Any) -> dict[str, Any]:
    """Give one measure of a record."""
    plain = {"field": field, "value": value, "unit": unit, "comparator": "=", "kind": "count"}
    return plain | {"derived": False} | more


def record(order: int) -> dict[str, Any]:
    """Give one record as a faultless program prints it."""
    return {
        "order": order,
        "section": 1,
        "code": str(order),
        "theme": "青绿\n家园",
        "item": ITEM,
        "goal": GOAL,
        "progress": None,
        "lead_units": ["园林局"],
        "support_units": ["青禾街道", "各社区"],
        "leaders": ["林某某"],
        "levels": [],
        "open_ended": True,
        "investment": {"value": "12000000", "unit": "元"},
        "percent": None,
        "shares_item_with": None,
        "simplified": {"item": ITEM, "goal": GOAL, "lead_units": ["园林局"]},
        "measures": [
            measure("item", "4", "個", span=[9, 11], text="4个"),
            measure("item", "12.0", "家", comparator=">=", span=[20, 26], text="不少于12家"),
            measure("goal", "30", "%", kind="works", span=[12, 15], text="30%"),
        ],
        "milestones": [
            {
                "field": "goal",
                "event": "开工",
                "period": "2031-06",
                "span": [0, 4],
                "text": "6月开工",
            }
        ],
        "place": {"part": "table 1", "row": order + 1},
    }


PAGE: dict[str, Any] = {
    "script": "traditional",
    "notice": {"title": "青禾区实事项目表", "issuer": "区府办"},
    "period": {"plan": "2031", "report": None},
    "stated_rules": [{"number": "1", "facts": {"statuses": ["在建", "建成"]}}],
    "records": [record(order) for order in (1, 2, 3)],
    "findings": [],
}


def answer(**changes: Any) -> Answer:
    """Give the faultless page; `changes` go into its first record."""
    page = copy.deepcopy(PAGE)
    page["records"][0].update(changes)
    return Answer(page)


def doubting(*findings: dict[str, Any], **changes: Any) -> Answer:
    """Give the page with findings beside it."""
    return Answer({**answer(**changes).json, "findings": list(findings)})


def doubt(order: int, field: str, **changes: Any) -> dict[str, Any]:
    """Give a finding about reading on one cell, which names its row by place alone."""
    place = {"part": "table 1", "row": order + 1, "field": field}
    finding = {"code": "unsure", "about": "reading", "severity": "asks", "place": place}
    return finding | changes
