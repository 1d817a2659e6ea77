"""A group of units that nobody has listed leaves open who has the work.

Authority: where nobody is named, each reports its own part (a city's order of 2024), which needs a list.
A standing group whose members the rulebook lists (各街道) is no finding. One line for each group of a page.
Example: supporting units “住建局、相关街道”.
"""

from __future__ import annotations

from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.places import Place
from shishi.records import Field, Record
from shishi.rules.subject import Subject
from shishi.rules.unit_names import is_group

CODE = "group-not-expanded"
SEVERITY = Severity.NOTES

_COLUMNS = (Field.LEAD_UNITS, Field.SUPPORT_UNITS)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a group word of the page, with the records that use it."""
    used: dict[str, list[tuple[Record, Field]]] = {}
    for record in subject.page.records:
        for name in _COLUMNS:
            for printed in _list_groups(subject, record, name=name):
                used.setdefault(printed, []).append((record, name))
    for printed, cells in used.items():
        orders = list(dict.fromkeys(record.order for record, _ in cells))
        facts: dict[str, object] = {"group": printed, "orders": orders, "count": len(orders)}
        place = Place(part=cells[0][0].place.part, field=cells[0][1].value)
        if len(orders) == 1:
            facts["order"], place = orders[0], cells[0][0].spot(cells[0][1])
        yield Finding(CODE, About.CONTENT, SEVERITY, place, facts)


def _list_groups(subject: Subject, record: Record, *, name: Field) -> Iterator[str]:
    for text, plain in subject.list_names(record, name):
        if not subject.rulebook.groups.get(plain) and is_group(subject, plain):
            yield text.value
    if record.open_ended and name is Field.SUPPORT_UNITS:
        yield "等部门、单位"
