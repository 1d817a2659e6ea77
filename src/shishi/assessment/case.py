"""Case: one record laid out for judgement, its cells as topics and clauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from shishi.assessment.answering.amounts import answer_number
from shishi.assessment.answering.answers import Answer, Evidence, choose_clauses
from shishi.assessment.answering.parts import list_names
from shishi.assessment.answering.wording import answer_words
from shishi.assessment.calendar import Timing
from shishi.assessment.kinds.milestone import answer_steps
from shishi.assessment.pairs import Pair, Relation
from shishi.assessment.reasons import Reason
from shishi.assessment.statements import find_part
from shishi.assessment.weighing import weigh_numbers
from shishi.matching.goals.clauses import Clause, Topic, split_topics
from shishi.matching.goals.numbers import list_numbers, take_share
from shishi.matching.goals.related import Told
from shishi.measures.measure import Kind, Measured
from shishi.records import Field, Record
from shishi.rulebook import Bands, Rulebook

_SHORTEST_COPY = 5


@dataclass(frozen=True, slots=True)
class Case:
    """One record laid out for judgement: its cells as topics and clauses."""

    item: tuple[Topic, ...]
    goal: tuple[Topic, ...]
    progress: tuple[Topic, ...]
    explanation: tuple[Topic, ...]
    item_text: str
    is_copy: bool
    timing: Timing
    bands: Bands

    @property
    def said(self) -> tuple[Clause, ...]:
        """All clauses of the progress and the explanation."""
        return tuple(c for topic in (*self.progress, *self.explanation) for c in topic.clauses)

    @property
    def asked(self) -> tuple[Clause, ...]:
        """All clauses of the goal."""
        return tuple(clause for topic in self.goal for clause in topic.clauses)


def find_refusal(record: Record, rulebook: Rulebook) -> Reason | None:
    """Find why a record cannot be judged at all; None when it can."""
    goal, progress = record.plain(Field.GOAL).strip(), record.plain(Field.PROGRESS).strip()
    if goal and goal == rulebook.closed_mark:
        return Reason("goal-closed-mark", {"mark": goal})
    if progress and progress == rulebook.closed_mark:
        return Reason("progress-closed-mark", {"mark": progress})
    if not goal:
        return Reason("goal-blank")
    if not progress:
        return Reason("progress-blank")
    return None


def lay_out(record: Record, measured: Measured, *, bands: Bands, timing: Timing) -> Case:
    """Lay out a record as a case."""
    topics = {
        name: split_topics(record, name, measured.of(name), milestones=measured.steps(name))
        for name in (Field.ITEM, Field.GOAL, Field.PROGRESS, Field.EXPLANATION)
    }
    goal, progress = ("".join(record.plain(f).split()) for f in (Field.GOAL, Field.PROGRESS))
    return Case(
        item=topics[Field.ITEM],
        goal=topics[Field.GOAL],
        progress=topics[Field.PROGRESS],
        explanation=topics[Field.EXPLANATION],
        item_text=record.plain(Field.ITEM),
        is_copy=goal == progress and len(goal) >= _SHORTEST_COPY,
        timing=timing,
        bands=bands,
    )


def answer_goal(case: Case) -> list[Answer]:
    """Answer the numbers, the steps and the words of a goal, topic by topic."""
    timing = case.timing
    pairs = _pair_goal(case)
    promised = tuple(m for topic in case.item for c in topic.clauses for m in c.measures)
    answers: list[Answer] = []
    for topic, clauses in zip(case.goal, choose_clauses(case.goal, case.progress), strict=True):
        due = timing.is_due(topic.clauses)
        evidence = Evidence(
            clauses,
            promised,
            list_names(topic.text),
            month=timing.as_of.month,
            early=not due,
        )
        own = [pair for pair in pairs if pair.goal.topic is topic]
        open_ = all(pair.answer is None for pair in own)
        found = [
            *(answer_number(pair, case.bands, timing) for pair in own),
            *answer_steps(topic, evidence, numbers_open=open_, timing=timing),
            *answer_words(topic, evidence, due=due),
        ]
        part = find_part(topic.text, case.item_text)
        answers += [replace(answer, part=part) for answer in found]
    return answers


def _pair_goal(case: Case) -> list[Pair]:
    answers = list_numbers(case.progress)
    goals = list_numbers(case.goal, goal=True)
    pairs = weigh_numbers(goals, answers, bands=case.bands, whole_year=case.timing.whole_year)
    return [_answer_share(pair, case) or pair for pair in pairs]


def _answer_share(pair: Pair, case: Case) -> Pair | None:
    """Answer a share of the year's number (完成全年任务的40%) by a count; None where that is not asked."""
    if pair.relation not in (Relation.UNANSWERED, Relation.KIND):
        return None
    whole = [n for n in list_numbers(case.item, goal=True) if n.measure.kind is Kind.COUNT]
    share = take_share(pair.goal, whole[0]) if len(whole) == 1 else None
    if share is None:
        return None
    (found,) = weigh_numbers(
        [share], list_numbers(case.progress), bands=case.bands, whole_year=True
    )
    return replace(found, goal=pair.goal) if found.share is not None else None


def pair_item(case: Case) -> tuple[Pair, ...]:
    """Pair the numbers that the item promises with those of progress and explanation."""
    return weigh_numbers(
        list_numbers(case.item, goal=True),
        list_numbers((*case.progress, *case.explanation)),
        bands=case.bands,
        whole_year=True,
    )


def report_of(case: Case, asked: tuple[Topic, ...], pairs: Sequence[Pair]) -> Told:
    """Give what the report says to these topics beside the numbers that answer one of the pairs."""
    taken = frozenset(
        pair.answer.clause for pair in pairs if pair.answer and pair.share is not None
    )
    return Told(case.progress, asked, taken, case.timing.as_of.month)
