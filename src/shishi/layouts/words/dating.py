"""Dated header words: of several columns with one meaning the latest counts, and the goal of its time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from shishi.layouts.words.vocabulary import HeaderWord, is_year
from shishi.records import Field
from shishi.text.periods import Period, find_periods

_SURER = 2
_FEWEST = 2
_NOW = ("本", "当")
_SO_FAR = ("累计", "截至目前", "截止目前", "目前累计")
_YEARS = ("年度", "全年", "年")
_NOTHING = ("other", 5)
_ANY_YEAR = 2000
_HALF, _YEAR = 6, 11
"""So many months lie between the first and the last one of a year."""
Dated = tuple[Period, int]
"""The period of a header word, and which word it is."""


def prefer_latest(words: Sequence[HeaderWord], report: Period | None = None) -> list[HeaderWord]:
    """Let the latest of several dated columns of progress claim it most strongly.

    Where none of them is of the month of the page (`report`), the one without a date does.
    Of several dated goals it is the one of the same time: what was done by September is not held
    against the goal of August. Where the progress has no date the page's own period counts (`report`);
    where that tells nothing either, which goal is meant is not sure.

    >>> from shishi.layouts.words.vocabulary import known_word
    >>> words = [known_word(w) for w in "8月目标 8月完成情况 9月目标 9月完成情况".split()]
    >>> [w.claims[0] for w in prefer_latest(words) if w.claims[0][1] > 8]
    [('goal', 10), ('progress', 10)]
    >>> words = [known_word(w) for w in "一季度目标 二季度目标 进展情况".split()]
    >>> [w.sure for w in prefer_latest(words)]
    [False, False, True]
    """
    claimed = [w.claims[0][0] if w.claims else "" for w in words]
    goals, done = (
        [(period, at) for period, at in _dated(words, report) if claimed[at] == name]
        for name in (Field.GOAL, Field.PROGRESS)
    )
    latest = _latest(done, report)
    chosen = {latest[1]} if latest and len(done) >= _FEWEST else set()
    told = latest[0] if latest else report
    now = [at for at, name in enumerate(claimed) if name == Field.PROGRESS and not words[at].period]
    if done and report and len(now) == 1 and not any(_spans(p, report) for p, _ in done):
        chosen, told = set(now), report  # 1-3月进展情况 beside 进展情况 on a page of April
    about = [(p.last - p.first, at) for p, at in goals if told and _spans(p, told)]
    shorter = [at for p, at in goals if p.last - p.first < _YEAR]
    unsure: set[int] = set()
    if len(goals) >= _FEWEST and about:
        chosen.add(min(about)[1])
    elif len(shorter) >= _FEWEST and Field.PROGRESS in claimed:
        unsure = set(shorter)
    elif len(shorter) >= _FEWEST:
        chosen |= _of_the_year(words, claimed)
    so_far, months = _so_far(words, claimed)
    chosen |= so_far
    surer = [_surer(word) if at in chosen else word for at, word in enumerate(words)]
    surer = [replace(w, claims=(_NOTHING,)) if at in months else w for at, w in enumerate(surer)]
    return [replace(word, sure=False) if at in unsure else word for at, word in enumerate(surer)]


def _of_the_year(words: Sequence[HeaderWord], claimed: Sequence[str]) -> set[int]:
    """Choose the goal of the whole year, which a plan is about, beside those of its quarters."""
    goals = {at for at, name in enumerate(claimed) if name == Field.GOAL}
    whole = {at for at in goals if words[at].printed.startswith(_YEARS)}
    whole = whole or {at for at in goals if not words[at].period}
    return whole if len(whole) == 1 else set()


def _so_far(words: Sequence[HeaderWord], claimed: Sequence[str]) -> tuple[set[int], set[int]]:
    """Choose what was done so far over what was done this month, which is held against no goal of its own.

    Both are given: the one that counts, and those of the month, which are nothing else either.
    """
    done = [at for at, name in enumerate(claimed) if name == Field.PROGRESS]
    months = [at for at in done if words[at].period.startswith(_NOW)]
    so_far = [at for at in done if words[at].printed.startswith(_SO_FAR)]
    of_month = any(
        word.period.startswith(_NOW) and name == Field.GOAL
        for word, name in zip(words, claimed, strict=True)
    )
    if not months or len(so_far) != 1 or of_month:
        return set(), set()
    return set(so_far), set(months)


def _latest(done: Sequence[Dated], report: Period | None) -> Dated | None:
    """Choose the latest; one much later to the left of the page's own month is of the year before: 12月, 3月."""
    latest = max(done, key=_end, default=None)
    if latest is None or report is None:
        return latest
    period, at = latest
    behind = (d for d in done if d[1] > at and period.last - d[0].last > _HALF)
    return max((d for d in behind if _spans(d[0], report)), key=_end, default=latest)


def _dated(words: Sequence[HeaderWord], report: Period | None) -> Iterator[Dated]:
    year = report.year if report else _ANY_YEAR
    for index, word in enumerate(words):
        periods = find_periods(word.period, year=year) if word.period and word.claims else []
        if periods:
            yield periods[-1][1], index


def _end(dated: Dated) -> tuple[int, int, int]:
    period, index = dated
    return period.year, period.last, index


def _spans(goal: Period, done: Period) -> bool:
    same = _ANY_YEAR in (goal.year, done.year) or goal.year == done.year
    return same and goal.first <= done.last <= goal.last


def are_apart(one: str, other: str) -> bool:
    """Tell two printed periods neither of which lies within the other; what is no period is as it is spelt.

    Years count where both print one; a word for a year spans all times of any.

    >>> are_apart("2月", "2月份"), are_apart("2月", "一季度"), are_apart("2月", "3月")
    (False, False, True)
    """
    found = [find_periods(text, year=_ANY_YEAR) for text in (one, other)]
    years = [{p.year for _, p in f} - {_ANY_YEAR} for f in found]
    if all(years) and years[0].isdisjoint(years[1]):
        return True
    if not all(found):
        return one != other and not (is_year(one) or is_year(other))
    inner, outer = sorted((f[-1][1] for f in found), key=lambda p: p.last - p.first)
    return not outer.first <= inner.first <= inner.last <= outer.last


def spans_report(period: str, report: Period | None) -> bool:
    """Tell whether the period of a column is the one that the report of the page is about, where there is one."""
    own = find_periods(period, year=_ANY_YEAR) if report else ()
    return any(report and _spans(p, report) for _, p in own)


def is_part(period: str, others: Iterable[str], report: Period | None) -> bool:
    """Tell the period of one column of several for parts of a year, none of which the report of the page is about.

    >>> is_part("一季度", ["二季度"], None), is_part("三季度", ["二季度"], Period(2031, 9, 9))
    (True, False)
    """
    own = [p for _, p in find_periods(period, year=_ANY_YEAR)]
    beside = [p for other in others for _, p in find_periods(other, year=_ANY_YEAR)]
    if spans_report(period, report):
        return False
    return any(p.last - p.first < _YEAR for p in own) and any(p not in own for p in beside)


def report_of(titles: Iterable[str]) -> Period | None:
    """Give the period that the titles of a page name, None where they name none or several.

    >>> str(report_of(["2031年云溪区民生实事项目9月进度表"])), report_of(["2031年度项目表"])
    ('2031-09', None)
    """
    found = {p for title in titles for _, p in find_periods(title, year=_ANY_YEAR)}
    short = {p for p in found if p.last - p.first < _YEAR}
    if len({p.last for p in short}) != 1:
        return None
    report, years = max(short, key=lambda p: p.year), {p.year for p in found - short}
    return replace(report, year=max(years)) if years and report.year == _ANY_YEAR else report


def _surer(word: HeaderWord) -> HeaderWord:
    (name, strength), *rest = word.claims
    return replace(word, claims=((name, strength + _SURER), *rest))
