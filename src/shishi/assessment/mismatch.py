"""Find where the claimed status is not the computed one."""

from __future__ import annotations

from collections.abc import Iterable

from shishi.assessment.assessment import Assessment, Status
from shishi.findings import About, Finding, Severity
from shishi.records import Field, Page, Record
from shishi.rulebook import Rulebook

CODE = "status-mismatch"
NOT_SHOWN = "status-not-shown"

_DONE = frozenset({Status.DONE, Status.CLOSED})
# From worst to best; a claim below what was computed is modest and asks nothing of anybody.
_ORDER = (
    Status.BEHIND,
    Status.PARTLY_BEHIND,
    Status.ON_SCHEDULE,
    Status.AHEAD,
    Status.DONE,
    Status.CLOSED,
)
# What contradicts a claim that everything is done, even where no status follows from it.
_UNFINISHED = frozenset({"number-short", "step-below", "part-below", "open-step"})
# What keeps the program from computing "ahead" where the unit may well be.
_PERHAPS_AHEAD = frozenset(
    {"goal-period-longer", "goal-not-due", "goal-period-unknown", "basis-unknown"}
)
# What leaves such a claim without support.
_UNANSWERED = frozenset({"number-unanswered", "step-unanswered", "step-before"})


def find_mismatches(
    page: Page, assessments: Iterable[Assessment], *, rulebook: Rulebook
) -> tuple[Finding, ...]:
    """Find the records whose claimed status means something else than the computed one.

    Where nothing could be computed there is no mismatch, but for one case: a claim that all is done,
    beside a report that shows something unfinished (asks) or does not answer a definite part of the
    goal (noted). A claim better than the computed status
    asks for a look; a more modest one is only noted. Words that mean nothing to the rulebook, and
    records without a claim, give nothing here.
    """
    records = {record.order: record for record in page.records}
    found = (_find(records[a.order], a, rulebook) for a in assessments)
    return tuple(finding for finding in found if finding)


def _find(record: Record, assessment: Assessment, rulebook: Rulebook) -> Finding | None:
    meaning = rulebook.meaning(assessment.claimed)
    if not meaning:
        return None
    claimed, computed = Status(meaning), assessment.status
    codes = {reason.code for reason in assessment.reasons}
    if _agree(claimed, computed, perhaps_ahead=bool(codes & _PERHAPS_AHEAD)):
        return None
    if computed is Status.NOT_JUDGED:
        if claimed not in _DONE or not codes & (_UNFINISHED | _UNANSWERED):
            return None
        code = NOT_SHOWN
        severity = Severity.ASKS if codes & _UNFINISHED else Severity.NOTES
    else:
        code = CODE
        severity = Severity.NOTES if _is_modest(claimed, computed) else Severity.ASKS
    facts = {
        "order": record.order,
        "claimed": assessment.claimed,
        "computed": assessment.word,
        "reasons": [r.code for r in assessment.reasons],
    }
    return Finding(code, About.CONTENT, severity, record.spot(Field.STATUS), facts)


def _agree(claimed: Status, computed: Status, *, perhaps_ahead: bool) -> bool:
    """A goal reached early, or by a number of unsure basis, does not speak against being ahead."""
    if perhaps_ahead and (claimed, computed) == (Status.AHEAD, Status.ON_SCHEDULE):
        return True
    return claimed is computed or {claimed, computed} <= _DONE


def _is_modest(claimed: Status, computed: Status) -> bool:
    if claimed not in _ORDER or computed not in _ORDER:
        return False
    return _ORDER.index(claimed) < _ORDER.index(computed)
