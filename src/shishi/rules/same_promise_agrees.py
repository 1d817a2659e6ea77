"""Where two plans promise the same thing with the same number, it is said once, so that one can rely on it.

Authority: none; whoever reconciles two plans wants to see what was found to agree. Needs the other plan.
Example: 发放购房码1000个 in both.
"""

from __future__ import annotations

from collections.abc import Iterator

from shishi.findings import Finding, Severity
from shishi.rules.promises import list_promises, report_promise
from shishi.rules.subject import Subject

CODE = "same-promise-agrees"
SEVERITY = Severity.NOTES


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a number that the other plan gives too."""
    for promise in list_promises(subject):
        if promise.agrees:
            yield report_promise(promise, CODE, SEVERITY)
