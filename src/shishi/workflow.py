"""The way of a report: its stages and the moves between them, as one table.

```
draft ──submit──▶ submitted ──accept──▶ accepted
  ▲                  │  ▲                  │
  └─── (re-edit) ────┘  └──submit── returned ◀──return── (submitted, accepted)
```
"""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """Where a report is."""

    DRAFT = "draft"  # 草稿
    SUBMITTED = "submitted"  # 已报送
    RETURNED = "returned"  # 已退回
    ACCEPTED = "accepted"  # 审核通过


class Role(StrEnum):
    """What a person does in a district."""

    OFFICE = "office"  # 督查室、发改局: keeps plans, reviews, publishes
    REPORTER = "reporter"  # 单位联络员
    LEADER = "leader"  # 区领导: reads


class Move(StrEnum):
    """What a person may do to a report."""

    SAVE = "save"  # 暂存
    SUBMIT = "submit"  # 报送
    RETURN = "return"  # 退回
    ACCEPT = "accept"  # 审核通过


MOVES: dict[tuple[Stage, Move], tuple[Stage, Role]] = {
    (Stage.DRAFT, Move.SAVE): (Stage.DRAFT, Role.REPORTER),
    (Stage.RETURNED, Move.SAVE): (Stage.RETURNED, Role.REPORTER),
    (Stage.DRAFT, Move.SUBMIT): (Stage.SUBMITTED, Role.REPORTER),
    (Stage.RETURNED, Move.SUBMIT): (Stage.SUBMITTED, Role.REPORTER),
    (Stage.SUBMITTED, Move.RETURN): (Stage.RETURNED, Role.OFFICE),
    (Stage.SUBMITTED, Move.ACCEPT): (Stage.ACCEPTED, Role.OFFICE),
    (Stage.ACCEPTED, Move.RETURN): (Stage.RETURNED, Role.OFFICE),
}


def refusal(stage: Stage, move: Move, *, role: Role, is_author: bool) -> str | None:
    """Say why this move is not allowed, as a code; None when it is.

    The codes are cannot-move, wrong-role and own-report; their words are in data/messages.

    >>> refusal(Stage.SUBMITTED, Move.ACCEPT, role=Role.OFFICE, is_author=False)
    >>> refusal(Stage.DRAFT, Move.ACCEPT, role=Role.OFFICE, is_author=False)
    'cannot-move'
    """
    allowed = MOVES.get((stage, move))
    if allowed is None:
        return "cannot-move"
    if role is not allowed[1]:
        return "wrong-role"
    if role is Role.OFFICE and is_author:
        return "own-report"
    return None
