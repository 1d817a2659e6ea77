"""A progress text is meant to have about 100 characters; far longer ones are noted.

Authority: the fill-in rules of Beilun's month table, October 2024 (字数控制在100字左右). "About" is soft:
a note is made from 120 on, and nobody has to act on it. White space does not count.
Example: a text that retells the building of every wall of a park in 203 characters.
"""

from __future__ import annotations

from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.records import Field
from shishi.rules.subject import Subject, count_characters

CODE = "progress-over-length"
SEVERITY = Severity.NOTES


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a progress text that is far over the length asked for."""
    asked = subject.length
    for record in subject.page.records if asked else ():
        length = count_characters(record)
        if asked and length >= asked.note_from:
            facts = {
                "order": record.order,
                "length": length,
                "about": asked.about,
                "note_from": asked.note_from,
            }
            yield Finding(CODE, About.CONTENT, SEVERITY, record.spot(Field.PROGRESS), facts)
