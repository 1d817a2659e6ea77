"""Two plans that promise the same thing promise the same number of it.

Authority: none; residents read both. Needs the other plan. Numbers are held against each other only where
both count the same thing in the same kind of unit, under one lead unit or in matched items; 不少于6个 and
7个 can both be kept. Example: 建设健身公园6个 in the livelihood projects, 新建健身公园7个 in the work report.
"""

from __future__ import annotations

from collections.abc import Iterator

from shishi.findings import Finding, Severity
from shishi.rules.promises import list_promises, report_promise
from shishi.rules.subject import Subject

CODE = "same-promise-other-numbers"
SEVERITY = Severity.ASKS


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a number that the other plan gives otherwise."""
    for promise in list_promises(subject):
        if not promise.agrees:
            yield report_promise(promise, CODE, SEVERITY)
