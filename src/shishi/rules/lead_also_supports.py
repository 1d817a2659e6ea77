"""A unit leads an item or supports it, not both.

Authority: none; the two columns give different duties. Names are compared by the rulebook's register,
so that a unit under its short name is found too.
Example: lead 发展和改革局, support 发改局、财政局.
"""

from __future__ import annotations

from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.records import Field
from shishi.rules.subject import Subject

CODE = "lead-also-supports"
SEVERITY = Severity.ASKS


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a supporting unit that is a lead unit of the same record."""
    for record in subject.page.records:
        leads = subject.list_names(record, Field.LEAD_UNITS)
        for unit, unit_name in subject.list_names(record, Field.SUPPORT_UNITS):
            for lead, lead_name in leads:
                if subject.rulebook.is_same_unit(lead_name, unit_name):
                    facts = {"order": record.order, "lead": lead.value, "support": unit.value}
                    place = record.spot(Field.SUPPORT_UNITS)
                    yield Finding(CODE, About.CONTENT, SEVERITY, place, facts)
