"""Print simplified text the way mirrors do: machine-made traditional characters, pinyin in brackets."""

from __future__ import annotations

from functools import cache

import opencc
from pypinyin import Style, pinyin

KEPT = str.maketrans(
    "於乾幹雲並併製佈佔羣麪複覈註徵瞭紮採遊裏餘爲衆牀籤",
    "于干干云并并制布占群面復核注征了扎采游里余為眾床簽",
)
"""Where OpenCC and the converters of the mirrors differ: old forms and simplified ones kept."""

BARE = frozenset("單體開總圖綜觀東線書館類題辦橋網員運車資備輛層廣電")
"""Traditional characters that stand without pinyin on annotated pages."""


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")


def printed(text: str, script: str) -> str:
    """Print simplified `text` in `script`: simplified, traditional, pinyin, pinyin-plain."""
    if script == "simplified" or not text:
        return text
    traditional = "".join(_converter().convert(character).translate(KEPT) for character in text)
    if script == "traditional":
        return traditional
    return _annotated(text, traditional, Style.TONE if script == "pinyin" else Style.NORMAL)


def _annotated(simplified: str, traditional: str, style: Style) -> str:
    sounds = pinyin(simplified, style=style, errors=list)
    assert len(sounds) == len(simplified)
    return "".join(
        f"{new}({sound[0]})" if new != old and new not in BARE else new
        for old, new, sound in zip(simplified, traditional, sounds, strict=True)
    )
