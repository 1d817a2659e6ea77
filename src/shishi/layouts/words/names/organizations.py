"""The words that names of units, groups and people are made of: data/organizations.toml, loaded once."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

DISTRICTS = "区县市旗州盟"
"""What districts are called, as it stands before the names of their units: 区公安局, 旗公安局."""


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of data/organizations.toml, as sets where they are looked up."""

    suffixes: tuple[str, ...]
    not_before: tuple[str, ...]
    halves: tuple[str, ...]  # what the rest of such a name begins with
    like_and: tuple[str, ...]  # what begins like "and" and is the name of a place
    behind_and: tuple[str, ...]  # what is one word behind "and", where a place may seem to begin
    bodies: tuple[str, ...]  # what names of places end with that may stand in a list of units
    numbered: tuple[str, ...]  # what ends such a name behind a number
    over_regiments: tuple[str, ...]  # what the name of a regiment stands behind as a part of it
    farms: frozenset[str]  # what ends like a unit's name and is no rest of one
    of_places: frozenset[str]  # what governs a place, and is named with it
    places: tuple[str, ...]  # what the names of such places end with
    builders: tuple[str, ...]  # whose names may begin like a task: 建设投资公司
    no_ends: tuple[str, ...]  # what ends like a unit's name and is the half of one
    never_inside: tuple[str, ...]
    organs: tuple[str, ...]  # what belongs to a committee of the Party
    groups: frozenset[str]
    open_ends: tuple[str, ...]
    surnames: frozenset[str]
    of_themes: frozenset[str]  # surnames that themes may begin with as well
    offices: tuple[str, ...]
    levels: frozenset[str]
    blank_marks: frozenset[str]
    totals: frozenset[str]
    anchors: tuple[str, ...]  # what the name of a unit may end with where no separator follows
    usual: tuple[str, ...]  # the names that most districts have
    remarks: frozenset[str]  # what a remark of one word says
    lights: frozenset[str]  # statuses that are colours
    no_level: frozenset[str]  # what makes another word of 区, 县 and 市 behind it


@cache
def _data() -> dict[str, Any]:
    file = files("shishi") / "data" / "organizations.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def load_words() -> Words:
    """Load the word lists once."""
    data = _data()
    return Words(
        suffixes=tuple(data["suffixes"]),
        not_before=tuple(data["not_before"]),
        halves=tuple(data["halves"]),
        like_and=tuple(data["like_and"]),
        behind_and=tuple(data["behind_and"]),
        bodies=tuple(data["bodies"]),
        numbered=tuple(data["numbered"]),
        over_regiments=tuple(data["over_regiments"]),
        farms=frozenset(data["farms"]),
        of_places=frozenset(data["of_places"]),
        places=tuple(data["places"]),
        builders=tuple(data["builders"]),
        no_ends=tuple(data["no_ends"]),
        never_inside=tuple(data["never_inside"]),
        organs=tuple(data["organs"]),
        groups=frozenset(data["groups"]),
        open_ends=tuple(sorted(data["open_ends"], key=len, reverse=True)),
        surnames=frozenset(data["surnames"]) | frozenset(data["compound_surnames"]),
        of_themes=frozenset(data["of_themes"]),
        offices=tuple(data["offices"]),
        levels=frozenset(data["levels"]),
        blank_marks=frozenset(data["blank_marks"]),
        totals=frozenset(data["totals"]),
        anchors=tuple(data["anchors"]),
        usual=tuple(data["usual"]),
        remarks=frozenset(data["remarks"]) | frozenset(data["levels"]),
        lights=frozenset(data["lights"]),
        no_level=frozenset(data["no_level"]),
    )


@cache
def usual_names() -> frozenset[str]:
    """Give the names that most districts have, as a set."""
    return frozenset(load_words().usual)


@cache
def company_of_brand() -> str:
    """Give the pattern of a company that every district has one of, with the place in its name.

    >>> [bool(re.fullmatch(company_of_brand(), name)) for name in ("国网青河供电公司", "青河公司")]
    [True, False]
    """
    brands = "|".join(map(re.escape, _data()["brands"]))
    return f"(?:{brands})[^局委办部会公、,，;；\\s]{{0,8}}公司"


@cache
def group_of_units() -> str:
    """Give the pattern of what stands for several units that are not named one by one: 各部门, 相关街道(乡镇).

    >>> [bool(re.fullmatch(group_of_units(), word)) for word in ("相关街道(乡镇)", "各部门", "柳湖街道")]
    [True, True, False]
    """
    data = _data()
    ways = (sorted(data[name], key=len, reverse=True) for name in ("all_of", "kinds", "groups"))
    all_of, kinds, listed = ("|".join(map(re.escape, words)) for words in ways)
    put_together = f"(?:{all_of})(?:{kinds})(?:[(（](?:{kinds})[)）])"
    return f"(?:{put_together}|{listed}|(?:{all_of})(?:{kinds}))"


@cache
def offices_in() -> re.Pattern[str]:
    """Give what finds the office of a person in a name: 副区长."""
    return re.compile("|".join(map(re.escape, load_words().offices)))


@cache
def body_of_office() -> str:
    """Give the pattern of what an office is held in: 区人大常委会, 区委."""
    data = _data()
    return f"[{data['office_levels']}]?(?:{'|'.join(data['office_bodies'])})"


@cache
def before_office() -> str:
    """Give the pattern of what may stand before an office, once or several times: 常务, 副, 区, 委.

    A level stands by itself, before a body too, so that a text is read in one way only.
    """
    data = _data()
    words = (*data["office_bodies"], *data["office_degrees"])
    return f"[{data['office_levels']}]|{'|'.join(words)}"
