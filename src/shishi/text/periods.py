"""Periods of a plan: a year, a half, a quarter, a month, a run of months."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from shishi.text.festivals import festival_day, load_festivals
from shishi.text.numerals import read_chinese

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Whole months of one year, first to last, both included. str() gives the exchange form.

    `run` remembers that the page said 1-3月 and not 一季度: the same months, spelt differently.

    >>> str(Period(2024)), str(Period(2024, 10, 12)), str(Period(2024, 10, 10)), str(Period(2024, 1, 3, run=True))
    ('2024', '2024Q4', '2024-10', '2024-01..2024-03')
    """

    year: int
    first: int = 1
    last: int = 12
    run: bool = field(default=False, compare=False)

    @property
    def start(self) -> date:
        """The first day."""
        return date(self.year, self.first, 1)

    @property
    def end(self) -> date:
        """The last day."""
        following = date(self.year + self.last // 12, self.last % 12 + 1, 1)
        return date.fromordinal(following.toordinal() - 1)

    def __str__(self) -> str:
        """Spell the period as the exchange format does."""
        if self.first == self.last:
            return f"{self.year}-{self.first:02}"
        if not self.run:
            if (self.first, self.last) == (1, 12):
                return str(self.year)
            if self.last - self.first == 5 and self.first in (1, 7):
                return f"{self.year}H{(self.first + 5) // 6}"
            if self.last - self.first == 2 and self.first % 3 == 1:
                return f"{self.year}Q{(self.first + 2) // 3}"
        return f"{self.year}-{self.first:02}..{self.year}-{self.last:02}"

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read the exchange form back. Raises ValueError for anything else.

        >>> [str(Period.parse(s)) for s in ("2024", "2024H2", "2024Q4", "2024-01..2024-03")]
        ['2024', '2024H2', '2024Q4', '2024-01..2024-03']
        """
        match = _EXCHANGE.fullmatch(text)
        if not match or int(match["until"] or 12) < int(match["month"] or 1):
            raise ValueError(f"text must be like 2024, 2024H1, 2024Q4 or 2024-10, not {text!r}")
        year, month, until = int(match["year"]), match["month"], match["until"]
        if part := match["half"] or match["quarter"]:
            months = 6 if match["half"] else 3
            return cls(year, months * (int(part) - 1) + 1, months * int(part))
        if not month:
            return cls(year)
        return cls(year, int(month), int(until or month), run=bool(until))


_TWO = "(?:0[1-9]|1[0-2])"
_EXCHANGE = re.compile(
    rf"(?P<year>[0-9]{{4}})(?:H(?P<half>[12])|Q(?P<quarter>[1-4])"
    rf"|-(?P<month>{_TWO})(?:\.\.(?P=year)-(?P<until>{_TWO}))?)?"
)


def _year_pattern(tag: str) -> str:
    return (
        rf"(?:(?P<year{tag}>(?:19|20)[0-9]{{2}}|二[〇零][一二三四五六七八九〇零]{{2}})年度?"
        rf"|(?P<near{tag}>[今本明去上])年)"
    )


_NUMBER = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:[1-9]|[12][0-9]|3[01]|0[1-9])"
_PATTERN = re.compile(
    rf"(?:截至|截止)?(?P<iso>(?:19|20)[0-9]{{2}})(?P<sep>[-./])(?P<imonth>{_TWO}|[1-9])(?:(?P=sep)(?:{_TWO}|{_DAY}))?(?![0-9%])月?"
    r"|(?P<years>(?:19|20)[0-9]{2}年?[-~—–－至到]{1,2}(?:19|20)[0-9]{2}年)"
    rf"|(?:截至|截止)?(?:{_year_pattern('')}\s?的?)?(?:"
    rf"(?P<from>{_NUMBER}|元)月?(?:[-~—–－]{{1,2}}|至|到)(?P<to>{_NUMBER})月份?"
    rf"|(?P<month>{_NUMBER})月(?!亮)(?:份|{_DAY}[日号])?(?:(?:底|末|初(?![设步验审评级中])|[上中下]旬)?之?前?)"
    r"|第?(?P<quarter>[一二三四1-4])季度(?:[底末初]?前?)"
    r"|(?P<quarters>前[两二三]季度|[一1][至到-]三季度)"
    r"|(?P<half>[上下])半年(?:[底末]?前?)"
    r"|(?P<moon>[本当次]|[上下]个?|(?<![0-9一二三四五六七八九十元每个几半数])(?=月[底末内]))月份?(?:[底末初内]|[上中下]旬)?之?前?"
    r"|(?P<season>[本当上下])季(?!节)度?(?:[底末内]?前?)"
    rf"|(?P<feast>{'|'.join(sorted(load_festivals(), key=len, reverse=True))})(?:假期)?(?P<feasting>前|期间)"
    r"|(?P<all>全年|年内|年底前?|年末前?|年度内)"
    r")|(?:截至|截止)?" + _year_pattern("_") + r"(?:[底末]?前?)"
)
# Where a match of _PATTERN can begin: sought first, because trying its alternatives everywhere takes a
# hundred times as long. It begins with one set of characters, which the engine finds fast.
_COUNTED, _JOINING = "一二三四五六七八九十元", "~—–－至到-"
_OTHERS = "今本明去上下第前当次全"
_FEASTS = [(feast[0], feast[1:]) for feast in sorted(load_festivals())]
_BEGIN = re.compile(
    f"[0-9{_COUNTED}截月年{_OTHERS}{''.join(first for first, _ in _FEASTS)}]"
    f"(?:(?<=[0-9])(?=[0-9]{{0,3}}[./年月季{_JOINING}])"
    f"|(?<=[{_COUNTED}])(?=[{_COUNTED}〇零]{{0,4}}[年月季{_JOINING}])"
    f"|(?<=截)(?=[至止])|(?<=月)(?=[底末内])|(?<=年)(?=[底末内度])|(?<=[{_OTHERS}])"
    f"|{'|'.join(f'(?<={first})(?={rest})' for first, rest in _FEASTS)})"
)
_STEPS = {"上": -1, "下": 1, "次": 1}
_NEAR = {"今": 0, "本": 0, "明": 1, "去": -1, "上": -1}


def find_periods(
    text: str, *, year: int | None, month: int | None = None
) -> list[tuple[Span, Period]]:
    """Find the stretches of time that a plain text names, in reading order, as whole months.

    `year` is the page's year, for 10月 or 年内; with None only what names its own year is found.
    `month` is the month it reports on, for 本月, 月底前, 下季度; with None those are left out. Days are
    dropped (10月31日 is October, 春节前 the month of the day before), 底、前、截至 belong to the span. A
    span of several years (2023—2025年) is no Period and is left out.

    >>> [(s, str(p)) for s, p in find_periods("一季度开工,7月底前完工", year=2024)]
    [((0, 3), '2024Q1'), ((6, 10), '2024-07')]
    """
    return list(_periods(text, year, month))


def parse_period(text: str, *, year: int | None = None) -> Period:
    """Read one period that is the whole text. Raises ValueError for anything else.

    >>> str(parse_period("2024年1-3月"))
    '2024-01..2024-03'
    """
    printed = text.strip()
    for span, period in _periods(printed, year, None):
        if span == (0, len(printed)):
            return period
    raise ValueError(f"text must be one period, with its year or a year given, not {text!r}")


def _periods(text: str, year: int | None, month: int | None) -> Iterator[tuple[Span, Period]]:
    for match in _matches(text):
        start = match.start()
        before = text[start - 1 : start]
        if match["years"] or (before in _JOINED and not _MARKER.search(text, 0, start)):
            continue
        near = match["moon"] is not None or match["season"] or match["feast"]
        period = _near_period(match, year, month) if near else _period(match, year)
        if period is not None:
            yield match.span(), period


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Yield what _PATTERN.finditer(text) gives."""
    at = 0
    while begin := _BEGIN.search(text, at):
        match = _PATTERN.match(text, begin.start())
        at = match.end() if match else begin.end()
        if match:
            yield match


# 1024日 is the rest of a longer number; 每年底 and 三个月 name no one time.
_JOINED = frozenset("0123456789.-/第个每")
_MARKER = re.compile(r"(?:^|[\s;;。])[1-9][0-9]?\.$")  # 1.3月初: a list marker, then the month


def _period(match: re.Match[str], page_year: int | None) -> Period | None:
    year = _year(match, page_year)
    if year is None:
        return None
    if month := match["imonth"] or match["month"]:
        return Period(year, _month(month), _month(month))
    if match["to"]:
        first, last = _month(match["from"]), _month(match["to"])
        return Period(year, first, last, run=True) if first <= last else None
    if quarter := match["quarter"]:
        number = _month(quarter)
        return Period(year, 3 * number - 2, 3 * number)
    if quarters := match["quarters"]:
        return Period(year, 1, 9 if "三" in quarters else 6, run=True)
    if half := match["half"]:
        return Period(year, 1, 6) if half == "上" else Period(year, 7, 12)
    return Period(year)


def _near_period(match: re.Match[str], year: int | None, month: int | None) -> Period | None:
    """Read 本月, 下季度 and 春节前 by the year and month of the page."""
    if year is None:
        return None
    if feast := match["feast"]:
        day = festival_day(feast, year=year, month=month)
        if day is None:
            return None
        if match["feasting"] == "前":
            day -= timedelta(days=1)
        return Period(day.year, day.month, day.month)
    if month is None:
        return None
    if (moon := match["moon"]) is not None:
        month += _STEPS.get(moon[:1], 0)
        return Period(year + (month - 1) // 12, (month - 1) % 12 + 1, (month - 1) % 12 + 1)
    quarter = (month - 1) // 3 + _STEPS.get(match["season"], 0)
    year, first = year + quarter // 4, 3 * (quarter % 4) + 1
    return Period(year, first, first + 2)


def _year(match: re.Match[str], page_year: int | None) -> int | None:
    printed = match["iso"] or match["year"] or match["year_"]
    if printed:
        return int(printed) if printed.isascii() else int(read_chinese(printed) or 0)
    near = match["near"] or match["near_"]
    return None if page_year is None else page_year + _NEAR.get(near or "今", 0)


def _month(text: str) -> int:
    return 1 if text == "元" else int(text) if text.isascii() else int(read_chinese(text) or 0)
