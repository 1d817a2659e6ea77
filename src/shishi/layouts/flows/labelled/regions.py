"""Where labelled blocks stand on a page: from the item over the first label to the end of the last value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile

from shishi.layouts.flows.labelled.labels import word_of
from shishi.layouts.flows.labelled.lines import (
    GOES_ON,
    Line,
    is_level_over,
    is_numbered_theme,
    is_words,
)
from shishi.layouts.terms import Terms
from shishi.layouts.words.names.kinds import is_person
from shishi.layouts.words.names.listing import unit_share
from shishi.layouts.words.vocabulary import RESPONSIBLE, STARRED
from shishi.records import Field
from shishi.text.characters import squeeze
from shishi.text.marks import find_mark

_WHOLE = 100
_MOST_OVER = 2
_UNITS = frozenset({Field.LEAD_UNITS, Field.SUPPORT_UNITS, RESPONSIBLE, STARRED})


def find_regions(lines: Sequence[Line], terms: Terms) -> Iterator[tuple[int, int]]:
    """Yield the runs of lines with labels, and those between them, as half-open ranges."""
    at = 0
    while at < len(lines):
        if not lines[at].labels or lines[at].outside:
            at += 1
            continue
        start = _first_of(lines, at)
        last = at
        for index in range(at, len(lines)):
            if lines[index].outside and not lines[index].furniture:
                break
            if lines[index].labels and not lines[index].outside:
                last = index
        note = _is_note(lines[start : last + 1], terms)
        end = last if note else _with_tail(lines, start, last + 1, terms=terms)
        yield start, end
        at = max(end, last + 1)


def _is_note(lines: Sequence[Line], terms: Terms) -> bool:
    """Tell blocks whose last label begins a note below them: 备注:1.进度状态分为…"""
    *blocks, line = lines
    label = line.labels[0]
    if word_of(label.word, terms.dialect).claims[0][0] not in {Field.REMARK, Field.EXPLANATION}:
        return False
    numbered = find_mark(line.folded.plain[label.value :]) is not None
    parted = line.gap > max((x.gap for x in blocks[1:] if x.labels), default=0)
    if any(x.word == label.word for other in blocks for x in other.labels):
        return parted and numbered
    return parted or numbered


def _first_of(lines: Sequence[Line], at: int) -> int:
    """Go back from the first label to the line of the item it belongs to, and the theme above it."""
    first = at
    if at and not lines[at].head and not lines[at - 1].outside:
        first -= bool(lines[at - 1].head or lines[at - 1].mark)
    if first and is_words(lines[first - 1], numbered=True) and lines[first].mark:
        first -= 1
    for _ in range(_MOST_OVER):
        first -= first > 0 and is_words(lines[first - 1])
    if first and _is_theme_above(lines, first):
        first -= 1
    while first and not lines[first - 1].outside and is_level_over(lines[first - 1], lines[first]):
        first -= 1
    if first and is_numbered_theme(lines[first]) and is_words(lines[first - 1]):
        first -= is_person(lines[first - 1].plain)
    return first


def _is_theme_above(lines: Sequence[Line], at: int) -> bool:
    return not lines[at - 1].outside and is_numbered_theme(lines[at - 1])


def _with_tail(lines: Sequence[Line], start: int, end: int, *, terms: Terms) -> int:
    """Take in the lines that go on with the last value: entries of a list, halves of a sentence, names, a second 备注:."""
    word = lines[end - 1].labels[-1].word
    units = word_of(word, terms.dialect).claims[0][0] in _UNITS
    inner = [line.gap for line in lines[start + 1 : end] if line.labels]
    parted = 1 if max(inner, default=0) > min(inner, default=0) == 0 else 0
    usual = end + _lines_under(lines[start:end], word)
    at = end
    while at < len(lines) and not lines[at].labels:
        line, before = lines[at], lines[end - 1].plain
        if line.furniture:
            usual += line.page_number
            at += 1
            continue
        paged = at > end
        mark = find_mark(line.folded.plain)
        goes_on = before.endswith(GOES_ON) or (mark is not None and mark.value[:1] > (1,))
        goes_on |= _is_listed(lines[start:end], line)
        goes_on |= not line.gap and squeeze(line.folded.plain).startswith(f"{squeeze(word)}:")
        names = units and unit_share(line.plain) == _WHOLE
        used = at < usual and not line.gap
        loose = not (paged and _parts(lines[end:at], before)) and (used or line.gap < parted)
        if line.outside or not (goes_on or names or loose):
            break
        at = end = at + 1
    return end


def _is_listed(above: Sequence[Line], line: Line) -> bool:
    """Tell an entry of several words below others of as many, the first of them behind a colon."""
    width = len(line.plain.split())
    if width == 1 or line.gap:
        return False
    inner = dropwhile(
        lambda x: not (x.labels or x.gap) and len(x.plain.split()) == width, reversed(above)
    )
    opener = next(inner, None)
    return opener is not None and opener.plain.endswith((":", "："))


def _parts(furniture: Sequence[Line], before: str) -> bool:
    """Tell furniture that ends the value above: a button, or a number of a page behind a sentence's end."""
    return before.endswith("。") or not all(line.page_number for line in furniture)


def _lines_under(lines: Sequence[Line], word: str) -> int:
    """Give how many lines of text stand at most below a label of this word, blank lines and items apart."""
    most = since = 0
    within = False
    for line in lines:
        if line.labels:
            item = not line.gap  # the last line of text may be one
            most = max(most, since - item)
            within, since = line.labels[-1].word == word, 0
        elif within and not line.gap:
            since += 1
        else:
            most, within, since = max(most, since), False, 0
    return most
