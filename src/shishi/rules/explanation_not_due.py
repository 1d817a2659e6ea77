"""An explanation that nobody asked for is noted, and is never an error.

Authority: the fill-in rules of Beilun's month table, October 2024 (其他项目无需填报): need not, not must not.
A page that does not say who explains is left alone.
Example: 项目完成 beside the status 办结.
"""

from __future__ import annotations

from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.records import Field
from shishi.rules.subject import Subject

CODE = "explanation-not-due"
SEVERITY = Severity.NOTES


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding an explanation whose status, if it is known, asks for none."""
    if not subject.others_need_not:
        return
    for record in subject.page.records:
        status = record.plain(Field.STATUS).strip()
        if subject.is_blank(status) or not subject.fills(record, Field.EXPLANATION):
            continue
        if subject.find_due(status) == ():
            facts = {"order": record.order, "status": record.printed(Field.STATUS)}
            yield Finding(CODE, About.CONTENT, SEVERITY, record.spot(Field.EXPLANATION), facts)
