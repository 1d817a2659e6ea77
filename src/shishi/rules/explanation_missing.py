"""Whoever is ahead or behind says why; the explanation must not be blank.

Authority: the fill-in rules of Beilun's month table, October 2024 (滞后 and 超前 have to explain).
Example: a row marked 超前 whose column 情况说明 is empty.
"""

from __future__ import annotations

from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.records import Field
from shishi.rules.subject import Subject

CODE = "explanation-missing"
SEVERITY = Severity.ASKS


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a blank explanation that the status asks for.

    A page without a column for explanations is passed over, unless its own rules ask for them.
    """
    stated = any("explain" in rule.facts for rule in subject.page.stated_rules)
    if not stated and not subject.has_column(Field.EXPLANATION):
        return
    for record in subject.page.records:
        status = record.plain(Field.STATUS).strip()
        due = subject.find_due(status)
        if due and not subject.fills(record, Field.EXPLANATION):
            facts = {
                "order": record.order,
                "status": record.printed(Field.STATUS),
                "lacking": [subject.name_aspect(aspect) for aspect in due],
            }
            yield Finding(CODE, About.CONTENT, SEVERITY, record.spot(Field.EXPLANATION), facts)
