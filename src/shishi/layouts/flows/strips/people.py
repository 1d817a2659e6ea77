"""The people that a table without separators names: they stand beside the cells that the header says.

A name begins with one of many surnames, and so do many words; what stands right before a unit in row after
row, where the header has the leaders before the units, is a person.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from shishi.layouts.flows.fit.costs import UNITS
from shishi.layouts.flows.strips.names import CHIEF, LABEL
from shishi.layouts.words.names.kinds import is_person
from shishi.layouts.words.names.organizations import load_words
from shishi.layouts.words.names.people import names_of_other_peoples
from shishi.records import Field

_LENGTHS = (2, 3, 4)
_SPELT = 3  # 林 娜: two characters set as wide as three
_NUMBERS = frozenset({Field.INVESTMENT, Field.PERCENT})
_NO_NAME = re.compile("[年月日区县市省级局委办处个完已万亿项]")
_SURNAME = "万"  # which counts as well
_NUMBER = re.compile(r"[0-9][0-9.,]*(?:%|万元|亿元)?")
_OFFICE = re.compile(r"[(（][\u4e00-\u9fff]{0,5}(?:长|书记|主任|主席|常委)[)）]")
"""The office in brackets behind a name: 方朔(副区长)."""
_BLANK = re.compile("(?<=[局委办会院队联社司团心镇乡道站])[/—](?=[\u4e00-\u9fff])")
"""The mark of a blank cell behind a unit, which may fill a column of units as well: 区水务局|/|顾长河."""
_FEWEST = 2
LISTED = frozenset("、,， ")
"""What parts the people of one cell."""
_TELLING = {*UNITS, *_NUMBERS, Field.LEVELS, Field.STATUS}
_EARLY, _NEAR = 2, 30
"""Leaders that stand between two columns of words are looked for near the beginning of a row."""


def people_on_page(
    texts: Sequence[str],
    fields: Sequence[Field | None],
    *,
    names: Sequence[Sequence[tuple[int, int]]],
    statuses: frozenset[str],
) -> frozenset[str]:
    """Give the people that stand more than once beside a cell as the header's order has it.

    `fields` are those of the columns in their order; `names` holds for each text where units stand in it.

    >>> texts = ["1新建绿道顾长河区水务局", "2改造泵房顾长河区住建局", "3年内完工方朔区住建局"]
    >>> fields = Field.CODE, Field.ITEM, Field.LEADERS, Field.LEAD_UNITS
    >>> sorted(people_on_page(texts, fields, names=[[(8, 12)], [(8, 12)], [(7, 11)]], statuses=frozenset()))
    ['顾长河']
    """
    seen: Counter[str] = Counter()
    for text, units in zip(texts, names, strict=True):
        seen.update({text[a:b] for a, b in find_people(text, fields, units, statuses=statuses)})
    often = {name: count for name, count in seen.items() if count >= _FEWEST}
    parts = {
        part
        for name, count in often.items()
        for part in (name[:-1], name[1:], name[:-2])
        if count >= often.get(part, count + 1)
    }
    return frozenset(often.keys() - parts)


def find_people(
    text: str,
    fields: Sequence[Field | None],
    units: Sequence[tuple[int, int]],
    *,
    statuses: frozenset[str],
) -> Iterator[tuple[int, int]]:
    """Yield what may be a person beside a cell that the header has beside the leaders."""
    at = fields.index(Field.LEADERS) if Field.LEADERS in fields else None
    if at is None:
        return
    before = fields[at - 1] if at else None
    after = fields[at + 1] if at + 1 < len(fields) else None
    ends = {end for _, end in _spans(before, text, units=units, statuses=statuses)}
    starts = {start for start, _ in _spans(after, text, units=units, statuses=statuses)}
    if after in UNITS:
        starts |= {label.start() for label in LABEL.finditer(text)}
    if at + 1 == len(fields):
        starts.add(len(text))
    elif at <= _EARLY and not {before, after} & _TELLING:
        ends |= set(range(min(len(text), _NEAR)))
    yield from _listed(text, ends, starts)


def are_by_office(texts: Sequence[str]) -> bool:
    """Tell rows that name most people by their office: 李副区长; one in brackets stands behind a name.

    >>> are_by_office(["建园李副区长区水务局"]), are_by_office(["建园方朔(副区长)区水务局"])
    (True, False)
    """
    named = sum(bool(re.search(CHIEF, _OFFICE.sub("", text))) for text in texts)
    return 2 * named > len(texts)


def _listed(text: str, begins: Collection[int], ends: Collection[int]) -> Iterator[tuple[int, int]]:
    """Yield what may be a person from or up to one of these positions, and whom a mark or a space lists with such a one."""
    found = set[tuple[int, int]]()
    offices = {office.start(): office.end() for office in _OFFICE.finditer(text)}
    ends = {*ends, *(start for start, end in offices.items() if end in ends)}
    others = set(_of_other_peoples(text, begins, ends))
    waiting = [
        *((at, at + length) for at in begins for length in _LENGTHS),
        *((at - length, at) for at in ends for length in _LENGTHS),
        *(span for span in others if span[0] in begins or span[1] in ends),
    ]
    while waiting:
        start, end = waiting.pop()
        if (start, end) in found:
            continue
        if any(a <= start < b or a < end <= b for a, b in others - {(start, end)}):
            continue  # half of one
        if (start, end) not in others and not _may_be_person(text, start, end):
            continue
        found.add((start, end))
        end = offices.get(end, end)
        yield start, end
        if text[end : end + 1] in LISTED:
            waiting += [span for span in others if span[0] == end + 1]
            waiting += [(end + 1, end + 1 + length) for length in _LENGTHS]
        if text[start - 1 : start] in LISTED:
            waiting += [span for span in others if span[1] == start - 1]
            waiting += [(start - 1 - length, start - 1) for length in _LENGTHS]


def _of_other_peoples(
    text: str, begins: Collection[int], ends: Collection[int]
) -> Iterator[tuple[int, int]]:
    """Yield the names that begin with no surname, but none that may be what follows one: 方|海拉提."""
    surnames = load_words().surnames
    for name in names_of_other_peoples().finditer(text):
        start, end = name.span()
        before = text[start - 1 : start]
        given = before in surnames and (start not in begins or start - 1 in begins)
        if before in LISTED or (not given and (start in begins or end in ends)):
            yield start, end


def _may_be_person(text: str, start: int, end: int) -> bool:
    name = text[max(0, start) : end]
    spelt = name[0] + name[2] if len(name) == _SPELT and name[1] == " " else name
    counted = _NO_NAME.match(name) and (name[0] != _SURNAME or text[start - 1 : start].isdigit())
    return (
        len(name) == end - start and is_person(spelt) and not (counted or _NO_NAME.search(name, 1))
    )


def _spans(
    field: Field | None,
    text: str,
    *,
    units: Sequence[tuple[int, int]],
    statuses: frozenset[str],
) -> Iterator[tuple[int, int]]:
    """Yield where the cells of a column stand that can be told by themselves."""
    if field in UNITS:
        yield from units
        begun = {start for start, _ in units}
        yield from (m.span() for m in _BLANK.finditer(text) if m.end() not in begun)
    elif field in _NUMBERS:
        yield from (m.span() for m in _NUMBER.finditer(text))
    elif field is Field.LEVELS:
        for word in load_words().levels:
            yield from (m.span() for m in re.finditer(re.escape(word), text))
    elif field is Field.STATUS:
        for word in statuses:
            yield from (m.span() for m in re.finditer(re.escape(word), text))
    elif field is Field.CODE:
        yield from (
            m.span() for m in re.finditer(r"^[(（]?[0-9.一二三四五六七八九十]+[)）、]?", text)
        )
    else:
        yield from (m.span() for m in re.finditer("[。;；]", text))


def occurrences(text: str, people: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield where these people stand in a text."""
    for name in people:
        yield from (m.span() for m in re.finditer(re.escape(name), text))
