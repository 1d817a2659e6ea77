"""A goal for a period that asks for much less than the elapsed share of the year leaves the work to the end.

Authority: none; 以周保月、以月保季、以季保年 is how offices put it. Held against the straight line only where
the goal is cumulative and counts what the target counts; works are often late by nature, so it is noted.
Example: target 5000名, goal for the end of August 累计1000名: 20% where 66.7% of the year is over.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from shishi.findings import About, Finding, Severity
from shishi.records import Field
from shishi.rules.earlier import spell
from shishi.rules.pace import MONTHS, list_steps
from shishi.rules.subject import Subject

CODE = "goal-easier-than-line"
SEVERITY = Severity.NOTES


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a goal of this page that lies far below the straight line."""
    slack = Fraction(subject.number(CODE, "slack")) / 100
    steps = list_steps(subject) if subject.page.plan else {}
    for record in subject.page.records:
        for step in steps.get(record.order, ()):
            elapsed = Fraction(step.month, MONTHS)
            is_own = subject.page.plan is not None and step.month == subject.page.plan.last
            if is_own and step.share + slack < elapsed:
                facts = {
                    "order": record.order,
                    "goal": step.goal.measure.text,
                    "target": step.target.measure.text,
                    "month": step.month,
                    "share": spell(100 * step.share),
                    "line": spell(100 * elapsed),
                }
                spot = record.spot(Field.GOAL)._replace(characters=step.goal.measure.span)
                yield Finding(CODE, About.CONTENT, SEVERITY, spot, facts)
