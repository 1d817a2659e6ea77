"""A sentence that lost a mark reads as something else, or as nothing.

Authority: none. Quotation marks, dashes and full stops are lost like characters are: a closing mark stays
without its opening one, two percentages touch. Example: “完成50%累计完成80%” are two statements.
"""

from __future__ import annotations

from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.rules.damage import list_damage
from shishi.rules.subject import Subject

CODE = "damaged-text"
SEVERITY = Severity.ASKS


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a place in a sentence where a mark is gone."""
    for place, damage, facts in list_damage(subject):
        if not damage.number:
            yield Finding(CODE, About.CONTENT, SEVERITY, place, facts)
