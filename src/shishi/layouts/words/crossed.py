"""Words of cross-tabs: what names their rows, what stands under an indicator, what adds them up."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from shishi.layouts.words.dialect import Dialect
from shishi.layouts.words.names.organizations import load_words
from shishi.layouts.words.vocabulary import OTHER, load_headers
from shishi.records import Field

_NUMBER = re.compile(r"[约≈]?[-+]?[0-9][0-9,]*(?:\.[0-9]+)?[\u4e00-\u9fff%％]{0,3}")
_MARKS = re.compile("[()（）、,/]")
_SHORTEST_WORD = 3
_LONGEST_AREA = 10
_MAY_BE_BARED = (")", "）", "%", "％")
_VALUES = frozenset({Field.GOAL, Field.PROGRESS, Field.PERCENT, Field.STATUS})


@dataclass(frozen=True, slots=True)
class _Words:
    areas: frozenset[str]
    districts: tuple[str, ...]  # what their names end with
    fields: dict[str, Field]
    totals: frozenset[str]


@cache
def _load() -> _Words:
    data = load_headers()["cross"]
    fields = {word: Field(name) for word, name in data["words"].items()}
    totals = frozenset(data["totals"]) | load_words().totals
    return _Words(frozenset(data["areas"]), tuple(data["districts"]), fields, totals)


def label_fields(word: str, dialect: Dialect) -> tuple[Field, Field] | None:
    """Say what rows and groups are where a word heads the names of the rows; None where it does not.

    >>> from shishi.layouts.words.dialect import COMMON
    >>> [label_fields(word, COMMON) for word in ("区县(市)", "指标名称", "备注")]
    [(<Field.LEAD_UNITS: 'lead_units'>, <Field.ITEM: 'item'>), (<Field.ITEM: 'item'>, <Field.LEAD_UNITS: 'lead_units'>), None]
    """
    if _is_area(word):
        return Field.LEAD_UNITS, Field.ITEM
    known = dialect.guess(word)
    named = known is not None and any(name == Field.ITEM for name, _ in known.claims)
    return (Field.ITEM, Field.LEAD_UNITS) if named else None


def names_rows(word: str, dialect: Dialect) -> bool:
    """Tell a word over the districts of a table of one indicator; 单位 may also be its measure."""
    return _is_area(word) and value_field(word, dialect) is None


def may_name_rows(words: Sequence[str]) -> bool:
    """Tell at less cost than word by word a row, without white space, of which names_rows may be true.

    >>> may_name_rows(["序号", "区县(市)"]), may_name_rows(["序号", "项目名称"])
    (True, False)
    """
    return not _load().areas.isdisjoint(_MARKS.sub("", "\n".join(words)).split("\n"))


def names_district(name: str) -> bool:
    """Tell the name of a district, a town or a street: 石埠区, 柳湖街道."""
    return 2 <= len(name) <= 10 and name.endswith(_load().districts)


def _is_area(word: str) -> bool:
    return len(word) <= _LONGEST_AREA and _MARKS.sub("", word) in _load().areas


def is_code_word(word: str, dialect: Dialect) -> bool:
    """Tell a word over numbers that name nothing: 序号, 计量单位."""
    known = dialect.guess(word)
    return known is None or {name for name, _ in known.claims} <= {Field.CODE.value, OTHER}


def value_field(word: str, dialect: Dialect) -> Field | None:
    """Say what stands under a word below an indicator: 目标, 完成数, 完成率(%).

    >>> from shishi.layouts.words.dialect import COMMON
    >>> [str(value_field(word, COMMON)) for word in ("任务数(个)", "已完成", "完成率%", "排名")]
    ['goal', 'progress', 'percent', 'None']
    """
    bare = re.sub(r"[(（].*[)）]$|[%％]$", "", word) if word.endswith(_MAY_BE_BARED) else word
    if bare in _load().fields:
        return _load().fields[bare]
    known = dialect.guess(word)
    name = known.claims[0][0] if known else OTHER
    return Field(name) if name in _VALUES else None


def is_total_label(word: str) -> bool:
    """Tell the name of a row that adds up the others: 全市, 合计."""
    return word in _load().totals


def likely_values(printed: Collection[str]) -> list[str]:
    """Give at less cost those of which is_value may be true: they are short, or do not begin with a word.

    >>> likely_values([" 75%", "约3 万元", "无", "新建道路3条"])
    [' 75%', '约3 万元', '无']
    """
    begin = {c for c in {text[:1] for text in printed} if not c.isalpha() or c == "约"}
    return [text for text in printed if text[:1] in begin or len(text) <= _SHORTEST_WORD]


def is_value(text: str) -> bool:
    """Tell what can stand in a cross-tab's cell besides words: a number with its unit, or a mark for none.

    >>> [is_value(text) for text in ("1,200", "75%", "3.5万元", "/", "石埠区")]
    [True, True, True, True, False]
    """
    return bool(_NUMBER.fullmatch(text)) or text in load_words().blank_marks
