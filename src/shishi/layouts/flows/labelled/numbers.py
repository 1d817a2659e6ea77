"""The numbers and bullets that lines of a flow begin with: those of items, of parts of items, and of labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from shishi.layouts.flows.labelled.labels import SIGN, counts_by_word, find_counted
from shishi.layouts.flows.labelled.lines import COUNT_BEHIND, Line, is_numbered_theme, is_text
from shishi.layouts.words.tasks import is_task
from shishi.layouts.words.vocabulary import load_headers
from shishi.text.characters import Script, fold, squeeze
from shishi.text.marks import Mark, Style, find_code, find_mark

_FEWEST = 2
_DOTTED = re.compile(r"\s*([0-9]{1,3})\.2[.\s]")
_LISTED = re.compile(r"\s*(?P<n>[0-9]{1,3})(?P<sign>[.、])\s?(?=1[.、)](?![0-9]))")
_BEFORE_DIGITS = re.compile(
    r"\s*(?P<n>[0-9]{1,3})(?P<sign>[.、])\s?(?=[0-9])(?![0-9]{1,4}[月日号年、.])"
)
"""The number of an item that begins with a quantity, 10、50所学校…, which may as well be one of two numbers."""
_LISTING = {".": Style.POINT, "、": Style.COMMA}
"""An item that is a list itself, 3.1.建设…; 2.建成…, where the page numbers its items with one number."""
_ITEM_MARKS = frozenset(
    {
        Style.POINT,
        Style.COMMA,
        Style.BRACKETS,
        Style.HALF_BRACKET,
        Style.DOTTED,
        Style.DASHED,
        Style.CHINESE,
        Style.CHINESE_BRACKETS,
        Style.CIRCLED,
    }
)


def counts_within(lines: Sequence[Line]) -> bool:
    """Tell words that count parts of items, 任务一: they begin again, or an item numbered 1 stands above and a 2 below.

    Where every one has labels below it, those that begin again may count the projects of a theme.
    """
    worded = [i for i, x in enumerate(lines) if x.mark and counts_by_word(x.folded.plain)]
    values = [x.mark.value for i in worded if (x := lines[i]).mark]
    if len(set(values)) < len(values) and not _count_anew(lines, worded, values):
        return True
    at = worded[0] if worded else 0
    above = {x.mark.style for x in lines[:at] if x.mark and x.mark.value == (1,) and _may_head(x)}
    below = {x.mark.style for x in lines[at:] if x.mark and x.mark.value == (2,) and _may_head(x)}
    return bool(above & below)


def _count_anew(
    lines: Sequence[Line], worded: Sequence[int], values: Sequence[tuple[int, ...]]
) -> bool:
    """Tell words that count projects from 1 under each theme: each stands over the same label, no item over the first."""
    counted = zip([(0,), *values], values, strict=False)
    if not all(value in ((1,), (last[0] + 1,)) for last, value in counted):
        return False
    below = [lines[i + 1].labels[:1] for i in worded if i + 1 < len(lines)]
    if len({x.word for labels in below for x in labels}) != 1 or not all(below):
        return False
    above = [lines[i - 1] for i, value in zip(worded, values, strict=True) if i and value == (1,)]
    if any(any(y.known for y in x.labels) or (x.mark and _may_head(x)) for x in above):
        return False
    over = {x.word for line in lines[: worded[0]] for x in line.labels}
    again = {x.word for line in lines[worded[0] :] for x in line.labels}
    heads = [squeeze(COUNT_BEHIND.sub("", x.head)) for x in above if not x.labels]
    return not over & again and 2 * sum(map(is_task, heads)) <= len(heads)


def _may_head(line: Line) -> bool:
    return not (line.outside or is_numbered_theme(line) or counts_by_word(line.folded.plain))


def with_listed(lines: Sequence[Line]) -> list[Line]:
    """Give an item that is a list its number where those before and after it stand alone, or are such."""
    marks = [line.mark for line in lines if line.mark and line.mark.style in _LISTING.values()]
    dotted = {int(m[1]) for line in lines if (m := _DOTTED.match(line.folded.plain))}
    listed: dict[int, Mark] = {}
    for at, line in enumerate(lines):
        found = None if line.labels and not line.head else _LISTED.match(line.folded.plain)
        if found and int(found["n"]) not in dotted:
            listed[at] = Mark(_LISTING[found["sign"]], (int(found["n"]),), found.span())
    told = {(mark.style, mark.value[0]) for mark in (*marks, *listed.values())}
    alone = {(mark.style, mark.value[0]) for mark in marks}
    for at, mark in list(listed.items()):
        style, number = mark.style, mark.value[0]
        before, after = (style, number - 1), (style, number + 1)
        counts = before in alone or (after in alone and (number == 1 or before in told))
        if counts:
            alone.add((style, number))
        else:
            del listed[at]
    return [replace(line, mark=listed.get(at, line.mark)) for at, line in enumerate(lines)]


def with_numbers_before_digits(lines: Sequence[Line]) -> list[Line]:
    """Give an item that begins with a quantity, 10、50所学校…, its number where those around it count so.

    A label stands below it before the next number; 3.5公里 is a quantity.
    """
    marked = list(lines)
    for at, line in enumerate(lines):
        found = _BEFORE_DIGITS.match(line.folded.plain) if line.mark is None else None
        if found is None or line.outside or (line.labels and not line.head):
            continue
        if _is_decimal(line, found) or not _has_labels(lines[at:]):
            continue
        style, number = _LISTING[found["sign"]], int(found["n"])
        above = next(_numbers_of(reversed(marked[:at]), style), None)
        below = next(_numbers_of(lines[at + 1 :], style), None)
        ends = style is Style.COMMA and above is not None and below in (None, 1)
        if (number == 1 or above == number - 1) and (below == number + 1 or ends):
            marked[at] = replace(line, mark=Mark(style, (number,), found.span()))
    return marked


def _is_decimal(line: Line, found: re.Match[str]) -> bool:
    """Tell a quantity with a point and a unit that has fractions: 3.5公里."""
    behind = line.folded.plain[found.end() :].lstrip("0123456789").lstrip()
    return found["sign"] == "." and behind.startswith(tuple(load_headers()["decimals"]["units"]))


def _has_labels(lines: Sequence[Line]) -> bool:
    """Tell an item with a label on its line or below it, before the next line with a number."""
    first, *below = lines
    after = next((x for x in below if x.labels or x.mark), None)
    return bool(first.labels) or (after is not None and _opens_with_label(after))


def _numbers_of(lines: Iterable[Line], style: Style) -> Iterator[int]:
    return (line.mark.value[0] for line in lines if line.mark and line.mark.style is style)


def number_of(plain: str) -> Mark | None:
    """Find the number that a line begins with, or is."""
    mark = find_mark(plain)
    if mark and mark.style in _ITEM_MARKS:
        return mark
    return find_counted(plain) or find_code(plain)


def without_bullets(lines: Sequence[Line], script: Script) -> list[Line]:
    """Leave off the bullet before the items of a page, where all that stand over labels have the same: ■ 1、新建泵站3座."""
    heads = [
        at
        for at, (line, after) in enumerate(pairwise(lines))
        if is_text(line) and line.mark is None and after.labels and not after.head
    ]
    signs = Counter(
        sign["sign"] if (sign := SIGN.match(lines[at].folded.plain)) else "" for at in heads
    )
    if len(heads) < _FEWEST or len(signs) > 1 or "" in signs:
        return list(lines)
    read = list(lines)
    for at in heads:
        sign = SIGN.match(lines[at].folded.plain)
        text = lines[at].part(sign.end() if sign else 0, len(lines[at].folded.plain))
        folded = fold(text.value, script)
        read[at] = replace(lines[at], text=text, folded=folded, mark=number_of(folded.plain))
    return read


def with_counted_labels(lines: Sequence[Line]) -> list[Line]:
    """Take numbers that count labels, 1.责任单位: 2.完成情况: in every block, for part of the labels."""
    counted: dict[str, set[tuple[int, ...]]] = {}
    times = Counter(line.labels[0].word for line in lines if _opens_with_label(line))
    for line in lines:
        if _opens_with_label(line):
            counted.setdefault(line.labels[0].word, set()).add(line.mark.value if line.mark else ())
    steady = {w: next(iter(v)) for w, v in counted.items() if len(v) == 1 and times[w] >= _FEWEST}
    numbers = set(steady.values()) - {()}
    if len(numbers) < _FEWEST:
        return list(lines)
    return [
        replace(x, mark=None, labels=[replace(x.labels[0], start=0), *x.labels[1:]])
        if _opens_with_label(x) and steady.get(x.labels[0].word)
        else x
        for x in lines
    ]


def _opens_with_label(line: Line) -> bool:
    return bool(line.labels) and not line.head


def find_entries(lines: Sequence[Line]) -> frozenset[int]:
    """Find the lines that go on with a list which a label's value begins: ②已拨付 below 进展情况:①已开工.

    Its numbers are none of the items' where the page begins no line with the first of them.
    """
    begun = {x.mark.style for x in lines if x.mark and x.mark.value == (1,)}
    found: set[int] = set()
    last: Mark | None = None
    for at, line in enumerate(lines):
        mark = line.mark
        if last and mark and mark.style is last.style and mark.value == (last.value[0] + 1,):
            found.add(at)
            last = mark
        if line.labels:
            first = find_mark(line.folded.plain[line.labels[-1].value :])
            last = first if first and first.value == (1,) and first.style not in begun else None
    return frozenset(found)
