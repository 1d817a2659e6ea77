"""What the word of a column says of its cells: dates, counts, measures, or goals and progress of another time."""

from __future__ import annotations

import re
from functools import lru_cache

from shishi.layouts.words.vocabulary import bare_word, cells_of, is_period, known_word
from shishi.records import Field
from shishi.text.characters import squeeze

_COUNTS = re.compile("(?:数|数量|数值|值)$")
ANSWERS = frozenset("是否")
"""What a column says whose word asks whether something is so."""


def kind_of(word: str, field: Field | None) -> str:
    """Say what the cells of a column hold where its word alone says so; see cells_of, and 任务数 counts.

    >>> [kind_of(word, None) for word in ("联系人", "任务数", "计量单位", "备注")]
    ['person', 'count', 'measure', '']
    """
    if kind := cells_of(word):
        return "" if field is Field.PROGRESS else kind
    word = bare_word(word)
    if field is None and word in {"单位", "计量单位"}:
        return "measure"
    return "count" if _COUNTS.search(word) else ""


@lru_cache(maxsize=256)
def answers_of(word: str) -> frozenset[str]:
    """Give what the cells of a column say whose word asks whether something is so; nothing for other words.

    >>> sorted(answers_of("是否达序时进度")), sorted(answers_of("完成状态"))
    (['否', '是'], [])
    """
    return ANSWERS if "是否" in word else frozenset()


@lru_cache(maxsize=256)
def is_of_time(word: str) -> bool:
    """Tell the word of a column of goals or of progress at some time: 二季度, 二季度目标, 2月完成情况.

    >>> [is_of_time(w) for w in ("二季度", "二季度目标", "目标", "9月投资")]
    [True, True, False, False]
    """
    squeezed = squeeze(word)
    known = known_word(squeezed)
    said = known is not None and known.claims[0][0] in (Field.GOAL, Field.PROGRESS)
    return is_period(squeezed) or bool(said and known and known.period)
