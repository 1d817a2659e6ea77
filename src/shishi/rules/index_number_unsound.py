"""The credit code at the head of an index number (索引号) has the check character that it calls for.

Authority: GB 32100 for the code; that index numbers begin with one is usual and nowhere required, so an
index number without a code passes. Example: 11330999002954449C/2031-00012, one character mistyped.
"""

from __future__ import annotations

from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.places import Place
from shishi.rules.subject import Subject
from shishi.text.credit_codes import find_credit_code, is_sound_credit_code

CODE = "index-number-unsound"
SEVERITY = Severity.NOTES


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding where the check character does not fit the rest of the code."""
    number = subject.page.notice.index_number
    code = find_credit_code(number)
    if code and not is_sound_credit_code(code):
        facts = {"printed": number, "code": code}
        yield Finding(CODE, About.CONTENT, SEVERITY, Place(part="page"), facts)
