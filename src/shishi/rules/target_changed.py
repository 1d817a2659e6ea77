"""A target is changed by an amendment, and the page says so.

Authority: targets may be adjusted only with approval (报市政府同意), as a city's order of 2024 says. Needs an
earlier page. The item's numbers, and those of a goal for the same period, are held against that page's.
Example: 新建口袋公园6个 in March, 新建口袋公园5个 in April, and no word of an adjustment.
"""

from __future__ import annotations

from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.records import Field, Record
from shishi.rules.earlier import is_same_year, name_period, pair_with
from shishi.rules.subject import TEXTS, Subject

CODE = "target-changed"
SEVERITY = Severity.ASKS


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a number of an item, or of a goal for the same period, that was another before."""
    for record in subject.page.records:
        before = subject.before(record)
        if before is None or not is_same_year(subject.page, before) or _says_so(subject, record):
            continue
        names = [Field.ITEM]
        if subject.page.plan and subject.page.plan == before.page.plan:
            names.append(Field.GOAL)
        for name in names:
            for now, then in pair_with(subject, record, before, name=name):
                if now.size != then.size:
                    facts = {
                        "order": record.order,
                        "now": now.measure.text,
                        "then": then.measure.text,
                        "before": name_period(before.page),
                        "what": now.spoken or None,
                    }
                    spot = record.spot(name)._replace(characters=now.measure.span)
                    yield Finding(CODE, About.CONTENT, SEVERITY, spot, facts)


def _says_so(subject: Subject, record: Record) -> bool:
    """Say whether the record tells of an amendment anywhere."""
    words = subject.words_of(CODE, "words")
    status = record.plain(Field.STATUS).strip()
    told = any(word in record.plain(name) for name in TEXTS for word in words)
    return told or subject.rulebook.meaning(status) == "adjusted"
