"""Which words with a colon are labels on this page, and which are only words of a text.

A page is consistent: its labels begin their lines, or they stand behind a space, or right behind the
text before them. A word that stands otherwise than the page has its labels is none, as in 各责任单位:
or 对照年度目标:.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from shishi.layouts.flows.labelled.labels import BULLETS, FRAMES, Label, Stand, with_ends, word_of
from shishi.layouts.flows.labelled.periods import tell_behind_prose
from shishi.layouts.words.dialect import Dialect
from shishi.layouts.words.vocabulary import OTHER, RESPONSIBLE, is_period
from shishi.records import Field

_FEWEST = 2
_MOSTLY = 8
_HALF = 50
_OPENS = "(" + FRAMES
_ENDS = "。;；" + BULLETS
"""What ends a value or stands before a label, so that a label behind it needs no space."""
_SHARE = 3
"""A word that no list has is a label when it begins a line for every third of the commonest one."""
_PROSE = frozenset({Field.ITEM, Field.GOAL, Field.PROGRESS, RESPONSIBLE, Field.THEME, OTHER})
"""Fields whose words are also words of a sentence: 年度目标, 责任单位; 备注 and 进度状态 hardly are."""


@dataclass(frozen=True, slots=True)
class _Habits:
    """How often each word stands where, and whether the page runs its labels on in its lines.

    `periods` are the shares in hundredths of the words that are but a period (一季度) which stand behind no prose.
    """

    stands: Mapping[tuple[str, Stand], int]
    most: int
    runs_on: bool
    dialect: Dialect
    periods: Mapping[str, int]

    def times(self, word: str, *stands: Stand) -> int:
        return sum(self.stands.get((word, stand), 0) for stand in stands)


def keep_labels(
    lines: Sequence[Sequence[Label]],
    *,
    plain: Sequence[str],
    dialect: Dialect,
    opening: Set[int] = frozenset(),
) -> list[tuple[list[Label], list[Label]]]:
    """Give for each line its labels, and the words that are taken for none although they may be one.

    Labels that may be none are unsure. `opening` are the lines right below those of the items.

    >>> from shishi.layouts.flows.labelled.labels import find_labels
    >>> from shishi.layouts.words.dialect import COMMON
    >>> page = ["责任单位:区水务局", "完成情况:各责任单位:已进场", "责任单位:区住建局", "完成情况:已开工"]
    >>> found = list(map(find_labels, page))
    >>> kept = keep_labels(found, plain=page, dialect=COMMON)
    >>> [[label.word for label in labels] for labels, _ in kept]
    [['责任单位'], ['完成情况'], ['责任单位'], ['完成情况']]
    """
    behind = list(tell_behind_prose(lines, plain=plain, dialect=dialect, opening=opening))
    habits = _habits(lines, behind, dialect)
    kept = []
    prose_before = iter(behind)
    for line, text in zip(lines, plain, strict=True):
        labels: list[Label] = []
        doubted: list[Label] = []
        for label in line:
            prose = next(prose_before)
            if labels and label.start < labels[-1].value:
                continue
            stands, sure = _stands(label, habits, prose=prose)
            if stands:
                labels.append(replace(label, sure=sure and label.sure))
            elif not sure:
                doubted.append(label)
        kept.append((with_ends(labels, len(text)), doubted))
    return kept


def cut_to_page(
    lines: Sequence[Sequence[Label]], *, plain: Sequence[str], dialect: Dialect
) -> list[list[Label]]:
    """Leave the end of a value out of the label right behind it: 滞后|责任单位, as the page has 责任单位.

    A word that some list has, 推进状态 behind other words, may be one label or both: it is unsure. One right behind
    a frame, 【责任部门】牵头单位:, ends no value and needs no space before it.

    >>> from shishi.layouts.flows.labelled.labels import find_labels
    >>> from shishi.layouts.words.dialect import COMMON
    >>> page = ["状态: 正常责任单位: 区水务局", "状态: 滞后责任单位: 区住建局", "责任单位: 区残联"]
    >>> found = cut_to_page(list(map(find_labels, page)), plain=page, dialect=COMMON)
    >>> [label.word for label in found[1]]
    ['状态', '责任单位']
    """
    shorter, spaced = _ends(lines), _are_spaced(lines, plain)
    cut: list[list[Label]] = []
    for labels, text in zip(lines, plain, strict=True):
        cut.append([])
        framed = {x.value for x in labels if text[x.start] in FRAMES}
        for found in labels:
            label = replace(found, sure=not spaced or _is_apart(found, text))
            end = shorter.get(label.word, "")
            listed = dialect.word(label.word) is not None
            apart = listed and label.stand is not Stand.INSIDE
            if not end or apart or text[label.start] in _OPENS:
                cut[-1].append(replace(label, sure=label.sure or label.start in framed))
                continue
            spelt = r"\s*".join(map(re.escape, end))
            start = re.search(rf"{spelt}\s*:?\s*$", text[label.start : label.value])
            at = label.start + (start.start() if start else 0)
            cut[-1].append(
                replace(label, word=end, start=at, known=True, sure=label.sure and not listed)
            )
    return cut


def _are_spaced(lines: Sequence[Sequence[Label]], plain: Sequence[str]) -> bool:
    """Tell a page on which spaces stand before its labels; one right behind a text is then unsure."""
    apart = [
        _is_apart(label, text)
        for labels, text in zip(lines, plain, strict=True)
        for label in labels
        if label.stand is not Stand.LINE
    ]
    return _MOSTLY * (len(apart) - sum(apart)) < len(apart)


def _is_apart(label: Label, text: str) -> bool:
    before = text[label.start - 1]
    apart = before.isspace() or before in _ENDS
    return label.stand is Stand.LINE or apart or text[label.start] in _OPENS


def _ends(lines: Sequence[Sequence[Label]]) -> dict[str, str]:
    """Give the words that end with another label of the page, and never begin a line nor share one with it."""
    words = [{label.word for label in line} for line in lines]
    own = {label.word for line in lines for label in line if label.stand is Stand.LINE}
    found = {}
    for word in set().union(*words) - own:
        ends = {end for line in words for end in line if end != word and word.endswith(end)}
        ends -= {end for line in words if word in line for end in line}
        if ends:
            found[word] = max(ends, key=len)
    return found


def _habits(lines: Sequence[Sequence[Label]], behind: Sequence[bool], dialect: Dialect) -> _Habits:
    stands = Counter((label.word, label.stand) for line in lines for label in line)
    known = [label for line in lines for label in line if label.known]
    most = max(Counter(label.word for label in known).values(), default=0)
    at_start = sum(label.stand is Stand.LINE for label in known)
    return _Habits(stands, most, 2 * at_start < len(known), dialect, _periods(lines, behind))


def _periods(lines: Sequence[Sequence[Label]], behind: Sequence[bool]) -> dict[str, int]:
    """Say of the words that are but a period how many in a hundred stand behind no prose, and so are labels."""
    times: Counter[str] = Counter()
    apart: Counter[str] = Counter()
    for label, prose in zip((x for line in lines for x in line), behind, strict=True):
        if is_period(label.word):
            times[label.word] += 1
            apart[label.word] += not prose
    return {word: 100 * apart[word] // times[word] for word in times}


def _stands(label: Label, habits: _Habits, *, prose: bool) -> tuple[bool, bool]:
    """Say whether a word is a label here, behind prose or not, and whether that is sure."""
    word, times = label.word, habits.times
    if is_period(word) and prose:
        return habits.periods[word] >= _HALF, habits.periods[word] == 0
    plain = word_of(word, habits.dialect).claims[0][0] not in _PROSE
    if label.stand is Stand.LINE:
        often = times(word, Stand.LINE)
        made = plain and not word.endswith(")")  # a long bracket is a sentence's
        return label.known or made or (often >= _FEWEST and _SHARE * often >= habits.most), True
    if label.stand is Stand.AFTER:
        usual = times(word, Stand.LINE, Stand.AFTER) >= _FEWEST or plain
        return usual or habits.runs_on, usual
    inside, apart = times(word, Stand.INSIDE), times(word, Stand.LINE, Stand.AFTER)
    if habits.runs_on:
        often = inside + apart >= _FEWEST
        return often or plain, often or plain
    return inside > apart and inside >= _FEWEST and _SHARE * inside >= habits.most, True
