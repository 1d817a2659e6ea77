"""Units: the measure words and units of the tables, their families, and the words around them."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as printed; `size` is how many of the first unit of its family it holds."""

    name: str
    family: str
    size: Fraction
    whole: bool  # counts things: no half of one
    chinese: bool  # read after a Chinese numeral too
    signed: bool  # may fall below nothing: -3.2%


@dataclass(frozen=True, slots=True)
class Words:
    """The tables of units.toml, arranged for looking up by the first character."""

    units: Mapping[str, Unit]
    names: Mapping[str, tuple[str, ...]]  # first character → its units, longest first
    per: tuple[str, ...]
    counted: Mapping[str, tuple[str, ...]]
    not_after: Mapping[str, tuple[str, ...]]
    boundary_only: frozenset[str]
    boundary_words: tuple[str, ...]
    needs: Mapping[str, tuple[str, ...]]
    chinese_names: Mapping[str, tuple[str, ...]]
    before: frozenset[str]
    before_one: frozenset[str]
    letters: tuple[str, ...]
    names_before: tuple[str, ...]
    rank: tuple[str, ...]
    rank_units: frozenset[str]
    left: Mapping[str, str]
    left_not: Mapping[str, tuple[str, ...]]
    right: Mapping[str, str]
    round_up: tuple[str, ...]  # before a bare 百, 千, 万: at least
    round_up_not: tuple[str, ...]
    fraction_before: tuple[str, ...]
    no_range_after: tuple[str, ...]
    never: frozenset[str]
    actions: tuple[str, ...]


@cache
def load_words() -> Words:
    """Load the table of units and the words around them."""
    text = (files("shishi") / "data" / "units.toml").read_text(encoding="utf-8")
    data: dict[str, Any] = tomllib.loads(text)
    units = {unit.name: unit for unit in _units(data["family"])}
    shut, names, left = data["boundary_only"], data["chinese_names"], dict(data["left"])
    left_not = left.pop("not")
    not_after = {unit: tuple(words) for unit, words in data["not_after"].items() if words}
    return Words(
        units=units,
        names=by_first(units),
        per=tuple(sorted(data["compound"]["per"], key=len, reverse=True)),
        counted=by_first(data["counted"]["nouns"]),
        not_after=not_after,
        boundary_only=frozenset(shut["units"]),
        boundary_words=tuple(shut["also"]),
        needs={unit: tuple(words) for unit, words in data["needs"].items()},
        chinese_names=by_first(names["words"]),
        before=frozenset(names["before"]),
        before_one=frozenset(names["before_one"]),
        letters=tuple(data["letters"]["allowed"]),
        names_before=tuple(data["names_before"]["words"]),
        rank=tuple(data["rank"]["words"]),
        rank_units=frozenset(data["rank"]["units"]),
        left={word: sign for sign, words in left.items() for word in words},
        left_not={word: tuple(others) for word, others in left_not.items()},
        right={word: sign for sign, words in data["right"].items() for word in words},
        round_up=tuple(data["round"]["at_least"]),
        round_up_not=tuple(data["round"]["at_least_not"]),
        fraction_before=tuple(data["fraction"]["before"]),
        no_range_after=tuple(data["range"]["not_after"]),
        never=frozenset(data["unknown"]["never"]),
        actions=tuple(data["unknown"]["actions"]),
    )


def _units(families: Mapping[str, Any]) -> Iterable[Unit]:
    for family, entry in families.items():
        chinese, whole = frozenset(entry.get("chinese", ())), entry.get("whole", False)
        signed = entry.get("signed", False)
        sizes = (
            entry["units"] if isinstance(entry["units"], dict) else dict.fromkeys(entry["units"], 1)
        )
        for name, size in sizes.items():
            yield Unit(name, family, Fraction(str(size)), whole, name in chinese, signed)


def by_first(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Arrange words by their first character, the longest first, so that few are looked at."""
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[0], []).append(word)
    return {c: tuple(sorted(group, key=len, reverse=True)) for c, group in groups.items()}


def by_last(words: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Arrange words by their last character, the longest first."""
    return {
        end: tuple(sorted((w for w in words if w[-1] == end), key=len, reverse=True))
        for end in {word[-1] for word in words}
    }


def family_of(unit: str) -> str:
    """Name the family of a unit, a compound one by both its parts; "" for one not in the table.

    >>> family_of("平米"), family_of("吨/日"), family_of("箱位")
    ('area', 'weight/日', '')
    """
    units = load_words().units
    head, slash, per = unit.partition("/")
    return units[head].family + slash + per if head in units else ""


def ratio(unit: str, other: str) -> Fraction | None:
    """Say how many `other` one `unit` holds; None if they cannot be compared.

    >>> ratio("公里", "米"), ratio("亩", "公里")
    (Fraction(1000, 1), None)
    """
    family = family_of(unit)
    if not family or family != family_of(other):
        return None
    units = load_words().units
    return units[unit.partition("/")[0]].size / units[other.partition("/")[0]].size
