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
_HAN = "\u4e00-\u9fff"
COUNTERS = "个处条家座所套张台部辆户人名亩吨件场次期对册只层米万元%"
"""What always counts behind a number; each place that asks knows more."""


@cache
def said_of_status() -> re.Pattern[str]:
    """Give what a column of statuses may say in any district, the longest first.

    >>> [said_of_status().search(text)[0] for text in ("达到序时进度推进", "正在推进滞后")]
    ['达到序时进度推进', '滞后']
    """
    return re.compile(f"(?!{pace_within().pattern})(?:{_any_of('statuses')})")


@cache
def paces() -> tuple[str, ...]:
    """Give what a status of pace begins with and a report may end with: 推进."""
    return tuple(_words()["paces"])


@cache
def pace_within() -> re.Pattern[str]:
    """Give what ends the report, and begins no status, for the words before it go on with it: 正在|推进.

    >>> [bool(pace_within().match(text, text.index("推"))) for text in ("正在推进滞后", "征地推进滞后")]
    [True, False]
    """
    before = "|".join(f"(?<={word})" for word in _words()["before_paces"])
    return re.compile(f"(?:{before})(?:{_any_of('paces')})")


@cache
def rest_of_status() -> re.Pattern[str]:
    """Give a few words behind a sentence that ended, with which a status may begin: 已开工。推进|较慢.

    >>> [bool(rest_of_status().search(text)) for text in ("已开工。推进", "已开工。正在施工")]
    [True, False]
    """
    words = _words()["statuses"]
    begun = sorted({word[:n] for word in words for n in range(2, len(word))})
    rest = f"[{_HAN}]{{1,2}}|[{_HAN}]{{0,2}}(?:{'|'.join(begun)})"
    return re.compile(f"[。；;!?！？](?:{rest})\\Z")


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
