"""An item that was closed earlier is marked and not reported again.

Authority: the fill-in rules of Beilun's month table, October 2024 (上月办结项目无需再上报…并标注“/”). One page
alone shows only this much: a goal that is the mark says "closed before", a progress text beside it
says "still reported".
Example: goal “/”, progress “维修已完成”, status 办结: closed last period or this one?
"""

from __future__ import annotations

from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.records import Field
from shishi.rules.subject import Subject

CODE = "closed-item-reported"
SEVERITY = Severity.ASKS


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a record whose goal is the mark and whose progress is filled in."""
    for record in subject.page.records:
        progress = record.plain(Field.PROGRESS).strip()
        is_marked = record.plain(Field.GOAL).strip() == subject.closed_mark
        if is_marked and progress not in ("", subject.closed_mark):
            facts = {"order": record.order, "mark": subject.closed_mark}
            yield Finding(CODE, About.CONTENT, SEVERITY, record.spot(Field.PROGRESS), facts)
