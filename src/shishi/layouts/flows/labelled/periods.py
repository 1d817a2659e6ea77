"""Words that are but a period, 一季度: a label of its own, or the next line of the goal above it.

Behind units, a name or a sum such a word can only be a label; behind prose it is most likely a line of
that, unless it stands as the page's labels do and as no line of a text would: in a frame, or behind as
wide a gap, or with the other quarters on the one line that every block's labels run on in, or with them on
lines of their own below every item. Right below the numbered line of an item it opens the block.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set

from shishi.layouts.flows.labelled.labels import FRAMES, Label, Stand, word_of
from shishi.layouts.flows.labelled.lines import GOES_ON
from shishi.layouts.words.dialect import Dialect
from shishi.layouts.words.names.kinds import is_blank_mark
from shishi.layouts.words.vocabulary import RESPONSIBLE, STARRED, is_period
from shishi.records import LISTS, Field

_NO_PROSE = LISTS | {
    Field.CODE,
    Field.INVESTMENT,
    Field.PERCENT,
    Field.STATUS,
    RESPONSIBLE,
    STARRED,
}
"""Fields whose values have no 一季度: in them; behind a goal such a word is most likely its next line."""
_NUMBER = re.compile("[0-9][0-9.,]*[%万亿千元个项]*")
_FRAMED, _WIDE = "framed", "wide"
_WIDEST = "  "
"""A gap that no sentence has between its words."""
_MOSTLY = {_FRAMED: 2, _WIDE: 8}
"""Of so many labels fewer than one may look otherwise; those in a value, 【责任部门】牵头单位:, have no frame."""
_FEWEST = 2
_NEARLY = 8
"""Of so many items fewer than one may lack a quarter that the others have."""
_LEAD = re.compile(r"\W*")
"""The indent, bullet or frame that a line begins with."""


def tell_behind_prose(
    lines: Sequence[Sequence[Label]],
    *,
    plain: Sequence[str],
    dialect: Dialect,
    opening: Set[int] = frozenset(),
) -> Iterator[bool]:
    """Tell for each label whether it is most likely words of the prose before it, were it but a period.

    `opening` are the lines right below those of the items, whose labels stand behind no value.
    """
    usual = _usual_look(lines, plain)
    running = _run_on(lines)
    below = frozenset() if opening else _find_below_items(lines, plain, dialect)
    prose = True
    for at, (labels, text) in enumerate(zip(lines, plain, strict=True)):
        prose = prose and at not in opening
        for label in labels:
            if not is_period(label.word):
                prose = _is_prose(label, text[label.value : label.end], dialect)
            apart = usual and _look(label, text) == usual
            apart = apart or (at in below and label is labels[0])
            yield prose and not apart and not (running and label.stand is Stand.AFTER)


def _run_on(lines: Sequence[Sequence[Label]]) -> bool:
    """Tell a page that has the same periods, three at least, among the labels of every line they run on in.

    A line of a goal seldom has its quarters, and no page has them in every goal behind spaces.
    """
    runs = []
    for labels in lines:
        behind = [x for x in labels[1:] if x.stand is Stand.AFTER]
        if behind and sum(not is_period(x.word) for x in labels) >= _FEWEST:
            runs.append(tuple(x.word for x in behind if is_period(x.word)))
    return len(runs) > _FEWEST and len({*runs}) == 1 and len(set(runs[0])) > _FEWEST


def _find_below_items(
    lines: Sequence[Sequence[Label]], plain: Sequence[str], dialect: Dialect
) -> frozenset[int]:
    """Find the periods on lines of their own below the items, where nearly every item has the same three at least.

    An item has no quarters in its words as a goal has. They must look as the page's other labels do.
    """
    items = [at for at, labels in enumerate(lines) if labels and _is_item(labels[0], dialect)]
    headed = sum(at > 0 and not lines[at - 1] for at in items)
    runs = [list(_periods_below(at, lines, plain)) for at in items]
    times = Counter(word for run in runs for word in {lines[at][0].word for at in run})
    usual = sum(_NEARLY * (len(runs) - n) < len(runs) for n in times.values())
    if len(runs) <= _FEWEST or usual <= _FEWEST or 2 * headed >= len(runs):
        return frozenset()
    return frozenset(at for run in runs for at in run)


def _is_item(label: Label, dialect: Dialect) -> bool:
    """Tell a label on its line that means the item rather than a goal: 主要任务 does, 目标任务 may be either."""
    (name, weight), *others = word_of(label.word, dialect).claims
    goal = dict(others).get(Field.GOAL, 0)
    return label.stand is Stand.LINE and name == Field.ITEM and goal < weight


def _periods_below(
    item: int, lines: Sequence[Sequence[Label]], plain: Sequence[str]
) -> Iterator[int]:
    """Yield the lines of the periods below an item, none where its words go on: 主要任务:分季度实施:"""
    first = next((at for at in range(item + 1, len(lines)) if lines[at]), len(lines))
    if plain[first - 1].rstrip().endswith(GOES_ON):
        return
    look = _lead(lines[item][0], plain[item])
    for at in range(first, len(lines)):
        if lines[at] and not is_period(lines[at][0].word):
            return
        if lines[at] and _lead(lines[at][0], plain[at]) == look:
            yield at


def _lead(label: Label, text: str) -> str | None:
    """Give what a line has before the word of its first label; None where that is more than marks."""
    lead = _LEAD.match(text)
    return lead[0] if lead and label.start <= lead.end() else None


def may_begin_label(
    lines: Sequence[Sequence[Label]], *, plain: Sequence[str], dialect: Dialect
) -> Callable[[Sequence[Label], str, int], bool]:
    """Give what tells whether a label no list has may begin at a spot of a line with labels.

    Where wide gaps set off the labels of the page it needs one, else it may stand behind no prose.
    """
    wide = _usual_look(lines, plain) == _WIDE

    def may_begin(labels: Sequence[Label], text: str, at: int) -> bool:
        if wide:
            return text[:at].endswith(_WIDEST)
        before = next((x for x in reversed(labels) if x.value <= at), None)
        return before is not None and not _is_prose(before, text[before.value : at], dialect)

    return may_begin


def _is_prose(label: Label, value: str, dialect: Dialect) -> bool:
    """Tell a value that runs on as a text does, by its label and by what it is."""
    claimed = word_of(label.word, dialect).claims[0][0] not in _NO_PROSE
    return claimed and not _is_no_text(value.strip())


def _is_no_text(value: str) -> bool:
    """Tell a value that no line goes on with: a mark for nothing, a number, a sum."""
    return is_blank_mark(value) or _NUMBER.fullmatch(value) is not None


def _usual_look(lines: Sequence[Sequence[Label]], plain: Sequence[str]) -> str:
    """Give the look that sets off the labels of a page, all but some of them; nothing where they have none."""
    looks = Counter(
        _look(label, text)
        for labels, text in zip(lines, plain, strict=True)
        for label in labels
        if label.known and not is_period(label.word)
        if label.stand is not Stand.LINE or text[label.start] in FRAMES
    )
    look, times = looks.most_common(1)[0] if looks else ("", 0)
    others = looks.total() - times
    return look if look and _MOSTLY[look] * others < looks.total() else ""


def _look(label: Label, text: str) -> str:
    if text[label.start : label.start + 1] in set(FRAMES):
        return _FRAMED
    return _WIDE if text[: label.start].endswith(_WIDEST) else ""
