"""What is counted since the start of the year cannot become less.

Authority: none; arithmetic. Needs the page before, of the same year. Only numbers that say 累计, a level
and a share of the works are held to it. Example: “累计建成12个” after “累计建成15个”.
"""

from __future__ import annotations

from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.records import Field
from shishi.rules.earlier import counts_since_start, is_same_year, name_period, pair_with
from shishi.rules.subject import Subject

CODE = "cumulative-fell"
SEVERITY = Severity.ASKS


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a cumulative number below that of the page before."""
    for record in subject.page.records:
        before = subject.before(record)
        if before is None or not is_same_year(subject.page, before):
            continue
        for name in (Field.PROGRESS, Field.PERCENT):
            for now, then in pair_with(subject, record, before, name=name):
                if not (counts_since_start(now) and counts_since_start(then)):
                    continue
                if now.size < then.size:
                    facts = {
                        "order": record.order,
                        "now": now.measure.text,
                        "then": then.measure.text,
                        "before": name_period(before.page),
                        "what": now.spoken or None,
                    }
                    spot = record.spot(name)._replace(characters=now.measure.span)
                    yield Finding(CODE, About.CONTENT, SEVERITY, spot, facts)
