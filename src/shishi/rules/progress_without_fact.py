"""A progress text says at least one thing that can be checked.

Authority: the fill-in rules of Beilun's month table, October 2024 (主要体现重要节点、重点工作情况).
Words of effort and the item's own name are no fact; a number, a date, a step of the works or anything
else that remains is one. Example: item “新建智慧停车场”, progress “积极协调，持续推进智慧停车场建设”。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.matching.wording import pairs_of
from shishi.records import Field, Record
from shishi.rules.subject import Subject

CODE = "progress-without-fact"
SEVERITY = Severity.ASKS

_DIGIT = re.compile(r"[0-9]")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a progress text of which nothing is left but effort and the item's name."""
    for record in subject.page.records:
        if subject.fills(record, Field.PROGRESS) and not _says_something(subject, record):
            facts = {"order": record.order, "printed": record.printed(Field.PROGRESS).strip()}
            yield Finding(CODE, About.CONTENT, SEVERITY, record.spot(Field.PROGRESS), facts)


def _says_something(subject: Subject, record: Record) -> bool:
    text = record.plain(Field.PROGRESS)
    measured = subject.measured_of(record)
    if measured.of(Field.PROGRESS) or measured.steps(Field.PROGRESS) or _DIGIT.search(text):
        return True
    bare = _without(text, subject.words_of(CODE, "effort"))
    if bare == text:
        return True
    bare = _without(bare, subject.words_of(CODE, "beside"))
    return bool(pairs_of(bare) - pairs_of(record.plain(Field.ITEM)))


def _without(text: str, words: tuple[str, ...]) -> str:
    for word in sorted(words, key=len, reverse=True):
        text = text.replace(word, ",")
    return text
