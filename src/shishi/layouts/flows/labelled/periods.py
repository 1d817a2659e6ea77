"""Words that are but a period, 一季度: a label of its own, or the next line of the goal above it.

Behind units, a name or a sum such a word can only be a label; behind prose it is most likely a line of
that, unless it stands as the page's labels do and as no line of a text would: in a frame, or behind as
wide a gap, or with the other quarters on the one line that every block's labels run on in. Right below
the numbered line of an item it opens the block.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set

from shishi.layouts.flows.labelled.labels import FRAMES, Label, Stand, word_of
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
    prose = True
    for at, (labels, text) in enumerate(zip(lines, plain, strict=True)):
        prose = prose and at not in opening
        for label in labels:
            if not is_period(label.word):
                prose = _is_prose(label, text[label.value : label.end], dialect)
            apart = usual and _look(label, text) == usual
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
