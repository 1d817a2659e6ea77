from __future__ import annotations

from itertools import product

import pytest

from shishi.workflow import MOVES, Move, Role, Stage, refusal

ALLOWED = {
    ("draft", "save", "reporter"): "draft",
    ("draft", "submit", "reporter"): "submitted",
    ("returned", "save", "reporter"): "returned",
    ("returned", "submit", "reporter"): "submitted",
    ("submitted", "return", "office"): "returned",
    ("submitted", "accept", "office"): "accepted",
    ("accepted", "return", "office"): "returned",
}
"""Every move there is, written out a second time; whatever is not here is refused."""


@pytest.mark.parametrize(("stage", "move", "role"), list(product(Stage, Move, Role)))
def test_every_move_by_every_role_is_allowed_or_refused_as_written(stage, move, role):
    reason = refusal(stage, move, role=role, is_author=False)
    if (stage, move, role) in ALLOWED:
        assert reason is None
        assert MOVES[stage, move] == (ALLOWED[stage, move, role], role)
    elif any((stage, move) == allowed[:2] for allowed in ALLOWED):
        assert reason == "wrong-role"
    else:
        assert reason == "cannot-move"


@pytest.mark.parametrize(
    ("stage", "move"), [key for key, (_, role) in MOVES.items() if role is Role.OFFICE]
)
def test_nobody_reviews_what_they_wrote(stage, move):
    assert refusal(stage, move, role=Role.OFFICE, is_author=True) == "own-report"


@pytest.mark.parametrize(
    ("stage", "move"), [key for key, (_, role) in MOVES.items() if role is Role.REPORTER]
)
def test_a_reporter_goes_on_with_what_she_wrote(stage, move):
    assert refusal(stage, move, role=Role.REPORTER, is_author=True) is None


def test_every_stage_is_reached_and_none_is_a_dead_end():
    reached = {Stage.DRAFT} | {stage for stage, _ in MOVES.values()}
    left = {stage for stage, _ in MOVES}
    assert reached == left == set(Stage)


def test_nothing_is_accepted_that_was_not_submitted():
    assert [stage for (stage, _), (to, _) in MOVES.items() if to is Stage.ACCEPTED] == ["submitted"]
