"""A document is written before it is published, and a table reports what was over by then.

Authority: none; a page edited in place keeps its old day of publication, and a date may be mistyped.
Example: 成文日期 2031-06-08 and 发布日期 2031-01-21; the table of October on a page published in August.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from shishi.findings import About, Finding, Severity
from shishi.places import Place
from shishi.rules.subject import Subject

CODE = "notice-dates-contradict"
SEVERITY = Severity.ASKS


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a date, or a period reported, that is later than the day of publication."""
    notice, report = subject.page.notice, subject.page.report
    published, written = _read_day(notice.publication_date), _read_day(notice.document_date)
    if published is None:
        return
    later = []
    if written is not None and written > published:
        later.append(written.isoformat())
    if report is not None and report.start > published:
        later.append(str(report))
    for printed in later:
        facts = {"later": printed, "published": published.isoformat()}
        yield Finding(CODE, About.CONTENT, SEVERITY, Place(part="page"), facts)


def _read_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
