"""Where two plans promise the same thing with the same number, it is said once, so that one can rely on it.

Authority: none; whoever reconciles two plans wants to see what was found to agree. Needs the other plan.
Example: 发放购房码1000个 in both.
"""

from __future__ import annotations

from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.records import Field
from shishi.rules.promises import list_promises, name_record
from shishi.rules.subject import Subject

CODE = "same-promise-agrees"
SEVERITY = Severity.NOTES


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a number that the other plan gives too."""
    for promise in list_promises(subject):
        if not promise.agrees:
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
