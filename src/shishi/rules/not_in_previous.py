"""Which items of a page were not found on the page before, so that nothing of it is held against them.

Authority: none; whoever reads that all is well should know what was not looked at. One line for the page.
Example: item 12 is new in October, or its words were changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.matching import match_companion, name_ground
from shishi.places import Place
from shishi.rules.earlier import name_period
from shishi.rules.subject import Subject

CODE = "not-in-previous"
SEVERITY = Severity.NOTES


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding for the page where the last earlier page lacks some of its items."""
    if subject.last is None:
        return
    matches = match_companion(subject.page, subject.last, rulebook=subject.rulebook)
    alone = [match for match in matches if match.other is None]
    if alone:
        grounds = dict.fromkeys(ground for match in alone for ground in match.grounds)
        facts = {
            "orders": [match.order for match in alone],
            "count": len(alone),
            "before": name_period(subject.last.page),
            "why": [name_ground(ground) for ground in grounds],
        }
        place = Place(part=subject.page.records[0].place.part)
        yield Finding(CODE, About.CONTENT, SEVERITY, place, facts)
