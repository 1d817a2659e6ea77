"""A status must be one of the words that the page, or else the district, allows.

Authority: the fill-in rules of Beilun's month table, October 2024, name four: 正常、超前、滞后、办结.
Where neither binds the words, only one that nobody knows is asked about.
Example: 完成 in a table whose only word for it is 办结. The nearest word is proposed, never stored.
"""

from __future__ import annotations

from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.records import Field
from shishi.rules.subject import Subject

CODE = "status-not-in-vocabulary"
SEVERITY = Severity.ASKS


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a status that is none of the words allowed; a blank one is passed over."""
    for record in subject.page.records:
        status = record.plain(Field.STATUS).strip()
        if subject.is_blank(status) or status in subject.words:
            continue
        if not subject.words_bind and subject.rulebook.meaning(status):
            continue
        proposal = subject.rulebook.propose(status, subject.words)
        facts = {
            "order": record.order,
            "printed": record.printed(Field.STATUS),
            "allowed": list(subject.words),
            "proposal": proposal or None,
            "nearest": proposal or None,
        }
        yield Finding(CODE, About.CONTENT, SEVERITY, record.spot(Field.STATUS), facts)
