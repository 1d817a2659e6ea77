"""The committees of the Party and their organs, which are named together: 区委宣传部, 青河县委政法委.

All functions take plain text (simplified, no pinyin).
"""

from __future__ import annotations

import re
from functools import cache

from shishi.layouts.words.names.organizations import DISTRICTS, load_words

_ENDS = "局委办部会镇乡道"
"""What ends the name of another unit, and stands in no name of a place."""
_COMMITTEE = f"(?:[^{DISTRICTS}{_ENDS}]{{2,3}})?[{DISTRICTS}省]委"


def is_committee(name: str) -> bool:
    """Tell a committee of the Party, the place's name before it or not; the one of the Youth League is none.

    >>> [is_committee(name) for name in ("旗委", "青河县委", "团区委", "发改委")]
    [True, True, False, False]
    """
    return re.fullmatch(_COMMITTEE, name) is not None


def is_organ(name: str) -> bool:
    """Tell a committee of the Party with one of its organs, which is one unit.

    >>> [is_organ(name) for name in ("青河县委政法委", "区委社会工作部", "政法委", "区委区政府")]
    [True, True, False, False]
    """
    return _organ().fullmatch(name) is not None


@cache
def _organ() -> re.Pattern[str]:
    ends = "|".join(map(re.escape, load_words().organs))
    return re.compile(f"{_COMMITTEE}[^{DISTRICTS}局委办部]{{0,4}}(?:{ends})")
