"""Series: a year's number, period by period, as planned and as reported, counted since January."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from shishi.assessment.reasons import Reason
from shishi.matching.goals.clauses import split_topics
from shishi.matching.goals.numbers import Number, in_first_unit, is_same_matter, list_numbers
from shishi.matching.goals.pairing import Found, pair_numbers
from shishi.matching.goals.preparing import counts_finished
from shishi.measures import measure
from shishi.measures.measure import Basis, Kind, Measure
from shishi.measures.units import load_words
from shishi.places import Place, Text
from shishi.records import Field, Record
from shishi.text.characters import Script, fold
from shishi.text.periods import Period

_COUNTED = frozenset({Kind.COUNT, Kind.MONEY})
_ALL = Decimal(100)
_UP_TO = re.compile(r"(?<![0-9至到~—–-])([0-9]{1,2})月[底末]?累计")


@dataclass(frozen=True, slots=True)
class Point:
    """What was planned and what was reported up to the end of a period; None where nobody can say.

    Numbers are in the unit of the series, counts since January. `reasons` say why one is None.
    """

    period: Period
    planned: Decimal | None = None
    actual: Decimal | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """One number of the item over the year; `points` are in the order of their periods.

    `asked` is the number as the item prints it. The share of the works, which an item seldom prints,
    has none: its `target` is 100 and its `unit` %.
    """

    asked: Measure | None
    target: Decimal
    unit: str
    kind: Kind
    points: tuple[Point, ...]

    @property
    def reported(self) -> tuple[Point, ...]:
        """The points with a reported number."""
        return tuple(point for point in self.points if point.actual is not None)


@dataclass(frozen=True, slots=True)
class Account:
    """What one text of one period counts: a goal's, or a report's."""

    period: Period
    is_goal: bool
    numbers: tuple[Number, ...]


def draw_series(
    item: str,
    *,
    goals: Mapping[Period, str],
    reports: Mapping[Period, str],
    script: Script = Script.SIMPLIFIED,
) -> tuple[Series, ...]:
    """Draw one series for each number of an item, and one for the share of the works where it is told.

    `goals` and `reports` are the texts by their period, in any order. Nothing is raised for texts in
    which nothing is counted.

    >>> may, june = Period(2031, 5, 5), Period(2031, 6, 6)
    >>> (bridges,) = draw_series("修桥60座", goals={june: "累计修桥30座。"},
    ...     reports={may: "累计修桥21座。", june: "累计修桥26座。"})
    >>> [(str(p.period), str(p.planned), str(p.actual)) for p in bridges.points]
    [('2031-05', 'None', '21'), ('2031-06', '30', '26')]
    """
    told = [(period, True, text) for period, text in goals.items()]
    told += [(period, False, text) for period, text in reports.items()]
    year = min((period.year for period, _, _ in told), default=None)
    promised = _read_numbers(item, year=year, script=script, goal=True)
    return trace(
        promised,
        [
            Account(p, goal, _read_numbers(text, year=p.year, script=script, goal=goal))
            for p, goal, text in told
        ],
    )


def trace(promised: Sequence[Number], accounts: Sequence[Account]) -> tuple[Series, ...]:
    """Trace each number that an item promises through the accounts of its year; see draw_series."""
    ordered = sorted(accounts, key=lambda a: (a.period.year, a.period.last, a.period.first))
    traces = [_Trace(number.measure) for number in promised]
    works = _Trace(None)
    for account in ordered:
        pairings = pair_numbers(promised, account.numbers, whole_year=True)
        for one, pairing in zip(traces, pairings, strict=True):
            found = pairing.answers if pairing.found is Found.ANSWER else ()
            kept = [n for n in found if is_same_matter(pairing.goal, n)]
            counted = [n for n in kept if account.is_goal or counts_finished(pairing.goal, n)]
            one.add(_date(account, counted), [n.measure for n in counted])
        shares = [n.measure for n in account.numbers if n.measure.kind is Kind.WORKS]
        if shares:
            works.add(account, shares)
    return tuple(t.finish() for t in (*traces, works) if t.points)


def _date(account: Account, found: Sequence[Number]) -> Account:
    """Date an account back that tells of an earlier month: 2月累计8座 in a report of the first quarter."""
    months = {int(m) for n in found for m in _UP_TO.findall(n.clause.text)}
    month = months.pop() if len(months) == 1 else account.period.last
    if not account.period.first <= month < account.period.last:
        return account
    return replace(account, period=Period(account.period.year, account.period.first, month))


@dataclass(slots=True)
class _Trace:
    asked: Measure | None
    points: dict[Period, Point] = field(default_factory=dict)
    sums: dict[bool, tuple[int, Decimal]] = field(default_factory=dict)  # goal? → last month, sum

    def add(self, account: Account, found: Sequence[Measure]) -> None:
        """Add what one account tells; several different numbers tell nothing."""
        point = self.points.get(account.period, Point(account.period))
        value, why = self._read(account, found)
        planned = value if account.is_goal else point.planned
        actual = point.actual if account.is_goal else value
        reasons = (*point.reasons, why) if why else point.reasons
        self.points[account.period] = Point(account.period, planned, actual, reasons)

    def _read(
        self, account: Account, found: Sequence[Measure]
    ) -> tuple[Decimal | None, Reason | None]:
        facts: dict[str, object] = {"period": str(account.period)}
        if not found:
            return None, Reason("point-unanswered", facts)
        if len({m.value for m in found}) > 1:
            return None, Reason("point-several", facts)
        value = self._in_unit(found[0])
        facts["number"] = found[0].text
        if found[0].kind not in _COUNTED:
            return value, None
        total = self._total(account, found[0].basis, value)
        if total is None:
            return None, Reason("point-basis", facts)
        self.sums[account.is_goal] = (account.period.last, total)
        return total, None

    def _in_unit(self, found: Measure) -> Decimal:
        if self.asked is None or self.asked.unit == found.unit:
            return found.value
        value = in_first_unit(found) / load_words().units[self.asked.unit].size
        return Decimal(value.numerator) / Decimal(value.denominator)

    def _total(self, account: Account, basis: Basis, value: Decimal) -> Decimal | None:
        """Give the count since January; None where it is not known what the number covers.

        What counts the months from January on is the total; what counts its period is added to the
        total of the months before, where that is known.
        """
        period = account.period
        if basis is Basis.CUMULATIVE:
            return value
        whole = period.last - period.first > 0
        if period.first == 1 and not (basis is Basis.PERIOD and whole):
            return value
        last, total = self.sums.get(account.is_goal, (0, Decimal(0)))
        if basis is Basis.PERIOD and not whole and last == period.first - 1:
            return total + value
        return None

    def finish(self) -> Series:
        points = tuple(self.points[period] for period in _in_order(self.points))
        if self.asked is None:
            return Series(None, _ALL, "%", Kind.WORKS, points)
        return Series(self.asked, self.asked.value, self.asked.unit, self.asked.kind, points)


def _in_order(periods: Iterable[Period]) -> list[Period]:
    return sorted(periods, key=lambda p: (p.year, p.last, -p.first))


def _read_numbers(text: str, *, year: int | None, script: Script, goal: bool) -> tuple[Number, ...]:
    """Read the numbers of a text by itself, as those of a cell."""
    place = Place()
    record = Record(
        1,
        place,
        texts={Field.PROGRESS: Text(text, place)},
        folded={Field.PROGRESS: fold(text, script)},
    )
    measured = measure(record, year=year)
    topics = split_topics(record, Field.PROGRESS, measured.of(Field.PROGRESS))
    return list_numbers(topics, goal=goal)
