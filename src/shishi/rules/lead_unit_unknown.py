"""A lead unit is one that exists.

Authority: none; a slip in a name gives the work to nobody. Held against the register that the caller gives,
or the rulebook's where the district says that it is complete; otherwise only a name that sounds like a
known one and is written otherwise is asked about. Example: 教育居 where the register has 教育局.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from shishi.findings import About, Finding, Severity
from shishi.records import Field
from shishi.rules.subject import Subject
from shishi.text.damage import looks_cut, lossy_name
from shishi.text.sounds import sounds_alike

CODE = "lead-unit-unknown"
SEVERITY = Severity.ASKS


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a lead unit that nobody knows; one that lost a character is told elsewhere."""
    leads = Counter(
        plain
        for record in subject.page.records
        for _, plain in subject.list_names(record, Field.LEAD_UNITS)
    )
    often = {name for name, count in leads.items() if count >= subject.number(CODE, "often")}
    known = {*subject.beside.register, *subject.rulebook.unit_names()}
    is_complete = bool(subject.beside.register) or bool(subject.number(CODE, "complete"))
    for record in subject.page.records:
        for text, plain in subject.list_names(record, Field.LEAD_UNITS):
            if _is_known(subject, plain) or _is_damaged(subject, plain):
                continue
            alike = _find_alike(subject, plain, known=known | often)
            if alike or (is_complete and plain not in often | subject.rulebook.groups.keys()):
                facts = {"order": record.order, "printed": text.value, "nearest": alike or None}
                spot = record.spot(Field.LEAD_UNITS)
                yield Finding(CODE, About.CONTENT, SEVERITY, spot, facts)


def _is_known(subject: Subject, name: str) -> bool:
    register = subject.beside.register
    if any(subject.rulebook.is_same_unit(name, other) for other in register):
        return True
    return not register and subject.rulebook.is_registered(name)


def _is_damaged(subject: Subject, name: str) -> bool:
    return looks_cut(name) or bool(lossy_name(name, subject.rulebook.unit_names()))


def _find_alike(subject: Subject, name: str, *, known: Collection[str]) -> list[str]:
    """Find the known names that sound like this one, whatever stands in front (区教育居, 教育局)."""
    prefixes = [p for p in subject.rulebook.prefixes if name.startswith(p)]
    bare = {name, *(name.removeprefix(prefix) for prefix in prefixes)}
    return sorted(other for other in known for one in bare if sounds_alike(one, other))
