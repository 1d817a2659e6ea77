"""Read a register of units (单位名录): one unit a line, its other names after it.

# 云溪区
发展和改革局、发改局
青桥街道
"""

from __future__ import annotations

import re

from shishi.errors import UnreadableSource

_BETWEEN = re.compile("[、，,;；\t]+")
_LONGEST = 60


def parse_register(text: str, name: str) -> tuple[str, ...]:
    """Give all names of a register, each once, in order; blank lines and those that begin with # are left out.

    Raises UnreadableSource, in the name of the file, where a line is no name or there is none.

    >>> parse_register("# 云溪区\\n发展和改革局、发改局\\n\\n青桥街道\\n", "units.txt")
    ('发展和改革局', '发改局', '青桥街道')
    """
    names: dict[str, None] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = ["".join(one.split()) for one in _BETWEEN.split(line)]
        if any(len(one) > _LONGEST for one in found) or "\ufffd" in line or "\0" in line:
            raise _refuse(name, f"第{number}行不是单位名称。", f"line {number} is no unit's name.")
        names |= dict.fromkeys(one for one in found if one)
    if not names:
        raise _refuse(name, "没有单位名称。", "holds no unit's name.")
    return tuple(names)


def _refuse(name: str, zh: str, en: str) -> UnreadableSource:
    remedy = {
        "zh": "单位名录是文本文件，一行一个单位，其他名称用顿号跟在后面。",
        "en": "A register is a text file with one unit a line, its other names after it, parted by 、.",
    }
    return UnreadableSource(name, "register", reason={"zh": zh, "en": en}, remedy=remedy)
