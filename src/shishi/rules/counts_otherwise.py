"""Progress is counted as the target counts: in the same unit, and as the same kind of number.

Authority: none; a level is not reached by an increase (全区110张, 新增115张), works are not told in money, and
places are not people. Numbers are paired by what they count; two shares of different things (投资, 工程量) and
a preparation are no pair. Example: target 床位增加至110张, progress 新增床位115张.
"""

from __future__ import annotations

from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.matching.goals.numbers import Number
from shishi.matching.goals.pairing import Found
from shishi.records import Field, Record
from shishi.rules.answers import pair_progress
from shishi.rules.subject import Subject

CODE = "counts-otherwise"
SEVERITY = Severity.ASKS

_OTHERWISE = (Found.KIND, Found.UNIT)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a number of what is due that is answered only in another kind or unit."""
    for record in subject.page.records:
        told: set[tuple[int, int]] = set()
        for due in (Field.ITEM, Field.GOAL):
            for target, reached in _list_odd(subject, record, due=due):
                span = reached.measure.span
                if span in told:
                    continue
                told.add(span)
                facts = {
                    "order": record.order,
                    "target": target.clause.quotation,
                    "reached": reached.clause.quotation,
                }
                spot = record.spot(Field.PROGRESS)._replace(characters=span)
                yield Finding(CODE, About.CONTENT, SEVERITY, spot, facts)


def _list_odd(subject: Subject, record: Record, *, due: Field) -> Iterator[tuple[Number, Number]]:
    for pairing in pair_progress(subject, record, due=due):
        if pairing.found in _OTHERWISE and pairing.goal.measure.sure:
            yield pairing.goal, pairing.answers[0]
