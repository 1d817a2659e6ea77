"""Two plans that promise the same thing promise the same number of it.

Authority: none; residents read both. Needs the other plan. Numbers are held against each other only where
both count the same thing in the same kind of unit, under one lead unit or in matched items; 不少于6个 and
7个 can both be kept. Example: 建设健身公园6个 in the livelihood projects, 新建健身公园7个 in the work report.
"""

from __future__ import annotations

from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.records import Field
from shishi.rules.promises import list_promises, name_record
from shishi.rules.subject import Subject

CODE = "same-promise-other-numbers"
SEVERITY = Severity.ASKS


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a number that the other plan gives otherwise."""
    for promise in list_promises(subject):
        if promise.agrees:
            continue
        facts = {
            "order": promise.record.order,
            "what": promise.ours.spoken or None,
            "ours": promise.ours.measure.text,
            "theirs": promise.theirs.measure.text,
            "other_order": promise.other.order,
            "other_section": promise.other.section,
            "other_code": name_record(promise.other),
        }
        spot = promise.record.spot(Field.ITEM)._replace(characters=promise.ours.measure.span)
        yield Finding(CODE, About.CONTENT, SEVERITY, spot, facts)
