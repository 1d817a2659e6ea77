"""A supporting unit is one that exists.

Authority: none; nobody is told of work that is given to a name nobody bears. Held against the same register
as the lead units. Example: 水力局 where the register has 水利局.
"""

from __future__ import annotations

from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.records import Field
from shishi.rules.subject import Subject
from shishi.rules.unknown_units import list_unknown

CODE = "support-unit-unknown"
SEVERITY = Severity.ASKS


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a supporting unit that nobody knows; one that lost a character is told elsewhere."""
    for place, facts in list_unknown(subject, CODE, Field.SUPPORT_UNITS):
        yield Finding(CODE, About.CONTENT, SEVERITY, place, facts)
