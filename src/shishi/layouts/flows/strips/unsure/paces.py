"""Statuses of pace whose first word may be the last of the report before them: 征地|推进滞后, 征地推进|滞后."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from shishi.layouts.flows.strips.names import COUNT_END
from shishi.layouts.flows.strips.words.said import pace_within, paces, said_of_status

_ENDED = re.compile(f"(?:[^\u4e00-\u9fff、,，]|{COUNT_END.pattern})$")
"""A sentence, a number or a count ends here, and so does the cell."""


def may_begin_earlier_or_later(report: str, status: str, statuses: AbstractSet[str]) -> bool:
    """Tell a status that may leave its first word to the report, or take the report's last one.

    >>> [may_begin_earlier_or_later(r, "推进滞后", {"滞后"}) for r in ("征地", "征地。", "已征地3亩")]
    [True, False, False]
    >>> [may_begin_earlier_or_later(r, "滞后", {"滞后"}) for r in ("征地推进", "正在推进", "征地推进。")]
    [True, False, False]
    """
    if _ENDED.search(report):
        return False
    first = next((p for p in paces() if status.startswith(p)), "")
    last = next((p for p in paces() if report.endswith(p)), "")
    if first and status.removeprefix(first) in statuses:
        return True
    whole = last and said_of_status().fullmatch(last + status)
    return bool(whole) and not pace_within().match(report, len(report) - len(last))
