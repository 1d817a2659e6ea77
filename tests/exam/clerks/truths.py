"""Tell what a careful person reads in a row of a clerk, and what else is as right."""

from __future__ import annotations

from collections.abc import Sequence

from tests.exam.clerks import texts
from tests.exam.clerks.columns import Ruled
from tests.exam.clerks.desk import Desk
from tests.exam.clerks.topics import Group
from tests.exam.filling import Filled
from tests.exam.model import NONE_MARKS, Truth


def tell(desk: Desk, group: Group, ruled: Ruled, filled: Sequence[Filled]) -> Truth:
    """Take the value of every column that holds a field, and of what stands over the row."""
    truth = Truth()
    for (key, column), (_, value) in zip(ruled, filled, strict=True):
        if column.name is not None and key != "quarters":
            truth.values[column.name] = value
    if desk.hand.starred:
        truth.values["support_units"] = desk.support
    _accept_quarters(truth, ruled, filled)
    _accept_headings(truth, desk, group)
    _accept_nothing(truth, desk)
    return truth


def _accept_quarters(truth: Truth, ruled: Ruled, filled: Sequence[Filled]) -> None:
    """Of four goals side by side, the one of any quarter is a goal of a period."""
    goals = [text for (key, _), (text, _) in zip(ruled, filled, strict=True) if key == "quarters"]
    if goals:
        truth.accept("goal", *goals)


def _accept_headings(truth: Truth, desk: Desk, group: Group) -> None:
    """A heading with a leader says who leads, and may as well be taken for a theme."""
    if desk.clerk.over.startswith("leader"):
        truth.values["leaders"] = [group.leader]
        truth.accept("theme", group.heading)
    if desk.clerk.over == "theme" or "theme" in truth.values:
        truth.values["theme"] = group.theme
        if group.theme.endswith(group.name):
            truth.accept("theme", group.name)
    if "未完成" in desk.clerk.title:
        truth.accept("status", "未完成")  # the title says it of every row


def _accept_nothing(truth: Truth, desk: Desk) -> None:
    """A mark for nothing is as good as a blank, and a level word in the remarks is the level."""
    for name, value in truth.values.items():
        if value in NONE_MARKS:
            truth.accept(name, "")
        if not value and name in ("investment", "support_units"):
            truth.accept(name, desk.hand.blank)
    remark = truth.values.get("remark")
    if remark in texts.LEVELS:
        truth.accept("remark", "")
        truth.accept("levels", [remark], [remark[:2]])
