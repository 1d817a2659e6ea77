"""Names of units between which a separator was lost, as where a page broke its lines: 教育局民政局.

All functions take plain text. A name is parted only where every end is certain; what may as well be one
name (a bureau and its squad, a street and its union) is left whole, and asked about (see is_glued).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from shishi.layouts.words.names.kinds import is_group, is_unit
from shishi.layouts.words.names.organizations import DISTRICTS, company_of_brand, load_words
from shishi.layouts.words.names.party import is_committee, is_organ

_SHORTEST, _SHORTEST_HALF, _LONGEST = 2, 3, 20
_LEVELS = f"{DISTRICTS}省"
_WITH_PLACE = re.compile(f"([^{DISTRICTS}]{{2,3}})(?<![社校园小])[{DISTRICTS}]")
"""The whole name of a district, as it stands before a unit's: 青河县."""
_TOWN = "(?:街道|镇|(?<!城)乡)"  # 城乡 is no 乡
_PLACE = re.compile(f"^[^区县市]{{2,4}}{_TOWN}$")
_PLACE_INSIDE = re.compile(f"{_TOWN}(?!村)(?=..)")
_BEFORE_PLACE = re.compile(f"(?:局|委|中心|公司|集团|大队|联|办|会).{{2,3}}{_TOWN}$")
_NAME = re.compile(r"[一-鿿()（）]+")
_NO_UNIT, _HOLDS_ONE, _UNKNOWN, _TWO = 999, 8, 3, 1


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of data/organizations.toml that tell one name from two."""

    zones: tuple[str, ...]
    complete: tuple[str, ...]
    rest: tuple[str, ...]
    subordinate: tuple[str, ...]
    squads: tuple[str, ...]
    have_squads: tuple[str, ...]
    centres: tuple[str, ...]
    have_centres: tuple[str, ...]
    in_streets: tuple[str, ...]


@cache
def _words() -> _Words:
    file = files("shishi") / "data" / "organizations.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8"))["glued"]
    squads = [f"{kind}{size}" for kind in data.pop("squads") for size in ("大队", "支队")]
    return _Words(squads=tuple(squads), **{name: tuple(words) for name, words in data.items()})


@lru_cache(maxsize=4096)
def part_glued(name: str, known: frozenset[str] = frozenset()) -> tuple[int, ...]:
    """Give where the names end that were glued into one, the last one too; just its end where it is one.

    `known` are names that stand alone elsewhere on the page.

    >>> name = "教育局临山街道县残联各学校"
    >>> part_glued(name), part_glued("公安分局交警大队"), part_glued("住房和城乡建设局")
    ((3, 7, 10, 13), (8,), (8,))
    """
    whole = (len(name),)
    if len(name) < 2 * _SHORTEST or name in known or not _NAME.fullmatch(name):
        return whole
    if {name, _bare(name)} & _usual():
        return whole
    ways: dict[int, tuple[int, tuple[int, ...]]] = {0: (0, ())}
    for at in range(len(name)):
        if at not in ways:
            continue
        paid, ends = ways[at]
        for end in range(at + _SHORTEST, min(len(name), at + _LONGEST) + 1):
            inside = any(_is_level(name, i) for i in range(at + 1, end))
            cost = paid + _TWO + _cost(name[at:end], known) + _HOLDS_ONE * inside
            if cost < ways.get(end, (_NO_UNIT, ()))[0]:
                ways[end] = cost, (*ends, end)
    _, ends = ways.get(len(name), (0, whole))
    pieces = [name[a:b] for a, b in pairwise((0, *ends))]
    return ends if all(_parts(a, b, known) for a, b in pairwise(pieces)) else whole


def may_be_two(name: str) -> bool:
    """Tell a name that may be two units': either half is one, and the second no part of the first.

    >>> [may_be_two(n) for n in ("城建公司老龄办", "区人力资源和社会保障局", "城建集团有限公司", "旗委社会工作部")]
    [True, False, False, False]
    """
    if {name, _bare(name)} & _usual() or is_organ(name):
        return False
    return any(
        is_unit(name[:at])
        and is_unit(name[at:])
        and name[at:] not in load_words().suffixes
        and not goes_on(name[:at], name[at:])
        for at in range(_SHORTEST_HALF, len(name) - _SHORTEST_HALF + 1)
    )


def goes_on(name: str, more: str) -> bool:
    """Tell what belongs to the unit that is named before it, where nothing parts the two.

    >>> [goes_on(*n) for n in (("公安局", "交警大队"), ("交投集团", "有限公司"), ("商务委", "开发区管委会"))]
    [True, True, False]
    """
    words = _words()
    squad = name.endswith(words.have_squads) and more.startswith(words.squads)
    centre = name.endswith(words.have_centres) and more in words.centres
    return squad or centre or (more.startswith((*words.rest, "(", "（")) and not _is_place(more))


def _cost(piece: str, known: frozenset[str]) -> int:
    if _is_known(piece, known):
        return 0
    if piece.count("(") + piece.count("（") != piece.count(")") + piece.count("）"):
        return _NO_UNIT
    is_end = piece in load_words().suffixes and piece[0] not in _LEVELS
    if is_end or piece.startswith(_words().rest):
        return _NO_UNIT
    if piece[0] in _LEVELS and is_unit(piece):
        inner = any(_begins_level(piece, at) for at in range(2, len(piece)))
        return _NO_UNIT if inner else 1 + _HOLDS_ONE * _holds(piece, known)
    if _is_place(piece):
        return 1
    ends = piece.endswith(load_words().anchors)
    return _UNKNOWN + _HOLDS_ONE * _holds(piece, known) if ends and is_unit(piece) else _NO_UNIT


def _is_known(piece: str, known: frozenset[str]) -> bool:
    if piece in known or is_group(piece) or {piece, _bare(piece)} & _usual():
        return True
    if re.fullmatch(company_of_brand(), piece):
        return True
    parent = is_committee(piece[:2]) or piece[:2] in _words().zones
    return (parent and piece[2:] in _usual()) or is_organ(piece)


def _holds(piece: str, known: frozenset[str]) -> bool:
    """Tell a name that ends or begins with a known one, or a street, and has more."""
    if _PLACE_INSIDE.search(piece) or _BEFORE_PLACE.search(piece):
        return True
    return any(
        (_is_known(piece[:at], known) and not piece[at:].startswith(_words().rest))
        or _is_known(piece[at:], known)
        for at in range(_SHORTEST, len(piece) - 1)
    )


def _begins_level(piece: str, at: int) -> bool:
    """Tell a place in a name where another begins with 区, 县 or 市: 区教育局|区民政局."""
    return _is_level(piece, at) and is_unit(piece[:at])


def _is_level(name: str, at: int) -> bool:
    return name[at] == name[0] in _LEVELS and name[at - 1] not in "社校小园景辖城红"


def _parts(left: str, right: str, known: frozenset[str]) -> bool:
    """Tell two names that cannot be one: the first is complete, the second no part of it."""
    words = _words()
    if is_committee(left):
        return right in (f"{left[-2]}政府", f"{left[-2]}人民政府")
    if left in words.zones:
        return False
    if left.endswith(words.zones):
        return right[0] in _LEVELS and left[0] == right[0]
    if right[0] in _LEVELS and left[0] == right[0]:
        return True
    if is_group(right):
        return True
    if is_group(left):
        return _stands_alone(right, known)
    if left.endswith(("街道", "镇", "乡")):
        return right in known or not (right.startswith(words.in_streets) or _is_small(right, known))
    if _is_known(left, known):
        if right[0] in _LEVELS or right in known or _is_place(right):
            return True
        if _is_known(right, known):
            return not goes_on(left, right)
    if _is_place(right):
        return True
    if _is_known(right, known) and not right.endswith(words.subordinate):
        return left.endswith(load_words().anchors)
    return left.endswith(words.complete) and not _is_small(right, known)


def _stands_alone(right: str, known: frozenset[str]) -> bool:
    """Tell a name that is no part of what each of a group has: 各镇|水利局, but 各社区卫生服务中心."""
    if right in known or _is_place(right) or right[0] in _LEVELS:
        return True
    return _is_known(right, known) and not right.startswith(_words().in_streets)


def _is_small(right: str, known: frozenset[str]) -> bool:
    """Tell a name that may be a part of the unit before it: 教育局|考试中心."""
    return not _is_known(right, known) and right.endswith(_words().subordinate)


def _is_place(piece: str) -> bool:
    """Tell a street or a town; 住房城乡 is the first half of a bureau's name."""
    return bool(_PLACE.match(piece)) and is_unit(piece)


def _bare(name: str) -> str:
    """Give a name without what its district is called before it, with the place's name or without."""
    if name[:1] in set(_LEVELS):
        return name[1:]
    place = _WITH_PLACE.match(name)
    return name[place.end() :] if place and not is_unit(place[1]) else name


@cache
def _usual() -> frozenset[str]:
    return frozenset(load_words().usual)
