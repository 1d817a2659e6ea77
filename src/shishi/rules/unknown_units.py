"""Units that nobody knows, in the column of those who lead and of those who support."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from shishi.places import Place
from shishi.records import Field
from shishi.rules.subject import Subject
from shishi.rules.unit_names import is_group, know_units, list_units


def list_unknown(
    subject: Subject, code: str, field: Field
) -> Iterator[tuple[Place, dict[str, object]]]:
    """List the units of a column that nobody knows: where, and the facts that a rule tells of each.

    A name that lost a character is left to another rule, and so is a group of units.
    """
    known = know_units(subject)
    printed = Counter(plain for _, _, _, plain in list_units(subject, [field]))
    often = {name for name, count in printed.items() if count >= subject.number(code, "often")}
    is_complete = bool(known.given) or bool(subject.number(code, "complete"))
    for record, _, text, plain in list_units(subject, [field]):
        if known.has(plain) or known.find_whole(plain) is not None:
            continue
        alike = known.find_alike(plain, also=often)
        if alike or (is_complete and not (plain in often or is_group(subject, plain))):
            facts = {
                "order": record.order,
                "printed": text.value,
                "proposal": next(iter(alike.values())) if len(alike) == 1 else None,
                "nearest": list(alike) or None,
            }
            yield record.spot(field), facts
