"""A progress text that is last period's word for word reports nothing of this period.

Authority: the fill-in rules of Beilun's month table, October 2024 (简要说明本月工作完成情况). Needs the page
before. An item that is finished may say so again. Example: “正在进行基础施工。” in September and October.
"""

from __future__ import annotations

from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.matching.wording import squeezed
from shishi.records import Field, Record
from shishi.rules.beside import Before
from shishi.rules.earlier import name_period
from shishi.rules.subject import Subject

CODE = "progress-repeated"
SEVERITY = Severity.ASKS

_OVER = ("closed", "done")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a progress text that stood on the page before, unless the item is finished."""
    shortest = subject.number(CODE, "shortest")
    for record in subject.page.records:
        before = subject.before(record)
        if before is None or _is_finished(subject, record, before):
            continue
        now, then = (squeezed(r.plain(Field.PROGRESS)) for r in (record, before.record))
        if now == then and len(now) >= shortest:
            facts = {"order": record.order, "before": name_period(before.page)}
            yield Finding(CODE, About.CONTENT, SEVERITY, record.spot(Field.PROGRESS), facts)


def _is_finished(subject: Subject, record: Record, before: Before) -> bool:
    statuses = (r.plain(Field.STATUS).strip() for r in (record, before.record))
    if any(subject.rulebook.meaning(status) in _OVER for status in statuses):
        return True
    text = record.plain(Field.PROGRESS)
    return any(word in text for word in subject.words_of(CODE, "finished"))
