"""Assessment: a computed status, the numbers used, and the reasons in order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from shishi.assessment.course.forecast import Forecast
from shishi.assessment.reasons import Reason
from shishi.measures.measure import Measure, Milestone
from shishi.records import Field


class Status(StrEnum):
    """What a computed status means; the word shown is the rulebook's."""

    CLOSED = "closed"  # 办结
    DONE = "done"  # 完成
    AHEAD = "ahead"  # 超前
    ON_SCHEDULE = "on_schedule"  # 正常
    PARTLY_BEHIND = "partly_behind"  # 部分滞后
    BEHIND = "behind"  # 滞后
    SUSPENDED = "suspended"  # 暂停
    ADJUSTED = "adjusted"  # 调整
    NOT_JUDGED = "not_judged"  # 无法判断


class By(StrEnum):
    """What answers a number or a step that was asked for."""

    NUMBER = "number"
    STEP = "step"  # no number, but how far the works have come
    PREPARATION = "preparation"  # nothing yet but 方案, 摸排, 选址
    STATEMENT = "statement"  # 已完成全年任务, 暂未开展
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Link:
    """One number of the goal or the item, or one step of the goal, and what the report has on it.

    `asked` is the number and `step` is empty, or `step` is the Chinese name of the step and `asked`
    None. `answer` is the number that answers, `answer_step` the step or the word of the preparation
    that does. `reason` says why the two belong together, or why nothing answers.
    """

    field: Field
    asked: Measure | None
    step: str
    by: By
    reason: Reason
    answer: Measure | None = None
    answer_step: str = ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """The computed status of one record, with everything it rests on.

    `word` is the status in the district's own word; `used` are the measures and milestones that were
    compared; `reasons` are never empty. `rulebook` names the rulebook and its version. `links` say for
    each number of goal and item, and each step of the goal, what answers it; `forecasts` where each
    number of the item leads by the year's end, or why that cannot be said.
    """

    order: int
    status: Status
    word: str
    reasons: tuple[Reason, ...]
    claimed: str = ""
    used: tuple[Measure | Milestone, ...] = ()
    rulebook: str = ""
    links: tuple[Link, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
