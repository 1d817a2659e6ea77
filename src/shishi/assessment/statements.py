"""What a report says of itself outside goals: that it lags, rests, was changed, is all done, or waits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from shishi.assessment.reasons import Reason
from shishi.matching.goals.clauses import Clause
from shishi.matching.goals.lexicon import load_lexicon
from shishi.matching.goals.steps import Standing, State, find_standings

_PART = re.compile(r"[、,，。;；:：()（）]+|及|和")
_SHORTEST_NAME = 3
_HOW_LONG = re.compile(
    "停工[约近了达]{0,2}[0-9一二两三四五六七八九十半数几]{1,3}(?:个?多?月|天|日|周|个?星期)"
)


def find_lag(clauses: Sequence[Clause], *, item: str) -> tuple[Reason, bool] | None:
    """Find a lag that the report admits, and whether it is of a part only; None when there is none.

    A part is one of several names in the item that the lagging clause names too.
    """
    lexicon = load_lexicon()
    if any(lexicon.has("caught_up", clause.text) for clause in clauses):
        return None
    for clause in clauses:
        if lexicon.has("lag", clause.text) and not lexicon.has("lag_denied", clause.text):
            part = find_part(clause.text, item)
            partly = bool(part) or lexicon.has("part", clause.text)
            facts = {"words": clause.quotation, "part": part}
            return Reason("part-lag-stated" if partly else "lag-stated", facts), partly
    return None


def find_suspension(clauses: Sequence[Clause]) -> Reason | None:
    """Find that the whole item rests; a clause with a number tells of a detail."""
    lexicon = load_lexicon()
    if any(lexicon.has("resumed", clause.text) for clause in clauses):
        return None
    for clause in clauses:
        if clause.measures or not lexicon.has("suspended", clause.text):
            continue
        if not _is_past_standstill(clause, clauses):
            return Reason("suspended", {"words": clause.quotation})
    return None


def _is_past_standstill(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Say whether a standstill only tells why something is late: 因停工两个月, 因暴雨停工…下一步加快施工."""
    lexicon = load_lexicon()
    text = clause.text
    if any(w in text for w in lexicon.words["suspended"] if w not in lexicon.words["standstill"]):
        return False
    if lexicon.has("standstill_over", text):
        return True
    if not text.startswith(lexicon.words["because"]):
        return False
    return bool(_HOW_LONG.search(text)) or any(lexicon.has("going_on", c.text) for c in clauses)


def find_change(clauses: Iterable[Clause]) -> Reason | None:
    """Find that the item was replaced by something else."""
    for clause in clauses:
        if load_lexicon().has("changed", clause.text):
            return Reason("changed-in-kind", {"words": clause.quotation})
    return None


def find_statement(clauses: Sequence[Clause]) -> Reason | None:
    """Find a statement about the whole item: all done, not begun, resting, or changed."""
    whole = None if find_waiting(clauses, find_standings(clauses)) else find_whole_task(clauses)
    found = whole or find_not_begun(clauses)
    return found or find_suspension(clauses) or find_change(clauses)


def find_no_figure(clauses: Iterable[Clause]) -> Reason | None:
    """Find why there is no figure: not published yet, no target set yet, or known for a larger place only."""
    lexicon = load_lexicon()
    for clause in clauses:
        if lexicon.has("higher_level", clause.text):
            return Reason("figure-of-higher-level", {"words": clause.quotation})
        if lexicon.has("not_assigned", clause.text):
            return Reason("target-not-set", {"words": clause.quotation})
        if lexicon.has("unpublished", clause.text):
            return Reason("figure-not-published", {"words": clause.quotation})
    return None


def find_not_begun(clauses: Iterable[Clause]) -> Reason | None:
    """Find the statement that nothing has begun yet (暂未开展)."""
    for clause in clauses:
        if load_lexicon().has("not_begun", clause.text):
            return Reason("not-begun", {"words": clause.quotation})
    return None


def find_whole_task(clauses: Iterable[Clause]) -> Reason | None:
    """Find the statement that the year's task is done; a share of it (…的六成) or a plan is not that."""
    words = load_lexicon().words
    for clause in clauses:
        if any(word in clause.text for word in words["not_done"]):
            continue
        longest = max((w for w in words["whole_task"] if w in clause.text), key=len, default="")
        after = clause.text.partition(longest)[2] if longest else ""
        if longest and not after.startswith(words["whole_task_not"]):
            return Reason("whole-task-stated", {"words": clause.quotation})
    return None


def find_waiting(clauses: Iterable[Clause], standings: Iterable[Standing]) -> Reason | None:
    """Find a step that is still ahead: planned in the text, or waited for (待验收)."""
    for standing in standings:
        if standing.state <= State.PLANNED:
            return Reason("open-step", {"words": standing.clause.quotation})
    for clause in clauses:
        text = clause.text
        for word in load_lexicon().words["waiting_not"]:
            text = text.replace(word, "")
        if load_lexicon().has("waiting", text):
            return Reason("open-step", {"words": clause.quotation})
    return None


def find_part(clause: str, item: str) -> str:
    """Find which of several named parts of an item a clause names; "" for none, or an item without parts.

    >>> find_part("东桥小学主体结顶", "新建东桥小学、扩建西桥小学"), find_part("主体结顶", "新建东桥小学")
    ('东桥小学', '')
    """
    parts = [part.strip() for part in _PART.split(item) if len(part.strip()) >= _SHORTEST_NAME]
    if len(parts) < 2:
        return ""
    named = [name for part in parts if (name := _shared(part, clause))]
    return max(named, key=len, default="")


def _shared(part: str, clause: str) -> str:
    """Give the end of a part's name that stands in the clause: 扩建东门小学 is named by 东门小学."""
    ends = (part[i:] for i in range(len(part) - _SHORTEST_NAME + 1))
    return next((end for end in ends if end in clause), "")
