"""Answer the clauses of a goal that hold neither a number nor a step, by the words they share."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from shishi.assessment.answering.answers import Answer, Evidence, Outcome
from shishi.assessment.reasons import Reason
from shishi.matching.goals.clauses import Clause, Topic, bare, cover
from shishi.matching.goals.lexicon import load_lexicon
from shishi.matching.goals.preparing import names_preparation
from shishi.matching.goals.steps import find_standings

_SAME_WORDS = Fraction(3, 4)
_SAME_MATTER = Fraction(1, 2)


def answer_words(topic: Topic, evidence: Evidence, *, due: bool | None) -> list[Answer]:
    """Answer the clauses that hold neither a number nor a step, by the words they share."""
    stepped = {s.clause for s in find_standings(topic.clauses, goal=True)}
    means = load_lexicon().words["means"]
    return [
        _answer_clause(clause, evidence.clauses, due=due)
        for clause in topic.clauses
        if not clause.measures and clause not in stepped and not clause.text.startswith(means)
    ]


def _answer_clause(goal: Clause, clauses: Iterable[Clause], *, due: bool | None) -> Answer:
    lexicon, facts = load_lexicon(), {"goal": goal.quotation}
    report = ",".join(clause.text for clause in clauses)
    for clause in clauses:
        if cover(goal.text, clause.text) >= _SAME_WORDS and _is_done(clause, goal.text):
            reason = Reason("words-answered", facts | {"progress": clause.quotation})
            return Answer(Outcome.MET, (reason,), due=due)
    if lexicon.has("definite", goal.text):
        return Answer(Outcome.MISSING, (Reason("clause-unanswered", facts),), due=due)
    if cover(goal.text, report) >= _SAME_MATTER and bare(goal.text)[-2:] in report:
        return Answer(Outcome.ACTIVE, (Reason("activity-under-way", facts),), due=due)
    return Answer(Outcome.OPEN, (Reason("clause-unanswered", facts),), due=due)


def _is_done(clause: Clause, goal: str) -> bool:
    lexicon, report = load_lexicon(), clause.text
    lessening = lexicon.words["lessening"] + lexicon.words["hedged"]
    if any(w in report and w not in goal for w in lessening) or clause.is_share:
        return False
    if names_preparation(report, goal):
        return False
    return lexicon.has("done", report) and not lexicon.has("not_done", report)
