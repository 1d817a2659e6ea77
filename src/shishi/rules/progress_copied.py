"""A progress text that repeats the goal word for word reports nothing.

Authority: none; a goal says what is to be done, a report what was done. Baoshan's month table of August
2022 has six such rows. Punctuation and white space do not count; one word more (已) does.
Example: goal “完成管网铺设。”, progress “完成管网铺设”.
"""

from __future__ import annotations

from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.records import Field
from shishi.rules.subject import Subject

CODE = "progress-copied"
SEVERITY = Severity.ASKS


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a progress text equal to its goal, unless both are very short."""
    shortest = subject.number(CODE, "shortest")
    for record in subject.page.records:
        goal, progress = (_squeeze(record.plain(name)) for name in (Field.GOAL, Field.PROGRESS))
        if progress == goal and len(progress) >= shortest:
            facts = {"order": record.order}
            yield Finding(CODE, About.CONTENT, SEVERITY, record.spot(Field.PROGRESS), facts)


def _squeeze(text: str) -> str:
    return "".join(character for character in text if character.isalnum() or character == "%")
