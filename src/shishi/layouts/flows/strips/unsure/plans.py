"""A report that may be the goal, beside whose blank cell it says what is planned; a goal that may be the report's beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from shishi.layouts.flows.strips.words.goals import seams_of_goals
from shishi.records import Field

_PLAN = re.compile(
    "(?:(?:1[0-2]|[1-9])月底?前|[一二三四]季度|年内|年底前|力争|确保)?(?:完成|形成|组织|建成|开工|完工|竣工|实现|达到)"
)
_IS_DONE = re.compile("(?:目前|现|本月)?已(?!经?批)|目前[,，]|截[至止]|正在")
_REPORTS = re.compile("已|正在|目前|累计|截[至止]|尚未|暂未|均|了")


def reports_like_goals(
    told: Mapping[int, str], fields: Sequence[Field | None]
) -> Iterator[tuple[int, int]]:
    """Yield the columns of a report that says what is planned, or both, and of the blank goal beside it.

    >>> fields = Field.GOAL, Field.PROGRESS
    >>> list(reports_like_goals({1: "完成总量的六成"}, fields)), list(reports_like_goals({1: "已完成六成"}, fields))
    ([(0, 1)], [])
    """
    for k, text in told.items():
        beside = [c for c in (k - 1, k + 1) if 0 <= c < len(fields) and fields[c] is Field.GOAL]
        if fields[k] is not Field.PROGRESS or not beside or beside[0] in told:
            continue
        planned = _PLAN.match(text) and not _REPORTS.search(text)
        if planned or any(seams_of_goals(text)):
            yield beside[0], k


def goals_like_reports(
    told: Mapping[int, str], fields: Sequence[Field | None]
) -> Iterator[tuple[int, int]]:
    """Yield the columns of a goal that says what is done already, and of the report beside it.

    >>> fields = Field.GOAL, Field.PROGRESS
    >>> list(goals_like_reports({0: "目前,图纸已审。", 1: "正在验收"}, fields))
    [(0, 1)]
    """
    for k, text in told.items():
        beside = [c for c in (k - 1, k + 1) if c in told and fields[c] is Field.PROGRESS]
        if fields[k] is Field.GOAL and beside and _IS_DONE.match(text):
            yield k, beside[0]
