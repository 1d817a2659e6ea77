"""Whoever is behind gives the reason and the next step; one of the two is not enough.

Authority: the fill-in rules of Beilun's month table, October 2024 (滞后项目简要说明滞后原因和下步计划).
Example: “受连续降雨影响” gives a reason and no next step. Words that show either are in the rulebook.
"""

from __future__ import annotations

from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.records import Field
from shishi.rules.subject import Subject

CODE = "explanation-incomplete"
SEVERITY = Severity.ASKS


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding an explanation in which something that is due cannot be found."""
    for record in subject.page.records:
        if not subject.fills(record, Field.EXPLANATION):
            continue
        lacking = list_lacking(subject, record.plain(Field.STATUS), record.plain(Field.EXPLANATION))
        if lacking:
            facts = {
                "order": record.order,
                "status": record.printed(Field.STATUS),
                "lacking": [subject.rulebook.names[aspect] for aspect in lacking],
            }
            yield Finding(CODE, About.CONTENT, SEVERITY, record.spot(Field.EXPLANATION), facts)


def list_lacking(subject: Subject, status: str, explanation: str) -> list[str]:
    """List what the status asks for and no word of the explanation shows."""
    cues = subject.rulebook.cues
    return [
        aspect
        for aspect in subject.find_due(status.strip()) or ()
        if aspect in cues and not any(cue in explanation for cue in cues[aspect])
    ]
