"""Goals that leave most of the year's target to its last months are hard to keep.

Authority: 11月前全面完成、12月查漏补缺, as a city orders its offices. Needs the goals of several periods: earlier
pages, or pages with the goals of others. The last cumulative goal of autumn shows what is left for the rest.
Example: 累计40个 by the end of October, and 100个 promised for the year.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from shishi.findings import About, Finding, Severity
from shishi.records import Field
from shishi.rules.earlier import spell
from shishi.rules.pace import MONTHS, list_steps
from shishi.rules.subject import Subject

CODE = "steep-tail"
SEVERITY = Severity.NOTES

_FEWEST = 2


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a record whose goals leave a large share to the last months of the year."""
    if not (subject.beside.goals or subject.beside.previous):
        return
    left_from = Fraction(subject.number(CODE, "percent")) / 100
    times = Fraction(subject.number(CODE, "times"))
    for order, steps in list_steps(subject).items():
        record = next(r for r in subject.page.records if r.order == order)
        late = [step for step in steps if step.month >= subject.number(CODE, "month")]
        if len(steps) < _FEWEST or not late:
            continue
        last = late[-1]
        left, time = 1 - last.share, Fraction(MONTHS - last.month, MONTHS)
        if left >= left_from and left >= times * time:
            facts = {
                "order": order,
                "goal": last.goal.measure.text,
                "target": last.target.measure.text,
                "month": last.month,
                "left": spell(100 * left),
                "months": MONTHS - last.month,
            }
            yield Finding(CODE, About.CONTENT, SEVERITY, record.spot(Field.GOAL), facts)
