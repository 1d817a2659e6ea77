"""Which progress texts of a page are over the length asked for, at one glance.

Authority: the fill-in rules of Beilun's month table, October 2024 (字数控制在100字左右). A text slightly
over "about 100" breaks nothing, so it gets no finding of its own; this one line names them all.
Example: rows 1 and 8 have 115 and 203 characters, every other fewer than 100.
"""

from __future__ import annotations

from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.places import Place
from shishi.records import Field
from shishi.rules.subject import Subject, count_characters

CODE = "progress-lengths"
SEVERITY = Severity.NOTES


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding for the page when any progress text is over the length asked for."""
    asked = subject.length
    if asked is None:
        return
    lengths = {record.order: count_characters(record) for record in subject.page.records}
    over = {order: n for order, n in lengths.items() if n > asked.about}
    if over:
        far = [order for order, n in over.items() if n >= asked.note_from]
        facts = {
            "count": len(over),
            "orders": list(over),
            "lengths": list(over.values()),
            "about": asked.about,
            "note_from": asked.note_from,
            "far": far or {"zh": "无", "en": "none"},
        }
        place = Place(part=subject.page.records[0].place.part, field=Field.PROGRESS.value)
        yield Finding(CODE, About.CONTENT, SEVERITY, place, facts)
