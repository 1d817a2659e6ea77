"""Rule the columns a clerk asks for, with her header words."""

from __future__ import annotations

from collections.abc import Iterator

from tests.exam.clerks.desk import Desk
from tests.exam.model import Column
from tests.exam.shape import Allowed
from tests.exam.words.headers import spread

Ruled = list[tuple[str, Column]]
"""Each column with the key that fills it."""

_KINDS = {
    "lead_units": "units",
    "support_units": "units",
    "leaders": "leader",
    "investment": "money",
    "paid": "money",
    "goal": "text",
    "progress": "text",
    "explanation": "text",
    "remark": "text",
}
_FIELDS = {"star": "lead_units", "quarters": "goal", "due": "goal"}
_UNREAD = ("paid", "fund", "nature")
"""Columns that hold no field: they are printed, and nobody asks what was read in them."""


def rule_columns(desk: Desk, allowed: Allowed) -> Ruled:
    """Rule the columns of a page; where one column cannot hold all bodies there are two."""
    ruled: Ruled = []
    for key, header in _choose(desk, allowed):
        words = tuple(desk.words(word) for word in header.split("/"))
        field = _FIELDS.get(key, key)
        column = Column(
            None if key in _UNREAD else field,
            _KINDS.get(field, field),
            words if allowed.deep_headers else words[-1:],
        )
        column.spread = spread(desk.rng, column.words[-1], "\n" if allowed.breaks else " ")
        ruled.append((key, column))
    return ruled


def _choose(desk: Desk, allowed: Allowed) -> Iterator[tuple[str, str]]:
    for asked in desk.clerk.columns.split():
        key, _, headers = asked.partition(":")
        if key.endswith("?") and desk.rng.random() < 0.4:
            continue
        if key == "quarters":
            above = desk.rng.choice(("", "季度目标/", "分季度目标/"))
            yield from ((key, f"{above}{name}季度目标") for name in "一二三四")
        elif key == "star" and not allowed.stars:
            yield from (("lead_units", "责任单位"), ("support_units", "配合单位"))
        else:
            yield key.rstrip("?"), desk.rng.choice(headers.split("|"))
