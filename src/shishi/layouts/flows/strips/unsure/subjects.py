"""Reports that begin with 已完成 and say not what: it may be the end of the goal before them, 开展招标|选址|已完成."""

from __future__ import annotations

import re

from shishi.layouts.flows.strips.anchors import VERB
from shishi.layouts.flows.strips.names import COUNT_END

_DONE_ALONE = re.compile(
    "(?:已(?:经|全部|基本)?(?:完成|结束|完工|启动|开工|通过|到位)|正在(?:推进|进行|办理)|(?:有序|加快|稳步)推进)(?=[,，;；。]|$)"
)
_ENDED = re.compile("(?:[。;；!?！？%）)]|工程|工作|任务)$")
"""What a goal ends with for sure: a mark, or the noun that sums up what is to be done."""
_CLAUSE = re.compile("[,，、:：]")
_WHEN = re.compile("(?:[0-9]{4}年)?(?:[0-9]{1,2}月|年|[一二三四]季度)[底末]?(?:之前|以前|前|内)?")
_ONE_STAGE = 6
"""So many words at most name one stage of works: 主体结构封顶."""


def lacks_its_subject(goal: str, report: str) -> bool:
    """Tell a report that says not what is done, behind a goal that nothing ends and whose last words may be that.

    >>> [lacks_its_subject(goal, "已完成,铺管正在推进") for goal in ("完成招标", "完成施工招标选址论证", "完成招标。")]
    [False, True, False]
    """
    if not _DONE_ALONE.match(report) or _ENDED.search(goal):
        return False
    if [m.end() for m in COUNT_END.finditer(goal)][-1:] == [len(goal)]:
        return False
    clause = _WHEN.sub("", _CLAUSE.split(goal)[-1])
    verbs = [m.end() for m in VERB.finditer(clause)]
    return len(clause) - (verbs[0] if verbs else 0) > _ONE_STAGE
