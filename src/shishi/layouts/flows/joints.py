"""What it costs to believe that two paragraphs in a row stand in one cell, and names that go on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.fit.costs import IMPOSSIBLE, LEVEL_SIGNS, UNITS
from shishi.layouts.flows.fit.wording import is_phrase
from shishi.layouts.flows.looks import Look
from shishi.layouts.words.cells import kind_of
from shishi.layouts.words.names.kinds import is_unit
from shishi.records import LISTS, Field
from shishi.text.characters import squeeze

_ONE_WORD = ("count", "measure")
_LIST_GOES_ON, _OPEN_END = 8, 4
_OPEN = (";", ",", "、", ":")
_OFTEN = 3
"""So many times a first reading ends a cell behind a mark that ends cells, and one time in so many at least."""
_BROKEN_WORD, _FEW_WORDS = 6, 2
"""What it costs to part two characters that stand side by side in so many other paragraphs, or three in one."""
_ALL = 100
_HAN = re.compile("[\u4e00-\u9fff]{2,3}")
_SHORT_THEME, _NO_THEME = 8, 21
"""So many characters a theme has that is likely broken over two lines, and no theme has."""


def begins_unit(look: Look, following: Look) -> bool:
    """Tell the first half of a unit's name that the next paragraph completes: 区综合行政 + 执法局.

    >>> from shishi.layouts.flows.looks import look_at
    >>> begins_unit(look_at("区综合行政", frozenset()), look_at("执法局", frozenset()))
    True
    """
    if look.units or look.is_sentence or look.length > 12 or not look.text:
        return False
    opens = look.text[0] in LEVEL_SIGNS or look.text.endswith(("和", "与", "及"))
    if following.text[:1] in LEVEL_SIGNS or not opens or following.starred:
        return False
    first = following.text.split("、")[0]
    return is_unit(squeeze(look.text + first))


def joint(
    before: Look, after: Look, *, column: Column, gap: int, ends: Set[str] = frozenset()
) -> int:
    """Give what it costs that two paragraphs in a row stand in one cell, `gap` blank lines apart.

    `ends` are the marks that end cells in this table though they leave a sentence open.

    >>> from shishi.layouts.flows.looks import look_at
    >>> first, second = (look_at(t, frozenset()) for t in ("1.完成选址;", "2.启动招标。"))
    >>> joint(first, second, column=Column(Field.PROGRESS), gap=1)
    0
    """
    if (
        column.field in {Field.CODE, Field.STATUS, Field.PERCENT}
        or before.is_blank
        or after.is_blank
    ):
        return IMPOSSIBLE
    wide = 3 * max(0, gap - 1)
    if column.counted or column.field is Field.INVESTMENT:
        return IMPOSSIBLE
    if kind_of(column.word, column.field) in _ONE_WORD:
        return IMPOSSIBLE
    if column.field in UNITS:
        if after.starred and column.starred:
            return 1 + wide
        return wide + (0 if before.unfinished_units else 5)
    if column.field in {Field.LEADERS, Field.LEVELS}:
        return wide + 2
    if column.field is Field.THEME:
        length = before.length + after.length if not after.theme_mark else _NO_THEME
        return wide + (2 if length <= _SHORT_THEME else 4 if length < _NO_THEME else 12)
    return wide + _prose_joint(before, after, ends)


def _prose_joint(before: Look, after: Look, ends: Set[str]) -> int:
    if after.number_mark > 1 and (before.number_mark or before.is_sentence):
        return 0 if after.number_mark == before.number_mark + 1 else 1
    if after.number_mark == 1:
        return 4
    if _is_open(before, ends):
        return 1
    if before.breaks_off:  # a few words are odd as a cell of their own, not as the end of one
        return 1 if is_phrase(after) else 4
    return 8


def leaving(looks: Sequence[Look], *, ends: Set[str] = frozenset()) -> list[int]:
    """Give what it costs to end a cell between two paragraphs in a row: 2. after 1., text after ;.

    It is dear in the middle of a word that other paragraphs print whole. `ends`: see joint.

    >>> from shishi.layouts.flows.looks import look_at
    >>> leaving([look_at(t, frozenset()) for t in ("1.完成选址;", "2.启动招标。", "3.竣工。", "区水务局")])
    [8, 8, 0]
    """
    seen = Counter(
        word
        for k in looks
        for word in {k.text[i : i + n] for n in (2, 3) for i in range(len(k.text) - n + 1)}
    )
    return [
        _leaving(a, b, ends) + _BROKEN_WORD * _breaks_word(a, b, seen) for a, b in pairwise(looks)
    ]


def _breaks_word(before: Look, after: Look, seen: Mapping[str, int]) -> bool:
    """Tell paragraphs that part a word that others print whole: two characters in a few, three in one."""
    if not before.breaks_off or before.is_blank or after.is_blank:
        return False
    if before.units == after.units == _ALL and not before.unfinished_units:
        return False  # 区住建局 | 望湖燃气公司, though 市生态环境局望湖分局 stands elsewhere
    left, right = before.text[-2:], after.text[:2]
    words = (left[-1:] + right[:1], left + right[:1], left[-1:] + right)
    return any(
        _HAN.fullmatch(word) and seen[word] >= fewest
        for word, fewest in zip(words, (_FEW_WORDS, 1, 1), strict=True)
    )


def closing_marks(looks: Sequence[Look], parted: Sequence[bool]) -> frozenset[str]:
    """Give the marks behind which a table ends its cells as well as its lines: 完成3930人; and then the report.

    `parted` says of each paragraph whether a first reading ends a cell behind it.

    >>> from shishi.layouts.flows.looks import look_at
    >>> looks = [look_at(t, frozenset()) for t in ("修路3条;", "已修1条", "建桥2座;", "已建2座", "植树;", "已植")]
    >>> closing_marks(looks, [True] * 6)
    frozenset({';'})
    """
    marked = [
        (a.text[-1:], end)
        for (a, b), end in zip(pairwise(looks), parted, strict=False)
        if a.text.endswith(_OPEN) and b.text and not b.number_mark
    ]
    found = Counter(mark for mark, end in marked if end)
    every = Counter(mark for mark, _ in marked)
    return frozenset(m for m, n in found.items() if n >= _OFTEN and _OFTEN * n >= every[m])


def _is_open(look: Look, ends: Set[str]) -> bool:
    return look.text.endswith(_OPEN) and look.text[-1] not in ends


def _leaving(before: Look, after: Look, ends: Set[str]) -> int:
    numbered = after.number_mark > 1 and after.number_mark == before.number_mark + 1
    if numbered and after.is_sentence:
        return _LIST_GOES_ON
    return _OPEN_END if _is_open(before, ends) else 0


def separator(field: Field | None, before: Look, after: Look) -> str:
    """Say what stands between two paragraphs of one cell: nothing where a word was broken.

    >>> from shishi.layouts.flows.looks import look_at
    >>> halves = [look_at(t, frozenset()) for t in ("区综合行政", "执法局")]
    >>> separator(Field.LEAD_UNITS, *halves), separator(Field.GOAL, *halves)
    ('', '')
    """
    if field in LISTS:
        broken = begins_unit(before, after) or before.unfinished_units
        return "" if broken and field is not Field.LEADERS else "\n"
    if field in {Field.THEME, Field.CODE} or (before.breaks_off and not after.number_mark):
        return ""
    return "\n"
