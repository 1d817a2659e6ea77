"""Cells whose words may as well stand in the blank column beside them: a few words for a reason or a remark, a task for a report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from shishi.layouts.flows.fit.wording import DONE_WORDS, REASON_WORDS
from shishi.layouts.words.names.organizations import load_words
from shishi.records import Field

_SAID_LAST = frozenset({Field.EXPLANATION, Field.REMARK})
_FEW_WORDS = re.compile("[\u4e00-\u9fff]{2,10}")
_GOES_ON = re.compile(
    "(?:推动|建立|健全|完善|加强|落实(?![^。]*[0-9])|深化|巩固|提升|优化)[^。]*。"
)
"""One sentence that goes on to say what is to be done, as an item does; what has been 落实 a report counts: 落实选址2处。"""
_REPORTED = re.compile("完成|启动|进入|达到|累计|实际|超额")
_STOPS = ("。", "!", "?", "！", "？")


def may_stand_beside(
    said: Mapping[int, str], fields: Sequence[Field | None]
) -> Iterator[tuple[int, int]]:
    """Yield the cells of a row that the column beside may hold, with that column; `said` is what each cell says.

    >>> fields = Field.ITEM, Field.EXPLANATION, Field.REMARK
    >>> [list(may_stand_beside({0: "修路。", 1: said}, fields)) for said in ("专班已成立", "征地受阻")]
    [[(1, 2)], []]
    """
    for k, text in said.items():
        if fields[k] in _SAID_LAST and _FEW_WORDS.fullmatch(text) and not _is_told(text):
            yield from ((k, c) for c in _others(k, said, fields))
        before = said.get(k - 1, "")
        if fields[k] is Field.PROGRESS and k and fields[k - 1] is Field.ITEM:
            reports = DONE_WORDS.search(text) or _REPORTED.search(text)
            if before.endswith(_STOPS) and _GOES_ON.fullmatch(text) and not reports:
                yield k, k - 1


def _is_told(text: str) -> bool:
    """Tell words that name a reason, or that only remarks say."""
    return text in load_words().remarks or REASON_WORDS.search(text) is not None


def _others(k: int, said: Mapping[int, str], fields: Sequence[Field | None]) -> Iterator[int]:
    """Yield the blank column of reasons or remarks right beside one of the two."""
    beside = (c for c in (k - 1, k + 1) if 0 <= c < len(fields) and c not in said)
    yield from (c for c in beside if fields[c] in _SAID_LAST - {fields[k]})
