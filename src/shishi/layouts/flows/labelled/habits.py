"""How the blocks of a page begin: with the line of an item, or with the label that opens every block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from shishi.layouts.flows.labelled.labels import word_of
from shishi.layouts.flows.labelled.lines import (
    Line,
    ends_empty,
    is_numbered_theme,
    is_text,
    is_words,
)
from shishi.layouts.flows.labelled.numbers import find_entries
from shishi.layouts.words.dialect import COMMON, Dialect
from shishi.layouts.words.tasks import is_task
from shishi.records import Field
from shishi.text.characters import squeeze
from shishi.text.marks import Style

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Habits:
    """How the blocks of a page begin, and which labels it has before which.

    `headed`: the item stands before the labels, without one of its own. `opener` is the label that
    opens the blocks of a page that is not. `runs_on`: labels stand on the item's own line.
    """

    headed: bool
    opener: str
    style: Style | None
    runs_on: bool
    before: Counter[tuple[str, str]]


def is_headed(lines: Sequence[Line], dialect: Dialect = COMMON) -> bool:
    """Tell blocks whose item stands before the labels from blocks in which everything has a label.

    Lines without numbers over labels that name the item are themes, and so are short ones behind 一、.
    """
    first = next((i for i, line in enumerate(lines) if line.labels), None)
    if first is None or lines[first].head:
        return True
    word = lines[first].labels[0].word
    opening = [i for i, line in enumerate(lines) if line.labels and line.labels[0].word == word]
    marked = sum(lines[i].mark is not None for i in opening)
    if not first and not marked and not _names_item(word, dialect):
        over = sum(lines[i + 1].mark is not None for i in opening if i + 1 < len(lines))
        most = 2 * len(opening) > sum(x.mark is not None for x in lines)
        return most and 2 * over < len(opening) and _are_counted(lines)  # its item was cut off
    if not first or not is_text(lines[first - 1]) or 2 * marked > len(opening):
        return False
    if _numbers_named_items(lines, word, dialect):
        return False
    if _names_item(word, dialect) and not lines[first - 1].mark:
        return False
    through = not _names_item(word, dialect) and _are_numbered_through(lines, opening)
    if _are_parted(lines, opening) and not through:
        return False
    above = [lines[i - 1] for i in opening if i > 0 and is_text(lines[i - 1])]
    if all(map(_is_short_theme, above)) and _tells_item(lines, opening, dialect):
        return False
    return _are_most(above, len(opening)) or _are_counted(lines)


def _numbers_named_items(lines: Sequence[Line], word: str, dialect: Dialect) -> bool:
    """Tell a label of a number (序号) over one that may name the item in most blocks: what stands above is a theme."""
    if word_of(word, dialect).claims[0][0] != Field.CODE:
        return False
    times = Counter(label.word for line in lines for label in line.labels)
    return any(
        2 * n > times[word] and Field.ITEM in dict(word_of(other, dialect).claims)
        for other, n in times.items()
    )


def _names_item(word: str, dialect: Dialect) -> bool:
    """Tell a label of the item itself; 目标任务 may be that of its goal."""
    claims = word_of(word, dialect).claims
    return claims[0][0] == Field.ITEM and all(name != Field.GOAL for name, _ in claims)


def _is_short_theme(line: Line) -> bool:
    return is_numbered_theme(line) and is_words(line, numbered=True)


def _tells_item(lines: Sequence[Line], opening: Sequence[int], dialect: Dialect) -> bool:
    """Tell a label whose values are the items: no other meaning is left for it, and what is below it is to be done."""
    word = lines[opening[0]].labels[0].word
    if _names_item(word, dialect):
        return True
    meant = {word_of(x.word, dialect).claims[0][0] for line in lines for x in line.labels}
    if word_of(word, dialect).claims[0][0] != Field.ITEM or Field.GOAL not in meant:
        return False
    values = [lines[i].folded.plain[x.value : x.end] for i in opening for x in lines[i].labels[:1]]
    return 2 * sum(is_task(squeeze(value)) for value in values) > len(values)


def find_opening(lines: Sequence[Line]) -> frozenset[int]:
    """Find the lines with labels that open blocks, where those right above them are numbered through."""
    counted = _counted(lines)
    return frozenset(at + 1 for at in counted) if _count_most(lines, counted) else frozenset()


def _are_counted(lines: Sequence[Line]) -> bool:
    """Tell a page on which the lines right above labels are numbered through."""
    return _count_most(lines, _counted(lines))


def _count_most(lines: Sequence[Line], counted: Sequence[int]) -> bool:
    most = max(Counter(x.word for line in lines for x in line.labels).values(), default=0)
    return len(counted) >= _FEWEST and _are_most([lines[at] for at in counted], most)


def _counted(lines: Sequence[Line]) -> list[int]:
    """Give the lines right above labels whose numbers go up from one to the next."""
    last, counted = None, []
    for at, (line, after) in enumerate(pairwise(lines)):
        mark = line.mark if is_text(line) and after.labels and not after.head else None
        if mark and (last is None or (mark.value > last.value and mark.style is last.style)):
            last = mark
            counted.append(at)
    return counted


def _are_most(above: Sequence[Line], blocks: int) -> bool:
    """Tell lines over most blocks; what may be themes must stand over nearly all to be items."""
    themes = all(is_words(line) or is_numbered_theme(line) for line in above)
    return 10 * len(above) > (9 if themes else 6) * blocks


def _are_numbered_through(lines: Sequence[Line], opening: Sequence[int]) -> bool:
    """Tell a line right above each opening label whose number goes on from the one above the last: 【1】…, 【2】…"""
    above = [lines[i - 1] for i in opening if i]
    marks = [x.mark for x in above if x.mark and is_text(x) and not is_numbered_theme(x)]
    styles = {mark.style for mark in marks}
    counted = all(b.value == (a.value[0] + 1,) for a, b in pairwise(marks))
    return len(marks) == len(opening) > 1 and len(styles) == 1 and counted


def _are_parted(lines: Sequence[Line], opening: Sequence[int]) -> bool:
    """Tell labels with more blank lines above them than the other labels have: they open blocks.

    A label behind the last line of a value, ③已拨付 备注:无, has its place from that.
    """
    opens = set(opening)
    above = sorted(lines[i].gap for i in opening[1:])
    others = sorted(
        x.gap for i, x in enumerate(lines) if x.labels and not x.head and i not in opens
    )
    return bool(above and others) and above[len(above) // 2] > others[len(others) // 2]


def learn(lines: Sequence[Line], dialect: Dialect = COMMON) -> Habits:
    """Learn from the lines of a page how its blocks begin."""
    headed = bool(lines) and is_headed(lines, dialect)
    labelled = [line for line in lines if line.labels]
    opener = labelled[0].labels[0].word if labelled and not headed else ""
    if headed:
        heads = _heads(lines)
    else:
        heads = [line for line in labelled if line.labels[0].word == opener]
    marks = Counter(line.mark.style for line in heads if line.mark)
    style, often = marks.most_common(1)[0] if marks else (None, 0)
    before: Counter[tuple[str, str]] = Counter()
    for run in _runs(lines, opener):
        before.update(combinations(run, 2))
    return Habits(
        headed,
        opener,
        style if 2 * often > len(heads) else None,
        2 * sum(bool(line.labels) for line in heads) > len(heads),
        before,
    )


def _heads(lines: Sequence[Line]) -> list[Line]:
    """Give the lines that labels follow; of those under a label without a value only the numbered ones.

    The entries of a list in a value, ②已开工 ③已拨付 备注:无, are none.
    """
    heads, in_value = [], False
    entries = find_entries(lines)
    told = [x for i, x in enumerate(lines) if i not in entries]
    for above, line, after in zip([None, *told], told, [*told[1:], None], strict=False):
        empty = above is not None and ends_empty(above)
        in_value = not line.labels and (empty or (in_value and line.mark is None))
        followed = line.labels or (after and after.labels and not after.head)
        if line.head and followed and not in_value:
            heads.append(line)
    return heads


def _runs(lines: Sequence[Line], opener: str) -> Iterator[list[str]]:
    """Yield the labels that follow each other with nothing between that could begin a block.

    Where a label opens the blocks no line of text begins one, it goes on with a value: 一季度:完成招标 below
    an item. But a block may lack its opener, so a label that comes again may begin one as well.
    """
    run: list[str] = []
    for line in lines:
        words = [label.word for label in line.labels]
        if opener:
            begins = bool(words) and words[0] in (opener, *run)
        else:
            begins = not words or bool(line.head)
        if begins:
            yield run
            run = []
        run += words
    yield run
