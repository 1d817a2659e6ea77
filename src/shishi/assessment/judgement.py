"""Assess a page: a computed status for each record, beside the claimed one; and where they differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from shishi.assessment.assessment import Assessment
from shishi.assessment.calendar import time_page
from shishi.assessment.course.ahead import look_ahead, recall
from shishi.assessment.judge import judge
from shishi.matching import Companion
from shishi.measures.measure import Measured
from shishi.records import Field, Page
from shishi.rulebook import Rulebook


def assess(
    page: Page,
    measured: Mapping[int, Measured],
    *,
    rulebook: Rulebook,
    on: date,
    previous: Sequence[Companion] = (),
) -> tuple[Assessment, ...]:
    """Compute the status of each record from its goal and its progress, as seen on a day.

    `measured` maps the order of a record to its measures; a record without an entry has none. There
    is one assessment for each record, in order, always with reasons. A record that cannot be judged
    says why. The claimed status is carried along and is never used. `previous` are earlier pages of
    the same list, in any order: their numbers give the forecasts more than one point.

    >>> from shishi.places import Source
    >>> from shishi.records import Notice
    >>> from shishi.rulebook import load_rulebook
    >>> from shishi.text.characters import Script
    >>> page = Page(Source("a", "text", ""), Script.SIMPLIFIED, Notice(), ())
    >>> assess(page, {}, rulebook=load_rulebook("default"), on=date(2024, 11, 5))
    ()
    """
    timing = time_page(page, on=on, grace_days=rulebook.bands.grace_days)
    earlier = recall(page, previous, rulebook=rulebook)
    found = []
    for record in page.records:
        numbers = measured.get(record.order, Measured(record.order))
        verdict = judge(record, numbers, rulebook=rulebook, timing=timing)
        found.append(
            Assessment(
                order=record.order,
                status=verdict.status,
                word=rulebook.word(verdict.status.value),
                reasons=verdict.reasons,
                claimed=record.plain(Field.STATUS),
                used=verdict.used,
                links=verdict.links,
                forecasts=look_ahead(page, record, numbers, earlier=earlier.get(record.order, ())),
                rulebook=f"{rulebook.name} {rulebook.version}",
            )
        )
    return tuple(found)
