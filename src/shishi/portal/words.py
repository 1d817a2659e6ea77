"""The words of the public site in one language: labels, sentences, periods and days."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from importlib.resources import files

from shishi.rules.titles import title_of
from shishi.text.periods import Period

LANGUAGES = ("zh", "en")


@cache
def load_words() -> dict[str, dict[str, dict[str, str]]]:
    """Load the words: group → name → {"zh": …, "en": …}."""
    file = files("shishi") / "data" / "portal" / "words.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def words_of(language: str) -> Words:
    """Give the words of a language, "zh" or "en"."""
    return Words(language)


class Words:
    """The words of one language. Names that are not in data/portal/words.toml raise KeyError."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.labels: Mapping[str, str] = self._group("labels")
        self.means: Mapping[str, str] = self._group("means")
        self.comparators: Mapping[str, str] = self._group("comparators")
        self._sentences = self._group("sentences")
        self._times = self._group("times")
        self._names = self._group("names")
        self._period = cache(self._spell_period)

    def say(self, name: str, /, **facts: object) -> str:
        """Give a sentence with its facts filled in.

        >>> words_of("zh").say("count_items", count=35)
        '共35项'
        """
        return self._sentences[name].format_map(facts)

    def period(self, period: str) -> str:
        """Spell a period of the exchange format.

        >>> [words_of("zh").period(p) for p in ("2024-10", "2024Q4", "2024-01..2024-03", "2024H1", "2024")]
        ['2024年10月', '2024年四季度', '2024年1—3月', '2024年上半年', '2024年']
        >>> words_of("en").period("2024-10"), words_of("en").period("2024Q4")
        ('October 2024', 'Q4 2024')
        """
        return self._period(period)

    def short(self, period: str) -> str:
        """Spell a period without its year, for the head of a column.

        >>> words_of("zh").short("2024-10"), words_of("en").short("2024-10"), words_of("en").short("2024Q4")
        ('10月', 'Oct', 'Q4')
        """
        known = Period.parse(period)
        if known.first == known.last:
            return self._say("short_month", number=known.last, name=self._month(known.last)[:3])
        if known.last - known.first == 2 and known.last % 3 == 0:
            number = known.last // 3
            name = self._name("quarters", number)
            return self._say("short_quarter", number=number, name=name)
        return self.period(period)

    def rule(self, code: str) -> str:
        """Name a rule in words; one that is gone by its code."""
        return title_of(code, self.language)

    def day(self, told: str) -> str:
        """Spell an ISO date, with the time where it has one; "" stays "".

        >>> words_of("zh").day("2024-11-28T15:50+08:00"), words_of("en").day("2024-11-28")
        ('2024年11月28日 15:50', '28 November 2024')
        """
        if not told:
            return ""
        day = date.fromisoformat(told[:10])
        spelt = self._say(
            "day", year=day.year, month=day.month, day=day.day, name=self._month(day.month)
        )
        return f"{spelt} {datetime.fromisoformat(told):%H:%M}" if "T" in told else spelt

    def _spell_period(self, period: str) -> str:
        known = Period.parse(period)
        length, spelt = known.last - known.first + 1, str(known)
        if length == 12:
            return self._say("year", year=known.year)
        if length == 1:
            return self._say("month", year=known.year, name=self._month(known.first))
        if "H" in spelt:
            return self._say(
                "half", year=known.year, name=self._name("halves", known.first // 6 + 1)
            )
        if "Q" in spelt:
            number = known.last // 3
            name = self._name("quarters", number)
            return self._say("quarter", year=known.year, number=number, name=name)
        first, last = self._month(known.first), self._month(known.last)
        return self._say("months", year=known.year, first=first, last=last)

    def _month(self, number: int) -> str:
        return self._name("months", number)

    def _name(self, group: str, number: int) -> str:
        """Give the name of a number: parted by commas, or one character each, or the digits."""
        told = self._names[group]
        names = told.split(",") if "," in told else list(told)
        return names[number - 1] if names else str(number)

    def _say(self, form: str, /, **facts: object) -> str:
        return self._times[form].format_map(facts)

    def _group(self, group: str) -> dict[str, str]:
        return {name: both[self.language] for name, both in load_words()[group].items()}
