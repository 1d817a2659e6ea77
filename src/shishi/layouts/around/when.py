"""What stretch of time a page is about: the period of its goals and the period of its reports."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from shishi.layouts.layout import Layout
from shishi.records import Field
from shishi.text.periods import Period, find_periods

_YEAR = re.compile(r"([12][0-9]{3})年")


def find_page_periods(
    layouts: Sequence[Layout], *, title: str, body: Iterable[str], dates: Sequence[str]
) -> tuple[Period | None, Period | None, bool]:
    """Give the plan's period, the report's period, and whether the year had to be inferred.

    The year is the title's; failing that the one most named in the texts of the body, which are not
    looked at before; failing that that of the notice's dates (ISO). All texts are plain.
    """
    year, inferred = _year(title, body, dates)
    if year is None:
        return None, None, False
    printed = {
        c.field: c.period
        for layout in layouts
        for c in reversed(layout.columns)
        if c.period and c.sure
    }
    fields = {c.field for layout in layouts for c in layout.columns}
    in_title = _one_period(title, year)
    # 本月目标 in a table of September is the goal for September.
    month = in_title.last if in_title and in_title != Period(year) else None
    plan = _one_period(printed.get(Field.GOAL, ""), year, month=month) or _one_period(
        printed.get(Field.ITEM, ""), year, month=month
    )
    if plan is None and title and (Field.GOAL in fields or not fields & {Field.PROGRESS}):
        plan = Period(year)
    report = _one_period(printed.get(Field.PROGRESS, ""), year, month=month)
    if report is None and Field.PROGRESS in fields and in_title and in_title != Period(year):
        report = in_title
    if report is None and Field.PROGRESS in fields and plan and plan != Period(year):
        report = plan
    return plan, report, inferred


def _year(title: str, body: Iterable[str], dates: Sequence[str]) -> tuple[int | None, bool]:
    if in_title := _YEAR.search(title):
        return int(in_title[1]), False
    if named := Counter(year for text in body for year in _YEAR.findall(text)):
        return int(named.most_common(1)[0][0]), True
    years = [int(d[:4]) for d in dates if re.match(r"[12][0-9]{3}-", d)]
    return (years[0], True) if years else (None, False)


def _one_period(text: str, year: int, *, month: int | None = None) -> Period | None:
    """Give the narrowest period a title or header word names; `month` is that of the title."""
    found = [period for _, period in find_periods(text, year=year, month=month)]
    return min(found, key=lambda p: p.last - p.first, default=None)
