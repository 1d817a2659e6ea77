"""A unit's or a place's name that lost a character names nobody, or somebody else.

Authority: none. Characters that GB 2312 lacks (碶) are often lost on the way to a web page: Beilun's month
table of October 2024 prints 大街道 for 大碶街道. Others are replaced: by a sign (大□街道), by a private
character, by their reading (大qi街道), by their halves in a sentence (大石契小学). The full name is proposed from the district's register and never
stored. Example: a district with a 大碶街道, and a row led by 大街道, or by a bare 街道.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from shishi.findings import About, Finding, Severity
from shishi.records import Field, Record
from shishi.rules.subject import Subject
from shishi.rules.unit_names import know_units, list_units
from shishi.text.garbled import GAP, garbled_name
from shishi.text.splits import list_splits

CODE = "damaged-name"
SEVERITY = Severity.ASKS
_MISSING = "a character of the name is missing"
_IN_HALVES = "a character of the name is printed as its two halves"


@dataclass(frozen=True, slots=True)
class _Place:
    """A place name as it is left without its rare characters or with one in halves, with the word after it."""

    remains: str
    name: str
    why: str = _MISSING


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a damaged name: units in their columns, rare places in sentences too."""
    known = know_units(subject, own=True)
    for record, field, text, plain in list_units(subject):
        proposals = None if known.has(plain) else known.find_whole(plain)
        if proposals is not None:
            facts = _facts(record.order, text.value, proposals=proposals)
            yield Finding(CODE, About.CONTENT, SEVERITY, record.spot(field), facts)
    places = (*_list_remains(subject), *_list_splits(subject))
    garbled = _list_garbled(subject)
    for record, name in subject.list_texts() if garbled else ():
        yield from _check_text(subject, record, name, places=places)
        yield from _check_garbled(record, name, patterns=garbled)


def _check_text(
    subject: Subject, record: Record, name: Field, *, places: tuple[_Place, ...]
) -> Iterator[Finding]:
    plain = record.plain(name)
    for place in places:
        start = plain.find(place.remains)
        while start >= 0:
            end = start + len(place.remains)
            if not plain[:start].endswith(subject.rulebook.not_after):
                span = start, end
                yield _finding(record, name, span=span, proposals=[place.name], why=place.why)
            start = plain.find(place.remains, end)


def _check_garbled(
    record: Record, name: Field, *, patterns: Mapping[re.Pattern[str], str]
) -> Iterator[Finding]:
    """Find the rare places in which a sign, a private character or a reading stands for the rare one."""
    for pattern, whole in patterns.items():
        for match in pattern.finditer(record.plain(name)):
            if garbled_name(match[0], [whole]) == [whole]:
                yield _finding(record, name, span=match.span(), proposals=[whole])


def _finding(
    record: Record, name: Field, *, span: tuple[int, int], proposals: list[str], why: str = _MISSING
) -> Finding:
    """Make the finding about a stretch of a cell; `span` counts in simplified characters."""
    folded = record.folded.get(name)
    printed = folded.printed_span(*span) if folded else span
    spot = record.spot(name)._replace(characters=printed)
    facts = _facts(
        record.order, record.printed(name)[slice(*printed)], proposals=proposals, why=why
    )
    return Finding(CODE, About.CONTENT, SEVERITY, spot, facts)


def _list_remains(subject: Subject) -> tuple[_Place, ...]:
    """List what a page that lost its rare characters would show of the district's places.

    A page that prints such a character somewhere has not lost it elsewhere.
    """
    found = []
    for place, followers in subject.rulebook.rare_places.items():
        rare = _rare(place)
        if rare and not any(_prints(record, rare) for record in subject.page.records):
            remains = "".join(c for c in place if c not in rare)
            found += [_Place(remains + word, place + word) for word in followers]
    return tuple(found)


def _list_splits(subject: Subject) -> Iterator[_Place]:
    """List how the district's places look with a rare character in halves."""
    for place, followers in subject.rulebook.rare_places.items():
        for split in list_splits(place):
            yield from (_Place(split + word, place + word, _IN_HALVES) for word in followers)


def _list_garbled(subject: Subject) -> dict[re.Pattern[str], str]:
    """List how the district's places look with something else for their rare characters: pattern → name."""
    found: dict[re.Pattern[str], str] = {}
    for place, followers in subject.rulebook.rare_places.items():
        if rare := _rare(place):
            printed = "".join(GAP if c in rare else re.escape(c) for c in place)
            found |= {re.compile(printed + word): place + word for word in followers}
    return found


def _prints(record: Record, characters: str) -> bool:
    return any(c in text.value for text in record.texts.values() for c in characters)


def _rare(name: str) -> str:
    return "".join(c for c in name if not c.encode("gb2312", "ignore"))


def _facts(
    order: int, printed: str, *, proposals: list[str], why: str = _MISSING
) -> dict[str, object]:
    return {
        "order": order,
        "printed": printed,
        "proposal": proposals[0] if len(proposals) == 1 else None,
        "nearest": proposals or None,
        "why": why,
        "lost": sorted({c for name in proposals for c in _rare(name)}) or None,
    }
