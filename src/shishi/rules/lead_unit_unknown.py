"""A lead unit is one that exists.

Authority: none; a slip in a name gives the work to nobody. Held against the register that the caller gives,
or the rulebook's where the district says that it is complete; otherwise only a name that sounds like a
known one and is written otherwise is asked about. Example: 教育居 where the register has 教育局.
"""

from __future__ import annotations

from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.records import Field
from shishi.rules.subject import Subject
from shishi.rules.unknown_units import list_unknown

CODE = "lead-unit-unknown"
SEVERITY = Severity.ASKS


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a lead unit that nobody knows; one that lost a character is told elsewhere."""
    for place, facts in list_unknown(subject, CODE, Field.LEAD_UNITS):
        yield Finding(CODE, About.CONTENT, SEVERITY, place, facts)
