"""A disclosure record that is printed twice says the same both times.

Authority: none; the copy in the head and the one in the foot of a page are filled in apart.
Example: 发布日期 2031-10-09 above the table and 发布日期 2031-10-10 below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.places import Place
from shishi.rules.subject import Subject
from shishi.text.characters import fold, squeeze

CODE = "notice-printed-differently"
SEVERITY = Severity.ASKS


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a label with more than one value; an attachment may well have several."""
    values: dict[str, dict[str, str]] = {}
    for label, text in subject.page.notice.printed:
        plain = squeeze(fold(text.value, subject.page.script).plain)
        if plain.strip("无—-/"):
            values.setdefault(label, {}).setdefault(_bare(plain), text.value.strip())
    for label, printed in values.items():
        if len(printed) > 1 and not label.startswith("附件"):
            facts = {"label": label, "printed": list(printed.values())}
            yield Finding(CODE, About.CONTENT, SEVERITY, Place(part="page"), facts)


def _bare(value: str) -> str:
    """Give a value without what differs in spelling only: 2031年10月9日 and 2031-10-09 08:30."""
    day = re.match(r"([12][0-9]{3})[-年./]([0-9]{1,2})[-月./]([0-9]{1,2})", value)
    return "-".join(str(int(part)) for part in day.groups()) if day else value
