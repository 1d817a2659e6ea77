"""Answer: how a report answers one part of a goal, and what of the report speaks of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from shishi.assessment.pairs import Pair
from shishi.assessment.reasons import Reason
from shishi.matching.goals.clauses import Clause, Topic, bigrams
from shishi.matching.goals.steps import Standing, State, find_standings
from shishi.measures.measure import Measure


class Outcome(StrEnum):
    """How the report answers one part of a goal."""

    BEYOND = "beyond"  # more than was asked
    MET = "met"
    ACTIVE = "active"  # an activity is asked for and going on
    PARTLY = "partly"  # some parts met, some short
    SHORT = "short"
    UNLIKE = "unlike"  # answered by something that cannot be compared
    MISSING = "missing"  # something definite is asked for and nothing is said
    OPEN = "open"  # something without an end point is asked for and nothing is said


@dataclass(frozen=True, slots=True)
class Answer:
    """One part of a goal: how it was answered, why, from which measures.

    `due` says whether its time is over, None where nobody can say. `part` names the part of the item
    that it is about, "" for the whole.
    """

    outcome: Outcome
    reasons: tuple[Reason, ...]
    used: tuple[Measure, ...] = ()
    due: bool | None = True
    pair: Pair | None = None
    part: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a report says on one topic of a goal.

    `promised` are the numbers of the item itself, `names` the things that the goal lists by name.
    """

    clauses: tuple[Clause, ...]
    promised: tuple[Measure, ...] = ()
    names: tuple[str, ...] = ()
    month: int = 12
    early: bool = False
    found: tuple[Standing, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "found", find_standings(self.clauses, month=self.month))

    @property
    def standings(self) -> tuple[Standing, ...]:
        """The steps that have been taken or are being taken."""
        return tuple(s for s in self.found if s.state > State.PLANNED)

    @property
    def denied(self) -> tuple[Standing, ...]:
        """The steps that are said not to have been taken."""
        return tuple(s for s in self.found if s.state is State.DENIED)


def choose_clauses(
    goals: Sequence[Topic], reports: Sequence[Topic]
) -> tuple[tuple[Clause, ...], ...]:
    """Choose for each topic of a goal the clauses of the report that speak of it.

    With one topic on either side everything belongs together; otherwise a topic of the report goes
    to the goal with which it shares most words, and to none when it shares none.
    """
    if len(goals) == 1 or len(reports) == 1:
        everything = tuple(clause for topic in reports for clause in topic.clauses)
        return tuple(everything for _ in goals)
    chosen: list[list[Clause]] = [[] for _ in goals]
    for topic in reports:
        near = [len(bigrams(topic.text) & bigrams(goal.text)) for goal in goals]
        if max(near, default=0):
            chosen[near.index(max(near))].extend(topic.clauses)
    return tuple(map(tuple, chosen))
