"""Tell a person's name in what somebody writes: people are named by their office.

A name cannot be told for sure. What is found is a name in front of a title or behind one (周宁主任,
副区长周宁), a surname before a title (周局长), and, where an office is asked for, a word that is nothing
but a name or ends with one (督查室周宁). Names by office (副区长甲), 周某 and words that only begin like a
surname (水利局长, 项目经理) are none.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from shishi.layouts.words.names.kinds import is_unit
from shishi.layouts.words.names.organizations import before_office, load_words
from shishi.text.characters import HAN

_WORD = re.compile(f"[{HAN}]+")
_SHORTEST_OF_OTHERS = 3


def find_person(text: str, *, office: bool = False) -> str:
    """Find what looks like a person's name in a text; "" where nothing does.

    `office`: the text should be the name of an office, so that a bare name in it is found as well.

    >>> find_person("经副区长周宁同意,下月补报"), find_person("经区长办公会同意,由水利局长负责")
    ('周宁', '')
    >>> find_person("督查室 周宁", office=True), find_person("区政府督查室", office=True)
    ('周宁', '')
    """
    if office:
        for word in _WORD.findall(text):
            if found := _bare_name(word):
                return found
    for pattern in (_before_title(), _after_title(), _surname()):
        for match in pattern.finditer(text):
            if _is_name(match["name"]):
                return match["name"]
    return ""


def find_person_in_grounds(who: str, why: str) -> str:
    """Find a person's name where something is decided: `who` is an office, `why` a sentence.

    >>> find_person_in_grounds("督查室 周宁", "下月补报"), find_person_in_grounds("督查室", "下月补报")
    ('周宁', '')
    """
    return find_person(who, office=True) or find_person(why)


@cache
def names_of_other_peoples() -> re.Pattern[str]:
    """Give the pattern of names that begin with no surname; what towns and roads are called is none.

    One of two characters is none either: many a name of a surname and what follows begins so, 苏和平.

    >>> pattern = names_of_other_peoples()
    >>> pattern.match("巴特尔完成")[0], pattern.match("乌兰其其格镇完成"), pattern.match("苏和平")
    ('巴特尔', None, None)
    """
    words = _words()["of_other_peoples"]
    part, whole = _any(words), _any(word for word in words if len(word) >= _SHORTEST_OF_OTHERS)
    return re.compile(
        f"(?:{whole}|(?:{part})·?(?:{part}))(?:·?(?:{part}))*"
        "(?!街道|苏木|嘎查|社区|浩特|牧骑|草原|(?<=措)施|[镇乡路市县旗盟村桥山河湖])"
    )


def without_address(name: str) -> str:
    """Take 同志 and the like off the end of a name.

    >>> without_address("周宁同志"), without_address("同志")
    ('周宁', '同志')
    """
    addresses = _any(_words()["addresses"])
    return re.sub(f"(?<=.){addresses}$", "", name)


def hold_offices(names: Sequence[str]) -> list[bool]:
    """Say of each name in a list whether it is but the office that another one holds: 方朔 副区长.

    So it is beside a name without one, with no more than offices between: 区长、方朔副区长 are two people.

    >>> hold_offices(["方朔", "副区长"]), hold_offices(["区长", "副区长"]), hold_offices(["区长", "方朔副区长"])
    ([False, True], [False, False], [False, False])
    """
    offices = load_words().offices
    kinds = ["" if _office().fullmatch(name) else "name" for name in names]
    kinds = [
        kind and ("both" if any(o in name for o in offices) else kind)
        for kind, name in zip(kinds, names, strict=True)
    ]
    return [
        not kind and "name" in (_first(kinds[at::-1]), _first(kinds[at:]))
        for at, kind in enumerate(kinds)
    ]


def _first(kinds: Iterable[str]) -> str:
    return next(filter(None, kinds), "")


@cache
def _office() -> re.Pattern[str]:
    offices = _any(load_words().offices)
    return re.compile(f"[(（]?(?:{before_office()})*(?:{offices})[)）]?")


def _bare_name(word: str) -> str:
    """Give the name that a word is, or ends with behind an office."""
    if is_unit(word):
        return ""
    if _is_full_name(word):
        return word
    behind = re.search(f"(?:{_any(_words()['ends'])})({_full_name()})$", word)
    return behind[1] if behind and _is_name(behind[1]) else ""


def _is_full_name(word: str) -> bool:
    return bool(re.fullmatch(_full_name(), word)) and _is_name(word)


def _is_name(name: str) -> bool:
    """Say whether a surname and what follows it may be a name, and no job that begins alike."""
    words = _words()
    titled = any(title in name for title in (*words["titles"], *words["addresses"]))
    return not (titled or name.startswith(tuple(words["jobs"])) or is_unit(name))


@cache
def _before_title() -> re.Pattern[str]:
    words = _words()
    titles = _any([*words["titles"], *words["addresses"]])
    return re.compile(f"(?P<name>{_full_name()})(?:副)?(?:{titles})")


@cache
def _after_title() -> re.Pattern[str]:
    words = _words()
    goes_on = f"(?:{_any(words['verbs'])}|[^{HAN}]|$)"
    return re.compile(f"(?:{_any(words['titles'])})(?P<name>{_full_name()})(?={goes_on})")


@cache
def _surname() -> re.Pattern[str]:
    words = _words()
    titles = _any([*words["titles"], *words["addresses"]])
    return re.compile(f"(?<![{HAN}])(?P<name>{_surnames()})(?:副)?(?:{titles})")


@cache
def _full_name() -> str:
    """Make the pattern of a surname and one or two characters that may be a given name."""
    given = f"(?![{_words()['no_given']}])[{HAN}]"
    return f"(?:{_surnames()})(?:{given}){{1,2}}?"


@cache
def _surnames() -> str:
    words = [s for s in load_words().surnames if s not in _words()["mostly_words"]]
    return _any(words)


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@cache
def _words() -> dict[str, Any]:
    file = files("shishi") / "data" / "people.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
