"""Header words that no list has, put together from their parts: 区级 + 包联 + 领导, 民生实事 + 类别."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from shishi.layouts.words.vocabulary import (
    OTHER,
    RESPONSIBLE,
    HeaderWord,
    covered_by,
    date_claims,
    find_forms,
    known_word,
    load_covers,
    load_headers,
    read_claim,
    share_claims,
)
from shishi.records import Field

_LONGEST = 18
_INSIDE = re.compile(r"([^()（）]+)[(（]([^()（）]+)[)）]([^()（）]+)")
"""A word with a bracket in its middle: 牵头(责任)单位."""
_JOINTS = re.compile("[及和与、/]|以及")
_ROLES = (("support", Field.SUPPORT_UNITS, 9), ("lead", Field.LEAD_UNITS, 9))

Claims = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class _Parts:
    fillers: re.Pattern[str]
    reasons: re.Pattern[str]  # what stands before a word of reasons
    aims: re.Pattern[str]  # what stands before a word of goals
    units: re.Pattern[str]
    roles: dict[str, re.Pattern[str]]
    leaders: re.Pattern[str]
    ends: dict[str, Claims]
    any_end: tuple[str, ...]
    any_aim: tuple[str, ...]
    ahead: re.Pattern[str]
    unjudged: re.Pattern[str]


@cache
def _load() -> _Parts:
    data = load_headers()["parts"]
    units, leaders = data["units"], data["leaders"]
    roles = {name: words for name, words in units.items() if name != "ends"}
    before = [*data["fillers"], *(word for words in roles.values() for word in words)]
    ends = sorted(data["ends"], key=len, reverse=True)
    return _Parts(
        fillers=re.compile(f"{_any(data['fillers'])}*"),
        reasons=re.compile(f"{_any([*data['fillers'], *data['shortfalls']])}*"),
        aims=re.compile(f"{_any([*data['fillers'], *data['aims']['before']])}*"),
        units=re.compile(f"(?P<before>{_any(before)}*){_any(units['ends'])}"),
        roles={name: re.compile(_any(words)) for name, words in roles.items()},
        leaders=re.compile(f"{_any(leaders['before'])}*{_any(leaders['ends'])}"),
        ends={end: tuple(map(read_claim, data["ends"][end])) for end in ends},
        any_end=tuple(ends),
        any_aim=tuple(data["aims"]["ends"]),
        ahead=re.compile(_any(data["ahead"])),
        unjudged=re.compile(_any(data["unjudged"])),
    )


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})"


@lru_cache(maxsize=4096)
def compose_word(squeezed: str) -> HeaderWord | None:
    """Put a header word together from its parts; None when it has others.

    >>> compose_word("区级包联领导").claims, compose_word("正在招标")
    ((('leaders', 8),), None)
    """
    if not 1 <= len(squeezed) <= _LONGEST:
        return None
    if inner := _INSIDE.fullmatch(squeezed):
        whole = compose_word("".join(inner.groups()))
        return replace(whole, printed=squeezed) if whole else None
    for word, period, unit in reversed(find_forms(squeezed)):
        if claims := _claims(word):
            claims = share_claims(date_claims(word, claims, period), unit)
            return HeaderWord(squeezed, word, claims, _covers(word, claims), period, unit)
    return None


@lru_cache(maxsize=512)
def role_word(squeezed: str) -> HeaderWord | None:
    """Read 牵头 or 协办 as the word of a column of units, as it stands below 责任单位.

    >>> [bool(role_word(w)) for w in ("牵头", "协办", "区教育局")]
    [True, True, False]
    """
    roles = _load().roles
    for name, field, strength in _ROLES:
        if roles[name].fullmatch(squeezed):
            return HeaderWord(squeezed, squeezed, ((field.value, strength),))
    return None


def _covers(word: str, claims: Claims) -> frozenset[str]:
    """Give what a composed word of progress may be a group of, by the known one it ends with."""
    if claims[0][0] != Field.PROGRESS:
        return frozenset()
    ends = (covered_by(word[at:]) for at in range(1, len(word) - 1))
    return next(filter(None, ends), load_covers()[Field.PROGRESS.value])


def _claims(word: str) -> Claims:
    parts = _load()
    if ahead := parts.ahead.match(word):
        rest = word[ahead.end() :]
        return ((OTHER, 5),) if known_word(rest) or _claims(rest) else ()
    units = parts.units.fullmatch(word)
    if units and (claims := _unit_claims(units["before"])):
        return claims
    if parts.leaders.fullmatch(word):
        return ((Field.LEADERS.value, 8),)
    for end, claims in parts.ends.items() if word.endswith(parts.any_end) else ():
        before = word[: -len(end)]
        if word.endswith(end) and _before(end).fullmatch(before):
            status = claims[0][0] == Field.STATUS and parts.unjudged.search(before)
            return () if status else claims
    return _joined(word)


def _before(end: str) -> re.Pattern[str]:
    """Give what may stand before an end: 绩效 before 目标, but before no 单位 and no 进展."""
    parts = _load()
    if end.startswith("原因"):
        return parts.reasons
    return parts.aims if end in parts.any_aim else parts.fillers


def _unit_claims(before: str) -> Claims:
    roles = _load().roles
    for name, field, strength in _ROLES:
        if roles[name].search(before):
            return ((field.value, strength),)
    if roles["responsible"].search(before):
        return ((RESPONSIBLE, 5),)
    if roles["doing"].search(before):
        return ((Field.LEAD_UNITS.value, 6), (Field.SUPPORT_UNITS.value, 2))
    return ()


def _joined(word: str) -> Claims:
    """Read 滞后原因及下步计划 by the first of its halves that fills a field."""
    for joint in _JOINTS.finditer(word):
        halves = word[: joint.start()], word[joint.end() :]
        found = [known_word(half) or compose_word(half) for half in halves]
        if all(found):
            claims = [f.claims for f in found if f]
            return next((c for c in claims if c[0][0] != OTHER), claims[0])
    return ()
