"""Tell a name without an office beside it from that of a place: 沈知行牵头项目, 云溪牵头项目."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from shishi.layouts.words.names.kinds import is_person
from shishi.layouts.words.names.organizations import load_words, usual_names
from shishi.layouts.words.names.people import find_person, without_address

_FULL = 3
"""How long a name must be: most of two characters may be of a place as well, 云溪 and 方朔 alike."""
_OF_PLACES = "(?:[区县市旗州盟镇乡村]|街道|社区)"
"""What stands behind the name of a place."""


def is_leader_alone(who: str, printed: str) -> bool:
    """Tell a name before 牵头项目 that is surely a person's; `printed` is all that the page says.

    So it is with 同志 behind it, where the page calls it so elsewhere or names it behind an office, and where
    it has three characters that neither end as places do nor are named as one on the page.

    >>> [is_leader_alone(who, "") for who in ("沈知行", "顾舟同志", "顾舟", "云溪", "石景山")]
    [True, True, False, False, False]
    >>> is_leader_alone("顾舟", "副区长顾舟"), is_leader_alone("沈知行", "沈知行镇")
    (True, False)
    """
    name = without_address(who)
    if not is_person(name) or find_person(name, office=True) != name or may_be_theme(name):
        return False
    if name != who:
        return True
    if is_place_here(name, printed):
        return False
    return re.search(_called(name), printed) is not None or (
        len(name) == _FULL and not name.startswith(_data()["begins"]) and not _ends_as_place(name)
    )


def is_place_here(name: str, printed: str) -> bool:
    """Tell a name that the page has as that of a place."""
    return re.search(f"{name}{_OF_PLACES}", printed) is not None


def may_be_theme(name: str) -> bool:
    """Tell a word that begins as themes do, or names a community."""
    return name[0] in load_words().of_themes or name.endswith("社区")


def may_be_place_or_office(name: str) -> bool:
    """Tell a name that ends as places do or is one of many, or that a bureau or a company is called for short.

    >>> [may_be_place_or_office(name) for name in ("柳湖", "城关", "国资", "萨仁", "顾舟")]
    [True, True, True, False, False]
    """
    bureau = any(name + end in usual_names() for end in "局委办部")
    return bureau or name in _data()["short"] or _ends_as_place(name)


def _ends_as_place(name: str) -> bool:
    return name.endswith(_data()["ends"])


def _called(name: str) -> str:
    """Give the pattern of how a page calls a person: 顾舟同志, 副区长顾舟, 分管领导:顾舟."""
    before = "|".join(map(re.escape, load_words().offices))
    return (
        rf"{name}\s*(?:同志|先生|女士)|(?:{before})\s*{name}(?![\u4e00-\u9fff])"
        rf"|(?:领导|联系人|负责人)[:：]\s*{name}(?![\u4e00-\u9fff])"
    )


@cache
def _data() -> dict[str, tuple[str, ...]]:
    file = files("shishi") / "data" / "people.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8"))["places"]
    return {key: tuple(words) for key, words in data.items()}
