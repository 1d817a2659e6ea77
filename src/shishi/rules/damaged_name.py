"""A unit's or a place's name that lost a character names nobody, or somebody else.

Authority: none. Characters that GB 2312 lacks (碶) are often lost on the way to a web page: Beilun's month
table of October 2024 prints 大街道 for 大碶街道. The full name is proposed from the district's register
and never stored. Example: a district with a 大碶街道, and a row led by 大街道, or by a bare 街道.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shishi.findings import About, Finding, Severity
from shishi.records import Field, Record
from shishi.rules.subject import Subject
from shishi.text.damage import looks_cut, lossy_name, shortened_name

CODE = "damaged-name"
SEVERITY = Severity.ASKS

_UNITS = (Field.LEAD_UNITS, Field.SUPPORT_UNITS)


@dataclass(frozen=True, slots=True)
class _Place:
    """A place name as it is left without its rare characters, with the word after it."""

    remains: str
    name: str


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a damaged name: units in their columns, rare places in sentences too."""
    places = _list_remains(subject)
    register = _register(subject)
    for record in subject.page.records:
        for name in _UNITS:
            yield from _check_units(subject, record, name=name, register=register)
    for record, name in subject.list_texts() if places else ():
        yield from _check_text(subject, record.order, cell=(record, name), places=places)


def _register(subject: Subject) -> list[str]:
    """List the names that a damaged one may have been: the district's, and those the page prints whole."""
    own = [
        plain
        for record in subject.page.records
        for name in _UNITS
        for _, plain in subject.list_names(record, name)
        if not looks_cut(plain)
    ]
    return list(dict.fromkeys((*subject.rulebook.unit_names(), *own)))


def _check_units(
    subject: Subject, record: Record, *, name: Field, register: Sequence[str]
) -> Iterator[Finding]:
    for text, plain in subject.list_names(record, name):
        if subject.rulebook.is_registered(plain):
            continue
        proposals = lossy_name(plain, register)
        if not proposals and looks_cut(plain):
            proposals = shortened_name(plain, register)
        if proposals or looks_cut(plain):
            facts = _facts(record.order, text.value, proposals=proposals)
            yield Finding(CODE, About.CONTENT, SEVERITY, record.spot(name), facts)


def _check_text(
    subject: Subject, order: int, *, cell: tuple[Record, Field], places: tuple[_Place, ...]
) -> Iterator[Finding]:
    record, name = cell
    folded = record.folded.get(name)
    plain = record.plain(name)
    for place in places:
        start = plain.find(place.remains)
        while start >= 0:
            end = start + len(place.remains)
            if not plain[:start].endswith(subject.rulebook.not_after):
                span = folded.printed_span(start, end) if folded else (start, end)
                printed = record.printed(name)[slice(*span)]
                spot = record.spot(name)._replace(characters=span)
                facts = _facts(order, printed, proposals=[place.name])
                yield Finding(CODE, About.CONTENT, SEVERITY, spot, facts)
            start = plain.find(place.remains, end)


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


def _prints(record: Record, characters: str) -> bool:
    return any(c in text.value for text in record.texts.values() for c in characters)


def _rare(name: str) -> str:
    return "".join(c for c in name if not c.encode("gb2312", "ignore"))


def _facts(order: int, printed: str, *, proposals: list[str]) -> dict[str, object]:
    return {
        "order": order,
        "printed": printed,
        "proposal": proposals[0] if len(proposals) == 1 else None,
        "nearest": proposals or None,
        "why": "a character of the name is missing",
        "lost": sorted({c for name in proposals for c in _rare(name)}) or None,
    }
