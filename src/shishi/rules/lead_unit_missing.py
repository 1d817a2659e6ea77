"""Every item has a unit that answers for it.

Authority: none; a table with a column 牵头单位 is there to say who leads. Example: a row with supporting
units and an empty column 牵头单位. A cell whose reading was doubtful is not held against the page.
"""

from __future__ import annotations

from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.records import Field
from shishi.rules.subject import Subject

CODE = "lead-unit-missing"
SEVERITY = Severity.ASKS


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a record without a lead unit on a page that has lead units."""
    if not subject.has_column(Field.LEAD_UNITS):
        return
    for record in subject.page.records:
        name = Field.LEAD_UNITS
        if not subject.fills(record, name) and not subject.is_doubtful(record, name):
            facts = {"order": record.order}
            yield Finding(CODE, About.CONTENT, SEVERITY, record.spot(name), facts)
