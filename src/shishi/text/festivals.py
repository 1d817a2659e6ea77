"""Festivals: the days that a plan counts from (春节前, 国庆期间), by data/festivals.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files


@cache
def load_festivals() -> Mapping[str, Mapping[int, date]]:
    """Load the days: festival → year → day.

    >>> str(load_festivals()["春节"][2024])
    '2024-02-10'
    """
    text = (files("shishi") / "data" / "festivals.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    days: dict[str, dict[int, date]] = {
        name: {day.year: day for day in map(date.fromisoformat, listed)}
        for name, listed in data["dated"].items()
    }
    years = range(1990, 2100)
    for name, day in data["fixed"].items():
        days[name] = {year: date.fromisoformat(f"{year}-{day}") for year in years}
    return days


def festival_day(name: str, *, year: int, month: int | None) -> date | None:
    """Give the day of a festival that a page of this year and month means; None where not known.

    One in the first months of a year is the next to come: in October 春节前 means next year, and so
    does 元旦前 in a plan of the whole year.

    >>> str(festival_day("春节", year=2024, month=10)), str(festival_day("国庆", year=2024, month=11))
    ('2025-01-29', '2024-10-01')
    """
    days = load_festivals()[name]
    day = days.get(year)
    if day is None:
        return None
    first_of_year = (day.month, day.day) == (1, 1)
    over = first_of_year if month is None else day.month < month
    return days.get(year + 1) if over and day.month <= 2 else day
