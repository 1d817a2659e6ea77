"""Surroundings: what the words around a quantity say about its kind, its time and its object."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from shishi.measures.measure import Basis, Kind
from shishi.measures.scan import Quantity
from shishi.measures.units import load_words


@cache
def load_surroundings() -> dict[str, Any]:
    """Load the words of measures.toml."""
    text = (files("shishi") / "data" / "measures.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_DATA = load_surroundings()
_FAMILY = {name: unit.family for name, unit in load_words().units.items()}
_LEVEL = tuple(_DATA["level"]["words"])
_REACHED = tuple(_DATA["level"]["reached"])
_RATES = re.compile(_any(_DATA["rate"]["words"]))
_PER_UNIT = re.compile(_any(_DATA["rate"]["per_unit"]))
_SHARES = frozenset(_DATA["rate"]["units"])
_WORKS = re.compile(_any(_DATA["works"]["words"]))
_NO_NOUN = frozenset(",,;。、: 可")
_MONEY_WORDS = re.compile("投资|资金|经费|补助|补贴|产值|营收|收入|贷款|支付")

_VERBS = _any(_DATA["actions"]["verbs"])
_ACTION = re.compile(
    rf"(?:{_any(_DATA['actions']['before'])})?(?:新\([^()]{{1,8}}\)建"
    rf"|(?:{_VERBS})(?:{_VERBS})?(?:\([^()]{{1,6}}\))?)|累计"
)
_JOINTS = re.compile(rf"(?:{_any(_DATA['actions']['joints'])})$")
_ENDS = re.compile(_any(_DATA["actions"]["ends"]))
_NO_THING = tuple(_DATA["actions"]["no_thing"])
_LEVELS = re.compile(r"\((?:[市区县省]级[、,]?)+\)")
_THING = re.compile(r"(?:\([^()]{0,20}\)|[^,;。、:()\s])+")

_BREAKS = re.compile(r"\([^()]{0,20}\)|[,;。、:!?\n]|目前|(?<=%)")
_BASIS = re.compile(
    rf"(?P<cumulative>{_any(_DATA['basis']['cumulative'])}|(?<![0-9])1月?[-~—至到][0-9]{{1,2}}月|元至[0-9]{{1,2}}月)"
    rf"|(?P<stop>{_any(_DATA['basis']['stop'])}|[;。\n])"
    rf"|(?P<period>{_any(_DATA['basis']['period'])}|(?<![0-9至截.])[0-9]{{1,2}}月份?(?!底|初|[上中下]旬|前|末|[0-9]|开工|完工|竣工)"
    r"|[一二三四]季度)"
)


class Surroundings:
    """One text with its clause breaks and its words of time, found once for all its quantities."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.breaks = [m.end() for m in _BREAKS.finditer(text) if m[0][:1] != "("]
        self._times = [(m.end(), m.lastgroup) for m in _BASIS.finditer(text)]

    def clause(self, at: int) -> int:
        """Where the clause that holds `at` begins."""
        index = bisect_right(self.breaks, at)
        return self.breaks[index - 1] if index else 0

    def basis(self, quantity: Quantity) -> Basis:
        """Say what time the quantity covers, by the nearest word of time before it."""
        index = bisect_right(self._times, (quantity.number, "￿"))
        name = self._times[index - 1][1] if index else "stop"
        if name == "cumulative":
            return Basis.CUMULATIVE
        return Basis.PERIOD if name == "period" else Basis.UNKNOWN

    def kind(self, quantity: Quantity) -> Kind:
        """Say what the quantity counts, by its unit and the words directly before it."""
        family = _FAMILY.get(quantity.unit, "")
        clause = self.text[self.clause(quantity.start) : quantity.start]
        if family in _SHARES:
            return _share_kind(clause, family)
        if family in ("money", "currency"):
            return Kind.MONEY
        if not quantity.unit and _MONEY_WORDS.search(clause):
            return Kind.MONEY
        if "/" in quantity.unit or _PER_UNIT.search(clause):
            return Kind.RATE
        return Kind.LEVEL if _is_level(clause) else Kind.COUNT

    def action_and_object(self, quantity: Quantity, last_action: str) -> tuple[str, str]:
        """Name what is done and the thing counted, as printed; "" for what is not said.

        The thing after the number is preferred (20辆公交车), then the one before it (公交线路4条). A
        quantity in a list takes the action of the one before (城市书房2家、微书房40个).
        """
        text, start = self.text, self.clause(quantity.start)
        before = text[start : quantity.start].strip(" \"“”'")
        found = _ACTION.search(before)
        action = found[0] if found else ""
        rest = _without_joints(before[found.end() :] if found else before)
        after = "" if quantity.unit in ("%", "‰") else self._thing_after(quantity.end)
        inherits = not found and start and text[start - 1] == "、"
        return action or (last_action if inherits else ""), after or rest

    def _thing_after(self, at: int) -> str:
        if self.text.startswith(_NO_THING, at):
            return ""
        match = _THING.match(self.text, at)
        if not match:
            return ""
        thing = _LEVELS.sub("", match[0])
        end = _ENDS.search(thing)
        return thing[: end.start()] if end else thing


def _share_kind(clause: str, family: str) -> Kind:
    if family != "percent" or _RATES.search(clause):
        return Kind.RATE
    return Kind.WORKS if _WORKS.search(clause) else Kind.RATE


def _is_level(clause: str) -> bool:
    printed = clause.rstrip(" 为")
    if printed.endswith(_LEVEL):
        return True
    for word in _REACHED:
        if printed.endswith(word):
            noun = printed[: -len(word)]
            return bool(noun) and noun[-1] not in _NO_NOUN
    return False


def _without_joints(words: str) -> str:
    for _ in range(4):
        match = _JOINTS.search(words)
        if not match:
            break
        words = words[: match.start()]
    return _LEVELS.sub("", words).strip()
