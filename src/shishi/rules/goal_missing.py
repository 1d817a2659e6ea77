"""An item that reports has a goal for the period, where the page has goals.

Authority: the fill-in rules of Beilun's month table, October 2024 (对照本月工作目标): without a goal nothing can be
held against it. An item closed earlier has the mark instead. Asked only where most items of the page have
a goal, so that a table that prints some goals only is left alone. Example: a row with progress and no goal.
"""

from __future__ import annotations

from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.records import Field, Record
from shishi.rules.subject import Subject

CODE = "goal-missing"
SEVERITY = Severity.ASKS


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a record without a goal among records that have one."""
    records = subject.page.records
    with_goal = sum(bool(record.plain(Field.GOAL).strip()) for record in records)
    if with_goal * 2 <= len(records):
        return
    for record in records:
        if _lacks_goal(subject, record):
            facts = {"order": record.order, "plan": str(subject.page.plan or "") or None}
            yield Finding(CODE, About.CONTENT, SEVERITY, record.spot(Field.GOAL), facts)


def _lacks_goal(subject: Subject, record: Record) -> bool:
    """A row that continues another's goal has it there; a doubtful cell is not held against the page."""
    if subject.fills(record, Field.GOAL) or record.shares_item_with is not None:
        return False
    is_marked = record.plain(Field.GOAL).strip() == subject.closed_mark
    return not is_marked and not subject.is_doubtful(record, Field.GOAL)
