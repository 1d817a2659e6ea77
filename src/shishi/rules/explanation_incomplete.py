"""Whoever is behind gives the reason and the next step; one of the two is not enough.

Authority: the fill-in rules of Beilun's month table, October 2024 (滞后 asks for 原因 and 下步计划).
Example: “受连续降雨影响” gives a reason and no next step. Words that show a
next step are in the rulebook; whatever does not look ahead is taken for the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.records import Field
from shishi.rulebook import Rulebook
from shishi.rules.subject import Subject

CODE = "explanation-incomplete"
SEVERITY = Severity.ASKS

_CLAUSE_END = re.compile(r"[,，。;；\n]")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding an explanation in which something that is due cannot be found."""
    for record in subject.page.records:
        if not subject.fills(record, Field.EXPLANATION):
            continue
        lacking = list_lacking(subject, record.plain(Field.STATUS), record.plain(Field.EXPLANATION))
        if lacking:
            facts = {
                "order": record.order,
                "status": record.printed(Field.STATUS),
                "lacking": [subject.name_aspect(aspect) for aspect in lacking],
            }
            yield Finding(CODE, About.CONTENT, SEVERITY, record.spot(Field.EXPLANATION), facts)


def list_lacking(subject: Subject, status: str, explanation: str) -> list[str]:
    """List what the status asks for and the explanation does not give."""
    says = {"reason": _gives_reason, "next_step": _gives_next_step}
    return [
        aspect
        for aspect in subject.find_due(status.strip()) or ()
        if aspect in says and not says[aspect](subject.rulebook, explanation)
    ]


def _gives_next_step(rulebook: Rulebook, text: str) -> bool:
    return any(cue in text for cue in rulebook.cues["next_step"])


def _gives_reason(rulebook: Rulebook, text: str) -> bool:
    """Any clause that neither looks ahead nor only repeats the status counts as a reason."""
    if any(cue in text for cue in rulebook.cues["reason"]):
        return True
    clauses = [clause.strip() for clause in _CLAUSE_END.split(text)]
    return any(
        clause and clause not in rulebook.restatements and not _gives_next_step(rulebook, clause)
        for clause in clauses
    )
