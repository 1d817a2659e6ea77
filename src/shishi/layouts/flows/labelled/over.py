"""Lines over blocks that say something of each of them: their theme, or the person who leads them.

A page that has such lines has one over its first block; there nothing else can be meant. Words alone
over a later block may be the end of the value above it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise, takewhile

from shishi.layouts.cutting import cut
from shishi.layouts.flows.labelled.habits import Habits
from shishi.layouts.flows.labelled.labels import BULLET
from shishi.layouts.flows.labelled.lines import Line, is_level_over, is_numbered_theme, is_words
from shishi.layouts.headings import read_heading
from shishi.layouts.statuses import ends_status
from shishi.layouts.terms import Terms
from shishi.layouts.words.counted import THINGS
from shishi.layouts.words.names.kinds import is_person
from shishi.places import Text
from shishi.records import Field
from shishi.text.marks import find_code, find_mark

_MOST = 2
"""A theme and a leader may stand over each other."""
_NARROWER = 2
"""A line that is so much narrower than another was not broken because it was full."""
_SURE_NAME = 3
"""A word of two characters that looks like a name may be none (平安), and so may one of four (安居保障)."""

_TABLE = re.compile(r"\s*附?[件表][0-9一二三四五六七八九十]{1,2}[:：]\s*")
_PROJECTS = re.compile(rf"{THINGS}[)）]?(?:[(（][^()（）]*[)）])?$")
"""How a heading ends that says of projects how far they are."""

Given = Mapping[Field, Text]


def find_labelled(lines: Sequence[Line], terms: Terms) -> dict[int, Given]:
    """Find the headings with a label: 一、分管领导:某某, over the items below it.

    The first of them stands over the first block, unlike a label that ends every block.
    """
    numbered = [at for at, line in enumerate(lines) if line.mark is not None]
    labelled = next((at for at, line in enumerate(lines) if line.labels), 0)
    common = Counter(label.word for line in lines for label in line.labels)
    found: dict[int, Given] = {}
    for at, (line, below) in enumerate(pairwise(lines)):
        if len(line.labels) != 1 or line.head or not (below.mark or below.labels):
            continue
        word, opener = line.labels[0].word, below.labels[0].word if below.labels else ""
        own = 2 * common[word] > (len(numbered) if below.mark else common[opener])
        begun = at > (numbered[0] if below.mark else labelled)
        above = begun and not line.mark and not found
        own &= not below.mark or (
            begun and not found
        )  # over the first number it is of no block above
        if not (own or above) and (given := read_heading(line.text, terms, over_rows=False)):
            found[at] = given
    return found


def find_counted_alike(lines: Sequence[Line]) -> dict[int, Given]:
    """Find themes that are numbered in the way of the items below them: 2.老有所养 over 5.改造泵房.

    The number below such a theme goes on from the last item, or begins anew. There is one over the
    first item, too.
    """
    found: dict[int, Given] = {}
    last = 0
    for at, (line, below) in enumerate(pairwise(lines)):
        if line.mark is None or len(line.mark.value) != 1:
            continue
        under = below.mark if below.mark and below.mark.style is line.mark.style else None
        goes_on = under is not None and under.value in ((1,), (last + 1,))
        if goes_on and is_words(line, numbered=True):
            found[at] = {Field.THEME: cut(line.text, 0, len(line.text.value))}
        elif line.labels or (below.labels and not below.head):
            if not found:
                return {}
            last = line.mark.value[0]
    return found


def find_words_over_items(lines: Sequence[Line], habits: Habits) -> frozenset[int]:
    """Find the words over the items of a page without numbers, where the item is the last line of text."""
    if not habits.headed or habits.style:
        return frozenset()
    items = [i for i, _ in enumerate(lines) if _is_item(lines, i)]
    return frozenset(at for run in _runs(lines, items) for at in run)


def _is_item(lines: Sequence[Line], at: int) -> bool:
    """Tell a line of text right above the first label of a block, or before it on its line."""
    line, after = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    under = after is not None and bool(after.labels) and not after.head
    return bool(line.head) and (bool(line.labels) or under)


def find_over(lines: Sequence[Line], starts: Sequence[int], terms: Terms) -> dict[int, Given]:
    """Find the lines right above blocks that give them, and those that follow, a theme or a leader.

    A line that begins a block itself is no theme.
    """
    begins = frozenset(starts)
    runs = [[i for i in run if i not in begins] for run in _runs(lines, starts)]
    bare = _unnumbered(lines, starts)
    found: dict[int, Given] = {at: _read(lines[at], terms) for at in bare}
    for start, run in zip(starts, runs, strict=True):
        at = (run[0] if run else start) - 1
        numbered = at >= 0 and is_numbered_theme(lines[at])
        while numbered and at >= 0 and at not in begins:
            found[at] = _read(lines[at], terms)
            numbered = bool(at) and is_level_over(lines[at - 1], lines[at])
            at -= 1
    found |= _leaders_over(lines, [at for at in found if at not in bare])
    found |= _statuses_over(lines, starts, terms)
    named = _people(lines, runs)
    for at in (i for run in runs for i in run):
        text = lines[at].text
        person = {Field.LEADERS: cut(text, 0, len(text.value))}
        found[at] = person if at in named else _read(lines[at], terms)
    return {at: given for at, given in found.items() if given}


def _statuses_over(lines: Sequence[Line], starts: Sequence[int], terms: Terms) -> dict[int, Given]:
    """Find the headings that tell the status of the blocks below: 未完成项目, where those are counted anew or stand apart.

    One that tells a plan, or other projects below those of a status (新增项目), is a theme and ends that status.
    """
    found: dict[int, Given] = {}
    for start in starts:
        line = lines[start - 1] if start and start - 1 not in starts else None
        if line is None or line.labels or line.mark or not _PROJECTS.search(line.plain):
            continue
        apart = start == starts[0] or line.gap > lines[start].gap or _is_first(lines[start])
        given = _read(line, terms) if apart else {}
        ends = bool(found) or ends_status(line.text, terms)
        if Field.STATUS in given or (ends and Field.THEME in given):
            found[start - 1] = given
    return found


def _is_first(line: Line) -> bool:
    """Tell a block with the number 1, before its item or behind the label of a number."""
    label = line.labels[0] if line.labels else None
    behind = find_code(line.folded.plain[label.value : label.end]) if label else None
    return any(mark is not None and mark.value == (1,) for mark in (line.mark, behind))


def _read(line: Line, terms: Terms) -> Given:
    """Read what a line says of the blocks below it, the bullet or the number of a table before it left off."""
    plain = line.folded.plain
    bullet = BULLET.match(plain) or _TABLE.match(plain)
    text = line.part(bullet.end(), len(plain)) if bullet else line.text
    return read_heading(text, terms, over_rows=True)


def _leaders_over(lines: Sequence[Line], themes: Sequence[int]) -> dict[int, Given]:
    """Find the names of people right above numbered themes, where one stands above the first of them."""
    above = [at - 1 for at in sorted(themes) if at - 1 not in themes]
    named = [at for at in above if at >= 0 and is_words(lines[at]) and is_person(lines[at].plain)]
    if not named or named[0] != above[0]:
        return {}
    texts = {at: lines[at].text for at in named}
    return {at: {Field.LEADERS: cut(text, 0, len(text.value))} for at, text in texts.items()}


def find_maybe_over(lines: Sequence[Line], starts: Sequence[int]) -> frozenset[int]:
    """Find the words over a later block that may be its theme or the end of the value above, however they are read.

    They stand on a page that numbers its themes, and nothing else there goes on from line to line.
    """
    numbers, bare = _numbers(lines), _bare(lines, starts)
    if not _alone(lines, starts, {*bare, *numbers}):
        return frozenset()
    return frozenset(at for at in bare if not _is_told(lines, at, numbers))


def _unnumbered(lines: Sequence[Line], starts: Sequence[int]) -> list[int]:
    """Find the themes without a number on a page that numbers its themes: 一、便民出行, 老有颐养, 三、安居.

    A blank line parts them from the value above, or a number is missing there, or the items below count
    from 1 again. Where nothing else on the page goes on, a line above that is not full parts them, too.
    """
    numbers, bare = _numbers(lines), _bare(lines, starts)
    alone = _alone(lines, starts, {*bare, *numbers})
    widest = max((len(line.plain) for line in lines[starts[0] :]), default=0) if bare else 0
    return [
        at
        for at in bare
        if _is_told(lines, at, numbers) or (alone and widest > len(lines[at - 1].plain) + _NARROWER)
    ]


def _is_told(lines: Sequence[Line], at: int, numbers: Mapping[int, int]) -> bool:
    """Tell words over a block that a blank line, a missing number or counting anew makes its theme."""
    start = at + 1
    last = max((n for i, n in numbers.items() if i < at), default=0)
    after = next((n for i, n in numbers.items() if i > at), 0)
    first = lines[start].mark
    anew = first is not None and first.value == (1,)
    return lines[at].gap > lines[start].gap or after > last + 1 or anew


def _numbers(lines: Sequence[Line]) -> dict[int, int]:
    """Give the numbers of the themes that have one, by their lines."""
    marks = {i: find_mark(line.folded.plain) for i, line in enumerate(lines)}
    return {i: m.value[-1] for i, m in marks.items() if m and is_numbered_theme(lines[i])}


def _bare(lines: Sequence[Line], starts: Sequence[int]) -> list[int]:
    """Find words right over later blocks on a page with a numbered theme right over the first."""
    if not starts or not starts[0] or not is_numbered_theme(lines[starts[0] - 1]):
        return []
    return [at for at in (start - 1 for start in starts[1:]) if is_words(lines[at])]


def _alone(lines: Sequence[Line], starts: Sequence[int], over: Set[int]) -> bool:
    """Tell a page each of whose lines but those `over` blocks begins a block or has a label."""
    inner = (i for i, x in enumerate(lines) if starts and i > starts[0] and not x.labels)
    return {*over, *starts}.issuperset(inner)


def _runs(lines: Sequence[Line], starts: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield the lines of words right above each start, from the top; none where the first start has none."""
    most = _MOST
    for start in starts:
        above = range(start - 1, max(-1, start - 1 - most), -1)
        run = list(takewhile(lambda at: is_words(lines[at]), above))[::-1]
        if start == starts[0]:
            most = len(run)
        yield run


def _people(lines: Sequence[Line], runs: Sequence[Sequence[int]]) -> frozenset[int]:
    """Find the names of people among the lines over blocks: all of them, or one of every two lines."""
    names = {at: lines[at].plain for run in runs for at in run}
    people = frozenset(at for at, name in names.items() if is_person(name))
    if len(people) == len(names):
        sure = any(len(name) > _SURE_NAME - 1 for name in names.values())
        return people if sure else frozenset()
    people = frozenset(at for at in people if len(names[at]) <= _SURE_NAME)
    pairs = [run for run in runs if len(run) == _MOST]
    if pairs and all(len(people & {*run}) == 1 for run in pairs):
        return people
    return frozenset()
