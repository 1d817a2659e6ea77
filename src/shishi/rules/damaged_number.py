"""A number that lost what stood beside it must not be counted with.

Authority: none. Pieces that stood in a span of their own are lost on the way to a web page: Beilun's month
table of October 2024 prints 1024日 for 10月24日. What was there is proposed and never stored.
Where the digits hide a quantity it is left unread, so the doubt is about our reading as well; a date
that lost its 月 is only odd, because no field is read from it. A line end inside a cell is no loss; one
between two digits is, because they may be one number or two.
Example: “截至1024日”; “新增公交车20” without its 辆.
"""

from __future__ import annotations

from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.rules.damage import list_damage, list_parted
from shishi.rules.subject import Subject
from shishi.text.damage import DamageKind

CODE = "damaged-number"
SEVERITY = Severity.ASKS

_HIDES_QUANTITY = {
    DamageKind.COUNT_GLUED,
    DamageKind.UNIT_LOST,
    DamageKind.NUMBER_PARTED,
    DamageKind.YEAR_GLUED,
    DamageKind.LOOKALIKE,
}


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a number that is not whole."""
    for place, damage, facts in list_damage(subject):
        if damage.number:
            about = About.READING if damage.kind in _HIDES_QUANTITY else About.CONTENT
            yield Finding(CODE, about, SEVERITY, place, facts)
    for place, facts in list_parted(subject):
        yield Finding(CODE, About.READING, SEVERITY, place, facts)
