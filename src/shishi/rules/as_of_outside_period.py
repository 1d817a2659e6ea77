"""The day to which a report runs (截至10月24日) lies in the period it reports, and not after publication.

Authority: none; figures of September in October's table report nothing new, and figures of a day after
the page was published cannot have been known. Example: 截至9月20日 in the table of October.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from shishi.findings import About, Finding, Severity
from shishi.records import Field
from shishi.rules.subject import Subject
from shishi.text.periods import Period

CODE = "as-of-outside-period"
SEVERITY = Severity.ASKS

_FIELDS = (Field.PROGRESS, Field.EXPLANATION, Field.REMARK)
_AS_OF = re.compile(
    r"截[至止]到?(?:目前)?[(（]?(?:([0-9]{4})年)?([0-9]{1,2})月(?:([0-9]{1,2})[日号]|[底末])?(?!以?[前后])"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding an as-of date outside the report's period, or after the day of publication."""
    period = subject.page.report
    published = _read_day(subject.page.notice.publication_date)
    for record, name in subject.list_texts() if period or published else ():
        folded = record.folded.get(name)
        for found in _AS_OF.finditer(record.plain(name)) if name in _FIELDS else ():
            first, last = _find_days(found, period or Period((published or date.max).year))
            if first is None or last is None:
                continue
            late = published is not None and first > published
            outside = period is not None and not (period.start <= last and first <= period.end)
            if late or outside:
                span = folded.printed_span(*found.span()) if folded else found.span()
                facts = {
                    "order": record.order,
                    "printed": record.printed(name)[slice(*span)],
                    "period": str(period) if period else None,
                    "published": published.isoformat() if published else None,
                }
                spot = record.spot(name)._replace(characters=span)
                yield Finding(CODE, About.CONTENT, SEVERITY, spot, facts)


def _find_days(found: re.Match[str], period: Period) -> tuple[date | None, date | None]:
    """Give the first and the last day that an as-of date may mean; a month alone means all of it.

    A month without a year that is later than the report's is the year before's: 截至12月底 in January.
    """
    month = int(found[2])
    year = int(found[1]) if found[1] else period.year
    if not found[1] and period.last < 6 and month - period.last > 6:
        year -= 1
    try:
        whole = Period(year, month, month)
        if found[3] is None:
            return whole.start, whole.end
        day = date(year, month, int(found[3]))
    except ValueError:
        return None, None
    return day, day


def _read_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
