"""A number that grew many times faster than before is looked at once more.

Authority: none; a digit too many looks like this (1200 for 120). Needs the page before, of the same year.
Of a cumulative number the pace since the last page is held against the pace of the year until then; a
month's own number against the last month's.
Example: 累计建成20个 at the end of March, 累计建成200个 at the end of April.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from shishi.findings import About, Finding, Severity
from shishi.matching.counts import Counted
from shishi.measures.measure import Basis, Kind
from shishi.records import Field, Page
from shishi.rules.beside import Before
from shishi.rules.earlier import counts_since_start, is_same_year, name_period, pair_with, spell
from shishi.rules.subject import Subject

CODE = "progress-jump"
SEVERITY = Severity.ASKS


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a count that is far over what the months before would lead one to expect."""
    for record in subject.page.records:
        before = subject.before(record)
        if before is None or not is_same_year(subject.page, before):
            continue
        for now, then in pair_with(subject, record, before, name=Field.PROGRESS):
            if _is_jump(subject, now, then, before=before):
                facts = {
                    "order": record.order,
                    "now": now.measure.text,
                    "then": then.measure.text,
                    "before": name_period(before.page),
                    "times": spell(now.size / then.size),
                }
                spot = record.spot(Field.PROGRESS)._replace(characters=now.measure.span)
                yield Finding(CODE, About.CONTENT, SEVERITY, spot, facts)


def _is_jump(subject: Subject, now: Counted, then: Counted, *, before: Before) -> bool:
    if now.measure.kind is not Kind.COUNT or then.measure.kind is not Kind.COUNT or not then.size:
        return False
    if now.measure.basis is then.measure.basis is Basis.PERIOD:
        return now.size >= then.size * Fraction(subject.number(CODE, "month"))
    if not (counts_since_start(now) and counts_since_start(then)):
        return False
    times = Fraction(subject.number(CODE, "times"))
    if now.size < then.size * Fraction(subject.number(CODE, "grown")):
        return False
    reached, reached_before = _months(subject.page), _months(before.page)
    if not 0 < reached_before < reached:
        return now.size >= then.size * times
    pace_before = then.size / reached_before
    return (now.size - then.size) / (reached - reached_before) >= pace_before * times


def _months(page: Page) -> int:
    """How many months of its year a page reports; 0 where it does not say."""
    return page.report.last if page.report else 0
