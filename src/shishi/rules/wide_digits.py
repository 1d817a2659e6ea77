"""A number in full-width digits is read, and told.

Authority: GB/T 15835 gives a table's numbers in ordinary Arabic digits. Full-width ones (１２３) look the same
and are not found by a search, and a spreadsheet takes them for words. They are read as the number they
mean, the printed text stays, and the ordinary digits are proposed. Example: “新建泵站１２座”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.records import Field, Record
from shishi.rules.subject import Subject

CODE = "wide-digits"
SEVERITY = Severity.NOTES

_NUMBER = re.compile("[0-9０-９]+(?:[,，][0-9０-９]{3}(?![0-9０-９]))*(?:[.．][0-9０-９]+)?[%％]?")
_WIDE = re.compile("[０-９]")
_NARROW = str.maketrans("０１２３４５６７８９，．％", "0123456789,.%")
_ALONE = (Field.PERCENT, Field.INVESTMENT)
_DATED = "年月日"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a cell, over all the full-width numbers that stand in it."""
    for record, field in (*subject.list_texts(), *_list_numbers(subject)):
        text = record.printed(field)
        found = [m for m in _NUMBER.finditer(text) if _WIDE.search(m[0])]
        meant = [m.span() for m in found if _is_number(subject, record, field=field, match=m)]
        if meant:
            span = meant[0][0], meant[-1][1]
            facts = {
                "order": record.order,
                "printed": text[slice(*span)],
                "proposal": _narrowed(text, meant),
                "count": len(meant),
            }
            place = record.spot(field)._replace(characters=span)
            yield Finding(CODE, About.CONTENT, SEVERITY, place, facts)


def _list_numbers(subject: Subject) -> Iterator[tuple[Record, Field]]:
    for record in subject.page.records:
        yield from ((record, field) for field in _ALONE if record.printed(field))


def _is_number(subject: Subject, record: Record, *, field: Field, match: re.Match[str]) -> bool:
    """Say whether a number is meant: one that was read, or a date; not one in a name or before a title."""
    if field in _ALONE or match.string[match.end() : match.end() + 1] in tuple(_DATED):
        return True
    measured = subject.measured_of(record)
    read = [fact.span for fact in measured.measures if fact.field is field]
    read += [step.span for step in measured.milestones if step.field is field]
    return any(start < match.end() and match.start() < end for start, end in read)


def _narrowed(text: str, spans: list[tuple[int, int]]) -> str:
    """Give the text from the first span to the last with the characters of all of them narrow."""
    first = spans[0][0]
    narrow = list(text[first : spans[-1][1]])
    for start, end in spans:
        narrow[start - first : end - first] = text[start:end].translate(_NARROW)
    return "".join(narrow)
