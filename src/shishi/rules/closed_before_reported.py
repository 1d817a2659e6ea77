"""An item that was closed last period is marked and not reported again.

Authority: the fill-in rules of Beilun's month table, October 2024 (上月办结项目无需再上报…并标注“/”). Needs
the page before. Example: September says 办结, October reports “已完成绿化补种”.
"""

from __future__ import annotations

from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.records import Field
from shishi.rules.earlier import name_period
from shishi.rules.subject import Subject

CODE = "closed-before-reported"
SEVERITY = Severity.ASKS


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a record that reports progress after a page on which it was closed."""
    for record in subject.page.records:
        before = subject.before(record)
        if before is None or not subject.fills(record, Field.PROGRESS):
            continue
        status = before.record.plain(Field.STATUS).strip()
        if subject.rulebook.meaning(status) == "closed":
            facts = {
                "order": record.order,
                "before": name_period(before.page),
                "status": before.record.printed(Field.STATUS).strip(),
                "mark": subject.closed_mark,
            }
            yield Finding(CODE, About.CONTENT, SEVERITY, record.spot(Field.PROGRESS), facts)
