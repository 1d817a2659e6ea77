"""A page that was given as an earlier one is earlier.

Authority: none; held against a later page, every rule about the last period would be wrong.
Example: October's table checked against November's.
"""

from __future__ import annotations

from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.places import Place
from shishi.rules.beside import is_earlier
from shishi.rules.subject import Subject

CODE = "previous-not-earlier"
SEVERITY = Severity.ASKS


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a page given as an earlier one whose period is not before this page's."""
    for companion in subject.beside.previous:
        if not is_earlier(companion.page, subject.page):
            facts = {
                "name": companion.page.source.name,
                "theirs": str(companion.page.report),
                "ours": str(subject.page.report),
            }
            yield Finding(CODE, About.CONTENT, SEVERITY, Place(), facts)
