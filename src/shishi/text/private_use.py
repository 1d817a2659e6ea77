"""Private characters: which standard character a code point of the private use area stands for, if any.

GBK held characters before Unicode had them, and programs put those into the private use area: a page may
print U+E863 where 䶮 is meant. GB 18030 gives each of them its place today. Any other private character is
somebody's own sign.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
"""For use inside a character class: the code points that have no common meaning."""

_PRIVATE = re.compile(f"[{PRIVATE}]")


def read_private(text: str) -> str | None:
    """Give a text with its private characters as the standards have them; None where one is not known.

    >>> read_private("周\\ue863路"), read_private("周\\ue001路"), read_private("周路")
    ('周䶮路', None, '周路')
    """
    known = _known()
    private = _PRIVATE.findall(text)
    if any(character not in known for character in private):
        return None
    return "".join(known.get(character, character) for character in text) if private else text


@cache
def _known() -> dict[str, str]:
    file = files("shishi") / "data" / "private_use.toml"
    runs = tomllib.loads(file.read_text(encoding="utf-8"))["run"]
    return {
        chr(int(run["first"], 16) + step): character
        for run in runs
        for step, character in enumerate(run["characters"])
    }
