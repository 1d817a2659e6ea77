"""The mark of a closed item stands only where the item was closed before.

Authority: the fill-in rules of Beilun's month table, October 2024 (the mark is for 上月办结项目). Needs the page
before, and that page must have statuses. Example: progress “/” in October, status 正常 in September.
"""

from __future__ import annotations

from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.records import Field
from shishi.rules.earlier import name_period
from shishi.rules.subject import Subject

CODE = "mark-without-closing"
SEVERITY = Severity.ASKS


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a record whose progress is the mark and that was not closed on the page before."""
    for record in subject.page.records:
        before = subject.before(record)
        if before is None or record.plain(Field.PROGRESS).strip() != subject.closed_mark:
            continue
        status = before.record.plain(Field.STATUS).strip()
        was_marked = before.record.plain(Field.PROGRESS).strip() == subject.closed_mark
        if was_marked or subject.is_blank(status) or subject.rulebook.meaning(status) == "closed":
            continue
        facts = {
            "order": record.order,
            "mark": subject.closed_mark,
            "before": name_period(before.page),
            "status": before.record.printed(Field.STATUS).strip(),
        }
        yield Finding(CODE, About.CONTENT, SEVERITY, record.spot(Field.PROGRESS), facts)
