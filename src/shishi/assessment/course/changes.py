"""Changes: what is not as it was on the last page of the same list, record by record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shishi.assessment.assessment import Assessment, Link
from shishi.assessment.reasons import Reason
from shishi.matching import Companion, Ground, match_companion
from shishi.measures.measure import Basis, Kind, Measure
from shishi.records import Field, Page, Record
from shishi.rulebook import Rulebook

_SHORTEST_TEXT = 5


@dataclass(frozen=True, slots=True)
class Change:
    """What changed in one record since the page before. One of the two orders may be None.

    `order` is that of this page, None for an item that is no longer listed; `previous` that of the
    page before, None for a new item. `grounds` are why the two are one item. `reasons` are in order;
    they are empty where nothing changed.
    """

    order: int | None
    previous: int | None
    grounds: tuple[Ground, ...]
    reasons: tuple[Reason, ...]


def find_changes(
    page: Page,
    assessments: Sequence[Assessment],
    *,
    previous: Companion,
    before: Sequence[Assessment],
    rulebook: Rulebook,
) -> tuple[Change, ...]:
    """Find what changed since the page before: statuses, numbers, texts, items that came or went.

    `before` are the assessments of that page. There is one change for each record of this page, in
    order, then one for each record of the page before that is not on it any more.
    """
    now, then = _by_order(assessments), _by_order(before)
    records = {record.order: record for record in previous.page.records}
    found, kept = [], set()
    for match in match_companion(page, previous, rulebook=rulebook):
        record = next(r for r in page.records if r.order == match.order)
        if match.other is None:
            found.append(Change(match.order, None, match.grounds, (Reason("item-new"),)))
            continue
        kept.add(match.other)
        reasons = [
            *_compare_statuses(now[match.order], then[match.other]),
            *_compare_numbers(now[match.order], then[match.other]),
            *_compare_texts(record, records[match.other]),
        ]
        found.append(Change(match.order, match.other, match.grounds, tuple(reasons)))
    gone = [order for order in records if order not in kept]
    return (*found, *(Change(None, order, (), (Reason("item-gone"),)) for order in gone))


def _by_order(assessments: Sequence[Assessment]) -> dict[int, Assessment]:
    return {assessment.order: assessment for assessment in assessments}


def _compare_statuses(now: Assessment, then: Assessment) -> Iterator[Reason]:
    if now.status is not then.status:
        yield Reason("status-changed", {"before": then.word, "now": now.word})
    if now.claimed != then.claimed:
        yield Reason("claim-changed", {"before": then.claimed or None, "now": now.claimed or None})


def _compare_numbers(now: Assessment, then: Assessment) -> Iterator[Reason]:
    """Compare the answers to the item's numbers, in their order; a number asked anew has no before."""
    pairs = zip(_item_links(now), _item_links(then), strict=False)
    for new, old in pairs:
        if new.asked is None or old.asked is None or new.asked.unit != old.asked.unit:
            return
        if new.asked.value != old.asked.value:
            facts: dict[str, object] = {"before": old.asked.text, "now": new.asked.text}
            yield Reason("promise-changed", facts)
        if new.answer is None or old.answer is None:
            continue
        facts = {"asked": new.asked.text, "before": old.answer.text, "now": new.answer.text}
        yield Reason(_name_move(new.answer, old.answer), facts)


def _item_links(assessment: Assessment) -> list[Link]:
    return [link for link in assessment.links if link.field is Field.ITEM and link.asked]


def _name_move(one: Measure, other: Measure) -> str:
    counted = one.kind in (Kind.COUNT, Kind.MONEY)
    if one.unit != other.unit or one.kind is not other.kind or one.basis is not other.basis:
        return "number-not-alike"
    if counted and one.basis is not Basis.CUMULATIVE:
        return "number-not-alike"
    if one.value == other.value:
        return "number-same"
    return "number-rose" if one.value > other.value else "number-fell"


def _compare_texts(now: Record, then: Record) -> Iterator[Reason]:
    one, other = (_squeeze(record, Field.PROGRESS) for record in (now, then))
    if one == other and len(one) >= _SHORTEST_TEXT:
        yield Reason("text-same")
    goals = [_squeeze(record, Field.GOAL) for record in (now, then)]
    if all(goals) and goals[0] != goals[1]:
        yield Reason(
            "goal-changed", {"before": then.plain(Field.GOAL), "now": now.plain(Field.GOAL)}
        )


def _squeeze(record: Record, name: Field) -> str:
    return "".join(record.plain(name).split())
