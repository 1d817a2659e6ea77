"""What short cells of glued rows say (statuses, stages of works, nothing), and what counts things in them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

MEASURES = frozenset(
    "公平个处条家座所套张台部辆户人名亩吨元头眼项件米年月日场片只班组次栋间口盏份册期对万亿"
)
"""What a number stands before, and no name or cell begins with."""
COUNTERS = "个处条家座所套张台部辆户人名亩吨件场次期对册只层米万元%"
"""What always counts behind a number; each place that asks knows more."""


@cache
def said_of_status() -> re.Pattern[str]:
    """Give what a column of statuses may say in any district, the longest first.

    >>> said_of_status().match("达到序时进度推进")[0]
    '达到序时进度推进'
    """
    return re.compile(_any_of("statuses"))


@cache
def natures() -> re.Pattern[str]:
    """Give what a column of 建设性质 says of each project.

    >>> natures().match("改扩建完成封顶")[0]
    '改扩建'
    """
    return re.compile(_any_of("natures"))


@cache
def stage_ends() -> re.Pattern[str]:
    """Give the stages of works behind which a report begins: 方案编制|已完成.

    >>> bool(stage_ends().match("编制已完成")), bool(stage_ends().match("编制方案"))
    (True, False)
    """
    return re.compile(f"(?:{_any_of('stages')})(?={_any_of('reports')})")


@cache
def stages() -> re.Pattern[str]:
    """Give what a goal or a report may end with, before whatever follows: 竣工验收, 移交手续."""
    return re.compile(f"(?:{_any_of('stages', 'works')})(?=[\u4e00-\u9fff0-9(①])")


@cache
def soft_blanks() -> re.Pattern[str]:
    """Give what may fill a blank cell wherever a cell may end.

    >>> [bool(soft_blanks().match(text)) for text in ("无区水务局", "无障碍坡道")]
    [True, False]
    """
    return re.compile(f"无(?!{_any_of('without')})|—{{1,2}}")


@cache
def theme_ends() -> tuple[str, ...]:
    """Give what the names of groups of projects end with, before whatever item follows: 便民出行|新建.

    >>> "便民出行".endswith(theme_ends()), "便民出".endswith(theme_ends())
    (True, False)
    """
    return tuple(_words()["theme_ends"])


def bodies() -> str:
    """Give the bodies that print their name before the office of who leads them, the longest first.

    >>> bodies().split("|")[0]
    '经济技术开发区管委会'
    """
    return _any_of("bodies")


def _any_of(*lists: str) -> str:
    words = (word for name in lists for word in _words()[name])
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def _words() -> dict[str, list[str]]:
    file = files("shishi") / "data" / "glued.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
