"""Shishi (实事): a district's yearly livelihood projects, from text to judgement.

The front door: the verbs of the street, and the nouns between them. Inner rooms never import it.

    >>> import shishi
    >>> from datetime import date
    >>> pasted = '''云溪区2031年民生实事项目9月进展表
    ... 序号 | 项目名称 | 牵头单位 | 9月目标 | 进展情况 | 进度状态
    ... 1 | 新建口袋公园6个 | 住建局 | 累计建成4个 | 累计建成3个 | 正常
    ... 2 | 增设休憩座椅300张 | 园林中心 | 累计安装200张 | 累计安装205张 | 还行
    ... '''
    >>> document = shishi.read(pasted.encode(), "yunxi.txt")
    >>> rulebook = shishi.load_rulebook("default")
    >>> page = shishi.extract(document, rulebook=rulebook)
    >>> [record.printed(shishi.Field.ITEM) for record in page.records]
    ['新建口袋公园6个', '增设休憩座椅300张']

    >>> measured = {record.order: shishi.measure(record, year=2031) for record in page.records}
    >>> [(m.field.value, str(m.value), m.unit) for m in measured[1].measures]
    [('item', '6', '个'), ('goal', '4', '个'), ('progress', '3', '个')]

    >>> [finding.code for finding in shishi.check(page, measured, rulebook=rulebook)]
    ['status-not-in-vocabulary']

    >>> assessments = shishi.assess(page, measured, rulebook=rulebook, on=date(2031, 9, 30))
    >>> [(a.claimed, a.word) for a in assessments]
    [('正常', '滞后'), ('还行', '正常')]

    >>> table = shishi.lay_out(page, shishi.load_layout("plain"))
    >>> shishi.write_table(table, "csv").data.decode("utf-8-sig").splitlines()[0]
    '序号,项目内容,牵头单位,9月目标,9月进展情况,进度状态'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shishi.assessment import assess, draw_series, find_changes, find_mismatches, forecast
    from shishi.assessment.assessment import Assessment, Status
    from shishi.assessment.reasons import Reason
    from shishi.errors import RulebookError, ShishiError, UnreadableSource
    from shishi.findings import About, Finding, Severity, message
    from shishi.layouts import extract, recognize
    from shishi.measures import measure
    from shishi.measures.measure import Measure, Measured, Milestone
    from shishi.places import Place, Source, Text
    from shishi.readers import read, read_file
    from shishi.readers.document import Document
    from shishi.records import Field, Notice, Page, Record
    from shishi.rulebook import Rulebook, choose_rulebook, load_rulebook
    from shishi.rules import check
    from shishi.text.periods import Period
    from shishi.writers.exchange import to_exchange
    from shishi.writers.office.laying import lay_out
    from shishi.writers.office.load import choose_layout, load_layout
    from shishi.writers.writing import Written, write_table

_ROOMS = {
    "shishi.assessment": (
        "assess",
        "draw_series",
        "find_changes",
        "find_mismatches",
        "forecast",
    ),
    "shishi.assessment.assessment": ("Assessment", "Status"),
    "shishi.assessment.reasons": ("Reason",),
    "shishi.errors": ("RulebookError", "ShishiError", "UnreadableSource"),
    "shishi.findings": ("About", "Finding", "Severity", "message"),
    "shishi.layouts": ("extract", "recognize"),
    "shishi.measures": ("measure",),
    "shishi.measures.measure": ("Measure", "Measured", "Milestone"),
    "shishi.places": ("Place", "Source", "Text"),
    "shishi.readers": ("read", "read_file"),
    "shishi.readers.document": ("Document",),
    "shishi.records": ("Field", "Notice", "Page", "Record"),
    "shishi.rulebook": ("Rulebook", "choose_rulebook", "load_rulebook"),
    "shishi.rules": ("check",),
    "shishi.text.periods": ("Period",),
    "shishi.writers.exchange": ("to_exchange",),
    "shishi.writers.office.laying": ("lay_out",),
    "shishi.writers.office.load": ("choose_layout", "load_layout"),
    "shishi.writers.writing": ("Written", "write_table"),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = [
    "About",
    "Assessment",
    "Document",
    "Field",
    "Finding",
    "Measure",
    "Measured",
    "Milestone",
    "Notice",
    "Page",
    "Period",
    "Place",
    "Reason",
    "Record",
    "Rulebook",
    "RulebookError",
    "Severity",
    "ShishiError",
    "Source",
    "Status",
    "Text",
    "UnreadableSource",
    "Written",
    "assess",
    "check",
    "choose_layout",
    "choose_rulebook",
    "draw_series",
    "extract",
    "find_changes",
    "find_mismatches",
    "forecast",
    "lay_out",
    "load_layout",
    "load_rulebook",
    "measure",
    "message",
    "read",
    "read_file",
    "recognize",
    "to_exchange",
    "write_table",
]


def __getattr__(name: str) -> object:
    """Fetch a verb or noun from its room when it is first asked for: `shishi --version` needs none."""
    if name not in _ROOM_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_ROOM_OF[name]), name)


def __dir__() -> list[str]:
    """List the verbs and nouns."""
    return [*__all__]
