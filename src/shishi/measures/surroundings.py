"""Surroundings: what the words around a quantity say about its kind, its time and its object."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from shishi.measures.measure import Basis, Kind, Measure
from shishi.measures.sides import Quantity
from shishi.measures.units import by_last, load_words


@cache
def load_surroundings() -> dict[str, Any]:
    """Load the words of measures.toml."""
    text = (files("shishi") / "data" / "measures.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _any(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, grouped by first character for speed."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        groups.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(
        re.escape(first) + (f"(?:{'|'.join(rest)})" if rest != [""] else "")
        for first, rest in groups.items()
    )


# An Enum's member costs more to look up than to use.
_UNKNOWN, _PERIOD, _CUMULATIVE = Basis.UNKNOWN, Basis.PERIOD, Basis.CUMULATIVE
_COUNT, _AT_LEVEL, _RATE = Kind.COUNT, Kind.LEVEL, Kind.RATE
_AS_WORKS, _MONEY, _RANK = Kind.WORKS, Kind.MONEY, Kind.RANK
_DATA = load_surroundings()
_FAMILY = {name: unit.family for name, unit in load_words().units.items()}
_LEVEL = tuple(_DATA["level"]["words"])
_REACHED = tuple(_DATA["level"]["reached"])
_LEVEL_LASTS = frozenset(word[-1] for word in (*_LEVEL, *_REACHED))
RATES = re.compile(_any(_DATA["rate"]["words"]))
_PER_UNIT = re.compile(_any(_DATA["rate"]["per_unit"]))
_PER_MANY = re.compile(_any(_DATA["rate"]["per_many"]))
_SHARES = frozenset(_DATA["rate"]["units"])
_WORKS = re.compile(_any(_DATA["works"]["words"]))
_NO_WORKS = tuple(_DATA["works"]["no_works"])
_NO_NOUN = frozenset(",,;。、: 可")
_MONEY_WORDS = re.compile(_any(_DATA["money"]["words"]))

_VERBS = _any(_DATA["actions"]["verbs"])
_NOT_BEFORE = _any(_DATA["actions"]["not_before"])
_BEFORES = _any(_DATA["actions"]["before"])
_FIRSTS = "".join({word[0] for k in ("verbs", "before") for word in _DATA["actions"][k]} | {"新"})
_BEFORE_VERB = f"(?=[{_FIRSTS}])(?:{_BEFORES})?"
_NEW = r"新\([^()]{1,8}\)(?:[扩改迁重])?建"
_SECOND = rf"(?:(?:{_VERBS})(?!{_NOT_BEFORE}))?(?:\([^()]{{1,6}}\))?"
_FIRST_ACTION = re.compile(
    rf"{_BEFORE_VERB}(?:{_NEW}|(?:{_VERBS})(?!{_any(_DATA['actions']['not_after_first'])}){_SECOND})"
)
_ACTION = re.compile(
    rf"{_BEFORE_VERB}(?:{_NEW}|(?:{_VERBS})(?!{_NOT_BEFORE}){_SECOND}|完成(?!率){_SECOND})"
)
_DOES = re.compile(_VERBS)
_SILENT = frozenset([*_DATA["actions"]["silent"], "数"])
_JOINTS = frozenset([*_DATA["actions"]["joints"], *_SILENT])
_JOINTS_BY_LAST = by_last(_JOINTS)
_JOINT_ENDS = frozenset([*_JOINTS_BY_LAST, ")"])
_NUMBERS_OF = ("人数", "天数")  # 全年总人数 is the thing itself
_ENDS = re.compile(_any(_DATA["actions"]["ends"]))
_NO_THING = _any(_DATA["actions"]["no_thing"])
_WHEN = re.compile(
    rf"{_any(_DATA['actions']['times'])}|[0-9]{{1,4}}年度?|(?:[0-9]{{4}}年)?前?[0-9]{{1,2}}个?月[份底初末]?"
)
_WHEN_FIRSTS = frozenset("0123456789前").union(word[0] for word in _DATA["actions"]["times"])
_NOW = re.compile("^(?:截至)?(?:目前|现已|现)")
_NOW_FIRSTS = frozenset("截目现")
_ODD_FIRSTS = frozenset(" ,、)(其") | _NOW_FIRSTS | _WHEN_FIRSTS
_LEVELS = re.compile(r"\((?:[市区县旗州盟省]级[、,]?)+\)")
_THING = re.compile(
    rf"(?!{_NO_THING}|[0-9]{{1,2}}[.、](?![0-9])) ?"
    r"([^,;。、:()\s]*+(?:\([^()]{0,20}\)[^,;。、:()\s]*+)*+)"
)
_NO_COUNTS = frozenset("%‰")
_JOINING = "和及与"
_LINKS = frozenset(" 、和及")
_LIST_MARKER = re.compile(r"[0-9]{1,2}[.、](?![0-9])")

_TIME_FIRSTS = (
    "".join(
        {word[0] for words in _DATA["basis"].values() for word in words}
        | set("0123456789元;。一二三四")
    )
    + r"\n"
)
_TIMED = re.compile(_any([*_DATA["basis"]["cumulative"], *_DATA["basis"]["period"]]) + "|月|季")
_PAUSE = ","
_OTHER_PAUSES = ";。:\n!?"
_FARTHEST = 100
_NEAR = 12
_BASIS = re.compile(
    rf"(?=[{_TIME_FIRSTS}])(?:{_any(_DATA['basis']['no_time'])}|(?P<cumulative>{_any(_DATA['basis']['cumulative'])}|(?<![0-9])1月?[-~—至到][0-9]{{1,2}}月|元至[0-9]{{1,2}}月)"
    rf"|(?P<stop>(?:{_any(_DATA['basis']['stop'])})(?!{_any(_DATA['basis']['stop_not'])})|[;。\n])"
    rf"|(?P<period>{_any(_DATA['basis']['period'])}|(?<![0-9至截.])[0-9]{{1,2}}月份?(?!底|初|[上中下]旬|前|末|[0-9]|开工|完工|竣工)"
    r"|[一二三四]季度))"
)


class Surroundings:
    """One text and its words of time, looked up once for all its quantities."""

    __slots__ = ("_ends", "_names", "_paused", "text")

    def __init__(self, text: str) -> None:
        self.text = self._paused = text
        for mark in _OTHER_PAUSES:
            if mark in text:
                self._paused = self._paused.replace(mark, _PAUSE)
        self._ends: list[int] = []
        if _TIMED.search(text):
            times = [m for m in _BASIS.finditer(text) if m.lastgroup]
            self._ends = [m.end() for m in times]
            self._names = [m.lastgroup for m in times]

    def clause(self, at: int, after: int) -> str:
        """The words before `at`, back to a pause or to `after`, the end of the quantity before."""
        low = after if at - after < _FARTHEST else at - _FARTHEST
        return self.text[max(low, self._paused.rfind(_PAUSE, low, at) + 1) : at]

    def basis(self, at: int) -> Basis:
        """Say what time the quantity at `at` covers, by the nearest word of time before it."""
        if not self._ends:
            return _UNKNOWN
        index = bisect_right(self._ends, at)
        name = self._names[index - 1] if index else "stop"
        if name == "cumulative":
            return _CUMULATIVE
        return _PERIOD if name == "period" else _UNKNOWN

    def action_and_object(
        self, quantity: Quantity, clause: str, *, last: Measure | None, until: int
    ) -> tuple[str, str]:
        """Name what is done and the thing counted, as printed; "" for what is not said.

        The thing after the number is preferred (20辆公交车), then the one before it (公交线路4条). A
        quantity in a list takes the action of the one before (书屋2家、阅读角9个); one that
        names no thing takes the thing before it (新增300台、完工150台). `last` is the quantity before,
        `until` where the next one starts.
        """
        core, joint, listed = clause, "", ""
        if clause:
            if clause[0] in _LINKS:
                listed = last.action if last and clause[0] == "、" else ""
                core = clause.lstrip(" 、").removeprefix("和").removeprefix("及")
            core = core.rstrip(" 、")
            if core[-1:] in _JOINT_ENDS:
                core, joint = _without_joints(core)
        found = _FIRST_ACTION.match(core) if core else None
        if core and not found and not joint and not listed:
            found = _ACTION.search(core)
            if found and RATES.search(core, found.end()):
                found = None  # 食品检查覆盖率 is the rate of something, and nothing that is done
        before = (core[found.end() :] or core[: found.start()]) if found else core
        action = (found[0] if found else joint) or listed
        if joint and core and _DOES.search(joint):
            action = joint
        thing = ""
        if quantity.unit not in _NO_COUNTS:
            thing = _thing_after(self.text, quantity.end, until)
        if not thing and before:
            thing = _head(before)
        if not thing and last and last.unit == quantity.unit:
            thing = last.object if quantity.start - last.span[1] < _NEAR else ""
        return action, thing


def _thing_after(text: str, at: int, until: int) -> str:
    match = _THING.match(text, at, min(until, at + _FARTHEST))
    thing = match[1] if match else ""
    if not thing:
        return ""
    if "(" in thing:
        thing = _LEVELS.sub("", thing)
    end = _ENDS.search(thing, 1)
    thing = thing[: end.start()] if end else thing
    return thing.rstrip(_JOINING) if match and match.end() == until < len(text) else thing


def kind_of(quantity: Quantity, clause: str) -> Kind:
    """Say what the quantity counts, by its unit and the words directly before it."""
    family = _FAMILY.get(quantity.unit, "")
    if quantity.rank:
        return _RANK
    if family in _SHARES:
        return _share_kind(clause, family)
    if family in ("money", "currency"):
        return _MONEY
    if not quantity.unit and _MONEY_WORDS.search(clause):
        return _MONEY
    shared_out = "均" in clause or "每" in clause
    if "/" in quantity.unit or (shared_out and _PER_UNIT.search(clause)):
        return _RATE
    if _is_level(clause):
        return _AT_LEVEL
    return _RATE if shared_out and _PER_MANY.search(clause) else _COUNT


def _share_kind(clause: str, family: str) -> Kind:
    if family != "percent" or RATES.search(clause):
        return _RATE
    done = clause.rstrip(" 约").removesuffix("完成")
    if done != clause.rstrip(" 约") and done[-1:] not in _NO_NOUN and not done.endswith(_NO_WORKS):
        return _AS_WORKS if len(done) > 1 else _RATE
    return _AS_WORKS if _WORKS.search(clause) else _RATE


def _is_level(clause: str) -> bool:
    printed = clause.rstrip(" 为")
    if printed[-1:] not in _LEVEL_LASTS:
        return False
    for word in _REACHED:
        if printed.endswith(word):
            noun = printed[: -len(word)]
            return bool(noun) and noun[-1] not in _NO_NOUN
    return printed.endswith(_LEVEL)


def _without_joints(words: str) -> tuple[str, str]:
    """Take the joints off the end; give what is left, and the joint that says what was done."""
    said = ""
    if words.endswith(")"):
        words = _LEVELS.sub("", words)
    while (joint := _joint(words)) and not words.endswith(_NUMBERS_OF):
        words = words[: -len(joint)].rstrip()
        if joint not in _SILENT:
            said = joint + said
    return words, said


def _joint(words: str) -> str:
    for joint in _JOINTS_BY_LAST.get(words[-1:], ()):
        if words.endswith(joint):
            return joint
    return ""


def _head(words: str) -> str:
    """The thing itself: without a list marker, after 等 when a list of examples goes before."""
    if words[0] not in _ODD_FIRSTS and words[-1] not in " ,、(" and "、" not in words:
        return words
    words = words.strip(" ,、").lstrip(")")
    if "0" <= words[:1] <= "9" and (marker := _LIST_MARKER.match(words)):
        words = words[marker.end() :]
    if words[:1] == "(" and ")" not in words:
        words = words[1:]
    words = words.rstrip("( ").removeprefix("其中")
    if words[:1] in _NOW_FIRSTS:
        words = _NOW.sub("", words)
    if words[:1] in _WHEN_FIRSTS and _WHEN.fullmatch(words):
        return ""
    if "、" not in words:
        return words
    _, etc, last = words.rpartition("等")
    return last if etc and len(last) > 1 else words
