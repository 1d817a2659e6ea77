"""Assessment: a computed status, the numbers used, and the reasons in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from shishi.measures.measure import Measure, Milestone


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


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of the judgement, as a code and facts; the words come from data/messages."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Assessment:
    """The computed status of one record, with everything it rests on.

    `word` is the status in the district's own word; `used` are the measures and milestones that were
    compared; `reasons` are never empty. `rulebook` names the rulebook and its version.
    """

    order: int
    status: Status
    word: str
    reasons: tuple[Reason, ...]
    claimed: str = ""
    used: tuple[Measure | Milestone, ...] = ()
    rulebook: str = ""
